"""Drawing inside masks: the part of a picture to sample, and putting it back so that all else keeps its value."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from gouache.engines.diffusion.sample import Pixels
from gouache.engines.diffusion.sizes import resized

_MARGIN = 0.5  # of the masked box, so that the model sees what it continues
_LEAST_SIDE = 256  # px of the window
FEATHER = 3.0  # px, inside the mask
_EMPTIED_SIDE = 256  # px of the longer side at which holes are filled: what is filled so is soft
SEAM = 12  # px of the old picture that melt into what is drawn beyond it


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a picture in px; right and bottom are outside it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def of(self, pixels: Pixels) -> Pixels:
        return pixels[self.top : self.bottom, self.left : self.right]


def window(mask: Pixels) -> Window | None:
    """The masked box with a margin, inside the picture; None when nothing is masked."""
    ys, xs = np.nonzero(mask)
    if not len(xs):
        return None
    height, width = mask.shape
    left, right = _span(int(xs.min()), int(xs.max()) + 1, width)
    top, bottom = _span(int(ys.min()), int(ys.max()) + 1, height)
    return Window(left, top, right, bottom)


def _span(start: int, end: int, length: int) -> tuple[int, int]:
    margin = max(round(_MARGIN * (end - start)), (_LEAST_SIDE - (end - start)) // 2)
    return max(0, start - margin), min(length, end + margin)


def pasted(picture: Pixels, drawn: Pixels, mask: Pixels, part: Window, feather: float = FEATHER) -> Pixels:
    """RGBA `picture` with RGB `drawn` in the window where the mask is 255; every other pixel keeps its value.

    The mask's own edge is melted over `feather` px on its inside.
    """
    out = picture.copy()
    inside = part.of(mask)
    cover = _soft(inside, feather)[..., None]
    old = part.of(out)
    new = resized(drawn, part.width, part.height)
    melted = np.rint(old[..., :3] * (1 - cover) + new[..., :3] * cover)
    old[..., :3] = np.where(inside[..., None] > 0, melted, old[..., :3])
    old[..., 3] = np.where(inside > 0, 255, old[..., 3])
    return out


def _soft(mask: Pixels, feather: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """0..1, 0 outside the mask, rising over a few px on its inside; the picture's edge is no edge of the mask."""
    padded = cv2.copyMakeBorder(mask, 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    depth = cv2.distanceTransform((padded > 0).astype(np.uint8), cv2.DIST_L2, 5)[1:-1, 1:-1]
    return np.asarray(np.clip(depth / feather, 0, 1), np.float32)


def emptied(picture: Pixels, mask: Pixels) -> Pixels:
    """RGBA `picture` with what the mask marks filled from around it, soft and without things."""
    height, width = mask.shape
    scale = min(1.0, _EMPTIED_SIDE / max(height, width))
    small = (max(1, round(width * scale)), max(1, round(height * scale)))
    hole = cv2.dilate(cv2.resize(mask, small, interpolation=cv2.INTER_NEAREST), np.ones((5, 5), np.uint8))
    few = cv2.resize(np.ascontiguousarray(picture[..., :3]), small, interpolation=cv2.INTER_AREA)
    filled = resized(np.asarray(cv2.inpaint(few, hole, 3, cv2.INPAINT_TELEA), np.uint8), width, height)
    out = picture.copy()
    out[mask > 0, :3] = filled[mask > 0]
    return out


def extended(picture: Pixels, left: int, top: int, right: int, bottom: int, zoom_out: float) -> tuple[Pixels, Pixels]:
    """A larger RGBA canvas with the picture on it, its surroundings mirrored and blurred, and the mask of what is new.

    With `zoom_out` (per cent) the picture is first shrunk inside its own size.
    """
    height, width = picture.shape[:2]
    if zoom_out:
        small = resized(
            picture, max(1, round(width * (1 - zoom_out / 100))), max(1, round(height * (1 - zoom_out / 100)))
        )
        free_x, free_y = width - small.shape[1], height - small.shape[0]
        left, right = left + free_x // 2, right + free_x - free_x // 2
        top, bottom = top + free_y // 2, bottom + free_y - free_y // 2
        picture = small
    canvas = np.pad(picture, ((top, bottom), (left, right), (0, 0)), mode="symmetric")
    mask = np.full(canvas.shape[:2], 255, np.uint8)
    mask[top : top + picture.shape[0], left : left + picture.shape[1]] = 0
    blurred = cv2.GaussianBlur(canvas, (0, 0), max(4.0, max(canvas.shape[:2]) / 64))
    canvas[mask > 0] = blurred[mask > 0]
    canvas[..., 3][mask > 0] = 255
    return canvas, mask


def seam(mask: Pixels) -> Pixels:
    """The mask grown by `SEAM` px, so that what is new melts into what is old."""
    return np.asarray(cv2.dilate(mask, np.ones((2 * SEAM + 1, 2 * SEAM + 1), np.uint8)), np.uint8)
