"""Pictures that clients send, to be named by URL later: checked, kept, given a signed path like our own."""

from __future__ import annotations

import asyncio
import base64
import binascii
import io
import re
import warnings
from typing import Any

from lxml import etree
from PIL import Image as Pillow
from PIL import UnidentifiedImageError

from gouache.api.services import Services
from gouache.artifacts.encode import File
from gouache.artifacts.store import Artifact
from gouache.db import Connection, fetch
from gouache.errors import Invalid
from gouache.rendering import Rendered

MAX_PIXELS = 64_000_000
_KEEP_DAYS = 7
_DATA_URL = re.compile(r"^data:[\w.+/-]*(?:;[\w=.-]+)*;base64,", re.ASCII)
_KEEP = """
insert into artifact (id, sha256, media_type, width, height, bytes, expires_at)
values (%(id)s, %(sha256)s, %(media_type)s, %(width)s, %(height)s, %(bytes)s, now() + make_interval(days => %(days)s))
"""


async def keep(shared: Services, data: bytes, field: str) -> Artifact:
    """Keep a picture for a week; raises Invalid when it is none. Its media type is what the bytes say."""
    rendered = Rendered(await asyncio.to_thread(_file, data, field), {})

    async def work(connection: Connection) -> Artifact:
        async with connection.transaction():
            artifact = await shared.artifacts.put(connection, 0, rendered)
            values: dict[str, Any] = artifact.row() | {"days": _KEEP_DAYS}
            await fetch(connection, _KEEP, **values)
            return artifact

    return await shared.database.run(work)


def data_url(value: object, field: str) -> bytes:
    """The bytes of `data:<type>;base64,<data>`; raises Invalid."""
    head = _DATA_URL.match(value[:200]) if isinstance(value, str) else None
    if head is None:
        raise Invalid(f"{field} is no data URL in base64", field=field)
    try:
        return base64.b64decode(str(value)[head.end() :], validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid(f"{field} is not valid base64", field=field) from error


def _file(data: bytes, field: str) -> File:
    if data.lstrip()[:1] == b"<":
        return _svg(data, field)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)  # our own limit is lower
            with Pillow.open(io.BytesIO(data)) as picture:
                media, (width, height) = picture.get_format_mimetype(), picture.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Pillow.DecompressionBombError) as error:
        raise Invalid(f"{field} is no picture that can be read", field=field) from error
    if media is None or not media.startswith("image/") or width * height > MAX_PIXELS:
        raise Invalid(f"{field}: pictures have {MAX_PIXELS} pixels at most", field=field)
    return File(data, media, width, height)


def _svg(data: bytes, field: str) -> File:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Invalid(f"{field} is no picture that can be read", field=field) from error
    if etree.QName(root).localname != "svg":
        raise Invalid(f"{field} is no SVG", field=field)
    width, height = (_side(root.get(name)) for name in ("width", "height"))
    return File(data, "image/svg+xml", width, height)


def _side(length: str | None) -> int:
    """Pixels of a length, 0 when it is relative or missing."""
    match = re.match(r"^(\d{1,5})(?:\.\d+)?(?:px)?$", length or "")
    return int(match[1]) if match else 0
