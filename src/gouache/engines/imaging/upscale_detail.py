"""Detail beyond what was resolved: edges steeper without halos, texture where the picture has some, its own grain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import numpy.typing as npt

from gouache.engines.imaging.upscale_texture import Texture

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
_STRIP = 1024  # rows
_MARGIN = 48  # rows around a strip that its filters see
_SHARP = 0.45


def sharpened(rgb: Pixels, by: float) -> Pixels:
    """A picture that was resampled `by` times larger, its edges steeper, within the values that are around."""
    radius = max(0.6, 0.5 * by)
    made = np.empty_like(rgb)
    reach = np.ones((2 * round(by) + 1,) * 2, np.uint8)
    for rows, inner, part in _strips(rgb):
        soft = cv2.GaussianBlur(part, (0, 0), radius)
        steep = cv2.addWeighted(part, 1 + _SHARP, soft, -_SHARP, 0)
        bounded = np.clip(steep, cv2.erode(part, reach), cv2.dilate(part, reach))
        made[rows] = bounded[inner]
    return made


def detailed(rgb: Pixels, before: Pixels, photo: bool) -> Pixels:
    """The enlarged picture (height, width, 3) with made-up detail after `before`, the picture as it came.

    The same for the same pictures. Smooth parts stay smooth, edges get no texture, and drawings no grain.
    """
    texture = Texture.of(before, rgb.shape[1] / before.shape[1], photo)
    if not texture.needed:
        return rgb
    made = np.empty_like(rgb)

    def strip(rows: slice) -> None:
        part = rgb[rows].astype(np.float32)
        part += texture.rows(rows.start, rows.stop, rgb.shape[:2])[..., None]
        made[rows] = np.clip(np.rint(part, out=part), 0, 255).astype(np.uint8)

    _each(strip, [rows for rows, _, _ in _strips(rgb)])
    return made


def _each(work: Callable[[slice], None], parts: list[slice]) -> None:
    """All parts, two at a time: most of the work is done outside Python's lock."""
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(work, part) for part in parts]:
            done.result()


def _strips(rgb: Pixels) -> Iterator[tuple[slice, slice, Pixels]]:
    """Rows of the result, where they lie in the part, and the part with its margins."""
    height = rgb.shape[0]
    for top in range(0, height, _STRIP):
        bottom = min(height, top + _STRIP)
        start, stop = max(0, top - _MARGIN), min(height, bottom + _MARGIN)
        yield slice(top, bottom), slice(top - start, bottom - start), rgb[start:stop]
