"""What the service costs beside the engine: latency and rate against a bare Starlette route, everything durable.

    python benchmarks/service.py [seconds a measurement]

Starts the server with an engine that draws nothing, one worker process for it, and a bare route on the same HTTP
server; then asks all of them in turns. Milliseconds; `added` is the whole request less the bare one. Other work on the
machine changes rates a lot, the CPU time of a request little.

Every submit waits for the disk, the bare route for nothing. So the disk is measured too: of N connections no more than
N submits can be answered in the time of one flush, whatever the rest costs.
"""

from __future__ import annotations

import asyncio
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import psutil
import uvloop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from gouache.artifacts.encode import File
from gouache.config import Settings
from gouache.engines import Context
from gouache.jobs.worker import Worker
from gouache.operations import Generate, Operation
from gouache.rendering import Rendered

SYNC = "/v1/images/generations"
ASYNC = "/segmind/v2/recraft-v3"
BODY = {"prompt": "a red cup on a table", "style": "digital_illustration", "size": "1024x1024"}
UNLIMITED = {
    "GOUACHE_WORKERS": "0", "GOUACHE_QUEUE_LIMIT": "1000000", "GOUACHE_ACCOUNT_JOBS": "0",
    "GOUACHE_IMAGES_PER_MINUTE": "0", "GOUACHE_REQUESTS_PER_SECOND": "0", "GOUACHE_START_UNITS": "1000000000",
}  # fmt: skip


def nothing(operation: Operation, context: Context) -> Iterator[Rendered]:
    """An engine that takes no time."""
    assert isinstance(operation, Generate)
    data = f'<svg xmlns="http://www.w3.org/2000/svg"><!-- {operation.seed} --></svg>'.encode()
    yield Rendered(File(data, "image/svg+xml", operation.width, operation.height), {"seed": operation.seed})


async def bare(request: Request) -> JSONResponse:
    body = await request.json()
    return JSONResponse({"created": 1, "credits": 40, "data": [{"url": body["prompt"]}]})


@dataclass(frozen=True)
class Sample:
    """Seconds of each request, how long they took all together, and the CPU's in the server and in PostgreSQL."""

    times: list[float]
    elapsed: float
    cpu: tuple[float, float] = (0.0, 0.0)

    @property
    def rate(self) -> float:
        return len(self.times) / self.elapsed

    def quantile(self, q: float) -> float:
        """Milliseconds."""
        return sorted(self.times)[min(len(self.times) - 1, int(len(self.times) * q))] * 1000


class Client:
    """One keep-alive connection, as lean as can be: the client must not be what is measured."""

    def __init__(self, port: int, path: str, key: str) -> None:
        body = json.dumps(BODY).encode()
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\n"
        self._request = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
        self._port = port

    async def run(self, until: float, times: list[float]) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        while time.perf_counter() < until:
            started = time.perf_counter()
            writer.write(self._request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            answer = await reader.readexactly(length)
            times.append(time.perf_counter() - started)
            if not head.startswith(b"HTTP/1.1 200"):
                raise RuntimeError((head + answer).decode())
        writer.close()


async def load(port: int, path: str, key: str, seconds: float, connections: int) -> Sample:
    times: list[float] = []
    started = time.perf_counter()
    await asyncio.gather(*(Client(port, path, key).run(started + seconds, times) for _ in range(connections)))
    return Sample(times, time.perf_counter() - started)


Meter = Callable[[], tuple[float, float]]


def spent(server: int, folder: Path) -> tuple[float, float]:
    """Seconds of CPU so far: of the server's process, and of all of its PostgreSQL."""
    postmaster = psutil.Process(int((folder / "postgres" / "postmaster.pid").read_text().split()[0]))
    return _seconds([psutil.Process(server)]), _seconds([postmaster, *postmaster.children()])


def _seconds(processes: list[psutil.Process]) -> float:
    return math.fsum(sum(one.cpu_times()[:2]) for one in processes)


@contextmanager
def process(*command: str, **environment: str) -> Iterator[int]:
    """Its id."""
    child = subprocess.Popen([sys.executable, *command], env={**os.environ, **environment})
    try:
        yield child.pid
    finally:
        child.terminate()
        child.wait(60)


async def answering(port: int) -> None:
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return
        except ConnectionError:
            await asyncio.sleep(0.1)


def line(name: str, sample: Sample) -> None:
    print(
        f"{name:<34}{sample.quantile(0.5):>8.2f}{sample.quantile(0.95):>8.2f}{sample.quantile(0.99):>8.2f}"
        f"{sample.rate:>10.0f}"
    )


async def in_turns(
    port: int, path: str, bare_port: int, key: str, seconds: float, n: int, meter: Meter
) -> tuple[Sample, Sample]:
    """A route and the bare one over `n` connections, in turns, so that a noisy neighbour hits both."""
    ours, bare_ones = [], []
    await load(port, path, key, 2, n)  # warm up
    for _ in range(4):
        bare_ones.append(await load(bare_port, "/", key, seconds / 4, n))
        before = meter()
        one = await load(port, path, key, seconds / 4, n)
        after = meter()
        ours.append(replace(one, cpu=(after[0] - before[0], after[1] - before[1])))
    return joined(ours), joined(bare_ones)


async def sync_requests(port: int, bare_port: int, key: str, seconds: float, meter: Meter) -> None:
    await answering(bare_port)
    ours, alone = await in_turns(port, SYNC, bare_port, key, seconds, 1, meter)
    print(f"{'':<34}{'p50':>8}{'p95':>8}{'p99':>8}{'a second':>10}")
    line("bare route, 1 connection", alone)
    line("sync generation, 1 connection", ours)
    print(f"  added: p50 {ours.quantile(0.5) - alone.quantile(0.5):.1f} ms, "
          f"p95 {ours.quantile(0.95) - alone.quantile(0.95):.1f} ms (to reach: 12, 25)")  # fmt: skip


async def submits(port: int, bare_port: int, key: str, seconds: float, n: int, meter: Meter, folder: Path) -> None:
    """Without a worker: what a submit costs the server, not what drawing costs its neighbours."""
    flush = flushes(folder)
    ours, alone = await in_turns(port, ASYNC, bare_port, key, seconds, n, meter)
    line(f"bare route, {n} connections", alone)
    line(f"async submit, {n} connections", ours)
    server, postgres = (seconds / len(ours.times) * 1000 for seconds in ours.cpu)
    print(f"  p95 {ours.quantile(0.95):.1f} ms, {ours.rate:.0f}/s, {ours.rate / alone.rate:.2f} of the bare route "
          "(to reach: 10, 400, 0.25)")  # fmt: skip
    print(f"  CPU of a submit: server {server:.2f} ms, PostgreSQL {postgres:.2f} ms")
    print(f"  a flush of this disk: {flush:.1f} ms, so {1000 * n / flush:.0f}/s at most, "
          f"{1000 * n / flush / alone.rate:.2f} of the bare route")  # fmt: skip


def flushes(folder: Path, seconds: float = 0.5) -> float:
    """Milliseconds that the disk takes to keep 8 KB, the median; what PostgreSQL does for a commit."""
    times: list[float] = []
    with open(folder / "flushed", "wb", buffering=0) as file:
        file.write(bytes(1 << 20))
        until = time.perf_counter() + seconds
        while (started := time.perf_counter()) < until:
            file.seek(8192 * (len(times) % 128))
            file.write(bytes(8192))
            os.fdatasync(file.fileno())
            times.append(time.perf_counter() - started)
    return sorted(times)[len(times) // 2] * 1000


def joined(samples: list[Sample]) -> Sample:
    server, postgres = (math.fsum(sample.cpu[which] for sample in samples) for which in (0, 1))
    times = [time for sample in samples for time in sample.times]
    return Sample(times, math.fsum(sample.elapsed for sample in samples), (server, postgres))


def main(seconds: float) -> None:
    with tempfile.TemporaryDirectory(prefix="gouache-bench-") as folder:
        compare(folder, seconds)


def compare(folder: str, seconds: float) -> None:
    from tests.conftest import free_port

    own = {"GOUACHE_DATA_DIR": folder, "PYTHONPATH": str(Path(__file__).parents[1]), **UNLIMITED}
    port, bare_port = free_port(), free_port()
    me = str(Path(__file__))
    with (
        process("-m", "gouache", "serve", "--host", "127.0.0.1", "--port", str(port), **own) as server,
        process(me, "bare", str(bare_port), **own),
    ):
        asyncio.run(answering(port))
        command = [sys.executable, "-m", "gouache", "keys", "create"]
        key = subprocess.run(command, env={**os.environ, **own}, check=True, capture_output=True, text=True).stdout
        meter = partial(spent, server, Path(folder))
        with process(me, "worker", **own):
            asyncio.run(sync_requests(port, bare_port, key.strip(), seconds, meter))
        for connections in (4, 16, 64):
            asyncio.run(submits(port, bare_port, key.strip(), seconds, connections, meter, Path(folder)))


def serve_bare(port: int) -> None:
    import uvicorn

    app = Starlette(routes=[Route("/", bare, methods=["POST"])])
    uvicorn.run(app, port=port, log_level="warning", access_log=False)


def work() -> None:
    from gouache.db import Home

    settings = Settings()
    uvloop.run(Worker(settings, Home(settings).start(), draw=nothing).run())


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bare", port]:
            serve_bare(int(port))
        case ["worker"]:
            work()
        case arguments:
            main(float(arguments[0]) if arguments else 9)
