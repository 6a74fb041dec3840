"""Times the composer's stages over a set of prompts and prints a table.

    python benchmarks/compose.py [repeats]

Milliseconds, warm, one process; the last lines time a cold shell and the peak memory of this process.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from gouache.engines.composer.compose import ComposeRequest, Composition, compose
from gouache.engines.composer.parse import parse
from gouache.engines.composer.photo import photograph
from gouache.engines.composer.raster import png
from gouache.engines.composer.restyle import RASTER, VECTOR
from gouache.engines.composer.svg import document

PROMPTS = (
    "two foxes under a red umbrella in the rain",
    "a photo of a green bench left of a brown dog",
    "three sailboats on the sea at sunset",
    'a robot holding a sign that says "HELLO WORLD" in a city at night',
    "a wizard reading a book in a library",
    "a bowl of oranges on a wooden table",
    "a cat wearing a top hat",
    "a castle on a hill",
)


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def line(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)] if len(ordered) > 1 else ordered[0]
    print(f"{name:<28}{statistics.median(times):>10.1f}{p95:>10.1f}{max(times):>10.1f}")


def stages(repeats: int) -> list[Composition]:
    warm = [compose(ComposeRequest(prompt=p, seed=1)) for p in PROMPTS]
    line("parse", [timed(lambda p=p: parse(p)) for p in PROMPTS for _ in range(repeats)])  # type: ignore[misc]
    composed = [
        timed(lambda p=p, s=s: document(compose(ComposeRequest(prompt=p, seed=s)).picture))  # type: ignore[misc]
        for p in PROMPTS
        for s in range(2, 2 + repeats)
    ]
    line("prompt to SVG", composed)
    line("SVG to PNG, 1024x1024", [timed(lambda c=c: png(document(c.picture))) for c in warm])  # type: ignore[misc]
    return warm


def styles(warm: list[Composition]) -> None:
    for name, vector in VECTOR.items():
        line(f"vector {name}", [timed(lambda c=c, v=vector: v(c.picture, 1)) for c in warm[:3]])  # type: ignore[misc]
    for name, raster in RASTER.items():
        line(f"raster {name}", [timed(lambda c=c, r=raster: r(c.picture, 1)) for c in warm[:3]])  # type: ignore[misc]
    line("realistic", [timed(lambda c=c: photograph(c.picture, c.scene, 1)) for c in warm[:4]])  # type: ignore[misc]


def cold() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("svg", "png"):
            target = str(Path(folder) / f"out.{suffix}")
            command = [sys.executable, "-m", "gouache", "generate", PROMPTS[0], "-o", target]
            line(
                f"cold shell to .{suffix}",
                [timed(lambda c=command: subprocess.run(c, check=True, capture_output=True)) for _ in range(3)],  # type: ignore[misc]
            )


def main() -> None:
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(f"{'stage':<28}{'median':>10}{'p95':>10}{'max':>10}   ms")
    warm = stages(repeats)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory so far {peak:.0f} MB")
    styles(warm)
    print(f"peak memory with every style {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    cold()


if __name__ == "__main__":
    main()
