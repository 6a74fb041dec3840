"""Pictures that clients send, to be named by URL later: checked, kept, given a signed path like our own."""

from __future__ import annotations

import asyncio
import base64
import binascii
import re
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from gouache import net
from gouache.api.services import Services
from gouache.api.spool import Spooled
from gouache.artifacts.decode import look
from gouache.artifacts.encode import File
from gouache.artifacts.store import Artifact
from gouache.db import Connection, fetch
from gouache.errors import Invalid, NotFound
from gouache.operations import Source
from gouache.rendering import Rendered

MAX_BYTES = 20 << 20
_FETCH_SECONDS = 20.0
_KEEP_DAYS = 7
_SIGNATURE = 43  # characters of a signed path before its options
_DATA_URL = re.compile(r"^data:[\w.+/-]*(?:;[\w=.-]+)*;base64,", re.ASCII | re.IGNORECASE)
_KEEP = """
insert into artifact (id, sha256, media_type, width, height, bytes, expires_at)
values (%(id)s, %(sha256)s, %(media_type)s, %(width)s, %(height)s, %(bytes)s,
        now() + make_interval(secs => %(seconds)s))
on conflict (id) do nothing
"""


_MADE_BY = """
select job.operation, artifact.position from artifact join job on job.id = artifact.job
where artifact.sha256 = %(sha256)s and job.account = %(account)s and job.operation ->> 'type' = 'generate'
order by artifact.created_at desc limit 1
"""


async def source(shared: Services, account: uuid.UUID, data: bytes, field: str) -> Source:
    """The picture as an operation names it, kept for as long as results are; raises Invalid when it is none.

    A picture that this account had gouache make, byte for byte, brings along what it was made by.
    """
    kept = await keep(shared, data, field, shared.settings.result_hours * 3600)
    made = await shared.database.row(_MADE_BY, sha256=kept.sha256, account=account)
    return Source(
        sha256=kept.sha256, media_type=kept.media_type, width=kept.width, height=kept.height,
        made_by=made["operation"] if made else None, position=made["position"] if made else 0,
    )  # fmt: skip


async def fetched(shared: Services, account: uuid.UUID, url: str, field: str) -> Source:
    """The picture of an http(s) or `data:` URL, or of one of our own; raises Invalid when there is none."""
    return await source(shared, account, await named(shared, url, field), field)


async def named(shared: Services, url: str, field: str) -> bytes:
    """The bytes that an http(s) or `data:` URL names; raises Invalid."""
    if url[:5].lower() == "data:":
        return data_url(url, field)
    own = _own(shared, url)
    if own is not None:
        return await _kept(shared, own, field)
    return (
        await net.fetch(
            url, max_bytes=MAX_BYTES, timeout=_FETCH_SECONDS, field=field, allow=shared.settings.fetch_allow
        )
    ).data


async def _kept(shared: Services, artifact_id: str, field: str) -> bytes:
    kept = await _artifact(shared, artifact_id, field)
    if kept.bytes > MAX_BYTES:
        raise Invalid(f"{field}: more than {MAX_BYTES} bytes", field=field, code="image_too_big")
    return await shared.artifacts.read(kept)


async def _artifact(shared: Services, artifact_id: str, field: str) -> Artifact:
    try:
        return await shared.artifacts.get(artifact_id)
    except NotFound as gone:
        raise Invalid(f"{field}: {gone.message}, or no longer", field=field, code="invalid_url") from gone


async def stream(shared: Services, url: str, field: str) -> AsyncIterator[bytes]:
    """What a URL names, as `named`, some bytes at a time; of our own files also large ones."""
    own = _own(shared, url)
    if own is None:
        yield await named(shared, url, field)
        return
    async for chunk in shared.artifacts.chunks(await _artifact(shared, own, field)):
        yield chunk


def _own(shared: Services, url: str) -> str | None:
    """The artifact id of a URL that this server signed, whatever host it was reached by."""
    try:
        path = urlsplit(url).path
        return shared.signer.read(path[max(path.find("/rs:fit:") - _SIGNATURE, 0) :]).id
    except (NotFound, ValueError):
        return None


async def keep(shared: Services, data: bytes, field: str, seconds: float = _KEEP_DAYS * 86400) -> Artifact:
    """Keep a picture, a week by default; raises Invalid when it is none. Its media type is what the bytes say."""
    return await store(shared, await checked(data, field), seconds)


async def checked(data: bytes, field: str) -> File:
    """The picture that the bytes are; raises Invalid."""
    return await asyncio.to_thread(_file, data, field)


async def store(shared: Services, file: File, seconds: float = _KEEP_DAYS * 86400, name: str | None = None) -> Artifact:
    """Keep a file, a week by default, under an id of its own or a given one."""

    return await _store(
        shared, lambda connection: shared.artifacts.put(connection, 0, Rendered(file, {})), seconds, name
    )


async def store_file(shared: Services, file: Spooled, media_type: str, seconds: float, name: str | None) -> Artifact:
    """As `store`, a large file that is no picture."""

    async def put(connection: Connection) -> Artifact:
        return await shared.artifacts.put_file(connection, file.path, file.sha256, media_type)

    return await _store(shared, put, seconds, name)


async def _store(
    shared: Services, put: Callable[[Connection], Awaitable[Artifact]], seconds: float, name: str | None
) -> Artifact:
    async def work(connection: Connection) -> Artifact:
        async with connection.transaction():
            artifact = await put(connection)
            artifact = replace(artifact, id=name or artifact.id)
            values: dict[str, Any] = artifact.row() | {"seconds": seconds}
            await fetch(connection, _KEEP, **values)
            return artifact

    return await shared.database.run(work)


def data_url(value: object, field: str) -> bytes:
    """The bytes of `data:<type>;base64,<data>`; raises Invalid.

    Line breaks and missing padding are forgiven (WHATWG Infra, forgiving-base64 decode).
    """
    head = _DATA_URL.match(value[:200]) if isinstance(value, str) else None
    if head is None:
        raise Invalid(f"{field} is no data URL in base64", field=field)
    try:
        text = "".join(str(value)[head.end() :].split())
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid(f"{field} is not valid base64", field=field) from error


def _file(data: bytes, field: str) -> File:
    seen = look(data, field)
    return File(data, seen.media_type, seen.width, seen.height)
