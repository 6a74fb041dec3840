"""Uploads as fal's clients make them: straight to `/files/upload` with a token, or to an address given beforehand.

Addresses and tokens are sealed: they say themselves what their holder may do, and for how long.
"""

from __future__ import annotations

import asyncio
import json
import time
import uuid
import zipfile
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from gouache.api import uploads
from gouache.api.auth import caller_of
from gouache.api.body import counted
from gouache.api.fal_replies import Refused
from gouache.api.forms import read
from gouache.api.links import origin
from gouache.api.services import Services, public_url, services
from gouache.api.spool import Spooled, spooled
from gouache.artifacts.store import Artifact
from gouache.errors import Invalid, NotFound

MAX_BYTES = 256 << 20  # of a file, in parts or not; ten pictures of 20 MB in a zip fit
_PICTURE_BYTES = 64_000_000
_TOKEN_SECONDS = 3600
_DAY = 86400
_KEEP_SECONDS, _LONGEST_KEEP = 7 * _DAY, 366 * _DAY
_LIFE_HEADERS = ("x-fal-object-lifecycle-preference", "x-fal-object-lifecycle")


class Token(BaseModel):
    token: str
    token_type: str
    base_url: str
    expires_at: str


class Address(BaseModel):
    """PUT the file to `upload_url`; it is then found at `file_url`."""

    upload_url: str
    file_url: str


class Uploaded(BaseModel):
    access_url: str


async def account(request: Request) -> None:
    """A key as for the endpoints; raises Unauthorized."""
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    await caller_of(request, key.strip() if scheme.lower() in ("key", "bearer") else None)


async def uploader(request: Request) -> None:
    """A token of ours, or a key; raises Unauthorized."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and _open(services(request), token.strip(), "token") is not None:
        return
    await account(request)


def _refused(*codes: int) -> dict[int | str, dict[str, Any]]:
    return {code: {"model": Refused} for code in codes}


_BINARY = {"requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string"}}}}}
router = APIRouter(tags=["fal"])


@router.post("/storage/auth/token", dependencies=[Depends(account)], responses=_refused(401, 405))
async def token(request: Request) -> Token:
    """A token with which files can be uploaded to `base_url` for an hour."""
    until = int(time.time()) + _TOKEN_SECONDS
    sealed = services(request).signer.seal(f"token:{until}")
    expiry = datetime.fromtimestamp(until, UTC).isoformat()
    return Token(token=sealed, token_type="Bearer", base_url=origin(request), expires_at=expiry)  # noqa: S106


@router.post("/storage/upload/initiate", dependencies=[Depends(account)], responses=_refused(400, 401, 405, 413, 415))
async def initiate(request: Request) -> Address:
    """Where to PUT a file, and where it will be found."""
    await read(request)  # its name and type are not needed: the bytes tell
    sealed, url = address(request)
    return Address(upload_url=f"{origin(request)}/files/upload/{sealed}", file_url=url)


@router.post("/files/upload", dependencies=[Depends(uploader)], responses=_refused(400, 401, 405, 413),
             openapi_extra=_BINARY)  # fmt: skip
async def upload(request: Request) -> Uploaded:
    """Keep a picture, or a zip of pictures, and tell its URL."""
    life, shared = _life(request), services(request)
    async with spooled(shared.settings, counted(request, MAX_BYTES)) as file:
        kept = await keep(shared, file, life)
    return Uploaded(access_url=public_url(request, kept))


@router.put("/files/upload/{sealed}", responses=_refused(400, 404, 405, 413), openapi_extra=_BINARY)
async def put(request: Request, sealed: str) -> Response:
    """Keep the file that an address was given for; the same file may be sent again."""
    shared = services(request)
    name, life = permitted(shared, sealed)
    async with spooled(shared.settings, counted(request, MAX_BYTES)) as file:
        if not await _there(shared, name, file):
            await keep(shared, file, life, name)
    return JSONResponse({"id": name})


def address(request: Request) -> tuple[str, str]:
    """A sealed permission to send one file, and the URL at which it will be found; raises Invalid."""
    shared = services(request)
    name = str(uuid.uuid4())
    sealed = shared.signer.seal(f"{name}:{_life(request)}:{int(time.time()) + _TOKEN_SECONDS}")
    return sealed, origin(request) + shared.signer.path(Artifact(name, 0, "", "", 0, 0, 0, {}))


def permitted(shared: Services, sealed: str) -> tuple[str, int]:
    """The name of the file that may be sent, and the seconds it is to be kept; raises NotFound."""
    told = _open(shared, sealed)
    if told is None or len(told) != 2:
        raise NotFound("this upload address is not known here, or too old")
    return told[0], int(told[1])


async def keep(shared: Services, file: Spooled, life: float, name: str | None = None) -> Artifact:
    """Keep a picture or a zip; raises Invalid when it is neither."""
    if await asyncio.to_thread(zipfile.is_zipfile, file.path):
        return await uploads.store_file(shared, file, "application/zip", life, name)
    if file.bytes > _PICTURE_BYTES:
        raise Invalid(f"no zip, and larger than pictures may be: {_PICTURE_BYTES} bytes", field="file")
    data = await asyncio.to_thread(file.path.read_bytes)
    return await uploads.store(shared, await uploads.checked(data, "file"), life, name)


async def _there(shared: Services, name: str, file: Spooled) -> bool:
    """Whether this very file was stored under the name before; raises Invalid when another one was."""
    try:
        kept = await shared.artifacts.get(name)
    except NotFound:
        return False
    if kept.sha256 != file.sha256:
        raise Invalid("another file was sent to this address before", field="file")
    return True


def _open(shared: Services, sealed: str, kind: str | None = None) -> list[str] | None:
    """The parts of a sealed text before its time; None when it is not ours, of another kind, or too old."""
    try:
        *parts, until = shared.signer.unseal(sealed).split(":")
    except NotFound:
        return None
    if float(until) < time.time() or (kind is not None and parts != [kind]):
        return None
    return parts


def _life(request: Request) -> int:
    """Seconds that the client wants its file kept, a week by default; raises Invalid."""
    wish = next((request.headers[name] for name in _LIFE_HEADERS if name in request.headers), "{}")
    try:
        seconds = json.loads(wish).get("expiration_duration_seconds")
        if seconds is not None and not (isinstance(seconds, int) and 0 < seconds <= _LONGEST_KEEP):
            raise ValueError(seconds)
    except (ValueError, AttributeError, RecursionError) as error:
        limit = f"expiration_duration_seconds must be a whole number up to {_LONGEST_KEEP}"
        raise Invalid(f"X-Fal-Object-Lifecycle-Preference: {limit}", field="lifecycle") from error
    return seconds or _KEEP_SECONDS
