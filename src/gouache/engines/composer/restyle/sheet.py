"""The picture as a tree whose drawn leaves know their paint, their element, their part and their scale."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from gouache.engines.composer.color import mix
from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.svg import NAMESPACE, document

S = f"{{{NAMESPACE}}}"
DRAWN = frozenset(S + name for name in ("path", "rect", "circle", "ellipse", "polygon", "polyline", "line"))
HIDDEN = frozenset(
    S + n for n in ("defs", "metadata", "title", "desc", "clipPath", "mask", "symbol", "pattern", "filter", "style")
)
INHERITED = ("fill", "stroke", "stroke-width", "fill-opacity", "stroke-opacity", "color")
_NAMED = {"black": "#000000", "white": "#ffffff", "red": "#ff0000", "gray": "#808080", "grey": "#808080"}
_URL = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\(([^)]*)\)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")

Stop = tuple[float, str, float]  # offset, "#rrggbb", alpha


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient as written: its element (for the axis) and its resolved stops."""

    node: etree._Element
    stops: tuple[Stop, ...]

    @property
    def radial(self) -> bool:
        return str(self.node.tag).endswith("radialGradient")

    def mean(self) -> tuple[str, float]:
        """Colour and alpha averaged along the axis; transparent stretches count less."""
        color, weight, alpha = self.stops[0][1], 1e-6, 0.0
        padded = (replace_offset(self.stops[0], 0.0), *self.stops, replace_offset(self.stops[-1], 1.0))
        for (o1, c1, a1), (o2, c2, a2) in zip(padded, padded[1:], strict=False):
            span, middle = max(0.0, o2 - o1), (a1 + a2) / 2
            alpha += span * middle
            if span * middle > 0:
                weight += span * middle
                color = mix(color, mix(c1, c2, a2 / (a1 + a2)), span * middle / weight)
        return color, alpha

    def at(self, offset: float) -> tuple[str, float]:
        """Colour and alpha at an offset 0..1."""
        before = self.stops[0]
        for stop in self.stops:
            if stop[0] >= offset:
                k = (offset - before[0]) / (stop[0] - before[0]) if stop[0] > before[0] else 0.0
                return mix(before[1], stop[1], k), before[2] + (stop[2] - before[2]) * k
            before = stop
        return before[1], before[2]


def replace_offset(stop: Stop, offset: float) -> Stop:
    return offset, stop[1], stop[2]


@dataclass(slots=True)
class Leaf:
    """One drawn shape. Paints are flat `#rrggbb` (a gradient's mean) or None; widths are in page px."""

    node: etree._Element
    element: int  # index into picture.elements
    role: Role
    part: str
    lettering: bool
    fill: str | None
    stroke: str | None
    fill_alpha: float
    stroke_alpha: float
    stroke_px: float
    scale: float
    gradient: Gradient | None = None
    blurred: bool = False

    @property
    def soft(self) -> bool:
        """A glow, a haze, a blur: something without an edge."""
        return self.blurred or (self.gradient is not None and min(s[2] for s in self.gradient.stops) < 0.3)


@dataclass(frozen=True, slots=True)
class _State:
    paint: Mapping[str, str]
    element: int = -1
    role: Role = Role.SUBJECT
    part: str = ""
    lettering: bool = False
    opacity: float = 1.0
    scale: float = 1.0
    blurred: bool = False


@dataclass(slots=True)
class Sheet:
    """A parsed picture; `root` is the SVG element that styles rewrite in place."""

    picture: Picture
    root: etree._Element
    leaves: list[Leaf]
    gradients: dict[str, Gradient]

    def layers(self) -> list[etree._Element]:
        return [g for g in self.root if g.tag == S + "g"]

    def text(self) -> str:
        return etree.tostring(self.root, encoding="unicode")

    def ground(self, color: str) -> None:
        """A sheet of paper under everything."""
        paper = etree.Element(S + "rect", width="100%", height="100%", fill=color, id="paper")
        first = self.layers()
        at = self.root.index(first[0]) if first else len(self.root)
        self.root.insert(at, paper)


def parse(picture: Picture) -> Sheet:
    """Read a picture; style attributes become plain ones, `use` is expanded, inheritance is resolved in leaves."""
    root = etree.fromstring(document(picture).encode())
    by_id = {str(e.get("id")): e for e in root.iter() if e.get("id")}
    for node in list(root.iter()):
        _plain(node)
    for node in list(root.iter(S + "use")):
        _expand(node, by_id)
    gradients = {str(n.get("id")): _gradient(n, by_id) for n in root.iter() if str(n.tag).endswith("Gradient")}
    index = {element.id: i for i, element in enumerate(picture.elements)}
    sheet = Sheet(picture, root, [], gradients)
    sheet.leaves.extend(_walk(root, _State({"fill": "#000000", "stroke": "none"}), sheet, index))
    return sheet


def unset(node: etree._Element, *names: str) -> None:
    """Remove attributes, absent ones too."""
    for name in names:
        if name in node.attrib:
            del node.attrib[name]


def _plain(node: etree._Element) -> None:
    style = node.get("style", "")
    unset(node, "style")
    for rule in str(style).split(";"):
        name, _, value = rule.partition(":")
        if value.strip():
            node.set(name.strip(), value.strip())


def _expand(use: etree._Element, by_id: Mapping[str, etree._Element]) -> None:
    href = use.get("href") or use.get("{http://www.w3.org/1999/xlink}href") or ""
    target, parent = by_id.get(href.lstrip("#")), use.getparent()
    if target is None or parent is None:
        return
    shift = f"translate({use.get('x', '0')} {use.get('y', '0')})"
    holder = etree.Element(S + "g", {str(k): str(v) for k, v in use.attrib.items() if k not in ("href", "x", "y")})
    holder.set("transform", f"{use.get('transform', '')} {shift}".strip())
    copy = deepcopy(target)
    for inner in copy.iter():
        unset(inner, "id")
    holder.append(copy)
    parent.replace(use, holder)


def _gradient(node: etree._Element, by_id: Mapping[str, etree._Element]) -> Gradient:
    source: etree._Element | None = node
    while source is not None and not len(source):
        href = source.get("href") or source.get("{http://www.w3.org/1999/xlink}href") or ""
        source = by_id.get(href.lstrip("#"))
    stops = tuple(_stop(s) for s in (source if source is not None else ()) if str(s.tag).endswith("stop"))
    return Gradient(node, stops or ((0.0, "#808080", 0.0),))


def _stop(node: etree._Element) -> Stop:
    offset = str(node.get("offset", "0"))
    at = float(offset.rstrip("%")) / (100 if offset.endswith("%") else 1)
    color, alpha = _color(str(node.get("stop-color", "#000000")))
    return at, color, alpha * float(str(node.get("stop-opacity", "1")))


def _color(value: str) -> tuple[str, float]:
    value = _NAMED.get(value.strip().lower(), value.strip().lower())
    if value.startswith("rgb"):
        parts = [float(v) for v in _NUMBER.findall(value)]
        return "#" + "".join(f"{int(v):02x}" for v in parts[:3]), parts[3] if len(parts) > 3 else 1.0
    if not value.startswith("#"):
        return "#808080", 1.0
    digits = value[1:] if len(value) > 5 else "".join(d * 2 for d in value[1:])
    return "#" + digits[:6], int(digits[6:8], 16) / 255 if len(digits) == 8 else 1.0


Matrix = tuple[float, float, float, float, float, float]


def matrix_of(transform: str) -> Matrix:
    """a b c d e f of a transform attribute."""
    total: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    for kind, body in _TRANSFORM.findall(transform):
        total = _times(total, _step(kind, [float(n) for n in _NUMBER.findall(body)]))
    return total


def _step(kind: str, v: list[float]) -> Matrix:
    if kind == "matrix":
        return v[0], v[1], v[2], v[3], v[4], v[5]
    if kind == "translate":
        return 1.0, 0.0, 0.0, 1.0, v[0], v[1] if len(v) > 1 else 0.0
    if kind == "scale":
        return v[0], 0.0, 0.0, v[-1], 0.0, 0.0
    slant = math.tan(math.radians(v[0]))
    if kind == "skewX":
        return 1.0, 0.0, slant, 1.0, 0.0, 0.0
    if kind == "skewY":
        return 1.0, slant, 0.0, 1.0, 0.0, 0.0
    c, s = math.cos(math.radians(v[0])), math.sin(math.radians(v[0]))
    x, y = (v[1], v[2]) if len(v) > 2 else (0.0, 0.0)
    return c, s, -s, c, x - c * x + s * y, y - s * x - c * y


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5],
    )  # fmt: skip


def scale_of(transform: str) -> float:
    """The mean magnification of a transform attribute."""
    if not transform:
        return 1.0
    a, b, c, d, _, _ = matrix_of(transform)
    return math.sqrt(abs(a * d - b * c)) or 1e-6


def _walk(node: etree._Element, state: _State, sheet: Sheet, index: Mapping[str, int]) -> Iterator[Leaf]:
    if not isinstance(node.tag, str) or node.tag in HIDDEN or node.get("display") == "none":
        return
    state = _entered(node, state, index)
    if node.tag in DRAWN:
        yield _leaf(node, state, sheet.gradients)
        return
    for child in list(node):
        yield from _walk(child, state, sheet, index)


def _entered(node: etree._Element, state: _State, index: Mapping[str, int]) -> _State:
    own = {k: str(node.get(k)) for k in INHERITED if node.get(k)}
    changes: dict[str, object] = {"paint": {**state.paint, **own}} if own else {}
    if (place := index.get(str(node.get("id", "")))) is not None:
        changes["element"] = place
    if node.get("data-role"):
        changes["role"] = Role(str(node.get("data-role")))
    if node.get("data-part"):
        changes["part"] = str(node.get("data-part"))
    if node.get("role") == "img" and node.get("aria-label"):
        changes["lettering"] = True
    if node.get("opacity"):
        changes["opacity"] = state.opacity * float(str(node.get("opacity")))
    if node.get("transform"):
        changes["scale"] = state.scale * scale_of(str(node.get("transform")))
    if node.get("filter"):
        changes["blurred"] = True
    return replace(state, **changes) if changes else state  # type: ignore[arg-type]


def _leaf(node: etree._Element, state: _State, gradients: Mapping[str, Gradient]) -> Leaf:
    paint = state.paint
    fill, fill_alpha, gradient = _paint(paint["fill"], paint, gradients)
    stroke, stroke_alpha, _ = _paint(paint["stroke"], paint, gradients)
    width = float((_NUMBER.findall(paint.get("stroke-width", "1")) or ["1"])[0]) * state.scale
    return Leaf(
        node, state.element, state.role, state.part, state.lettering, fill, stroke if width > 0 else None,
        fill_alpha * state.opacity * float(paint.get("fill-opacity", "1")),
        stroke_alpha * state.opacity * float(paint.get("stroke-opacity", "1")),
        width, state.scale, gradient, state.blurred,
    )  # fmt: skip


def _paint(
    value: str, paint: Mapping[str, str], gradients: Mapping[str, Gradient]
) -> tuple[str | None, float, Gradient | None]:
    if value in ("none", "transparent"):
        return None, 0.0, None
    if value == "currentColor":
        value = paint.get("color", "#000000")
    match = _URL.match(value)
    if match is None:
        return *_color(value), None
    gradient = gradients.get(match.group(1))
    return (*gradient.mean(), gradient) if gradient else ("#9a9a9a", 1.0, None)
