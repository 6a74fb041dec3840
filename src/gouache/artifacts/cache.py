"""A bounded cache of derived files in a local directory: the oldest unused ones go first.

Several processes may share it: files appear by rename, and each process looks at the directory itself when it tidies.
"""

from __future__ import annotations

import os
import time
import uuid
from pathlib import Path

_ROOM = 0.8  # how full the cache is left when it had to be emptied
_TIDY_EVERY = 32  # writes between looks at the whole directory


class DiskCache:
    """Files under `directory/<group>/<name>`, at most about `limit` bytes, none older than `life` seconds."""

    def __init__(self, directory: Path, limit: int, life: float) -> None:
        self._directory = directory
        self._limit = limit
        self._life = life
        self._writes = 0

    def get(self, group: str, name: str) -> bytes | None:
        """The bytes kept, or None; asking for them keeps them longer."""
        path = self._directory / group / name
        try:
            data = path.read_bytes()
            os.utime(path, (time.time(), path.stat().st_mtime))
        except FileNotFoundError:
            return None
        return data

    def put(self, group: str, name: str, data: bytes) -> None:
        if len(data) > self._limit // 4:
            return
        path = self._directory / group / name
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{uuid.uuid4().hex}")
        fresh.write_bytes(data)
        fresh.replace(path)
        self._writes += 1
        if self._writes % _TIDY_EVERY == 1:
            self.tidy()

    def tidy(self) -> None:
        """Drop what is too old, then the longest unused until the rest fits."""
        entries = sorted(self._entries())
        total = sum(size for _, _, size, _ in entries)
        wanted = self._limit if total <= self._limit else self._limit * _ROOM
        for _, written, size, path in entries:
            if total > wanted or written < time.time() - self._life:
                path.unlink(missing_ok=True)
                total -= size

    def _entries(self) -> list[tuple[float, float, int, Path]]:
        """(last use, time of writing, bytes, path) of each file."""
        found = []
        for path in self._directory.glob("*/*"):
            try:
                entry = path.stat()
            except FileNotFoundError:
                continue  # another process was faster
            found.append((entry.st_atime, entry.st_mtime, entry.st_size, path))
        return found
