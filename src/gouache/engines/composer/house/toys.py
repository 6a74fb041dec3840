"""House drawings: toys and playgrounds."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    CREAM,
    GOLD,
    GREEN,
    INK,
    IRON,
    OAK,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    SKY,
    STEEL,
    TEAL,
    WHITE,
    YELLOW,
    arc,
    ball,
    bars,
    basin,
    block,
    both,
    box,
    curve,
    disc,
    dome,
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
    tint,
    turn,
)


@house("kite")
def kite(brush: Brush) -> Drawing:
    c = tint(brush, "#e5484d")
    tail = curve([(50, 104), (62, 118), (48, 130), (58, 144)], "#8a94a0",
        2.2) + "".join(turn(a, x, y, poly([(x, y), (x - 11, y - 6), (x - 11, y + 6)], k, 1)
        + poly([(x, y), (x + 11, y - 6), (x + 11, y + 6)], k, 1)) for x, y, a,
        k in ((60, 116, 20, own(brush, BLUE, -0.1)), (50, 130, -20, own(brush, YELLOW, 0.1))))
    return put("kite", (7.5, 1.5, 84.5, 143.5), tail, poly([(50, 2), (50, 42), (8, 42)], c, 1),
        poly([(50, 2), (92, 42), (50, 42)], own(brush, YELLOW, 0.09), 1),
        poly([(8, 42), (50, 42), (50, 106)], own(brush, BLUE, -0.06), 1),
        poly([(92, 42), (50, 106), (50, 42)], own(brush, GREEN, -0.11), 1),
        line([(50, 3), (50, 105)], dark(OAK, 0.04), 2.4), line([(9, 42), (91, 42)], dark(OAK, 0.04), 2.4),
        grip=(56, 144))


@house("swing")
def swing(brush: Brush) -> Drawing:
    c = tint(brush, "#d9534a")
    post = "#4a8fc4" if not brush.base else dark(c, 0.08)
    return put("swing", (4, 3.5, 142, 126.5), both(75, line([(26, 8), (8, 126)], post, 8),
        line([(26, 8), (44, 126)], dark(post, 0.07), 8)), line([(20, 8), (130, 8)], post, 9),
        line([(58, 10), (58, 92)], "#9aa5ae", 2.6), line([(92, 10), (92, 92)], "#9aa5ae", 2.6),
        slab(52, 90, 46, 9, c, 4), seat=(75, 90))


@house("slide")
def slide(brush: Brush) -> Drawing:
    c = tint(brush, "#f2b233")
    return put("slide", (-3, 3, 160.5, 116.5), line([(120, 30), (132, 116)], "#4a8fc4", 7),
        line([(146, 30), (154, 116)], "#3b7bb0", 7), each(4, lambda i: line([(124 + i * 2, 50 + i * 18),
        (148 + i * 2, 50 + i * 18)], "#3b7bb0", 5)), stroke("M118 34V12q0-6 6-6h18q6 0 6 6v22", "#4a8fc4", 6),
        box(108, 30, 46, 8, own(brush, RED, -0.16), 3), line([(70, 84), (70, 116)], "#3b7bb0", 7),
        stroke("M114 36C92 44 78 74 56 92C44 102 24 106 6 106", dark(c, 0.1), 18),
        stroke("M112 31C90 40 76 70 54 88C42 98 22 101 6 101", c, 11), facing="left", seat=(130, 28))


@house("seesaw")
def seesaw(brush: Brush) -> Drawing:
    c = tint(brush, "#e0584e")
    handle = stroke("M0 0V-12q0-5 5-5t5 5V0", IRON, 4)
    return put("seesaw", (3.5, 13, 161.5, 71), turn(-10, 85, 46, move(22, 42, handle), move(138, 42, handle),
        slab(4, 40, 162, 11, c, 5), box(4, 34, 20, 7, own(brush, BLUE, -0.14), 3),
        box(146, 34, 20, 7, own(brush, BLUE, -0.14), 3)), poly([(85, 46), (110, 84), (60, 84)],
        own(brush, "#4a8fc4", -0.08), 5), disc(85, 50, 6, STEEL), seat=(18, 50))


@house("carousel")
def carousel(brush: Brush) -> Drawing:
    c = tint(brush, "#e0506a")
    gores = path("M75 6L148 46H118L75 6z", dark(c, 0.06)) + path("M75 6L2 46H32L75 6z",
        c) + path("M75 6L32 46H62L75 6z", own(brush, CREAM, 0.18)) + path("M75 6L62 46H90L75 6z",
        c) + path("M75 6L90 46H118L75 6z", own(brush, "#eadbbb", 0.14))
    horses = "".join(move(x, y,
        path("M2 18C2 8 10 8 18 9L22 2Q28 -2 30 4L32 8 27 11C28 18 26 20 24 28H20L18 20H10L8 28H4z", k),
        box(14, 4, 7, 8, RED, 2)) for x, y, k in ((20, 74, WHITE), (60, 80, "#d9a86a"), (100, 74, "#b9a6d6")))
    poles = "".join(box(x, 48, 3, 68, GOLD) for x in (36, 76, 116))
    return put("carousel", (0, -1.5, 150, 133.5), box(62, 50, 26, 66, own(brush, "#f4dcc0", 0.14)), poles, horses,
        gores,
        path("M2 44H148V52q-7 10-15 0q-7 10-15 0q-7 10-14 0q-7 10-15 0q-7 10-14 0q-7 10-15 0q-7 10-14 0q-7 10-15 "
        "0q-7 10-15 0q-7 10-16 0z", dark(c, 0.03)), line([(75, 6), (75, 0)], GOLD, 3), disc(75, 4, 4, GOLD),
        slab(6, 114, 138, 10, c, 3), slab(0, 122, 150, 10, dark(c, 0.08), 3))


@house("ferris wheel")
def ferris_wheel(brush: Brush) -> Drawing:
    c = tint(brush, "#4a8fc4")
    hues = (RED, YELLOW, GREEN, ORANGE, PINK, PURPLE, TEAL, "#e8684a")
    cabins = "".join(move(x, y, line([(0, 0), (0, 5)], IRON, 2), dome(0, 10, 9, 7, own(brush, k, 0.08)),
        basin(0, 13, 9, 10, own(brush, k, 0.02)), box(-9, 9, 18, 5, WHITE)) for k,
        (x, y) in zip(hues, (polar(75, 70, 60, i * 45 + 22.5) for i in range(8)), strict=True))
    return put("ferris wheel", (10.5, 7.5, 129.5, 158.5), line([(75, 70), (40, 162)], dark(c, 0.1), 8),
        line([(75, 70), (110, 162)], dark(c, 0.1), 8), each(8,
        lambda i: line([(75, 70), polar(75, 70, 60, i * 45 + 22.5)], c, 3)), ring(75, 70, 60, c, 5),
        ring(75, 70, 44, c, 2.6), cabins, disc(75, 70, 9, dark(c, 0.14)), disc(75, 70, 4.5, GOLD),
        box(24, 158, 102, 8, dark(c, 0.16), 3))


@house("roller coaster")
def roller_coaster(brush: Brush) -> Drawing:
    c = tint(brush, "#e0484b")
    posts = "".join(line([(x, y), (x, 112)], "#b3bec8", 3) for x,
        y in ((14, 92), (32, 68), (50, 34), (66, 22), (84, 42), (102, 80), (120, 92), (140, 70), (158, 54), (176, 74)))
    return put("roller coaster", (-1, 17, 192, 96.5), posts,
        stroke("M2 100C30 90 40 20 66 20S92 94 120 94S140 54 158 54S180 72 188 80", c, 6),
        stroke("M2 106C34 96 44 28 66 28S90 101 120 101S142 62 158 62S178 78 188 88", dark(c, 0.1), 3),
        turn(62, 90, 46, each(3, lambda i: box(66 + i * 17, 30, 15, 12, (YELLOW, BLUE, GREEN)[i], 4))), facing="left")


@house("scarecrow")
def scarecrow(brush: Brush) -> Drawing:
    c = tint(brush, "#c8503f")
    straw = "#e3bf5a"
    tuft = each(5, lambda i: line([(10, 62), (0 + i % 2 * 2, 54 + i * 4)], straw, 3))
    return put("scarecrow", (-1.5, 0, 133.5, 164), box(61, 40, 8, 124, OAK), both(65, tuft),
        path("M46 52H84L122 54V72L88 74V118H42V74L8 72V54z", c),
        path("M76 52H84L122 54V72L88 74V118H74z", dark(c, 0.08)),
        each(3, lambda i: line([(44, 80 + i * 13), (86, 80 + i * 13)], light(c, 0.14), 2)),
        bars(3, (52, 54), 117, 12, light(c, 0.14), 2),
        each(6, lambda i: line([(46 + i * 7.6, 116), (44 + i * 8.4, 128)], straw, 3.4)),
        disc(65, 36, 18, "#e8cfa0", 19), disc(58, 34, 2.8, INK), disc(72, 34, 2.8, INK),
        poly([(65, 37), (69, 43), (61, 43)], ORANGE, 1), stroke("M56 47q9 6 18 0", INK, 2),
        path("M36 24Q65 34 94 24L84 20 74 2Q65 -2 56 2L46 20z", "#8a6a3c"), box(48, 15, 34, 5, "#5d4526", 2),
        eyes=(65, 34), crown=(65, 2), hand_left=(6, 63), hand_right=(124, 63))


@house("toy block")
def toy_block(brush: Brush) -> Drawing:
    c = tint(brush, "#4a90d9")
    return put("toy block", (4, 4, 102, 104), poly([(4, 24), (26, 4), (106, 4), (84, 24)], light(c, 0.1), 2),
        poly([(84, 24), (106, 4), (106, 86), (84, 108)], dark(c, 0.12), 2), box(4, 24, 80, 84, c, 4),
        box(14, 34, 60, 64, light(c, 0.2), 4), star(44, 66, 22, c, soft=2), text=(16, 36, 56, 60), top=(54, 14))


@house("dice")
def dice(brush: Brush) -> Drawing:
    c = tint(brush, "#f2f2ef")
    pip = "#2f3742" if not brush.base else WHITE
    return put("dice", (4, 3.5, 102, 104.5), poly([(55, 2), (106, 26), (55, 52), (4, 26)], light(c, 0.04), 9),
        poly([(4, 26), (55, 52), (55, 110), (4, 82)], c, 7), poly([(106, 26), (55, 52), (55, 110), (106, 82)],
        dark(c, 0.11), 7), disc(55, 27, 7, pip, 4.6), "".join(disc(x, y, 4.6, pip, 6) for x,
        y in ((18, 46), (42, 92), (30, 69))), "".join(disc(x, y, 4.6, pip, 6) for x,
        y in ((70, 60), (92, 50), (70, 92), (92, 80))))


@house("puzzle piece")
def puzzle_piece(brush: Brush) -> Drawing:
    c = tint(brush, "#57a85c")
    d = (
        "M8 34H42C36 14 50 4 58 4S80 14 74 34H108V66C128 60 138 74 138 82S128 104 108 98V128H74"
        "C80 108 66 98 58 98S36 108 42 128H8z"
    )
    return put("puzzle piece", (6, 1, 132, 127), path(d, dark(c, 0.1)), move(-2, -3, path(d, c)),
        line([(14, 40), (14, 96)], light(c, 0.13), 3.4))


@house("robot")
def robot(brush: Brush) -> Drawing:
    c = tint(brush, "#8fa6b8")
    arm = line([(22, 84), (10, 104)], dark(c, 0.08), 10) + disc(9, 108, 8, dark(c, 0.16))
    return put("robot", (1, 3, 118, 156), line([(60, 14), (60, 26)], IRON, 4), disc(60, 10, 7, own(brush, RED, 0.16)),
        both(60, arm, box(38, 126, 16, 26, dark(c, 0.12), 3), slab(32, 148, 26, 11, dark(c, 0.18), 5)),
        both(60, box(14, 40, 12, 22, dark(c, 0.14), 4)), block(22, 24, 76, 52, c, 14, 0.16),
        box(31, 34, 58, 28, "#26323d", 12), disc(46, 48, 7, "#7fe6f0"), disc(74, 48, 7, "#7fe6f0"),
        disc(44, 46, 2.4, WHITE), disc(72, 46, 2.4, WHITE), stroke("M52 68q8 4 16 0", dark(c, 0.26), 3),
        block(28, 80, 64, 50, c, 10, 0.18), box(40, 90, 32, 22, light(c, 0.1), 5), disc(48, 101, 4, RED),
        disc(60, 101, 4, YELLOW), line([(36, 90), (36, 118)], light(c, 0.13), 3), eyes=(60, 48), eye_left=(46, 48),
        eye_right=(74, 48), mouth=(60, 69), crown=(60, 24), neck=(60, 78), hand_left=(9, 108), hand_right=(111, 108),
        chest=(60, 100))


@house("doll house")
def doll_house(brush: Brush) -> Drawing:
    c = tint(brush, "#ee8fb4")
    rooms = each(4, lambda i: box(20 + i % 2 * 48, 56 + i // 2 * 38, 42, 32,
        ("#fbe6c8", "#cfe6f0", "#dcecc8", "#f3d3e0")[i], 2))
    return put("doll house", (3.5, 3, 122.5, 131), poly([(65, 2), (128, 46), (2, 46)], own(brush, PURPLE, -0.16), 4),
        block(12, 44, 106, 90, c, 3, 0.06), rooms, disc(65, 30, 8, WHITE), disc(65, 30, 5.5, SKY),
        box(28, 74, 26, 12, BLUE, 3), box(28, 70, 9, 6, WHITE, 2), box(78, 74, 4, 14, OAK), disc(80, 70, 7, YELLOW, 6),
        box(30, 112, 22, 4, OAK, 1), box(32, 114, 3, 10, OAK), box(47, 114, 3, 10, OAK), box(78, 106, 20, 18, RED, 4))


@house("rocking horse")
def rocking_horse(brush: Brush) -> Drawing:
    c = tint(brush, "#c98a4e")
    return put("rocking horse", (4, 4, 132, 123.5), stroke("M8 104Q70 142 132 104", own(brush, RED, -0.18), 8),
        line([(44, 80), (38, 112)], c, 12), line([(96, 80), (104, 112)], dark(c, 0.07), 12),
        path("M34 40C28 60 34 86 60 88H92C112 86 116 66 110 54C92 50 76 54 64 52C56 40 58 20 44 10L38 4 36 14C22 20 "
        "12 30 8 40Q8 50 18 48L30 40z", c),
        path("M34 72C40 82 50 88 60 88H92C112 86 116 66 110 54C108 68 92 76 34 72z", dark(c, 0.09)),
        path("M42 8C60 14 64 34 64 52L54 44C54 30 50 18 38 12z", own(brush, "#5d3a24", -0.2)),
        path("M108 54C128 50 134 66 128 84C122 78 120 66 108 62z", own(brush, "#5d3a24", -0.2)),
        path("M62 50Q78 58 94 50L96 66Q78 72 62 66z", own(brush, RED, -0.14)), disc(28, 28, 3, INK), facing="left",
        seat=(78, 52))


@house("yo-yo")
def yo_yo(brush: Brush) -> Drawing:
    c = tint(brush, "#e0484b")
    return put("yo-yo", (1, 1.5, 88, 136.5), line([(46, 20), (46, 60)], "#c9b28a", 2.4), ring(46, 11, 8, "#c9b28a", 3),
        ball(45, 94, 44, c, shine=False), ring(45, 94, 28, light(c, 0.1), 4),
        star(45, 94, 18, own(brush, YELLOW, 0.2), soft=2), arc(45, 94, 37, 195, 250, light(c, 0.16), 4))
