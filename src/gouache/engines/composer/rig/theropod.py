"""Saurians on two legs as nature made them: the body level over the hips, the tail against the head, looking right."""

from __future__ import annotations

from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ink import XY, Shape, both, ellipse, polygon, tube
from gouache.engines.composer.rig.part import Part, shaded
from gouache.engines.composer.rig.profile import profile_head, spine_crest
from gouache.engines.composer.rig.species import Species

THEROPOD_PLANS = frozenset({"trex"})
_SNOUT = (64.0, 14.0, 40.0)
_HEAD = 1.16
_SPINE = ((-318.0, -214.0), (-196.0, -206.0), (-70.0, -222.0), (44.0, -236.0), (112.0, -296.0), (132.0, -352.0))
_GIRTH = (5.0, 30.0, 68.0, 72.0, 52.0, 44.0)
_STRIDE = {"walking": 46.0, "running": 84.0, "jumping": 60.0}


def draw_theropod(kind: Species, pose: str, mood: str) -> tuple[list[Part], dict[str, XY]]:
    """Parts in painting order, and anchors; the ground is y = 0."""
    low = 96.0 if pose in ("sitting", "lying", "sleeping") else 0.0
    lift = {"running": -26.0, "jumping": -90.0}.get(pose, low)
    stride = _STRIDE.get(pose, 22.0)
    body = tube([(x, y + lift) for x, y in _SPINE], list(_GIRTH), steps=6)
    near, far = ((-14 + stride * 0.6, 0.0), (-14 - stride, -8.0 if stride > 40 else -4.0))
    raised = lift if pose == "jumping" else 0.0
    legs = [_leg(kind, (0.0, -196 + lift), (x, y + raised), dark) for (x, y), dark in ((far, True), (near, False))]
    torso = Part("torso").solid(body, kind.coat, depth=16, glow=7)
    torso.fill(both(body, ink.moved(body, -10, 62)), kind.light)
    ridge = [(x, y + lift - r) for (x, y), r in zip(_SPINE[1:5], _GIRTH[1:5], strict=True)]
    crest = spine_crest(kind, ridge, 17) if kind.has("scutes") else Part("crest")
    head = profile_head(kind, "sleeping" if pose == "sleeping" else mood, _SNOUT)
    head = head.mapped(ink.times(ink.sizing(_HEAD), ink.moving(156, -374 + lift)))
    parts = [legs[0], _arm(kind, lift, True), crest, torso, legs[1], _arm(kind, lift, False), *head.behind, *head.front]
    anchors = {
        **head.anchors, "neck": (122.0, -316 + lift), "chest": (80.0, -232 + lift), "seat": (-30.0, -270 + lift),
        "back": (-30.0, -288 + lift), "feet": (0.0, 0.0), "hand_left": (150.0, -196 + lift),
        "hand_right": (168.0, -190 + lift),
    }  # fmt: skip
    return [p for p in parts if p.inks], anchors


def _leg(kind: Species, hip: XY, foot: XY, far: bool) -> Part:
    """Thigh, shank and a long foot on three claws."""
    part, color = Part("far-leg" if far else "leg"), shaded(kind.coat, 0.08) if far else kind.coat
    (x, y), (u, v) = hip, foot
    knee, hock = (x + 46, y + 92 * (v - y) / 196), (u - 34, v - 62)
    part.solid(tube([(x - 12, y), knee, hock, (u, v - 14)], [62, 38, 21, 17], steps=6), color, 0 if far else 8)
    sole = ink.curve((u - 24, v), (u - 20, v - 26), (u + 24, v - 28), (u + 58, v - 12), (u + 58, v), tension=0.8)
    part.solid(sole, color, 0 if far else 4)
    for n in range(3):
        part.fill(_claw(u + 22 + n * 17, v), "#f6efdc")
    return part


def _claw(x: float, y: float) -> Shape:
    return polygon((x - 7, y - 1), (x - 1, y - 12), (x + 9, y), radius=2)


def _arm(kind: Species, lift: float, far: bool) -> Part:
    """A short arm with two fingers."""
    part, color = Part("far-arm" if far else "arm"), shaded(kind.coat, 0.08) if far else shaded(kind.coat, 0.02)
    x, y = (104.0 if far else 84.0), -232.0 + lift
    part.solid(tube([(x, y), (x + 34, y + 34), (x + 64, y + 22)], [19, 14, 10], steps=4), color, 0 if far else 4)
    for dx, dy in ((12, -6), (13, 7)):
        part.solid(tube([(x + 62, y + 22), (x + 62 + dx, y + 22 + dy)], [6, 4]), color, 0)
        part.fill(ellipse(x + 64 + dx, y + 22 + dy, 4), "#f6efdc")
    return part
