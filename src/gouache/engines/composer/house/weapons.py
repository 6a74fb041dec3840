"""House drawings: things of knights, wizards and pirates."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    GOLD,
    INK,
    IRON,
    OAK,
    RED,
    STEEL,
    STONE,
    WHITE,
    WOOD,
    arc,
    ball,
    block,
    both,
    box,
    curve,
    disc,
    each,
    line,
    move,
    own,
    path,
    polar,
    poly,
    put,
    ring,
    slab,
    star,
    stroke,
    taper,
    tint,
    turn,
    wheel,
)

FLAME, CORE = "#f28a2e", "#fbd04c"


def flames(x: float, y: float, k: float) -> str:
    """A fire whose foot is at (x, y), 60 k units high."""
    return move(x, y, path("M0 0C-24 -2 -24 -24 -10 -36C-10 -28 -4 -28 -4 -36C-4 -48 4 -54 6 -62C10 -48 24 -36 20 "
        "-18C19 -6 12 -1 0 0z", FLAME), path("M1 0C-13 -2 -13 -16 -3 -26C0 -18 4 -22 5 -32C13 -22 14 -4 1 0z", CORE),
        scale=k)


@house("longbow")
def longbow(brush: Brush) -> Drawing:
    c = tint(brush, "#9a6236")
    limb = stroke("M70 4C52 8 58 26 46 42C30 62 30 88 46 108C58 124 52 142 70 146", c,
        7.5) + stroke("M68 5C53 10 59 27 47 43C33 62 32 84 44 104", light(c, 0.1), 2)
    return put("longbow", (29, 0, 45, 150), line([(69, 5), (69, 145)], "#e8e0cc", 1.8), limb,
        box(29.5, 62, 11, 27, own(brush, "#5d3a26", -0.16), 4), each(3,
        lambda i: line([(30, 68 + i * 7), (40, 66 + i * 7)], own(brush, "#7a5038", -0.06), 1.6)), grip=(36, 76))


@house("arrow")
def arrow(brush: Brush) -> Drawing:
    c = tint(brush, "#b57a45")
    feather = own(brush, RED, -0.08)
    fletch = poly([(4, 36), (20, 50), (44, 50), (28, 36)], feather, 1) + poly([(4, 64), (20, 50), (44, 50), (28, 64)],
        dark(feather, 0.09), 1)
    return put("arrow", (12, 0, 131, 107.5), turn(-38, 80, 50, fletch, box(8, 47.5, 130, 5, c, 2),
        box(8, 50, 130, 2.5, dark(c, 0.1), 1), poly([(132, 38), (160, 50), (138, 50)], STEEL),
        poly([(132, 62), (160, 50), (138, 50)], dark(STEEL, 0.14))), grip=(80, 50))


@house("spear")
def spear(brush: Brush) -> Drawing:
    c = tint(brush, "#9a6a3f")
    head = path("M30 -10C42 10 42 26 34 40H26C18 26 18 10 30 -10z", STEEL) + path("M30 -10C42 10 42 26 34 40H30z",
        dark(STEEL, 0.13))
    return put("spear", (20.5, -10, 19.5, 228), block(27, 38, 6.5, 180, c, 2, 0.4), head,
        box(25, 36, 10, 12, own(brush, GOLD, 0.12), 2), path("M26 48Q18 60 22 70L30 58L36 72Q42 " "60 34 48z", RED),
        box(26.5, 116, 7.5, 24, own(brush, "#5d3a26", -0.14), 2), grip=(30, 128))


@house("dagger")
def dagger(brush: Brush) -> Drawing:
    c = tint(brush, "#c3ccd4")
    gold = own(brush, GOLD, -0.14)
    return put("dagger", (14, 0, 52, 139), poly([(40, 0), (51, 22), (48, 86), (32, 86), (29, 22)], c, 2),
        poly([(40, 0), (51, 22), (48, 86), (40, 86)], dark(c, 0.13), 1), box(39, 24, 2.4, 56, dark(c, 0.2), 1),
        slab(14, 84, 52, 10, gold, 5), block(34, 92, 12, 32, OAK, 2, 0.36),
        each(4, lambda i: line([(34, 98 + i * 7), (46, 95 + i * 7)], light(OAK, 0.1), 1.8)), ball(40, 130, 9, gold),
        disc(40, 89, 3.4, RED), grip=(40, 108))


@house("catapult")
def catapult(brush: Brush) -> Drawing:
    c = tint(brush, "#a9713f")
    frame = block(10, 96, 150, 13, c, 3, 0.1) + line([(60, 98), (86, 34)], dark(c, 0.06),
        10) + line([(112, 98), (86, 34)], dark(c, 0.12), 10) + line([(74, 66), (100, 66)], dark(c, 0.16), 7)
    arm = line([(30, 104), (150, 6)], light(c, 0.04), 9) + line([(32, 99), (148, 4)], light(c, 0.12), 2)
    bucket = path("M132 14Q158 34 174 4Q160 -14 150 -8z", dark(c, 0.14)) + ball(156, -6, 14, STONE)
    rope = each(4, lambda i: line([(36 + i * 4, 90 + i * 3), (28 + i * 4, 102 + i * 2)], "#e0cfa4", 2.4)) + disc(86,
        36, 8, IRON) + disc(85, 35, 4, STEEL)
    return put("catapult", (10, -20, 164, 150), frame, bucket, arm, rope, wheel(36, 112, 18, WOOD, OAK, 0.24),
        wheel(136, 112, 18, WOOD, OAK, 0.24), facing="left", top=(86, 30))


@house("cannon")
def cannon(brush: Brush) -> Drawing:
    c = tint(brush, "#4a505b")
    barrel_ = turn(12, 90, 60, path("M8 42L120 34Q142 36 144 58Q142 80 120 82L8 74z", c),
        path("M8 60L144 60Q142 80 120 82L8 74z", dark(c, 0.09)), box(4, 36, 14, 44, light(c, 0.05), 4),
        box(4, 60, 14, 20, dark(c, 0.05), (0, 0, 4, 4)), box(46, 36, 8, 44, dark(c, 0.12), 2),
        box(104, 33, 9, 50, dark(c, 0.12), 2), ball(150, 58, 8, c), disc(4.5, 58, 3, "#1f2329", 15),
        line([(20, 47), (100, 41)], light(c, 0.13), 3))
    fuse = stroke("M126 44Q130 34 138 36", "#d8c7a0", 3) + star(141, 34, 8, CORE, 8, 0.4) + disc(141, 34, 2.6, WHITE)
    carriage = path("M52 86L150 96L176 120H140L128 108H60z", WOOD) + path("M60 100L128 108L140 120H176L168 112L136 "
        "102z", dark(WOOD, 0.1))
    return put("cannon", (2.5, 19.5, 173.5, 106.5), carriage, barrel_, fuse, wheel(88, 98, 28, WOOD, OAK, 0.22),
        each(6, lambda i: line([polar(88, 98, 7, i * 60 + 15), polar(88, 98, 21, i * 60 + 15)], OAK, 3.4)),
        disc(88, 98, 6, IRON), facing="left")


@house("armor")
def armor(brush: Brush) -> Drawing:
    c = tint(brush, "#b9c4cf")
    gold = own(brush, GOLD, -0.14)
    legs = block(38, 112, 18, 58, dark(c, 0.05), 5, 0.36) + block(62, 112, 18, 58, dark(c, 0.09), 5, 0.36) + disc(47,
        136, 10, c) + disc(71, 136, 10, dark(c, 0.04)) + path("M26 178Q28 168 40 166H57V178z",
        c) + path("M92 178Q90 168 78 166H61V178z", dark(c, 0.08))
    arms = taper(24, 58, 14, 90, 20, 15, dark(c, 0.05)) + taper(94, 58, 104, 90, 20, 15, dark(c, 0.1)) + taper(14, 90,
        16, 114, 15, 14, c) + taper(104, 90, 102, 114, 15, 14, dark(c, 0.06)) + disc(14, 90, 9,
        light(c, 0.04)) + disc(104, 90, 9, dark(c, 0.02)) + disc(16, 118, 9, dark(c, 0.08)) + disc(102, 118, 9,
        dark(c, 0.13))
    chest = path("M30 50Q59 40 88 50L84 96H34z", c) + path("M59 44Q76 45 88 50L84 96H59z",
        dark(c, 0.08)) + path("M34 96H84L92 122Q59 132 26 122z", dark(c,
        0.04)) + path("M59 96H84L92 122Q76 127 59 127.500z", dark(c, 0.12)) + box(32, 92, 54, 8, gold,
        3) + line([(40, 56), (40, 84)], light(c, 0.1), 3)
    pads = disc(26, 54, 17, light(c, 0.03), 14) + disc(92, 54, 17, dark(c, 0.05), 14) + arc(26, 54, 13, 180, 330,
        light(c, 0.12), 2.4, 10)
    helmet = path("M40 40V20Q42 2 59 0Q76 2 78 20V40Q59 50 40 40z", c) + path("M59 0Q76 2 78 20V40Q70 45 59 45z",
        dark(c, 0.09)) + box(44, 20, 30, 5, INK, 2) + box(57, 24, 4, 20, gold, 2) + each(3,
        lambda i: disc(66 + i * 4, 33, 1.3, INK) + disc(52 - i * 4, 33, 1.3,
        INK)) + path("M56 2Q58 -20 84 -14Q96 -8 94 10Q84 -4 62 4z", RED)
    return put("armor", (5, -15.5, 108, 193.5), legs, arms, chest, pads, helmet, neck=(59, 44))


@house("crystal ball")
def crystal_ball(brush: Brush) -> Drawing:
    c = tint(brush, "#a58be8")
    gold = own(brush, GOLD, -0.2)
    glow = path("M22 60Q36 40 54 56T92 48Q98 76 76 92Q48 104 28 84Q18 72 22 60z",
        light(c, 0.08)) + path("M40 74Q52 60 66 72T88 68Q84 88 64 92Q46 92 40 74z", light(c, 0.16))
    stand = path("M28 98Q58 112 88 98L98 120H18z", gold) + path("M66 106Q78 104 88 98L98 120H72z",
        dark(gold, 0.1)) + slab(12, 118, 92, 9, gold, 4)
    return put("crystal ball", (6, 4, 104, 123), stand, ball(58, 56, 52, c, shine=False), glow,
        turn(-35, 36, 28, disc(36, 28, 17, WHITE, 8, 0.85)), disc(22, 50, 3.4, WHITE, 6, 0.8),
        star(72, 62, 8, WHITE, 4, 0.3), star(50, 80, 5, WHITE, 4, 0.3), star(84, 36, 4.5, WHITE, 4, 0.3),
        grip=(58, 110))


@house("potion")
def potion(brush: Brush) -> Drawing:
    c = tint(brush, "#9a54d0")
    glass = "#d9eef2"
    body = path("M40 16H64V44Q92 56 92 86A40 36 0 0 1 12 86Q12 56 40 44z",
        glass) + path("M18 76Q36 68 52 76T86 76Q88 82 88 86A36 32 0 0 1 16 86Q16 80 18 76z",
        c) + path("M70 79Q78 80 86 76Q88 82 88 86A36 32 0 0 1 56 117.700Q80 106 70 79z", dark(c, 0.09))
    bubbles = disc(38, 92, 5, light(c, 0.16)) + disc(56, 100, 3.6, light(c, 0.16)) + disc(60, 86, 4.4,
        light(c, 0.12)) + disc(46, 62, 4, light(c, 0.1)) + disc(56, 52, 2.8, light(c, 0.1)) + star(44, 105, 5, WHITE,
        4, 0.3)
    return put("potion", (12, -2, 80, 124), block(42, -2, 20, 22, "#b9834c", 3, 0.36), body, bubbles,
        slab(36, 12, 32, 8, light(glass, 0.04), 4), curve([(24, 82), (26, 68), (36, 58)], WHITE, 4),
        box(40, 34, 24, 5, own(brush, GOLD, -0.1), 2), grip=(52, 90))


@house("cauldron")
def cauldron(brush: Brush) -> Drawing:
    c = tint(brush, "#454b56")
    brew = "#7fce4a"
    feet = taper(34, 112, 26, 134, 14, 8, dark(c, 0.08)) + taper(106, 112, 114, 134, 14, 8, dark(c, 0.12))
    pot = path("M18 34C-6 60 4 118 48 124H92C136 118 146 60 122 34z",
        dark(c, 0.08)) + path("M18 34C-6 60 4 118 48 124H72C112 110 118 66 100 34z",
        c) + curve([(18, 62), (17, 80), (24, 96)], light(c, 0.14), 5)
    bubbles = ball(48, 18, 11, brew) + ball(74, 10, 14, brew) + ball(96, 22, 9, brew) + disc(60, -8, 5,
        brew) + disc(88, -12, 3.6, brew)
    drip = path("M30 34H62V52Q58 60 54 52V46Q50 40 46 48V66Q40 74 36 66V46Q30 42 30 34z", brew)
    rings = ring(3, 62, 8, IRON, 4) + ring(137, 62, 8, IRON, 4)
    return put("cauldron", (-7, -15.5, 154, 153.5), feet, rings, disc(70, 30, 58, dark(c, 0.14), 14),
        disc(70, 30, 50, dark(brew, 0.08), 10), disc(68, 30, 46, brew, 8), bubbles, pot,
        path("M12 28Q70 54 128 28Q132 36 " "126 42Q70 62 14 42Q8 36 12 28z", light(c, 0.06)), drip,
        mouth_rim=(70, 30), front=pot)


@house("broomstick")
def broomstick(brush: Brush) -> Drawing:
    c = tint(brush, "#9a6236")
    straw = "#dcae58"
    bristles = path("M112 46C140 26 168 24 190 30Q176 44 196 50Q180 56 194 70Q166 76 138 70Q120 64 112 58z",
        straw) + path("M112 54Q150 58 194 70Q166 76 138 70Q120 64 112 58z",
        dark(straw, 0.09)) + "".join(line(p, dark(straw, 0.13), 2) for p in ([(128, 46), (178, 36)],
        [(128, 51), (184, 50)], [(128, 57), (176, 64)]))
    return put("broomstick", (-15.5, 7.5, 211, 79.5), turn(-14, 96, 52, stroke("M-16 56Q30 44 60 52T114 52", c, 7.5),
        stroke("M-16 54.500Q30 42.500 60 50T112 50.500", light(c, 0.1), 2), bristles,
        box(112, 44, 16, 16, own(brush, "#c0464a", -0.12), 3), box(112, 48, 16, 3, GOLD), box(112, 54, 16, 3, GOLD)),
        facing="left", seat=(84, 52), grip=(28, 64))


@house("throne")
def throne(brush: Brush) -> Drawing:
    c = tint(brush, "#c0353f")
    gold = GOLD if brush.base else own(brush, GOLD)
    back = path("M22 100V28Q22 12 34 12Q44 12 50 2Q60 -10 70 2Q76 12 86 12Q98 12 98 28V100z",
        gold) + path("M84 12Q98 12 98 28V100H86z", dark(gold, 0.1)) + box(32, 24, 56, 70, c, 12) + each(3,
        lambda r: each(3 - r % 2, lambda i: disc(44 + i * 16 + r % 2 * 8, 40 + r * 15, 2.2,
        dark(c, 0.14)))) + disc(60, 10, 6, RED) + disc(58.5, 8.5, 2, "#ff9a9a") + ball(22, 18, 7, gold) + ball(98, 18,
        7, gold)
    arms = block(6, 72, 18, 50, gold, 6, 0.3) + block(96, 72, 18, 50, dark(gold, 0.03), 6, 0.36) + box(6, 68, 20, 10,
        c, 5) + box(94, 68, 20, 10, dark(c, 0.04), 5)
    seat = slab(20, 88, 80, 16, light(c, 0.05), 7, 0.36) + block(18, 102, 84, 20, gold, 3, 0.1) + each(3,
        lambda i: star(38 + i * 22, 112, 5, dark(gold, 0.16), 4, 0.5))
    feet = both(60, path("M8 120H26L24 138Q14 144 8 136z", dark(gold, 0.12)))
    return put("throne", (-4, -4, 128, 149), feet, back, seat, arms, slab(-4, 136, 128, 9, "#8a2733", 3), front=arms,
        seat=(60, 92), top=(60, 92))


@house("torch")
def torch(brush: Brush) -> Drawing:
    c = tint(brush, "#8a5a34")
    return put("torch", (20.5, 0, 40.5, 150), poly([(33, 74), (47, 74), (44, 150), (36, 150)], c, 2),
        poly([(41, 74), (47, 74), (44, 150), (41, 150)], dark(c, 0.1), 1), flames(40, 62, 1.0),
        path("M24 56H56L50 78H30z", "#5a4436"), path("M44 56H56L50 78H44z", dark("#5a4436", 0.06)),
        box(22, 52, 36, 7, IRON, 2), box(28, 70, 24, 6, IRON, 2), grip=(40, 116))


@house("lantern")
def lantern(brush: Brush) -> Drawing:
    c = tint(brush, "#4a505b")
    glow = "#ffe08a"
    glass = path("M22 52H70L76 116H16z", glow) + path("M58 52H70L76 116H60z", dark(glow, 0.06)) + flames(46, 114, 0.62)
    bars = line([(22, 52), (16, 116)], c, 5) + line([(70, 52), (76, 116)], dark(c, 0.05),
        5) + line([(36, 52), (33, 116)], c, 3) + line([(56, 52), (59, 116)], c, 3)
    return put("lantern", (8, 0, 76, 126), ring(46, 14, 12, c, 5), poly([(34, 24), (58, 24), (80, 52), (12, 52)], c,
        3), poly([(50, 24), (58, 24), (80, 52), (58, 52)], dark(c, 0.06), 2), glass, bars,
        slab(8, 48, 76, 8, light(c, 0.04), 3), slab(8, 114, 76, 12, c, 4),
        line([(36, 28), (24, 44)], light(c, 0.16), 3), grip=(46, 6))


@house("ship wheel")
def ship_wheel(brush: Brush) -> Drawing:
    c = tint(brush, "#a5683a")
    spokes = each(8, lambda i: turn(i * 45, 70, 70, block(66, 10, 8, 56, c, 3, 0.4),
        box(65, -2, 10, 22, light(c, 0.06), 5), box(66, 17, 8, 4, dark(c, 0.12), 1)))
    return put("ship wheel", (-2, -2, 144, 144), spokes, ring(70, 70, 43, c, 13),
        arc(70, 70, 47, 180, 290, light(c, 0.1), 3), arc(70, 70, 40, -10, 120, dark(c, 0.1), 6),
        each(8, lambda i: disc(*polar(70, 70, 43, i * 45 + 22.5), 2.2, own(brush, GOLD, 0.2))),
        disc(70, 70, 17, dark(c, 0.1)), disc(69, 69, 14, c), disc(70, 70, 7, own(brush, GOLD, 0.2)), grip=(70, 20))
