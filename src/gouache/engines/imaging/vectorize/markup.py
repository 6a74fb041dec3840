"""The SVG: layers from below, in each a group for every colour, in these the shapes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from gouache.engines.imaging.vectorize.contours import Contours
from gouache.engines.imaging.vectorize.fit import Curves
from gouache.engines.imaging.vectorize.outline import Ellipse, Grid, Piece, ellipse, path, pieces, rectangle
from gouache.engines.imaging.vectorize.stacking import Shape, Stack, polygon

_METADATA = (
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about=""><dc:format>image/svg+xml</dc:format>'
    "<dc:publisher>gouache</dc:publisher><dc:type>traced picture</dc:type></rdf:Description></rdf:RDF></metadata>"
)


@dataclass(frozen=True, slots=True)
class Paint:
    """What fills a shape: `#rrggbb` or `url(#id)`, and its opacity."""

    fill: str
    opacity: float = 1.0
    name: str = ""

    @classmethod
    def of(cls, color: list[int]) -> Paint:
        """The paint of a straight RGBA colour."""
        text = "".join(f"{c:02x}" for c in color[:3])
        return cls("#" + text, round(color[3] / 255, 3), text if color[3] == 255 else f"{text}{color[3]:02x}")

    @property
    def attributes(self) -> str:
        opacity = f' fill-opacity="{self.opacity:g}"' if self.opacity < 1 else ""
        return f' fill="{self.fill}"{opacity}'


def document(
    width: int, height: int, plan: Stack, curves: Curves, contours: Contours, paints: list[Paint],
    scale: tuple[float, float], compress: bool,
) -> str:  # fmt: skip
    """The whole SVG; `paints` are those of the areas."""
    decimals = (1 if compress else 2) + (max(width, height) < 200)
    writer = _Writer(plan, curves, contours, Grid(*scale, decimals), width, height)
    drawn = [(s, paints[s.area], m) for s in plan.shapes if (m := writer.markup(s))]
    layers = []
    number = 0
    for layer, members in groupby(drawn, key=lambda d: d[0].layer):
        groups = []
        for paint, shapes in groupby(members, key=lambda d: d[1]):
            body = ""
            for _, _, markup in shapes:
                number += 1
                body += markup.replace(" ", f' id="shape-{number}" ', 1)
            groups.append(f'<g id="layer-{layer}-{paint.name}"{paint.attributes}>{body}</g>')
        layers.append(f'<g id="layer-{layer}">{"".join(groups)}</g>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"{_METADATA}{''.join(layers)}</svg>"
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    plan: Stack
    curves: Curves
    contours: Contours
    grid: Grid
    width: int
    height: int

    def markup(self, shape: Shape) -> str:
        """One element without an id; empty when nothing of it is left at this precision."""
        if shape.page:
            return f'<rect width="{self.width}" height="{self.height}"/>'
        outer = pieces(self.curves, shape.loops[0], self.plan.lap)
        if len(shape.loops) == 1 and (simple := self._primitive(shape, outer)):
            return simple
        holes = [pieces(self.curves, loop, self.plan.lap) for loop in shape.loops[1:]]
        data = "".join(path(loop, self.grid) for loop in [outer, *holes])
        return f'<path d="{data}"/>' if data else ""

    def _primitive(self, shape: Shape, outer: list[Piece]) -> str:
        box = rectangle(outer)
        if box:
            return self._rect(*box)
        loop = shape.loops[0]
        if any(self.plan.lap[chain] > 0 for chain in loop) or all(straight for _, straight in outer):
            return ""
        found = ellipse(polygon(self.contours, loop))
        return self._ellipse(found) if found else ""

    def _rect(self, x0: float, y0: float, x1: float, y1: float) -> str:
        n, g = self.grid.number, self.grid
        left, top, right, bottom = (
            round(v, g.decimals) for v in (x0 / g.scale_x, y0 / g.scale_y, x1 / g.scale_x, y1 / g.scale_y)
        )
        if right <= left or bottom <= top:
            return ""
        return f'<rect x="{n(left)}" y="{n(top)}" width="{n(right - left)}" height="{n(bottom - top)}"/>'

    def _ellipse(self, found: Ellipse) -> str:
        n, sx, sy = self.grid.number, self.grid.scale_x, self.grid.scale_y
        x, y, a, b = n(found.x / sx), n(found.y / sy), found.a, found.b
        turn = found.turn % 180
        if abs(a - b) < 0.3:
            return f'<circle cx="{x}" cy="{y}" r="{n((a + b) / 2 / sx)}"/>'
        if min(turn, 180 - turn) < 1.5:
            return f'<ellipse cx="{x}" cy="{y}" rx="{n(a / sx)}" ry="{n(b / sy)}"/>'
        if abs(turn - 90) < 1.5:
            return f'<ellipse cx="{x}" cy="{y}" rx="{n(b / sx)}" ry="{n(a / sy)}"/>'
        return f'<ellipse cx="{x}" cy="{y}" rx="{n(a / sx)}" ry="{n(b / sx)}" transform="rotate({n(turn)} {x} {y})"/>'
