"""`gouache jobs` beside a running server."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from gouache.config import Settings
from gouache.db import Database
from gouache.jobs.listen import Bulletin
from gouache.jobs.model import Order
from gouache.jobs.queue import Jobs
from gouache.ledger.accounts import Accounts
from gouache.operations import Generate
from tests.conftest import Server


def gouache(server: Server, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "gouache", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **server.environment})


@pytest.fixture(scope="module")
def job(server: Server) -> str:
    """A prediction that is over."""
    answer = httpx.post(
        f"{server.url}/replicate/v1/models/recraft-ai/recraft-v3/predictions",
        headers={"Authorization": "Bearer K", "Prefer": "wait"},
        json={"input": {"prompt": "a red ball", "seed": 3}},
        timeout=60,
    )
    assert answer.json()["status"] == "succeeded"
    listed = json.loads(server.shell("jobs", "list", "--json", "-n", "1"))
    return str(listed[0]["id"])


def test_the_list_tells_what_was_asked(server: Server, job: str) -> None:
    [row] = [one for one in json.loads(server.shell("jobs", "list", "--json")) if one["id"] == job]
    assert (row["operation"], row["dialect"], row["state"]) == ("generate", "replicate", "succeeded")
    assert job in server.shell("jobs", "list", "--state", "succeeded", "--account", "open")
    assert job not in server.shell("jobs", "list", "--state", "failed")


def test_a_job_in_full_by_the_beginning_of_its_id(server: Server, job: str) -> None:
    shown = json.loads(server.shell("jobs", "show", job[:13]))
    assert shown["operation"]["prompt"] == "a red ball"
    assert shown["pictures"][0]["report"]["seed"] == 3
    assert [event["type"] for event in shown["events"]][-1] == "succeeded"


def test_watching_ends_with_the_job(server: Server, job: str) -> None:
    done = gouache(server, "jobs", "watch", job)
    assert (done.returncode, done.stdout.split()) == (0, [job, "succeeded"])
    assert "100%" in done.stderr


def test_what_is_over_cannot_be_canceled(server: Server, job: str) -> None:
    done = gouache(server, "jobs", "cancel", job)
    assert (done.returncode, done.stdout.split()) == (1, [job, "succeeded"])


async def _submitted(url: str) -> str:
    database = Database(url, size=2)
    await database.open()
    try:
        account = await Accounts(database).create("ann", 1000)
        order = Order(account, "recraft", Generate(prompt="a cup"), units=40)
        return str((await Jobs(database, Settings(), Bulletin(url)).submit(order)).id)
    finally:
        await database.close()


def test_a_waiting_job_is_canceled_and_costs_nothing(fresh_database: Callable[[], str], tmp_path: Path) -> None:
    url = fresh_database()
    job = asyncio.run(_submitted(url))
    idle = Server("", tmp_path, {"GOUACHE_DATABASE_URL": url})
    assert idle.shell("jobs", "cancel", job).split() == [job, "canceled"]
    assert json.loads(idle.shell("usage", "ann", "--json"))[0]["balance"] == 1000
    watched = gouache(idle, "jobs", "watch", job)
    assert (watched.returncode, watched.stdout.strip()) == (1, f"{job}  canceled: the job was canceled")


@pytest.mark.parametrize("arguments", [("show", "zzz"), ("list", "--state", "lost")])
def test_what_is_not_there(server: Server, arguments: tuple[str, ...]) -> None:
    done = gouache(server, "jobs", *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("gouache: ")
