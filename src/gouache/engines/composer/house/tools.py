"""House drawings: tools and weapons of legend."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    CHROME,
    GOLD,
    INK,
    IRON,
    PINE,
    RED,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    arc,
    bars,
    block,
    box,
    disc,
    each,
    line,
    own,
    path,
    poly,
    put,
    ring,
    slab,
    star,
    stroke,
    taper,
    tint,
    turn,
    wall,
)


@house("hammer")
def hammer(brush: Brush) -> Drawing:
    c = tint(brush, WOOD)
    metal = own(brush, "#6b7683", -0.1)
    return put("hammer", (4, 8, 104, 130), block(47, 30, 16, 108, c, 6, 0.36),
        line([(52, 44), (52, 92)], light(c, 0.1), 2.4), box(46, 96, 18, 42, dark(c, 0.14), 7),
        path("M18 14H70C88 14 98 20 108 38C94 32 86 36 70 36H18z", metal),
        path("M18 28H70C86 28 96 28 108 38C94 32 86 38 70 38H18z", dark(metal, 0.09)),
        block(4, 8, 18, 36, dark(metal, 0.03), 4, 0.3), line([(28, 19), (64, 19)], light(metal, 0.13), 3),
        grip=(55, 114))


@house("saw")
def saw(brush: Brush) -> Drawing:
    c = tint(brush, "#c2cbd4")
    wood = own(brush, WOOD, -0.12)
    teeth = "M4 54" + "".join(f"L{8 + i * 8} {64 - i * 0.3:.1f}L{12 + i * 8} {54 - i * 0.2:.1f}" for i in range(11))
    return put("saw", (4, 10, 142, 58), path(teeth + "L102 14 4 44z", c),
        path("M4 50L102 24 102 14 4 44z", light(c, 0.1)), stroke("M104 18H118Q138 20 138 40T118 60H106z", wood, 16),
        stroke("M108 62H120Q140 60 143 42", dark(wood, 0.1), 5), disc(104, 28, 2.4, GOLD), disc(105, 50, 2.4, GOLD),
        grip=(136, 40), facing="left")


@house("wrench")
def wrench(brush: Brush) -> Drawing:
    c = tint(brush, "#9aa7b4")
    return put("wrench", (1.5, -1.5, 119.5, 119.5), turn(45, 60, 60, taper(60, 30, 60, 128, 20, 16, c),
        box(62, 40, 7, 82, dark(c, 0.09), 3),
        path("M46 -12C34 -4 32 16 40 26C50 38 70 38 80 26C88 16 86 -4 74 -12V8L60 16 46 8z", c),
        path("M74 -12V8L60 16V35C68 35 75 32 80 26C88 16 86 -4 74 -12z", dark(c, 0.08)), disc(60, 124, 13, c),
        disc(60, 124, 6, dark(c, 0.3)), line([(55, 44), (55, 104)], light(c, 0.12), 3)), grip=(40, 80))


@house("screwdriver")
def screwdriver(brush: Brush) -> Drawing:
    c = tint(brush, "#e8a22f")
    return put("screwdriver", (3, 0, 107, 107), turn(45, 55, 55, box(51, 44, 8, 70, STEEL, 1),
        poly([(50, 108), (60, 108), (58, 126), (52, 126)], dark(STEEL, 0.1), 1), box(47, 38, 16, 10, IRON, 3),
        block(42, -16, 26, 56, c, 11, 0.3), each(2, lambda i: box(48 + i * 9, -6, 3, 36, dark(c, 0.14), 1.5))),
        grip=(80, 30))


@house("drill")
def drill(brush: Brush) -> Drawing:
    c = tint(brush, "#f2a93a")
    return put("drill", (2.5, 10, 141.5, 108), poly([(2, 34), (36, 30), (36, 40)], STEEL, 1),
        poly([(34, 24), (56, 18), (56, 52), (34, 46)], INK, 3), block(54, 10, 84, 48, c, 12, 0.16),
        box(66, 18, 46, 5, light(c, 0.14), 2.5), bars(4, (108, 30), 46, 6, dark(c, 0.26), 2.4), poly([(92, 54), (124,
        54), (132, 102), (100, 102)], dark(c, 0.06), 5),
        box(84, 60, 12, 14, INK, 4), slab(88, 98, 56, 20, INK, 5), facing="left", grip=(114, 78))


@house("axe")
def axe(brush: Brush) -> Drawing:
    c = tint(brush, "#c7493f")
    return put("axe", (1.5, 4, 76.5, 134), path("M58 6C62 40 60 90 66 138H78C74 90 74 40 70 6z", WOOD),
        path("M66 6C70 40 68 90 73 138H78C74 90 74 40 70 6z", dark(WOOD, 0.09)),
        path("M78 18H42C30 18 14 10 6 4C0 24 0 50 8 66C18 56 32 52 42 52H78z", c),
        path("M6 4C0 24 0 50 8 66L18 58C12 44 12 26 18 12z", CHROME), box(54, 18, 24, 34, dark(c, 0.08), 3),
        facing="left", grip=(70, 110))


@house("shovel")
def shovel(brush: Brush) -> Drawing:
    c = tint(brush, "#7e8c9a")
    return put("shovel", (7, 1, 46, 153), box(26, 16, 8, 92, WOOD, 2), box(31, 16, 3, 92, dark(WOOD, 0.09)),
        stroke("M30 18L16 4H44z", own(brush, RED, -0.14), 6),
        poly([(24, 84), (36, 84), (38, 108), (22, 108)], dark(c, 0.08), 2),
        path("M8 100H52C56 126 44 146 30 154C16 146 4 126 8 100z", c),
        path("M34 100H52C56 126 44 146 30 154C36 136 38 118 34 100z", dark(c, 0.09)), grip=(30, 10))


@house("rake")
def rake(brush: Brush) -> Drawing:
    c = tint(brush, "#4f9c5a")
    return put("rake", (6, 2, 78, 152), box(41, 2, 8, 112, WOOD, 3), box(46, 2, 3, 112, dark(WOOD, 0.09)),
        box(40, 2, 10, 26, own(brush, INK, -0.2), 4), slab(6, 112, 78, 11, c, 4),
        each(8, lambda i: box(8 + i * 9.6, 120, 5, 34, c if i % 2 else dark(c, 0.05), 2.5)), grip=(45, 20))


@house("watering can")
def watering_can(brush: Brush) -> Drawing:
    c = tint(brush, "#4aa3a0")
    return put("watering can", (1.5, 9.5, 148.5, 104.5), stroke("M104 34C150 8 160 70 126 92", dark(c, 0.08), 8),
        stroke("M64 40C64 4 112 4 112 40", dark(c, 0.12), 7),
        poly([(58, 62), (22, 22), (14, 28), (54, 96)], dark(c, 0.04), 2),
        turn(-38, 16, 24, disc(16, 24, 17, light(c, 0.05), 8),
        each(3, lambda i: disc(8 + i * 8, 23, 1.8, dark(c, 0.24)))), wall(50, 42, 78, 62, c, 9, 84),
        disc(89, 42, 39, light(c, 0.07), 9), disc(94, 43, 26, dark(c, 0.2), 5.5), facing="left", grip=(88, 12),
        mouth_rim=(92, 42))


@house("sword")
def sword(brush: Brush) -> Drawing:
    c = tint(brush, "#cfd8e1")
    return put("sword", (3.5, 2, 114.5, 114.5), turn(45, 60, 60,
        poly([(50, 86), (50, -8), (60, -22), (70, -8), (70, 86)], c, 1),
        poly([(60, 86), (60, -22), (70, -8), (70, 86)], dark(c, 0.1), 1),
        line([(60, -2), (60, 78)], light(c, 0.08), 2), box(34, 84, 52, 10, GOLD, 5),
        box(54, 92, 12, 32, own(brush, "#6b4630", -0.3), 3), each(3,
        lambda i: line([(54, 100 + i * 8), (66, 97 + i * 8)], own(brush, "#8a5e40", -0.2), 2)),
        disc(60, 128, 8, GOLD)), grip=(26, 96))


@house("shield")
def shield(brush: Brush) -> Drawing:
    c = tint(brush, "#3f6fbf")
    return put("shield", (2, 2, 100, 122),
        path("M52 2C68 12 86 14 102 14V60C102 94 78 114 52 124C26 114 2 94 2 60V14C18 14 36 12 52 2z", STEEL),
        path("M52 14C66 22 80 24 92 24V60C92 86 74 104 52 113C30 104 12 86 12 60V24C24 24 38 22 52 14z", c),
        path("M52 14C66 22 80 24 92 24V60C92 86 74 104 52 113z", dark(c, 0.09)),
        star(52, 58, 22, own(brush, GOLD, 0.2), soft=2), grip=(52, 64))


@house("bow and arrow")
def bow_and_arrow(brush: Brush) -> Drawing:
    c = tint(brush, "#9c5f34")
    return put("bow and arrow", (127.5, 140), line([(82, 6), (112, 70), (82, 134)], "#e9e1cf", 2.4),
        stroke("M84 4C56 18 30 40 30 70S56 122 84 136", c, 8), stroke("M82 5C54 20 28 42 28 70", light(c, 0.1), 2.4),
        box(22, 58, 15, 24, dark(c, 0.14), 5), line([(10, 70), (114, 70)], PINE, 4),
        poly([(0, 70), (20, 60), (16, 70), (20, 80)], STEEL, 1),
        poly([(104, 70), (114, 60), (128, 60), (118, 70), (128, 80), (114, 80)], RED, 1), facing="left", grip=(30, 70))


@house("magic wand")
def magic_wand(brush: Brush) -> Drawing:
    c = tint(brush, "#3d3550")
    return put("magic wand", (9.5, 5.5, 103.5, 107), line([(70, 50), (14, 108)], c, 9),
        line([(68, 48), (52, 64)], WHITE, 9), line([(22, 100), (14, 108)], own(brush, WHITE, 0.2), 9),
        star(82, 36, 32, own(brush, GOLD, 0.12), soft=4), star(78, 33, 14, own(brush, light(GOLD, 0.1), 0.2), soft=2),
        star(34, 28, 9, YELLOW, 4, 0.34),
        star(104, 86, 9, YELLOW, 4, 0.34), grip=(26, 96))


@house("fishing rod")
def fishing_rod(brush: Brush) -> Drawing:
    c = tint(brush, "#3f7fb0")
    return put("fishing rod", (0, 6, 144.5, 120.5), line([(140, 122), (24, 8)], c, 4),
        line([(140, 122), (112, 94)], own(brush, "#c49a6c", -0.14), 9), line([(24, 8), (14, 84)], "#aab4bd", 1.4),
        stroke("M14 84v12q0 8-6 8t-6-6", STEEL, 2.6), disc(14, 78, 6, RED), path("M8 78a6 6 0 0 1 12 0z", WHITE),
        disc(102, 96, 9, IRON), disc(102, 96, 4, CHROME), line([(96, 104), (90, 108)], IRON, 4), facing="left",
        grip=(130, 112))


@house("rope")
def rope(brush: Brush) -> Drawing:
    c = tint(brush, "#cfa568")
    coils = each(4, lambda i: ring(60, 74 - i * 13, 48, dark(c, 0.05) if i % 2 else c, 12, 17))
    marks = each(4, lambda r: each(8, lambda i: line([(20 + i * 11, 84 - r * 13 + (3.5 - abs(3.5 - i)) * 2),
        (25 + i * 11, 91 - r * 13 + (3.5 - abs(3.5 - i)) * 2)], dark(c, 0.16), 2)))
    return put("rope", (6, 12, 115.5, 101.5), coils, marks, stroke("M104 84C116 92 120 100 112 108", c, 11))


@house("gear")
def gear(brush: Brush) -> Drawing:
    c = tint(brush, "#7f8d9b")
    teeth = each(8, lambda i: turn(i * 45, 60, 60, poly([(48, 2), (72, 2), (77, 26), (43, 26)],
        (c, dark(c, 0.07))[1 <= i <= 4], 3)))
    return put("gear", (2, 2, 116, 116), teeth, ring(60, 60, 31, dark(c, 0.08), 26), ring(58.5, 58.5, 30, c, 21),
        ring(60, 60, 19.5, dark(c, 0.24), 3.5), arc(60, 60, 34, 190, 260, light(c, 0.14), 4))


@house("toolbox")
def toolbox(brush: Brush) -> Drawing:
    c = tint(brush, "#d8433f")
    return put("toolbox", (0, 2.5, 139.5, 95.5), stroke("M48 28V12q0-6 6-6h32q6 0 6 6v16", INK, 7),
        block(2, 44, 136, 54, c, 6, 0.12), poly([(12, 24), (128, 24), (138, 48), (2, 48)], light(c, 0.05), 4),
        line([(2, 48), (138, 48)], dark(c, 0.2), 3), box(26, 42, 14, 18, STEEL, 3), box(100, 42, 14, 18, STEEL, 3),
        grip=(70, 8), top=(70, 25))


@house("glowing wand")
def glowing_wand(brush: Brush) -> Drawing:
    c = tint(brush, "#5a3d8a")
    glow = disc(88, 34, 40, "#fff3b0", o=0.28) + disc(88, 34, 25, "#fff3b0", o=0.45)
    sparks = star(46, 22, 9, YELLOW, 4, 0.34) + star(124, 62, 10, YELLOW, 4, 0.34) + star(112, 2, 7, WHITE, 4, 0.34)
    dots = disc(60, 4, 3, WHITE) + disc(128, 28, 3.4, YELLOW) + disc(94, 74, 3, WHITE)
    return put("glowing wand", (3, -6, 131, 137), glow, line([(8, 126), (82, 42)], c, 8),
        line([(8, 126), (28, 103)], dark(c, 0.12), 10), star(88, 34, 22, GOLD, 5, 0.46), sparks, dots, grip=(18, 114))
