"""Small colour steps that the raster styles share. Float images are RGB 0..1 float32, (height, width, 3)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.color import rgb
from gouache.engines.composer.picture import Role
from gouache.engines.composer.raster import Floats, Pixels
from gouache.engines.composer.restyle.lettering import print_on
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.plates import Plates

SCENERY = (Role.BACKGROUND, Role.MIDDLE, Role.GROUND)
Bytes = npt.NDArray[np.uint8]
LUMA = np.asarray((0.2126, 0.7152, 0.0722), np.float32)


def floats(image: Bytes) -> Floats:
    return np.multiply(image, np.float32(1 / 255), dtype=np.float32)


def ink(color: str) -> Floats:
    """A colour as three floats."""
    return np.asarray(np.asarray(rgb(color), np.float32) / 255, np.float32)


def luma(image: Floats) -> Floats:
    return np.asarray(image @ LUMA, np.float32)


def blend(below: Floats, above: Floats, cover: Floats) -> None:
    """`below` moves towards `above` by `cover` (height, width), in place."""
    below += (above - below) * cover[..., None]


def finished(image: Floats, plates: Plates, text_ink: str | None = None) -> Pixels:
    """RGBA bytes with the lettering printed last."""
    np.clip(image, 0, 1, out=image)
    image *= 255
    out = np.empty((*image.shape[:2], 4), np.uint8)
    np.add(image, 0.5, out=out[..., :3], casting="unsafe")
    out[..., 3] = 255
    print_on(out, plates, text_ink)
    return out


def edges(plates: Plates, least: float = 0.2) -> Floats:
    """Strength 0..1 of the border between neighbouring shapes by how different their colours are; one px wide."""
    lab = cv2.cvtColor(plates.flat, cv2.COLOR_RGB2LAB).astype(np.int16)
    found = np.zeros(lab.shape[:2], np.float32)
    for axis in (0, 1):
        far = np.abs(np.diff(lab, axis=axis)).sum(axis=2).astype(np.float32) / 70
        other = np.diff(plates.ids, axis=axis) != 0
        strength = np.where(other, np.clip(far, least, 1), 0)
        window = (slice(None, -1), slice(None)) if axis == 0 else (slice(None), slice(None, -1))
        found[window] = np.maximum(found[window], strength)
    return found


def broad_blur(image: Floats, sigma: float) -> Floats:
    """A Gaussian blur of a wide `sigma` (px), worked out on a smaller picture, where it shows no difference."""
    step = max(1, int(sigma // 2.5))
    if step == 1:
        return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma), np.float32)
    height, width = image.shape[:2]
    small = cv2.resize(image, (-(-width // step), -(-height // step)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma / step)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)


def vignette(height: int, width: int, amount: float) -> Floats:
    """1 in the middle, 1 - amount in the corners."""
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :] ** 2
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None] ** 2
    return np.asarray(1 - amount * ((x + y) / 2) ** 1.5, np.float32)


def small_shapes(plates: Plates, share: float = 0.0016) -> npt.NDArray[np.bool_]:
    """Eyes, noses, buttons: shapes too small for texture."""
    tiny = plates.areas < share * plates.ids.size
    tiny[0] = False
    return np.asarray(tiny[plates.ids])


def features(plates: Plates, reach: float) -> Floats:
    """1 around the small features of the things (faces), falling to 0 at `reach` px on a 1024 px page."""
    small = small_shapes(plates, 0.0022) & plates.things & ~plates.quiet
    step = 4
    away = cv2.distanceTransform((~small[::step, ::step]).astype(np.uint8), cv2.DIST_L2, 3)
    near = np.clip(1 - np.minimum(away, 1e4) * step / (reach * plates.unit), 0, 1)
    return np.asarray(cv2.resize(near, (plates.width, plates.height)), np.float32)


def shadow(order: npt.NDArray[np.int32], dx: float, dy: float, steps: int, blur: float) -> Floats:
    """How much every pixel lies in the shadow of what is painted above it, 0..1; the light comes from (-dx, -dy)."""
    total = np.zeros(order.shape, np.float32)
    for k in range(1, steps + 1):
        ox, oy = round(dx * k / steps), round(dy * k / steps)
        moved = shifted(order, ox, oy)
        total += moved > order
    total /= steps
    return cv2.GaussianBlur(total, (0, 0), blur) if blur > 0 else total


def shifted(field: npt.NDArray[np.int32], ox: int, oy: int) -> npt.NDArray[np.int32]:
    """Moved by whole px; what comes in from outside is 0."""
    height, width = field.shape
    out = np.zeros_like(field)
    out[max(0, oy) : height + min(0, oy), max(0, ox) : width + min(0, ox)] = field[
        max(0, -oy) : height + min(0, -oy), max(0, -ox) : width + min(0, -ox)
    ]
    return out
