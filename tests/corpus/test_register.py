"""The register and its files: a damaged source is refused by name; a further document needs no code."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from corpus.errors import RegisterInvalid, SourceChanged, SourceMissing
from corpus.reading import read_corpus
from corpus.register import CORPUS_FOLDER, read_register


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(CORPUS_FOLDER / "documents", tmp_path / "documents")
    shutil.copy(CORPUS_FOLDER / "register.toml", tmp_path / "register.toml")
    return tmp_path


def test_one_changed_byte_is_refused_and_the_file_named(folder: Path) -> None:
    path = folder / "documents" / "green-tasks-2023.txt"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(SourceChanged, match=r"green-tasks-2023\.txt"):
        read_corpus(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "documents" / "city-pledges-2023.txt").unlink()
    with pytest.raises(SourceMissing, match=r"city-pledges-2023\.txt"):
        read_corpus(folder)


def test_an_unknown_key_is_refused(folder: Path) -> None:
    path = folder / "register.toml"
    path.write_text(path.read_text(encoding="utf-8") + '\ncolour = "red"\n', encoding="utf-8")
    with pytest.raises(RegisterInvalid, match="colour"):
        read_register(folder)


SIXTH = """某市人民政府办公室
2025年重点工作任务
一、加快产业升级
1.培育优质企业。新培育专精特新企业120家以上，(牵头单位:市工业和信息化局,参与单位:市财政局)
2.扩大有效投资。完成固定资产投资800亿元。(牵头单位:市发展改革委)
二、改善民生福祉
3.建设幼托机构。新增托位1500个。(牵头单位:市卫生健康委)
"""


def test_a_sixth_document_is_parsed_by_an_entry_alone(folder: Path) -> None:
    (folder / "documents" / "sixth.txt").write_text(SIXTH, encoding="utf-8")
    entry = f"""
[[document]]
id = "some-city-2025"
title = "某市2025年重点工作任务"
issuer = "某市人民政府办公室"
period = [2025]
layout = "task_list"
file = "sixth.txt"
sha256 = "{hashlib.sha256(SIXTH.encode()).hexdigest()}"
complete = true
"""
    path = folder / "register.toml"
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    corpus = read_corpus(folder)
    tasks = [task for task in corpus.tasks if task.document_id == "some-city-2025"]
    assert [task.number for task in tasks] == ["1", "2", "3"]
    assert [body.name for body in tasks[0].duty.leads] == ["市工业和信息化局"]
    assert tasks[0].figures[0].value == 120
    assert tasks[2].path == ("二、改善民生福祉",)
