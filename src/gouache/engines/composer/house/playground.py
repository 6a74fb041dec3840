"""House drawings: things of the garden, the playground and the living room's pets."""
# fmt: off

from __future__ import annotations

import math

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    BRICK,
    CHROME,
    GOLD,
    INK,
    IRON,
    LEAF,
    MOSS,
    OAK,
    ORANGE,
    PAPER,
    PINE,
    RED,
    SAND,
    STEEL,
    STONE,
    TEAL,
    WHITE,
    WOOD,
    YELLOW,
    arc,
    ball,
    blob,
    block,
    both,
    box,
    bricks,
    clump,
    curve,
    disc,
    each,
    line,
    move,
    own,
    path,
    poly,
    put,
    ring,
    slab,
    stroke,
    tint,
    turn,
)


@house("trampoline")
def trampoline(brush: Brush) -> Drawing:
    c = tint(brush, "#2f86d8")
    legs = "".join(line(p, STEEL, 5.5) for p in ([(30, 44), (22, 84)], [(72, 54), (64, 92)], [(128, 54), (136, 92)],
        [(170, 44), (178, 84)])) + line([(22, 84), (64, 92)], dark(STEEL, 0.08), 4) + line([(136, 92), (178, 84)],
        dark(STEEL, 0.08), 4)
    return put("trampoline", (2, 12, 196, 83), legs, disc(100, 40, 98, dark(c, 0.12), 24), disc(100, 36, 98, c, 24),
        disc(100, 36, 78, "#3a4049", 17), disc(96, 35, 66, "#464d57", 13),
        each(24, lambda i: line([(100 + 78 * math.cos(i * math.pi / 12), 36 + 17 * math.sin(i * math.pi / 12)),
        (100 + 84 * math.cos(i * math.pi / 12), 36 + 19 * math.sin(i * math.pi / 12))], CHROME, 1.6)),
        arc(100, 36, 90, 190, 260, light(c, 0.14), 3, 21), top=(100, 36), seat=(100, 36))


@house("bird house")
def bird_house(brush: Brush) -> Drawing:
    c = tint(brush, "#4f9fb5")
    roof = own(brush, "#c9563f", -0.2)
    return put("bird house", (8.5, 4.5, 102.5, 173.5), block(54, 108, 12, 70, WOOD, 2, 0.36),
        poly([(24, 54), (60, 18), (96, 54), (96, 112), (24, 112)], c, 2),
        poly([(78, 36), (96, 54), (96, 112), (78, 112)], dark(c, 0.08)),
        each(4, lambda i: line([(24, 66 + i * 13), (96, 66 + i * 13)], dark(c, 0.07), 1.6)),
        disc(60, 62, 16, dark(c, 0.16)), disc(60, 63, 13, "#3a2c28"), line([(60, 90), (60, 92)], OAK, 7),
        poly([(60, 4), (66, 12), (16, 64), (8, 57)], light(roof, 0.05), 2),
        poly([(60, 4), (112, 57), (104, 64), (54, 14)], dark(roof, 0.05), 2), slab(16, 110, 88, 9, WOOD, 3),
        top=(60, 6), mouth_rim=(60, 64))


@house("bird nest")
def bird_nest(brush: Brush) -> Drawing:
    c = tint(brush, "#a5743f")
    egg = "#a8d8e6"
    bowl = path("M8 44C10 84 44 100 80 100S150 84 152 44Q80 66 8 44z",
        c) + path("M112 54Q140 50 152 44C150 78 124 96 92 99.500Q116 84 112 54z", dark(c, 0.08))
    twigs = "".join(curve(p, k, 3) for p, k in (([(10, 54), (50, 70), (100, 70), (148, 54)], dark(c, 0.1)),
        ([(16, 68), (60, 84), (120, 78), (144, 64)], light(c, 0.08)),
        ([(26, 82), (70, 94), (130, 82)], dark(c, 0.12)), ([(2, 44), (40, 60), (84, 58)], light(c, 0.1)),
        ([(158, 40), (120, 60), (70, 62)], dark(c, 0.06)), ([(12, 60), (-4, 68)], dark(c, 0.08)),
        ([(146, 66), (164, 74)], dark(c, 0.1)), ([(10, 44), (-2, 34)], c), ([(150, 44), (160, 34)], dark(c, 0.06))))
    eggs = turn(-10, 52, 36, ball(52, 36, 17, egg, 22)) + turn(10, 110, 36,
        ball(110, 36, 17, dark(egg, 0.03), 22)) + ball(80, 32, 18, light(egg, 0.02),
        24) + "".join(disc(x, y, 1.7, dark(egg, 0.2)) for x, y in ((74, 24), (86, 30), (78, 38), (48, 30), (56, 38),
        (108, 30), (116, 38)))
    return put("bird nest", (-5.5, 8, 171.5, 92), disc(80, 46, 72, dark(c, 0.2), 17), eggs, bowl, twigs, front=bowl
        + twigs, mouth_rim=(80, 44), inside=(30, 4, 100, 46), seat=(80, 42))


@house("beehive")
def beehive(brush: Brush) -> Drawing:
    c = tint(brush, "#eeb43c")
    rows = ((44, 4, 46), (28, 20, 78), (14, 40, 106), (6, 62, 122), (8, 84, 118), (18, 106, 98))
    rings_ = "".join(slab(x, y, w, 24, light(c, 0.02 * (i % 2)), 12, 0.36)
        + box(x + w * 0.72, y, w * 0.28, 24, dark(c, 0.08), (0, 12, 12, 0)) for i, (x, y, w) in enumerate(rows))
    def bee(x: float, y: float) -> str:
        return turn(-20, x, y, disc(x - 3, y - 8, 5, "#dff1f8", 7), disc(x + 4, y - 8, 5, "#eef8fb", 7),
            disc(x, y, 10, "#f8cf45", 7), box(x - 3, y - 6.5, 3.4, 13, INK, 1), box(x + 3, y - 6, 3.2, 12, INK, 1),
            disc(x - 8, y - 1, 1.4, INK))
    return put("beehive", (-7, 4, 150.5, 126), rings_, disc(66, 98, 17, dark(c, 0.16), 19),
        disc(66, 99, 13.5, "#4a3020", 15.5), bee(134, 24), bee(4, 34), bee(104, 108), top=(66, 4))


@house("aquarium")
def aquarium(brush: Brush) -> Drawing:
    c = tint(brush, "#3f4854")
    def fish(x: float, y: float, k: str) -> str:
        return poly([(x + 13, y), (x + 25, y - 9), (x + 25, y + 9)], dark(k, 0.05), 2) + disc(x, y, 16, k,
            10) + path(f"M{x - 2} {y - 10}q6 10 0 20q6 0 8-2q4-8 0-16z", WHITE) + disc(x - 9, y - 2, 2.2, INK)
    water = box(8, 24, 164, 92, "#9fdcf0", 3) + box(8, 24, 164, 8,
        "#c9eef8") + path("M8 100Q50 92 90 100T172 98V114H8z", SAND) + each(9,
        lambda i: disc(18 + i * 18, 106 + i % 2 * 4, 3, (STONE, PAPER, WOOD)[i % 3]))
    weeds = "".join(stroke(f"M{x} 104q-8-14 0-26t0-{h}", k, 5) for x, h,
        k in ((30, 20, LEAF), (42, 10, MOSS), (148, 24, LEAF), (136, 12, MOSS)))
    castle_ = block(92, 74, 22, 28, "#b9a7c8", 1, 0.36) + each(3, lambda i: box(91 + i * 9, 69, 6, 7,
        "#b9a7c8")) + box(99, 86, 8, 16, "#6c5b80", (4, 4, 0, 0))
    glass = poly([(24, 112), (58, 28), (72, 28), (38, 112)], WHITE, o=0.28)
    return put("aquarium", (2, 10, 176, 116), water, weeds, castle_, fish(62, 58, ORANGE), fish(124, 48, "#4f86d8"),
        fish(72, 86, YELLOW), each(4, lambda i: ring(104 + i % 2 * 5, 62 - i * 9, 2.6, WHITE, 1.4)), glass,
        slab(4, 10, 172, 16, c, 4), slab(2, 112, 176, 14, c, 4), box(8, 26, 3, 88, "#d9f2f9"),
        box(169, 26, 3, 88, "#8fcbe0"), inside=(14, 32, 152, 70), mouth_rim=(90, 20))


@house("birdcage")
def birdcage(brush: Brush) -> Drawing:
    c = tint(brush, "#d9a83f")
    bars = "".join(stroke(f"M{x} 132V62Q{x} {62 - h} 60 14", k, 2.8) for x, h,
        k in ((12, 44, c), (28, 46, c), (44, 48, c), (76, 48, dark(c, 0.05)), (92, 46, dark(c, 0.08)),
        (108, 44, dark(c, 0.1)))) + line([(60, 14), (60, 132)], c, 2.8)
    swing = line([(42, 28), (42, 84)], dark(c, 0.1), 2) + line([(78, 28), (78, 84)], dark(c, 0.1),
        2) + line([(38, 86), (82, 86)], WOOD, 4.5)
    return put("birdcage", (4, -5.5, 112, 149.5), ring(60, 4, 8, c, 3.4), disc(60, 132, 50, dark(c, 0.16), 5), swing,
        bars, stroke("M12 62H108", c, 3.4), stroke("M12 98H108", c, 2.6), slab(4, 130, 112, 14, c, 5),
        disc(60, 14, 5, dark(c, 0.08)), inside=(18, 34, 84, 96), front=bars, mouth_rim=(60, 112), grip=(60, 2))


@house("podium")
def podium(brush: Brush) -> Drawing:
    c = tint(brush, "#a56a3c")
    mic = stroke("M66 18Q66 -6 82 -12", INK, 3) + turn(30, 86, -14, box(82, -20, 8, 14, IRON, 4))
    return put("podium", (0, -20, 120, 170), mic, poly([(12, 16), (108, 16), (120, 36), (0, 36)], light(c, 0.07), 2),
        poly([(30, 20), (90, 20), (96, 31), (24, 31)], PAPER), poly([(10, 40), (110, 40), (100, 140), (20, 140)], c),
        poly([(88, 40), (110, 40), (100, 140), (84, 140)], dark(c, 0.08)), slab(0, 34, 120, 10, c, 3),
        poly([(26, 54), (94, 54), (88, 124), (32, 124)], light(c, 0.05), 3), slab(10, 138, 100, 12, dark(c, 0.06), 3),
        text=(34, 66, 52, 44), top=(60, 26))


@house("snow globe")
def snow_globe(brush: Brush) -> Drawing:
    c = tint(brush, "#8a4a3a")
    glass = "#a9dcf2"
    scene = path("M14 88Q40 66 70 82T126 84A58 58 0 0 1 14 88z", "#f7fbff") + poly([(46, 84), (46, 62), (60, 50),
        (74, 62), (74, 84)], "#d9604a") + poly([(42, 64), (60, 46), (78, 64), (73, 68), (60, 54), (47, 68)],
        "#ffffff") + box(56, 70, 9, 15, OAK) + box(66, 66, 6, 6, "#ffe39a") + "".join(poly([(96, y), (96 + w, y + 20),
        (96 - w, y + 20)], k, 1) for y, w, k in ((62, 15, MOSS), (50, 12, LEAF), (40, 9, LEAF))) + box(94, 80, 4, 8,
        OAK)
    flakes = "".join(disc(x, y, r, WHITE) for x, y, r in ((30, 40, 2.6), (46, 26, 2.2), (66, 18, 2.8), (88, 26, 2.4),
        (108, 40, 2.4), (116, 60, 2.2), (24, 62, 2.4), (36, 56, 2), (80, 38, 2.2), (58, 36, 2)))
    base = poly([(30, 112), (110, 112), (122, 138), (18, 138)], c, 3) + poly([(94, 112), (110, 112), (122, 138),
        (100, 138)], dark(c, 0.08), 2) + slab(10, 136, 120, 11, dark(c, 0.04), 4) + box(28, 108, 84, 7,
        own(brush, GOLD, 0.2), 3)
    return put("snow globe", (10, 2, 120, 145), disc(70, 62, 60, dark(glass, 0.06)), disc(70, 62, 56, glass), scene,
        flakes, arc(70, 62, 48, 195, 250, WHITE, 5), base, inside=(26, 20, 88, 64))


@house("weather vane")
def weather_vane(brush: Brush) -> Drawing:
    c = tint(brush, "#3f4752")
    rooster = blob([(52, 40), (44, 26), (50, 12), (60, 10), (66, 20), (74, 34), (92, 32), (102, 14), (118, 12),
        (122, 30), (112, 48), (92, 58), (70, 58)], c) + blob([(100, 30), (106, 18), (118, 14), (120, 30), (110, 44),
        (98, 48)], dark(c, 0.06)) + poly([(44, 22), (34, 26), (45, 29)], own(brush, GOLD, 0.2),
        1) + path("M48 12Q50 2 54 8Q58 0 60 8Q66 4 64 14z", RED) + disc(52, 19, 1.8,
        WHITE) + path("M44 28q-4 8 3 9l4-8z", RED)
    return put("weather vane", (0, 4, 157.5, 164.5), line([(80, 56), (80, 166)], c, 5), rooster,
        line([(14, 66), (142, 66)], c, 4.5), poly([(0, 66), (20, 56), (20, 76)], c, 1),
        poly([(140, 56), (158, 54), (150, 66), (158, 78), (140, 76)], dark(c, 0.04), 1),
        line([(40, 108), (120, 108)], c, 3.6), line([(62, 98), (98, 118)], c, 3.6),
        disc(80, 108, 6, own(brush, GOLD, 0.2)), disc(40, 108, 4, c) + disc(120, 108, 4, c) + disc(62, 98, 3.6, c)
        + disc(98, 118, 3.6, c), poly([(62, 166), (80, 150), (98, 166)], dark(c, 0.04), 2),
        disc(80, 134, 4.5, dark(c, 0.08)), facing="left")


@house("pinwheel")
def pinwheel(brush: Brush) -> Drawing:
    c = tint(brush, "#e8505a")
    hues = (c, own(brush, YELLOW, 0.14), own(brush, TEAL, -0.08), own(brush, BLUE, 0.07))
    vanes = each(4, lambda i: turn(i * 90, 60, 56, poly([(60, 56), (60, 4), (104, 22)], hues[i], 2),
        poly([(60, 56), (60, 4), (82, 13)], dark(hues[i], 0.1), 2), poly([(104, 22), (60, 56), (86, 42)],
        light(hues[i], 0.07), 1)))
    return put("pinwheel", (8.5, 4.5, 103.5, 167.5), block(56.5, 56, 7, 116, PINE, 3, 0.4), vanes,
        disc(60, 56, 7, WHITE), disc(60, 56, 4, GOLD), grip=(60, 140))


@house("bonfire")
def bonfire(brush: Brush) -> Drawing:
    c = tint(brush, "#f28a2e")
    logs = "".join(turn(a, x, 120, block(x - 50, 112, 100, 15, k, 7, 0.12), disc(x - 46, 119.500, 5, PINE, 7)) for a,
        x, k in ((18, 60, OAK), (-18, 84, OAK), (0, 72, WOOD)))
    blaze = path("M72 126C18 126 12 84 34 58C36 74 46 76 46 60C46 34 68 26 66 -8C92 12 88 34 98 46C102 38 104 32 "
        "102 24C124 48 134 74 124 96C116 116 98 126 72 126z", c)
    mid = path("M72 126C36 126 34 96 50 78C52 88 60 86 60 74C60 56 72 46 74 28C90 48 88 66 96 74C110 92 106 126 72 "
        "126z", light(c, 0.09)) + path("M72 126C52 126 52 106 64 92C68 98 72 92 74 76C88 92 94 126 72 126z",
        "#fdea9a")
    sparks = "".join(disc(x, y, r, "#fbd04c") for x, y, r in ((26, 30, 2.6), (118, 14, 2.6), (48, 6, 2),
        (98, -4, 2.2), (134, 46, 2), (14, 56, 2)))
    return put("bonfire", (11, -8, 125, 148.5), blaze, mid, sparks, logs)


@house("arch")
def arch(brush: Brush) -> Drawing:
    c = tint(brush, "#d9cbb0")
    body = path("M10 20H160V150H112V84A27 27 0 0 0 58 84V150H10z", c) + path("M138 20H160V150H138zM112 "
        "84V150H104V84Q104 66 88 58Q112 60 112 84z", dark(c, 0.09))
    trim = stroke("M58 84A27 27 0 0 1 112 84", light(c, 0.05), 7, cap="butt") + both(85,
        box(18, 58, 24, 34, dark(c, 0.08), 1), box(18, 104, 24, 38, dark(c, 0.06), 1),
        box(12, 96, 46, 5, light(c, 0.04), 1)) + poly([(80, 50), (90, 50), (88, 66), (82, 66)], dark(c, 0.06))
    return put("arch", (2, 0, 166, 154), body, trim, slab(2, 10, 166, 12, light(c, 0.04), 2),
        slab(10, 0, 150, 11, c, 2), box(20, 28, 116, 12, dark(c, 0.06), 1), box(6, 146, 54, 8, dark(c, 0.12), 1),
        box(110, 146, 54, 8, dark(c, 0.16), 1), top=(85, 1))


@house("gate")
def gate(brush: Brush) -> Drawing:
    c = tint(brush, "#3f4753")
    post = block(0, 20, 26, 126, BRICK, 2, 0.3) + bricks(2, 26, 20, 116, BRICK, 10, 2, 3) + slab(-4, 12, 34, 10,
        STONE, 2) + ball(13, 4, 9, STONE)
    def wing(x: float) -> str:
        return each(5, lambda i: box(x + 4 + i * 11, 40 - (i if x < 80 else 4 - i) * 5, 4, 100
            + (i if x < 80 else 4 - i) * 5, c, 1) + poly([(x + 2 + i * 11, 41 - (i if x < 80 else 4 - i) * 5),
            (x + 6 + i * 11, 30 - (i if x < 80 else 4 - i) * 5), (x + 10 + i * 11,
            41 - (i if x < 80 else 4 - i) * 5)], GOLD)) + box(x, 62, 56, 4.5, c) + box(x, 132, 56, 4.5, c) + ring(x
            + 28, 98, 15, c, 3.6) + disc(x + 28, 98, 4, GOLD)
    return put("gate", (-4, -5, 180, 151), wing(28), wing(88), box(84, 40, 4, 98, dark(c, 0.05)), post,
        move(146, 0, post), disc(80, 100, 3, GOLD), disc(92, 100, 3, GOLD))


@house("brick wall")
def brick_wall(brush: Brush) -> Drawing:
    c = tint(brush, BRICK)
    def course(r: int) -> str:
        edges = [0, *((18 if r % 2 else 36) + i * 36 for i in range(5)), 184]
        return "".join(box(x0 + 1.5, 14 + r * 16, x1 - x0 - 3, 13, (c, dark(c, 0.04),
            light(c, 0.03))[(r * 5 + i * 7) % 3], 1.5) for i, (x0, x1) in enumerate(zip(edges, edges[1:],
            strict=False)) if x1 - x0 > 5)
    rows = each(6, course)
    return put("brick wall", (-4, 2, 192, 110), box(0, 10, 184, 102, own(brush, "#d9c9bb", 0.16)), rows,
        slab(-4, 2, 192, 10, own(brush, STONE, 0.1), 2), top=(92, 3), seat=(92, 3), text=(20, 24, 144, 70))


@house("pier")
def pier(brush: Brush) -> Drawing:
    c = tint(brush, "#b5804c")
    water = path("M-10 96Q60 88 120 94T250 92V116Q120 124 -10 116z", "#5fb0d8") + each(5,
        lambda i: line([(4 + i * 48, 106 + i % 2 * 4), (24 + i * 48, 106 + i % 2 * 4)], "#a5d8ee", 2))
    posts = each(6, lambda i: block(14 + i * 40, 40, 9, 64, dark(c, 0.12), 3, 0.4))
    deck = poly([(10, 40), (228, 40), (240, 54), (-2, 54)], light(c, 0.06)) + each(17,
        lambda i: line([(20 + i * 12.6, 41), (11 + i * 13.6, 53)], dark(c, 0.04), 1.6)) + slab(-4, 53, 248, 10, c, 2)
    rail = each(6, lambda i: block(14 + i * 40, 12, 7, 32, c, 2, 0.4)) + box(6, 14, 222, 5, light(c, 0.04),
        2) + box(6, 27, 222, 4, dark(c, 0.03), 2)
    return put("pier", (-10, 11.5, 260, 108.5), posts, water, rail, deck, ring(120, 24, 9, RED, 5),
        line([(120, 14), (120, 19)], WHITE, 5), line([(120, 29), (120, 34)], WHITE, 5), top=(120, 46), seat=(60, 50))


@house("ruins")
def ruins(brush: Brush) -> Drawing:
    c = tint(brush, "#d3c5a8")
    def pillar(x: float, y: float, k: str) -> str:
        return block(x, y, 20, 122 - y, k, 1, 0.34) + each(2, lambda i: box(x + 5 + i * 6, y + 4, 1.8, 116 - y,
            dark(k, 0.07))) + box(x - 3, 118, 26, 8, dark(k, 0.06), 1)
    beam = slab(6, 18, 60, 12, light(c, 0.04), 1) + slab(10, 28, 26, 7, c, 1) + slab(40, 28, 26, 7, c, 1)
    broken = poly([(90, 78), (96, 68), (102, 76), (108, 70), (110, 80), (110, 120), (90, 120)],
        c) + poly([(103, 75), (108, 70), (110, 80), (110, 120), (103, 120)], dark(c, 0.09)) + box(87, 118, 26, 8,
        dark(c, 0.06), 1)
    fallen = turn(8, 160, 112, block(124, 102, 66, 20, c, 3, 0.1), disc(190, 112, 6, dark(c, 0.1), 10),
        line([(132, 108), (180, 108)], dark(c, 0.07), 1.8)) + poly([(196, 124), (202, 112), (216, 114), (220, 126)],
        dark(c, 0.05), 2)
    plants = clump([(4, 122, 9), (118, 124, 8)], LEAF) + clump([(222, 124, 7)],
        MOSS) + stroke("M46 30q-6 14 2 22t-2 22", LEAF, 2.6) + disc(44, 50, 4, LEAF) + disc(50, 62, 4,
        MOSS) + disc(44, 74, 4, LEAF)
    return put("ruins", (-10, 18, 246, 118), pillar(12, 34, c), pillar(42, 34, dark(c, 0.02)), beam, broken, fallen,
        path("M-10 128Q100 118 236 127V136H-10z", "#8fb865"), plants, top=(36, 19))


@house("cliff")
def cliff(brush: Brush) -> Drawing:
    c = tint(brush, "#a58a74")
    rock = poly([(-4, 16), (130, 16), (142, 34), (134, 60), (146, 92), (138, 130), (150, 156), (-4, 156)], c,
        4) + poly([(130, 16), (142, 34), (134, 60), (146, 92), (138, 130), (150, 156), (96, 156), (104, 112),
        (92, 70), (104, 40)], dark(c, 0.09), 3)
    cracks = "".join(line(p, dark(c, 0.1), 3) for p in ([(24, 44), (30, 74), (22, 96)], [(66, 60), (60, 92)],
        [(46, 108), (52, 136)], [(78, 118), (72, 140)])) + "".join(line(p, dark(c, 0.17), 3)
        for p in ([(116, 56), (112, 84)], [(122, 108), (118, 132)]))
    grass = path("M-8 22Q-8 8 6 8H124Q140 8 144 22Q138 30 130 24Q122 36 112 24Q100 34 90 24Q78 36 66 24Q54 32 44 "
        "24Q32 36 20 24Q8 32 -8 22z",
        LEAF) + path("M104 8H124Q140 8 144 22Q138 30 130 24Q122 36 112 24Q110 14 104 8z", MOSS)
    sea = path("M-14 150Q30 144 80 150T200 148V166Q90 172 -14 166z",
        "#4fa3d0") + path("M86 152q10-10 22-2t22-2t24 2q8 6-4 8H96q-14-2-10-6z", "#e8f6fb")
    return put("cliff", (-14, 8, 214, 161), rock, cracks, grass, sea, top=(66, 10))


@house("glacier")
def glacier(brush: Brush) -> Drawing:
    c = tint(brush, "#bfe3f4")
    peaks = poly([(-6, 104), (40, 20), (66, 54), (104, 4), (150, 58), (172, 34), (226, 104)], "#7f97b8",
        2) + poly([(40, 20), (66, 54), (54, 60), (44, 48), (34, 58), (24, 48)], "#f4f9fd",
        1) + poly([(104, 4), (132, 37), (120, 48), (108, 34), (98, 50), (84, 30)], "#f4f9fd",
        1) + poly([(104, 4), (150, 58), (150, 104), (116, 104)], dark("#7f97b8", 0.05),
        1) + poly([(104, 4), (132, 37), (120, 48), (112, 40)], "#d5e4f0", 1)
    tongue = path("M66 60C84 76 70 92 26 112H196C166 96 140 80 150 62Q130 72 106 66T66 60z",
        light(c, 0.05)) + path("M126 70Q140 70 150 62C140 80 166 96 196 112H132Q150 92 126 70z", c)
    front = poly([(12, 110), (34, 104), (58, 111), (84, 104), (112, 111), (140, 104), (170, 111), (206, 106),
        (212, 140), (6, 140)], c, 2) + each(6, lambda i: poly([(30 + i * 30, 108), (44 + i * 30, 110),
        (40 + i * 30, 140), (26 + i * 30, 140)], dark(c, 0.06))) + each(5,
        lambda i: line([(48 + i * 28, 114), (46 + i * 28, 132)], dark(c, 0.14), 2))
    sea = path("M-12 136Q60 130 120 136T234 134V152H-12z", "#4f9fc8") + poly([(30, 140), (40, 130), (56, 132),
        (60, 141)], "#e6f5fb", 1) + poly([(164, 141), (172, 133), (186, 134), (190, 142)], "#e6f5fb", 1)
    return put("glacier", (-12, 4.5, 246, 147.5), peaks, tongue, front, sea, top=(104, 6))


@house("geyser")
def geyser(brush: Brush) -> Drawing:
    c = tint(brush, "#bfe6f5")
    steam = clump([(70, 24, 24), (96, 18, 20), (46, 34, 17), (112, 36, 15), (80, 40, 20), (58, 12, 14)], "#eaf6fb")
    jet = path("M66 130C70 96 58 66 54 44H102C98 66 88 96 94 130z",
        c) + path("M72 130C75 96 68 70 68 46H86C88 70 84 96 86 130z", light(c, 0.08)) + "".join(disc(x, y, r, c)
        for x, y, r in ((44, 70, 4), (112, 74, 4), (50, 92, 3), (108, 96, 3.4), (38, 88, 2.6), (120, 90, 2.6)))
    rock = path("M18 142Q40 130 62 126H98Q120 130 142 142z",
        "#a58a74") + path("M98 126Q120 130 142 142H100Q112 134 98 126z", dark("#a58a74", 0.08)) + disc(80, 128, 18,
        "#6fc3dc", 5)
    pool = disc(80, 144, 76, "#8a7664", 9) + disc(80, 143, 66, "#6fc3dc", 6) + disc(62, 142, 22, "#a5dfee", 2)
    return put("geyser", (4, -2, 152, 155), pool, rock, jet, steam)


@house("canyon")
def canyon(brush: Brush) -> Drawing:
    c = tint(brush, "#d9804f")
    floor = poly([(80, 70), (160, 70), (180, 152), (62, 152)], light(c,
        0.12)) + path("M116 84C140 90 138 100 120 108C98 118 92 132 96 152H146C136 134 140 122 146 112C154 98 138 "
        "86 124 84z", "#5fb0d8") + path("M116 84C140 90 138 100 " "120 108C98 118 92 132 96 152H104C102 132 108 120 "
        "126 110C144 100 140 90 122 84z", "#4a98c4")
    far = poly([(58, 34), (98, 34), (102, 58), (112, 66), (110, 84), (98, 92), (62, 120)], light(c, 0.05),
        2) + poly([(182, 36), (142, 36), (138, 60), (128, 66), (130, 84), (144, 92), (184, 120)], dark(c, 0.01),
        2) + poly([(60, 50), (101, 52), (102, 58), (60, 57)], dark(c, 0.04)) + poly([(182, 51), (139, 53), (138, 59),
        (182, 58)], dark(c, 0.08))
    left = poly([(-6, 14), (60, 14), (64, 46), (78, 56), (80, 96), (92, 110), (88, 152), (-6, 152)], c,
        2) + poly([(50, 14), (60, 14), (64, 46), (78, 56), (80, 96), (92, 110), (88, 152), (74, 152), (76, 112),
        (66, 98), (64, 60), (52, 50)], dark(c, 0.06), 2)
    right = poly([(246, 10), (180, 14), (176, 50), (162, 60), (160, 98), (150, 112), (156, 152), (246, 152)],
        dark(c, 0.08), 2) + poly([(194, 13), (180, 14), (176, 50), (162, 60), (160, 98), (150, 112), (156, 152),
        (168, 152), (162, 116), (172, 102), (174, 64), (188, 54)], dark(c, 0.02), 2)
    bands = "".join(poly(p, k) for p, k in (([(-6, 28), (52, 30), (53, 38), (-6, 37)], dark(c, 0.08)),
        ([(-6, 62), (64, 66), (64, 75), (-6, 73)], dark(c, 0.06)), ([(-6, 106), (73, 112), (75, 121), (-6, 117)],
        dark(c, 0.1)), ([(246, 28), (192, 30), (190, 39), (246, 37)], dark(c, 0.15)),
        ([(246, 64), (174, 68), (173, 77), (246, 75)], dark(c, 0.14)),
        ([(246, 108), (167, 112), (164, 121), (246, 119)], dark(c, 0.17)),
        ([(-6, 14), (60, 14), (61, 20), (-6, 20)], light(c, 0.07)), ([(246, 10), (180, 14), (179, 20), (246, 16)],
        light(c, 0.03))))
    scrub = clump([(22, 12, 6), (30, 13, 5)], MOSS) + clump([(212, 10, 6)], LEAF)
    return put("canyon", (-6, 4, 252, 148), floor, far, scrub, left, right, bands, top=(30, 15))


@house("river")
def river(brush: Brush) -> Drawing:
    c = tint(brush, "#4fa8dc")
    grass = path("M-8 40Q60 22 120 30T240 26V136H-8z", "#8cc063")
    water = path("M120 30C150 36 176 44 150 56C110 72 66 74 60 94C54 116 84 128 96 136H200C176 124 138 112 140 "
        "98C144 82 216 76 214 54C212 40 176 34 140 29z", c) + path("M120 30C150 36 176 44 150 56C110 72 66 74 60 "
        "94C54 116 84 128 96 136H106C92 124 66 112 72 96C80 78 130 74 162 58C186 44 160 36 130 30z", dark(c, 0.06))
    gleams = "".join(line(p, light(c, 0.14), 2.4) for p in ([(158, 62), (184, 56)], [(100, 88), (124, 82)],
        [(96, 108), (120, 106)], [(126, 126), (150, 126)], [(176, 44), (192, 47)]))
    things = clump([(18, 46, 11), (32, 48, 9)], LEAF) + clump([(222, 92, 13), (208, 98, 10)], MOSS) + ball(52, 108, 8,
        STONE, 6, False) + ball(42, 114, 6, STONE, 4.4, False) + ball(150, 84, 7, STONE, 5, False) + each(4,
        lambda i: path(f"M{16 + i * 9} 92q-4-14-2-20q4 8 5 20z", MOSS))
    return put("river", (-8, 26, 248, 110), grass, water, gleams, things)


@house("lake")
def lake(brush: Brush) -> Drawing:
    c = tint(brush, "#56aede")
    land = disc(120, 66, 128, "#8cc063", 40) + path("M-4 74Q120 112 244 74Q232 106 120 106T-4 74z", "#78ad54")
    water = disc(120, 66, 104, dark(c, 0.06), 28) + disc(120, 69, 101, c,
        25) + "".join(line([(x, y), (x + w, y)], light(c, 0.13), 2.4) for x, y,
        w in ((60, 62, 28), (110, 56, 22), (150, 70, 30), (84, 80, 34), (136, 84, 20)))
    def fir(x: float, y: float, k: float) -> str:
        return move(x, y, box(-2, -8, 4, 9, OAK), poly([(0, -40), (13, -8), (-13, -8)], MOSS, 1),
            poly([(0, -40), (13, -8), (2, -8)], dark(MOSS, 0.05)), poly([(0, -48), (9, -26), (-9, -26)],
            light(MOSS, 0.03), 1), scale=k)
    reeds = each(5, lambda i: line([(196 + i * 6, 92), (198 + i * 7, 72 - i % 2 * 6)], MOSS, 2.4)
        + line([(198 + i * 7, 74 - i % 2 * 6), (198.5 + i * 7, 66 - i % 2 * 6)], "#8a5a34", 4))
    return put("lake", (-8, -11.5, 256, 117.5), land, "".join(fir(x, y, k) for x, y,
        k in ((36, 42, 0.8), (54, 36, 1.0), (74, 34, 0.75), (170, 35, 0.9), (190, 40, 1.05), (208, 44, 0.75))), water,
        disc(70, 84, 9, LEAF, 3), disc(84, 88, 7, MOSS, 2.4), reeds)
