"""Looking for free room on the page."""

from __future__ import annotations

import random
from collections.abc import Sequence

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.layout.site import Site

_ACROSS, _DOWN = 9, 5


def sky_zone(site: Site) -> Box:
    """The upper part of the page, where flying and shining things belong."""
    page = Box(0, 0, site.width, site.height).inset(0.04 * site.short)
    zone = site.room if site.framed else page
    return Box(zone.x, zone.y, zone.w, zone.h * (0.85 if site.airy else 0.52))


def free_spot(box: Box, taken: Sequence[Box], zone: Box, keep_clear: Sequence[Box], rng: random.Random) -> Box:
    """The place within the zone for a box of this size that covers least of what is there."""
    best: tuple[float, Box] | None = None
    for i in range(_ACROSS):
        for j in range(_DOWN):
            x = zone.x + max(0.0, zone.w - box.w) * i / (_ACROSS - 1)
            y = zone.y + max(0.0, zone.h - box.h) * j / (_DOWN - 1)
            spot = Box(x, y, box.w, box.h)
            roomy = spot.inset(-0.08 * box.w, -0.08 * box.h)
            cost = sum(roomy.overlap(b) for b in taken) + 0.3 * sum(roomy.overlap(b) for b in keep_clear)
            cost = cost / box.area + 0.05 * j / _DOWN + rng.uniform(0, 0.08)
            if best is None or cost < best[0]:
                best = (cost, spot)
    assert best is not None
    return best[1]
