"""The bucket of a key, against a plain count of what was let through."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouache.ledger.limits import Limits, allowance

START = datetime(2026, 1, 1, tzinfo=UTC)
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@given(
    limit=st.integers(1, 120),
    requests=st.lists(st.tuples(st.floats(0, 30), st.integers(1, 6)), max_size=60),
)
def test_never_more_than_two_windows_worth_in_a_window(limit: int, requests: list[tuple[float, int]]) -> None:
    """A bucket lets a full window through at once and then refills: at most twice the limit in any 60 s."""
    limits = Limits(images_per_minute=limit)
    now, until = START, LONG_AGO
    passed: list[tuple[datetime, int]] = []
    for pause, asked in requests:
        images = min(asked, limit)
        now += timedelta(seconds=pause)
        if allowance(limits, now, until, LONG_AGO, images).wait == 0:
            until = max(until, now) + timedelta(seconds=limits.image_seconds * images)
            passed.append((now, images))
    for at, _ in passed:
        assert sum(n for when, n in passed if at <= when < at + timedelta(seconds=60)) <= 2 * limit


@given(limit=st.integers(1, 100), images=st.integers(1, 6))
def test_waiting_as_told_is_enough(limit: int, images: int) -> None:
    limits = Limits(images_per_minute=limit)
    full = START + timedelta(seconds=60)
    wait = allowance(limits, START, full, LONG_AGO, images).wait
    later = START + timedelta(seconds=wait)
    assert wait == pytest.approx(min(images * limits.image_seconds, 60))
    assert allowance(limits, later, full, LONG_AGO, images).wait == pytest.approx(0, abs=1e-5)


def test_headers() -> None:
    limits = Limits(images_per_minute=100, requests_per_second=5)
    left = allowance(limits, START, START + timedelta(seconds=30), LONG_AGO)
    assert left.headers(limits) == {
        "X-RateLimit-Limit": "100",
        "X-RateLimit-Remaining": "50",
        "X-RateLimit-Reset": "30",
        "X-RateLimit-Remaining-Requests": "5",
    }
    assert not allowance(Limits(), START, LONG_AGO, LONG_AGO).headers(Limits())
