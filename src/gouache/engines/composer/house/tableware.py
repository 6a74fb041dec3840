"""House drawings: vessels, cutlery and hand tools of the kitchen."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    CHROME,
    CREAM,
    GOLD,
    INK,
    IRON,
    LEAF,
    MOSS,
    PAPER,
    RED,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    arc,
    ball,
    basin,
    block,
    both,
    box,
    curve,
    disc,
    each,
    hollow,
    line,
    own,
    path,
    poly,
    put,
    ring,
    slab,
    stroke,
    taper,
    tint,
    wall,
)


@house("potato masher")
def potato_masher(brush: Brush) -> Drawing:
    c = tint(brush, WOOD)
    handle = path("M60 2C72 2 76 12 74 26C72 38 70 44 71 54H49C50 44 48 38 46 26C44 12 48 2 60 2z",
        c) + path("M63 2C73 4 76 13 74 26C72 38 70 44 71 54H63C65 40 68 20 63 2z", dark(c, 0.09))
    grain = curve([(54, 14), (53, 28), (55, 44)], dark(c, 0.11), 1.8) + curve([(60, 20), (61, 34), (59, 46)],
        dark(c, 0.11), 1.6) + line([(51, 10), (50.5, 24)], light(c, 0.12), 3)
    back = line([(22, 106), (22, 88)], dark(c, 0.16), 1)
    arms = stroke("M26 112V88C26 76 36 72 46 72H74C84 72 94 76 94 88V112", dark(c, 0.05),
        10) + stroke("M24 108V88C24 77 34 70.5 46 70.500H72", light(c, 0.06), 3)
    holes = each(4, lambda i: disc(36 + i * 16, 111, 5.4, dark(c, 0.3), 2.5)) + each(5,
        lambda i: disc(28 + i * 16, 117, 5.4, dark(c, 0.3), 2.6)) + each(4,
        lambda i: disc(36 + i * 16, 123, 5.4, dark(c, 0.3), 2.5))
    plate_ = wall(6, 117, 108, 11, c, 13) + disc(60, 117, 54, light(c, 0.07), 13)
    return put(
        "potato masher", (6, 2, 108, 139), back, plate_, holes, arms, handle, grain,
        block(45, 52, 30, 8, light(c, 0.03), 4, 0.3),
        poly([(49, 60), (71, 60), (67, 76), (53, 76)], dark(c, 0.06), 3), grip=(60, 26), facing="front",
    )


@house("cup")
def cup(brush: Brush) -> Drawing:
    c = tint(brush, "#4f9fc4")
    near = path("M14 24H98C98 62 84 86 56 86S14 62 14 24z", c) + path("M74 24H98C98 62 84 86 56 86C70 80 76 52 74 24z",
        dark(c, 0.09))
    front = near + curve([(26, 40), (30, 56), (38, 67)], light(c, 0.13), 4.5)
    return put(
        "cup", (4, 15, 115.5, 86), disc(60, 92, 56, light(c, 0.14), 9), disc(60, 90, 34, dark(c, 0.03), 5),
        stroke("M94 36c30-6 30 32-8 30", dark(c, 0.09), 8),
        disc(56, 24, 42, light(c, 0.1), 9), front, disc(56, 24, 42, light(c, 0.1), 9),
        disc(56, 25, 37, "#6b422b", 6.5), disc(50, 24, 22, "#835538", 3),
        front=front, mouth_rim=(56, 24), inside=(18, 10, 76, 60), grip=(112, 50),
    )


@house("mug")
def mug(brush: Brush) -> Drawing:
    c = tint(brush, "#e2574c")
    front = wall(8, 18, 76, 80, c, 10)
    return put(
        "mug", (8, 8, 103, 100), stroke("M82 38c32-6 32 44 0 42", dark(c, 0.09), 10), hollow(8, 18, 76, 10, c, 4),
        front, disc(46, 21, 34, "#6b422b", 6), disc(40, 20, 18, "#835538", 2.6),
        front=front, mouth_rim=(46, 18), inside=(12, 6, 68, 88), grip=(100, 58), text=(13, 32, 66, 64),
    )


@house("wine glass")
def wine_glass(brush: Brush) -> Drawing:
    wine, glass = tint(brush, "#9c2743"), "#cfe9f4"
    bowl = path("M12 4H76C80 46 68 68 44 68S8 46 12 4z", glass)
    liquid = path("M9 30H79C78 56 66 66 44 66S10 56 9 30z",
        wine) + path("M58 30H79C78 56 66 66 44 66C58 58 60 46 58 30z", dark(wine, 0.07))
    return put(
        "wine glass", (9, 4, 70, 127), path("M41 64h6v44q0 12 22 16v6H19v-6q22-4 22-16z", "#a9cfe0"),
        disc(44, 126, 32, "#bcdcea", 5), disc(40, 125, 20, "#e3f3f9", 2),
        bowl, liquid, disc(44, 30, 35, light(wine, 0.1), 4.5),
        curve([(18, 14), (17, 34), (24, 50)], "#ffffff", 4, 0.75), front=liquid, mouth_rim=(44, 5), grip=(44, 90),
    )


@house("glass of water")
def glass_of_water(brush: Brush) -> Drawing:
    c = tint(brush, "#8fd0ee")
    water = path("M10 36H74L68 106H16z", c) + path("M56 36H74L68 106H54z", dark(c, 0.08))
    return put("glass of water", (4.5, 4, 75.5, 110), poly([(4, 4), (80, 4), (71, 114), (13, 114)], "#dff1f8", 5),
        water, disc(42, 36, 32, light(c, 0.07), 4.5), line([(18, 16), (24, 92)], WHITE, 4), front=water,
        mouth_rim=(42, 5), grip=(42, 60))


@house("bottle")
def bottle(brush: Brush) -> Drawing:
    c = tint(brush, "#3f9a63")
    body = "M30 22H50V44C50 54 66 58 66 76V128q0 8-8 8H22q-8 0-8-8V76C14 58 30 54 30 44z"
    shade = path("M44 22H50V44C50 54 66 58 66 76V128q0 8-8 8H50Q54 132 54 124V76C54 62 44 56 44 44z", dark(c, 0.1))
    label = box(14, 78, 52, 42, CREAM) + box(54, 78, 12, 42, dark(CREAM, 0.08))
    return put("bottle", (14, 2, 52, 134), path(body, c), shade, label, box(27, 18, 26, 8, dark(c, 0.08), 3),
        box(30, 2, 20, 16, "#c9976a", 4), box(42, 2, 8, 16, "#a97a50", (0, 4, 4, 0)),
        line([(22, 76), (22, 68), (27, 61)], light(c, 0.16), 4), line([(35, 28), (35, 42)], light(c, 0.16), 3),
        mouth_rim=(40, 2), grip=(40, 60), text=(16, 80, 48, 38))


@house("jar")
def jar(brush: Brush) -> Drawing:
    c = tint(brush, "#f0a63a")
    return put("jar", (6, 4, 78, 106), box(6, 24, 78, 86, "#dbeef5", 16), box(11, 40, 68, 66, c, 12),
        box(62, 40, 17, 66, dark(c, 0.08), (0, 12, 12, 0)), disc(45, 40, 34, light(c, 0.08), 5),
        slab(8, 4, 74, 22, own(brush, "#c9524a", -0.08), 6), box(13, 54, 64, 40, PAPER, 4),
        line([(16, 46), (16, 84)], "#ffffff", 4, 0.7), mouth_rim=(45, 24), text=(15, 56, 60, 36))


@house("open jar")
def open_jar(brush: Brush) -> Drawing:
    c = tint(brush, "#cfe8f2")
    glass = box(6, 24, 78, 86, c, 16, 0.55) + box(12, 62, 66, 42, light(c, 0.04), 12, 0.6)
    rim = box(12, 12, 66, 16, dark(c, 0.06), 5, 0.8) + disc(45, 13, 33, light(c, 0.04), 5, 0.9)
    return put("open jar", (6, 8, 78, 102), glass, rim, line([(16, 42), (16, 92)], "#ffffff", 5, 0.8),
        line([(74, 46), (74, 66)], "#ffffff", 3, 0.6), mouth_rim=(45, 16), inside=(14, 34, 62, 70), grip=(45, 64))


@house("bowl")
def bowl(brush: Brush) -> Drawing:
    c = tint(brush, "#4a86d0")
    near = path("M2 30A62 15 0 0 0 126 30A62 58 0 0 1 2 30z",
        c) + path("M97 42.700Q118 38 126 30A62 58 0 0 1 64 88C88 80 97 62 97 42.700z",
        dark(c, 0.09)) + curve([(18, 52), (26, 65), (38, 75)], light(c, 0.13), 5) + arc(64, 30, 59.5, 0, 180,
        light(c, 0.08), 5, 13)
    return put("bowl", (2, 14.5, 124, 79.5), box(40, 84, 48, 10, dark(c, 0.14), (0, 0, 5, 5)),
        hollow(2, 30, 124, 15, c, 5), near, front=near, mouth_rim=(64, 30), inside=(12, 6, 104, 60))


@house("plate")
def plate(brush: Brush) -> Drawing:
    c = tint(brush, "#f1f3f2")
    return put("plate", (2, 6, 128, 44), disc(66, 30, 64, dark(c, 0.14), 20), disc(66, 26, 64, c, 20),
        disc(66, 27, 44, dark(c, 0.07), 13), disc(66, 28.5, 42, light(c, 0.02), 11.5),
        arc(66, 26, 58, 180, 250, light(c, 0.08), 2.5, 17), top=(66, 28))


@house("dish")
def dish(brush: Brush) -> Drawing:
    base = plate(brush)
    c = "#c0713f"
    leaves = each(4, lambda i: disc(34 + i * 7, 22 - (i % 2) * 4, 8, (LEAF, MOSS)[i % 2], 6))
    meat = ball(76, 16, 24, c, 13, shine=False) + each(3, lambda i: line([(62 + i * 10, 12), (68 + i * 10, 20)],
        dark(c, 0.16), 2.6))
    return put("dish", (2, 3, 128, 47), base.markup, leaves, disc(42, 30, 6, RED), disc(52, 33, 6, dark(RED, 0.05)),
        meat, each(4, lambda i: box(58 + i * 9, 32 - i % 2 * 2, 14, 5, YELLOW, 2)), top=(66, 10))


@house("spoon")
def spoon(brush: Brush) -> Drawing:
    c = tint(brush, "#b9c5d0")
    return put("spoon", (1, 1, 34, 136.5), taper(18, 40, 18, 132, 6, 11, dark(c, 0.05)),
        line([(16, 50), (15.5, 130)], light(c, 0.06), 2.5), disc(18, 24, 17, dark(c, 0.04), 23),
        disc(17, 25, 12, dark(c, 0.13), 18), disc(15.5, 26, 9, c, 14),
        curve([(9, 30), (8, 20), (13, 11)], light(c, 0.12), 2.5), grip=(18, 105))


@house("fork")
def fork(brush: Brush) -> Drawing:
    c = tint(brush, "#b9c5d0")
    return put("fork", (2, 2, 31.5, 135.5), taper(18, 50, 18, 132, 6, 11, dark(c, 0.05)),
        line([(16, 58), (15.5, 130)], light(c, 0.06), 2.5), each(4,
        lambda i: box(2 + i * 8.6, 2, 5.6, 36, (c, c, dark(c, 0.05), dark(c, 0.1))[i], 2.6)),
        path("M2 30H33.500C34 48 26 54 18 56C10 54 2 48 2 30z", c),
        path("M24 30H33.500C34 48 26 54 18 56C24 48 25 40 24 30z", dark(c, 0.08)), grip=(18, 105))


@house("knife")
def knife(brush: Brush) -> Drawing:
    c = tint(brush, "#c3cdd6")
    handle = own(brush, "#4a3a32", -0.18)
    return put("knife", (8, 4, 22.5, 138), path("M10 4C26 14 32 44 30 84H10z", c),
        path("M10 4C26 14 32 44 30 84H24C25 46 21 18 10 4z", light(c, 0.09)), box(8, 82, 20, 6, IRON, 2),
        block(8, 87, 19, 55, handle, 7, 0.3), disc(17, 100, 2.2, CHROME), disc(17, 126, 2.2, CHROME), grip=(17, 114))


@house("whisk")
def whisk(brush: Brush) -> Drawing:
    c = tint(brush, "#b3becb")
    wires = each(3, lambda i: ring(28, 38, 5 + i * 10, (c, dark(c, 0.05), dark(c, 0.1))[i], 3.6, 35))
    return put("whisk", (1, 1, 54, 145), wires, poly([(20, 68), (36, 68), (33, 84), (23, 84)], dark(c, 0.08), 3),
        block(21, 82, 14, 64, own(brush, "#3f4650", -0.1), 7, 0.34), disc(28, 138, 2.6, CHROME), grip=(28, 112))


@house("ladle")
def ladle(brush: Brush) -> Drawing:
    c = tint(brush, "#b3becb")
    return put("ladle", (4, 5.5, 53.5, 138.5), stroke("M54 12c-12-8-16 2-16 10V104", dark(c, 0.06), 7),
        line([(36, 26), (36, 100)], light(c, 0.08), 2), hollow(4, 108, 52, 9, c, 3), basin(30, 108, 26, 36, c),
        path("M44 108H56A26 36 0 0 1 30 144C42 138 45 124 44 108z", dark(c, 0.09)),
        curve([(10, 116), (14, 127), (20, 134)], light(c, 0.12), 3), grip=(38, 40), mouth_rim=(30, 108))


@house("spatula")
def spatula(brush: Brush) -> Drawing:
    c = tint(brush, "#3d4753")
    return put("spatula", (5.5, 2, 37.5, 146), box(21, 50, 7, 50, STEEL, 3),
        poly([(5, 2), (43, 2), (40, 54), (8, 54)], dark(c, 0.06), 9), poly([(5, 2), (33, 2), (31, 54), (8, 54)], c, 9),
        each(3, lambda i: box(14.5 + i * 7.6, 14, 3.4, 28, light(c, 0.28), 1.7)),
        block(17, 90, 15, 58, own(brush, RED, 0.0), 7, 0.34), grip=(24, 122))


@house("rolling pin")
def rolling_pin(brush: Brush) -> Drawing:
    c = tint(brush, "#d79f62")
    return put("rolling pin", (0, 2, 148, 34), box(2, 13, 144, 12, dark(c, 0.12), 6),
        box(0, 11, 18, 16, dark(c, 0.16), 7), box(130, 11, 18, 16, dark(c, 0.16), 7), slab(26, 2, 96, 34, c, 7, 0.34),
        line([(36, 9), (98, 9)], light(c, 0.1), 3.5), curve([(44, 17), (70, 18), (108, 16)], dark(c, 0.06), 1.6),
        grip=(8, 19))


@house("cutting board")
def cutting_board(brush: Brush) -> Drawing:
    c = tint(brush, "#d6a064")
    return put("cutting board", (2, 2, 80, 130), box(29, 2, 26, 40, c, 12), block(2, 32, 80, 100, c, 12, 0.16),
        disc(42, 15, 5, dark(c, 0.26)), each(3, lambda i: curve([(16 + i * 18, 48 + i * 6), (14 + i * 18, 80),
        (17 + i * 18, 118 - i * 8)], dark(c, 0.07), 2)), line([(10, 48), (10, 114)], light(c, 0.08), 2.5), top=(42, 80))


@house("pot")
def pot(brush: Brush) -> Drawing:
    c = tint(brush, "#d8574d")
    front = wall(16, 34, 108, 60, c, 13)
    return put("pot", (0, 21, 140, 86), both(70, stroke("M18 50H6q-3 0-3 3v4q0 3 3 3h10", IRON, 6)),
        hollow(16, 34, 108, 13, c, 4), front, front=front, mouth_rim=(70, 34), inside=(22, 14, 96, 70), grip=(4, 55))


@house("pan")
def pan(brush: Brush) -> Drawing:
    c = tint(brush, "#49525d")
    front = path("M4 22A44 9 0 0 0 92 22C90 40 84 46 74 46H22C12 46 6 40 4 22z",
        c) + path("M72 30A44 9 0 0 0 92 22C90 40 84 46 74 46H64C72 44 73 36 72 30z", dark(c, 0.07))
    return put("pan", (4, 6, 150, 40), poly([(84, 20), (104, 16), (108, 25), (86, 30)], dark(c, 0.1), 2),
        taper(108, 20, 148, 12, 9, 12, own(brush, WOOD, -0.1)), disc(146, 12.5, 2, dark(c, 0.3)),
        hollow(4, 21, 88, 10, c, 3), front, front=front, mouth_rim=(48, 21), grip=(130, 16), inside=(8, 6, 80, 34))


@house("tray")
def tray(brush: Brush) -> Drawing:
    c = tint(brush, "#b8834e")
    return put("tray", (2, 8, 136, 37), poly([(20, 8), (120, 8), (138, 36), (2, 36)], dark(c, 0.05), 6),
        poly([(25, 12), (115, 12), (128, 32), (12, 32)], light(c, 0.04), 4), slab(2, 33, 136, 12, c, 5),
        each(3, lambda i: line([(34 + i * 20, 20 + i % 2 * 5), (54 + i * 22, 20 + i % 2 * 5)], dark(c, 0.04), 1.6)),
        top=(70, 22), grip=(4, 38))


@house("chopsticks")
def chopsticks(brush: Brush) -> Drawing:
    c = tint(brush, "#b5573d")
    return put("chopsticks", (6, 0, 46, 138), taper(24, 4, 8, 136, 8, 4, c),
        taper(48, 4, 22, 136, 8, 4, dark(c, 0.06)), line([(23, 8), (21.5, 24)], GOLD, 8),
        line([(47, 8), (44, 24)], dark(GOLD, 0.05), 8), grip=(34, 36))


@house("salt shaker")
def salt_shaker(brush: Brush) -> Drawing:
    c = tint(brush, "#e8ecee")
    return put("salt shaker", (3, 2, 54, 100), poly([(12, 34), (48, 34), (58, 102), (2, 102)], dark(c, 0.09), 8),
        poly([(12, 34), (38, 34), (42, 102), (2, 102)], c, 8), path("M10 38V22a20 20 0 0 1 40 0v16z", STEEL),
        path("M38 38V6a20 20 0 0 1 12 16v16z", dark(STEEL, 0.09)),
        each(3, lambda i: disc(22 + i * 8, 16 - i % 2 * 4, 1.8, INK)), line([(16, 48), (12, 84)], light(c, 0.04), 3),
        grip=(30, 60))
