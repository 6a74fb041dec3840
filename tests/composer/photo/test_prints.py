"""Substyles of realistic_image are prints of their own."""

from __future__ import annotations

import numpy as np
import pytest

from gouache.engines.composer.photo.prints import printed, prints

GREY = np.full((64, 64, 4), 128, np.uint8)
RED = np.dstack([np.full((64, 64), value, np.uint8) for value in (200, 60, 50, 255)])


def test_no_substyle_changes_nothing() -> None:
    assert np.array_equal(printed(RED, None, 1), RED)


def test_black_and_white_has_no_colour() -> None:
    page = printed(RED, "b_and_w", 1)[..., :3].astype(int)
    assert (page.max(axis=2) - page.min(axis=2)).max() == 0


def test_evening_is_warmer_and_darker_in_the_corners() -> None:
    page = printed(GREY, "evening_light", 1)[..., :3].astype(float)
    assert page[32, 32, 0] > page[32, 32, 2] + 20
    assert page[:4, :4].mean() < page[28:36, 28:36].mean() - 10


@pytest.mark.parametrize("substyle", list(prints()))
def test_each_print_is_its_own_and_the_same_again(substyle: str) -> None:
    page = printed(RED, substyle, 3)
    assert np.array_equal(page, printed(RED, substyle, 3))
    assert all(
        substyle == other or np.abs(page.astype(int) - printed(RED, other, 3)).mean() > 0.5 for other in prints()
    )
