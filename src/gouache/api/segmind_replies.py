"""What the Segmind dialect answers: jobs in its states, its result, its errors."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field

from gouache.artifacts.store import Artifact
from gouache.errors import GouacheError
from gouache.jobs.model import Job, State
from gouache.operations import Drawn

UNITS_PER_DOLLAR = 1000
STATES: dict[State, str] = {
    "queued": "QUEUED", "running": "PROCESSING", "succeeded": "COMPLETED", "failed": "FAILED", "canceled": "FAILED",
    "expired": "FAILED",
}  # fmt: skip
_SUFFIXES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}
_STATUS = {402: 406, 415: 400, 503: 502}  # 406 says that credits are used up, and nothing else


class Image(BaseModel):
    url: str
    content_type: str
    file_name: str
    file_size: str


class Metrics(BaseModel):
    """Dollars and seconds."""

    cost: float
    remaining_credits: float
    inference_time: float
    queue_time: float
    total_time: float
    retry_count: int


class Submitted(BaseModel):
    request_id: str
    status: str
    poll_url: str
    status_url: str
    response_url: str


class Status(BaseModel):
    """QUEUED, PROCESSING, COMPLETED or FAILED; the last is sent with HTTP 422 and an `error`."""

    status: str
    request_id: str
    metrics: dict[str, float]
    status_url: str | None = None
    response_url: str | None = None
    error: str | None = None


class Result(BaseModel):
    status: str
    request_id: str
    output: str
    images: list[Image]
    seed: str
    prompt: str
    timings: dict[str, float]
    metrics: Metrics
    error: None


class Refused(BaseModel):
    error: str


class Credits(BaseModel):
    """Dollars."""

    credits: float
    free_credits: float = Field(alias="free-credits")


class Uploaded(BaseModel):
    file_urls: list[str]
    message: str


def submitted(request_id: str, base: str) -> dict[str, Any]:
    """The answer to a submit; `base` is the URL of the mount, without a slash at its end."""
    return {
        "request_id": request_id,
        "status": "QUEUED",
        "poll_url": f"{base}/v1/requests/{request_id}",
        **_urls(request_id, base),
    }


def status(job: Job, base: str) -> JSONResponse:
    """How a job stands; 422 when it failed."""
    state = STATES[job.state]
    body: dict[str, Any] = {"status": state, "request_id": str(job.id)}
    if not job.over:
        return JSONResponse({**body, **_urls(str(job.id), base), "metrics": {}})
    if state == "COMPLETED":
        return JSONResponse({**body, "metrics": {"inference_time": seconds(job)["inference_time"]}})
    message = job.error.message if job.error else f"the request {job.state}"
    return JSONResponse({**body, "error": message, "metrics": seconds(job)}, 422)


def result(job: Job, picture: Artifact, url: str, balance: int) -> dict[str, Any]:
    """The final body of a job that succeeded; `balance` in units."""
    file = {
        "url": url,
        "content_type": picture.media_type,
        "file_name": f"{picture.id}.{_SUFFIXES.get(picture.media_type, 'webp')}",
        "file_size": str(picture.bytes),
    }
    return {
        "status": "COMPLETED",
        "request_id": str(job.id),
        "output": url,
        "images": [file],
        "seed": str(job.operation.seed),
        "prompt": job.operation.prompt if isinstance(job.operation, Drawn) else "",
        "timings": {},
        "metrics": {
            "cost": dollars(job.charged),
            "remaining_credits": dollars(balance),
            **seconds(job),
            "retry_count": max(0, job.attempt - 1),
        },
        "error": None,
    }


def result_headers(job: Job, balance: int) -> dict[str, str]:
    """What v1 says beside the body."""
    return {
        "x-cost": str(dollars(job.charged)),
        "x-remaining-credits": str(dollars(balance)),
        "x-request-id": str(job.id),
        "x-generation-time": str(seconds(job)["inference_time"]),
        "x-seed-value": str(job.operation.seed),
    }


def refusal(error: GouacheError) -> Response:
    """An error: a status of the vendor's list and one line."""
    headers = {}
    wait = getattr(error, "retry_after", None)
    if wait is not None:
        reset = datetime.now(UTC) + timedelta(seconds=wait)
        headers = {"Retry-After": str(wait), "x-rate-limit-reset-at-utc": reset.isoformat(timespec="seconds")}
    message = f"Insufficient credits: {error.message}" if error.status == 402 else error.message
    return JSONResponse({"error": message}, _STATUS.get(error.status, error.status), headers=headers)


def dollars(units: int) -> float:
    return units / UNITS_PER_DOLLAR


def seconds(job: Job) -> dict[str, float]:
    """How long a job that is over waited and ran; one that never ran waited only."""
    end = job.finished_at or job.created_at
    start = job.started_at or end
    spans = {
        "inference_time": end - start, "queue_time": start - job.created_at, "total_time": end - job.created_at,
    }  # fmt: skip
    return {name: round(span.total_seconds(), 3) for name, span in spans.items()}


def _urls(request_id: str, base: str) -> dict[str, str]:
    response = f"{base}/v2/requests/{request_id}"
    return {"status_url": f"{response}/status", "response_url": response}
