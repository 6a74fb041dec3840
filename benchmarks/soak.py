"""Whether memory stays flat over many requests: the server's, a worker's and PostgreSQL's.

    python benchmarks/soak.py [requests]

Draws real pictures one after another (vector and raster in turns, a new seed each) and prints resident memory in MB
every tenth of the way; PostgreSQL's without what its processes share. A line is fitted through the second half: what
grows there, grows for good. Between the two halves, everything is as warm as it gets.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import httpx
import numpy as np
import psutil
from tests.conftest import launch

_MEGABYTE = 2**20
_STYLES = ("vector_illustration", "realistic_image", "digital_illustration", "vector_illustration/line_art")


@dataclass(frozen=True)
class Reading:
    """Megabytes after so many requests."""

    requests: int
    server: float
    worker: float
    postgres: float


def family(server: psutil.Process) -> tuple[list[psutil.Process], list[psutil.Process]]:
    """The workers and the PostgreSQL processes of a server."""
    children = server.children(recursive=True)
    workers = [child for child in children if "worker" in child.cmdline()]
    return workers, [child for child in children if "postgres" in child.name()]


def reading(server: psutil.Process, requests: int) -> Reading:
    workers, postgres = family(server)
    return Reading(
        requests,
        server.memory_info().rss / _MEGABYTE,
        sum(worker.memory_info().rss for worker in workers) / _MEGABYTE,
        sum(process.memory_full_info().uss for process in postgres) / _MEGABYTE,
    )


def soak(url: str, key: str, server: psutil.Process, requests: int) -> list[Reading]:
    readings = []
    with httpx.Client(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=120) as client:
        for at in range(requests):
            style, _, substyle = _STYLES[at % len(_STYLES)].partition("/")
            body = {"prompt": f"{at % 7 + 2} red cups on a table", "style": style, "substyle": substyle or None,
                    "random_seed": at, "size": "1024x1024"}  # fmt: skip
            client.post("/v1/images/generations", json=body).raise_for_status()
            if (at + 1) % max(1, requests // 10) == 0:
                readings.append(reading(server, at + 1))
                show(readings[-1])
    return readings


def show(one: Reading) -> None:
    print(f"{one.requests:>8}{one.server:>10.1f}{one.worker:>10.1f}{one.postgres:>10.1f}", flush=True)


def growth(readings: list[Reading], part: str) -> float:
    """Megabytes a thousand requests, over the second half."""
    half = readings[len(readings) // 2 :]
    slope, _ = np.polyfit([one.requests for one in half], [getattr(one, part) for one in half], 1)
    return float(slope) * 1000


def main(requests: int) -> None:
    with tempfile.TemporaryDirectory(prefix="gouache-soak-") as folder:
        server, process = launch(
            Path(folder), GOUACHE_IMAGES_PER_MINUTE="0", GOUACHE_REQUESTS_PER_SECOND="0", GOUACHE_WORKERS="1",
            GOUACHE_START_UNITS="1000000000",
        )  # fmt: skip
        try:
            command = [sys.executable, "-m", "gouache", "keys", "create"]
            environment = {**os.environ, **server.environment}
            made = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
            print(f"{'requests':>8}{'server':>10}{'worker':>10}{'postgres':>10}   MB")
            readings = soak(server.url, made.stdout.strip(), psutil.Process(process.pid), requests)
            parts = [growth(readings, part) for part in ("server", "worker", "postgres")]
            print(f"{'growth':>8}" + "".join(f"{part:>10.1f}" for part in parts) + "   MB/1000 in the second half")
        finally:
            process.terminate()
            process.wait(60)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
