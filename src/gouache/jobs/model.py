"""What a job is."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from gouache.errors import Busy, GouacheError
from gouache.operations import Operation, load

State = Literal["queued", "running", "succeeded", "failed", "canceled", "expired"]
OPEN: tuple[State, ...] = ("queued", "running")
FINAL: tuple[State, ...] = ("succeeded", "failed", "canceled", "expired")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to become a job. `units` are reserved for all `pictures` together.

    `request` is what the dialect must remember; the same `idempotency_key` of an account is the same job;
    `priority` counts inside the account only; `deadline` is when it must be over; what is `lasting` is kept
    longer than other pictures, without end unless the settings say otherwise.
    """

    account: uuid.UUID
    dialect: str
    operation: Operation
    units: int
    pictures: int = 1
    key: uuid.UUID | None = None
    request: dict[str, Any] = field(default_factory=dict)
    priority: int = 0
    idempotency_key: str | None = None
    deadline: datetime | None = None
    lasting: bool = False
    id: uuid.UUID = field(default_factory=uuid.uuid4)


@dataclass(frozen=True, slots=True)
class Job:
    """A row. `attempt` counts how often a worker took it up; `error` says why pictures are missing."""

    id: uuid.UUID
    account: uuid.UUID
    key: uuid.UUID | None
    dialect: str
    operation: Operation
    request: dict[str, Any]
    pictures: int
    units: int
    charged: int
    state: State
    attempt: int
    priority: int
    progress: float
    error: GouacheError | None
    deadline: datetime | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    expires_at: datetime | None

    @property
    def over(self) -> bool:
        return self.state in FINAL


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a job: a new state, `progress` or `retry`. Sequences grow with time."""

    sequence: int
    job: uuid.UUID
    type: str
    data: dict[str, Any]
    at: datetime


COLUMNS = (
    "id, account, key, dialect, operation, request, pictures, units, charged, state, attempt, priority, progress, "
    "error, deadline, created_at, started_at, finished_at, expires_at"
)


def job_of(row: dict[str, Any]) -> Job:
    """The job of a row with `COLUMNS`."""
    error = load_error(row["error"]) if row["error"] else None
    return Job(**{**row, "operation": load(row["operation"]), "error": error})


def dump_error(error: GouacheError) -> dict[str, Any]:
    return {"status": error.status, "code": error.code, "message": error.message, "field": error.field}


def load_error(stored: dict[str, Any]) -> GouacheError:
    """The error as it was raised in the worker, with its class's status."""
    if stored["status"] == Busy.status:
        return Busy(stored["message"], retry_after=1)
    error = GouacheError(stored["message"], field=stored["field"], code=stored["code"])
    error.status = stored["status"]
    return error
