"""A page being designed: its scheme, its fonts, its words, and the elements painted so far."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from gouache.engines.composer.color import contrast
from gouache.engines.composer.drawing import Drawing, Source, scope_ids
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.shots.ensemble import Cast
from gouache.engines.composer.shots.schemes import READABLE, Pairing, Scheme
from gouache.engines.composer.shots.symbol import Symbol, fitted, symbol
from gouache.engines.composer.shots.wording import Copy
from gouache.engines.composer.svg import rect, tag
from gouache.engines.composer.typography import Effect, Lettering, arc_lettering, lettering


@dataclass(slots=True)
class Page:
    picture: Picture
    prompt: str
    scheme: Scheme
    pairing: Pairing
    copy: Copy
    cast: Cast
    whole: Drawing | None  # all the cast as one drawing
    rng: random.Random
    notes: list[str] = field(default_factory=list)

    @property
    def w(self) -> float:
        return float(self.picture.width)

    @property
    def h(self) -> float:
        return float(self.picture.height)

    @property
    def m(self) -> float:
        """The shorter side, the unit of margins and line widths."""
        return min(self.w, self.h)

    @property
    def center(self) -> Point:
        return Point(self.w / 2, self.h / 2)

    def area(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A box by fractions of the page."""
        return Box(self.w * left, self.h * top, self.w * (right - left), self.h * (bottom - top))

    def says(self, *words: str) -> bool:
        said = self.prompt.lower()
        return any(word in said for word in words)

    def paint(
        self, name: str, role: Role, markup: str, box: Box | None = None, sources: tuple[Source, ...] = ()
    ) -> None:
        """Adds an element; its id is made unique by a number where the name is taken."""
        if not markup:
            return
        taken = {element.id for element in self.picture.elements}
        unique = name if name not in taken else next(f"{name}-{i}" for i in range(2, 999) if f"{name}-{i}" not in taken)
        box = box or Box(0.0, 0.0, self.w, self.h)
        self.picture.add(Element(unique, role, markup, box, name, sources=sources))

    def ground(self, color: str | None = None) -> None:
        """The flat page; the exact colour of the scheme unless another is given."""
        color = color or self.scheme.ground
        self.paint("ground", Role.BACKGROUND, rect(Box(0.0, 0.0, self.w, self.h), color))

    def shape(self, name: str, tag_name: str, role: Role = Role.BACKGROUND, /, **attributes: object) -> None:
        self.paint(name, role, tag(tag_name, **attributes))

    def disc(self, center: Point, radius: float, fill: str, name: str = "disc", role: Role = Role.BACKGROUND) -> None:
        markup = tag("circle", cx=float(center.x), cy=float(center.y), r=float(radius), fill=fill)
        self.paint(name, role, markup, Box(center.x - radius, center.y - radius, 2 * radius, 2 * radius))

    def rule(self, box: Box, color: str, round_ends: bool = True) -> None:
        radius = box.h / 2 if round_ends else None
        self.paint("rule", Role.PROP, rect(box, color, rx=radius), box)

    # figures

    def art(self, drawing: Drawing, box: Box, role: Role = Role.SUBJECT, name: str = "figure") -> Box:
        """A drawing in its own colours, as large as a box allows; returns where it lies."""
        k = min(box.w / drawing.box.w, box.h / drawing.box.h)
        at = Box(
            box.center.x - drawing.box.w * k / 2,
            box.center.y - drawing.box.h * k / 2,
            drawing.box.w * k,
            drawing.box.h * k,
        )
        count = len(self.picture.elements)
        markup = scope_ids(drawing.markup + drawing.front, f"f{count}")
        self.paint(name, role, fitted(markup, drawing.box, box), at, (drawing.source, *drawing.sources))
        return at

    def mark(self) -> Symbol | None:
        """The symbol of the first of the cast, or of all when they belong together."""
        if self.whole is None:
            return None
        return symbol(self.whole)

    def stamp(self, mark: Symbol, markup: str, box: Box, name: str = "symbol") -> None:
        self.paint(name, Role.SUBJECT, mark.fitted(markup, box), box, mark.sources)

    # words

    def write(
        self,
        text: str,
        box: Box,
        *,
        color: str | None = None,
        ground: str | None = None,
        head: bool = True,
        font: str | None = None,
        case: str | None = None,
        align: str = "center",
        valign: str = "center",
        max_lines: int = 3,
        max_size: float | None = None,
        tracking: float | None = None,
        leading: float | None = None,
        effect: Effect | None = None,
    ) -> Lettering | None:
        """Lettering in the page's fonts; its colour is kept readable on `ground` (the page's by default)."""
        if not text:
            return None
        ground = ground or self.scheme.ground
        wanted = color or self.scheme.on(ground)
        set_ = lettering(
            text,
            box,
            font=font or (self.pairing.head if head else self.pairing.body),
            color=wanted if contrast(wanted, ground) >= READABLE else self.scheme.readable(wanted, ground),
            align=align,
            valign=valign,
            max_lines=max_lines,
            max_size=max_size,
            case=case if case is not None else (self.pairing.case if head else None),
            tracking=tracking if tracking is not None else (self.pairing.tracking if head else 0.0),
            leading=leading,
            effect=effect,
            id=f"text{len(self.picture.elements)}",
        )
        self.letter(text, set_)
        return set_

    def write_arc(
        self,
        text: str,
        center: Point,
        radius: float,
        size: float,
        *,
        ground: str,
        bottom: bool = False,
        sweep: float = 200.0,
    ) -> Lettering:
        color = self.scheme.on(ground)
        font = self.pairing.head if self.pairing.head not in ("lobster", "pacifico", "caveat", "pixel") else "bebas"
        uid = f"text{len(self.picture.elements)}"
        set_ = arc_lettering(
            text, center, radius, size=size, font=font, color=color, bottom=bottom, sweep=sweep, case="upper", id=uid
        )
        self.letter(text, set_)
        return set_

    def letter(self, text: str, set_: Lettering) -> None:
        """Adds finished lettering."""
        name = f"text{len(self.picture.elements)}"
        self.picture.add(Element(f"{name}-layer", Role.TEXT, set_.markup, set_.box, "text", text=text))
        if set_.missing:
            self.notes.append(f"no font has the letters {' '.join(set_.missing)}")
