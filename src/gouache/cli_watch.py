"""Progress of a picture on its way, on stderr: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.progress import Progress

Watch = Annotated[
    bool | None,
    typer.Option("--watch/--no-watch", help="Tell progress on stderr; by default on a terminal, when it takes long."),
]
_PATIENCE = 0.7  # s before a bar appears: what is over sooner needs none, and loading the bar takes time, too


class Watcher:
    """Takes progress in; `wanted` None: a bar after a while, and only on a terminal.

    While it runs, lines for people go through `say`, so that they do not break the bar.
    """

    def __init__(self, wanted: bool | None) -> None:
        self._terminal = sys.stderr.isatty()
        self._on = self._terminal if wanted is None else wanted
        self._due = time.monotonic() + (0 if wanted else _PATIENCE)
        self._bar: Progress | None = None
        self._told = (-1, "")

    def __enter__(self) -> Watcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, fraction: float, stage: str) -> None:
        if not self._on:
            return
        if not self._terminal:
            self._line(fraction, stage)
        elif self._bar is not None or (0 < fraction < 1 and time.monotonic() >= self._due):
            self._moved(fraction, stage)

    def say(self, line: str) -> None:
        """A line on stderr."""
        if self._bar is None:
            typer.echo(line, err=True)
        else:
            self._bar.console.print(line, highlight=False, markup=False, soft_wrap=True)

    def _line(self, fraction: float, stage: str) -> None:
        tenth = int(fraction * 10)
        if (tenth, stage) != self._told:
            self._told = (tenth, stage)
            typer.echo(f"{fraction:4.0%}  {stage}", err=True)

    def _moved(self, fraction: float, stage: str) -> None:
        if self._bar is None:
            self._bar = _bar()
        self._bar.update(self._bar.task_ids[0], completed=fraction, description=stage)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    bar.add_task("", total=1.0)
    bar.start()
    return bar
