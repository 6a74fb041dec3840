"""Natural bodies in side view, by plan."""

from __future__ import annotations

from functools import lru_cache

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.rig.birds import BIRD_PLANS, draw_bird
from gouache.engines.composer.rig.compose import to_drawing
from gouache.engines.composer.rig.poses import find_pose
from gouache.engines.composer.rig.quadruped import draw_quadruped, plans
from gouache.engines.composer.rig.species import Species
from gouache.engines.composer.rig.swimmers import SWIMMER_PLANS, draw_swimmer
from gouache.engines.composer.rig.theropod import THEROPOD_PLANS, draw_theropod
from gouache.engines.composer.rng import stream


def natural_plans() -> frozenset[str]:
    """Plans that have a natural body."""
    return frozenset(plans()) | frozenset(BIRD_PLANS) | frozenset(SWIMMER_PLANS) | THEROPOD_PLANS


@lru_cache(256)
def draw_natural(kind: Species, pose: str, mood: str, facing: str, seed: int) -> Drawing:
    """A creature as nature made it, looking left or right; "auto" lets the seed choose."""
    name = find_pose(pose).name
    if name == "standing" and kind.plan in ("squirrel", "rabbit"):
        name = "sitting"  # the way one sees them
    if kind.plan in BIRD_PLANS:
        parts, anchors = draw_bird(kind, name, mood)
    elif kind.plan in SWIMMER_PLANS:
        parts, anchors = draw_swimmer(kind, name, mood)
    elif kind.plan in THEROPOD_PLANS:
        parts, anchors = draw_theropod(kind, name, mood)
    else:
        parts, anchors = draw_quadruped(kind, name, mood)
    drawing = to_drawing(parts, kind.name, anchors, facing="right")
    left = facing == "left" or (facing not in ("right",) and stream(seed, "facing").random() < 0.5)
    return drawing.flipped() if left else drawing
