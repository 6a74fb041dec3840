"""Four-legged animals as nature made them: side view, head towards us or in profile, looking right."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.coats import coat_marks, leg_marks
from gouache.engines.composer.rig.heads import Head, front_head
from gouache.engines.composer.rig.ink import XY, Shape, ellipse, polygon, tube
from gouache.engines.composer.rig.mascot import skin_of
from gouache.engines.composer.rig.part import Part, lit, shaded
from gouache.engines.composer.rig.profile import elephant_head, profile_head, spine_crest
from gouache.engines.composer.rig.species import Species
from gouache.engines.composer.rig.tables import rows
from gouache.engines.composer.rig.tails import draw_tail
from gouache.engines.composer.rig.toppings import scallop, spikes


@dataclass(frozen=True, slots=True)
class Plan:
    """One row of `data/plans.tsv`."""

    length: float
    height: float
    chest: float
    rump: float
    leg_top: float
    leg_foot: float
    neck: float
    neck_angle: float
    neck_base: float
    neck_top: float
    head: str
    head_scale: float
    foot: str
    snout: tuple[float, float, float]
    rise: float = 0.03  # how much higher the chest is than the rump, in lengths of the trunk


@lru_cache(1)
def plans() -> dict[str, Plan]:
    table = {}
    for name, *cells in rows("plans.tsv"):
        length, height, chest, rump, leg_top, leg_foot, neck, angle, base, top = (float(c) for c in cells[:10])
        table[name] = Plan(
            length, height, chest, rump, leg_top, leg_foot, neck, angle, base, top,
            cells[10], float(cells[11]), cells[12], (float(cells[13]), float(cells[14]), float(cells[15])),
            float(cells[16]) if len(cells) > 16 else 0.03,
        )  # fmt: skip
    return table


@dataclass(frozen=True, slots=True)
class Stance:
    """Middles of rump and chest, four feet (far hind, far fore, hind, fore), how far the head drops."""

    rump: XY
    chest: XY
    feet: tuple[XY, XY, XY, XY]
    folded: bool = False
    haunch: bool = False
    head_drop: float = 0.0


def stance(plan: Plan, pose: str) -> Stance:
    """A pose in numbers; the ground is y = 0."""
    h, half = plan.height, plan.length / 2
    rump, chest = (-half, -h), (half, -h - plan.length * plan.rise)
    if pose in ("lying", "sleeping"):
        low = max(plan.chest, plan.rump) * 0.94
        return Stance(
            (-half, -low),
            (half, -low),
            ((-half, 0), (half + plan.leg_foot * 2.4, 0), (-half * 0.4, 0), (half + plan.leg_foot * 1.0, 0)),
            folded=True,
            head_drop=0.34 if pose == "lying" else 0.9,
        )
    if pose.startswith("sitting"):
        rise = min(h * 1.18, plan.rump + plan.length * 0.72)
        return Stance(
            (-half * 0.52, -plan.rump * 0.96),
            (half * 0.46, -rise),
            ((-half * 0.1, 0), (half * 0.62, 0), (-half * 0.1, 0), (half * 0.42, 0)),
            haunch=True,
            head_drop=-0.12,
        )
    if pose in ("running", "jumping", "flying"):
        up = h * (0.1 if pose == "running" else 0.3)
        reach = h * 0.5
        return Stance(
            (-half, -h - up),
            (half, -h - up - plan.length * 0.06),
            (
                (-half - reach * 1.05, -h * 0.22 - up),
                (half + reach * 0.72, -h * 0.34 - up),
                (-half - reach * 0.7, -h * 0.1 - up),
                (half + reach, -h * 0.2 - up),
            ),
        )
    if pose == "walking":
        step = h * 0.26
        return Stance(
            rump,
            chest,
            ((-half + step, 0), (half - step * 0.8, -h * 0.03), (-half - step * 0.7, 0), (half + step * 0.7, 0)),
        )
    if pose == "eating":
        return Stance(rump, chest, _standing(half), head_drop=1.34)
    return Stance(rump, chest, _standing(half))


def _standing(half: float) -> tuple[XY, XY, XY, XY]:
    return ((-half * 0.62, -4), (half * 0.66, -4), (-half * 1.02, 0), (half * 0.98, 0))


def draw_quadruped(kind: Species, pose: str, mood: str) -> tuple[list[Part], dict[str, XY]]:
    """Parts in painting order, and anchors."""
    plan = plans()[kind.plan]
    stand = stance(plan, pose)
    head, neck_end = _head(kind, plan, stand, "sleeping" if pose == "sleeping" else mood)
    trunk = _trunk(plan, stand)
    neck = _neck(plan, stand, neck_end)
    whole = ink.union(trunk, neck)
    legs = [_leg(kind, plan, stand, i, pose) for i in range(4)]
    body = _body(kind, plan, stand, whole, trunk)
    back = [_tail(kind, plan, stand), *legs[:2], *_wings(kind, stand, far=True)]
    near = legs[2:] if not stand.haunch else [legs[3], _haunch(kind, plan, stand)]
    mane = _mane(kind, plan, stand, neck_end)
    over = [*body, *near, *_wings(kind, stand, far=False), *mane] if not kind.has("wool") else [*near, *body]
    if kind.plan == "turtle":
        over.append(_shell(kind, plan, stand))
    parts = [*back, *over, *head.behind, *head.front]
    anchors = {
        **head.anchors, "neck": _collar(plan, stand, head, neck_end), "chest": stand.chest, "seat": stand.rump,
            "feet": (0.0, 0.0),
        "back": (stand.rump[0] * 0.3 + stand.chest[0] * 0.3, min(stand.rump[1] - plan.rump,
            stand.chest[1] - plan.chest) + plan.rump * 0.12),
        "hand_left": stand.feet[2], "hand_right": stand.feet[3],
    }  # fmt: skip
    return [p for p in parts if p.inks], anchors


def _collar(plan: Plan, stand: Stance, head: Head, neck_end: XY) -> XY:
    """Where a scarf goes: under the chin of a head that faces us, else halfway up the neck."""
    if plan.head == "front":
        return head.anchors["chin"][0] - 8 * plan.head_scale, head.anchors["chin"][1] - 2
    x, y = _neck_root(plan, stand)
    return x + (neck_end[0] - x) * 0.5, y + (neck_end[1] - y) * 0.5


def _neck_root(plan: Plan, stand: Stance) -> XY:
    return stand.chest[0] + plan.chest * 0.1, stand.chest[1] - plan.chest * 0.25


def _head(kind: Species, plan: Plan, stand: Stance, mood: str) -> tuple[Head, XY]:
    """The placed head and the end of the neck."""
    angle = math.radians(plan.neck_angle - stand.head_drop * (plan.neck_angle + 26))
    x, y = _neck_root(plan, stand)
    end = (x + math.cos(angle) * plan.neck, y - math.sin(angle) * plan.neck)
    scale = plan.head_scale
    if plan.head == "front":
        end = (end[0], min(end[1], -scale * 74))
        head = front_head(kind, mood, 0.75)
    elif plan.head == "elephant":
        head = elephant_head(kind, mood)
    else:
        end = (end[0], min(end[1], -scale * (plan.snout[1] + plan.snout[2] + 4)))
        head = profile_head(kind, mood, plan.snout)
    shift = (
        end[0] + (22 * scale if plan.head != "front" else 6),
        end[1] - (6 * scale if plan.head != "front" else scale * 14),
    )
    return head.mapped(ink.times(ink.sizing(scale), ink.moving(*shift))), end


def _trunk(plan: Plan, stand: Stance) -> Shape:
    (rx, ry), (cx, cy) = stand.rump, stand.chest
    mid = ((rx + cx) / 2, (ry + cy) / 2 + min(plan.chest, plan.rump) * 0.06)
    waist = (plan.chest + plan.rump) / 2 * 0.95
    return tube([(rx, ry), mid, (cx, cy)], [plan.rump, waist, plan.chest], steps=4)


def _neck(plan: Plan, stand: Stance, end: XY) -> Shape:
    x, y = _neck_root(plan, stand)
    mid = ((x + end[0]) / 2 + plan.neck * 0.03, (y + end[1]) / 2 + plan.neck * 0.02)
    return tube(
        [(x - plan.neck_base * 0.16, y + plan.neck_base * 0.2), mid, end],
        [plan.neck_base, (plan.neck_base + plan.neck_top) / 2, plan.neck_top],
        steps=4,
    )


def _body(kind: Species, plan: Plan, stand: Stance, whole: Shape, trunk: Shape) -> list[Part]:
    depth = plan.chest * 0.24
    if kind.has("wool"):
        cx, cy = (stand.rump[0] + stand.chest[0]) / 2, (stand.rump[1] + stand.chest[1]) / 2
        wool = scallop(cx, cy, plan.length * 0.64, plan.chest * 0.82, 16, plan.chest * 0.34)
        return [Part("torso").solid(ink.union(whole, wool), kind.coat, depth=depth, glow=5)]
    parts = []
    if kind.has("spines"):
        cx, cy = (stand.rump[0] + stand.chest[0]) / 2, (stand.rump[1] + stand.chest[1]) / 2 - 6
        dome = spikes(cx, cy + 20, plan.length * 0.66, plan.length * 0.86, 15, 158, 224)
        parts = [Part("torso").solid(whole, kind.coat, depth), Part("spines").solid(dome, kind.dark, 9)]
        return parts
    body = Part("torso").solid(whole, kind.coat, depth=depth, glow=plan.chest * 0.1)
    parts = [body]
    marks = coat_marks(kind, whole, trunk, stand.rump, stand.chest, plan.rump, plan.chest)
    parts.append(marks)
    if kind.has("hump"):
        x, y = (stand.rump[0] + stand.chest[0]) / 2, (stand.rump[1] + stand.chest[1]) / 2 - plan.rump * 0.9
        hump = ink.curve(
            (x - 64, y + 20), (x - 34, y - 26), (x, y - 50), (x + 34, y - 26), (x + 64, y + 20), (x, y + 36)
        )
        parts.insert(0, Part("hump").solid(hump, kind.coat, 8))
    if kind.has("udder"):
        x = stand.rump[0] * 0.45 + stand.chest[0] * 0.05
        parts.insert(0, Part("udder").solid(ellipse(x, stand.rump[1] + plan.rump * 0.98, 27, 18), kind.light, 4))
    if kind.has("plates"):
        parts.insert(0, _plates(kind, plan, stand))
    if kind.has("scutes"):
        spine = [
            (
                stand.rump[0] + (stand.chest[0] - stand.rump[0]) * t,
                stand.rump[1] + (stand.chest[1] - stand.rump[1]) * t - (plan.rump + (plan.chest - plan.rump) * t),
            )
            for t in (0.0, 0.25, 0.5, 0.75, 1.0)
        ]
        parts.insert(0, spine_crest(kind, spine, plan.chest * 0.24))
    return parts


def _plates(kind: Species, plan: Plan, stand: Stance) -> Part:
    """Tall plates along the back, the largest in the middle."""
    part, (rx, ry), (cx, cy) = Part("plates"), stand.rump, stand.chest
    for i, t in enumerate((-0.42, -0.16, 0.12, 0.42, 0.72, 1.0, 1.24)):
        size = (0.36, 0.52, 0.74, 0.84, 0.72, 0.5, 0.36)[i] * plan.rump
        x, spine = rx + (cx - rx) * t, plan.rump + (plan.chest - plan.rump) * min(1.0, max(0.0, t))
        bow = 0.16 * plan.rump * (4 * t * (1 - t)) - (0.3 * plan.rump if not 0 < t < 1.1 else 0.0)
        y = ry + (cy - ry) * t - spine - bow + size * 0.3
        plate = polygon(
            (x - size * 0.42, y),
            (x - size * 0.5, y - size * 0.5),
            (x, y - size * 1.1),
            (x + size * 0.5, y - size * 0.5),
            (x + size * 0.42, y),
            radius=size * 0.14,
        )
        part.solid(plate, kind.accent if i % 2 else shaded(kind.accent, 0.06), 4)
    return part


def _leg(kind: Species, plan: Plan, stand: Stance, i: int, pose: str) -> Part:
    """Legs 0 and 1 are the far ones, 2 and 3 the near ones; even ones are hind legs."""
    far, hind = i < 2, i % 2 == 0
    part = Part(("far-" if far else "") + ("leg-hind" if hind else "leg-fore"))
    skin = skin_of(kind)
    base = skin.leg if not kind.has("yoke") else kind.dark
    color = shaded(base, 0.09) if far else base
    if kind.has("wool"):
        color = shaded(kind.dark) if far else kind.dark
    foot = shaded(skin.foot, 0.06) if far else skin.foot
    (jx, jy), goal = (stand.rump if hind else stand.chest), stand.feet[i]
    jx += (
        (plan.rump * 0.12 if hind else -plan.chest * 0.04)
        + (plan.length * 0.07 if far and not hind else 0)
        - (-plan.length * 0.1 if far and hind else 0)
    )
    if stand.folded:
        return _folded(part, plan, stand, color, foot, hind, far)
    top, bottom = plan.leg_top, plan.leg_foot
    jy += plan.rump * (0.1 if hind else 0.3)
    fx, fy = goal[0], goal[1] - bottom * 0.5
    knee = ((jx + fx) / 2 + (top * 0.3 if not hind else -top * 0.34), (jy + fy) / 2 + (fy - jy) * 0.08)
    if hind and plan.foot in ("paw", "hoof"):
        hock = (fx - top * 0.42, fy - (fy - jy) * 0.36)
        shape = tube(
            [(jx, jy), ((jx + hock[0]) / 2 + top * 0.3, (jy + hock[1]) / 2), hock, (fx, fy)],
            [top * 1.28, top * 0.98, bottom * 1.14, bottom],
            steps=4,
        )
    else:
        shape = tube([(jx, jy), knee, (fx, fy)], [top * (1.2 if hind else 1.02), (top + bottom) / 2, bottom], steps=4)
    part.solid(shape, color, depth=plan.leg_top * 0.2 if not far else 0)
    leg_marks(part, kind, shape, goal[1], plan.height, far)
    return _foot(part, plan, goal, foot, kind)


def _foot(part: Part, plan: Plan, at: XY, color: str, kind: Species) -> Part:
    (x, y), r = at, plan.leg_foot
    if plan.foot == "hoof":
        hoof = polygon(
            (x - r * 1.02, y - r * 1.5),
            (x + r * 1.02, y - r * 1.5),
            (x + r * 1.36, y),
            (x - r * 1.16, y),
            radius=r * 0.3,
        )
        return part.solid(hoof, kind.dark if kind.dark != kind.coat else shaded(kind.coat, 0.2), 3)
    if plan.foot == "paw":
        paw = ink.curve(
            (x - r * 1.0, y),
            (x - r * 1.02, y - r * 1.0),
            (x + r * 0.4, y - r * 1.36),
            (x + r * 1.7, y - r * 0.7),
            (x + r * 1.66, y),
            tension=0.8,
        )
        part.solid(paw, color, r * 0.22)
        for k in (0.75, 1.15):
            part.line(
                ink.strand((x + r * k, y - r * 0.08), (x + r * (k + 0.06), y - r * 0.5)),
                shaded(color, 0.14),
                max(2.0, r * 0.13),
            )
        return part
    toes = shaded(kind.light, 0.02) if plan.foot == "pad" else "#f3ead2"
    pad = ink.curve(
        (x - r * 1.05, y), (x - r * 1.0, y - r * 0.8), (x + r * 0.9, y - r * 0.9), (x + r * 1.2, y), tension=0.7
    )
    part.fill(pad, color)
    for k in (-0.4, 0.25, 0.85):
        part.fill(ink.both(pad, ellipse(x + r * k, y, r * 0.26, r * 0.34)), toes)
    return part


def _folded(part: Part, plan: Plan, stand: Stance, color: str, foot: str, hind: bool, far: bool) -> Part:
    r = plan.leg_foot * 1.06
    if hind:
        x = stand.rump[0] + plan.rump * 0.12 + (plan.length * 0.12 if far else 0)
        part.solid(
            ellipse(x, stand.rump[1] + plan.rump * 0.3, plan.rump * 0.7, plan.rump * 0.64), color, depth=0 if far else 5
        )
        return part.solid(tube([(x - plan.rump * 0.1, -r), (x + plan.rump * 0.9, -r)], [r, r]), foot, 3)
    x = stand.chest[0] + (plan.chest * 0.1 if not far else plan.chest * 0.34)
    return part.solid(
        tube([(x - plan.chest * 0.4, -r * 1.1), (x + plan.chest * 0.86, -r)], [r * 1.15, r]), color, 0 if far else 3
    ).solid(ellipse(x + plan.chest * 0.9, -r, r * 1.12, r), foot, 3)


def _haunch(kind: Species, plan: Plan, stand: Stance) -> Part:
    """The folded hind leg of a sitting animal."""
    part, skin = Part("leg-hind"), skin_of(kind)
    x, r = stand.rump[0] + plan.rump * 0.28, plan.leg_foot * 1.1
    part.solid(
        ellipse(x, -plan.rump * 0.78, plan.rump * 0.74, plan.rump * 0.78),
        skin.leg if not kind.has("wool") else kind.coat,
        6,
    )
    return part.solid(tube([(x - plan.rump * 0.1, -r), (x + plan.rump * 0.84, -r)], [r, r * 1.04]), skin.foot, 3)


def _tail(kind: Species, plan: Plan, stand: Stance) -> Part:
    scale = {"feline": 0.82, "canine": 0.78, "canine-short": 0.7, "canine-low": 0.62, "rodent": 0.8,
        "rodent-fat": 0.6, "squirrel": 0.86, "bear-small": 0.72,
             "bear": 1.3, "horse": 1.1, "cow": 1.24, "elephant": 1.2, "rhino": 0.9, "croc": 1.12, "dino": 1.3,
                 "ceratops": 1.0,
             "stego": 1.3,
                 "dragon": 1.1, "giraffe": 1.2, "camel": 1.1, "turtle": 0.7}.get(kind.plan, 1.0)  # fmt: skip
    (x, y), r = stand.rump, plan.rump
    tail = draw_tail(kind)
    if kind.tail == "tuft" and kind.plan == "cow":
        tail = Part("tail").line(
            ink.strand((0, 0), (26, 10), (34, 52), (30, 84)), kind.coat if not kind.has("patches") else kind.dark, 9
        )
        tail.solid(ink.curve((20, 80), (34, 78), (42, 104), (30, 124), (20, 104)), kind.dark, 3)
    rise = -r * 0.5 if kind.plan not in ("croc", "dragon", "dino", "turtle", "ceratops", "stego") else 0.0
    if stand.haunch or stand.folded:
        rise = r * 0.3
    inward = r * 0.72 if kind.tail not in ("croc", "dragon") else r * 0.2
    return tail.mapped((-scale, 0, 0, scale, x - inward, y + rise))


def _mane(kind: Species, plan: Plan, stand: Stance, end: XY) -> list[Part]:
    if not kind.has("hair"):
        return []
    x, y = _neck_root(plan, stand)
    s, color = plan.head_scale, kind.dark if kind.name != "unicorn" else "#f58fc0"
    top = (end[0] + 4 * s, end[1] - 54 * s)
    back = (x - plan.neck_base * 0.95, y - plan.neck_base * 0.1)
    dx, dy = back[0] - top[0], back[1] - top[1]
    inner = [
        (top[0] + dx * t + plan.neck_top * (0.55 + 0.2 * math.sin(t * 9)), top[1] + dy * t + plan.neck_top * 0.5)
        for t in (0.15, 0.4, 0.65, 0.86)
    ]
    thin = 0.5 if kind.has("stripes") or kind.ears == "donkey" or kind.plan == "giraffe" else 1.0
    inner = [
        (back[0] * (1 - thin) * 0 + px - (1 - thin) * plan.neck_top * 0.7, py - (1 - thin) * plan.neck_top * 0.4)
        for px, py in inner
    ]
    outer = [
        (top[0] + dx * t - plan.neck_top * 0.42 * thin, top[1] + dy * t - plan.neck_top * 0.26 * thin)
        for t in (0.8, 0.5, 0.2)
    ]
    mane = ink.curve(top, *inner, back, *outer)
    part = Part("mane").solid(mane, color, 6)
    if kind.name == "unicorn":
        part.fill(ink.both(mane, ink.moved(mane, -plan.neck_top * 0.5, plan.neck_top * 0.2)), "#8fd0f5")
    return [part]


def _wings(kind: Species, stand: Stance, far: bool) -> list[Part]:
    if not kind.has("wings"):
        return []
    x, y = stand.chest[0] - 40, stand.chest[1] - 30
    wing = polygon(
        (x + 16, y + 12),
        (x - 20, y - 120),
        (x - 150, y - 170),
        (x - 132, y - 104),
        (x - 160, y - 60),
        (x - 108, y - 52),
        (x - 92, y - 4),
        (x - 40, y + 20),
        radius=10,
    )
    if far:
        return [Part("wing-far").fill(ink.moved(wing, 46, -6), shaded(kind.dark, 0.03))]
    return [Part("wing").solid(wing, lit(kind.dark, 0.08), 8)]


def _shell(kind: Species, plan: Plan, stand: Stance) -> Part:
    (x0, y), x1 = stand.rump, stand.chest[0]
    mid, w = (x0 + x1) / 2 - 6, (x1 - x0) / 2 + 46
    dome = ink.path(
        f"M{mid - w} {y + 16} C{mid - w * 0.94} {y - 110} {mid + w * 0.94} {y - 110} {mid + w} {y + 16} "
        f"C{mid + w * 0.6} {y + 36} {mid - w * 0.6} {y + 36} {mid - w} {y + 16} Z"
    )
    part = Part("shell").solid(dome, kind.accent, 10, glow=5)
    for px, py, r in ((0, -34, 30), (-w * 0.56, -12, 20), (w * 0.56, -12, 20)):
        corners = [
            (mid + px + r * math.cos(math.radians(a)), y + py + r * 0.84 * math.sin(math.radians(a)))
            for a in range(0, 360, 60)
        ]
        part.fill(ink.both(dome, polygon(*corners, radius=5)), lit(kind.accent, 0.09))
    return part.solid(
        tube([(mid - w * 0.96, y + 18), (mid, y + 32), (mid + w * 0.96, y + 18)], [10, 12, 10]),
        lit(kind.accent, 0.05),
        3,
    )
