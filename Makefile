# Mingju 明据. `make serve` answers questions, `make test` runs every check.
# PYTHON=/path/to/python3.11 chooses the interpreter.
.PHONY: help setup serve test check format clean
.DEFAULT_GOAL := help
READY := .venv/.ready

help:
	@echo "make serve   安装并启动，http://127.0.0.1:7860 / install, then serve page and API"
	@echo "make test    安装并运行全部检查 / install, then run every check"
	@echo "make setup   只安装到 .venv / install into .venv only"
	@echo "make check   运行全部检查（已安装）/ every check, installed already"
	@echo "make format  整理代码格式 / format the code"
	@echo "make clean   删除 .venv 与缓存 / remove .venv and caches"

setup: $(READY)
	@:

$(READY): pyproject.toml constraints.txt scripts/setup
	@PYTHON="$(PYTHON)" sh scripts/setup
	@touch $(READY)

serve: $(READY)
	@.venv/bin/mingju serve

test: $(READY)
	@$(MAKE) --no-print-directory check

check:
	@sh scripts/check

format:
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
