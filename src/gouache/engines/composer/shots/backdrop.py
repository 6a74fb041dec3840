"""Quiet designed grounds behind a portrait."""

from __future__ import annotations

import random
from collections.abc import Callable

from gouache.engines.composer.color import mix
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.picture import Element, Role
from gouache.engines.composer.shots import ornament
from gouache.engines.composer.shots.schemes import Scheme
from gouache.engines.composer.svg import rect, tag

Painter = Callable[[float, float, Scheme, random.Random], str]


def backdrop(width: int, height: int, scheme: Scheme, rng: random.Random) -> list[Element]:
    """A flat ground and one large shape that frames a head and shoulders; px of the page."""
    page = Box(0.0, 0.0, float(width), float(height))
    shape = rng.choice([_disc, _arch, _blob, _slant, _rays])(page.w, page.h, scheme, rng)
    return [
        Element("backdrop", Role.BACKGROUND, rect(page, scheme.ground), page, "backdrop"),
        Element("backdrop-shape", Role.BACKGROUND, shape, page, "backdrop"),
    ]


def _disc(w: float, h: float, scheme: Scheme, rng: random.Random) -> str:
    r = min(w, h) * rng.uniform(0.36, 0.42)
    ring = tag("circle", cx=w / 2, cy=h * 0.48, r=r * 1.14, fill="none", stroke=scheme.soft, stroke_width=r * 0.03)
    return tag("circle", cx=w / 2, cy=h * 0.48, r=r, fill=scheme.soft) + ring


def _arch(w: float, h: float, scheme: Scheme, rng: random.Random) -> str:
    side = min(w * 0.62, h * 0.7)
    box = Box((w - side) / 2, h * 0.12, side, h * 0.88)
    outer = box.inset(-side * 0.07)
    return tag("path", d=ornament.arch(outer), fill=mix(scheme.soft, scheme.ground, 0.6)) + tag(
        "path", d=ornament.arch(box), fill=scheme.soft
    )


def _blob(w: float, h: float, scheme: Scheme, rng: random.Random) -> str:
    center, r = Point(w / 2, h * 0.5), min(w, h) * 0.43
    back = tag("path", d=ornament.blob(center, r * 1.08, rng), fill=mix(scheme.soft, scheme.ground, 0.6))
    return back + tag("path", d=ornament.blob(center, r, rng), fill=scheme.soft)


def _slant(w: float, h: float, scheme: Scheme, rng: random.Random) -> str:
    lean = rng.uniform(0.2, 0.45)
    low = tag("path", d=ornament.polygon([(0, h * (1 - lean)), (w, h * lean), (w, h), (0, h)]), fill=scheme.soft)
    edge = [(0, h * (1 - lean)), (w, h * lean), (w, h * (lean + 0.05)), (0, h * (1.05 - lean))]
    return low + tag("path", d=ornament.polygon(edge), fill=mix(scheme.soft, scheme.main, 0.5))


def _rays(w: float, h: float, scheme: Scheme, rng: random.Random) -> str:
    rays = ornament.burst(Point(w / 2, h * 0.5), w + h, 18, turn=rng.uniform(0, 0.3))
    disc = tag("circle", cx=w / 2, cy=h * 0.5, r=min(w, h) * 0.36, fill=scheme.soft)
    return tag("path", d=rays, fill=mix(scheme.ground, scheme.soft, 0.45)) + disc
