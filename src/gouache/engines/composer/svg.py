"""Writing SVG: numbers, attributes, small shapes, and the whole document."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.picture import Element, Picture

NAMESPACE = "http://www.w3.org/2000/svg"

Stops = Iterable[tuple[float, str]]


def num(value: float) -> str:
    """A short decimal: two places, no trailing zeros, never '-0'."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def tag(name: str, content: str = "", /, **attributes: object) -> str:
    """An element; `stroke_width=2` becomes `stroke-width="2"`, `class_` becomes `class`, None is left out."""
    parts = [
        f' {key.rstrip("_").replace("_", "-")}="{num(value) if isinstance(value, float) else escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    ]
    return f"<{name}{''.join(parts)}>{content}</{name}>" if content else f"<{name}{''.join(parts)}/>"


def group(content: str, **attributes: object) -> str:
    return tag("g", content, **attributes) if content else ""


def place(markup: str, x: float, y: float, scale: float = 1.0, rotate: float = 0.0, flip: bool = False) -> str:
    """Markup moved so that its origin lands on (x, y), after scaling, turning (degrees) and mirroring."""
    turn = f" rotate({num(rotate)})" if rotate else ""
    size = f" scale({-scale:.5g} {scale:.5g})" if flip else (f" scale({scale:.5g})" if scale != 1.0 else "")
    return f'<g transform="translate({num(x)} {num(y)}){turn}{size}">{markup}</g>'


def linear_gradient(gid: str, stops: Stops, start: Point, end: Point, *, page: bool = False) -> str:
    """A gradient along start → end, in fractions of the object's box, or page units with `page`."""
    units = "userSpaceOnUse" if page else None
    body = "".join(_stop(offset, color) for offset, color in stops)
    ends = {"x1": float(start.x), "y1": float(start.y), "x2": float(end.x), "y2": float(end.y)}
    return tag("linearGradient", body, id=gid, gradientUnits=units, **ends)


def radial_gradient(gid: str, stops: Stops, center: Point = Point(0.5, 0.5), radius: float = 0.5) -> str:
    body = "".join(_stop(offset, color) for offset, color in stops)
    return tag("radialGradient", body, id=gid, cx=float(center.x), cy=float(center.y), r=float(radius))


def _stop(offset: float, color: str) -> str:
    """`#rrggbbaa` is split into colour and opacity, which every renderer reads."""
    if len(color) == 9:
        return tag("stop", offset=float(offset), stop_color=color[:7], stop_opacity=round(int(color[7:], 16) / 255, 3))
    return tag("stop", offset=float(offset), stop_color=color)


def document(picture: Picture, elements: Iterable[Element] | None = None, metadata: str = "") -> str:
    """The layered SVG of a picture; `elements` narrows it to some of them."""
    chosen = picture.elements if elements is None else list(elements)
    layers = []
    seen: dict[str, int] = {}
    for role, run in groupby(chosen, key=lambda e: e.role):
        seen[role] = seen.get(role, 0) + 1
        name = role if seen[role] == 1 else f"{role}-{seen[role]}"
        layers.append(f'<g id="layer-{name}" data-role="{role}">{"".join(_wrapped(e) for e in run)}</g>')
    title = f"<title>{escape(picture.title)}</title>" if picture.title else ""
    defs = f"<defs>{picture.defs}</defs>" if picture.defs else ""
    w, h = picture.width, picture.height
    return (
        f'<svg xmlns="{NAMESPACE}" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
        f"{title}{metadata}{defs}{''.join(layers)}</svg>"
    )


def _wrapped(element: Element) -> str:
    label = f' aria-label="{escape(element.text or element.label)}"' if element.text or element.label else ""
    inside = 'role="img"' in element.markup  # the letters alone are the lettering, not the plate under them
    role = ' role="img"' if element.text and not inside else ""
    node = f' data-node="{element.node}"' if element.node else ""
    return f'<g id="{element.id}"{label}{role}{node}>{element.markup}</g>'


def rect(box: Box, fill: str, **attributes: object) -> str:
    return tag("rect", x=float(box.x), y=float(box.y), width=float(box.w), height=float(box.h), fill=fill, **attributes)
