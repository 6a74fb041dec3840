"""SIGKILL of workers, server and database at random moments under load: nothing is lost, nothing is charged twice.

GOUACHE_KILL_JOBS sets how many jobs (40), GOUACHE_KILL_SEED which moments.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import random
import signal
import subprocess
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psutil
import psycopg
import pytest
from psycopg.rows import dict_row
from tests.conftest import free_port, launch

from gouache.artifacts.store import ArtifactStore, object_store
from gouache.config import Settings
from gouache.db import Database
from gouache.ledger.accounts import Accounts, Usage
from gouache.ledger.keys import Keys
from gouache.postgres import EmbeddedPostgres

JOBS = int(os.environ.get("GOUACHE_KILL_JOBS", "40"))
SEED = int(os.environ.get("GOUACHE_KILL_SEED", "1"))
GRANTED = 100_000
VICTIMS = ("worker", "database", "server", "worker", "database", "worker")
SETTINGS = {
    "GOUACHE_LEASE_SECONDS": "4", "GOUACHE_ATTEMPTS": "9", "GOUACHE_IMAGES_PER_MINUTE": "0",
    "GOUACHE_REQUESTS_PER_SECOND": "0", "GOUACHE_ACCOUNT_JOBS": "0", "GOUACHE_SYNC_SECONDS": "60",
}  # fmt: skip


@dataclass
class Town:
    """A server with its database, and what may be killed of it."""

    data_dir: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        _, self.process = launch(self.data_dir, "--workers", "2", port=self.port, verify=None, **SETTINGS)

    def kill(self, victim: str) -> None:
        assert self.process is not None
        if victim == "server":
            self.process.kill()
            self.process.wait()
            self.start()
        elif victim == "worker":
            children = [c for c in psutil.Process(self.process.pid).children() if "worker" in " ".join(c.cmdline())]
            for child in children[:1]:
                child.kill()
        else:
            pid = int((self.data_dir / "postgres" / "postmaster.pid").read_text().split()[0])
            os.kill(pid, signal.SIGKILL)

    def rows(self, statement: str) -> list[dict[str, Any]]:
        deadline = time.monotonic() + 30
        while True:
            try:
                with psycopg.connect(EmbeddedPostgres(self.data_dir).url, row_factory=dict_row) as connection:
                    return connection.execute(statement.encode()).fetchall()
            except psycopg.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)


def accounts(town: Town) -> list[str]:
    """Keys of two accounts."""

    async def make() -> list[str]:
        database = Database(EmbeddedPostgres(town.data_dir).url)
        await database.open()
        keys = [await Keys(database).create(await Accounts(database).create(n, GRANTED), n) for n in ("ann", "bob")]
        await database.close()
        return keys

    return asyncio.run(make())


def ask(town: Town, key: str, seed: int) -> dict[str, Any] | None:
    """One request, sync or queued; None when the server went away under it."""
    headers = {"Authorization": f"Bearer {key}"}
    url = f"http://127.0.0.1:{town.port}"
    try:
        if seed % 2:
            body: dict[str, Any] = {"prompt": "a red cup", "style": "vector_illustration", "n": 2, "random_seed": seed}
            answer = httpx.post(f"{url}/v1/images/generations", json=body, headers=headers, timeout=90)
        else:
            body = {"prompt": "a red cup", "style": "line_art"}
            answer = httpx.post(f"{url}/segmind/v2/recraft-v3-svg", json=body, headers=headers, timeout=90)
    except httpx.TransportError:
        time.sleep(0.5)
        return None
    assert answer.status_code == 200, answer.text
    answered: dict[str, Any] = answer.json()
    return answered


def besiege(town: Town, keys: list[str]) -> list[dict[str, Any]]:
    """Load and kills at the same time; the answers that came."""
    rng = random.Random(SEED)
    calm = threading.Event()

    def kills() -> None:
        for victim in VICTIMS * max(1, JOBS // 80):
            time.sleep(rng.uniform(0.3, 1.5))
            town.kill(victim)
        calm.set()

    def requests(caller: int) -> list[dict[str, Any]]:
        answers: list[dict[str, Any]] = []
        while len(answers) < JOBS // 8 or not calm.is_set():
            answer = ask(town, keys[caller % 2], caller * 1000 + len(answers))
            answers += [answer] if answer is not None else []
            time.sleep(0.5)
        return answers

    with ThreadPoolExecutor(9) as threads:
        killer = threads.submit(kills)
        answers = [answer for some in threads.map(requests, range(8)) for answer in some]
        killer.result()
    return answers


def settle(town: Town) -> list[dict[str, Any]]:
    """Wait until every job has ended; all jobs."""
    deadline = time.monotonic() + 60
    while town.rows("select from job where state in ('queued', 'running')"):
        assert time.monotonic() < deadline, town.rows("select id, state, attempt, dispatch from job where state in "
                                                      "('queued', 'running')")  # fmt: skip
        time.sleep(0.3)
    return town.rows("select * from job")


def check_money(town: Town, jobs: list[dict[str, Any]]) -> None:
    delivered = {row["job"]: row["n"] for row in town.rows("select job, count(*) as n from artifact group by job")}
    for job in jobs:
        assert job["state"] == "succeeded", job
        assert job["charged"] == job["units"] * delivered[job["id"]] // job["pictures"]
        assert delivered[job["id"]] == job["pictures"]
    names = {row["id"]: row["name"] for row in town.rows("select id, name from account")}
    spent = {name: sum(j["charged"] for j in jobs if names[j["account"]] == name) for name in names.values()}

    async def usage() -> list[Usage]:
        database = Database(EmbeddedPostgres(town.data_dir).url)
        await database.open()
        found = await Accounts(database).usage()
        await database.close()
        return found

    for account in asyncio.run(usage()):
        granted = 0 if account.account == "open" else GRANTED
        paid = spent[account.account]
        assert (account.granted, account.held) == (granted, 0)
        assert (account.balance, account.spent) == (granted - paid, paid)
    assert not town.rows("select from account where open_jobs <> 0 or dispatched <> 0")
    sums = "select from entry group by transaction having sum(amount) <> 0"
    kept = "select from account where balance <> coalesce((select sum(amount) from entry where account = account.id and book = 'balance'), 0)"  # noqa: E501
    assert not town.rows(sums)
    assert not town.rows(kept)


def check_files(town: Town, answers: list[dict[str, Any]]) -> None:
    async def sweep() -> int:
        settings = Settings(data_dir=town.data_dir)
        database = Database(EmbeddedPostgres(town.data_dir).url)
        await database.open()
        dropped = await ArtifactStore(object_store(settings), database).sweep()
        await database.close()
        return dropped

    asyncio.run(sweep())
    files = {path.name: path for path in (town.data_dir / "artifacts" / "objects").glob("*/*")}
    rows = town.rows("select id::text, sha256 from artifact")
    assert files.keys() == {row["sha256"] for row in rows}
    assert all(hashlib.sha256(path.read_bytes()).hexdigest() == name for name, path in files.items())
    known = {row["id"] for row in rows}
    pictures = [picture for answer in answers for picture in answer.get("data", ())]
    assert {picture["image_id"] for picture in pictures} <= known
    for picture in pictures[:5]:
        assert httpx.get(picture["url"]).status_code == 200


@pytest.mark.timeout(600)
def test_nothing_is_lost(scratch: Path) -> None:
    town = Town(scratch / "kill")
    town.start()
    try:
        answers = besiege(town, accounts(town))
        jobs = settle(town)
        assert len(jobs) >= JOBS
        queued = {uuid.UUID(answer["request_id"]) for answer in answers if "request_id" in answer}
        assert queued
        assert queued <= {job["id"] for job in jobs}
        check_money(town, jobs)
        check_files(town, answers)
    finally:
        assert town.process is not None
        town.process.terminate()
        town.process.wait(60)
    deadline = time.monotonic() + 40
    while left := [p.pid for p in psutil.process_iter() if belongs(p, town.data_dir)]:
        assert time.monotonic() < deadline, f"processes left behind: {left}"
        time.sleep(0.5)


def belongs(process: psutil.Process, data_dir: Path) -> bool:
    """Whether it is a worker or a database of this town."""
    try:
        return (
            process.status() != psutil.STATUS_ZOMBIE
            and process.environ().get("GOUACHE_DATA_DIR") == str(data_dir)
            or str(data_dir) in " ".join(process.cmdline())
        )
    except psutil.Error:
        return False
