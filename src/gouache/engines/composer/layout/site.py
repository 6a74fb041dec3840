"""The page as the layout sees it: where things may stand, float, hang and fly. All in px."""

from __future__ import annotations

from dataclasses import dataclass

from gouache.engines.composer.geometry import Box


@dataclass(frozen=True, slots=True)
class Site:
    """`ground_y` is the main standing line, `far_y` the farthest line on which feet look grounded."""

    width: int
    height: int
    ground_y: float
    far_y: float
    ceiling_y: float = 0.0
    water_y: float | None = None
    airy: bool = False  # no ground at all: sky, space, under water
    neutral: bool = False  # a plain backdrop, where a thing may hang in the middle of the page
    indoor: bool = False
    area: Box | None = None  # where the subjects go; None = the page less a margin
    landscape: bool = False  # a place that was asked for, with a sky over it
    framed: bool = False  # nothing of the picture is seen outside the area
    fill: float = 0.62  # height of a single subject, as a fraction of the page's height
    looking: str | None = None  # left or right: where a single subject looks; None = either
    close: bool = False  # portrait or close-up: the page's edge may cut the subject's foot
    keep_clear: tuple[Box, ...] = ()

    @property
    def short(self) -> float:
        return float(min(self.width, self.height))

    @property
    def room(self) -> Box:
        """Where the subjects go."""
        margin = 0.05
        return self.area or Box(
            margin * self.width, 0.07 * self.height, (1 - 2 * margin) * self.width, (0.95 - 0.07) * self.height
        )

    @property
    def lowest_y(self) -> float:
        """The nearest line on which feet may stand."""
        return max(self.ground_y, min(self.height * 0.95, self.room.bottom, self.ground_y + 0.12 * self.height))

    @property
    def depth(self) -> float:
        """How much height the feet of several rows may spread over."""
        if self.airy or self.neutral:
            return self.room.h * 0.85
        return max(0.0, self.lowest_y - self.far_y)
