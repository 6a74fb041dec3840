"""House drawings: kitchen machines and basins."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    CHROME,
    GREEN,
    INK,
    IRON,
    LEAF,
    PAPER,
    RED,
    STEEL,
    TEAL,
    WHITE,
    YELLOW,
    arc,
    ball,
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
    pale,
    path,
    polar,
    poly,
    put,
    stroke,
    tint,
)


@house("toaster")
def toaster(brush: Brush) -> Drawing:
    c = tint(brush, "#d9564f")
    slice_ = box(0, 0, 38, 40, "#c98a4b", (13, 13, 4, 4)) + box(4, 4, 30, 36, "#f2cd91", (10, 10, 2, 2))
    body = block(8, 44, 112, 62, c, 20, 0.16) + box(18, 50, 60, 5, light(c, 0.12), 2.5)
    lever = box(118, 62, 5, 26, dark(c, 0.25), 2) + box(114, 62, 16, 8, INK, 3)
    panel = disc(92, 88, 8, CHROME) + box(91, 82, 2.4, 7, INK, 1) + box(26, 86, 40, 4, dark(c, 0.12), 2)
    return put(
        "toaster", (8, 18, 122, 92), move(22, 18, slice_), move(66, 18, slice_), lever, body,
        box(20, 43, 88, 7, dark(c, 0.26), 3.5), box(16, 102, 18, 8, INK, 3), box(94, 102, 18, 8, INK, 3), panel,
        front=body + box(20, 43, 88, 7, dark(c, 0.26), 3.5) + panel, mouth_rim=(64, 44), top=(64, 44), grip=(122, 68),
    )  # fmt: skip


@house("microwave")
def microwave(brush: Brush) -> Drawing:
    c = tint(brush, "#c9d2da")
    keys = each(9, lambda i: box(122 + i % 3 * 9, 50 + i // 3 * 9, 6.5, 6.5, light(c, 0.1), 2))
    glass = box(14, 18, 92, 58, dark(c, 0.22), 8) + box(19, 23, 82, 48, "#39454f", 5)
    glow = poly([(30, 71), (56, 23), (72, 23), (46, 71)], "#4b5964")
    return put(
        "microwave", (0, 6, 160, 91), box(16, 88, 16, 9, INK, 3), box(128, 88, 16, 9, INK, 3),
        block(0, 6, 160, 86, c, 10, 0.24),
        glass, glow, disc(60, 64, 24, "#aebbc5", 4), box(109, 20, 5, 54, dark(c, 0.3), 2.5),
        box(121, 18, 27, 13, "#26323a", 3),
        each(3, lambda i: box(125 + i * 7, 22, 4, 5, "#7fe0b0", 1)), keys, disc(135, 40, 5, dark(c, 0.3)),
        box(8, 9, 100, 3, light(c, 0.1), 1.5), top=(80, 7), inside=(19, 23, 82, 48),
    )  # fmt: skip


@house("oven")
def oven(brush: Brush) -> Drawing:
    c = tint(brush, "#d7dde2")
    knobs = each(4, lambda i: disc(22 + i * 16, 31, 5.5, INK) + box(21 + i * 16, 26, 2, 5, WHITE, 1))
    hob = each(2, lambda i: box(16 + i * 58, 10, 34, 5, INK, 2) + box(12 + i * 58, 6, 42, 4, "#4a525d", 2))
    return put(
        "oven", (0, 6, 120, 126), box(10, 122, 14, 10, INK, 2), box(96, 122, 14, 10, INK, 2),
        block(0, 14, 120, 112, c, 7, 0.16),
        hob, knobs, box(86, 26, 24, 10, "#26323a", 3), box(90, 29, 10, 4, "#7fe0b0", 1),
        box(6, 42, 108, 2, dark(c, 0.16)),
        box(10, 52, 100, 56, dark(c, 0.12), 8), box(17, 62, 86, 40, "#39302c", 6),
        box(17, 80, 86, 22, "#8a4a26", (0, 0, 6, 6)),
        box(20, 82, 80, 2.5, "#b9a08a", 1), box(20, 92, 80, 2.5, "#b9a08a", 1),
        poly([(34, 102), (56, 62), (68, 62), (46, 102)], "#ffffff", o=0.12),
        box(18, 54, 84, 5, STEEL, 2.5), box(12, 114, 96, 6, dark(c, 0.1), 3), top=(60, 6), inside=(17, 62, 86, 40),
    )  # fmt: skip


@house("stove")
def stove(brush: Brush) -> Drawing:
    d = oven(brush)
    return put("stove", (0, 6, 120, 126), d.markup, top=(60, 6))


@house("refrigerator")
def refrigerator(brush: Brush) -> Drawing:
    c = tint(brush, "#cfdce4")
    return put(
        "refrigerator", (90, 150), box(8, 140, 14, 10, INK, 2), box(68, 140, 14, 10, INK, 2),
        block(0, 0, 90, 145, c, 9, 0.14),
        box(0, 50, 90, 3.4, dark(c, 0.22)), box(10, 20, 6, 24, dark(c, 0.32), 3), box(10, 60, 6, 36, dark(c, 0.32), 3),
        box(24, 8, 30, 4, light(c, 0.1), 2), box(24, 62, 4, 56, light(c, 0.08), 2), box(50, 70, 14, 14, YELLOW, 1),
        disc(57, 70, 2.4, RED), box(34, 22, 13, 16, PAPER, 1), disc(40, 22, 2.4, BLUE),
        box(6, 134, 78, 3, dark(c, 0.14), 1.5),
        top=(45, 1),
    )  # fmt: skip


@house("open refrigerator")
def open_refrigerator(brush: Brush) -> Drawing:
    c = tint(brush, "#cfdce4")
    door = poly([(88, 2), (124, 12), (124, 140), (88, 146)], c, 4) + poly([(94, 12), (118, 19), (118, 132), (94, 137)],
        light(c, 0.07), 3)
    racks = each(3, lambda i: box(94, 46 + i * 32, 24, 10, dark(c, 0.12), 2)
        + box(97 + i * 3, 34 + i * 32, 7, 13, (RED, LEAF, YELLOW)[i], 2))
    shelves = each(3, lambda i: box(8, 44 + i * 30, 72, 3.4, "#9fc4d6", 1))
    food = disc(22, 37, 7, RED) + disc(36, 37, 7, GREEN) + box(52, 22, 12, 22, WHITE, 3) + box(52, 28, 12, 8,
        BLUE) + box(16, 60, 26, 14, YELLOW, 2) + basin(60, 64, 12, 10, TEAL)
    return put(
        "open refrigerator", (124, 150), box(8, 140, 12, 10, INK, 2), box(70, 140, 12, 10, INK, 2),
        box(0, 0, 88, 146, c, 8), box(7, 7, 74, 132, "#eef7fb", 4),
        shelves, food, box(12, 110, 64, 24, "#c5e2ee", 4), box(36, 116, 16, 3, "#8fb4c6", 1.5), door, racks,
        front=box(12, 110, 64, 24, "#c5e2ee", 4), mouth_rim=(44, 100), inside=(8, 8, 72, 126),
    )  # fmt: skip


@house("sink")
def sink(brush: Brush) -> Drawing:
    c = tint(brush, "#e9eef1")
    tap = stroke("M66 44V20a14 14 0 0 1 28 0v8", STEEL, 8) + stroke("M64 42V20a16 16 0 0 1 14-16", CHROME,
        2.5) + box(58, 38, 16, 8, IRON, 3)
    knobs = both(66, box(34, 32, 14, 6, STEEL, 3), box(38, 36, 6, 10, IRON, 2))
    bowl = path("M6 56H126C126 86 112 98 90 98H42C20 98 6 86 6 56z",
        c) + path("M96 56H126C126 86 112 98 90 98H76C92 92 97 76 96 56z", dark(c, 0.07))
    return put(
        "sink", (0, 2, 132, 140), poly([(50, 92), (82, 92), (78, 136), (54, 136)], dark(c, 0.1)),
        poly([(50, 92), (70, 92), (68, 136), (54, 136)], dark(c, 0.04)),
        box(44, 132, 44, 10, c, (5, 5, 2, 2)), knobs, tap, bowl, box(0, 44, 132, 15, light(c, 0.04), 6),
        box(4, 55, 124, 4, dark(c, 0.1), 2),
        curve([(22, 68), (26, 80), (36, 88)], light(c, 0.08), 3.5), front=bowl, mouth_rim=(66, 48),
        inside=(14, 36, 104, 20),
    )  # fmt: skip


@house("kettle")
def kettle(brush: Brush) -> Drawing:
    c = tint(brush, "#4a90a8")
    return put(
        "kettle", (2, 10.5, 108.5, 105.5), stroke("M36 44C36 4 100 4 100 44", INK, 7),
        path("M30 84L4 54q-4-8 5-9l12 4L44 66z", dark(c, 0.05)), box(2, 44, 14, 6, dark(c, 0.18), 3),
        path("M28 106C20 70 34 46 54 42H82C102 46 116 70 108 106q-2 10-12 10H40q-10 0-12-10z", dark(c, 0.09)),
        path("M28 106C20 70 34 46 54 42H78C92 50 100 76 94 106q-2 10-10 10H40q-10 0-12-10z", c),
        dome(68, 44, 18, 9, dark(c, 0.1)), disc(68, 32, 6, INK),
        curve([(40, 92), (40, 74), (48, 60)], light(c, 0.13), 4.5), box(30, 108, 76, 6, dark(c, 0.14), 3),
        facing="left", grip=(68, 14), mouth_rim=(68, 42),
    )  # fmt: skip


@house("teapot")
def teapot(brush: Brush) -> Drawing:
    c = tint(brush, "#e7a3b4")
    return put(
        "teapot", (3.5, 10, 131, 89), stroke("M104 44c36-12 36 34-4 34", dark(c, 0.1), 8),
        path("M38 80C18 76 20 52 4 44q-2-6 6-6C30 40 30 54 46 56z", dark(c, 0.04)),
        ball(72, 62, 40, c, 34, shine=False), disc(72, 33, 24, dark(c, 0.14), 6), dome(72, 33, 22, 13, c),
        ball(72, 16, 6, dark(c, 0.04)), box(48, 92, 48, 7, dark(c, 0.12), 3),
        curve([(42, 66), (44, 52), (54, 43)], light(c, 0.12), 4.5),
        each(5, lambda i: disc(56 + i * 9, 76 + (i % 2) * 4, 2.6, light(c, 0.14))), facing="left", grip=(122, 60),
        mouth_rim=(72, 32),
    )  # fmt: skip


@house("coffee maker")
def coffee_maker(brush: Brush) -> Drawing:
    c = tint(brush, "#3d4650")
    jug = path("M34 70H78L84 112q0 6-6 6H34q-6 0-6-6z", "#cfe8f2") + path("M31 92H81L84 112q0 6-6 6H34q-6 0-6-6z",
        "#5b3a26") + box(32, 66, 48, 6, INK, 3)
    return put(
        "coffee maker", (110, 132), block(0, 116, 110, 16, c, 6), block(78, 10, 32, 112, dark(c, 0.05), 6),
        block(0, 0, 110, 44, c, 10), box(30, 44, 50, 12, dark(c, 0.1), (0, 0, 8, 8)),
        stroke("M30 76c-20 0-20 30-2 30", INK, 5), jug, curve([(42, 78), (40, 90)], WHITE, 3), disc(94, 22, 6, RED),
        box(12, 10, 50, 4, light(c, 0.15), 2), box(12, 22, 34, 10, "#9fd8e8", 3),
    )  # fmt: skip


@house("blender")
def blender(brush: Brush) -> Drawing:
    c = tint(brush, "#e0604a")
    jar = path("M16 14H72L64 84H24z", "#d5edf6") + path("M19 40H69L64 84H24z",
        own(brush, "#f29db8", 0.06)) + path("M54 14H72L64 84H52z", "#9cc9dc", 0.5)
    return put(
        "blender", (6, 0, 81.5, 133), stroke("M70 24h10q6 0 5 6l-5 34q-1 6-8 6h-4", "#9cc9dc", 5), jar,
        line([(28, 24), (32, 70)], WHITE, 4, 0.8), each(4, lambda i: box(48, 30 + i * 12, 10, 2, WHITE, 1)),
        box(12, 6, 64, 10, INK, 4), box(36, 0, 16, 8, INK, 3), box(22, 82, 44, 8, IRON, 2),
        poly([(22, 88), (66, 88), (80, 126), (8, 126)], dark(c, 0.09), 5),
        poly([(22, 88), (52, 88), (58, 126), (8, 126)], c, 5),
        box(6, 122, 76, 11, dark(c, 0.2), 4), disc(44, 106, 9, CHROME), box(43, 99, 2.4, 8, INK, 1), mouth_rim=(44, 14),
    )  # fmt: skip


@house("washing machine")
def washing_machine(brush: Brush) -> Drawing:
    c = tint(brush, "#e6ebef")
    return put(
        "washing machine", (112, 132), box(10, 122, 16, 10, INK, 2), box(86, 122, 16, 10, INK, 2),
        block(0, 0, 112, 127, c, 8, 0.14), box(0, 28, 112, 2.5, dark(c, 0.14)),
        box(10, 9, 30, 11, dark(c, 0.1), 4), disc(58, 15, 7, STEEL), box(72, 9, 30, 11, "#26323a", 3),
        box(77, 12, 12, 5, "#7fe0b0", 1), disc(56, 78, 38, dark(c, 0.14)), disc(56, 78, 33, STEEL),
        disc(56, 78, 27, "#4d6f86"), path("M29.5 82q13-8 26 0t26 0A27 27 0 0 1 29.5 82z", "#7fc3e6"),
        disc(44, 96, 4, WHITE), disc(60, 92, 5, WHITE), disc(70, 97, 3, WHITE), arc(56, 78, 21, 195, 255, "#a9c6d6", 5),
        top=(56, 1),
    )  # fmt: skip


@house("dishwasher")
def dishwasher(brush: Brush) -> Drawing:
    c = tint(brush, "#cdd6dc")
    return put(
        "dishwasher", (110, 128), box(8, 118, 94, 10, INK, 2), block(0, 0, 110, 122, c, 6, 0.14),
        box(0, 24, 110, 2.5, dark(c, 0.18)), box(14, 34, 82, 6, dark(c, 0.28), 3),
        box(10, 8, 24, 9, "#26323a", 3), each(4, lambda i: disc(50 + i * 14, 12.5, 4, dark(c, 0.16))),
        box(10, 50, 4, 50, light(c, 0.1), 2), box(8, 110, 94, 3, dark(c, 0.12), 1.5), top=(55, 1),
    )  # fmt: skip


@house("kitchen scale")
def kitchen_scale(brush: Brush) -> Drawing:
    c = tint(brush, TEAL)
    ticks = each(12, lambda i: line([polar(60, 74, 20, i * 30), polar(60, 74, 24, i * 30)], INK, 1.6))
    return put(
        "kitchen scale", (120, 108), box(54, 18, 12, 20, STEEL), path("M2 4H118q0 18-20 18H22Q2 22 2 4z", STEEL),
        box(0, 0, 120, 7, CHROME, 3.5),
        poly([(34, 34), (86, 34), (108, 108), (12, 108)], dark(c, 0.09), 10),
        poly([(34, 34), (76, 34), (86, 108), (12, 108)], c, 10), disc(60, 74, 29, pale(brush, WHITE)), ticks,
        line([(60, 74), (70, 58)], RED, 3), disc(60, 74, 3.6, INK), top=(60, 2),
    )  # fmt: skip
