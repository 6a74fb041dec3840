"""Paper and ink: a hand's own, or those that the wished background and colours ask for."""

from __future__ import annotations

from dataclasses import dataclass

from gouache.engines.composer.color import contrast, distance, lab, shift
from gouache.engines.composer.picture import Picture

LEGIBLE = 3.2  # least contrast of ink on paper


@dataclass(frozen=True, slots=True)
class Stock:
    """Colours `#rrggbb`; `asked` when the paper is not the hand's own."""

    paper: str
    ink: str
    asked: bool

    @property
    def dark(self) -> bool:
        """Light lines on dark paper."""
        return lab(self.paper).L < lab(self.ink).L


def stock(picture: Picture, paper: str, ink: str) -> Stock:
    """The background that was asked for, else the wished colour most like the hand's paper, else its own paper."""
    own = paper
    if picture.background:
        paper = picture.background
    elif picture.wanted:
        paper = _paper(picture.wanted, own)
    if picture.wanted:
        ink = max(picture.wanted, key=lambda c: contrast(c, paper))
    elif contrast(ink, paper) < LEGIBLE:
        ink = "#ffffff"
    return Stock(paper, deepened(ink, paper), paper != own)


def _paper(colors: tuple[str, ...], own: str) -> str:
    """The wished colour most like a paper; white or black where the colours are all alike."""
    if max(distance(a, b) for a in colors for b in colors) < 0.2:
        return "#ffffff" if lab(colors[0]).L < 0.72 else "#1d1d1f"
    return min(colors, key=lambda c: abs(lab(c).L - lab(own).L))


def deepened(ink: str, paper: str) -> str:
    """An ink made darker or lighter until its lines show on the paper."""
    step = -0.04 if contrast("#000000", paper) > contrast("#ffffff", paper) else 0.04
    for _ in range(20):
        if contrast(ink, paper) >= LEGIBLE:
            break
        ink = shift(ink, step)
    return ink
