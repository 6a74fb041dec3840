"""Files that come in parts, each an object of its own, `parts/<upload>/<number>`, until they are put together."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from obstore.exceptions import NotFoundError
from obstore.store import ObjectStore

_FOLDER = "parts/"
_LIFE = timedelta(days=1)  # of what nobody ever put together
_CHUNK = 1 << 20
_AT_ONCE = 2  # blocks of 5 MB on their way to the store
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Part:
    """`tag` changes whenever the part is sent again."""

    tag: str
    bytes: int


class Parts:
    """The parts of uploads by their numbers."""

    def __init__(self, objects: ObjectStore) -> None:
        self._objects = objects

    async def put(self, upload: str, number: int, path: Path) -> Part:
        """Keep a file as a part, in the place of an earlier one of the same number."""
        key = _key(upload, number)
        await self._objects.put_async(key, path, max_concurrency=_AT_ONCE)
        found = await self._objects.head_async(key)
        return Part(str(found["e_tag"]), found["size"])

    async def of(self, upload: str) -> dict[int, Part]:
        """The parts that are there."""
        listed = self._objects.list(f"{_FOLDER}{upload}/", chunk_size=_BATCH)
        rows = [row async for batch in listed for row in batch]
        return {int(str(row["path"]).rpartition("/")[2]): Part(str(row["e_tag"]), row["size"]) for row in rows}

    async def read(self, upload: str, numbers: Iterable[int]) -> AsyncIterator[bytes]:
        """The bytes of some parts, one after the other."""
        for number in numbers:
            body = await self._objects.get_async(_key(upload, number))
            async for chunk in body.stream(min_chunk_size=_CHUNK):
                yield bytes(chunk)

    async def drop(self, upload: str) -> None:
        """Remove the parts of an upload."""
        await self._remove([_key(upload, number) for number in await self.of(upload)])

    async def drop_stale(self, now: datetime | None = None) -> int:
        """Remove the parts that were never put together; how many."""
        before = (now or datetime.now(UTC)) - _LIFE
        dropped = 0
        async for batch in self._objects.list(_FOLDER, chunk_size=_BATCH):
            stale = [str(row["path"]) for row in batch if row["last_modified"] < before]
            await self._remove(stale)
            dropped += len(stale)
        return dropped

    async def _remove(self, keys: list[str]) -> None:
        for key in keys:
            try:
                await self._objects.delete_async(key)
            except (FileNotFoundError, NotFoundError):
                continue  # somebody else put the upload together


def _key(upload: str, number: int) -> str:
    return f"{_FOLDER}{upload}/{number:05d}"
