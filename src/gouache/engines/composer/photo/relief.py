"""From a flat drawing to a body: a height map by inflation, its normals, and its crevices."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.composer.photo.camera import Floats, f32

_COARSE = 112  # px, longer side of the grid on which the inflation is solved


def inflate(inside: Floats) -> Floats:
    """Height of a balloon blown up inside a soft mask 0..1: the square root of a membrane under pressure.

    Solves Δu = -1 with u = 0 outside by damped Jacobi from coarse to fine; heights in px of the mask.
    """
    height, width = inside.shape
    scale = _COARSE / max(height, width)
    u: Floats = np.zeros((3, 3), np.float32)
    for level in (0.25, 0.5, 1.0):
        shape = max(3, round(width * scale * level)), max(3, round(height * scale * level))
        mask = cv2.resize(inside, shape, interpolation=cv2.INTER_AREA)
        u = cv2.resize(u, shape, interpolation=cv2.INTER_LINEAR) * 4
        u = _relax(u, (mask > 0.5).astype(np.float32), 60)
    full = cv2.resize(u, (width, height), interpolation=cv2.INTER_CUBIC) * inside
    return f32(np.sqrt(np.clip(full, 0, None)) / scale * 1.6)


def _relax(u: Floats, mask: Floats, rounds: int) -> Floats:
    kernel = np.array([[0, 0.25, 0], [0.25, 0, 0.25], [0, 0.25, 0]], np.float32)
    for _ in range(rounds):
        u = (cv2.filter2D(u, -1, kernel, borderType=cv2.BORDER_CONSTANT) + 0.25) * mask
    return f32(u)


def bevel(inside: Floats, edge: float) -> Floats:
    """Height of a solid with rounded edges of `edge` px: flat in front, round at the rim."""
    distance = cv2.distanceTransform((inside > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
    t = np.clip(distance / max(1.0, edge), 0, 1)
    return f32(np.sqrt(np.clip(1 - (1 - t) ** 2, 0, 1)) * edge)


def seams(color: Floats, alpha: Floats, width: float) -> Floats:
    """How far a pixel is from the nearest border between colours, 0 at the border, 1 from `width` px on."""
    lab: Floats = cv2.cvtColor(np.clip(color, 0, 1), cv2.COLOR_RGB2LAB)
    lab[..., 0] = lab[..., 0] * 0.55  # shading steps are lightness steps: they count less than changes of hue
    edge = np.zeros(alpha.shape, np.float32)
    for channel in range(3):
        gx = cv2.Sobel(lab[..., channel], cv2.CV_32F, 1, 0, ksize=3)
        gy = cv2.Sobel(lab[..., channel], cv2.CV_32F, 0, 1, ksize=3)
        edge = np.maximum(edge, np.hypot(gx, gy))
    border = (edge > 60) | (alpha < 0.5)
    distance = cv2.distanceTransform((~border).astype(np.uint8), cv2.DIST_L2, 5)
    return f32(np.clip(distance / max(1.0, width), 0, 1))


def normals(height: Floats) -> tuple[Floats, Floats, Floats]:
    """Unit normals of a height map: right, up, towards the viewer."""
    gx = cv2.Sobel(height, cv2.CV_32F, 1, 0, ksize=3) / 8
    gy = cv2.Sobel(height, cv2.CV_32F, 0, 1, ksize=3) / 8
    toward = 1 / np.sqrt(1 + gx**2 + gy**2)
    return -gx * toward, gy * toward, toward


def crevices(height: Floats, reach: float) -> Floats:
    """Ambient occlusion 0..1: darker where the surroundings stand higher."""
    around = cv2.GaussianBlur(height, (0, 0), reach)
    return f32(np.clip(1 - np.clip(around - height, 0, None) / (reach * 0.9), 0.45, 1))
