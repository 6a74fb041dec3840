"""Pictures to trace, and what is measured of the result."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.raster import pixels
from gouache.engines.composer.restyle.opencv import cv2

Pixels = npt.NDArray[np.uint8]

LOGO = (
    '<rect width="400" height="300" fill="#fdf6e3"/><circle cx="120.4" cy="150.7" r="80.3" fill="#268bd2"/>'
    '<path d="M230 60L370 100L340 240L250 220z" fill="#dc322f"/>'
    '<path d="M90 150C100 90 150 90 160 150C150 200 100 200 90 150z" fill="#fdf6e3"/>'
    '<ellipse cx="300" cy="160" rx="30" ry="18" fill="#b58900"/>'
    '<rect x="20" y="250" width="180" height="24" fill="#859900"/>'
)
LOGO_COLORS = {"#fdf6e3", "#268bd2", "#dc322f", "#b58900", "#859900"}


def drawn(body: str, width: int = 400, height: int = 300) -> Pixels:
    """Anti-aliased pixels of some SVG elements."""
    return pixels(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{body}</svg>')


def seen(svg: str, width: int | None = None) -> Pixels:
    return pixels(svg, width)


def shapes(svg: str) -> int:
    return len(re.findall(r"<(path|rect|circle|ellipse)\b", svg))


def fills(svg: str) -> set[str]:
    return set(re.findall(r'fill="(#[0-9a-f]{6})"', svg))


def psnr(one: Pixels, other: Pixels) -> float:
    """Decibels between two RGBA pictures, both seen on white."""
    error = float(np.square(on_white(one) - on_white(other)).mean())
    return 99.0 if error == 0 else float(10 * np.log10(255**2 / error))


def on_white(picture: Pixels) -> npt.NDArray[np.float64]:
    alpha = picture[..., 3:] / 255
    return np.asarray(picture[..., :3] * alpha + 255 * (1 - alpha), np.float64)


def as_jpeg(picture: Pixels, quality: int) -> Pixels:
    _, data = cv2.imencode(".jpg", cv2.cvtColor(picture, cv2.COLOR_RGBA2BGR), [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.cvtColor(cv2.imdecode(data, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGBA), np.uint8)


def noise(width: int, height: int, seed: int = 1) -> Pixels:
    picture = np.random.default_rng(seed).integers(0, 256, (height, width, 4)).astype(np.uint8)
    picture[..., 3] = 255
    return picture
