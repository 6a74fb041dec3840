"""What Segmind's client asks of fixed hosts: who the key is, the models, past requests. They come by host rewriting."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from gouache.api.dialects import Dialect
from gouache.api.segmind import account, of_caller
from gouache.api.segmind_fields import MODELS
from gouache.api.segmind_replies import STATES, dollars, seconds
from gouache.api.services import caller, public_url, services
from gouache.errors import GouacheError
from gouache.jobs.model import Job

_CODES = {400: "invalid_request", 401: "invalid_api_key", 403: "insufficient_scope", 404: "not_found",
          429: "rate_limit_exceeded"}  # fmt: skip
_MOST = 10_000  # past requests that are looked through
_HISTORY_DAYS, _LONGEST_DAYS = 7, 31


def refusal(error: GouacheError) -> Response:
    """The account API's shape of errors."""
    body = {"error": _CODES.get(error.status, error.code), "error_description": error.message}
    wait = getattr(error, "retry_after", None)
    headers = {} if wait is None else {"Retry-After": str(wait)}
    return JSONResponse({**body, "status_code": error.status}, error.status, headers=headers)


dialect = Dialect("segmind", ("/api/auth", "/inference-request", "/inference-model-information"), refusal)


class Refused(BaseModel):
    error: str
    error_description: str
    status_code: int


class Forbidden(GouacheError):
    """Other people's requests are not for this key."""

    status = 403
    code = "insufficient_scope"


class User(BaseModel):
    id: str
    username: str
    credits: float


class Model(BaseModel):
    slug: str
    name: str
    type: str = "image"


class Models(BaseModel):
    models: list[Model]


class Row(BaseModel):
    """A past request; dollars and milliseconds. `model_status` is COMPLETED, FAILED or PENDING."""

    request_id: str
    model_name: str
    model_status: str
    status: str
    model_created: str
    credits_deduction: float
    latency_ms: int | None
    prompt: str | None
    request_body: dict[str, Any]
    parameters: dict[str, Any]
    generation_url: str | None
    error: str | None


class Rows(BaseModel):
    data: list[Row]
    page: int
    per_page: int
    total: int


_REFUSED: dict[int | str, dict[str, Any]] = {code: {"model": Refused} for code in (400, 401, 403, 404, 405)}
router = APIRouter(tags=["Segmind"], dependencies=[Depends(account)], responses=_REFUSED)
Page = Annotated[int, Query(ge=1, le=_MOST)]
Status = Literal["COMPLETED", "FAILED", "PENDING"]


@router.get("/api/auth/authenticate")
async def current(request: Request) -> User:
    """Who the key belongs to."""
    shared, one = services(request), caller(request)
    unlimited = one.account == shared.open_account
    units = shared.settings.start_units if unlimited else await shared.accounts.balance(one.account)
    return User(id=str(one.account), username=one.name, credits=dollars(units))


@router.get("/inference-model-information/list")
async def models() -> Models:
    """The models served here."""
    return Models(models=[Model(slug=slug, name=slug) for slug in MODELS])


@router.get("/inference-request/recent-generations")
async def recent(request: Request, model_name: str) -> Rows:
    """The newest pictures of a model."""
    found = [job for job in await _jobs(request, None, None) if job.state == "succeeded" and _model(job) == model_name]
    return await _rows(request, found, 1, 20)


@router.get("/inference-request/generations")
async def generations(
    request: Request,
    page: Page = 1,
    model_name: str | None = None,
    start_date: date | None = None,
    end_date: date | None = None,
    user_id: str | None = None,
) -> Rows:
    """Pictures that were made."""
    _own(request, user_id)
    jobs = await _jobs(request, start_date, end_date)
    found = [job for job in jobs if job.state == "succeeded" and model_name in (None, _model(job))]
    return await _rows(request, found, page, 20)


@router.get("/inference-request/request-history")
async def history(
    request: Request,
    page: Page = 1,
    per_page: Annotated[int, Query(ge=1, le=100)] = 20,
    from_date: date | None = None,
    to_date: date | None = None,
    model_name: str | None = None,
    status: Status | None = None,
    user_id: str | None = None,
    user_email: str | None = None,
    sort_by: Literal["model_created", "model_name", "credits_deduction"] = "model_created",
    sort_order: Literal["asc", "desc"] = "desc",
) -> Rows:
    """Requests with what they cost and what became of them, failures too; of the last week, if nothing else is said."""
    _own(request, user_id or user_email)
    last = to_date or datetime.now(UTC).date()
    first = from_date or last - timedelta(days=_HISTORY_DAYS)
    jobs = await _jobs(request, max(first, last - timedelta(days=_LONGEST_DAYS)), last)
    found = [job for job in jobs if (model_name or "") in _model(job) and status in (None, _status(job))]
    orders: dict[str, Any] = {
        "model_created": lambda job: job.created_at, "model_name": _model, "credits_deduction": lambda job: job.charged,
    }  # fmt: skip
    found.sort(key=orders[sort_by], reverse=sort_order == "desc")
    return await _rows(request, found, page, per_page)


@router.get("/inference-request/request-history/{request_id}")
async def past(request: Request, request_id: str) -> Row:
    """One request of the caller."""
    return await _row(request, await of_caller(request, request_id))


def _own(request: Request, user: str | None) -> None:
    """Raises Forbidden when a request is about somebody else."""
    if user not in (None, str(caller(request).account)):
        raise Forbidden("a key shows the requests of its own account only")


async def _jobs(request: Request, first: date | None, last: date | None) -> list[Job]:
    """The caller's requests of this dialect between two days, both included, newest first."""
    since = datetime.combine(first, time(), UTC) if first else None
    until = datetime.combine(last, time.max, UTC) if last else None
    jobs = services(request).jobs
    return await jobs.page(caller(request).account, limit=_MOST, dialect="segmind", since=since, until=until)


async def _rows(request: Request, jobs: list[Job], page: int, per_page: int) -> Rows:
    shown = jobs[(page - 1) * per_page : page * per_page]
    rows = [await _row(request, job) for job in shown]
    return Rows(data=rows, page=page, per_page=per_page, total=len(jobs))


async def _row(request: Request, job: Job) -> Row:
    pictures = await services(request).artifacts.of_job(job.id) if job.state == "succeeded" else []
    sent = job.request.get("body", {})
    return Row(
        request_id=str(job.id),
        model_name=_model(job),
        model_status=_status(job),
        status=_status(job),
        model_created=job.created_at.isoformat(),
        credits_deduction=dollars(job.charged),
        latency_ms=round(seconds(job)["total_time"] * 1000) if job.over else None,
        prompt=sent.get("prompt"),
        request_body=sent,
        parameters=sent,
        generation_url=public_url(request, pictures[0]) if pictures else None,
        error=job.error.message if job.error else None,
    )


def _model(job: Job) -> str:
    return str(job.request.get("model", ""))


def _status(job: Job) -> str:
    state = STATES[job.state]
    return state if state in ("COMPLETED", "FAILED") else "PENDING"
