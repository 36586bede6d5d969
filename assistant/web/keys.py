"""API keys: only their sha256 is kept, so a file that leaks opens nothing."""

from __future__ import annotations

import hashlib
import hmac
import re
from pathlib import Path

_SHA256 = re.compile(r"[0-9a-f]{64}")


class BadKeysFile(ValueError):
    """The keys file cannot be used; the message names the line and what it should be."""


def load_key_hashes(path: Path) -> tuple[str, ...]:
    """The hashes in ``path``: lines "name:sha256-hex" or "sha256-hex"; "#" starts a comment.

    Raises BadKeysFile for any other line, for none at all, and for a file that cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadKeysFile(f"无法读取密钥文件 {path}：{error}。请检查路径和权限。") from error
    hashes: list[str] = []
    for number, line in enumerate(lines, start=1):
        entry = line.partition("#")[0].strip()
        if not entry:
            continue
        digest = entry.rpartition(":")[2].strip().lower()
        if not _SHA256.fullmatch(digest):
            raise BadKeysFile(
                f"密钥文件 {path} 第 {number} 行不是 sha256 值。"
                "每行应为“名称:sha256”或 64 位十六进制的 sha256。"
            )
        hashes.append(digest)
    if not hashes:
        raise BadKeysFile(f"密钥文件 {path} 里没有密钥。请至少写入一行 sha256，或取消此项设置。")
    return tuple(hashes)


def key_is_known(key: str, hashes: tuple[str, ...]) -> bool:
    """Whether ``key`` is one of those hashed; takes the same time whichever it is."""
    digest = hashlib.sha256(key.encode("utf-8", errors="replace")).hexdigest()
    known = False
    for held in hashes:
        known |= hmac.compare_digest(digest, held)
    return known
