"""What must hold for a finished picture; each failing is a plain sentence for the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

import numpy as np

from gouache.engines.composer import raster
from gouache.engines.composer.color import distance, hex_of
from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.layout import Figure
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.svg import NAMESPACE, num

ALIKE = 0.11  # distance in OKLab under which two neighbouring colours flow together

_PLAIN = re.compile(r"[^a-z0-9]+")
_ID = re.compile(r'\bid="([^"]+)"')


def repeated_ids(picture: Picture) -> list[str]:
    """Ids that occur more than once among elements, their markup and the defs."""
    found = Counter(e.id for e in picture.elements)
    for markup in (picture.defs, *(e.markup for e in picture.elements)):
        found.update(_ID.findall(markup))
    return sorted(name for name, times in found.items() if times > 1)


def _is_front(element: Element) -> bool:
    """The near wall of something that is counted already; the thing may itself be called a store front."""
    return element.id.startswith(f"{_PLAIN.sub('-', element.label.lower()).strip('-')}-front")


def miscounted(elements: Iterable[Element], figures: Mapping[str, Figure]) -> list[str]:
    """Nodes that are drawn more or less often than asked for."""
    drawn = Counter(e.node for e in elements if e.role is Role.SUBJECT and not _is_front(e))
    wrong = [f for node, f in figures.items() if drawn[node] != len(f.drawings)]
    return [f"{len(f.drawings)} x {f.node.concept} became {drawn[f.node.id]}" for f in wrong]


def cut_text(picture: Picture) -> list[str]:
    """Lettering that leaves the page."""
    return [
        f"the text {e.text!r} leaves the page"
        for e in picture.pick([Role.TEXT])
        if e.box.x < -1 or e.box.y < -1 or e.box.right > picture.width + 1 or e.box.bottom > picture.height + 1
    ]


@lru_cache(512)
def _colors(markup: str, box: Box) -> tuple[tuple[str, float], ...]:
    """The colours of a drawing in coarse steps, each with its share of the area."""
    view = " ".join(num(v) for v in (box.x, box.y, box.w, box.h))
    pixels = raster.pixels(f'<svg xmlns="{NAMESPACE}" viewBox="{view}" width="20" height="20">{markup}</svg>')
    solid = pixels[pixels[..., 3] > 127][:, :3] // 24 * 24 + 12
    values, counts = np.unique(solid.reshape(-1, 3), axis=0, return_counts=True)
    total = max(1, int(counts.sum()))
    return tuple((hex_of(*map(float, v)), int(c) / total) for v, c in zip(values, counts, strict=True))


def blending(drawing: Drawing, grounds: Iterable[str]) -> float:
    """The share of a drawing that is hard to tell from the nearest of some background colours, 0..1."""
    shares = _colors(drawing.markup, drawing.box)
    return max(sum(share for color, share in shares if distance(color, ground) < ALIKE) for ground in grounds)


def problems(picture: Picture, figures: Mapping[str, Figure]) -> list[str]:
    """Everything that went wrong, in plain words."""
    return [*miscounted(picture.elements, figures), *cut_text(picture)]
