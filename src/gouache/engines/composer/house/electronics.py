"""House drawings: electronics and instruments for looking."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    CHROME,
    CREAM,
    GLASS,
    GOLD,
    GREEN,
    INK,
    IRON,
    OAK,
    ORANGE,
    PAPER,
    RED,
    STEEL,
    WHITE,
    YELLOW,
    ball,
    blob,
    block,
    box,
    curve,
    disc,
    dome,
    each,
    grad,
    line,
    mirror,
    move,
    own,
    path,
    polar,
    poly,
    put,
    ring,
    slab,
    stroke,
    tint,
    turn,
)


@house("tv")
def tv(brush: Brush) -> Drawing:
    c = tint(brush, "#3a434e")
    screen = "#24303c" if not brush.base else dark(c, 0.16)
    return put("tv", (160, 111), box(70, 92, 20, 12, dark(c, 0.1)), slab(42, 102, 76, 9, c, 4),
        box(0, 0, 160, 96, dark(c, 0.07), 8), box(0, 0, 157, 93, c, 8), box(7, 7, 146, 80, screen, 3),
        poly([(28, 87), (86, 7), (120, 7), (62, 87)], light(screen, 0.07)),
        poly([(72, 87), (130, 7), (138, 7), (80, 87)], light(screen, 0.05)), disc(148, 91, 1.8, RED),
        inside=(7, 7, 146, 80), top=(80, 1))


@house("laptop")
def laptop(brush: Brush) -> Drawing:
    c = tint(brush, "#a9b5c1")
    glow = grad("g", own(brush, "#6cb8ea", -0.2), own(brush, "#3a78c4", -0.3), 0.6, 1)
    keys = each(3, lambda r: each(11, lambda k: box(31 + k * 9.2 - r * 1.4 + r * k * 0.28, 89 + r * 5, 7.4, 3.4,
        dark(c, 0.3), 1)))
    return put("laptop", (0, 2, 160, 113), glow, box(22, 2, 116, 80, dark(c, 0.1), 7), box(22, 2, 113, 80, c, 7),
        box(29, 9, 102, 66, "url(#g)", 3), poly([(44, 75), (82, 9), (108, 9), (70, 75)], "#ffffff", o=0.16),
        poly([(24, 82), (136, 82), (158, 108), (2, 108)], light(c, 0.05), 3),
        poly([(29, 86), (131, 86), (139, 104), (21, 104)], dark(c, 0.09), 2), keys,
        box(62, 105, 36, 2, dark(c, 0.14), 1), slab(0, 107, 160, 8, c, 4, 0.5), inside=(29, 9, 102, 66))


@house("laptop from behind")
def laptop_behind(brush: Brush) -> Drawing:
    c = tint(brush, "#b7c1cb")
    return put("laptop from behind", (150, 99), box(8, 0, 134, 88, dark(c, 0.09), 8),
        path("M16 0H100L60 88H16a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8z", light(c, 0.04)),
        path("M100 0H131a8 8 0 0 1 8 8V80a8 8 0 0 1-8 8H60z", c), disc(75, 44, 11, dark(c, 0.14)),
        disc(74, 43, 9.5, WHITE), line([(18, 4), (86, 4)], light(c, 0.1), 2), box(30, 86, 90, 5, dark(c, 0.3), 2),
        slab(0, 89, 150, 10, c, 5, 0.5), grip=(75, 92))


@house("laptop from the side")
def laptop_side(brush: Brush) -> Drawing:
    c = tint(brush, "#b7c1cb")
    return put("laptop from the side", (2, 4.5, 128.5, 90.5),
        turn(16, 106, 86, box(102, 2, 6, 86, dark(c, 0.1), 3), box(102, 4, 3, 82, "#4a90d0", 1.5)),
        box(6, 84, 106, 4, dark(c, 0.26), 2), slab(2, 87, 108, 8, c, 4, 0.5), disc(106, 88, 5, dark(c, 0.2)),
        facing="left")


@house("computer mouse")
def computer_mouse(brush: Brush) -> Drawing:
    c = tint(brush, "#dfe4e8")
    return put("computer mouse", (1.5, 1.5, 80.5, 125),
        path("M42 2C70 2 82 26 82 66S66 126 42 126S2 106 2 66S14 2 42 2z", dark(c, 0.1)),
        path("M42 2C62 2 70 26 70 66S60 122 42 126S2 106 2 66S14 2 42 2z", c),
        line([(42, 3), (42, 52)], dark(c, 0.2), 2.4), path("M3 56Q42 66 81 56", "none"),
        stroke("M3 54Q42 64 81 54", dark(c, 0.16), 2.4), box(36, 18, 12, 26, dark(c, 0.42), 6),
        box(38, 20, 5, 18, dark(c, 0.26), 2.5), curve([(12, 62), (13, 40), (21, 22)], light(c, 0.08), 4))


@house("remote")
def remote(brush: Brush) -> Drawing:
    c = tint(brush, "#3b4550")
    pad = disc(25, 44, 15, light(c, 0.14)) + disc(25, 44, 6, dark(c,
        0.06)) + "".join(poly([polar(25, 44, 13, a), polar(25, 44, 9, a - 16), polar(25, 44, 9, a + 16)],
        dark(c, 0.1)) for a in (0, 90, 180, 270))
    keys = each(12, lambda i: box(9 + i % 3 * 12.5, 78 + i // 3 * 12, 8, 7,
        (WHITE, WHITE, WHITE, YELLOW)[i // 3] if not brush.base else light(c, 0.24), 3))
    return put("remote", (50, 146), block(0, 0, 50, 146, c, 13, 0.16), disc(14, 15, 5, RED),
        box(28, 12, 12, 6, light(c, 0.24), 3), pad, keys, box(15, 130, 20, 4, light(c, 0.14), 2),
        line([(6, 18), (6, 120)], light(c, 0.1), 2), grip=(25, 110))


@house("computer keyboard")
def computer_keyboard(brush: Brush) -> Drawing:
    c = tint(brush, "#cfd6dc")
    k = light(c, 0.07)
    def key(x: float, y: float, w: float = 9.5) -> str:
        return box(x, y + 1.5, w, 9, dark(c, 0.22), 2) + box(x, y, w, 8.4, k, 2)
    rows = each(3, lambda r: each(12, lambda i: key(9 + i * 12 + r * 2.5, 10 + r * 12)))
    return put("computer keyboard", (164, 66), box(0, 2, 164, 64, dark(c, 0.16), 8), box(0, 0, 164, 60, c, 8), rows,
        key(9, 46, 16), key(28, 46, 12), key(43, 46, 66), key(112, 46, 12), key(127, 46, 26), top=(82, 30))


@house("cell phone")
def cell_phone(brush: Brush) -> Drawing:
    c = tint(brush, "#3a434f")
    icons = each(12, lambda i: box(13 + i % 3 * 16.5, 58 + i // 3 * 15, 11, 11,
        (RED, YELLOW, WHITE, GREEN, ORANGE)[i * 3 % 5], 3))
    if brush.base:
        return put("cell phone", (72, 136), block(0, 0, 72, 136, c, 13, 0.1), box(8, 8, 30, 32, dark(c, 0.1), 10),
            "".join(disc(x, y, 6, INK) + disc(x - 1.5, y - 1.5, 2, "#6d7f90") for x,
            y in ((17, 17), (17, 31), (29, 24))), disc(36, 76, 8, light(c, 0.1)),
            curve([(8, 60), (8, 90), (8, 118)], light(c, 0.14), 3), grip=(36, 100))
    return put("cell phone", (72, 136), grad("g", "#58b6f0", "#5a6fd6", 0.4, 1), block(0, 0, 72, 136, c, 13, 0.08),
        box(5, 5, 62, 126, "url(#g)", 9), poly([(5, 90), (48, 5), (64, 5), (5, 122)], "#ffffff", o=0.13), icons,
        box(25, 9, 22, 6, INK, 3), box(14, 28, 26, 8, WHITE, 3), box(14, 41, 16, 4, "#d5e8f8", 2),
        box(24, 124, 24, 3, WHITE, 1.5), grip=(36, 100), inside=(5, 5, 62, 126))


@house("camera")
def camera(brush: Brush) -> Drawing:
    c = tint(brush, "#4a5561")
    return put("camera", (0, 2, 140, 100), box(16, 12, 24, 12, dark(c, 0.14), 4), box(104, 10, 16, 12, RED, 4),
        poly([(46, 20), (56, 2), (84, 2), (94, 20)], dark(c, 0.05), 5), block(0, 16, 140, 86, c, 12, 0.14),
        box(0, 42, 140, 36, dark(c, 0.14)), disc(70, 60, 36, CHROME), disc(70, 60, 31, INK),
        disc(70, 60, 24, "#33506e"), disc(70, 60, 14, "#1f2f44"), disc(60, 50, 7, "#9fcdea", 5),
        disc(78, 69, 3.5, "#5f87ab"), box(108, 24, 20, 11, "#cfe6f0", 3),
        line([(12, 24), (34, 24)], light(c, 0.16), 3), grip=(14, 60))


@house("hair drier")
def hair_drier(brush: Brush) -> Drawing:
    c = tint(brush, "#e8618c")
    return put("hair drier", (0, 3.5, 127, 118.5), stroke("M78 112c0 12 20 8 30 2", INK, 4),
        poly([(58, 60), (86, 56), (92, 112), (70, 114)], dark(c, 0.09), 8),
        poly([(58, 60), (76, 58), (81, 112), (70, 114)], c, 6), box(70, 74, 8, 16, INK, 4),
        poly([(40, 16), (6, 10), (6, 60), (40, 54)], INK, 5), box(0, 8, 9, 54, IRON, 4),
        path("M36 12C60 2 96 0 114 12C130 22 130 48 114 58C96 70 60 68 36 58z", dark(c, 0.09)),
        path("M36 12C60 2 96 0 114 12C126 22 124 40 110 46C90 54 60 52 36 48z", c), disc(112, 35, 15, dark(c, 0.22)),
        each(3, lambda i: line([(104, 28 + i * 7), (120, 28 + i * 7)], dark(c, 0.06), 2.6)),
        curve([(46, 18), (66, 11), (88, 11)], light(c, 0.15), 4), facing="left", grip=(78, 92))


@house("headphones")
def headphones(brush: Brush) -> Drawing:
    c = tint(brush, "#4b78d6")
    ear = block(4, 66, 26, 50, c, 12, 0.3) + box(26, 70, 12, 42, INK, 6)
    return put("headphones", (4, 4, 120, 112), stroke("M18 76C8 -12 120 -12 110 76", dark(c, 0.05), 12),
        stroke("M16 68C12 -8 100 -14 108 50", light(c, 0.1), 3), ear, mirror(64, ear),
        line([(11, 78), (11, 100)], light(c, 0.14), 3))


@house("radio")
def radio(brush: Brush) -> Drawing:
    c = tint(brush, "#c9603f")
    return put("radio", (140, 108), line([(110, 32), (130, 3)], STEEL, 4), disc(130, 4, 4, CHROME),
        stroke("M34 32V18q0-6 6-6h40q6 0 6 6v14", dark(c, 0.18), 6), block(0, 30, 140, 78, c, 12, 0.1),
        disc(40, 70, 28, dark(c, 0.2)), disc(40, 70, 23, CREAM),
        each(3, lambda i: ring(40, 70, 6 + i * 6, dark(CREAM, 0.16), 2)), box(78, 44, 50, 20, CREAM, 4),
        each(7, lambda i: line([(83 + i * 6.6, 48), (83 + i * 6.6, 53 + i % 2 * 3)], INK, 1.4)),
        line([(106, 46), (106, 62)], RED, 2.4), disc(90, 84, 10, dark(c, 0.26)), disc(90, 84, 7, CHROME),
        disc(116, 84, 10, dark(c, 0.26)), disc(116, 84, 7, CHROME), grip=(60, 12))


@house("game controller")
def game_controller(brush: Brush) -> Drawing:
    c = tint(brush, "#5c66cf")
    return put("game controller", (2, 10, 136, 82.5),
        path("M34 10H106C130 10 138 44 138 74C138 96 118 98 108 80L98 66H42L32 80C22 98 2 96 2 74C2 44 10 10 34 10z",
        dark(c, 0.1)),
        path("M34 10H106C126 10 133 36 134 60C124 52 112 52 98 58H42C26 60 10 66 3 84C2 80 2 78 2 74C2 44 10 10 34 "
        "10z", c), box(26, 32, 30, 10, INK, 3), box(36, 22, 10, 30, INK, 3), disc(100, 24, 5.5, YELLOW),
        disc(100, 48, 5.5, GREEN), disc(88, 36, 5.5, BLUE), disc(112, 36, 5.5, RED),
        box(60, 22, 8, 5, dark(c, 0.25), 2.5), box(73, 22, 8, 5, dark(c, 0.25), 2.5),
        curve([(12, 52), (17, 30), (30, 18)], light(c, 0.15), 3.5), grip=(70, 60))


@house("desktop computer")
def desktop_computer(brush: Brush) -> Drawing:
    c = tint(brush, "#c3ccd4")
    return put("desktop computer", (150, 122), grad("g", own(brush, "#6cb8ea", -0.2), own(brush, "#3a78c4", -0.3), 0.6,
        1),
        poly([(62, 92), (88, 92), (94, 116), (56, 116)], dark(c, 0.14)), slab(42, 113, 66, 9, c, 4),
        box(0, 0, 150, 98, dark(c, 0.08), 8), box(0, 0, 147, 96, c, 8), box(7, 7, 136, 72, "url(#g)", 3),
        poly([(28, 79), (76, 7), (106, 7), (58, 79)], "#ffffff", o=0.15), disc(75, 88, 4, dark(c, 0.16)),
        inside=(7, 7, 136, 72))


@house("printer")
def printer(brush: Brush) -> Drawing:
    c = tint(brush, "#c6ced6")
    return put("printer", (0, 4, 136, 106), poly([(34, 4), (102, 4), (106, 42), (30, 42)], PAPER, 2),
        block(0, 34, 136, 56, c, 10, 0.14), box(12, 42, 30, 7, dark(c, 0.26), 3), disc(116, 48, 4.5, GREEN),
        box(20, 66, 96, 8, dark(c, 0.4), 4), poly([(28, 71), (108, 71), (114, 110), (22, 110)], WHITE, 2),
        each(4, lambda i: box(40, 80 + i * 7, (50, 56, 38, 52)[i], 2.6, "#c2cad1", 1)), top=(68, 34))


@house("microphone")
def microphone(brush: Brush) -> Drawing:
    c = tint(brush, "#3d4652")
    return put("microphone", (8.5, 7.5, 87, 117.5), turn(32, 50, 65,
        poly([(36, 56), (64, 56), (58, 132), (42, 132)], dark(c, 0.1), 5),
        poly([(36, 56), (55, 56), (52, 132), (42, 132)], c, 4), box(45, 70, 7, 14, own(brush, RED, 0.18), 3.5),
        ball(50, 28, 26, STEEL), each(4, lambda i: line([(32 + i * 9, 12 + abs(i - 1.5) * 3),
        (34 + i * 10, 44 - abs(i - 1.5) * 2)], dark(STEEL, 0.16), 1.6)),
        each(3, lambda i: line([(29, 18 + i * 10), (71, 18 + i * 10)], dark(STEEL, 0.16), 1.6)),
        box(31, 48, 38, 11, dark(c, 0.06), 5)), grip=(32, 94))


@house("telescope")
def telescope(brush: Brush) -> Drawing:
    c = tint(brush, "#3d6fb5")
    tube = poly([(2, 10), (66, 18), (66, 46), (2, 54)], c, 4) + poly([(2, 40), (66, 37), (66, 46), (2, 54)],
        dark(c, 0.1), 3) + slab(62, 20, 42, 24, light(c, 0.03), 4) + slab(100, 25, 24, 14, INK, 4) + box(-4, 7, 12, 50,
        GOLD, 5) + box(60, 15, 7, 34, GOLD, 3) + line([(12, 18), (56, 22)], light(c, 0.14), 3)
    return put("telescope", (4.5, 8, 127.5, 141.5), line([(72, 70), (42, 146)], OAK, 7),
        line([(72, 70), (104, 146)], dark(OAK, 0.05), 7), line([(72, 70), (72, 142)], dark(OAK, 0.1), 6),
        turn(24, 72, 60, move(10, 24, tube)), disc(74, 66, 10, GOLD), disc(74, 66, 5, dark(GOLD, 0.14)), facing="left")


@house("microscope")
def microscope(brush: Brush) -> Drawing:
    c = tint(brush, "#4b7fc0")
    return put("microscope", (10, 2.5, 85.5, 131.5), stroke("M58 34C100 44 98 104 60 110", dark(c, 0.05), 13),
        slab(10, 116, 82, 18, c, 7), box(12, 84, 54, 8, INK, 3), box(26, 80, 26, 4, GLASS, 1),
        box(32, 92, 10, 26, dark(c, 0.16)), turn(-18, 44, 50, box(36, 2, 18, 12, INK, 4),
        block(34, 12, 22, 50, c, 5, 0.34), box(30, 58, 30, 8, dark(c, 0.2), 3), box(38, 66, 14, 14, CHROME, 3)),
        disc(74, 84, 9, dark(c, 0.22)), disc(73, 83, 6, STEEL))


@house("robot vacuum")
def robot_vacuum(brush: Brush) -> Drawing:
    c = tint(brush, "#4a535e")
    return put("robot vacuum", (0, 2, 140, 49), disc(70, 30, 70, dark(c, 0.14), 21), disc(70, 22, 70, c, 20),
        disc(70, 21, 46, light(c, 0.07), 11), disc(70, 20, 18, dark(c, 0.06), 5), disc(34, 22, 4, GREEN, 2),
        facing="left", top=(70, 20))


@house("fan")
def fan(brush: Brush) -> Drawing:
    c = tint(brush, "#5ba7c9")
    blades = each(3, lambda i: turn(i * 120, 54, 54, blob([(54, 54), (44, 34), (50, 14), (68, 12), (74, 26), (64, 44)],
        (c, light(c, 0.03), dark(c, 0.05))[i])))
    return put("fan", (1, 1, 106, 143), block(49, 96, 10, 40, STEEL, 3, 0.4), dome(54, 144, 34, 12, dark(c, 0.05)),
        disc(54, 54, 51, "#e9f2f6", o=0.55), blades, ring(54, 54, 50.5, dark(c, 0.16), 5),
        each(12, lambda i: line([polar(54, 54, 12, i * 30), polar(54, 54, 49, i * 30)], "#9fb2bf", 1.4)),
        disc(54, 54, 12, dark(c, 0.12)), disc(52, 52, 7, light(c, 0.1)))


@house("light bulb")
def light_bulb(brush: Brush) -> Drawing:
    c = tint(brush, "#fbd75c")
    return put("light bulb", (2, 2, 80, 120),
        path("M42 2C66 2 82 20 82 42C82 64 64 70 62 90H22C20 70 2 64 2 42C2 20 18 2 42 2z", dark(c, 0.07)),
        path("M42 2C60 2 70 20 70 42C70 62 56 70 54 90H22C20 70 2 64 2 42C2 20 18 2 42 2z", c),
        stroke("M32 88L28 54l7 6 7-7 7 7 7-6-4 34", dark(c, 0.28), 2.8), slab(22, 88, 40, 8, STEEL, 3),
        slab(24, 97, 36, 8, STEEL, 3), slab(26, 106, 32, 8, STEEL, 3), box(34, 114, 16, 8, INK, 4),
        curve([(13, 46), (15, 30), (26, 18)], light(c, 0.14), 5))
