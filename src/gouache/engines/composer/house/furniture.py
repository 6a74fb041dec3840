"""House drawings: furniture and fittings of rooms."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    BRICK,
    CREAM,
    GOLD,
    GREEN,
    IRON,
    LEAF,
    NAVY,
    OAK,
    ORANGE,
    PURPLE,
    RED,
    SKY,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    YELLOW,
    arc,
    ball,
    basin,
    blob,
    block,
    both,
    box,
    bricks,
    curve,
    disc,
    dome,
    each,
    line,
    own,
    pane,
    path,
    poly,
    put,
    slab,
    stroke,
    tint,
    turn,
    wall,
)


@house("chair")
def chair(brush: Brush) -> Drawing:
    c = tint(brush, "#c1763d")
    rails = "".join(slab(17, y, 54, 9, c, 3, 0.36) for y in (8, 24, 40))
    posts = block(10, 2, 9, 74, c, 4, 0.36) + block(69, 2, 9, 74, dark(c, 0.03), 4, 0.36)
    legs = box(20, 80, 7, 46, dark(c, 0.17), 2) + box(61, 80, 7, 46, dark(c, 0.17), 2) + block(5, 80, 10, 58, c, 3,
        0.4) + block(73, 80, 10, 58, c, 3, 0.4) + box(12, 108, 62, 5, dark(c, 0.13))
    seat = poly([(12, 66), (76, 66), (86, 80), (2, 80)], light(c, 0.06), 3) + slab(2, 78, 84, 10, c, 4, 0.4)
    return put("chair", (2, 2, 84, 136), posts, rails, legs, seat, seat=(44, 74), top=(44, 74))


@house("armchair")
def armchair(brush: Brush) -> Drawing:
    c = tint(brush, "#3f8f8a")
    arms = block(2, 48, 26, 62, c, 12, 0.2) + block(98, 48, 26, 62, dark(c, 0.03), 12, 0.3)
    return put("armchair", (2, 6, 122, 118), box(14, 106, 9, 18, OAK, 2), box(103, 106, 9, 18, OAK, 2),
        block(18, 6, 90, 84, dark(c, 0.03), 20, 0.16), box(30, 16, 64, 60, c, 14), disc(48, 40, 2.5, dark(c, 0.12)),
        disc(78, 40, 2.5, dark(c, 0.12)), slab(22, 70, 82, 22, light(c, 0.06), 9, 0.36),
        box(20, 90, 86, 20, dark(c, 0.08), 4), arms, disc(15, 60, 9, light(c, 0.07)), disc(111, 60, 9, light(c, 0.03)),
        front=arms, seat=(63, 74))


@house("couch")
def couch(brush: Brush) -> Drawing:
    c = tint(brush, "#4f80c0")
    arms = block(2, 36, 28, 56, c, 13, 0.18) + block(154, 36, 28, 56, dark(c, 0.03), 13, 0.3) + disc(16, 49, 9,
        light(c, 0.07)) + disc(168, 49, 9, light(c, 0.03))
    backs = block(20, 8, 74, 62, light(c, 0.01), 16, 0.1) + block(90, 8, 74, 62, c, 16, 0.14)
    cushions = slab(26, 56, 67, 20, light(c, 0.07), 8, 0.36) + slab(91, 56, 67, 20, light(c, 0.05), 8, 0.36)
    pillow = turn(-10, 52, 46, box(38, 32, 28, 28, own(brush, YELLOW, 0.16), 8))
    return put("couch", (2, 8, 180, 98), box(16, 90, 9, 16, OAK, 2), box(159, 90, 9, 16, OAK, 2), backs, pillow,
        box(22, 72, 140, 21, dark(c, 0.09), 4), cushions, arms, front=arms, seat=(92, 60), bed=(92, 60))


@house("stool")
def stool(brush: Brush) -> Drawing:
    c = tint(brush, WOOD)
    return put("stool", (4, 4, 76, 100), line([(26, 20), (14, 100)], dark(c, 0.06), 8),
        line([(58, 20), (70, 100)], dark(c, 0.12), 8), line([(42, 20), (42, 92)], dark(c, 0.18), 7),
        line([(20, 70), (64, 70)], dark(c, 0.1), 5), wall(4, 13, 76, 9, c, 9), disc(42, 13, 38, light(c, 0.07), 9),
        disc(42, 13, 26, light(c, 0.03), 5.5), seat=(42, 13), top=(42, 13))


@house("dining table")
def dining_table(brush: Brush) -> Drawing:
    c = tint(brush, "#b87943")
    return put("dining table", (0, 4, 180, 94), box(34, 36, 9, 46, dark(c, 0.19), 2),
        box(137, 36, 9, 46, dark(c, 0.19), 2), box(14, 34, 152, 12, dark(c, 0.13), 2),
        block(12, 34, 13, 64, c, 3, 0.4), block(155, 34, 13, 64, c, 3, 0.4),
        poly([(24, 4), (156, 4), (180, 27), (0, 27)], light(c, 0.06), 3),
        each(3, lambda i: line([(30 + i * 40, 10 + i * 5), (80 + i * 34, 10 + i * 5)], dark(c, 0.0), 2)),
        slab(0, 25, 180, 11, c, 4, 0.36), top=(90, 15))


@house("desk")
def desk(brush: Brush) -> Drawing:
    c = tint(brush, "#a9713f")
    drawers = each(3, lambda i: box(102, 38 + i * 18, 48, 15, light(c, 0.05), 3)
        + box(119, 44 + i * 18, 14, 3.5, dark(c, 0.26), 1.7))
    return put("desk", (0, 8, 160, 94), box(12, 32, 140, 16, dark(c, 0.14)), block(8, 32, 10, 70, c, 2, 0.4),
        block(96, 32, 60, 66, c, 3, 0.12), box(98, 96, 8, 6, dark(c, 0.2)), box(146, 96, 8, 6, dark(c, 0.2)), drawers,
        poly([(16, 8), (144, 8), (160, 25), (0, 25)], light(c, 0.07), 3), slab(0, 23, 160, 10, c, 4, 0.4), top=(80, 16))


@house("coffee table")
def coffee_table(brush: Brush) -> Drawing:
    c = tint(brush, "#b57f4c")
    return put("coffee table", (0, 3, 150, 57), box(30, 26, 7, 26, dark(c, 0.18), 2),
        box(113, 26, 7, 26, dark(c, 0.18), 2), block(10, 26, 10, 34, c, 3, 0.4), block(130, 26, 10, 34, c, 3, 0.4),
        disc(75, 24, 75, dark(c, 0.1), 15), disc(75, 18, 75, light(c, 0.05), 15), disc(70, 17, 56, light(c, 0.09), 9),
        top=(75, 18))


@house("bed")
def bed(brush: Brush) -> Drawing:
    c = tint(brush, "#5a8fd0")
    wood = own(brush, "#8f5e38", -0.12)
    blanket = path("M58 50Q62 44 72 44H168Q180 44 180 56V84H54z", c) + path("M54 72H180V84H54z",
        dark(c, 0.1)) + path("M58 50Q62 44 72 44H84L76 84H54z", light(c, 0.09))
    pillow = blob([(20, 40), (34, 34), (52, 36), (60, 44), (54, 52), (36, 54), (20, 50)],
        WHITE) + curve([(26, 50), (40, 51), (52, 48)], "#d5dadd", 2)
    return put("bed", (0, 8, 190, 98), block(0, 8, 14, 98, wood, 6, 0.36), block(178, 40, 12, 66, wood, 6, 0.4),
        box(10, 50, 172, 32, "#eceff0", 6), pillow, blanket, slab(8, 82, 176, 14, wood, 3),
        box(18, 94, 9, 12, dark(wood, 0.1), 2), box(164, 94, 9, 12, dark(wood, 0.1), 2),
        curve([(96, 52), (128, 50), (160, 53)], light(c, 0.1), 3),
        front=path("M58 56Q62 50 72 50H168Q180 50 180 60V84H54z", c) + path("M54 72H180V84H54z", dark(c, 0.1)),
        bed=(96, 46), seat=(120, 45), facing="left")


@house("sun lounger")
def sun_lounger(brush: Brush) -> Drawing:
    c = tint(brush, "#f6efe0")
    wood = "#c48749"
    stripe = own(brush, "#ef7b55", -0.1)
    legs = line([(26, 72), (18, 100)], dark(wood, 0.06), 9) + line([(106, 72), (114, 100)], dark(wood, 0.06), 9)
    prop = line([(148, 44), (156, 100)], dark(wood, 0.12), 8)
    frame = stroke("M8 70H122L170 22", wood, 9) + line([(8, 67.5), (120, 67.5)], light(wood, 0.08), 2.4)
    pad = path("M10 48H114L154 8q6-5 12 1t1 12L126 64H10q-7 0-7-8t7-8z",
        c) + path("M3 58H121L168 11q4 5-1 10L126 64H10q-6 0-7-6z", dark(c, 0.08))
    bands = each(4, lambda i: poly([(26 + i * 22, 48), (37 + i * 22, 48), (37 + i * 22, 64), (26 + i * 22, 64)],
        stripe)) + each(2, lambda i: poly([(119 + i * 15, 43 - i * 15), (126 + i * 15, 36 - i * 15),
        (137 + i * 15, 53 - i * 15), (129.5 + i * 15, 60.5 - i * 15)], stripe))
    shade = path("M3 58H121L168 11q4 5-1 10L126 64H10q-6 0-7-6z", "#3a2010", 0.1)
    towel = turn(-45, 158, 14, box(142, 3, 30, 14, light(c, 0.04) if brush.base else WHITE, 7),
        box(142, 10, 30, 7, dark(c, 0.05), (0, 0, 7, 7)))
    return put("sun lounger", (3, -1, 171.5, 105.5), prop, legs, frame, pad, bands, shade, towel, bed=(76, 49),
        seat=(108, 48), facing="left", front=path("M3 58H121L126 64H10q-6 0-7-6z", dark(c, 0.08)))


@house("hammock")
def hammock(brush: Brush) -> Drawing:
    c = tint(brush, "#e8604c")
    near = path("M26 30C50 92 140 92 164 30C150 66 40 66 26 30z", dark(c, 0.06)) + each(5,
        lambda i: curve([(40 + i * 4, 50 + i * 5.5), (95, 62 + i * 5), (150 - i * 4, 50 + i * 5.5)],
        (light(c, 0.2), own(brush, YELLOW, 0.12))[i % 2], 3))
    return put("hammock", (2.5, 6.5, 184.5, 77), each(3, lambda i: line([(4, 8), (30, 26 + i * 9)], "#d8c7a0", 2.4)
        + line([(186, 8), (160, 26 + i * 9)], "#d8c7a0", 2.4)),
        path("M26 26C60 52 130 52 164 26C150 84 40 84 26 26z", c), near, front=near, bed=(95, 56), seat=(95, 58))


@house("bookshelf")
def bookshelf(brush: Brush) -> Drawing:
    c = tint(brush, "#9c6a3f")
    hues = (RED, TEAL, YELLOW, NAVY, GREEN, ORANGE, PURPLE, BLUE)
    def books(row: int) -> str:
        return each(9 - row % 2 * 2, lambda i: box(13 + i * 8.6, 34 * row + 14 + (i * 7 + row * 5) % 4 * 2.5, 7.4,
            24 - (i * 7 + row * 5) % 4 * 2.5, hues[(i * 3 + row * 5) % 8], 1))
    shelves = each(4, lambda i: box(8, 38 + i * 34, 92, 5, light(c, 0.05)))
    return put("bookshelf", (108, 150), block(0, 0, 108, 150, c, 4, 0.07), box(8, 8, 92, 134, dark(c, 0.18), 2),
        each(4, books), shelves, box(82, 56, 14, 16, WHITE, 3), disc(89, 50, 8, LEAF), top=(54, 1))


@house("wardrobe")
def wardrobe(brush: Brush) -> Drawing:
    c = tint(brush, "#b07c4d")
    return put("wardrobe", (100, 146), box(8, 136, 12, 10, dark(c, 0.22), 2), box(80, 136, 12, 10, dark(c, 0.22), 2),
        block(3, 6, 94, 132, c, 4, 0.1), both(50, box(9, 14, 38, 90, light(c, 0.04), 4),
        box(14, 20, 28, 78, dark(c, 0.03), 3), box(41, 56, 3.5, 14, dark(c, 0.3), 1.7)),
        box(9, 110, 82, 20, light(c, 0.04), 4), box(40, 117, 20, 4, dark(c, 0.3), 2),
        slab(0, 0, 100, 10, light(c, 0.02), 3), top=(50, 1))


@house("dresser")
def dresser(brush: Brush) -> Drawing:
    c = tint(brush, "#c08a58")
    drawers = each(6, lambda i: box(8 + i % 2 * 58, 16 + i // 2 * 24, 54, 20, light(c, 0.05), 4)
        + box(28 + i % 2 * 58, 24 + i // 2 * 24, 14, 4, dark(c, 0.3), 2))
    return put("dresser", (0, 2, 128, 100), box(8, 90, 10, 12, dark(c, 0.24), 2),
        box(110, 90, 10, 12, dark(c, 0.24), 2), block(3, 8, 122, 84, c, 4, 0.06), drawers, slab(0, 2, 128, 10, c, 4),
        top=(64, 3))


@house("shelf")
def shelf(brush: Brush) -> Drawing:
    c = tint(brush, "#b57f4c")
    return put("shelf", (0, 2, 150, 30), both(75, path("M20 14h10v18q-10-4-10-18z", dark(c, 0.16))),
        poly([(8, 2), (142, 2), (150, 10), (0, 10)], light(c, 0.08), 2), slab(0, 9, 150, 9, c, 3), top=(75, 6))


@house("lamp")
def lamp(brush: Brush) -> Drawing:
    c = tint(brush, "#f3c765")
    return put("lamp", (3.5, 4, 89.5, 124), box(44, 60, 8, 56, GOLD, 2), box(49, 60, 3, 56, dark(GOLD, 0.1)),
        ball(48, 92, 17, own(brush, TEAL, -0.08), 20), dome(48, 128, 28, 12, dark(GOLD, 0.08)),
        poly([(26, 4), (70, 4), (94, 64), (2, 64)], c, 5), poly([(58, 4), (70, 4), (94, 64), (66, 64)], dark(c, 0.06),
        4), poly([(32, 4), (40, 4), (30, 64), (16, 64)], light(c, 0.07), 3), box(4, 58, 88, 5, dark(c, 0.1), 2))


@house("floor lamp")
def floor_lamp(brush: Brush) -> Drawing:
    c = tint(brush, "#f0d9a6")
    return put("floor lamp", (3, 2, 66.5, 172), block(33, 50, 6, 120, IRON, 2, 0.4), dome(36, 174, 24, 8, IRON),
        poly([(18, 2), (54, 2), (70, 54), (2, 54)], c, 5), poly([(46, 2), (54, 2), (70, 54), (51, 54)], dark(c, 0.07),
        4), poly([(22, 2), (29, 2), (20, 54), (10, 54)], light(c, 0.06), 3), box(4, 49, 64, 5, dark(c, 0.12), 2))


@house("rug")
def rug(brush: Brush) -> Drawing:
    c = tint(brush, "#b5485a")
    return put("rug", (2.5, 0, 164.5, 56), each(15, lambda i: line([(34 + i * 7.3, 4), (34 + i * 7.3, 1)], CREAM, 2)
        + line([(6 + i * 11.3, 50), (5 + i * 11.5, 55)], CREAM, 2)),
        poly([(30, 4), (140, 4), (168, 51), (2, 51)], c, 2), poly([(36, 9), (134, 9), (154, 46), (16, 46)],
        light(c, 0.16)), poly([(39, 12), (131, 12), (148, 43), (22, 43)], c),
        poly([(85, 15), (118, 27), (85, 40), (52, 27)], own(brush, "#e8b95c", 0.14)),
        poly([(85, 20), (104, 27), (85, 35), (66, 27)], dark(c, 0.06)), top=(85, 28), seat=(85, 28))


@house("curtain")
def curtain(brush: Brush) -> Drawing:
    c = tint(brush, "#c5545e")
    half = path("M6 10H66C66 50 50 70 34 86L40 128H6z", c) + each(3,
        lambda i: path(f"M{16 + i * 15} 10h8C{24 + i * 14} 50 {22 + i * 8} 70 {20 + i * 6} 84L{22 + i * 6} "
        f"128h-6L{16 + i * 5} 84C{16 + i * 8} 60 {16 + i * 14} 40 {16 + i * 15} 10z", dark(c, 0.08))) + box(4, 82, 36,
        8, own(brush, GOLD, 0.12), 4)
    return put("curtain", (-2, 1.5, 154, 126.5), both(75, half), box(0, 4, 150, 7, GOLD, 3.5),
        disc(4, 7.5, 6, dark(GOLD, 0.06)), disc(146, 7.5, 6, dark(GOLD, 0.06)))


@house("window")
def window(brush: Brush) -> Drawing:
    c = tint(brush, WHITE)
    return put("window", (0, 2, 120, 128), box(6, 2, 108, 118, dark(c, 0.1), 5), box(4, 2, 108, 116, c, 5),
        "".join(pane(x, y, 44, 48, SKY) for x in (12, 60) for y in (10, 62)), slab(0, 116, 120, 14, c, 3),
        top=(60, 117), inside=(12, 10, 92, 100))


@house("door")
def door(brush: Brush) -> Drawing:
    c = tint(brush, "#a8653a")
    panels = "".join(box(x, y, 24, h, dark(c, 0.1), 2) + box(x + 2, y + 2, 22, h - 2, light(c, 0.04), 2) for x in (15,
        47) for y, h in ((16, 44), (70, 52)))
    return put("door", (86, 142), box(0, 0, 86, 142, own(brush, "#e9dfcf", -0.14), 3),
        block(7, 8, 72, 132, c, 2, 0.08), panels, disc(70, 76, 4.5, dark(GOLD, 0.1)),
        disc(69, 75, 3.5, light(GOLD, 0.06)), box(7, 136, 72, 5, dark(c, 0.14)))


@house("fireplace")
def fireplace(brush: Brush) -> Drawing:
    c = tint(brush, BRICK)
    flame = path("M70 98C52 92 54 74 64 66C64 74 70 74 70 62C70 54 76 50 78 44C80 56 92 64 90 78C90 92 84 96 78 98z",
        "#f28a2e") + path("M74 98C64 94 66 84 74 76C76 82 82 84 82 90Q81 96 78 98z", "#fbd04c")
    return put("fireplace", (0, 4, 150, 116), block(10, 16, 130, 104, c, 3, 0.1), bricks(14, 20, 122, 96, c, 8, 7),
        path("M36 120V66Q36 42 75 42T114 66V120z", "#3a2c28"), flame, turn(8, 75, 104, box(52, 98, 46, 9, OAK, 4)),
        turn(-8, 75, 104, box(52, 100, 46, 9, dark(OAK, 0.06), 4)),
        slab(0, 4, 150, 15, own(brush, "#8a5a34", -0.08), 3), box(28, 114, 94, 6, dark(c, 0.16)), top=(75, 5))


@house("mirror")
def mirror_(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    return put("mirror", (96, 132), disc(48, 66, 48, dark(c, 0.1), 66), disc(47, 65, 46, c, 64),
        disc(48, 66, 37, dark(c, 0.2), 55), disc(48, 67, 36, "#cbe7f1", 54),
        turn(24, 48, 66, box(30, 18, 12, 96, "#e3f4f9", 6), box(48, 22, 5, 88, "#e3f4f9", 2.5)),
        arc(47, 65, 42, 190, 250, light(c, 0.14), 3, 60), inside=(20, 24, 56, 86))


@house("staircase")
def staircase(brush: Brush) -> Drawing:
    c = tint(brush, "#b98654")
    steps = each(6, lambda i: box(i * 24, 110 - i * 18, 144 - i * 24, 18, (dark(c, 0.05), dark(c, 0.07))[i % 2])
        + box(i * 24 - 2, 108 - i * 18, 146 - i * 24, 6, light(c, 0.08), 2))
    posts = each(6, lambda i: box(9 + i * 24, 64 - i * 18, 4, 46, dark(c, 0.2)))
    return put("staircase", (-2, -31, 146, 159), steps, posts, line([(8, 64), (134, -28)], dark(c, 0.26), 6),
        facing="left")


@house("ladder")
def ladder(brush: Brush) -> Drawing:
    c = tint(brush, "#cc9a5c")
    return put("ladder", (6, 0, 54, 150), each(7, lambda i: slab(12, 12 + i * 19, 42, 6, dark(c, 0.04), 2, 0.4)),
        block(6, 0, 9, 150, c, 3, 0.36), block(51, 0, 9, 150, c, 3, 0.36), grip=(33, 70))


@house("bathtub")
def bathtub(brush: Brush) -> Drawing:
    c = tint(brush, "#eef1f3")
    front = path("M6 42H154C154 78 140 98 118 98H42C20 98 6 78 6 42z",
        c) + path("M118 42H154C154 78 140 98 118 98H98C116 92 120 66 118 42z", dark(c, 0.07)) + box(0, 36, 160, 11,
        light(c, 0.03), 5.5) + box(4, 46, 152, 3, dark(c, 0.1), 1.5) + curve([(20, 58), (26, 74), (38, 86)],
        light(c, 0.05), 4.5)
    foam = each(7, lambda i: disc(26 + i * 18, 36 - (i * 5) % 7, 10 + i % 3 * 2.5, "#f7fbfd")) + each(5,
        lambda i: disc(36 + i * 22, 30 - (i * 3) % 5, 4, "#d9eef6"))
    return put("bathtub", (0, 7, 160, 105), stroke("M146 38V18q0-8-8-8t-8 8v3", GOLD, 6), foam,
        box(34, 94, 12, 18, GOLD, 5), box(114, 94, 12, 18, GOLD, 5), front, front=foam + front, mouth_rim=(76, 36),
        inside=(14, 0, 110, 60), seat=(70, 50))


@house("shower")
def shower(brush: Brush) -> Drawing:
    c = tint(brush, "#aebcc8")
    drops = each(5, lambda i: each(3, lambda j: line([(20 + i * 12 + (i - 2) * j * 3, 50 + j * 26 + i % 2 * 8),
        (19.5 + i * 12 + (i - 2) * (j * 3 + 1), 60 + j * 26 + i % 2 * 8)], "#6fbce6", 3.4)))
    return put("shower", (3.5, 2, 104.5, 134), block(94, 10, 10, 126, c, 3, 0.36),
        stroke("M98 22V16q0-10-12-10H56q-12 0-12 12v10", c, 8), dome(44, 42, 34, 18, c),
        box(8, 40, 72, 7, dark(c, 0.12), 3), drops, disc(99, 82, 9, dark(c, 0.08)),
        box(96, 66, 6, 16, dark(c, 0.18), 3), curve([(20, 36), (27, 30), (36, 28)], light(c, 0.14), 3))


@house("toilet")
def toilet(brush: Brush) -> Drawing:
    c = tint(brush, "#eceff2")
    return put("toilet", (0, 2, 116, 124), block(74, 6, 38, 62, c, 6, 0.28), slab(70, 2, 46, 10, light(c, 0.03), 4),
        box(84, 18, 14, 4, STEEL, 2), path("M36 84H96C98 100 94 112 100 126H46C52 112 46 96 36 84z", dark(c, 0.05)),
        path("M72 90H96C98 100 94 112 100 126H76C82 112 76 100 72 90z", dark(c, 0.12)),
        path("M4 66H100C102 88 88 98 66 98H44C20 98 6 86 4 66z", c),
        path("M72 66H100C102 88 88 98 66 98H56C74 92 76 80 72 66z", dark(c, 0.08)),
        box(0, 58, 104, 10, light(c, 0.03), 5), box(4, 66, 96, 3, dark(c, 0.14), 1.5),
        turn(4, 78, 58, box(68, 14, 9, 46, light(c, 0.0), 4)),
        curve([(16, 74), (22, 84), (32, 90)], light(c, 0.04), 3.5), facing="left", seat=(46, 58), mouth_rim=(46, 58))


@house("crib")
def crib(brush: Brush) -> Drawing:
    c = tint(brush, "#e0b98a")
    bars = each(9, lambda i: box(14 + i * 13, 26, 5, 58, c, 2))
    return put("crib", (2, 6, 132, 104), box(10, 66, 116, 18, SKY, 4), ball(30, 62, 12, WHITE, 8, shine=False), bars,
        slab(8, 20, 120, 9, c, 4), slab(8, 82, 120, 9, c, 4), block(2, 6, 11, 104, c, 5, 0.36),
        block(123, 6, 11, 104, c, 5, 0.36), front=bars + slab(8, 20, 120, 9, c, 4), bed=(68, 64),
        inside=(14, 10, 108, 70))


@house("ceiling fan")
def ceiling_fan(brush: Brush) -> Drawing:
    c = tint(brush, "#a8794c")
    return put("ceiling fan", (2.5, 0, 164.5, 52), box(81, 0, 8, 26, STEEL),
        both(85, poly([(74, 26), (2, 20), (4, 34), (74, 34)], c, 5)),
        poly([(60, 20), (84, 30), (70, 16), (52, 12)], dark(c, 0.1), 3),
        poly([(110, 20), (86, 30), (100, 16), (118, 12)], dark(c, 0.1), 3), box(70, 22, 30, 16, IRON, 6),
        basin(85, 38, 14, 14, "#fff0c0"))
