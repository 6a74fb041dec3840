"""What must hold for a finished picture; each failing is a plain sentence for the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from gouache.engines.composer.layout import Figure
from gouache.engines.composer.picture import Element, Picture, Role

_ID = re.compile(r'\bid="([^"]+)"')


def repeated_ids(picture: Picture) -> list[str]:
    """Ids that occur more than once among elements, their markup and the defs."""
    found = Counter(e.id for e in picture.elements)
    for markup in (picture.defs, *(e.markup for e in picture.elements)):
        found.update(_ID.findall(markup))
    return sorted(name for name, times in found.items() if times > 1)


def miscounted(elements: Iterable[Element], figures: Mapping[str, Figure]) -> list[str]:
    """Nodes that are drawn more or less often than asked for."""
    drawn = Counter(e.node for e in elements if e.role is Role.SUBJECT and "-front" not in e.id)
    wrong = [f for node, f in figures.items() if drawn[node] != len(f.drawings)]
    return [f"{len(f.drawings)} x {f.node.concept} became {drawn[f.node.id]}" for f in wrong]


def cut_text(picture: Picture) -> list[str]:
    """Lettering that leaves the page."""
    return [
        f"the text {e.text!r} leaves the page"
        for e in picture.pick([Role.TEXT])
        if e.box.x < -1 or e.box.y < -1 or e.box.right > picture.width + 1 or e.box.bottom > picture.height + 1
    ]


def problems(picture: Picture, figures: Mapping[str, Figure]) -> list[str]:
    """Everything that went wrong, in plain words."""
    return [*miscounted(picture.elements, figures), *cut_text(picture)]
