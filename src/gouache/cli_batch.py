"""`gouache batch`: many pictures of a file of wishes, taken up again where it broke off."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gouache.cli_watch import Watch, Watcher

if TYPE_CHECKING:
    from gouache.cli_batch_lines import Done, Line


def mount(app: typer.Typer, panel: str) -> None:
    """Add the command to a panel of the shell's help."""
    app.command(rich_help_panel=panel)(batch)


def batch(
    jobs: Annotated[str, typer.Argument(help="JSONL or CSV (.csv): a wish a line; - for JSONL on stdin.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder for pictures and journal.")] = Path("out"),
    format: Annotated[str, typer.Option(help="svg, png, webp or jpeg, where a line does not say.")] = "png",
    processes: Annotated[int, typer.Option("-j", "--processes", min=1, help="Pictures at a time.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print a line of JSON for each line that was done.")] = False,
    watch: Watch = None,
) -> None:
    """Draw a whole file of wishes; what fails does not stop the rest, and a second run does only what is missing.

    A line is a JSON object: `operation` (generate by default, or one of the commands above), its options, `id` or
    `output` for the name. Exit code 1 when a line failed.
    """
    from gouache.cli_batch_lines import Journal, read

    lines = read(jobs, format)
    journal = Journal(output)
    due = [line for line in lines if not journal.has(line)]
    counts = {"done": 0, "failed": 0}
    with Watcher(watch) as watcher, journal:
        watcher(0, f"0 of {len(due)}")
        for number, done in enumerate(_made(due, output, processes), start=1):
            journal.write(done)
            counts["failed" if done.error else "done"] += 1
            _tell(done, as_json, watcher)
            watcher(number / len(due), f"{number} of {len(due)}")
    there = len(lines) - len(due)
    typer.echo(f"{counts['done']} done, {there} already there, {counts['failed']} failed, in {output}", err=True)
    if counts["failed"]:
        raise typer.Exit(1)


def _made(lines: list[Line], folder: Path, processes: int) -> Iterator[Done]:
    """The lines as they get done, in any order when several processes draw."""
    from gouache.cli_batch_lines import make

    there = [line for line in lines if line.wish]
    alone = lines if processes == 1 or len(there) < 2 else [line for line in lines if not line.wish]
    yield from (make(line, folder) for line in alone)
    if alone is not lines:
        with ProcessPoolExecutor(min(processes, len(there)), mp_context=get_context("spawn")) as pool:
            yield from _results({pool.submit(make, line, folder): line for line in there})


def _results(running: dict[Future[Done], Line]) -> Iterator[Done]:
    from gouache.cli_batch_lines import Done

    for future in as_completed(running):
        died = future.exception()  # `make` raises nothing: its process was killed
        yield Done(running[future], error=f"the process that drew it died: {died}") if died else future.result()


def _tell(done: Done, as_json: bool, watcher: Watcher) -> None:
    if done.error:
        watcher.say(f"line {done.line.number}: {done.error}")
    if as_json:
        typer.echo(json.dumps(done.record(), ensure_ascii=False))
        sys.stdout.flush()
