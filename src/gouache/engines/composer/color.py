"""Colour arithmetic in OKLab and OKLCH (Björn Ottosson, 2020). Colours are `#rrggbb` strings."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple


class Lab(NamedTuple):
    """OKLab: lightness 0..1, green-red a, blue-yellow b (about -0.4..0.4)."""

    L: float
    a: float
    b: float


class Lch(NamedTuple):
    """OKLCH: lightness 0..1, chroma 0..about 0.37, hue in degrees."""

    L: float
    C: float
    h: float


def rgb(color: str) -> tuple[int, int, int]:
    """The three channels, 0..255, of `#rgb` or `#rrggbb` (an alpha suffix is dropped)."""
    digits = color.lstrip("#")
    if len(digits) in (3, 4):
        digits = "".join(d * 2 for d in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def hex_of(red: float, green: float, blue: float) -> str:
    return "#" + "".join(f"{round(min(255.0, max(0.0, v))):02x}" for v in (red, green, blue))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _gamma(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


@lru_cache(8192)
def lab(color: str) -> Lab:
    r, g, b = (_linear(v / 255) for v in rgb(color))
    l_ = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    m_ = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    s_ = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return Lab(
        0.2104542553 * l_ + 0.7936177850 * m_ - 0.0040720468 * s_,
        1.9779984951 * l_ - 2.4285922050 * m_ + 0.4505937099 * s_,
        0.0259040371 * l_ + 0.7827717662 * m_ - 0.8086757660 * s_,
    )


def _channels(value: Lab) -> tuple[float, float, float]:
    l_ = (value.L + 0.3963377774 * value.a + 0.2158037573 * value.b) ** 3
    m_ = (value.L - 0.1055613458 * value.a - 0.0638541728 * value.b) ** 3
    s_ = (value.L - 0.0894841775 * value.a - 1.2914855480 * value.b) ** 3
    return (
        4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_,
        -1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_,
        -0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_,
    )


def from_lab(value: Lab) -> str:
    return hex_of(*(_gamma(max(0.0, v)) * 255 for v in _channels(value)))


def lch(color: str) -> Lch:
    value = lab(color)
    return Lch(value.L, math.hypot(value.a, value.b), math.degrees(math.atan2(value.b, value.a)) % 360)


@lru_cache(8192)
def from_lch(L: float, C: float, h: float) -> str:
    """The colour, its chroma reduced until it fits sRGB."""
    L = min(1.0, max(0.0, L))
    a, b = math.cos(math.radians(h)), math.sin(math.radians(h))
    for _ in range(14):
        channels = _channels(Lab(L, C * a, C * b))
        if min(channels) > -0.004 and max(channels) < 1.004:
            break
        C *= 0.87
    return hex_of(*(_gamma(max(0.0, v)) * 255 for v in channels))


def shift(color: str, light: float = 0.0, chroma: float = 1.0, hue: float = 0.0) -> str:
    """Lightness moved by `light`, chroma multiplied, hue turned by degrees."""
    value = lch(color)
    return from_lch(value.L + light, value.C * chroma, (value.h + hue) % 360)


def mix(first: str, second: str, amount: float) -> str:
    """Between two colours, in OKLab; 0 is the first, 1 the second."""
    a, b = lab(first), lab(second)
    return from_lab(Lab(*(x + (y - x) * amount for x, y in zip(a, b, strict=True))))


def distance(first: str, second: str) -> float:
    """Euclidean distance in OKLab; 0.02 is just visible, 0.1 plainly another colour."""
    return math.dist(lab(first), lab(second))


def luminance(color: str) -> float:
    """Relative luminance 0..1 (WCAG 2)."""
    r, g, b = (_linear(v / 255) for v in rgb(color))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(first: str, second: str) -> float:
    """Contrast ratio 1..21 (WCAG 2); text wants at least 4.5."""
    a, b = sorted((luminance(first), luminance(second)))
    return (b + 0.05) / (a + 0.05)


def ink_on(ground: str, dark: str = "#241c15", light: str = "#ffffff") -> str:
    """Whichever of two inks reads better on a ground."""
    return max((dark, light), key=lambda ink: contrast(ink, ground))


_NAMES = {"black": "#000000", "white": "#ffffff", "red": "#ff0000", "gray": "#808080", "grey": "#808080",
          "silver": "#c0c0c0", "gold": "#ffd700", "orange": "#ffa500", "yellow": "#ffff00", "green": "#008000",
          "blue": "#0000ff", "brown": "#a52a2a", "pink": "#ffc0cb", "purple": "#800080"}  # fmt: skip
_PAINT = re.compile(
    r'(\b(?:fill|stroke|stop-color|flood-color)\s*[=:]\s*"?\s*)(#[0-9a-fA-F]{3,8}\b|(?:' + "|".join(_NAMES) + r")\b)"
)


def map_colors(markup: str, change: Callable[[str], str]) -> str:
    """Every paint colour of some SVG put through a function of `#rrggbb`; an alpha suffix is kept."""

    def swap(match: re.Match[str]) -> str:
        written = match.group(2).lower()
        color = _NAMES.get(written, written)
        if len(color) == 4:
            color = "#" + "".join(d * 2 for d in color[1:])
        return match.group(1) + change(color[:7]) + color[7:9]

    return _PAINT.sub(swap, markup)


def paints(markup: str) -> list[str]:
    """The paint colours of some SVG in order of appearance, with repeats."""
    found: list[str] = []

    def note(color: str) -> str:
        found.append(color)
        return color

    map_colors(markup, note)
    return found
