"""The Replicate dialect under `/replicate/v1`: predictions."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse

from gouache.api import replicate_replies as replies
from gouache.api import uploads
from gouache.api.body import Limits
from gouache.api.dialects import Dialect
from gouache.api.forms import read
from gouache.api.links import data_uri, origin
from gouache.api.replicate_auth import account
from gouache.api.replicate_catalog import Listed, listed
from gouache.api.replicate_docs import PAID, PAID_VERSION, refused
from gouache.api.replicate_fields import BadInput, Wrong, deadline, patience, versioned, webhooks
from gouache.api.replicate_files import handed_in
from gouache.api.replicate_inputs import cost, operation, read_input, unknown
from gouache.api.replicate_pages import Place, aware
from gouache.api.services import caller, public_url, services
from gouache.errors import Invalid, NotFound
from gouache.jobs.model import Job
from gouache.jobs.webhooks import KEY
from gouache.operations import Source

_NAME = "replicate"
_PAGE = 100
_BODY = Limits(body=4 * uploads.MAX_BYTES // 3 + 1_000_000, part=4 * uploads.MAX_BYTES // 3)  # a picture in base64
dialect = Dialect(_NAME, ("/replicate", "/v1/files"), replies.refusal)
mount = APIRouter(tags=["Replicate"], dependencies=[Depends(account)])


@mount.post("/models/{owner}/{name}/predictions", response_model=replies.Prediction, **PAID)
async def create_of_model(request: Request, owner: str, name: str) -> JSONResponse:
    """Start a prediction of a model; with `Prefer: wait` the answer comes when it is over."""
    body = (await read(request, _BODY)).fields
    return await _create(request, known(f"{owner}/{name}"), "hidden", body)


@mount.post("/predictions", response_model=replies.Prediction, **PAID_VERSION)
async def create(request: Request) -> JSONResponse:
    """Start a prediction of a version: 64 hex digits, `owner/name:version`, or `owner/name`."""
    body = (await read(request, _BODY)).fields
    model, version = versioned(body)
    return await _create(request, model, version, body, versioned=True)


@mount.get("/predictions", response_model=replies.Predictions, responses=refused(400, 401, 405, 422))
async def page(
    request: Request,
    cursor: str | None = None,
    created_after: Annotated[datetime | None, Query(description="RFC 3339.")] = None,
    created_before: Annotated[datetime | None, Query(description="RFC 3339.")] = None,
    source: Annotated[Literal["web"] | None, Query(description="`web`: those made on the vendor's page; none.")] = None,
) -> JSONResponse:
    """The caller's predictions, newest first; `next` and `previous` are URLs of the pages around this one."""
    place = Place.read(cursor) if cursor else None
    jobs = [] if source else await _jobs(request, place, created_after, created_before)
    upwards = place is not None and place.upwards
    more = len(jobs) > _PAGE
    jobs = jobs[-_PAGE:] if upwards else jobs[:_PAGE]
    older, newer = more or upwards, bool(cursor) and (more or not upwards)
    return JSONResponse(
        {
            "next": Place(jobs[-1].created_at, jobs[-1].id).url(request) if older and jobs else None,
            "previous": Place(jobs[0].created_at, jobs[0].id, upwards=True).url(request) if newer and jobs else None,
            "results": [await _prediction(request, job) for job in jobs],
        }
    )


async def _jobs(request: Request, place: Place | None, since: datetime | None, until: datetime | None) -> list[Job]:
    """A page of jobs and one more, if there is one."""
    after = (place.at, place.job) if place else None
    return await services(request).jobs.page(
        caller(request).account, limit=_PAGE + 1, after=after, dialect=_NAME,
        since=since and aware(since), until=until and aware(until),
        upwards=place is not None and place.upwards, removed=True,
    )  # fmt: skip


@mount.get("/predictions/{prediction_id}", response_model=replies.Prediction, responses=refused(401, 404, 405))
async def get(request: Request, prediction_id: str) -> JSONResponse:
    """A prediction as it stands."""
    return JSONResponse(await _prediction(request, await _job(request, prediction_id)))


@mount.post("/predictions/{prediction_id}/cancel", response_model=replies.Prediction, responses=refused(401, 404, 405))
async def cancel(request: Request, prediction_id: str) -> JSONResponse:
    """Call a prediction off; one that is over stays as it is."""
    job = await _job(request, prediction_id)
    if not job.over:
        job = await services(request).jobs.cancel(job.id, caller(request).account)
    return JSONResponse(await _prediction(request, job))


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
    hooks = await webhooks(body, origin(request), shared.settings.fetch_allow)
    until = deadline(request.headers.get("cancel-after"))
    wanted = await operation(model, values, unknown(model, body), lambda url: _picture(request, url))
    remembered: dict[str, Any] = {
        "model": model.slug,
        "version": version,
        "input": await _echoed(request, values),
        "stream": replies.new_token(),
    }
    remembered |= {KEY: hooks} if hooks else {}
    units = cost(model, shared.settings.price_table)
    submitted = await shared.submit_or_fail(request, wanted, units, _NAME, request=remembered, deadline=until)
    return await _answer(request, submitted.id)


async def _answer(request: Request, job_id: uuid.UUID) -> JSONResponse:
    """A new prediction: 200 at once; to a client that waits, 201 when it is over in time, else 202."""
    seconds = patience(request.headers.get("prefer", ""))
    job = await services(request).jobs.wait(job_id, seconds or 0)
    answer = await _prediction(request, job)
    status = 200 if seconds is None else 201 if job.over else 202
    return JSONResponse(answer if job.over else replies.as_starting(answer), status)


async def _picture(request: Request, url: str) -> Source:
    """The picture that an input names: a file that was handed in, a data URI, or a URL; raises BadInput."""
    shared, payer, field = services(request), caller(request).account, "image"
    try:
        data = await handed_in(shared, payer, url)
        if data is None:
            data = await uploads.named(shared, url, field)
        return await uploads.source(shared, payer, data, field)
    except (Invalid, NotFound) as error:
        raise BadInput(Wrong("format", "input.image", error.message)) from error


async def _echoed(request: Request, values: dict[str, Any]) -> dict[str, Any]:
    """An input as it is repeated: a picture in it by URL."""
    image = values.get("image", "")
    if image[:5].lower() != "data:":
        return values
    shared = services(request)
    data = uploads.data_url(image, "image")
    kept = await uploads.keep(shared, data, "image", shared.settings.keep_seconds(_NAME))
    return {**values, "image": public_url(request, kept)}


async def _prediction(request: Request, job: Job) -> dict[str, Any]:
    return replies.prediction(job, await output(request, job), origin(request))


async def output(request: Request, job: Job) -> str | None:
    """The URL of a job's picture, or the picture itself as a data URI, once there is one."""
    if job.state != "succeeded":
        return None
    shared = services(request)
    pictures = (await shared.delivery(job)).pictures
    if not pictures:
        return None
    if shared.settings.replicate_output == "data":
        return data_uri(pictures[0], await shared.artifacts.read(pictures[0]))
    return public_url(request, pictures[0])


async def _job(request: Request, prediction_id: str) -> Job:
    """A prediction of the caller; raises NotFound, also when it is forgotten."""
    identity = replies.job_id(prediction_id)
    if identity is None:
        raise NotFound(f"no prediction {ascii(prediction_id)}")
    job = await services(request).jobs.get(identity, caller(request).account, removed=True)
    if job.dialect != _NAME:
        raise NotFound(f"no prediction {prediction_id}")
    return job
