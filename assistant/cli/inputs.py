"""Text that comes from outside: from an argument, a file, or standard input ("-")."""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.cli.endings import WrongUse


def checked(text: str, *, what: str, limit: int) -> str:
    """``text`` without surrounding blanks. Raises WrongUse for empty, broken or too long text.

    ``what`` names the text in messages ("问题"); ``limit`` counts characters.
    """
    text = text.strip()
    if not text:
        raise WrongUse(f"{what}是空的，请写出内容。")
    # Python carries undecodable argument bytes as lone surrogates.
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise WrongUse(f"{what}不是 UTF-8 编码，请转换为 UTF-8 后重试。")
    if len(text) > limit:
        raise WrongUse(f"{what}有 {len(text)} 个字符，超过上限 {limit}，请缩短或分几次提交。")
    return text


def text_or_file(argument: str, *, what: str, limit: int) -> str:
    """The text meant by ``argument``: "-" is standard input, an existing file its content,
    anything else the text itself. Raises WrongUse."""
    if argument == "-":
        return checked(_decoded(sys.stdin.buffer.read(), "标准输入"), what=what, limit=limit)
    path = Path(argument)
    if _is_file(path):
        return checked(_decoded(path.read_bytes(), f"文件 {path}"), what=what, limit=limit)
    if _looks_like_path(argument):
        raise WrongUse(f"没有文件 {path}。请检查路径，或直接写出要核查的文字。")
    return checked(argument, what=what, limit=limit)


def _decoded(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUse(
            f"{where}不是 UTF-8 编码（第 {error.start + 1} 个字节处），请转换为 UTF-8 后重试。"
        ) from error


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        # A long text is no file name.
        return False


def _looks_like_path(argument: str) -> bool:
    return argument.isascii() and " " not in argument and Path(argument).suffix.lower() == ".txt"
