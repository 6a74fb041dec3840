"""The stage and the art direction as a site for the layout."""

from __future__ import annotations

from gouache.engines.composer.direct import ArtDirection
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.layout import Figure, Site
from gouache.engines.composer.layout.plan import Plan
from gouache.engines.composer.scene import Shot
from gouache.engines.composer.scenery import Stage
from gouache.engines.composer.scenery.catalog import settings

FRAMED = frozenset({"rounded", "circle", "arch", "diorama", "tile", "border", "blob", "poster"})


def area_of(direction: ArtDirection, width: int, height: int, alone: bool) -> Box:
    """Where the subjects go: the template's area for one subject; several get nearly the whole width."""
    left, top, right, bottom = direction.template.area
    if direction.mirrored:
        left, right = 1 - right, 1 - left
    if not alone and direction.template.frame not in FRAMED:
        left, right, top = min(left, 0.06), max(right, 0.94), min(top, 0.12)
    if width < 0.75 * height:
        left, right = min(left, 0.06), max(right, 0.94)
    return Box(left * width, top * height, (right - left) * width, (bottom - top) * height)


def _alone(plan: Plan, figures: dict[str, Figure]) -> bool:
    return len(plan.roots) == 1 and len(figures[plan.roots[0]].drawings) == 1


def site_of(
    stage: Stage, direction: ArtDirection, width: int, height: int, plan: Plan, figures: dict[str, Figure],
    shot: Shot, headroom: float = 0.0, asked: bool = False,
) -> Site:  # fmt: skip
    """`headroom` in px is kept free at the top for a headline; `asked`: the prompt names the setting."""
    alone = _alone(plan, figures)
    area = area_of(direction, width, height, alone)
    if headroom > area.y:
        area = Box(area.x, headroom, area.w, area.bottom - headroom)
    close = shot in (Shot.PORTRAIT, Shot.CLOSEUP) and any(figures[root].bust for root in plan.roots)
    ground = stage.ground_y
    floor = settings()[direction.setting].floor if stage.floor else "air"
    far = stage.far_y if floor != "table" or stage.table_top is None else stage.table_top + 0.03 * height
    return Site(
        width,
        height,
        ground_y=ground,
        far_y=min(far, ground),
        ceiling_y=stage.ceiling_y,
        water_y=stage.water_y,
        airy=floor == "air",
        neutral=floor == "flat",
        indoor=floor in ("room", "table"),
        area=area,
        landscape=asked and floor in ("ground", "water"),
        framed=direction.template.frame in FRAMED,
        fill=direction.fill,
        looking=direction.facing,
        close=close,
    )
