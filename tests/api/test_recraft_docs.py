"""The samples of the dialect's pages run as they stand there."""

from __future__ import annotations

import pytest

from tests.api.samples import run, samples
from tests.conftest import Server

SAMPLES = [
    (page, number, code) for page in ("recraft", "openai", "aimlapi") for number, code in enumerate(samples(page))
]


@pytest.mark.parametrize(("page", "number", "code"), SAMPLES, ids=[f"{page}-{number}" for page, number, _ in SAMPLES])
def test_sample(server: Server, page: str, number: int, code: str) -> None:
    run(code, server.url)


def test_there_are_samples() -> None:
    assert {page for page, _, _ in SAMPLES} == {"recraft", "openai", "aimlapi"}
