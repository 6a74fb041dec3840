"""Drawn text is read back by a text recogniser."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable
from difflib import SequenceMatcher

import numpy as np
import pytest

from gouache.engines.composer import raster
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.svg import NAMESPACE
from gouache.engines.composer.typography import faces, lettering

Read = Callable[[str], str]


@pytest.fixture(scope="session")
def read() -> Read:
    """The words of an SVG, top to bottom, lower case, letters and digits only."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from rapidocr import RapidOCR

        engine = RapidOCR(params={"Det.limit_type": "max", "Det.limit_side_len": 736})
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)

    def run(svg: str) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = engine(np.ascontiguousarray(raster.pixels(svg)[..., 2::-1]))
        return plain(" ".join(getattr(found, "txts", None) or ()))

    return run


def plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def page(markup: str, width: int, height: int) -> str:
    ground = f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    return f'<svg xmlns="{NAMESPACE}" width="{width}" height="{height}">{ground}{markup}</svg>'


FONTS = [key for key, face in faces().items() if face.kind != "fallback" and not re.search("-", key)]


def test_every_font_is_read(read: Read) -> None:
    poor = []
    for key in FONTS:
        made = lettering("Grand Harvest 1987", Box(20, 20, 680, 160), font=key, max_lines=1, max_size=70)
        if SequenceMatcher(None, read(page(made.markup, 720, 200)), "grandharvest1987").ratio() < 0.9:
            poor.append(key)
    assert not poor


def test_a_long_text_is_read_to_the_letter(read: Read) -> None:
    text = (
        "Bring glass, paper and metal to the town hall this Saturday, from 9am to 4pm. "
        "Free coffee for everyone who comes by bike."
    )
    made = lettering(text, Box(40, 40, 640, 420), font="poppins", max_lines=8)
    assert read(page(made.markup, 720, 500)) == plain(text)
