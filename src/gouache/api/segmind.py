"""The Segmind dialect: `recraft-v3` and `recraft-v3-svg`, v1 blocking and v2 as a queue, at the root and `/segmind`."""

from __future__ import annotations

import uuid
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import JSONResponse, Response
from starlette.convertors import Convertor, register_url_convertor

from gouache.api import segmind_replies as replies
from gouache.api.auth import caller_of
from gouache.api.body import Limits
from gouache.api.dialects import Dialect
from gouache.api.forms import read
from gouache.api.links import origin
from gouache.api.reports import report_header, unknown_fields
from gouache.api.segmind_docs import PAID, POLLED, UPLOADED, refused
from gouache.api.segmind_fields import MODELS, Body, cost, operation
from gouache.api.services import Delivery, caller, public_url, services
from gouache.api.uploads import data_url, keep
from gouache.errors import Invalid, NotFound, Unauthorized
from gouache.jobs.model import Job
from gouache.operations import Generate

_UPLOAD = Limits(body=40_000_000)
_MOST_FILES = 16
_PREFIX = "/segmind"
_OWN = ("/v2", "/upload-asset", "/v1/requests", "/v1/get-user-credits", *(f"/v1/{slug}" for slug in MODELS))
dialect = Dialect("segmind", (_PREFIX, *_OWN), replies.refusal)


async def account(request: Request) -> None:
    """Notes the caller by `x-api-key`, or by a bearer key; raises Unauthorized."""
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    key = request.headers.get("x-api-key") or (bearer.strip() if scheme.lower() == "bearer" else None)
    try:
        request.state.caller = await caller_of(request, key)
    except Unauthorized as wrong:
        invalid_key = "Unauthorized. API key is invalid or may have expired"
        raise Unauthorized(invalid_key if key else "Missing Authorization or x-api-key in header") from wrong


class _Slug(Convertor[str]):
    """The models served; any other is an unknown path."""

    regex = "|".join(sorted(MODELS, key=len, reverse=True))

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("segmind", _Slug())
Slug = Annotated[str, Path(json_schema_extra={"enum": list(MODELS)})]
mount = APIRouter(tags=["Segmind"], dependencies=[Depends(account)])


@mount.post("/v1/{slug:segmind}", response_model=replies.Result, **PAID)
async def run(request: Request, slug: Slug) -> Response:
    """Text to image, answered when it is done: JSON, or the picture itself when `Accept` names only images."""
    shared = services(request)
    wanted, order = await _wanted(request, slug)
    delivery = await shared.run(request, wanted, cost(wanted, shared.settings.price_table), "segmind", request=order)
    return await _finished(request, delivery)


@mount.post("/v2/{slug:segmind}", response_model=replies.Submitted, **PAID)
async def submit(request: Request, slug: Slug) -> Response:
    """Text to image, queued; poll `status_url`, then fetch `response_url`."""
    shared = services(request)
    wanted, order = await _wanted(request, slug)
    units = cost(wanted, shared.settings.price_table)
    queued = await shared.submit_or_fail(request, wanted, units, "segmind", request=order)
    return JSONResponse(replies.submitted(str(queued.id), _base(request)))


@mount.get("/v1/requests/{request_id}", response_model=replies.Status, responses=POLLED)
@mount.get("/v2/requests/{request_id}/status", response_model=replies.Status, responses=POLLED)
async def status(request: Request, request_id: str) -> Response:
    """How a request stands; HTTP 422 when it failed."""
    return replies.status(await of_caller(request, request_id), _base(request))


@mount.get("/v2/requests/{request_id}", response_model=replies.Result | replies.Status, responses=POLLED)
async def result(request: Request, request_id: str) -> Response:
    """The result of a request that is COMPLETED, else how it stands."""
    job = await of_caller(request, request_id)
    if job.state != "succeeded":
        return replies.status(job, _base(request))
    delivery = await services(request).delivery(job)
    if not delivery.pictures:
        raise _unknown(request_id)
    return await _answer(request, delivery)


@mount.get("/v1/get-user-credits", response_model=replies.Credits, responses=refused(401, 405))
async def credits(request: Request) -> JSONResponse:
    """What the account has left, in dollars."""
    return JSONResponse({"credits": replies.dollars(await _balance(request)), "free-credits": 0})


@mount.post("/upload-asset", response_model=replies.Uploaded, **UPLOADED)
async def upload_asset(request: Request) -> JSONResponse:
    """Keep pictures, sent as data URLs, and tell their public URLs."""
    sent = (await read(request, _UPLOAD)).fields.get("data_urls")
    if not isinstance(sent, list) or not 0 < len(sent) <= _MOST_FILES:
        raise Invalid(f"data_urls must be a list of 1 to {_MOST_FILES} data URLs", field="data_urls")
    files = [data_url(one, "data_urls") for one in sent]
    kept = [await keep(services(request), data, "data_urls") for data in files]
    urls = [public_url(request, artifact) for artifact in kept]
    return JSONResponse({"file_urls": urls, "message": "Files uploaded successfully"})


async def _wanted(request: Request, slug: str) -> tuple[Generate, dict[str, Any]]:
    """What a body asks of a model, and what is to be remembered of it."""
    form = await read(request)
    body = {name: form.fields[name] for name in Body.model_fields if form.fields.get(name) is not None}
    notes = (*unknown_fields(form.fields, Body.model_fields), *form.notes)
    return operation(slug, form.fields, notes), {"model": slug, "body": body}


async def _answer(request: Request, delivery: Delivery) -> JSONResponse:
    [picture] = delivery.pictures
    balance = await _balance(request)
    reply = replies.result(delivery.job, picture, public_url(request, picture), balance)
    return JSONResponse(reply, headers=report_header(delivery.pictures))


async def _finished(request: Request, delivery: Delivery) -> Response:
    """The answer of v1, with its headers."""
    headers = replies.result_headers(delivery.job, await _balance(request))
    request.state.headers = {**getattr(request.state, "headers", {}), **headers}
    if not _wants_bytes(request.headers.get("accept", "*/*")):
        return await _answer(request, delivery)
    [picture] = delivery.pictures
    data = await services(request).artifacts.read(picture)
    return Response(data, headers={**report_header(delivery.pictures), "Content-Type": picture.media_type})


def _wants_bytes(accept: str) -> bool:
    """Whether a client would take a picture and no JSON."""
    kinds = [kind.partition(";")[0].strip().lower() for kind in accept.split(",")]
    if any(kind in ("*/*", "application/*", "application/json") for kind in kinds):
        return False
    return any(kind.startswith("image/") or kind == "application/octet-stream" for kind in kinds)


async def of_caller(request: Request, request_id: str) -> Job:
    """A request of this caller in this dialect; raises NotFound, also when it is forgotten."""
    try:
        job = await services(request).jobs.get(uuid.UUID(request_id), caller(request).account)
    except (ValueError, NotFound) as gone:
        raise _unknown(request_id) from gone
    if job.dialect != "segmind":
        raise _unknown(request_id)
    return job


def _unknown(request_id: str) -> NotFound:
    return NotFound(f"Request {request_id} not found")


async def _balance(request: Request) -> int:
    """Units left; the account of an open server never runs out and shows what a new account has."""
    shared = services(request)
    payer = caller(request).account
    return shared.settings.start_units if payer == shared.open_account else await shared.accounts.balance(payer)


def _base(request: Request) -> str:
    """The URL of the mount that was called."""
    return origin(request) + (_PREFIX if request.scope["path"].startswith(f"{_PREFIX}/") else "")


router = APIRouter()
router.include_router(mount)
router.include_router(mount, prefix=_PREFIX)
