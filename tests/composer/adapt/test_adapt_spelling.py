from __future__ import annotations

import pytest

from gouache.engines.composer.adapt.spelling import meant, slips


@pytest.mark.parametrize(
    ("one", "two", "count"),
    [("cat", "cat", 0), ("racoon", "raccoon", 1), ("teh", "the", 1), ("elefant", "elephant", 2)],
)
def test_slips_are_counted(one: str, two: str, count: int) -> None:
    assert slips(one, two, 2) == count


def test_too_many_slips_are_no_slips() -> None:
    assert slips("dog", "elephant", 2) == 3


def test_known_words_stay() -> None:
    assert meant("chair") is None


def test_short_words_stay() -> None:
    assert meant("xat") is None
