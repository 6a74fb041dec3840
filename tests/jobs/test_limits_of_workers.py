"""What a job may take of a worker; what is late or old goes in time."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from obstore.store import MemoryStore
from tests.jobs.conftest import World, order
from tests.waiting import until

from gouache.artifacts.store import ArtifactStore
from gouache.config import Settings
from gouache.jobs.guard import OVERRUN
from gouache.jobs.janitor import Janitor
from gouache.operations import Generate

# A worker whose engine never ends, eats memory, or holds the interpreter's lock, by the words of the prompt.
HOSTILE = """
import ctypes, sys, time
import uvloop
from gouache.config import Settings
from gouache.jobs import guard, worker
from gouache.jobs.worker import Worker

worker.GRACE_SECONDS, guard._FROZEN_SECONDS = 0.5, 4.0

def draw(operation, context):
    if operation.prompt == "hungry":
        kept = []
        while True:
            kept.append(bytearray(20_000_000))
            time.sleep(0.02)
    if operation.prompt == "frozen":
        ctypes.PyDLL(None).sleep(60)
    while True:
        time.sleep(0.05)
    yield

uvloop.run(Worker(Settings(), sys.argv[1], "hostile", draw=draw).run())
"""


@pytest.fixture
def hostile(world: World, tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts that worker with settings of its own."""
    started = []

    def start(**settings: str) -> subprocess.Popen[bytes]:
        script = tmp_path / "hostile.py"
        script.write_text(HOSTILE)
        environment = {**os.environ, "GOUACHE_DATA_DIR": str(tmp_path), **settings}
        started.append(subprocess.Popen([sys.executable, str(script), world.url], env=environment))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def error_of(world: World, job: uuid.UUID) -> dict[str, str]:
    [row] = world.rows("select state, error from job where id = %(id)s", id=job)
    return {"state": row["state"], **(row["error"] or {})}


@pytest.mark.parametrize(
    ("prompt", "settings", "code"),
    [
        ("endless", {"GOUACHE_JOB_SECONDS": "1"}, "job_timeout"),
        ("hungry", {"GOUACHE_WORKER_MEGABYTES": "400"}, "out_of_memory"),
    ],
)
def test_a_job_that_takes_too_much_fails_and_its_worker_ends(
    world: World, hostile: Callable[..., subprocess.Popen[bytes]], prompt: str, settings: dict[str, str], code: str
) -> None:
    account = world.account(100)
    wanted = order(account, operation=Generate(prompt=prompt))
    world.run(world.submit(wanted))
    assert hostile(**settings).wait(60) == OVERRUN
    found = error_of(world, wanted.id)
    assert (found["state"], found["code"]) == ("failed", code)
    assert world.balance(account) == 100


def test_a_worker_in_which_nothing_moves_is_ended_from_outside(
    world: World, hostile: Callable[..., subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    account = world.account(100)
    wanted = order(account, operation=Generate(prompt="frozen"))
    world.run(world.submit(wanted))
    began = time.monotonic()
    assert hostile(GOUACHE_JOB_SECONDS="1").wait(60) == 1
    assert time.monotonic() - began < 20
    settings = Settings(data_dir=tmp_path, job_seconds=1)
    world.run(Janitor(world.database, ArtifactStore(MemoryStore(), world.database), settings).release("hostile"))
    assert error_of(world, wanted.id)["code"] == "job_timeout"
    assert world.balance(account) == 100


def test_late_jobs_and_old_rows_go_in_time(world: World, tmp_path: Path) -> None:
    account = world.account(100)
    soon = order(account, deadline=datetime.now(UTC) + timedelta(seconds=1.5))
    old = order(account)
    for wanted in (soon, old):
        world.run(world.submit(wanted))
    world.run(world.cancel(old.id))
    world.rows("update job set expires_at = now() + interval '1.5 s' where id = %(id)s", id=old.id)
    settings = Settings(data_dir=tmp_path, lease_seconds=400)  # a regular round every 100 s
    janitor = Janitor(world.database, ArtifactStore(MemoryStore(), world.database), settings)

    async def work() -> None:
        tidying = asyncio.create_task(janitor.run())
        await asyncio.sleep(3.2)
        tidying.cancel()
        await asyncio.gather(tidying, return_exceptions=True)

    world.run(work())
    assert world.state(soon.id) == "expired"
    assert not world.rows("select from job where id = %(id)s", id=old.id)


def test_a_worker_leaves_cleanly(world: World, tmp_path: Path) -> None:
    environment = {**os.environ, "GOUACHE_DATA_DIR": str(tmp_path), "GOUACHE_DATABASE_URL": world.url}
    world.rows("delete from procrastinate_workers")
    worker = subprocess.Popen([sys.executable, "-m", "gouache", "worker"], env=environment)
    with psycopg.connect(world.url, autocommit=True) as connection:
        until(lambda: connection.execute("select from procrastinate_workers").fetchall())
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(30) == 0
