"""Webhooks: whom to tell of a job, what is told, in which words, how often it is tried again.

An order stands in the job's `request`; a trigger (migration 0004) turns what happens to the job into deliveries in the
same transaction; `deliverer.py` sends them. Each carries the job and its pictures as they were at that moment.
"""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from gouache import net
from gouache.artifacts.store import Artifact
from gouache.jobs.model import COLUMNS, Job, job_of

Moment = Literal["start", "logs", "output", "completed"]
MOMENTS: tuple[Moment, ...] = get_args(Moment)
KEY = "webhooks"
_TIMES = ("deadline", "created_at", "started_at", "finished_at", "expires_at")
_IDS = ("id", "account", "key")


async def order(
    url: str,
    origin: str,
    moments: Sequence[Moment] = ("completed",),
    *,
    field: str = "webhook",
    allow: net.Networks = (),
) -> dict[str, Any]:
    """A wish to be told, to be put into `Order.request[KEY]`, a list; `origin` is this server as the client sees it.

    Raises Invalid, naming `field`, when the URL is none, or leads to private addresses other than `allow`.
    """
    host = (await net.admit(url, field=field, allow=allow)).netloc.decode("ascii")
    return {"url": url, "host": host, "origin": origin, "events": list(dict.fromkeys(moments))}


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing to tell. `id` stays the same however often it is tried; `pictures` are there once the job succeeded."""

    id: uuid.UUID
    moment: Moment
    url: str
    origin: str
    failures: int
    job: Job
    pictures: list[Artifact]


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a dialect tells: the body, its headers (of delivery, body, Unix seconds and the secret of the database).

    `pauses` are the seconds between tries, so that a delivery is tried once more than there are pauses; `timeout` is
    how long the receiver may take to answer.
    """

    body: Callable[[Delivery], Awaitable[bytes]]
    headers: Callable[[Delivery, bytes, int, bytes], dict[str, str]]
    pauses: Callable[[Moment], Sequence[float]]
    timeout: float


def delivery_of(row: dict[str, Any]) -> Delivery:
    """The delivery of a row of `webhook_delivery`."""
    snapshot = row["snapshot"]
    values = {name: snapshot[name] for name in COLUMNS.split(", ")}
    values |= {name: uuid.UUID(values[name]) for name in _IDS if values[name]}
    values |= {name: datetime.fromisoformat(values[name]) for name in _TIMES if values[name]}
    pictures = [_picture(made) for made in snapshot["made"]]
    return Delivery(
        row["id"], row["event"], row["url"], row["origin"], row["failures"], job_of(values), pictures
    )  # fmt: skip


def _picture(made: dict[str, Any]) -> Artifact:
    names = ("id", "position", "sha256", "media_type", "width", "height", "bytes")
    created = datetime.fromisoformat(made["created_at"]).timestamp()
    return Artifact(**{name: made[name] for name in names}, report={}, created=created)
