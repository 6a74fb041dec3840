"""Large files on their way through the server: on disk, never whole in memory."""

from __future__ import annotations

import asyncio
import hashlib
import os
import tempfile
import time
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from gouache.config import Settings

_STALE_SECONDS = 86_400.0
_BATCH = 1 << 20  # bytes that are written at a time


@dataclass(frozen=True, slots=True)
class Spooled:
    """A file on disk; `sha256` in hexadecimal digits."""

    path: Path
    sha256: str
    bytes: int


@asynccontextmanager
async def spooled(settings: Settings, chunks: AsyncIterable[bytes]) -> AsyncIterator[Spooled]:
    """The chunks as a file in the data directory, gone afterwards; what the chunks raise is raised here."""
    folder = settings.data_dir / "incoming"  # not the temporary directory, which may be memory
    await asyncio.to_thread(_tidied, folder)
    handle, name = tempfile.mkstemp(dir=folder)
    path = Path(name)
    digest, size = hashlib.sha256(), 0
    waiting: list[bytes] = []
    try:
        with os.fdopen(handle, "wb") as file:

            def write() -> None:
                block = b"".join(waiting)
                waiting.clear()
                digest.update(block)
                file.write(block)

            async for chunk in chunks:
                waiting.append(chunk)
                size += len(chunk)
                if sum(map(len, waiting)) >= _BATCH:
                    await asyncio.to_thread(write)
            await asyncio.to_thread(write)
        yield Spooled(path, digest.hexdigest(), size)
    finally:
        path.unlink(missing_ok=True)


def _tidied(folder: Path) -> None:
    """Make the folder, or remove what a killed server left in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.iterdir():
        with suppress(FileNotFoundError):
            if left.stat().st_mtime < time.time() - _STALE_SECONDS:
                left.unlink()
