"""When progress is told, and how."""

from __future__ import annotations

import io

import pytest

from gouache import cli_watch
from gouache.cli_watch import Watcher


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(monkeypatch: pytest.MonkeyPatch, screen: io.StringIO, wanted: bool | None) -> str:
    monkeypatch.setattr("sys.stderr", screen)
    with Watcher(wanted) as watcher:
        for fraction in (0.0, 0.51, 0.55, 1.0):
            watcher(fraction, "enlarging")
        watcher.say("done")
    return screen.getvalue()


def test_lines_elsewhere_one_a_tenth(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = told(monkeypatch, io.StringIO(), True).splitlines()
    assert lines == ["  0%  enlarging", " 51%  enlarging", "100%  enlarging", "done"]


def test_nothing_elsewhere_unless_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, io.StringIO(), None) == "done\n"


def test_no_bar_for_what_is_over_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, Terminal(), None) == "done\n"


def test_a_bar_for_what_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_watch, "_PATIENCE", 0)
    assert "enlarging" in told(monkeypatch, Terminal(), None)
    assert told(monkeypatch, Terminal(), False) == "done\n"
