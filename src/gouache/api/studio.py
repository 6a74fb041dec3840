"""What the studio needs beyond the public API: session, jobs as they go on, usage, keys. All of the caller's own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from gouache.api import studio_thumbs
from gouache.api.auth import account
from gouache.api.news import STILL_THERE, news
from gouache.api.services import Services, caller, services
from gouache.api.studio_replies import (
    Day,
    Jobs,
    JobView,
    KeyView,
    NewKey,
    Session,
    StyleView,
    UsageView,
    job_view,
)
from gouache.artifacts.store import Artifact
from gouache.errors import GouacheError, Invalid, NotFound
from gouache.jobs.model import Job
from gouache.jobs.shown import picture_id
from gouache.ledger.accounts import OPEN
from gouache.styles.store import OwnStyle
from gouache.vocabulary.prices import price_list

_PAGE = 24
router = APIRouter(prefix="/studio/api", include_in_schema=False)
own = APIRouter(dependencies=[Depends(account)])


class Forbidden(GouacheError):
    """The caller is known and may not do it."""

    status = 403
    code = "forbidden"


class KeyName(BaseModel):
    name: str = Field(default="studio", min_length=1, max_length=60)


@router.get("/session")
async def session(request: Request) -> Session:
    """Who the page works for. Needs no key: without one it says whether one is needed. A wrong key is refused."""
    settings = services(request).settings
    answer = Session(open=settings.open, prices=price_list(settings.price_table), kept_hours=settings.result_hours)
    if "authorization" not in request.headers and not settings.open:
        return answer
    found = await account(request)
    answer.account, answer.has_key = found.name, found.key is not None
    if found.name != OPEN:
        answer.credits = await services(request).accounts.balance(found.account)
    return answer


@own.get("/jobs")
async def jobs(request: Request, limit: Annotated[int, Query(ge=1, le=100)] = _PAGE, after: str | None = None) -> Jobs:
    """The caller's jobs of every dialect, newest first."""
    position = _position(after) if after else None
    found = await services(request).jobs.page(caller(request).account, limit=limit + 1, after=position)
    views = await asyncio.gather(*(_view(request, job) for job in found[:limit]))
    last = found[limit - 1] if len(found) > limit else None
    return Jobs(jobs=list(views), next=f"{last.created_at.isoformat()}~{last.id}" if last else None)


@own.get("/jobs/{job_id}")
async def one(request: Request, job_id: UUID) -> JobView:
    """A job as it stands."""
    return await _view(request, await services(request).jobs.get(job_id, caller(request).account))


@own.post("/jobs/{job_id}/cancel")
async def cancel(request: Request, job_id: UUID) -> JobView:
    """Call a job off; one that is over stays as it is."""
    return await _view(request, await services(request).jobs.cancel(job_id, caller(request).account))


@own.get("/jobs/{job_id}/events")
async def events(request: Request, job_id: UUID) -> StreamingResponse:
    """The job each time something happens to it, as server-sent events, until it is over."""
    job = await services(request).jobs.get(job_id, caller(request).account)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_events(request, job.id), media_type="text/event-stream", headers=headers)


@own.get("/usage")
async def usage(request: Request) -> UsageView:
    """The account's units, and what was spent on each of the last thirty days."""
    accounts, payer = services(request).accounts, caller(request)
    [units] = await accounts.usage(payer.name)
    days = [Day(day=row.day, units=row.units, jobs=row.jobs) for row in await accounts.daily(payer.account)]
    return UsageView(
        unlimited=payer.name == OPEN, granted=units.granted, balance=units.balance, held=units.held, spent=units.spent,
        jobs=units.jobs, days=days,
    )  # fmt: skip


@own.get("/styles")
async def styles(request: Request) -> list[StyleView]:
    """The account's own styles as the page shows them, newest first."""
    shared = services(request)
    mine = await shared.styles.of_account(caller(request).account)
    return [StyleView.of(one, await _cover(shared, one), shared.signer) for one in mine]


async def _cover(shared: Services, style: OwnStyle) -> Artifact | None:
    """The picture that stands for a style; none when it was made of other styles."""
    try:
        return await shared.artifacts.get(style.cover)
    except NotFound:
        return None


@own.get("/keys")
async def keys(request: Request) -> list[KeyView]:
    """The keys of the caller's account, newest first; none of them in clear."""
    current = caller(request).key
    found = await services(request).keys.of(caller(request).name)
    return [
        KeyView(
            id=key.id, name=key.name, hint=key.hint, created_at=key.created_at, revoked_at=key.revoked_at,
            current=key.id == current,
        )
        for key in reversed(found)
    ]  # fmt: skip


@own.post("/keys", status_code=201)
async def create_key(request: Request, wanted: KeyName) -> NewKey:
    """Another key of the caller's account."""
    if caller(request).key is None:
        raise Forbidden("an open server takes any key: it has none to give")
    return NewKey(key=await services(request).keys.create(caller(request).account, wanted.name))


@own.delete("/keys/{key_id}", status_code=204)
async def revoke_key(request: Request, key_id: UUID) -> None:
    """Refuse a key of the caller's account from now on; raises NotFound for anybody else's."""
    shared = services(request)
    if caller(request).key is None or key_id not in {key.id for key in await shared.keys.of(caller(request).name)}:
        raise NotFound(f"no key {key_id}")
    await shared.keys.revoke(str(key_id))


async def _view(request: Request, job: Job) -> JobView:
    shared = services(request)
    return job_view(job, await _pictures(shared, job), shared.signer, await _stage(request, job))


async def _pictures(shared: Services, job: Job) -> list[Artifact]:
    """What a job made; of one that draws several, those of this attempt that are done."""
    if job.state == "succeeded":
        return await shared.artifacts.of_job(job.id)
    if job.state != "running" or job.pictures == 1:
        return []
    own = {picture_id(job.id, job.attempt, position) for position in range(job.pictures)}
    return [picture for picture in await shared.artifacts.of_job(job.id) if picture.id in own]


async def _stage(request: Request, job: Job) -> str | None:
    """What a running job said last of where it is."""
    if job.state != "running":
        return None
    told = [event for event in await services(request).jobs.events(job.id) if event.type == "progress"]
    return str(told[-1].data.get("stage", "")) or None if told else None


async def _events(request: Request, job_id: UUID) -> AsyncIterator[str]:
    sent = ""
    async for job in news(services(request), job_id):
        text = (await _view(request, job)).model_dump_json()
        yield f"event: job\ndata: {text}\n\n" if text != sent else STILL_THERE
        sent = text


def _position(cursor: str) -> tuple[datetime, UUID]:
    """The creation time and id that a cursor stands for; raises Invalid."""
    moment, _, job = cursor.partition("~")
    try:
        at = datetime.fromisoformat(moment)
        if at.tzinfo is None:
            raise ValueError("a moment without its zone")
        return at, UUID(job)
    except ValueError as error:
        raise Invalid("after is no cursor of this list", field="after") from error


router.include_router(own)
thumbnails = studio_thumbs.router
