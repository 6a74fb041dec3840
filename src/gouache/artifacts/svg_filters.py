"""What the filters of a drawing cost to draw, estimated before anything is drawn: filters are SVG's way to burn time.

Nanoseconds a pixel and primitive were measured with resvg on one core; they need to be right within a factor of two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

_PLAIN = 160  # ns a pixel of every primitive: colours are converted to linear light and back
_MORE = {"feGaussianBlur": 400, "feDropShadow": 400, "feTurbulence": 450, "feBlend": 100, "feSpecularLighting": 100}
_OCTAVE, _TAP, _SQUARE = 120, 8, 17  # ns: an octave of turbulence, a tap of a kernel, a squared px of a radius
_FUNCTION = 560  # ns of a CSS filter function
_UNIT = 100_000  # ns that count as one element
_LEAST = 500  # elements that any use of a filter counts as
_UNKNOWN = 0.5  # share of the page that a filter is taken to cover when its region depends on the element
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_FILTER = re.compile(r"(?:^|[;{\s])filter\s*:([^;}]*)", re.IGNORECASE)
_URL = re.compile(r"""url\(\s*["']?#([\w.:-]+)["']?\s*\)""", re.IGNORECASE)
_CALL = re.compile(
    r"\b(?:blur|drop-shadow|brightness|contrast|grayscale|hue-rotate|invert|opacity|saturate|sepia)\s*\("
)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Filters:
    """The cost of each filter by its id, and the filters that style sheets give to tags, .classes and #ids."""

    cost: dict[str, int]
    rules: dict[str, str]
    anywhere: int
    scale: float  # px a unit

    @classmethod
    def of(cls, root: etree._Element, width: int, height: int) -> Filters:
        """Of a drawing that is rendered at `width` x `height` px."""
        scale = _scale(root, width, height)
        page = float(width * height)
        cost = {
            str(element.get("id")): _cost(element, scale, page)
            for element in root.iter("{*}filter")
            if element.get("id")
        }
        rules: dict[str, str] = {}
        for sheet in root.iter("{*}style"):
            for selectors, body in _RULE.findall(sheet.text or ""):
                for value in _FILTER.findall(body):
                    for selector in selectors.split(","):
                        rules[_last(selector)] = value
        return cls(cost, rules, _LEAST + round(_UNKNOWN * page * _FUNCTION / _UNIT), scale)

    def units(self, element: etree._Element) -> int:
        """What drawing an element's own filters costs, in elements."""
        values = [element.get("filter") or "", *_FILTER.findall(element.get("style") or "")]
        if self.rules:
            names = [f".{name}" for name in (element.get("class") or "").split()]
            names += [f"#{element.get('id')}", etree.QName(element).localname, "*"]
            values += [self.rules[name] for name in names if name in self.rules]
        return sum(self._of(value) for value in values if value)

    def _of(self, value: str) -> int:
        named = sum(self.cost.get(name, 0) for name in _URL.findall(value))
        return named + self.anywhere * len(_CALL.findall(value))


def _scale(root: etree._Element, width: int, height: int) -> float:
    box = [float(n) for n in _NUMBER.findall(root.get("viewBox") or "")]
    return max(width / box[2], height / box[3]) if len(box) == 4 and box[2] > 0 and box[3] > 0 else 1.0


def _last(selector: str) -> str:
    """The last simple part of a selector: `g .a` -> `.a`; what is not understood stands for everything."""
    found = re.search(r"([.#]?[\w-]+)\s*$", selector)
    return found[1] if found else "*"


def _cost(element: etree._Element, scale: float, page: float) -> int:
    """In elements, of one use of a filter."""
    region = _UNKNOWN * page
    sides = [_first(element, key) for key in ("width", "height")]
    if element.get("filterUnits") == "userSpaceOnUse" and all(sides) and "%" not in f"{element.get('width')}":
        region = min(page, (sides[0] or 0) * (sides[1] or 0) * scale * scale)
    return _LEAST + round(region * sum(_primitive(part, scale) for part in element) / _UNIT)


def _first(element: etree._Element, key: str) -> float:
    found = _NUMBER.search(element.get(key) or "")
    return abs(float(found[0])) if found else 0.0


def _primitive(part: etree._Element, scale: float) -> float:
    """ns a pixel."""
    name = etree.QName(part).localname
    each = float(_PLAIN + _MORE.get(name, 0))
    if name == "feTurbulence":
        each += _OCTAVE * (_first(part, "numOctaves") or 1)
    elif name == "feConvolveMatrix":
        each += _TAP * max(9.0, _first(part, "order") ** 2)
    elif name == "feMorphology":
        each += _SQUARE * (_first(part, "radius") * scale) ** 2
    return each
