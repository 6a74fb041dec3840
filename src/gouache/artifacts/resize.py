"""A finished picture at another size: fitted inside, never enlarged, in the same format, with its provenance."""

from __future__ import annotations

import asyncio
import io
from typing import Any

from PIL import Image as Pillow
from PIL.PngImagePlugin import PngInfo

from gouache.artifacts.cache import DiskCache

_AT_ONCE = 2  # more would only take turns on the cores
_FORMATS = {"image/png": "PNG", "image/webp": "WEBP", "image/jpeg": "JPEG"}
_OPTIONS: dict[str, dict[str, Any]] = {
    "PNG": {"compress_level": 6},
    "WEBP": {"quality": 90, "method": 2},
    "JPEG": {"quality": 90},
}


class Resizer:
    """Makes other sizes beside the event loop, a few at once, and keeps them in a cache."""

    def __init__(self, cache: DiskCache) -> None:
        self._cache = cache
        self._turns = asyncio.Semaphore(_AT_ONCE)

    async def kept(self, digest: str, size: tuple[int, int]) -> bytes | None:
        """The file of a digest at a size, when it was made before."""
        return await asyncio.to_thread(self._cache.get, digest, _name(size))

    async def make(self, digest: str, data: bytes, media_type: str, size: tuple[int, int]) -> bytes:
        """The file at `size` px, from its original bytes."""
        async with self._turns:
            small = await asyncio.to_thread(resized, data, media_type, size)
        await asyncio.to_thread(self._cache.put, digest, _name(size), small)
        return small


def _name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def fitted(width: int, height: int, box_width: int, box_height: int) -> tuple[int, int]:
    """The size in px that fits into a box, same aspect; 0 leaves a side free, and nothing grows."""
    factor = min(1.0, (box_width or width) / width, (box_height or height) / height)
    return max(1, round(width * factor)), max(1, round(height * factor))


def resizable(media_type: str) -> bool:
    """Whether a size means anything: an SVG has every size already."""
    return media_type in _FORMATS


def resized(data: bytes, media_type: str, size: tuple[int, int]) -> bytes:
    """The file at `size` px. A C2PA manifest of the original does not survive: it would no longer hold."""
    kind = _FORMATS[media_type]
    with Pillow.open(io.BytesIO(data)) as picture:
        picture.load()
        notes = _notes(picture, kind)
        small = picture.resize(size, Pillow.Resampling.LANCZOS, reducing_gap=3.0)
    target = io.BytesIO()
    small.save(target, kind, **_OPTIONS[kind], **notes)
    return target.getvalue()


def _notes(picture: Pillow.Image, kind: str) -> dict[str, Any]:
    if kind != "PNG":
        return {"xmp": picture.info["xmp"]} if "xmp" in picture.info else {}
    chunk = PngInfo()
    if "gouache" in picture.info:
        chunk.add_itxt("gouache", str(picture.info["gouache"]))
    return {"pnginfo": chunk}
