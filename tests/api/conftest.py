"""Servers for the tests of the dialects."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Server, launch


@pytest.fixture(scope="session")
def teller(scratch: Path, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """An open server that may fetch from loopback, and tell it."""
    settings = {"GOUACHE_DATABASE_URL": fresh_database(), "GOUACHE_FETCH_ALLOW": "127.0.0.0/8"}
    running, process = launch(scratch / "teller", "--open", "--workers", "1", port=None, verify=None, **settings)
    yield running
    process.terminate()
    process.wait(30)
