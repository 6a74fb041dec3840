"""The Replicate dialect under `/replicate/v1`: predictions."""

from __future__ import annotations

import base64
import binascii
import uuid
from datetime import UTC, datetime
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse

from gouache.api import replicate_replies as replies
from gouache.api.auth import caller_of
from gouache.api.dialects import Dialect
from gouache.api.forms import read
from gouache.api.links import origin
from gouache.api.replicate_catalog import Listed, listed
from gouache.api.replicate_docs import PAID, PAID_VERSION, refused
from gouache.api.replicate_fields import (
    BadInput,
    Wrong,
    cost,
    deadline,
    operation,
    patience,
    read_input,
    versioned,
    webhooks,
)
from gouache.api.services import caller, public_url, services
from gouache.errors import NotFound
from gouache.jobs.model import Job
from gouache.jobs.webhooks import KEY

_NAME = "replicate"
_PAGE = 100
dialect = Dialect(_NAME, ("/replicate",), replies.refusal)


async def account(request: Request) -> None:
    """Notes the caller by its bearer key, `Token` in older clients; raises Unauthorized."""
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    request.state.caller = await caller_of(request, key.strip() if scheme.lower() in ("bearer", "token") else None)


mount = APIRouter(tags=["Replicate"], dependencies=[Depends(account)])


@mount.post("/models/{owner}/{name}/predictions", response_model=replies.Prediction, **PAID)
async def create_of_model(request: Request, owner: str, name: str) -> JSONResponse:
    """Start a prediction of a model; with `Prefer: wait` the answer comes when it is over."""
    body = (await read(request)).fields
    return await _create(request, known(f"{owner}/{name}"), "hidden", body)


@mount.post("/predictions", response_model=replies.Prediction, **PAID_VERSION)
async def create(request: Request) -> JSONResponse:
    """Start a prediction of a version: 64 hex digits, `owner/name:version`, or `owner/name`."""
    body = (await read(request)).fields
    model, version = versioned(body)
    return await _create(request, model, version, body, versioned=True)


@mount.get("/predictions", response_model=replies.Predictions, responses=refused(400, 401, 405, 422))
async def page(
    request: Request,
    cursor: str | None = None,
    created_after: Annotated[datetime | None, Query(description="RFC 3339.")] = None,
    created_before: Annotated[datetime | None, Query(description="RFC 3339.")] = None,
) -> JSONResponse:
    """The caller's predictions, newest first."""
    after = _position(cursor) if cursor else None
    if after is None and created_before is not None:
        after = (_aware(created_before), uuid.UUID(int=0))
    jobs = await services(request).jobs.page(caller(request).account, limit=_PAGE + 1, after=after, dialect=_NAME)
    wanted = [job for job in jobs[:_PAGE] if created_after is None or job.created_at > _aware(created_after)]
    more = len(jobs) > _PAGE and len(wanted) == _PAGE
    return JSONResponse(
        {
            "next": _next(request, wanted[-1]) if more else None,
            "previous": None,
            "results": [await _prediction(request, job) for job in wanted],
        }
    )


@mount.get("/predictions/{prediction_id}", response_model=replies.Prediction, responses=refused(401, 404, 405))
async def get(request: Request, prediction_id: str) -> JSONResponse:
    """A prediction as it stands."""
    return JSONResponse(await _prediction(request, await _job(request, prediction_id)))


@mount.post("/predictions/{prediction_id}/cancel", response_model=replies.Prediction, responses=refused(401, 404, 405))
async def cancel(request: Request, prediction_id: str) -> JSONResponse:
    """Call a prediction off; one that is over stays as it is."""
    job = await _job(request, prediction_id)
    canceled = await services(request).jobs.cancel(job.id, caller(request).account)
    return JSONResponse(await _prediction(request, canceled))


def known(slug: str) -> Listed:
    """The model of `owner/name`; raises NotFound."""
    if slug not in listed():
        raise NotFound(f"no model {slug}")
    return listed()[slug]


async def _create(
    request: Request, model: Listed, version: str, body: dict[str, Any], *, versioned: bool = False
) -> JSONResponse:
    shared = services(request)
    values = read_input(model, body, version=versioned)
    hooks = webhooks(body, origin(request))
    remembered: dict[str, Any] = {
        "model": model.slug,
        "version": version,
        "input": values,
        "stream": replies.new_token(),
    }
    remembered |= {KEY: hooks} if hooks else {}
    submitted = await shared.submit(
        request, operation(model, values), cost(model, shared.settings.price_table), _NAME,
        request=remembered, deadline=deadline(request.headers.get("cancel-after")),
    )  # fmt: skip
    seconds = patience(request.headers.get("prefer", ""))
    job = await shared.jobs.wait(submitted.id, seconds or 0)
    answer = await _prediction(request, job)
    return JSONResponse(answer if job.over else replies.as_starting(answer))


async def _prediction(request: Request, job: Job) -> dict[str, Any]:
    return replies.prediction(job, await output(request, job), origin(request))


async def output(request: Request, job: Job) -> str | None:
    """The URL of a job's picture, once there is one."""
    if job.state != "succeeded":
        return None
    pictures = (await services(request).delivery(job)).pictures
    return public_url(request, pictures[0]) if pictures else None


async def _job(request: Request, prediction_id: str) -> Job:
    """A prediction of the caller; raises NotFound, also when it is forgotten."""
    identity = replies.job_id(prediction_id)
    if identity is None:
        raise NotFound(f"no prediction {ascii(prediction_id)}")
    job = await services(request).jobs.get(identity, caller(request).account)
    if job.dialect != _NAME:
        raise NotFound(f"no prediction {prediction_id}")
    return job


def _next(request: Request, last: Job) -> str:
    """The URL of the page after a prediction; the filters go with it."""
    cursor = base64.urlsafe_b64encode(f"{last.created_at.isoformat()} {last.id}".encode()).decode()
    kept = request.query_params.get("created_after")
    filters = f"&created_after={quote(kept)}" if kept else ""
    return f"{origin(request)}{request.url.path}?cursor={quote(cursor)}{filters}"


def _position(cursor: str) -> tuple[datetime, uuid.UUID]:
    """The creation time and id that a cursor stands for; raises BadInput."""
    try:
        moment, _, job = base64.urlsafe_b64decode(cursor.encode()).decode().partition(" ")
        return datetime.fromisoformat(moment), uuid.UUID(job)
    except (ValueError, binascii.Error) as error:
        raise BadInput(Wrong("format", "cursor", "Invalid cursor")) from error


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
