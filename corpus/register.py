"""The register of documents: what each is, which layout it has, and the hash of its file."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from corpus.errors import RegisterInvalid, SourceChanged, SourceMissing, SourceUnreadable
from corpus.models import Coverage, Document, Layout
from corpus.places import home_of, issuing_place

CORPUS_FOLDER = Path(__file__).parent
_KNOWN_KEYS = frozenset(
    "id title short_titles subjects number issuer issued period layout file sha256"
    " complete note missing cut_off".split()
)


def read_register(folder: Path = CORPUS_FOLDER) -> tuple[Document, ...]:
    """The registered documents, in the register's order.

    Raises RegisterInvalid, naming the entry and what is wrong with it.
    """
    path = folder / "register.toml"
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("document", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RegisterInvalid(f"文件登记表 {path} 无法读取：{error}。请改正后重试。") from error
    documents = tuple(_document(entry, position) for position, entry in enumerate(entries, 1))
    ids = [document.id for document in documents]
    for document_id in ids:
        if ids.count(document_id) > 1:
            raise RegisterInvalid(f"登记表中 id “{document_id}” 出现多次，请改为不同的 id。")
    if not documents:
        raise RegisterInvalid(f"登记表 {path} 中没有任何 [[document]]，请至少登记一份文件。")
    home = home_of(document.issuer for document in documents)
    return tuple(
        document
        if (place := issuing_place(document.issuer)) == home
        else replace(document, place=place)
        for document in documents
    )


def _document(entry: dict[str, Any], position: int) -> Document:
    name = f"登记表第 {position} 条（{entry.get('id', '无 id')}）"
    if unknown := sorted(set(entry) - _KNOWN_KEYS):
        raise RegisterInvalid(f"{name}有不认识的键 {unknown}，请删除或改正。")
    try:
        issued = entry.get("issued")
        return Document(
            id=str(entry["id"]),
            title=str(entry["title"]),
            number=entry.get("number"),
            issuer=str(entry["issuer"]),
            issued=issued if isinstance(issued, date) else None,
            period=tuple(int(year) for year in entry["period"]),
            layout=Layout(entry["layout"]),
            sha256=str(entry["sha256"]).lower(),
            file=str(entry["file"]),
            coverage=Coverage(
                complete=bool(entry["complete"]),
                note=str(entry.get("note", "")),
                missing=tuple(entry.get("missing", ())),
                cut_off=tuple(entry.get("cut_off", ())),
            ),
            short_titles=tuple(entry.get("short_titles", ())),
            subjects=tuple(entry.get("subjects", ())),
        )
    except KeyError as error:
        raise RegisterInvalid(f"{name}缺少键 {error}，请补上。") from error
    except (TypeError, ValueError) as error:
        raise RegisterInvalid(f"{name}有误：{error}。请改正。") from error


def read_source(document: Document, folder: Path = CORPUS_FOLDER) -> str:
    """The text of a document's file as stored, code point for code point.

    Raises SourceMissing, SourceChanged (the sha256 differs) or SourceUnreadable, naming the file.
    """
    path = folder / "documents" / document.file
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SourceMissing(
            f"找不到源文件 {path}（{document.title}）。请放回该文件，或从登记表中删去这一条。"
        ) from error
    if (found := hashlib.sha256(raw).hexdigest()) != document.sha256:
        raise SourceChanged(
            f"源文件 {path} 与登记的 sha256 不符（登记 {document.sha256[:12]}…，"
            f"实际 {found[:12]}…）：文件已损坏或被改动。请恢复原文件；"
            "若确为新版本，请更新登记表中的 sha256 后重建索引。"
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceUnreadable(f"源文件 {path} 不是 UTF-8 文本，请转换编码后重新登记。") from error
