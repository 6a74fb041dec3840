"""How bodies meet the ground: the shadows they throw, and how far they sink into what is soft."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from gouache.engines.composer.photo.bodies import Body
from gouache.engines.composer.photo.camera import Floats, f32
from gouache.engines.composer.photo.noise import field
from gouache.engines.composer.picture import Element, Picture, Role

_FLAT = 0.24  # how much of a body's height its shadow keeps on the ground
_FOOT = 0.05  # share of a body that counts as its foot


def stands(picture: Picture, element: Element) -> bool:
    """Whether the picture gives an element a contact shadow."""
    reach = 0.06 * picture.height
    return any(
        shadow.box.x < element.box.right
        and shadow.box.right > element.box.x
        and abs(shadow.box.center.y - element.box.bottom) < reach + shadow.box.h / 2
        for shadow in picture.pick({Role.SHADOW})
    )


def throw(page: Floats, body: Body, key: tuple[float, float, float]) -> None:
    """Darken the page below and behind a body: its outline laid down away from the light, and the line of contact."""
    height, width = body.alpha.shape
    base = _base(body)
    lean = -key[0] / max(0.35, key[1]) * _FLAT
    pad = int(abs(lean) * height + 0.10 * width) + 4
    laid = _laid(body.alpha[: base + 1], lean, pad)
    _darken(page, laid, body.x - pad, body.y + base - laid.shape[0] + 1 + pad // 3, 0.6)
    contact = _contact(body.alpha[: base + 1], pad)
    _darken(page, contact, body.x - pad, body.y + base - contact.shape[0] // 2, 0.8)


def sink(body: Body, cover: str, seed: int) -> Body:
    """A body whose feet stand in blades of grass or in snow; unchanged on hard ground."""
    depth = {"grass": 0.030, "snow": 0.018}.get(cover)
    if depth is None:
        return body
    height, width = body.alpha.shape
    rng = np.random.Generator(np.random.PCG64(seed))
    rough = rng.random(width, dtype=np.float32) if cover == "grass" else field(1, width, width / 9, seed)[0]
    blades = (0.35 + 0.65 * rough) * depth * min(height, 2.2 * width)
    rows = np.arange(height, dtype=np.float32)[:, None]
    return replace(body, alpha=f32(body.alpha * np.clip(_base(body) - blades[None, :] - rows + 0.5, 0, 1)))


def _base(body: Body) -> int:
    """The lowest row that the body covers."""
    covered = np.asarray((body.alpha > 0.5).any(axis=1))
    return len(covered) - 1 - int(np.argmax(covered[::-1]))


def _laid(alpha: Floats, lean: float, pad: int) -> Floats:
    height, width = alpha.shape
    rows = int(height * _FLAT) + pad
    matrix = np.array([[1, -lean, pad + lean * height], [0, _FLAT, rows - pad // 3 - height * _FLAT]], np.float32)
    flat = cv2.warpAffine(alpha, matrix, (width + 2 * pad, rows))
    far = cv2.GaussianBlur(flat, (0, 0), 0.035 * max(width, rows) + 1)
    near = cv2.GaussianBlur(flat, (0, 0), 0.012 * max(width, rows) + 0.6)
    fade = np.linspace(0, 1, rows, dtype=np.float32)[:, None] ** 1.5
    return f32(near * fade + far * (1 - fade) * 0.8)


def _contact(alpha: Floats, pad: int) -> Floats:
    height, width = alpha.shape
    foot = alpha[int(height * (1 - _FOOT)) :].max(axis=0)
    rows = max(8, int(0.09 * min(height, width)))
    strip = np.zeros((rows * 2, width + 2 * pad), np.float32)
    strip[rows - rows // 4 : rows + rows // 4, pad : pad + width] = foot
    return f32(np.clip(cv2.GaussianBlur(strip, (0, 0), sigmaX=0.02 * width + 0.6, sigmaY=rows * 0.28) * 1.15, 0, 1))


def _darken(page: Floats, mask: Floats, x: int, y: int, strength: float) -> None:
    left, top = max(0, -x), max(0, -y)
    right, bottom = min(mask.shape[1], page.shape[1] - x), min(mask.shape[0], page.shape[0] - y)
    if right > left and bottom > top:
        part = mask[top:bottom, left:right, None]
        page[y + top : y + bottom, x + left : x + right] *= 1 - strength * part
