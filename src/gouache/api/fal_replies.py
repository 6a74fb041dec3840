"""What the fal dialect answers: requests in the queue, files, errors."""

from __future__ import annotations

from typing import Any

from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from gouache.api.errors import headers_of
from gouache.api.fal_fields import BadBody, bad
from gouache.artifacts.store import Artifact
from gouache.errors import GouacheError
from gouache.jobs.model import Job
from gouache.vocabulary.moderation import Improper

_SUFFIXES = {"image/svg+xml": "svg"}
_TYPES = {400: "bad_request", 409: "client_cancelled", 500: "internal_error", 503: "runner_server_error",
          504: "request_timeout"}  # fmt: skip
_STATUS = {402: 403, 409: 499}
_RETRYABLE = (429, 503)
FLAGGED = bad(
    "prompt", "The content could not be processed because it contained material flagged by a content checker.",
    None, "content_policy_violation",
)  # fmt: skip


class File(BaseModel):
    url: str
    content_type: str
    file_name: str
    file_size: int


class Output(BaseModel):
    images: list[File]


class OneOutput(BaseModel):
    image: File


class StyleOutput(BaseModel):
    style_id: str


OUTPUTS: dict[str, type[BaseModel]] = {"images": Output, "image": OneOutput, "style_id": StyleOutput}


class Queued(BaseModel):
    """`status` is IN_QUEUE, IN_PROGRESS or COMPLETED; a failed request is COMPLETED with an `error`."""

    status: str
    request_id: str
    response_url: str
    status_url: str
    cancel_url: str
    queue_position: int | None = None
    logs: list[dict[str, str]] | None = None
    metrics: dict[str, float] | None = None
    error: str | None = None
    error_type: str | None = None


class Cancellation(BaseModel):
    """CANCELLATION_REQUESTED, ALREADY_COMPLETED or NOT_FOUND."""

    status: str


class Refused(BaseModel):
    detail: Any
    error_type: str | None = None


def status(job: Job, origin: str, position: int) -> dict[str, Any]:
    """How a request stands; `position` = how many are before it."""
    common = {"request_id": str(job.id), **urls(job, origin)}
    if job.state == "queued":
        return {"status": "IN_QUEUE", "queue_position": position, **common}
    if job.state == "running":
        return {"status": "IN_PROGRESS", "logs": [], **common}
    end, start = job.finished_at, job.started_at
    seconds = (end - start).total_seconds() if end and start else 0.0
    body = {"status": "COMPLETED", "logs": [], "metrics": {"inference_time": round(seconds, 3)}, **common}
    return body | (failure(job.error) if job.state != "succeeded" and job.error is not None else {})


def failure(error: GouacheError) -> dict[str, str]:
    """Why a request failed, and the type of that."""
    if error.code == Improper.code:
        return {"error": FLAGGED.message, "error_type": FLAGGED.code}
    return {"error": error.message, "error_type": _TYPES.get(error.status, "internal_error")}


def urls(job: Job, origin: str) -> dict[str, str]:
    own = f"{origin}/fal/queue/{job.request['alias']}/requests/{job.id}"
    return {"response_url": own, "status_url": f"{own}/status", "cancel_url": f"{own}/cancel"}


def file(picture: Artifact, url: str) -> dict[str, Any]:
    name = f"image.{_SUFFIXES.get(picture.media_type, 'webp')}"
    return {"url": url, "content_type": picture.media_type, "file_name": name, "file_size": picture.bytes}


def refusal(error: GouacheError) -> Response:
    """An error: `detail`, a list for a body that is wrong, else a line with its type."""
    headers = headers_of(error)
    headers["X-Fal-Retryable"] = "true" if error.status in _RETRYABLE else "false"
    if error.code == Improper.code:
        error = FLAGGED
    if isinstance(error, BadBody):
        return JSONResponse({"detail": error.detail}, error.status, headers=headers)
    body: dict[str, Any] = {"detail": error.message}
    if error.status in _TYPES:
        body["error_type"] = headers["X-Fal-Error-Type"] = _TYPES[error.status]
    return JSONResponse(body, _STATUS.get(error.status, error.status), headers=headers)
