"""Large files on their way through the server."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from obstore.store import LocalStore

from gouache.api.body import TooLarge
from gouache.api.spool import spooled
from gouache.artifacts.parts import Parts
from gouache.config import Settings

DATA = bytes(range(256)) * 5_000


async def chunks(data: bytes, *, broken: bool = False) -> AsyncIterator[bytes]:
    for start in range(0, len(data), 70_000):
        yield data[start : start + 70_000]
    if broken:
        raise TooLarge("too much")


def test_a_file_is_on_disk_for_as_long_as_it_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "incoming"
    folder.mkdir()
    stale, fresh = folder / "stale", folder / "fresh"
    for left in (stale, fresh):
        left.write_bytes(b"left by a killed server")
    os.utime(stale, (0, 0))

    async def use() -> None:
        async with spooled(Settings(data_dir=tmp_path), chunks(DATA)) as file:
            assert file.path.read_bytes() == DATA
            assert (file.bytes, file.sha256) == (len(DATA), hashlib.sha256(DATA).hexdigest())
        with pytest.raises(TooLarge):
            async with spooled(Settings(data_dir=tmp_path), chunks(DATA, broken=True)):
                raise AssertionError

    asyncio.run(use())
    assert list(folder.iterdir()) == [fresh]


def test_parts_are_kept_for_a_day(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(DATA)

    async def use() -> None:
        parts = Parts(LocalStore(str(tmp_path / "store"), mkdir=True))
        first = await parts.put("a", 1, tmp_path / "part")
        await parts.put("b", 1, tmp_path / "part")
        assert await parts.of("a") == {1: first}
        assert b"".join([chunk async for chunk in parts.read("a", [1, 1])]) == DATA * 2
        await parts.drop("a")
        assert await parts.of("a") == {}
        assert await parts.drop_stale() == 0
        assert await parts.drop_stale(datetime.now(UTC) + timedelta(days=1, seconds=1)) == 1
        assert await parts.of("b") == {}

    asyncio.run(use())
