"""What the endpoints of the fal dialect fetch for a caller: pictures, zips of pictures, own styles."""

from __future__ import annotations

import asyncio
import zipfile
import zlib

from fastapi import Request

from gouache.api import uploads
from gouache.api.fal_fields import bad
from gouache.api.services import caller, services
from gouache.api.spool import spooled
from gouache.errors import Invalid, NotFound
from gouache.operations import MAX_STYLE_PICTURES, Source
from gouache.styles.profile import StyleProfile

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)


class RequestDesk:
    """Fetches on behalf of a request's caller; everything raises BadBody naming the field."""

    def __init__(self, request: Request) -> None:
        self._shared = services(request)
        self._account = caller(request).account

    async def picture(self, url: str, field: str) -> Source:
        """The picture that a URL names."""
        return await self._source(await self._file(url, field), url, field)

    async def zipped(self, url: str, field: str) -> tuple[Source, ...]:
        """The pictures in the zip that a URL names, in its order; one at a time in memory."""
        try:
            async with spooled(self._shared.settings, uploads.stream(self._shared, url, field)) as file:
                with await asyncio.to_thread(zipfile.ZipFile, file.path) as archive:
                    return tuple([await self._unzipped(archive, one, url, field) for one in _pictures(archive)])
        except (Invalid, NotFound) as error:
            raise bad(field, error.message, url, "file_download_error") from error
        except _BROKEN as error:
            text = f"no zip of 1 to {MAX_STYLE_PICTURES} pictures: {error}"
            raise bad(field, text, url, "file_load_error") from error

    async def _unzipped(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, url: str, field: str) -> Source:
        return await self._source(await asyncio.to_thread(_read, archive, entry), url, field)

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


def _pictures(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files in a zip, but for folders and what macOS adds; raises ValueError when there are too many, or none."""
    entries = [one for one in archive.infolist() if not one.is_dir() and not _hidden(one.filename)]
    if not 0 < len(entries) <= MAX_STYLE_PICTURES:
        raise ValueError(f"it holds {len(entries)} files")
    return entries


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        data = file.read(uploads.MAX_BYTES + 1)  # the sizes in its directory may lie
    if len(data) > uploads.MAX_BYTES:
        raise ValueError(f"{entry.filename} is too large")
    return data


def _hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")
