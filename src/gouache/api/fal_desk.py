"""What the endpoints of the fal dialect fetch for a caller: pictures, zips of pictures, own styles."""

from __future__ import annotations

import asyncio
import io
import zipfile
import zlib

from fastapi import Request

from gouache.api import uploads
from gouache.api.fal_fields import bad
from gouache.api.services import caller, services
from gouache.errors import Invalid, NotFound
from gouache.operations import MAX_STYLE_PICTURES, Source
from gouache.styles.profile import StyleProfile

_ZIP_BYTES = 64 << 20  # of all pictures in a zip, unpacked


class RequestDesk:
    """Fetches on behalf of a request's caller; everything raises BadBody naming the field."""

    def __init__(self, request: Request) -> None:
        self._shared = services(request)
        self._account = caller(request).account

    async def picture(self, url: str, field: str) -> Source:
        """The picture that a URL names."""
        return await self._source(await self._file(url, field), url, field)

    async def zipped(self, url: str, field: str) -> tuple[Source, ...]:
        """The pictures in the zip that a URL names, in its order."""
        data = await self._file(url, field)
        try:
            files = await asyncio.to_thread(_unzipped, data)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
            raise bad(
                field, f"no zip of 1 to {MAX_STYLE_PICTURES} pictures: {error}", url, "file_load_error"
            ) from error
        return tuple([await self._source(file, url, field) for file in files])

    async def style(self, style_id: str, field: str) -> StyleProfile:
        """The profile of an own style that the caller may draw in."""
        try:
            return (await self._shared.styles.get(self._account, style_id)).profile
        except NotFound as error:
            raise bad(field, error.message, style_id) from error

    async def _file(self, url: str, field: str) -> bytes:
        try:
            return await uploads.named(self._shared, url, field)
        except (Invalid, NotFound) as error:
            raise bad(field, error.message, url, "file_download_error") from error

    async def _source(self, data: bytes, url: str, field: str) -> Source:
        try:
            return await uploads.source(self._shared, self._account, data, field)
        except Invalid as error:
            raise bad(field, error.message, url, "image_load_error") from error


def _unzipped(data: bytes) -> list[bytes]:
    """The files in a zip, but for folders and what macOS adds; raises ValueError: too many, too large, none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [one for one in archive.infolist() if not one.is_dir() and not _hidden(one.filename)]
        if not 0 < len(entries) <= MAX_STYLE_PICTURES:
            raise ValueError(f"it holds {len(entries)} files")
        files: list[bytes] = []
        room = _ZIP_BYTES
        for entry in entries:
            with archive.open(entry) as file:  # the sizes in its directory may lie
                files.append(file.read(min(room, uploads.MAX_BYTES) + 1))
            room -= len(files[-1])
            if room < 0 or len(files[-1]) > uploads.MAX_BYTES:
                raise ValueError(f"{entry.filename} is too large")
        return files


def _hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")
