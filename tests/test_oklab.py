"""Colours in OKLab and back."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gouache.oklab import oklab, srgb

CHANNEL = st.integers(0, 255)


def test_white_and_black() -> None:
    white, black = oklab(np.asarray([[255, 255, 255], [0, 0, 0]]))
    assert abs(white - [1, 0, 0]).max() < 1e-3
    assert abs(black).max() < 1e-6


@given(st.tuples(CHANNEL, CHANNEL, CHANNEL))
def test_there_and_back(color: tuple[int, int, int]) -> None:
    assert np.abs(srgb(oklab(np.asarray([color])))[0] - color).max() < 0.6
