"""`gouache jobs`: what a server's queue holds, seen from beside it."""

from __future__ import annotations

import asyncio
import json
import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from gouache.admin import PANEL, Json, table, with_database
from gouache.cli_watch import Watcher
from gouache.errors import Invalid, NotFound

if TYPE_CHECKING:
    from gouache.db import Database
    from gouache.jobs.model import Job
    from gouache.jobs.queue import Jobs

jobs = typer.Typer(no_args_is_help=True, help="The jobs of the server on this database.")
Name = Annotated[str, typer.Argument(help="Its id, or as much of it as no other job's begins with.")]


def mount(app: typer.Typer) -> None:
    """Add these commands to the shell."""
    app.add_typer(jobs, name="jobs", rich_help_panel=PANEL)


@jobs.command("list")
def list_jobs(
    state: Annotated[str | None, typer.Option(help="Only those that are queued, running, succeeded, ...")] = None,
    account: Annotated[str | None, typer.Option(help="Only this account's.")] = None,
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, help="At most so many, the newest ones.")] = 20,
    as_json: Json = False,
) -> None:
    """List jobs, newest first."""
    from gouache.jobs.model import State

    if state not in (None, *get_args(State)):
        raise Invalid(f"unknown state {state!r}; known: {', '.join(get_args(State))}", field="state")

    async def work(database: Database) -> list[dict[str, Any]]:
        from gouache.ledger.accounts import Accounts

        owner = await Accounts(database).find(account) if account else None
        return await database.rows(
            """select job.id, account.name as account, dialect, operation ->> 'type' as operation, state, progress,
                      charged, job.created_at, finished_at - started_at as took
               from job join account on account.id = job.account
               where (%(state)s::text is null or state = %(state)s)
                 and (%(account)s::uuid is null or account.id = %(account)s)
               order by job.created_at desc, job.id desc limit %(limit)s""",
            state=state, account=owner, limit=limit,
        )  # fmt: skip

    rows = [
        (str(row["id"]), row["account"], row["dialect"], row["operation"], row["state"], f"{row['progress']:.0%}",
         row["charged"], f"{row['created_at']:%Y-%m-%d %H:%M:%S}",
         f"{row['took'].total_seconds():.2f}" if row["took"] else None)
        for row in with_database(work)
    ]  # fmt: skip
    header = ("ID", "ACCOUNT", "DIALECT", "OPERATION", "STATE", "PROGRESS", "CHARGED", "CREATED", "SECONDS")
    table(header, list(rows), as_json)


@jobs.command("show")
def show_job(name: Name) -> None:
    """Print everything about a job as JSON: operation, events, pictures and their reports."""

    async def work(database: Database) -> dict[str, Any]:
        queue = _queue(database)
        job = await queue.get(await _id(database, name), removed=True)
        pictures = await database.rows(
            """select id, media_type, width, height, bytes, report, expires_at from artifact
               where job = %(job)s order by position""",
            job=job.id,
        )
        events = [{"at": one.at, "type": one.type, **one.data} for one in await queue.events(job.id)]
        return {**_described(job), "pictures": pictures, "events": events}

    typer.echo(json.dumps(with_database(work), indent=2, default=_plain, ensure_ascii=False))


@jobs.command("watch")
def watch_job(name: Name) -> None:
    """Tell a job's progress on stderr until it is over; the exit code is 1 unless it succeeded."""

    async def work(database: Database) -> Job:
        queue, job = _queue(database), await _id(database, name)
        with Watcher(True) as watcher:
            return await _watched(queue, job, watcher)

    _told(with_database(work))


@jobs.command("cancel")
def cancel_job(name: Name) -> None:
    """Call a job off, queued or running; its units are given back. The exit code is 1 when it was over before."""

    async def work(database: Database) -> Job:
        return await _queue(database).cancel(await _id(database, name))

    job = with_database(work)
    typer.echo(f"{job.id}  {job.state}")
    if job.state != "canceled":
        raise typer.Exit(1)


_LOOK_EVERY = 0.25  # s


async def _watched(queue: Jobs, name: uuid.UUID, watcher: Watcher) -> Job:
    seen = 0
    while True:
        job = await queue.get(name, removed=True)
        for event in await queue.events(name, seen):
            seen = event.sequence
            watcher(float(event.data.get("progress", job.progress)), str(event.data.get("stage", event.type)))
        if job.over:
            return job
        await asyncio.sleep(_LOOK_EVERY)


def _told(job: Job) -> None:
    typer.echo(f"{job.id}  {job.state}" + (f": {job.error.message}" if job.error else ""))
    if job.state != "succeeded":
        raise typer.Exit(1)


def _queue(database: Database) -> Jobs:
    from gouache.config import Settings
    from gouache.jobs.listen import Bulletin
    from gouache.jobs.queue import Jobs

    return Jobs(database, Settings(), Bulletin(""))  # nothing here waits for news


async def _id(database: Database, name: str) -> uuid.UUID:
    """The job whose id begins so; raises NotFound, and Invalid when there are several."""
    found = await database.rows(
        "select id from job where starts_with(id::text, %(name)s) limit 2", name=name.strip().lower()
    )
    if not found:
        raise NotFound(f"no job {name}")
    if len(found) > 1:
        raise Invalid(f"several jobs begin with {name}", field="name")
    return uuid.UUID(str(found[0]["id"]))


def _described(job: Job) -> dict[str, Any]:
    from gouache.jobs.model import dump_error
    from gouache.operations import dump

    return {
        "id": job.id, "account": job.account, "dialect": job.dialect, "state": job.state, "progress": job.progress,
        "attempt": job.attempt, "units": job.units, "charged": job.charged, "created_at": job.created_at,
        "started_at": job.started_at, "finished_at": job.finished_at, "expires_at": job.expires_at,
        "error": dump_error(job.error) if job.error else None, "operation": dump(job.operation),
    }  # fmt: skip


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
