"""The cache of derived files stays bounded."""

from __future__ import annotations

import os
import time
from pathlib import Path

from gouache.artifacts.cache import DiskCache


def total(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*/*"))


def test_what_was_put_is_there(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path, 1000, 60)
    assert cache.get("a", "1x1") is None
    cache.put("a", "1x1", b"data")
    assert cache.get("a", "1x1") == b"data"


def test_it_stays_below_its_limit(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path, 10_000, 60)
    for at in range(200):
        cache.put(f"g{at}", "x", bytes(500))
    cache.tidy()
    assert total(tmp_path) <= 10_000


def test_what_was_used_last_stays(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path, 1000, 600)
    for at in range(4):
        cache.put(str(at), "x", bytes(240))
        path = tmp_path / str(at) / "x"
        os.utime(path, (time.time() - 100 + at, path.stat().st_mtime))
    cache.get("0", "x")
    cache.put("new", "x", bytes(240))
    cache.tidy()
    assert cache.get("0", "x") is not None
    assert cache.get("1", "x") is None


def test_old_files_go(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path, 1000, 60)
    cache.put("a", "x", b"data")
    os.utime(tmp_path / "a" / "x", (time.time(), time.time() - 100))
    cache.tidy()
    assert cache.get("a", "x") is None


def test_huge_files_are_not_kept(tmp_path: Path) -> None:
    cache = DiskCache(tmp_path, 1000, 60)
    cache.put("a", "x", bytes(900))
    assert cache.get("a", "x") is None
