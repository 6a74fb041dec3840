"""Changes of a whole picture that keep what it shows: seasons, times of day, weather, old prints.

Pictures are float32 0..1 (height, width, 3); `amount` 0..1 says how much of the change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import cv2
import numpy as np

from gouache.engines.composer.photo.noise import field
from gouache.engines.composer.raster import Pixels
from gouache.engines.editor.patches import Floats
from gouache.tables import rows

_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
_FLAT = 0.6  # of the neighbours that are equal in a drawing, whose sky is of one colour
_NEAR = 0.09  # of 0..1; as near are the tones of that sky
_COOL = np.array([-1.0, 0.0, 1.0], np.float32)  # how much bluer than red


@dataclass(frozen=True, slots=True)
class Page:
    """Where the sky is, and the ground: neither sky nor subject; shares 0..1 (height, width)."""

    sky: Floats
    ground: Floats


Treatment = Callable[[Floats, Page, float, np.random.Generator], Floats]


@lru_cache(1)
def _words() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("gouache.engines.editor", "treatments.tsv")}


def treatments(prompt: str) -> tuple[str, ...]:
    """The changes that the words of a prompt ask for, each once, in their order; "black and white" is `grey`."""
    text = re.sub(r"black[ -]and[ -]white", "monochrome", prompt.lower())
    found = [_words()[word] for word in re.findall(r"[a-z]+", text) if word in _words()]
    return tuple(dict.fromkeys(found))


def only_treatments(prompt: str) -> bool:
    """Whether a prompt says nothing but such words (and little ones around them)."""
    text = re.sub(r"black[ -]and[ -]white", "monochrome", prompt.lower())
    little = {"a", "an", "the", "in", "at", "it", "make", "with", "during", "and", "of", "as", "time", "hour", "scene",
              "version", "mood", "style", "very", "this", "picture", "photo", "image", "turn", "into", "to", "day",
              "weather", "season", "light", "landscape", "more"}  # fmt: skip
    words = set(re.findall(r"[a-z]+", text)) - little
    return bool(words) and all(word in _words() for word in words)


def treated(pixels: Pixels, subject: Floats, names: tuple[str, ...], amount: float, seed: int) -> Pixels:
    """The picture, RGBA uint8, after some changes; `subject` is its coverage 0..1."""
    if not names or amount <= 0:
        return pixels
    image = pixels[..., :3].astype(np.float32) / 255
    rng = np.random.Generator(np.random.PCG64(seed))
    sky = _sky(image) * (1 - subject)
    page = Page(sky, np.asarray((1 - sky) * (1 - subject)))
    for name in names:
        image = np.clip(_TREATMENTS[name](image, page, amount, rng), 0, 1).astype(np.float32)
    out = pixels.copy()
    out[..., :3] = np.rint(image * 255)
    return out


def _sky(image: Floats) -> Floats:
    """How much each pixel looks like open sky: smooth, and nothing but smoothness above it; 0..1."""
    height, width = image.shape[:2]
    if float((image[:, 1:] == image[:, :-1]).all(axis=2).mean()) > _FLAT:
        top = np.median(image[: max(1, height // 50)].reshape(-1, 3), axis=0)
        near = (np.abs(image - top).max(axis=2) < _NEAR).astype(np.float32)
        return np.asarray(cv2.GaussianBlur(near, (0, 0), 0.8))
    scale = 256 / max(height, width)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) @ _LUMA
    rough = cv2.GaussianBlur(np.hypot(cv2.Sobel(small, -1, 1, 0), cv2.Sobel(small, -1, 0, 1)), (0, 0), 1.5)
    blue = np.median(cv2.resize(image, small.shape[::-1], interpolation=cv2.INTER_AREA) @ _COOL, axis=1)
    airy = (rough < 0.16) & (small > 0.22) & ((small > 0.5) | (blue[:, None] > -0.05))
    open_ = np.minimum.accumulate(airy.astype(np.float32), axis=0)
    low = np.linspace(1, 0, small.shape[0], dtype=np.float32)[:, None]
    soft = cv2.GaussianBlur(open_, (0, 0), 2.0) * np.clip(low * 2.2, 0, 1)
    return np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR))


def _mixed(image: Floats, other: Floats, amount: float | Floats) -> Floats:
    return np.asarray(image + (other - image) * amount)


def _grey_of(image: Floats) -> Floats:
    return np.repeat((image @ _LUMA)[..., None], 3, axis=2)


def _greens(image: Floats) -> Floats:
    """How green or yellow-green, like leaves and grass, 0..1."""
    hsv = cv2.cvtColor(np.ascontiguousarray(image), cv2.COLOR_RGB2HSV)
    hue = np.clip(1 - np.abs(hsv[..., 0] - 95) / 55, 0, 1)
    return np.asarray(hue * np.clip(hsv[..., 1] * 2.2, 0, 1))


def _flecks(shape: tuple[int, ...], rng: np.random.Generator, count: int, sizes: tuple[float, float]) -> Floats:
    """Soft round flecks of several sizes all over the page, 0..1."""
    height, width = shape[:2]
    unit = min(height, width) / 1024
    page = np.zeros((height, width), np.float32)
    spots = rng.random((count, 4), dtype=np.float32)
    for x, y, size, force in spots.tolist():
        radius = max(1.0, (sizes[0] + (sizes[1] - sizes[0]) * size**3) * unit)
        center = (round(x * width * 8), round(y * height * 8))
        cv2.circle(page, center, round(radius * 8), 0.45 + 0.55 * force, -1, cv2.LINE_AA, 3)
    return np.asarray(cv2.GaussianBlur(page, (0, 0), 0.9 * max(0.6, unit)))


def _winter(image: Floats, page: Page, amount: float, rng: np.random.Generator) -> Floats:
    green = _greens(image)
    luma = image @ _LUMA
    pale = _mixed(image, _grey_of(image) * np.array([0.94, 0.99, 1.06], np.float32), 0.45 * amount)
    snow = np.array([0.93, 0.96, 1.0], np.float32) * (0.55 + 0.5 * luma)[..., None]
    rise = np.clip(cv2.GaussianBlur(luma, (0, 0), 1.0) - cv2.GaussianBlur(np.roll(luma, 6, axis=0), (0, 0), 3), 0, 1)
    settled = np.clip(green * 0.9 + rise * 1.4 * (1 - page.sky) + _fallen(page) * 0.8, 0, 0.97) * amount
    white = _mixed(pale, snow, settled[..., None])
    flakes = _flecks(image.shape, rng, round(420 * amount), (1.5, 8.0))
    return _mixed(white, np.ones_like(image), (flakes * 0.85)[..., None])


def _fallen(page: Page) -> Floats:
    """How much snow lies: on the ground, more of it the nearer it is."""
    near = np.linspace(-0.25, 1.15, page.ground.shape[0], dtype=np.float32)[:, None]
    return np.asarray(page.ground * np.clip(near, 0, 1))


def _autumn(image: Floats, _page: Page, amount: float, rng: np.random.Generator) -> Floats:
    green = _greens(image)
    hsv = cv2.cvtColor(np.ascontiguousarray(image), cv2.COLOR_RGB2HSV)
    tone = field(image.shape[0], image.shape[1], max(8.0, image.shape[1] / 14), int(rng.integers(1 << 30)))
    turned = hsv.copy()
    turned[..., 0] = 16 + 30 * tone
    turned[..., 1] = np.clip(hsv[..., 1] * 1.25, 0, 1)
    turned[..., 2] = np.clip(hsv[..., 2] * 1.06, 0, 1)
    leaves = cv2.cvtColor(turned, cv2.COLOR_HSV2RGB)
    out = _mixed(image, leaves, (green * amount)[..., None])
    out = _mixed(out, out * np.array([1.10, 1.0, 0.84], np.float32), 0.7 * amount)
    return _leaves(out, amount, rng)


def _leaves(image: Floats, amount: float, rng: np.random.Generator) -> Floats:
    """Falling leaves: turned pointed ellipses in a few reds and golds."""
    height, width = image.shape[:2]
    unit = min(height, width) / 1024
    out = np.ascontiguousarray(image, np.float32)
    colors = ((0.80, 0.33, 0.10), (0.88, 0.55, 0.14), (0.66, 0.20, 0.10), (0.93, 0.70, 0.22))
    for x, y, size, angle, kind in rng.random((round(46 * amount), 5)).tolist():
        length = (9 + 20 * size * size) * unit
        turn = np.array(
            [[np.cos(angle * 6.283), -np.sin(angle * 6.283)], [np.sin(angle * 6.283), np.cos(angle * 6.283)]]
        )
        leaf = np.array([[-1, 0], [-0.45, 0.36], [0.2, 0.40], [1, 0], [0.2, -0.40], [-0.45, -0.36]]) @ turn.T * length
        points = np.rint((leaf + [x * width, y * height]) * 8).astype(np.int32)
        cv2.fillPoly(out, [points], colors[int(kind * 4)], cv2.LINE_AA, 3)
    return out


def _spring(image: Floats, _page: Page, amount: float, rng: np.random.Generator) -> Floats:
    green = _greens(image)
    fresh = image * np.array([1.02, 1.12, 0.94], np.float32)
    out = _mixed(image, fresh, ((0.4 + 0.6 * green) * amount)[..., None])
    petals = _flecks(image.shape, rng, round(120 * amount), (3.0, 10.0))
    return _mixed(out, np.broadcast_to(np.array([1.0, 0.80, 0.87], np.float32), image.shape), (petals * 0.9)[..., None])


def _summer(image: Floats, _page: Page, amount: float, _rng: np.random.Generator) -> Floats:
    warm = image * np.array([1.08, 1.03, 0.92], np.float32)
    vivid = _grey_of(warm) + (warm - _grey_of(warm)) * 1.22
    return _mixed(image, vivid * 1.05, amount)


def _night(image: Floats, page: Page, amount: float, rng: np.random.Generator) -> Floats:
    sky = page.sky
    luma = (image @ _LUMA)[..., None]
    dark = _mixed(image, _grey_of(image), 0.55) ** 1.35 * np.array([0.20, 0.29, 0.50], np.float32)
    dark = dark * (1 - 0.5 * sky[..., None]) + np.array([0.008, 0.014, 0.045], np.float32)
    lamps = np.clip((luma - 0.86) / 0.14, 0, 1) * (1 - np.clip(sky * 1.6, 0, 1))[..., None]
    glow = cv2.GaussianBlur(lamps[..., 0], (0, 0), max(2.0, 0.012 * min(image.shape[:2])))[..., None]
    lit = dark + (lamps * 0.45 + glow * 0.35) * np.array([1.0, 0.86, 0.58], np.float32)
    stars = _flecks(image.shape, rng, round(260 * amount), (0.7, 2.2)) * np.clip(sky * 1.4 - 0.2, 0, 1)
    return _mixed(image, lit, amount) + (stars * 0.9 * amount)[..., None]


def _sunset(image: Floats, page: Page, amount: float, _rng: np.random.Generator) -> Floats:
    sky = page.sky
    height = image.shape[0]
    rows_ = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    glow = np.array([0.42, 0.30, 0.52], np.float32) * (1 - rows_) + np.array([1.0, 0.52, 0.22], np.float32) * rows_
    burning = _mixed(
        image * np.array([1.12, 0.86, 0.70], np.float32), glow * (0.55 + 0.6 * image), 0.6 * sky[..., None]
    )
    return _mixed(image, burning * 0.94, amount)


def _rain(image: Floats, _page: Page, amount: float, rng: np.random.Generator) -> Floats:
    height, width = image.shape[:2]
    grey = _mixed(image, _grey_of(image), 0.5) * np.array([0.74, 0.80, 0.88], np.float32)
    unit = min(height, width) / 1024
    page = np.zeros((height, width), np.float32)
    for x, y, size in rng.random((round(700 * amount), 3)).tolist():
        length = (18 + 42 * size) * unit
        start = (round(x * width * 8), round(y * height * 8))
        end = (round((x * width - 0.22 * length) * 8), round((y * height + length) * 8))
        cv2.line(page, start, end, 0.25 + 0.4 * size, max(1, round(1.2 * unit)), cv2.LINE_AA, 3)
    wet = _mixed(image, grey, amount)
    return _mixed(wet, np.broadcast_to(np.float32(0.92), image.shape), (page * 0.55)[..., None])


def _fog(image: Floats, page: Page, amount: float, rng: np.random.Generator) -> Floats:
    height, width = image.shape[:2]
    far = np.clip(1.15 - np.linspace(0, 1, height, dtype=np.float32)[:, None], 0.12, 1)
    drift = field(height, width, max(16.0, width / 4), int(rng.integers(1 << 30)))
    veil = np.clip((0.35 + 0.65 * far) * (0.7 + 0.5 * drift) + 0.2 * page.sky, 0, 0.92) * amount
    return _mixed(image, np.broadcast_to(np.array([0.84, 0.87, 0.90], np.float32), image.shape), veil[..., None])


def _vintage(image: Floats, _page: Page, amount: float, rng: np.random.Generator) -> Floats:
    sepia = _grey_of(image) * np.array([1.08, 0.90, 0.66], np.float32) * 0.9 + np.array([0.09, 0.07, 0.04], np.float32)
    grain = rng.standard_normal(image.shape[:2], dtype=np.float32)[..., None] * 0.03
    return _mixed(image, sepia + grain, amount)


def _grey(image: Floats, _page: Page, amount: float, _rng: np.random.Generator) -> Floats:
    grey = _grey_of(image)
    return _mixed(image, np.clip((grey - 0.5) * 1.12 + 0.5, 0, 1), amount)


_TREATMENTS: Mapping[str, Treatment] = MappingProxyType(
    {
        "winter": _winter, "autumn": _autumn, "spring": _spring, "summer": _summer, "night": _night,
        "sunset": _sunset, "rain": _rain, "fog": _fog, "vintage": _vintage, "grey": _grey,
    }
)  # fmt: skip
