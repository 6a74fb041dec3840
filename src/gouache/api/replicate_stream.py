"""The Replicate dialect: what happens to a prediction, as server-sent events. The URL itself is the permission."""

from __future__ import annotations

import hmac
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from gouache.api.news import STILL_THERE, news
from gouache.api.replicate import output
from gouache.api.replicate_replies import TOKEN_LENGTH, error, job_id, logs
from gouache.api.services import services
from gouache.errors import NoPage
from gouache.jobs.model import Job

_REASONS = {"canceled": '{"reason": "canceled"}', "expired": '{"reason": "canceled"}', "failed": '{"reason": "error"}'}
router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class _Event:
    """`id` is the same each time the stream is read."""

    id: str
    type: str
    data: str

    def __str__(self) -> str:
        lines = "".join(f"data: {line}\n" for line in self.data.split("\n"))
        return f"event: {self.type}\nid: {self.id}\n{lines}\n"


@router.get("/v1/files/{token}")
async def stream(request: Request, token: str) -> StreamingResponse:
    """All events from the first, or from the one after `Last-Event-ID`, until the prediction is over."""
    job = await _job(request, token)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no", "Access-Control-Allow-Origin": "*"}
    seen = request.headers.get("last-event-id", "")
    return StreamingResponse(_events(request, job.id, seen), media_type="text/event-stream", headers=headers)


async def _job(request: Request, token: str) -> Job:
    """The prediction of a stream's URL; raises NoPage."""
    identity = job_id(token[:-TOKEN_LENGTH])
    if identity is None:
        raise NoPage()
    job = await services(request).jobs.get(identity)
    secret = str(job.request.get("stream", ""))
    if job.dialect != "replicate" or not hmac.compare_digest(secret.encode(), token[-TOKEN_LENGTH:].encode()):
        raise NoPage()
    return job


async def _events(request: Request, job_id: uuid.UUID, seen: str) -> AsyncIterator[str]:
    sent = 0
    async for job in news(services(request), job_id):
        fresh = _after(seen, await _so_far(request, job))[sent:]
        for event in fresh:
            yield str(event)
        if not fresh and not job.over:
            yield STILL_THERE
        sent += len(fresh)


def _after(seen: str, events: list[_Event]) -> list[_Event]:
    ids = [event.id for event in events]
    return events[ids.index(seen) + 1 :] if seen in ids else events


async def _so_far(request: Request, job: Job) -> list[_Event]:
    """The events until now. It only grows: each state says what those before it said, and more."""
    events: list[_Event] = []
    text = logs(job)
    head, _, tail = text.rpartition("\n")
    if job.started_at is not None:
        begun = int(job.started_at.timestamp() * 1000)
        events.append(_Event(f"{begun}:0", "logs", f"{head}\n"))
    if job.finished_at is None:
        return events
    ended = int(job.finished_at.timestamp() * 1000)
    words = [("logs", tail)] if tail else []
    url = await output(request, job)
    words += [("output", url)] if url else []
    why = error(job)
    words += [("error", why)] if why else []
    words.append(("done", _REASONS.get(job.state, "{}")))
    return events + [_Event(f"{ended}:{place}", kind, data) for place, (kind, data) in enumerate(words, 1)]
