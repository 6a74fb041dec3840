"""Hats, glasses, scarves and held things for drawings that are not of the rig, by their anchors or their boxes."""

from __future__ import annotations

import math
from dataclasses import replace

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.hold import Held, grip_of, is_sign, slug
from gouache.engines.composer.rig.part import Foreign, Part, box_of, markup
from gouache.engines.composer.rig.wear import HeadFit, Worn, at_ears, at_eyes, borrowed, on_head, on_mouth, round_neck


def dress(drawing: Drawing, worn: tuple[Worn, ...] = (), held: tuple[Held, ...] = ()) -> Drawing:
    """The drawing with things attached; its box grows to hold them."""
    if not worn and not held:
        return drawing
    fit = _fit(drawing)
    parts = [part for item in worn if (part := _worn(drawing, item, fit)) is not None]
    fields, sources = dict(drawing.fields), list(drawing.sources)
    for n, item in enumerate(held[:2]):
        part, field = _held(drawing, item, n, len(held))
        parts.append(part)
        sources.append(item.drawing.source)
        if field:
            fields["text"] = field
    if not parts:
        return drawing
    box = drawing.box.union(box_of(parts))
    return replace(drawing, markup=drawing.markup + markup(parts), box=box, fields=fields, sources=tuple(sources))


BEAK_SHARE = 0.3  # of a bird's height: the longer side of what it carries in its beak


def in_beak(bird: Drawing, item: Held) -> Drawing:
    """A bird with something across its beak, held by the middle."""
    if item.name == "fire breath":
        return _breathing(bird, item)
    area, at = item.drawing.box, bird.anchor("beak", (0.9, 0.3))
    k = bird.box.h * BEAK_SHARE / max(area.w, area.h)
    turn = 12.0 if area.w >= area.h else 80.0
    m = ink.times(ink.times(ink.moving(-area.center.x, -area.center.y), ink.sizing(k)), ink.turning(turn))
    part = Part(f"held-{slug(item.name)}")
    part.add(Foreign(item.drawing.markup + item.drawing.front, area, ink.times(m, ink.moving(at.x, at.y))))
    sources = (*bird.sources, item.drawing.source)
    box = bird.box.union(box_of([part]))
    return replace(bird, markup=bird.markup + markup([part]), box=box, sources=sources)


def _breathing(beast: Drawing, item: Held) -> Drawing:
    """A jet from the mouth, away from the body."""
    area, at, k = item.drawing.box, beast.anchor("mouth", (0.9, 0.3)), beast.box.h * 0.5 / item.drawing.box.h / 1.7
    left = beast.facing == "left"
    m = ink.times(ink.moving(-area.x, -area.center.y), (-k if left else k, 0, 0, k, at.x, at.y))
    part = Part("fire").add(Foreign(item.drawing.markup, area, m))
    sources = (*beast.sources, item.drawing.source)
    return replace(beast, markup=markup([part]) + beast.markup, box=beast.box.union(box_of([part])), sources=sources)


def _fit(drawing: Drawing) -> HeadFit:
    """Measures of the head: from anchors where there are some, else from the box of a creature facing the viewer."""
    box = drawing.box
    eyes = drawing.anchor("eyes", (0.5, 0.24))
    left, right = drawing.anchors.get("eye_left"), drawing.anchors.get("eye_right")
    gap = abs(right.x - left.x) / 2 if left and right else min(box.w, box.h) * 0.1
    half = max(gap * 2.2, min(box.w, box.h) * 0.15)
    crown = drawing.anchor("crown", (0.5, 0.02))
    if "crown" not in drawing.anchors and "eyes" in drawing.anchors:
        crown = Point(eyes.x, eyes.y - half * 0.85)
    chin = Point(eyes.x, eyes.y + half * 0.9)
    turn = 0.0
    if left and right and right.x != left.x:
        turn = math.degrees(math.atan2(right.y - left.y, right.x - left.x))
        turn = turn if abs(turn) < 40 else 0.0
    return HeadFit((eyes.x, eyes.y), gap, gap * 0.4, (crown.x, crown.y), (chin.x, chin.y), half, True, turn)


def _worn(drawing: Drawing, item: Worn, fit: HeadFit) -> Part | None:
    for draw in (at_eyes, at_ears, on_head):
        part = draw(item, fit)
        if part is not None:
            return part
    mouth = drawing.anchors.get("mouth") or Point(fit.eyes[0], fit.eyes[1] + fit.half * 0.5)
    part = on_mouth(item, fit, (mouth.x, mouth.y))
    if part is not None:
        return part
    neck = drawing.anchors.get("neck") or Point(fit.chin[0], fit.chin[1] + fit.half * 0.2)
    return round_neck(item, (neck.x, neck.y), fit.half * 0.7, fit.half, fit.turn) or borrowed(item, fit)


def _held(drawing: Drawing, item: Held, n: int, total: int) -> tuple[Part, Box | None]:
    """An item at a hand, or before the chest; a sign without hands stands beside the figure on a pole."""
    box, grip = drawing.box, grip_of(item)
    side = {"left": 0, "right": 1}.get(item.hand, 1 if total == 1 or n == 1 else 0)
    name = "hand_right" if side else "hand_left"
    at = drawing.anchor(name, (0.9 if side else 0.1, 0.58))
    area = item.drawing.box
    part = Part(f"held-{slug(item.name)}")
    if is_sign(item):
        k = box.h * 0.5 / max(area.w, area.h)
        x = at.x + (1 if side else -1) * area.w * k * 0.34
        m = ink.times(
            ink.times(ink.moving(-area.center.x, -area.bottom), ink.sizing(k)), ink.moving(x, at.y - area.h * k * 0.1)
        )
        part.line(
            ink.strand((x, at.y - area.h * k * 0.6), (x, min(box.bottom, at.y + box.h * 0.34))),
            "#8a5a36",
            box.h * 0.022,
        )
    else:
        k = box.h * min(0.46, 0.16 + grip.size * 0.6) / max(area.w, area.h)
        gx, gy = area.at(*grip.at)
        m = ink.times(ink.times(ink.moving(-gx, -gy), ink.sizing(k)), ink.moving(at.x, at.y))
    part.add(Foreign(item.drawing.markup, area, m))
    text = item.drawing.fields.get("text")
    return part, Foreign("", text, m).box() if text else None
