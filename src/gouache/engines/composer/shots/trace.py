"""Masks to smooth outlines: the way from any drawing to a one-colour glyph."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from gouache.engines.composer.svg import num

Mask = npt.NDArray[np.uint8]
_CORNER = math.radians(48)  # a turn sharper than this stays a corner


def outline(mask: Mask, scale: float, left: float, top: float, *, tolerance: float = 0.9) -> str:
    """Path data (even-odd) of a mask of 0 and 255; a pixel (x, y) lies at (left + x * scale, top + y * scale)."""
    contours, _ = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    parts = []
    for contour in contours:
        if cv2.contourArea(contour) < 12:
            continue
        loop = cv2.approxPolyDP(contour, tolerance, True)[:, 0, :].astype(float)
        if len(loop) >= 3:
            parts.append(_curve([(left + (x + 0.5) * scale, top + (y + 0.5) * scale) for x, y in loop]))
    return "".join(parts)


def _curve(points: list[tuple[float, float]]) -> str:
    """A closed curve through points, smooth but for its corners (Catmull-Rom as cubic Béziers)."""
    n = len(points)
    tangents = [_tangent(points[i - 1], points[i], points[(i + 1) % n]) for i in range(n)]
    parts = [f"M{num(points[0][0])} {num(points[0][1])}"]
    for i in range(n):
        (ax, ay), (bx, by) = points[i], points[(i + 1) % n]
        reach = math.hypot(bx - ax, by - ay) / 3
        (tx, ty), (ux, uy) = tangents[i], tangents[(i + 1) % n]
        if tx == ty == ux == uy == 0:
            parts.append(f"L{num(bx)} {num(by)}")
        else:
            c1, c2 = (ax + tx * reach, ay + ty * reach), (bx - ux * reach, by - uy * reach)
            parts.append(f"C{num(c1[0])} {num(c1[1])} {num(c2[0])} {num(c2[1])} {num(bx)} {num(by)}")
    return "".join(parts) + "Z"


def _tangent(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> tuple[float, float]:
    """Direction of the curve in b, or (0, 0) at a corner."""
    before, after = math.atan2(b[1] - a[1], b[0] - a[0]), math.atan2(c[1] - b[1], c[0] - b[0])
    turn = (after - before + math.pi) % (2 * math.pi) - math.pi
    if abs(turn) > _CORNER:
        return 0.0, 0.0
    length = math.hypot(c[0] - a[0], c[1] - a[1]) or 1.0
    return (c[0] - a[0]) / length, (c[1] - a[1]) / length
