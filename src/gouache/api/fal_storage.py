"""Uploads as fal's clients make them: straight to `/files/upload` with a token, or to an address given beforehand.

Addresses and tokens are sealed: they say themselves what their holder may do, and for how long.
"""

from __future__ import annotations

import asyncio
import io
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
from gouache.api.body import TooLarge, counted
from gouache.api.fal_replies import Refused
from gouache.api.forms import read
from gouache.api.links import origin
from gouache.api.services import Services, public_url, services
from gouache.artifacts.encode import File
from gouache.artifacts.store import Artifact
from gouache.errors import Invalid, NotFound

MAX_BYTES = 64_000_000
_TOKEN_SECONDS = 3600
_DAY = 86400
_KEEP_SECONDS, _LONGEST_KEEP = 7 * _DAY, 366 * _DAY
_LIFE_HEADERS = ("x-fal-object-lifecycle-preference", "x-fal-object-lifecycle")
_TOO_LARGE = f"uploads in parts are for files larger than the {MAX_BYTES} bytes that are taken here"


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
    shared = services(request)
    name = str(uuid.uuid4())
    sealed = shared.signer.seal(f"{name}:{_life(request)}:{int(time.time()) + _TOKEN_SECONDS}")
    path = shared.signer.path(Artifact(name, 0, "", "", 0, 0, 0, {}))
    return Address(upload_url=f"{origin(request)}/files/upload/{sealed}", file_url=origin(request) + path)


@router.post("/files/upload", dependencies=[Depends(uploader)], responses=_refused(400, 401, 405, 413),
             openapi_extra=_BINARY)  # fmt: skip
async def upload(request: Request) -> Uploaded:
    """Keep a picture, or a zip of pictures, and tell its URL."""
    life = _life(request)
    kept = await uploads.store(services(request), await _file(request), life)
    return Uploaded(access_url=public_url(request, kept))


@router.put("/files/upload/{sealed}", responses=_refused(400, 404, 405, 413), openapi_extra=_BINARY)
async def put(request: Request, sealed: str) -> Response:
    """Keep the file that an address was given for; the same file may be sent again."""
    shared = services(request)
    told = _open(shared, sealed)
    if told is None or len(told) != 2:
        raise NotFound("this upload address is not known here, or too old")
    name, life = told
    file = await _file(request)
    if not await _there(shared, name, file):
        await uploads.store(shared, file, int(life), name)
    return JSONResponse({"id": name})


@router.post("/storage/upload/initiate-multipart", dependencies=[Depends(account)], responses=_refused(401, 405, 413))
@router.post("/files/upload/multipart", dependencies=[Depends(uploader)], responses=_refused(401, 405, 413))
async def in_parts() -> Response:
    """Refused: clients use it for files larger than what is taken here."""
    raise TooLarge(_TOO_LARGE, field="file")


async def _there(shared: Services, name: str, file: File) -> bool:
    """Whether this very file was stored under the name before; raises Invalid when another one was."""
    try:
        kept = await shared.artifacts.get(name)
    except NotFound:
        return False
    if await shared.artifacts.read(kept) != file.data:
        raise Invalid("another file was sent to this address before", field="file")
    return True


async def _file(request: Request) -> File:
    """The body as a picture or a zip; raises Invalid or TooLarge."""
    data = b"".join([chunk async for chunk in counted(request, MAX_BYTES)])
    if await asyncio.to_thread(zipfile.is_zipfile, io.BytesIO(data)):
        return File(data, "application/zip", 1, 1)
    return await uploads.checked(data, "file")


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
