"""What the Replicate dialect answers: predictions, models, errors."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from gouache.api.errors import headers_of
from gouache.api.replicate_catalog import Collection, Listed, described, schema
from gouache.api.replicate_fields import BadInput
from gouache.errors import Busy, GouacheError
from gouache.jobs.model import Job, State
from gouache.vocabulary.moderation import Improper

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"  # base 32 without letters that look like digits
_ID_LENGTH = 26
TOKEN_LENGTH = 32
_STATES: dict[State, str] = {
    "queued": "starting", "running": "processing", "succeeded": "succeeded", "failed": "failed",
    "canceled": "canceled", "expired": "aborted",
}  # fmt: skip
_TITLES = {
    401: "Unauthenticated", 402: "Insufficient credit", 404: "Not found", 413: "Request too large",
    429: "Too many requests",
}  # fmt: skip
_DETAILS = {
    401: "You did not pass a valid authentication token",
    404: "The requested resource could not be found.",
}
_FLAGGED = "The input or output was flagged as sensitive. Please try again with different inputs. (E005)"


class Prediction(BaseModel):
    """`status` is starting, processing, succeeded, failed, canceled or aborted."""

    id: str
    model: str
    version: str
    input: dict[str, Any]
    logs: str
    output: str | None
    data_removed: bool
    error: str | None
    status: str
    source: str
    created_at: str
    started_at: str | None = None
    completed_at: str | None = None
    deadline: str | None = None
    metrics: dict[str, float] | None = None
    urls: dict[str, str]


class Predictions(BaseModel):
    next: str | None
    previous: str | None
    results: list[Prediction]


class Refused(BaseModel):
    title: str
    detail: str
    status: int


def new_token() -> str:
    """The secret of a stream's URL."""
    return secrets.token_hex(TOKEN_LENGTH // 2)


def prediction_id(job: uuid.UUID) -> str:
    """A job's id as 26 characters of base 32."""
    return "".join(_DIGITS[job.int >> 5 * place & 31] for place in reversed(range(_ID_LENGTH)))


def job_id(prediction: str) -> uuid.UUID | None:
    """The job of a prediction's id; None when it is no id at all."""
    if len(prediction) != _ID_LENGTH or not set(prediction) <= set(_DIGITS):
        return None
    number = 0
    for digit in prediction:
        number = number << 5 | _DIGITS.index(digit)
    return uuid.UUID(int=number) if number < 1 << 128 else None


def prediction(job: Job, output: str | None, origin: str) -> dict[str, Any]:
    """A job in the vendor's shape; `output` is the picture's URL, `origin` the server's."""
    removed = job.expires_at is not None and job.expires_at <= datetime.now(UTC)
    body: dict[str, Any] = {
        "id": prediction_id(job.id),
        "model": job.request["model"],
        "version": job.request["version"],
        "input": {} if removed else job.request["input"],
        "logs": "" if removed else logs(job),
        "output": None if removed else output,
        "data_removed": removed,
        "error": error(job),
        "status": _STATES[job.state],
        "source": "api",
        "created_at": moment(job.created_at),
        "urls": _urls(job, origin),
    }
    times = {"started_at": job.started_at, "completed_at": job.finished_at, "deadline": job.deadline}
    body |= {name: moment(at) for name, at in times.items() if at is not None}
    return body | ({"metrics": _metrics(job)} if job.over else {})


def as_starting(body: dict[str, Any]) -> dict[str, Any]:
    """A prediction that is under way, for a client that gave up waiting: any other status would mean it is over."""
    begun = ("started_at", "completed_at", "metrics")
    return {name: value for name, value in body.items() if name not in begun} | {"status": "starting", "logs": ""}


def as_processing(body: dict[str, Any]) -> dict[str, Any]:
    """A prediction that is over, as it stood when it had just said or made something."""
    return {name: value for name, value in body.items() if name not in ("completed_at", "metrics")} | {
        "status": "processing"
    }


def logs(job: Job) -> str:
    """What has been said so far; it only grows."""
    if job.started_at is None:
        return ""
    ignored = "".join(f"Ignored input {note}\n" for note in job.operation.notes)
    text = f"Running prediction... \n{ignored}Starting image generation...\n"
    if job.state == "succeeded":
        text += f"Generated image in {_metrics(job)['predict_time']:.2f}sec"
    return text


def moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def error(job: Job) -> str | None:
    """Why a prediction failed, in the vendor's words where it has its own."""
    if job.state != "failed":
        return None
    if job.error is None:
        return "the prediction failed"
    return _FLAGGED if job.error.code == Improper.code else job.error.message


def _metrics(job: Job) -> dict[str, float]:
    end = job.finished_at or job.created_at
    run = (end - job.started_at).total_seconds() if job.started_at else 0.0
    total = (end - job.created_at).total_seconds()
    counted = {"image_count": 1} if job.state == "succeeded" else {}
    return {**counted, "predict_time": round(run, 3), "total_time": round(total, 3)}


def _urls(job: Job, origin: str) -> dict[str, str]:
    name = prediction_id(job.id)
    own = f"{origin}/replicate/v1/predictions/{name}"
    return {
        "cancel": f"{own}/cancel",
        "get": own,
        "stream": f"{origin}/v1/files/{name}{job.request['stream']}",
        "web": f"{origin}/replicate/p/{name}",
    }


def model_card(model: Listed, origin: str) -> dict[str, Any]:
    """A model in the vendor's shape."""
    return {
        "url": f"{origin}/replicate/{model.slug}",
        "owner": model.slug.partition("/")[0],
        "name": model.name,
        "description": model.description,
        "visibility": "public",
        "github_url": None,
        "paper_url": None,
        "license_url": None,
        "run_count": 0,
        "cover_image_url": None,
        "default_example": None,
        "is_official": True,
        "latest_version": version_card(model, model.versions[0]),
    }


def readme(model: Listed) -> str:
    """What there is to say of a model, as Markdown."""
    lines = [f"# {model.slug}", "", f"{model.description}.", "", "## Input", ""]
    lines += [f"- `{name}`: {text}" for name, text in described(model).items()]
    lines += ["", "## Output", "", f"The URL of one {model.format.upper()} file."]
    return "\n".join(lines) + "\n"


def collection_card(collection: Collection) -> dict[str, Any]:
    """A collection in the vendor's shape, without its models."""
    return {"name": collection.name, "slug": collection.slug, "description": collection.description}


def version_card(model: Listed, version: str) -> dict[str, Any]:
    """A version in the vendor's shape."""
    return {"id": version, "created_at": model.created, "cog_version": "0.10.0", "openapi_schema": schema(model)}


def refusal(error: GouacheError) -> Response:
    """An error as a problem: title, detail, status."""
    if isinstance(error, BadInput):
        body: dict[str, Any] = {
            "title": "Input validation failed",
            "detail": error.message,
            "status": error.status,
            "invalid_fields": [asdict(one) for one in error.wrong],
        }
        return JSONResponse(body, error.status)
    title = "Invalid version or not permitted" if error.status == 422 else _TITLES.get(error.status, "Request failed")
    body = {"title": title, "detail": _detail(error), "status": error.status}
    wait = getattr(error, "retry_after", None)
    return JSONResponse(
        body if wait is None else {**body, "retry_after": wait}, error.status, headers=headers_of(error)
    )  # fmt: skip


def _detail(error: GouacheError) -> str:
    if error.status == 402:
        return f"You have insufficient credit to run this model. {error.message}"
    if isinstance(error, Busy):
        return f"Request was throttled. Your rate limit resets in ~{error.retry_after}s."
    return _DETAILS.get(error.status, error.message)
