"""The print of a photograph: what a substyle does to its tones."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

import cv2
import numpy as np

from gouache.engines.composer.photo.camera import Floats
from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.rng import stream
from gouache.tables import rows

_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)  # Rec. 709
_WARM = np.array([0.16, 0.03, -0.2], np.float32)  # of a channel, at full warmth


@dataclass(frozen=True, slots=True)
class Print:
    """`exposure` in stops; `contrast` and `saturation` are factors; `warmth` -1..1; the others 0..1.

    `blur` is sideways, the more the further from the middle.
    """

    exposure: float
    contrast: float
    saturation: float
    warmth: float
    fade: float
    grain: float
    vignette: float
    glow: float
    blur: float


@lru_cache(1)
def prints() -> dict[str, Print]:
    """The prints by substyle."""
    table = rows("gouache.engines.composer.photo", "prints.tsv")
    return {name: Print(**dict(zip((f.name for f in fields(Print)), map(float, cells), strict=True)))
            for name, *cells in table}  # fmt: skip


def printed(image: Pixels, substyle: str | None, seed: int) -> Pixels:
    """The picture, RGBA uint8, as its substyle prints it; unchanged without one."""
    made = prints().get(substyle or "")
    if made is None:
        return image
    page = image[..., :3].astype(np.float32) / 255
    page = _blurred(page, made.blur) if made.blur else page
    page = _toned(page, made)
    page *= 1 - made.vignette * _corners(*page.shape[:2])[..., None]
    page += made.grain * _grain(page.shape[0], page.shape[1], seed)[..., None]
    out = image.copy()
    out[..., :3] = np.rint(np.clip(page, 0, 1) * 255)
    return out


def _toned(page: Floats, made: Print) -> Floats:
    page = page * np.float32(2**made.exposure)
    if made.glow:
        soft = cv2.GaussianBlur(page, (0, 0), 0.02 * max(page.shape[:2]))
        page = page + made.glow * (1 - page) * np.maximum(soft - 0.35, 0)
    page = page * (1 + made.warmth * _WARM)
    grey = (page @ _LUMA)[..., None]
    page = grey + (page - grey) * made.saturation
    page = 0.46 + (page - 0.46) * made.contrast
    page = np.where(page > 0.8, 0.8 + 0.2 * np.tanh((page - 0.8) / 0.2), page)  # highlights roll off, as film's do
    return np.asarray(made.fade * 0.28 + page * (1 - made.fade * 0.34), np.float32)


def _corners(height: int, width: int) -> Floats:
    """0 in the middle, 1 in the corners."""
    y, x = np.ogrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    return np.asarray(np.clip((x * x + y * y) / 2, 0, 1) ** 1.4, np.float32)


def _blurred(page: Floats, amount: float) -> Floats:
    reach = max(3, round(0.09 * amount * page.shape[1]))
    streak = cv2.blur(page, (reach, 1))
    share = np.clip(_corners(*page.shape[:2]) * 3 - 0.25, 0, 1)[..., None]
    return np.asarray(page * (1 - share) + streak * share, np.float32)


def _grain(height: int, width: int, seed: int) -> Floats:
    """Film grain, about 0.03 of the range at one standard deviation."""
    noise = np.frombuffer(stream(seed, "print").randbytes(height * width), np.uint8).reshape(height, width)
    return np.asarray(cv2.GaussianBlur(noise.astype(np.float32) / 255 - 0.5, (0, 0), 0.8) * 0.22, np.float32)
