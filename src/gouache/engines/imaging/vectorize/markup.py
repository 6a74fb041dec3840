"""The SVG: layers from below, in each a group for every colour, in these the shapes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from gouache.engines.imaging.vectorize.chains import Chains
from gouache.engines.imaging.vectorize.contours import Contours
from gouache.engines.imaging.vectorize.fit import Curves
from gouache.engines.imaging.vectorize.outline import Grid, Piece, Pieces, path
from gouache.engines.imaging.vectorize.primitives import rectangle, round_path, round_shape
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
    width: int, height: int, plan: Stack, curves: Curves, chains: Chains, contours: Contours, paints: list[Paint],
    scale: tuple[float, float], compress: bool, defs: str = "", opacity: float = 1,
) -> str:  # fmt: skip
    """The whole SVG; `paints` are those of the areas, `opacity` is that of all together."""
    decimals = (1 if compress else 2) + (max(width, height) < 200)
    grid = Grid(*scale, decimals)
    pieces = Pieces(curves, chains.closed, plan.lap, grid)
    writer = _Writer((plan.lap > 0).tolist(), plan.oval.tolist(), pieces, contours, grid, (width, height))
    drawn = [(s, paints[s.area], m) for s in plan.shapes if (m := writer.markup(s))]
    layers = []
    number = 0
    for layer, (_, members) in enumerate(groupby(drawn, key=lambda d: d[0].layer)):
        groups = []
        for paint, shapes in groupby(members, key=lambda d: d[1]):
            body = ""
            for _, _, markup in shapes:
                number += 1
                body += markup.replace(" ", f' id="shape-{number}" ', 1)
            groups.append(f'<g id="layer-{layer}-{paint.name}"{paint.attributes}>{body}</g>')
        layers.append(f'<g id="layer-{layer}">{"".join(groups)}</g>')
    if layers and opacity < 1:
        layers = [f'<g id="picture" opacity="{opacity:.4g}">', *layers, "</g>"]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"{_METADATA}{f'<defs>{defs}</defs>' if defs else ''}{''.join(layers)}</svg>"
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    lapped: list[bool]  # for each directed chain
    oval: list[bool]  # for each directed chain, whether its loop may be an ellipse
    pieces: Pieces
    contours: Contours
    grid: Grid
    size: tuple[int, int]

    def markup(self, shape: Shape) -> str:
        """One element without an id; empty when nothing of it is left at this precision."""
        if shape.page:
            return f'<rect width="{self.size[0]}" height="{self.size[1]}"/>'
        outer = self.pieces.loop(shape.loops[0])
        if len(shape.loops) == 1 and (simple := self._primitive(shape.loops[0], outer)):
            return simple
        rest = [self._path(loop, self.pieces.loop(loop)) for loop in shape.loops[1:]]
        data = "".join([self._path(shape.loops[0], outer), *rest])
        return f'<path d="{data}"/>' if data else ""

    def _path(self, loop: list[int], pieces: list[Piece]) -> str:
        if self._round(loop) and (data := round_path(polygon(self.contours, loop), self.grid)):
            return data
        return path(pieces)

    def _round(self, loop: list[int]) -> bool:
        return self.oval[loop[0]] and not any(self.lapped[chain] for chain in loop)

    def _primitive(self, loop: list[int], outer: list[Piece]) -> str:
        if all(straight for _, straight in outer):
            return rectangle(outer, self.grid)
        return round_shape(polygon(self.contours, loop), self.grid) if self._round(loop) else ""
