"""The fal dialect: every endpoint blocking under `/fal/run` and queued under `/fal/queue`."""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from gouache.api import fal_replies as replies
from gouache.api import fal_webhooks, uploads
from gouache.api.auth import caller_of
from gouache.api.body import Limits
from gouache.api.dialects import Dialect
from gouache.api.fal_desk import RequestDesk
from gouache.api.fal_fields import App, Input, cost, deadline, read_body
from gouache.api.fal_images import APPS
from gouache.api.forms import read
from gouache.api.links import origin
from gouache.api.news import STILL_THERE, news
from gouache.api.openapi import inlined
from gouache.api.reports import report_header, unknown_fields
from gouache.api.services import Delivery, caller, public_url, services
from gouache.errors import NotFound
from gouache.jobs.model import Job
from gouache.jobs.webhooks import KEY
from gouache.operations import Operation

_NAME = "fal"
_BODY = Limits(body=4 * uploads.MAX_BYTES // 3 + 1_000_000)  # a picture in base64
_POSITION = "select count(*) as before from job where state = 'queued' and created_at < %(at)s"
dialect = Dialect(_NAME, ("/fal", "/storage", "/files", "/.well-known/jwks.json"), replies.refusal)


async def account(request: Request) -> None:
    """Notes the caller by `Authorization: Key`, or by a bearer key; raises Unauthorized."""
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    request.state.caller = await caller_of(request, key.strip() if scheme.lower() in ("key", "bearer") else None)


def _refused(*codes: int) -> dict[int | str, dict[str, Any]]:
    return {code: {"model": replies.Refused} for code in codes}


def _paid(app: App) -> dict[str, Any]:
    """What the document says of an endpoint."""
    schema = inlined(app.body.model_json_schema())
    return {
        "responses": _refused(400, 401, 403, 404, 405, 413, 415, 422, 429, 499, 500, 503, 504),
        "openapi_extra": {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}},
    }


router = APIRouter(prefix="/fal", tags=["fal"], dependencies=[Depends(account)])
_CANCELED: dict[int | str, dict[str, Any]] = {code: {"model": replies.Cancellation} for code in (400, 404)}
_CANCELED |= _refused(401, 405)
_REQUEST = "/queue/{owner}/{alias}/requests/{request_id}"


def _serve(name: str, app: App) -> None:
    """The two routes of an endpoint."""

    async def run(request: Request) -> JSONResponse:
        return await _run(request, app)

    async def submit(request: Request) -> JSONResponse:
        return await _submit(request, app)

    title = name.removeprefix("fal-ai/")
    done = "Answered when it is done."
    router.post(
        f"/run/{name}", operation_id=f"run:{name}", response_model=replies.OUTPUTS[app.shape],
        summary=title, description=done, **_paid(app),
    )(run)  # fmt: skip
    queued = "Queued; poll `status_url`, then fetch `response_url`."
    router.post(
        f"/queue/{name}", operation_id=f"queue:{name}", response_model=replies.Queued,
        summary=f"{title}, queued", description=queued, **_paid(app),
    )(submit)  # fmt: skip


for _model, _app in APPS.items():
    _serve(_model, _app)


@router.post("/run/{model:path}", include_in_schema=False)
@router.post("/queue/{model:path}", include_in_schema=False)
async def unknown(model: str) -> JSONResponse:
    """Any other endpoint."""
    raise NotFound(f"Application {ascii(model)[1:-1]} not found")


async def _run(request: Request, app: App) -> JSONResponse:
    shared = services(request)
    wanted, order, careful = await _wanted(request, app)
    shared.check_prompt(wanted, unsafe=careful)
    units = cost(app, wanted, shared.settings.price_table)
    return await _output(request, await shared.run(request, wanted, units, _NAME, **order))


async def _submit(request: Request, app: App) -> JSONResponse:
    shared = services(request)
    wanted, order, careful = await _wanted(request, app)
    units = cost(app, wanted, shared.settings.price_table)
    queued = await shared.submit_or_fail(request, wanted, units, _NAME, unsafe=careful, **order)
    job = await shared.jobs.get(queued.id)
    _name(request, job)
    urls = replies.urls(job, origin(request))
    position = await _position(request, job)
    told = {"gateway_request_id": str(job.id)} if KEY in job.request else {}
    return JSONResponse({"status": "IN_QUEUE", "request_id": str(job.id), **told, "queue_position": position, **urls})


@router.get(f"{_REQUEST}/status", response_model=replies.Queued, responses=_refused(401, 404, 405))
async def status(request: Request, request_id: str) -> JSONResponse:
    """How a request stands: 202 while it is under way, 200 when it is over."""
    job = await _job(request, request_id)
    return JSONResponse(await _status(request, job), 200 if job.over else 202)


@router.get(f"{_REQUEST}/status/stream", responses=_refused(401, 404, 405))
async def stream(request: Request, request_id: str) -> StreamingResponse:
    """How a request stands, each time that changes, as server-sent events."""
    job = await _job(request, request_id)
    return StreamingResponse(_changes(request, job.id), media_type="text/event-stream")


@router.get(
    _REQUEST,
    response_model=replies.Output | replies.OneOutput | replies.StyleOutput,
    responses=_refused(400, 401, 404, 405, 499, 500, 503, 504),
)
async def result(request: Request, request_id: str) -> JSONResponse:
    """What a request made, or why it failed; before it is over, how it stands, with 202."""
    job = await _job(request, request_id)
    if not job.over:
        return JSONResponse(await _status(request, job), 202)
    return await _output(request, await services(request).delivery(job))


@router.put(f"{_REQUEST}/cancel", status_code=202, response_model=replies.Cancellation, responses=_CANCELED)
async def cancel(request: Request, request_id: str) -> Response:
    """Call a request off."""
    try:
        job = await _job(request, request_id)
    except NotFound:
        return JSONResponse({"status": "NOT_FOUND"}, 404)
    if job.over:
        return JSONResponse({"status": "ALREADY_COMPLETED"}, 400)
    await services(request).jobs.cancel(job.id, caller(request).account)
    return JSONResponse({"status": "CANCELLATION_REQUESTED"}, 202)


async def _wanted(request: Request, app: App) -> tuple[Operation, dict[str, Any], bool]:
    """What a body asks of an endpoint, the fields of its order, and whether unsafe prompts are refused.

    Raises BadBody, and Invalid for its webhook.
    """
    hook = await fal_webhooks.wishes(request)
    form = await read(request, _BODY)
    body = read_body(app.body, form.fields)
    wanted = await app.build(app, body, RequestDesk(request))
    notes = (*wanted.notes, *unknown_fields(form.fields, app.body.model_fields), *form.notes)
    return (
        wanted.model_copy(update={"notes": notes}),
        _order(request, app, body, hook),
        bool(body.enable_safety_checker),
    )


def _order(request: Request, app: App, body: Input, hook: dict[str, Any]) -> dict[str, Any]:
    """What the job must remember, when it must be over, and how urgent it is."""
    low = request.headers.get("x-fal-queue-priority", "").lower() == "low"
    return {
        "request": {"alias": app.alias, "sync_mode": bool(body.sync_mode), "shape": app.shape, **hook},
        "deadline": deadline(request.headers.get("x-fal-request-timeout")),
        "priority": -1 if low else 0,
    }


async def _output(request: Request, delivery: Delivery) -> JSONResponse:
    if not delivery.pictures:
        raise NotFound(f"Request {delivery.job.id} not found")
    _name(request, delivery.job)
    shared = services(request)
    made = await fal_webhooks.output(
        delivery.job, delivery.pictures, lambda picture: public_url(request, picture), shared.artifacts.read
    )
    return JSONResponse(made, headers=report_header(delivery.pictures))


async def _status(request: Request, job: Job) -> dict[str, Any]:
    _name(request, job)
    return replies.status(job, origin(request), await _position(request, job))


async def _position(request: Request, job: Job) -> int:
    """How many requests of all accounts wait before this one."""
    row = await services(request).database.row(_POSITION, at=job.created_at)
    return int(row["before"]) if row else 0


def _name(request: Request, job: Job) -> None:
    request.state.headers = {**getattr(request.state, "headers", {}), "x-fal-request-id": str(job.id)}


async def _changes(request: Request, job_id: uuid.UUID) -> AsyncIterator[str]:
    said = ""
    async for job in news(services(request), job_id):
        now = json.dumps(replies.status(job, origin(request), await _position(request, job)))
        yield f"data: {now}\n\n" if now != said else STILL_THERE
        said = now


async def _job(request: Request, request_id: str) -> Job:
    """A request of the caller; raises NotFound, also when it is forgotten."""
    try:
        job = await services(request).jobs.get(uuid.UUID(request_id), caller(request).account)
    except (ValueError, NotFound) as gone:
        raise NotFound(f"Request {ascii(request_id)[1:-1]} not found") from gone
    if job.dialect != _NAME:
        raise NotFound(f"Request {request_id} not found")
    return job
