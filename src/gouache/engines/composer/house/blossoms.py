"""House drawings: further flowers, field plants and garden things."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    EARTH,
    LEAF,
    MOSS,
    OAK,
    STEEL,
    YELLOW,
    blob,
    block,
    both,
    box,
    clump,
    curve,
    disc,
    each,
    leaf,
    line,
    move,
    own,
    path,
    polar,
    poly,
    put,
    stroke,
    tint,
    turn,
    wall,
)


def stalk(x0: float, y0: float, x1: float, y1: float, bend: float = 0.0, width: float = 5.0) -> str:
    """A green stalk from its foot to its tip."""
    return stroke(f"M{x0} {y0}Q{(x0 + x1) / 2 + bend} {(y0 + y1) / 2} {x1} {y1}", MOSS, width)


def petals(x: float, y: float, r: float, count: int, width: float, fill: str, first: float = 0.0) -> str:
    """A round of petals seen from the front."""
    return each(count, lambda i: leaf(x, y, *polar(x, y, r, first + i * 360 / count), width, fill))


@house("lily")
def lily(brush: Brush) -> Drawing:
    c = tint(brush, "#fbf6f0")
    throat = own(brush, "#f2a9c0", -0.1)
    stems = stalk(52, 150, 52, 62) + leaf(52, 140, 14, 84, 0.22, LEAF) + leaf(52, 140, 92, 88, 0.22, MOSS) + leaf(52,
        116, 84, 64, 0.2, LEAF)
    bloom = petals(52, 46, 50, 3, 0.5, dark(c, 0.05), -30) + petals(52, 46, 50, 3, 0.54, c, -90) + each(6,
        lambda i: line([polar(52, 46, 10, -90 + i * 60), polar(52, 46, 34, -90 + i * 60)], throat, 2.4))
    core = disc(52, 46, 9, "#bcd66a") + each(6, lambda i: line([(52, 46), polar(52, 46, 20, -60 + i * 60)], "#9fc25a",
        2) + turn(-60 + i * 60, *polar(52, 46, 21, -60 + i * 60), disc(*polar(52, 46, 21, -60 + i * 60), 2.4,
        "#c9682f", 4.4)))
    return put("lily", (8.5, -4, 86.5, 156.5), stems, bloom, core, grip=(52, 130))


@house("lavender")
def lavender(brush: Brush) -> Drawing:
    c = tint(brush, "#8e6cc8")
    def spike(x: float, y: float, lean: float) -> str:
        buds = each(7, lambda i: disc(x - 6 + i * 0.5, y + i * 9, 6 - abs(i - 4) * 0.5, dark(c, 0.03 * (i % 2)), 5)
            + disc(x + 6 - i * 0.5, y + 3 + i * 9, 6 - abs(i - 4) * 0.5, dark(c, 0.07), 5)
            + disc(x, y - 2 + i * 9, 4.4, light(c, 0.06), 5))
        return turn(lean, x, 150, line([(x, 150), (x, y + 50)], MOSS, 3.4), buds)
    leaves = "".join(leaf(60, 150, x, y, 0.08, k) for x, y, k in ((16, 104, LEAF), (104, 106, MOSS), (38, 92, MOSS),
        (84, 94, LEAF)))
    return put("lavender", (-3.5, -5, 127.5, 156.5), spike(60, 18, -24), spike(60, 14, 24), leaves,
        spike(60, 12, -11), spike(60, 8, 12), spike(60, 2, 0), grip=(60, 132))


@house("dandelion")
def dandelion(brush: Brush) -> Drawing:
    c = tint(brush, "#f4f6f4")
    seeds = each(24, lambda i: line([(60, 46), polar(60, 46, 33, i * 15)], dark(c, 0.15), 1.2)
        + each(3, lambda k: line([polar(60, 46, 32, i * 15), polar(60, 46, 42, i * 15 - 8 + k * 8)], dark(c, 0.05),
        1.5))) + each(14, lambda i: line([(60, 46), polar(60, 46, 17, i * 25.7 + 6)], dark(c, 0.18), 1.2)
        + disc(*polar(60, 46, 20, i * 25.7 + 6), 4.4, light(c, 0.01)))
    def seed(x: float, y: float) -> str:
        return line([(x, y), (x - 8, y + 11)], dark(c, 0.2), 1.4) + each(5,
            lambda k: line([(x, y), polar(x, y, 8, -100 + k * 25)], dark(c, 0.06), 1.5))
    flying = seed(118, 18) + seed(132, 46)
    leaves = "".join(leaf(62, 152, x, y, 0.16, k) for x, y, k in ((14, 130, MOSS), (30, 108, LEAF), (108, 126, MOSS),
        (94, 106, LEAF)))
    return put("dandelion", (14, 3, 127, 151.5), stalk(62, 152, 60, 50, 8, 4.5), leaves, disc(60, 46, 43, c, o=0.7),
        seeds, disc(60, 46, 7, "#b58a55"), flying, grip=(62, 134))


@house("poppy")
def poppy(brush: Brush) -> Drawing:
    c = tint(brush, "#df3a32")
    bud = turn(24, 92, 66, disc(92, 66, 9, LEAF, 13), path("M88 54Q92 46 96 54L92 66z", c))
    bloom = blob([(52, 84), (18, 72), (4, 44), (14, 18), (34, 20), (52, 8), (72, 18), (92, 20), (100, 46), (84, 74)],
        dark(c, 0.1)) + blob([(52, 60), (26, 66), (4, 46), (14, 18), (36, 22), (50, 40)],
        c) + blob([(54, 60), (80, 66), (99, 46), (92, 20), (70, 20), (54, 40)],
        dark(c, 0.04)) + blob([(52, 84), (24, 76), (20, 52), (52, 58), (84, 52), (82, 74)], light(c, 0.04))
    core = disc(52, 50, 13, "#35303a", 11) + disc(52, 48, 6, "#8fae5c", 5) + each(10,
        lambda i: disc(*polar(52, 50, 16, i * 36), 1.8, "#2b2630"))
    return put("poppy", (3.5, 8, 98.5, 148.5), stalk(60, 154, 54, 80, -8, 4.5), stalk(60, 140, 90, 78, 12, 3.4), bud,
        leaf(58, 138, 20, 108, 0.16, LEAF), leaf(59, 146, 96, 122, 0.16, MOSS), bloom, core, grip=(60, 136))


@house("orchid")
def orchid(brush: Brush) -> Drawing:
    c = tint(brush, "#d878c4")
    def flower(x: float, y: float, k: float) -> str:
        lip = blob([(0, -2), (10, 6), (8, 18), (0, 22), (-8, 18), (-10, 6)], dark(c, 0.22)) + disc(0, 3, 4.4, YELLOW)
        return move(x, y, petals(0, 0, 30, 3, 0.3, dark(c, 0.06), -90),
            both(0, blob([(2, 0), (14, -16), (32, -12), (34, 4), (18, 12)], c)), lip, scale=k)
    pot = wall(34, 130, 44, 34, own(brush, "#5fa3a0", -0.2), 6, 34) + disc(56, 130, 22, dark(EARTH, 0.04), 6)
    leaves = path("M56 132Q20 102 2 124Q24 140 56 136z", LEAF) + path("M56 132Q92 98 116 118Q96 140 56 136z",
        MOSS) + path("M56 134Q44 104 24 96Q30 124 56 136z", light(LEAF, 0.03))
    stem = stroke("M58 132C62 90 66 50 40 22Q28 10 12 14", MOSS, 4) + disc(10, 16, 4, c, 5.5)
    return put("orchid", (2, 3, 114, 165.5), pot, leaves, stem, flower(34, 24, 0.7), flower(70, 46, 0.9),
        flower(50, 76, 0.92))


@house("lotus")
def lotus(brush: Brush) -> Drawing:
    c = tint(brush, "#f28cae")
    def petal(angle: float, r: float, w: float, k: str) -> str:
        return leaf(80, 84, *polar(80, 84, r, angle), w, k)
    back = "".join(petal(a, 74, 0.34, dark(c, 0.05)) for a in (-150, -30, -122, -58)) + petal(-90, 80, 0.34,
        dark(c, 0.02))
    mid = "".join(petal(a, 70, 0.32, c) for a in (-166, -14, -136, -44)) + "".join(petal(a, 72, 0.3, light(c, 0.05))
        for a in (-108, -72))
    front = "".join(petal(a, 58, 0.36, light(c, 0.08)) for a in (-150, -30)) + "".join(petal(a, 54, 0.36,
        light(c, 0.11)) for a in (-118, -62)) + petal(-90, 50, 0.38, light(c, 0.13))
    pads = disc(80, 90, 80, dark(MOSS, 0.02), 14) + disc(76, 88, 72, LEAF, 11)
    return put("lotus", (0, 4, 160, 100), pads, back, mid, front, box(76, 82, 8, 4, YELLOW, 2))


@house("water lily")
def water_lily(brush: Brush) -> Drawing:
    c = tint(brush, "#fdf3f6")
    pad = path("M80 70L164 62A84 22 0 1 0 146 86z", dark(MOSS, 0.03)) + path("M80 68L158 60A79 19 0 1 0 140 81z", LEAF)
    small = disc(168, 88, 28, dark(MOSS, 0.02), 8) + disc(166, 87, 25, LEAF, 6.5)
    def petal(angle: float, r: float, k: str) -> str:
        return leaf(76, 62, *polar(76, 62, r, angle), 0.28, k)
    blush = dark(c, 0.06)
    bloom = "".join(petal(a, 50, blush) for a in (-168, -12, -142, -38, -118, -62, -90)) + "".join(petal(a, 40, c)
        for a in (-155, -25, -130, -50, -104, -76)) + disc(76, 54, 12, YELLOW, 7) + each(5,
        lambda i: line([(68 + i * 4, 54), (66 + i * 5, 44)], "#f2b63a", 2.4))
    return put("water lily", (2.5, 12, 193.5, 84), pad, small, bloom)


@house("corn plant")
def corn_plant(brush: Brush) -> Drawing:
    c = tint(brush, "#f6c83e")
    def ear(x: float, y: float, lean: float) -> str:
        kernels = each(6, lambda r: each(3, lambda i: disc(x - 6 + i * 6, y + 8 + r * 6, 2.5, dark(c, 0.1))))
        return turn(lean, x, y + 50, disc(x, y + 26, 11, c, 26), kernels,
            path(f"M{x - 13} {y + 22}Q{x - 16} {y + 50} {x} {y + 58}Q{x + 16} {y + 50} {x + 13} {y + 22}Q{x + 4} "
            f"{y + 40} {x} {y + 50}Q{x - 4} {y + 40} {x - 13} {y + 22}z", LEAF),
            stroke(f"M{x - 3} {y + 2}q-2-8-8-8M{x} {y}q0-8 0-12M{x + 3} {y + 2}q3-8 8-7", "#c98a3e", 2))
    leaves = "".join(path(d, k) for d, k in (("M56 150C40 116 16 108 -4 126C10 96 46 104 57 136z", LEAF),
        ("M56 150C74 112 98 100 118 120C104 88 66 98 56 136z", MOSS),
        ("M56 110C44 72 22 60 0 74C14 44 50 60 57 96z", MOSS), ("M56 104C70 66 92 56 112 70C98 40 64 54 56 92z",
        LEAF)))
    tassel = "".join(line([(57, 40), p], "#dcb45a", 3) for p in ((57, 2), (42, 10), (72, 10), (33, 24), (81, 24)))
    return put("corn plant", (-4, 0, 122, 181.5), line([(57, 178), (57, 36)], MOSS, 7),
        line([(55, 176), (55, 40)], LEAF, 2.4), tassel, leaves, ear(78, 70, 18), ear(38, 94, -18))


@house("bamboo")
def bamboo(brush: Brush) -> Drawing:
    c = tint(brush, "#7cba4c")
    def cane(x: float, top: float, lean: float, k: str) -> str:
        return turn(lean, x, 180, each(5, lambda i: block(x, top + i * (178 - top) / 5, 13, (178 - top) / 5 - 2.4, k,
            3, 0.36) + box(x - 1.5, top + (i + 1) * (178 - top) / 5 - 4, 16, 4.4, dark(k, 0.1), 2)))
    sprigs = "".join(leaf(x, y, x + dx, y + dy, 0.2, k) for x, y, dx, dy,
        k in ((34, 40, -30, -12, LEAF), (34, 40, -24, 12, MOSS), (34, 42, -6, -24, LEAF), (84, 60, 32, -14, MOSS),
        (84, 60, 28, 12, LEAF), (84, 60, 12, -26, LEAF), (62, 100, 34, 4, MOSS), (62, 100, 26, 22, LEAF),
        (34, 112, -32, 2, LEAF), (34, 112, -24, 20, MOSS)))
    return put("bamboo", (2, 0, 114, 179.5), cane(74, 22, 3, dark(c, 0.05)), cane(24, 14, -3, dark(c, 0.02)),
        cane(48, 0, 0, c), sprigs)


@house("flower pot")
def flower_pot(brush: Brush) -> Drawing:
    c = tint(brush, "#c8693f")
    blooms = "".join(stalk(54, 84, x, y + 4, 0, 3.4) + petals(x, y, 15, 8, 0.3, k) + disc(x, y, 5.4, YELLOW) for x, y,
        k in ((24, 40, "#ef6f8f"), (84, 38, "#f2a03f"), (54, 20, "#8f6fd8")))
    leaves = "".join(leaf(54, 86, x, y, 0.26, k) for x, y, k in ((12, 66, LEAF), (96, 64, MOSS), (34, 54, MOSS),
        (74, 54, LEAF)))
    return put("flower pot", (9, 5, 90, 145.5), leaves, blooms, disc(54, 88, 38, dark(EARTH, 0.04), 7),
        wall(20, 94, 68, 52, c, 6, 48), block(10, 84, 88, 17, light(c, 0.04), 3, 0.24), mouth_rim=(54, 84))


@house("vine")
def vine(brush: Brush) -> Drawing:
    c = tint(brush, "#55a350")
    stem = stroke("M20 0C50 20 4 48 32 70S16 118 44 138S30 166 40 180", dark(c, 0.16),
        4.5) + stroke("M32 70q22-4 24 12q-2 8-10 4M38 132q-24-2-24 14q3 8 10 3", dark(c, 0.12), 2.4)
    def foliage(x: float, y: float, angle: float, k: str) -> str:
        return turn(angle, x, y, path(f"M{x} {y}C{x - 4} {y - 12} {x + 2} {y - 18} {x + 10} {y - 14}C{x + 16} "
            f"{y - 20} {x + 30} {y - 12} {x + 36} {y}C{x + 30} {y + 12} {x + 16} {y + 20} {x + 10} {y + 14}C{x + 2} "
            f"{y + 18} {x - 4} {y + 12} {x} {y}z", k), path(f"M{x} {y}H{x + 36}C{x + 30} {y + 12} {x + 16} {y + 20} "
            f"{x + 10} {y + 14}C{x + 2} {y + 18} {x - 4} {y + 12} {x} {y}z", dark(k, 0.07)),
            line([(x, y), (x + 28, y)], light(k, 0.1), 1.4))
    spots = ((30, 14, -30), (26, 30, 160), (18, 50, 190), (32, 66, -20), (32, 88, 10), (22, 100, 170), (26, 120, -10),
        (42, 134, 20), (38, 150, 170), (36, 168, 40))
    return put("vine", (-17.5, -9.5, 93.5, 203.5), stem, "".join(foliage(x, y, a,
        (c, light(c, 0.03), dark(c, 0.04))[i % 3]) for i, (x, y, a) in enumerate(spots)))


@house("ivy")
def ivy(brush: Brush) -> Drawing:
    c = tint(brush, "#3f8f52")
    def star_leaf(x: float, y: float, angle: float, k: float, fill: str) -> str:
        return turn(angle, x, y, move(x, y, poly([(0, -2), (-9, -10), (-22, -2), (-14, 10), (-13, 20), (0, 34),
            (13, 20), (14, 10), (22, -2), (9, -10)], fill, 4), poly([(0, -2), (0, 34), (13, 20), (14, 10), (22, -2),
            (9, -10)], dark(fill, 0.07), 3), line([(0, 0), (0, 26)], light(fill, 0.12), 1.4),
            line([(0, 4), (-12, 4)], light(fill, 0.12), 1.2), line([(0, 4), (12, 4)], light(fill, 0.12), 1.2),
            scale=k))
    stems = stroke("M4 10C40 24 70 4 104 14S150 30 160 20M40 18C44 50 34 70 44 96M104 14C112 50 98 74 108 120M72 "
        "12C74 30 68 44 74 62", dark(c, 0.14), 3.4)
    spots = ((16, 14, 20, 0.8), (40, 22, -30, 0.9), (60, 14, 10, 0.85), (84, 12, -20, 0.9), (106, 20, 24, 0.9),
        (128, 22, -12, 0.8), (152, 20, 12, 0.75), (34, 48, 30, 0.8), (50, 66, -36, 0.8), (42, 92, 6, 0.95),
        (72, 36, -20, 0.7), (75, 58, 10, 0.8), (100, 50, 36, 0.8), (114, 70, -34, 0.8), (100, 92, 30, 0.75),
        (108, 116, -4, 0.95))
    return put("ivy", (0, 1, 167.5, 146), stems, "".join(star_leaf(x, y, a, k,
        (c, light(c, 0.05), dark(c, 0.03))[i % 3]) for i, (x, y, a, k) in enumerate(spots)))


@house("pumpkin")
def pumpkin(brush: Brush) -> Drawing:
    c = tint(brush, "#ee8a2c")
    lobes = both(75, disc(30, 72, 29, dark(c, 0.08), 44)) + disc(112, 74, 27, dark(c, 0.14), 44) + both(75,
        disc(50, 70, 29, dark(c, 0.02), 50)) + disc(98, 72, 27, dark(c, 0.08), 49) + disc(75, 70, 25, light(c, 0.03),
        52) + curve([(20, 88), (16, 70), (24, 50)], light(c, 0.1), 4)
    return put("pumpkin", (1, -2, 148, 124), lobes, path("M66 28Q70 14 60 4L74 -2Q86 8 86 28Q76 34 66 28z", MOSS),
        path("M78 2Q86 10 86 28Q82 31 77 31Q80 14 72 -1z", dark(MOSS, 0.06)),
        stroke("M88 24C104 12 116 24 108 32S104 44 114 42", LEAF, 3),
        curve([(60, 36), (52, 52), (50, 72)], dark(c, 0.12), 2), curve([(90, 36), (98, 52), (100, 72)], dark(c, 0.18),
        2), top=(75, 22))


@house("haystack")
def haystack(brush: Brush) -> Drawing:
    c = tint(brush, "#e6bd55")
    body = path("M4 120C0 80 20 30 60 10Q76 2 90 10C134 30 152 80 148 120Q76 132 4 120z",
        c) + path("M100 16C136 40 152 84 148 120Q126 124 104 125C124 90 124 46 100 16z", dark(c, 0.08))
    straws = "".join(line([(x, y), (x + dx, y + 15)], k, 2.6) for x, y, dx,
        k in ((60, 22, -6, dark(c, 0.12)), (84, 26, 5, dark(c, 0.12)), (40, 48, -7, dark(c, 0.12)),
        (72, 46, 1, light(c, 0.09)), (102, 52, 7, dark(c, 0.16)), (26, 78, -5, dark(c, 0.12)),
        (54, 74, -3, light(c, 0.09)), (86, 78, 3, dark(c, 0.12)), (118, 82, 6, dark(c, 0.18)),
        (40, 102, -4, dark(c, 0.12)), (70, 104, 0, dark(c, 0.12)), (102, 104, 4, dark(c, 0.16)),
        (132, 106, 4, dark(c, 0.18)), (16, 104, -4, light(c, 0.09))))
    fringe = each(13, lambda i: line([(8 + i * 11.5, 118), (4 + i * 12.2, 128 + i % 2 * 3)], dark(c, 0.06), 3))
    return put("haystack", (2.5, 0, 149.5, 132.5), fringe, body, straws,
        turn(12, 120, 60, line([(126, 128), (126, 20)], OAK, 4.5), stroke("M116 2V14Q116 22 126 22T136 14V2M126 2V22",
        STEEL, 3)), top=(76, 8), seat=(76, 12))


@house("autumn tree")
def autumn_tree(brush: Brush) -> Drawing:
    c = tint(brush, "#e8823a")
    trunk = path("M64 174C70 150 70 128 66 100L44 78L50 74L72 92L74 70H82L84 96L108 72L114 77L90 104C88 130 90 152 "
        "98 174z", OAK) + path("M82 70H84L84 96L108 72L114 77L90 104C88 130 90 152 98 174H86C80 140 80 100 82 70z",
        dark(OAK, 0.06))
    crown = clump([(36, 66, 28), (122, 66, 28), (28, 44, 22), (132, 44, 20), (58, 30, 28), (100, 28, 29),
        (80, 56, 34), (80, 16, 20)], c)
    dabs = clump([(118, 40, 19), (104, 26, 15), (128, 56, 12)], own(brush, "#f2b53c", 0.07)) + clump([(42, 66, 18),
        (58, 76, 13), (28, 56, 13)], own(brush, "#d2553a", -0.07))
    falling = "".join(turn(a, x, y, leaf(x - 7, y, x + 7, y, 0.34, k)) for x, y, a,
        k in ((24, 122, 30, "#e8823a"), (126, 116, -40, "#cf4f35"), (112, 146, 20, "#f2b53c"),
        (40, 152, -20, "#cf4f35")))
    ground = disc(80, 174, 56, "#d98a42", 6) + each(5, lambda i: turn(i * 50, 44 + i * 18, 172,
        leaf(38 + i * 18, 172, 50 + i * 18, 172, 0.34, ("#e8823a", "#cf4f35", "#f2b53c")[i % 3])))
    return put("autumn tree", (6, -4, 146, 184), ground, trunk, crown, dabs, falling)
