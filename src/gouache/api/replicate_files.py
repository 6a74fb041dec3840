"""The Replicate dialect: files that clients hand in, to be named in inputs."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
import time
import uuid
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import quote, urlencode, urlsplit

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response
from psycopg.types.json import Json
from pydantic import BaseModel
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from gouache.api import uploads
from gouache.api.body import TooLarge, Unsupported, counted, json_object
from gouache.api.links import origin
from gouache.api.replicate_auth import account, account_secret
from gouache.api.replicate_docs import refused
from gouache.api.replicate_fields import BadInput, Wrong, encodable, mistyped
from gouache.api.replicate_replies import job_id, moment, prediction_id
from gouache.api.services import Services, caller, services
from gouache.artifacts.encode import File
from gouache.artifacts.store import Artifact
from gouache.errors import NotFound

MAX_BYTES = 100_000_000
_ENVELOPE_BYTES = 1_000_000  # of a form, beside the file
_KEEP_SECONDS = 24 * 3600
_DOWNLOAD_SECONDS = 3600
_MEDIA_TYPE = re.compile(r"^[\w.+-]+/[\w.+-]+$", re.ASCII)
_OWN = re.compile(r"/replicate/v1(?:/v1)?/files/([0-9a-z]{26})$")
_INSERT = """
insert into client_file (id, account, name, md5, metadata) values (%(id)s, %(account)s, %(name)s, %(md5)s, %(metadata)s)
"""
_SELECT = """
select file.id, name, md5, metadata, media_type, bytes, sha256, artifact.created_at, expires_at
from client_file as file join artifact using (id)
where account = %(account)s and expires_at > now() and (%(id)s::uuid is null or file.id = %(id)s)
order by artifact.created_at desc, file.id limit 1000
"""
mount = APIRouter(tags=["Replicate"], dependencies=[Depends(account)])
public = APIRouter(tags=["Replicate"])
_BODY: dict[str, Any] = {
    "type": "object", "required": ["content"],
    "properties": {
        "content": {"type": "string", "format": "binary"}, "filename": {"type": "string", "maxLength": 255},
        "type": {"type": "string"}, "metadata": {"type": "object"},
    },
}  # fmt: skip
_POSTED = {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": _BODY}}}}


class Kept(BaseModel):
    """A file; `urls.get` may be an input of a model, `urls.download` opens for an hour without a key."""

    id: str
    name: str
    content_type: str
    size: int
    etag: str
    checksums: dict[str, str]
    metadata: dict[str, Any]
    created_at: str
    expires_at: str
    urls: dict[str, str]


@mount.post("/files", status_code=201, response_model=Kept, responses=refused(400, 401, 405, 413, 415, 422),
            openapi_extra=_POSTED)  # fmt: skip
async def create(request: Request) -> JSONResponse:
    """Keep a file for a day: a form with `content`, and as you like `filename`, `type`, `metadata`."""
    shared = services(request)
    file, name, metadata = await _posted(request)
    kept = await uploads.store(shared, file, _KEEP_SECONDS)
    await _insert(shared, kept, caller(request).account, name, hashlib.md5(file.data, usedforsecurity=False), metadata)
    [row] = await _rows(shared, caller(request).account, uuid.UUID(kept.id))
    return JSONResponse(await _reply(request, row), 201)


@mount.get("/files", responses=refused(401, 405))
async def files(request: Request) -> JSONResponse:
    """The account's files, newest first, a thousand at most."""
    rows = await _rows(services(request), caller(request).account)
    return JSONResponse({"next": None, "previous": None, "results": [await _reply(request, row) for row in rows]})


@mount.get("/files/{file_id}", response_model=Kept, responses=refused(401, 404, 405))
async def get(request: Request, file_id: str) -> JSONResponse:
    """What is known of a file."""
    return JSONResponse(await _reply(request, await _row(request, file_id)))


@mount.delete("/files/{file_id}", status_code=204, responses=refused(401, 404, 405))
async def delete(request: Request, file_id: str) -> Response:
    """Forget a file."""
    row = await _row(request, file_id)
    await services(request).database.rows("update artifact set expires_at = now() where id = %(id)s", id=row["id"])
    return Response(status_code=204)


@public.get("/files/{file_id}/download", response_class=Response, responses=refused(404, 405, 422))
async def download(
    request: Request, file_id: str, owner: str, expiry: Annotated[int, Query()], signature: str
) -> Response:
    """The bytes of a file; `signature` = base64(HMAC-SHA256(webhook key, "{owner} {file_id} {expiry}"))."""
    shared = services(request)
    holder = await shared.database.row("select id from account where name = %(name)s", name=owner)
    if holder is None or expiry < time.time():
        raise NotFound("no such file")
    right = await _signature(shared, holder["id"], owner, file_id, expiry)
    identity = job_id(file_id)
    if identity is None or not hmac.compare_digest(_plain(signature), right):
        raise NotFound("no such file")
    found = await _rows(shared, holder["id"], identity)
    if not found:
        raise NotFound("no such file")
    headers = {
        "Content-Type": found[0]["media_type"],
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found[0]['name'])}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(await shared.artifacts.read(await shared.artifacts.get(str(identity))), headers=headers)


async def handed_in(shared: Services, payer: uuid.UUID, url: str) -> bytes | None:
    """The bytes of a file of the account that a URL names, None when it names none; the host does not matter."""
    try:
        match = _OWN.search(urlsplit(url).path)
    except ValueError:
        return None
    identity = job_id(match[1]) if match else None
    if identity is None or not await _rows(shared, payer, identity):
        return None
    return await shared.artifacts.read(await shared.artifacts.get(str(identity)))


async def _posted(request: Request) -> tuple[File, str, dict[str, Any]]:
    """The file of a form, its name and what is said of it; raises BadInput, TooLarge or Unsupported."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise Unsupported("send multipart/form-data with a part named content", field="content")
    body = counted(request, MAX_BYTES + _ENVELOPE_BYTES)
    parser = MultiPartParser(request.headers, body, max_files=4, max_fields=10, max_part_size=_ENVELOPE_BYTES)
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError) as error:
        raise BadInput(Wrong("format", "", f"The form is malformed: {error}")) from error
    except TooLarge as error:
        raise TooLarge("Files must be less than 100MB in size", field="content") from error
    try:
        return await _parts(form)
    finally:
        await form.close()


async def _parts(form: FormData) -> tuple[File, str, dict[str, Any]]:
    content = form.get("content")
    if not isinstance(content, UploadFile):
        raise BadInput(Wrong("required", "", "content is required"))
    data = await content.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLarge("Files must be less than 100MB in size", field="content")
    media = form.get("type") or content.content_type or ""
    media = media if isinstance(media, str) and _MEDIA_TYPE.match(media) else "application/octet-stream"
    name = _name(form.get("filename") or content.filename or "file")
    return File(data, media, 1, 1), name, await _metadata(form.get("metadata"))


def _name(given: object) -> str:
    if not isinstance(given, str):
        raise BadInput(mistyped("filename", "string", given))
    if len(given.encode(errors="replace")) > 255 or "\0" in given:
        raise BadInput(Wrong("string_lte", "filename", "String length must be less than or equal to 255"))
    return given


async def _metadata(given: UploadFile | str | None) -> dict[str, Any]:
    if not given:
        return {}
    data = given.encode() if isinstance(given, str) else await given.read(_ENVELOPE_BYTES)
    metadata = json_object(data)
    if not encodable(json.dumps(metadata, ensure_ascii=False)):
        raise BadInput(Wrong("format", "metadata", "Must be valid Unicode"))
    return metadata


async def _insert(
    shared: Services, kept: Artifact, payer: uuid.UUID, name: str, md5: Any, metadata: dict[str, Any]
) -> None:
    values = {"id": kept.id, "account": payer, "name": name, "md5": md5.hexdigest(), "metadata": Json(metadata)}
    await shared.database.rows(_INSERT, **values)


async def _rows(shared: Services, payer: uuid.UUID, identity: uuid.UUID | None = None) -> list[dict[str, Any]]:
    return await shared.database.rows(_SELECT, account=payer, id=identity)


async def _row(request: Request, file_id: str) -> dict[str, Any]:
    identity = job_id(file_id)
    found = await _rows(services(request), caller(request).account, identity) if identity else []
    if not found:
        raise NotFound(f"no file {ascii(file_id)}")
    return found[0]


async def _reply(request: Request, row: dict[str, Any]) -> dict[str, Any]:
    name = prediction_id(row["id"])
    own = f"{origin(request)}/replicate/v1/files/{name}"
    return {
        "id": name,
        "name": row["name"],
        "content_type": row["media_type"],
        "size": row["bytes"],
        "etag": row["md5"],
        "checksums": {"sha256": row["sha256"], "md5": row["md5"]},
        "metadata": row["metadata"],
        "created_at": moment(row["created_at"]),
        "expires_at": moment(row["expires_at"]),
        "urls": {"get": own, "download": f"{own}/download?{await _ticket(request, name, row['expires_at'])}"},
    }


async def _ticket(request: Request, name: str, end: datetime) -> str:
    shared, who = services(request), caller(request)
    expiry = int(min(end.timestamp(), time.time() + _DOWNLOAD_SECONDS))
    signature = base64.b64encode(await _signature(shared, who.account, who.name, name, expiry)).decode()
    return urlencode({"owner": who.name, "expiry": expiry, "signature": signature})


async def _signature(shared: Services, payer: uuid.UUID, owner: str, name: str, expiry: int) -> bytes:
    return hmac.digest(await account_secret(shared, payer), f"{owner} {name} {expiry}".encode(), "sha256")


def _plain(signature: str) -> bytes:
    try:
        return base64.b64decode(signature)
    except (binascii.Error, ValueError):
        return b""
