"""Tiles of patterns, bounded before anything is drawn: the renderer keeps one tile in memory, however large it is."""

from __future__ import annotations

import re

from lxml import etree

from gouache.errors import Invalid

_MOST = 16384  # px of a tile's sides
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_FACTORS = re.compile(r"(scale|matrix)\s*\(([^)]*)\)", re.IGNORECASE)
_TRANSFORM = re.compile(r"(?:^|[;{\s])transform\s*:([^;}]*)", re.IGNORECASE)
_PLACES = ("x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "points", "d")


def check_patterns(root: etree._Element, scale: float, field: str) -> None:
    """Raise Invalid when a pattern's tile may be too large; `scale` is px a unit of the page."""
    patterns = list(root.iter("{*}pattern"))
    if not patterns:
        return
    grown = _growth(root) ** (2 if next(root.iter("{*}use"), None) is not None else 1)
    extent = 0.0
    for pattern in patterns:
        relative = pattern.get("patternUnits") != "userSpaceOnUse"
        if relative and not extent:
            extent = _extent(root)
        unit = extent if relative else 1.0
        own = _factor(pattern.get("patternTransform")) * grown * scale
        for side in (pattern.get("width"), pattern.get("height")):
            share = 0.01 * _extent(root) if side and side.strip().endswith("%") and not relative else 1.0
            if _largest(side or "") * share * unit * own > _MOST:
                raise Invalid(
                    f"the SVG has a pattern with tiles of more than {_MOST} px", field=field, code="image_too_big"
                )


def _growth(root: etree._Element) -> float:
    """The strongest enlargement that transforms along one way from the root may add up to, at least 1."""
    by: dict[etree._Element, float] = {}
    for element in root.iter():
        own = max([element.get("transform"), *_TRANSFORM.findall(element.get("style") or "")], key=_factor)
        above = element.getparent()
        by[element] = max(1.0, _factor(own)) * (by[above] if above is not None else 1.0)
    sheets = [_factor(t) for s in root.iter("{*}style") for t in _TRANSFORM.findall(s.text or "")]
    return max(by.values()) * max([1.0, *sheets])


def _factor(transform: str | None) -> float:
    out = 1.0
    for name, values in _FACTORS.findall(transform or ""):
        numbers = [abs(float(n)) for n in _NUMBER.findall(values)]
        out *= max(numbers[: 4 if name.lower() == "matrix" else 2], default=1.0)
    return out


def _extent(root: etree._Element) -> float:
    """The largest number in any place or size, units; at least the page's own."""
    found = [_largest(e.get(key) or "") for e in root.iter() for key in _PLACES if e.get(key)]
    return max([1.0, *found, _largest(root.get("viewBox") or "")])


def _largest(value: str) -> float:
    return max((abs(float(n)) for n in _NUMBER.findall(value)), default=0.0)
