"""Own styles: what references have in common is found, and pictures drawn in a style carry it more than plain ones."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from gouache.engines.base import Context
from gouache.engines.composer.engine import Composer
from gouache.engines.composer.raster import pixels
from gouache.oklab import oklab
from gouache.operations import Format, Generate
from gouache.styles import grain, marks
from gouache.styles.measure import profile
from gouache.styles.profile import BASES, StyleProfile

Pixels = npt.NDArray[np.uint8]
SIDE = 256


def flat(colors: tuple[tuple[int, int, int], ...], seed: int, edge: int = 0) -> Pixels:
    """Discs of flat colours on the first one, outlined in the last when an edge is given."""
    rng = np.random.default_rng(seed)
    page = np.full((SIDE, SIDE, 3), colors[0], np.uint8)
    for k in range(7):
        at = tuple(int(v) for v in rng.integers(40, SIDE - 40, 2))
        cv2.circle(page, at, 34, colors[1 + k % (len(colors) - 1)], -1, cv2.LINE_AA)
        if edge:
            cv2.circle(page, at, 34, colors[-1], edge, cv2.LINE_AA)
    return page


def noisy(page: Pixels, seed: int, strength: float = 14) -> Pixels:
    noise = np.random.default_rng(seed).normal(0, strength, (*page.shape[:2], 1))
    return np.clip(page + noise, 0, 255).astype(np.uint8)


def glowing(seed: int) -> Pixels:
    rng = np.random.default_rng(seed)
    page = np.zeros((SIDE, SIDE, 3), np.float32)
    for k in range(7):
        color = ((255, 20, 147), (0, 240, 255), (255, 240, 60))[k % 3]
        cv2.circle(
            page, tuple(int(v) for v in rng.integers(50, 200, 2)), int(rng.integers(20, 70)), color, 3, cv2.LINE_AA
        )
    lit = np.maximum(page, cv2.GaussianBlur(page, (0, 0), 7) * 1.5) + np.asarray((6, 4, 14))
    return np.asarray(np.clip(lit, 0, 255), np.uint8)


def gradient(seed: int) -> Pixels:
    ramp = np.linspace(0, 1, SIDE, dtype=np.float32)[:, None, None]
    first, last = ((250, 210, 225), (205, 225, 250)) if seed % 2 else ((205, 225, 250), (220, 245, 225))
    page = np.asarray(first) * (1 - ramp) + np.asarray(last) * ramp
    return np.asarray(np.broadcast_to(page, (SIDE, SIDE, 3)), np.uint8).copy()


def squares(seed: int) -> Pixels:
    cells = cv2.medianBlur(np.random.default_rng(seed).integers(0, 4, (64, 64)).astype(np.uint8), 5)
    table = np.asarray([(30, 40, 80), (240, 180, 60), (90, 170, 120), (240, 235, 220)], np.uint8)
    return np.asarray(table[cells].repeat(4, axis=0).repeat(4, axis=1))


SETS = {
    "two colours": [flat(((246, 233, 214), (224, 74, 44)), k) for k in (1, 2)],
    "black outlines": [flat(((255, 248, 225), (230, 57, 70), (29, 53, 160), (15, 15, 15)), k, 6) for k in (1, 2)],
    "grain": [noisy(flat(((210, 190, 150), (120, 100, 70), (60, 50, 40)), k), k) for k in (1, 2)],
    "neon": [glowing(k) for k in (1, 2)],
    "pastel": [gradient(k) for k in (1, 2)],
    "pixels": [squares(k) for k in (1, 2)],
    "night": [flat(((12, 16, 40), (30, 50, 110), (250, 210, 90)), k) for k in (1, 2)],
}


def opaque(page: Pixels) -> Pixels:
    return np.dstack([page, np.full(page.shape[:2], 255, np.uint8)])


def style(name: str, base: str = "digital_illustration") -> StyleProfile:
    return profile([opaque(page) for page in SETS[name]], base)  # type: ignore[arg-type]


def drawn(prompt: str, base: str, own: StyleProfile | None) -> Pixels:
    form: Format = "svg" if base in ("vector_illustration", "icon") else "png"
    wish = Generate(prompt=prompt, style=base, width=SIDE, height=SIDE, seed=3, profile=own, format=form)
    [image] = Composer().run(wish, Context())
    assert image.svg is not None or form == "png"
    return image.pixels if image.pixels is not None else pixels(image.svg or "", SIDE, SIDE)


def colors_apart(page: Pixels, wanted: list[Pixels]) -> float:
    """The earth mover's distance of OKLab colours, each axis alone."""
    there = np.concatenate([oklab(one[::4, ::4]).reshape(-1, 3) for one in wanted])
    own = oklab(page[::4, ::4, :3]).reshape(-1, 3)
    steps = np.linspace(0, 100, 60)
    return float(np.abs(np.percentile(own, steps, axis=0) - np.percentile(there, steps, axis=0)).mean())


@pytest.mark.parametrize("base", ["digital_illustration", "vector_illustration"])
@pytest.mark.parametrize("name", sorted(SETS))
def test_pictures_carry_the_references_colors_by_their_shares(name: str, base: str) -> None:
    own, plain = drawn("a fox in a forest", base, style(name, base)), drawn("a fox in a forest", base, None)
    assert colors_apart(own, SETS[name]) < 0.6 * colors_apart(plain, SETS[name])


@pytest.mark.parametrize(  # fmt: skip
    ("name", "trait"),
    [
        ("black outlines", "lines"),
        ("grain", "texture"),
        ("neon", "glow"),
        ("two colours", "flatness"),
        ("pixels", "grid"),
    ],
)
def test_pictures_are_drawn_like_the_references(name: str, trait: str) -> None:
    wanted = style(name)

    def far(page: Pixels) -> float:
        return abs(float(getattr(profile([page], "any").traits, trait)) - float(getattr(wanted.traits, trait)))

    assert far(drawn("a fox in a forest", "digital_illustration", wanted)) < far(
        drawn("a fox in a forest", "digital_illustration", None)
    )


@pytest.mark.parametrize("base", BASES)
def test_every_base_works(base: str) -> None:
    made = drawn("a cup", base, style("night", base))
    assert made[..., :3].astype(float).mean() < 128, "the references are dark"


def test_grain_has_the_size_and_direction_it_was_measured_with() -> None:
    rng = np.random.default_rng(2)
    upright = cv2.GaussianBlur(rng.normal(0, 0.2, (SIDE, SIDE)).astype(np.float32), (0, 0), sigmaX=0.8, sigmaY=5)
    found = grain.bands(0.5 + upright)
    made = grain.texture(found, 4)
    assert made.std() == pytest.approx(upright.std(), rel=0.4)
    assert np.abs(np.diff(made, axis=1)).mean() > 1.6 * np.abs(np.diff(made, axis=0)).mean()
    assert grain.bands(0.5 + made) == pytest.approx(found, abs=0.5 * float(found.max()))


def test_squares_of_pixel_art_are_found_at_any_size() -> None:
    page = squares(1)
    assert marks.grid(page) == pytest.approx(1 / 64, rel=0.02)
    stretched = cv2.resize(page, (352, 352), interpolation=cv2.INTER_NEAREST)
    assert marks.grid(np.asarray(stretched, np.uint8)) == pytest.approx(1 / 64, rel=0.03)
    assert marks.grid(noisy(gradient(1), 2, 4)) == 0
