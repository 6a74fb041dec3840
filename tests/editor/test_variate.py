"""Variations: composed anew, of the same things, in the same colours, at the wished size, unlike each other."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from gouache.engines.base import Context
from gouache.engines.composer.engine import Composer
from gouache.engines.editor.arrange import parts_of
from gouache.engines.editor.subject import cutout
from gouache.oklab import oklab
from gouache.operations import Generate, Variate

from .conftest import Desk, Pixels, seen


def logo() -> Pixels:
    """A sign over a word on white."""
    page = np.full((240, 240, 3), 255, np.uint8)
    cv2.circle(page, (120, 90), 50, (30, 90, 200), -1, cv2.LINE_AA)
    cv2.putText(page, "NORTH", (52, 195), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (20, 30, 60), 4, cv2.LINE_AA)
    return page


def colors_apart(one: Pixels, other: Pixels) -> float:
    steps = np.linspace(0, 100, 40)
    spots = [np.percentile(oklab(p[..., :3]).reshape(-1, 3), steps, axis=0) for p in (one, other)]
    return float(np.abs(spots[0] - spots[1]).mean())


def foreign(one: Pixels, own: Pixels) -> float:
    """How far the pixels of a picture, all but a twentieth, are from some colour of another."""
    spots, known = (oklab(p[::3, ::3, :3]).reshape(-1, 3) for p in (one, own))
    known = np.unique(np.round(known, 2), axis=0)
    gaps = np.sqrt(np.square(spots[:, None] - known[None]).sum(axis=2)).min(axis=1)
    return float(np.percentile(gaps, 95))


def unlike(one: Pixels, other: Pixels) -> float:
    return float(np.abs(one[..., :3].astype(int) - other[..., :3]).mean())


@pytest.mark.parametrize("size", [(192, 192), (256, 144)])
@pytest.mark.parametrize("kind", ["photograph", "drawing", "logo"])
def test_strangers_pictures(desk: Desk, photograph: Pixels, drawing: Pixels, kind: str, size: tuple[int, int]) -> None:
    page = {"photograph": photograph, "drawing": drawing, "logo": logo()}[kind]
    made = [
        seen(image) for image in desk.run(Variate(image=desk.put(page), width=size[0], height=size[1], n=3, seed=3))
    ]
    plain = cv2.resize(page, size, interpolation=cv2.INTER_AREA)
    for number, one in enumerate(made):
        assert one.shape[:2] == size[::-1]
        assert foreign(one, page) < 0.03, "in its own colours"
        assert unlike(one, np.asarray(plain, np.uint8)) > 4, "not the same picture"
        assert all(unlike(one, other) > 2 for other in made[:number])


def test_a_drawings_parts_are_found_and_words_stay_together() -> None:
    page = np.dstack([logo(), np.full((240, 240), 255, np.uint8)])
    parts = parts_of(cutout(page))
    assert [part.wide for part in parts] == [False, True]
    assert parts[1].w > 100


def word_in(page: Pixels) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Where the word's ink lies, its box scaled to one size."""
    ink = (np.abs(page[..., :3].astype(int) - (20, 30, 60)).max(axis=2) < 60).astype(np.float32)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    box = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return np.asarray(cv2.resize(box, (120, 30), interpolation=cv2.INTER_AREA))


def test_words_are_never_mirrored(desk: Desk) -> None:
    own = word_in(logo())
    for image in desk.run(Variate(image=desk.put(logo()), width=240, height=240, n=6, seed=2)):
        made = word_in(seen(image))
        assert np.abs(made - own).mean() < 0.6 * np.abs(made[:, ::-1] - own).mean()


def test_pictures_of_ours_keep_their_colors_and_stay_vector(desk: Desk) -> None:
    page, source = desk.own("a fox in a forest", "svg", 192)
    made = desk.run(Variate(image=source, width=192, height=192, n=4, seed=5, format="svg"))
    plain = Composer().run(Generate(prompt="a fox in a forest", width=192, height=192, n=4, seed=5), Context())
    assert all(image.svg is not None for image in made)
    own, others = ([colors_apart(seen(one), page) for one in images] for images in (made, plain))
    assert np.mean(own) < 0.85 * np.mean(others)
