"""House drawings: sports gear."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    CHROME,
    INK,
    IRON,
    ORANGE,
    RED,
    STEEL,
    WHITE,
    YELLOW,
    arc,
    ball,
    bars,
    blob,
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
    star,
    stroke,
    tint,
    turn,
    wheel,
)


@house("frisbee")
def frisbee(brush: Brush) -> Drawing:
    c = tint(brush, "#f0503f")
    rim = disc(66, 38, 61, dark(c, 0.2), 24) + disc(66, 35, 62, dark(c, 0.1), 24)
    return put("frisbee", (3.5, 2.5, 124.5, 60.5), turn(-8, 66, 33, rim, disc(66, 28, 62, c, 24),
        ring(66, 27, 50, dark(c, 0.07), 2.5, 18), disc(66, 26, 36, light(c, 0.07), 12), disc(66, 26.5, 25, c, 8),
        arc(66, 28, 56, 190, 250, light(c, 0.16), 3.5, 20)), grip=(120, 36))


@house("skateboard")
def skateboard(brush: Brush) -> Drawing:
    c = tint(brush, "#7b5bd0")
    truck = poly([(0, 0), (24, 0), (16, 14), (8, 14)], STEEL, 2) + wheel(12, 20, 11, WHITE, own(brush, YELLOW, 0.12),
        0.3)
    return put("skateboard", (1, 0, 146, 49), move(24, 18, truck), move(100, 18, truck),
        path("M4 2q-5 3-1 7C10 16 18 22 28 22H120C130 22 138 16 145 9q4-4-1-7t-8 1C130 9 126 12 120 12H28C22 12 18 "
        "9 12 3T4 2z", dark(c, 0.1)),
        path("M4 2q-5 3-1 6C10 13 18 17 28 17H120C130 17 138 13 145 8q4-3-1-6t-8 1C130 9 126 12 120 12H28C22 12 18 "
        "9 12 3T4 2z", c), line([(34, 14.5), (84, 14.5)], light(c, 0.13), 2), seat=(74, 12), top=(74, 12),
        feet=(74, 12))


@house("snowboard")
def snowboard(brush: Brush) -> Drawing:
    c = tint(brush, "#3f7fd8")
    def bind(y: float) -> str:
        return box(13, y, 24, 15, INK, 5) + box(10, y + 4, 30, 6, IRON, 3) + box(17, y + 2, 16, 3, "#6b7480", 1.5)
    return put("snowboard", (11.5, 7, 96.5, 130), turn(32, 60, 72,
        move(35, -2,
        path("M25 2C43 2 47 16 45 34L42 74L45 114C47 132 43 146 25 146S3 132 5 114L8 74L5 34C3 16 7 2 25 2z",
        dark(c, 0.1)),
        path("M25 2C34 2 37 16 35 34L33 74L35 114C37 132 34 146 25 146S3 132 5 114L8 74L5 34C3 16 7 2 25 2z", c),
        poly([(6, 62), (43.5, 58), (43, 66), (7, 72)], light(c, 0.22)),
        poly([(7, 77), (42.5, 71), (42.5, 75), (7, 83)], own(brush, YELLOW, 0.14)), star(25, 18, 8, light(c, 0.24)),
        bind(38), bind(94), line([(10, 20), (10, 32)], light(c, 0.16), 3))))


@house("surfboard")
def surfboard(brush: Brush) -> Drawing:
    c = tint(brush, "#2fb3b0")
    body = path("M26 2C44 20 50 50 50 82C50 112 42 134 26 142C10 134 2 112 2 82C2 50 8 20 26 2z",
        dark(c, 0.09)) + path("M26 2C36 20 40 50 40 82C40 112 36 134 26 142C10 134 2 112 2 82C2 50 8 20 26 2z", c)
    bands = path("M3.5 96H48.600L46.5 108H5.500z", light(c, 0.2)) + path("M6 112H46L44 118H8z",
        own(brush, ORANGE, -0.14))
    return put("surfboard", (2, 2, 48, 140), body, bands, line([(26, 8), (26, 138)], dark(c, 0.16), 2),
        curve([(10, 62), (13, 40), (19, 26)], light(c, 0.16), 4), disc(26, 132, 2.4, INK), top=(26, 80), grip=(26, 80))


@house("skis")
def skis(brush: Brush) -> Drawing:
    c = tint(brush, "#e0484b")
    def ski(k: str) -> str:
        return path("M8 14C8 2 22 2 22 14V142q0 4-4 4h-6q-4 0-4-4z", k) + box(17, 10, 5, 134, dark(k, 0.1), 2) + box(8,
            30, 14, 8, light(k, 0.2)) + box(6, 78, 18, 22, INK, 4) + box(8, 84, 14, 5, "#6b7480", 2)
    def pole(x: float, way: float) -> str:
        return line([(x, 22), (x + way, 142)], STEEL, 3.5) + box(x - 4, 8, 8, 22, INK, 3.5) + disc(x + way * 0.92, 132,
            8, IRON, 3)
    return put("skis", (2.5, 5.5, 91.5, 141), pole(14, -4), pole(82, 4), move(20, 0, turn(-5, 15, 140, ski(c))),
        move(46, 0, turn(5, 15, 140, ski(dark(c, 0.03)))), grip=(48, 80))


@house("baseball bat")
def baseball_bat(brush: Brush) -> Drawing:
    c = tint(brush, "#c98f55")
    grip_ = poly([(15, 92), (25, 92), (26.5, 134), (13.5, 134)], own(brush, "#3b3f47", -0.2)) + each(5,
        lambda i: line([(14.5, 98 + i * 8), (25.5, 95 + i * 8)], own(brush, "#5b616b", -0.1), 1.6))
    body = path("M13.5 134L15 84C16 62 8 44 8 22C8 8 14 2 20 2S32 8 32 22C32 44 24 62 25 84L26.5 134z",
        c) + path("M22 2C28 4 32 10 32 22C32 44 24 62 25 84L26.5 134H21L20 84C20 62 28 40 22 2z", dark(c, 0.09))
    return put("baseball bat", (7.5, 8.5, 94.5, 115), turn(38, 55, 66,
        move(35, -6, body, grip_, box(11, 132, 18, 8, dark(c, 0.14), 4),
        line([(14, 14), (14, 40)], light(c, 0.13), 3.5))), grip=(20, 112))


@house("baseball glove")
def baseball_glove(brush: Brush) -> Drawing:
    c = tint(brush, "#b0703d")
    fingers = each(4, lambda i: turn(-11 + i * 8.5, 40 + i * 17, 70,
        box(30 + i * 17, (12, 2, 4, 16)[i], 21, 80, (c, light(c, 0.02), c, dark(c, 0.05))[i], 10.5)))
    seams = each(3, lambda i: line([(44 + i * 19.5, 36 + i * i * 2), (47 + i * 16.5, 66)], dark(c, 0.18), 3))
    palm = path("M30 58C52 46 86 48 104 62C112 86 104 118 84 122H50C32 116 24 84 30 58z",
        c) + path("M88 52Q98 56 104 62C112 86 104 118 84 122H72C94 112 96 80 88 52z", dark(c, 0.08))
    thumb = turn(-30, 30, 96, box(10, 40, 26, 66, light(c, 0.04), 13))
    web = poly([(14, 44), (32, 34), (38, 66), (24, 74)], dark(c, 0.14), 5) + line([(18, 52), (34, 46)], light(c, 0.06),
        3) + line([(21, 63), (36, 57)], light(c, 0.06), 3)
    stitched = disc(64, 82, 22, "#ddd8cd") + disc(62, 80, 19.5, "#fbf9f4") + arc(47, 80, 12, -48, 48, RED,
        2.2) + arc(81, 82, 12, 132, 228, RED, 2.2)
    return put("baseball glove", (-10.5, 2, 123.5, 122), fingers, seams, web, palm, thumb,
        box(48, 113, 42, 11, dark(c, 0.14), 5), stitched, mouth_rim=(62, 70))


@house("tennis racket")
def tennis_racket(brush: Brush) -> Drawing:
    c = tint(brush, "#e0533f")
    net = each(7, lambda i: line([(13 + i * 6.4, 8 + abs(i - 3) ** 2 * 1.6),
        (13 + i * 6.4, 66 - abs(i - 3) ** 2 * 1.6)], "#e9e3d2", 1.5)) + each(8,
        lambda i: line([(7 + abs(i - 3.5) ** 2 * 0.9, 14 + i * 6.6), (57 - abs(i - 3.5) ** 2 * 0.9, 14 + i * 6.6)],
        "#e9e3d2", 1.5))
    frame = ring(32, 37, 27, c, 7, 33) + arc(32, 37, 27, -60, 80, dark(c, 0.1), 7, 33) + arc(32, 37, 29, 190, 250,
        light(c, 0.14), 2, 35)
    throat = both(32, line([(20, 66), (30, 88)], c, 7))
    return put("tennis racket", (10.5, 4.5, 97, 123), turn(35, 55, 68,
        move(23, -4, disc(32, 37, 26, "#9fb7a8", 32, 0.25), net, throat, frame,
        block(26, 86, 12, 52, own(brush, "#343a44", -0.18), 5, 0.34),
        box(24.5, 134, 15, 7, own(brush, "#23272e", -0.26), 3.5), box(26, 84, 12, 7, WHITE, 1))), grip=(18, 112))


@house("tennis ball")
def tennis_ball(brush: Brush) -> Drawing:
    c = tint(brush, "#cfe04a")
    return put("tennis ball", (1, 1, 98, 98), ball(50, 50, 49, c), arc(4, 38, 42, -38, 62, WHITE, 5),
        arc(98, 66, 42, 140, 246, WHITE, 5), grip=(50, 50))


@house("sports ball")
def sports_ball(brush: Brush) -> Drawing:
    c = tint(brush, "#f2f3f3")
    spot = own(brush, INK, -0.3)
    outer = each(5, lambda i: poly([polar(60, 60, r, i * 72 - 90 + a) for r,
        a in ((58.5, -13), (58.5, 13), (44, 16), (36, 0), (44, -16))], spot, 3))
    seams = each(5, lambda i: line([polar(60, 60, 18, i * 72 - 90), polar(60, 60, 38, i * 72 - 90)], spot, 2.4)
        + line([polar(60, 60, 44, i * 72 - 74), polar(60, 60, 44, i * 72 - 34)], spot, 2.4))
    return put("sports ball", (1, 1, 118, 118), ball(60, 60, 59, c, shine=False), outer, seams,
        poly([polar(60, 60, 19, i * 72 - 90) for i in range(5)], spot, 2),
        path("M96 16A59 59 0 0 1 60 119C92 106 108 64 96 16z", "#000000", 0.1), disc(38, 24, 10, "#ffffff", 6, 0.7),
        grip=(60, 60))


@house("basketball")
def basketball(brush: Brush) -> Drawing:
    c = tint(brush, "#e8833a")
    k = dark(c, 0.42)
    return put("basketball", (120, 120), ball(60, 60, 59, c), line([(60, 1.5), (60, 118.5)], k, 3),
        line([(1.5, 60), (118.5, 60)], k, 3), arc(4, 60, 42, -62, 62, k, 3), arc(116, 60, 42, 118, 242, k, 3),
        grip=(60, 60))


@house("american football")
def american_football(brush: Brush) -> Drawing:
    c = tint(brush, "#9a5a33")
    return put("american football", (10.5, 12.5, 107.5, 75.5),
        turn(-30, 64, 50, path("M2 50C22 12 106 12 126 50C106 88 22 88 2 50z", dark(c, 0.09)),
        path("M2 50C22 12 106 12 126 50C100 72 24 72 2 50z", c), box(22, 31, 6, 39, WHITE, 2),
        box(100, 31, 6, 39, WHITE, 2), line([(44, 42), (84, 42)], WHITE, 4),
        bars(5, (46, 36), 48, 9, WHITE, 3.2)), grip=(64, 50))


@house("bowling pin")
def bowling_pin(brush: Brush) -> Drawing:
    c = tint(brush, WHITE)
    return put("bowling pin", (3.5, 2, 45.5, 132.5), blob([(26, 2), (37, 12), (35, 34), (36, 52), (48, 84), (46, 112),
        (38, 132), (14, 132), (6, 112), (4, 84), (16, 52), (17, 34), (15, 12)], c),
        path("M28 2Q40 6 36 26L36 46C38 60 50 72 48 92Q46 122 38 132H26C38 112 38 80 28 54z", dark(c, 0.1)),
        box(15.5, 36, 21, 5, RED, 1), box(15.5, 45, 22, 5, RED, 1),
        curve([(12, 88), (12, 74), (18, 60)], light(c, 0.06), 4), grip=(26, 40))


@house("dumbbell")
def dumbbell(brush: Brush) -> Drawing:
    c = tint(brush, "#4a535f")
    return put("dumbbell", (2, 2, 136, 64), box(30, 28, 80, 12, STEEL, 5), box(34, 30, 72, 3, CHROME, 1.5),
        block(18, 2, 22, 64, c, 7, 0.36), block(2, 12, 18, 44, dark(c, 0.04), 6, 0.36),
        block(100, 2, 22, 64, c, 7, 0.36), block(120, 12, 18, 44, dark(c, 0.04), 6, 0.36),
        line([(23, 12), (23, 44)], light(c, 0.14), 3), line([(105, 12), (105, 44)], light(c, 0.14), 3), grip=(70, 34))


@house("golf club")
def golf_club(brush: Brush) -> Drawing:
    c = tint(brush, "#8f9baa")
    return put("golf club", (62, 139), line([(56, 8), (24, 122)], STEEL, 4),
        line([(58, 4), (48, 42)], own(brush, INK, -0.25), 8), path("M28 112L22 134q-2 5-8 5H6q-8-1-4-9 4-6 16-10z", c),
        path("M4 128q6-6 18-8l-1 5q-12 1-18 7z", light(c, 0.14)), grip=(54, 22))


@house("hockey stick")
def hockey_stick(brush: Brush) -> Drawing:
    c = tint(brush, "#b9834c")
    return put("hockey stick", (1.5, 0, 87.5, 139), line([(84, 4), (46, 122)], c, 9),
        path("M50 112L46 130q-2 7-9 8L6 139q-6-1-4-7 2-8 12-8l22-2z", own(brush, INK, -0.24)),
        line([(84, 5), (76, 30)], own(brush, INK, -0.24), 10), grip=(80, 18))


@house("volleyball")
def volleyball(brush: Brush) -> Drawing:
    c = tint(brush, "#f4e08a")
    k = own(brush, BLUE, -0.14)
    return put("volleyball", (1, 0, 118, 119), ball(60, 60, 59, c, shine=False),
        path("M60 60C40 44 30 26 34 7A59 59 0 0 1 72 2C58 20 54 40 60 60z", k),
        path("M60 60C84 50 104 54 117 74A59 59 0 0 1 98 105C92 84 80 70 60 60z", k),
        path("M60 60C56 84 42 100 22 105A59 59 0 0 1 3 74C24 80 44 76 60 60z", k), disc(40, 26, 8, "#ffffff", 5, 0.6),
        grip=(60, 60))


@house("boxing glove")
def boxing_glove(brush: Brush) -> Drawing:
    c = tint(brush, "#d93a3f")
    return put("boxing glove", (3.5, 2, 98.5, 124),
        path("M18 66C4 22 22 2 56 2S104 20 102 54C101 76 92 84 88 96H34C30 86 22 78 18 66z", dark(c, 0.09)),
        path("M18 66C4 22 22 2 56 2S92 20 88 54C86 76 76 84 72 96H34C30 86 22 78 18 66z", c),
        path("M14 46C2 52 0 72 12 82S44 86 48 70Q48 62 40 62C30 62 24 58 22 46z", light(c, 0.04)),
        box(30, 92, 62, 34, own(brush, WHITE, 0.12), 8), box(76, 92, 16, 34, own(brush, "#d6d6d0", -0.02),
        (0, 8, 8, 0)), box(30, 104, 62, 6, dark(c, 0.12)), curve([(24, 36), (28, 22), (40, 13)], light(c, 0.14), 5),
        grip=(60, 110))


@house("soccer goal")
def soccer_goal(brush: Brush) -> Drawing:
    c = tint(brush, "#e9edf0")
    net = each(13, lambda i: line([(10 + i * 12, 8), (18 + i * 10.7, 82)], "#b9c4cc", 1.3)) + each(6,
        lambda i: line([(9 + i, 16 + i * 12), (159 - i, 16 + i * 12)], "#b9c4cc", 1.3))
    return put("soccer goal", (165.5, 97.5), net, line([(17, 82), (147, 82)], dark(c, 0.2), 3),
        line([(17, 82), (5, 92)], dark(c, 0.2), 3), line([(147, 82), (161, 92)], dark(c, 0.2), 3),
        stroke("M5 93V5H161V93", dark(c, 0.1), 9), stroke("M4 93V4H160V93", c, 6))


@house("roller skate")
def roller_skate(brush: Brush) -> Drawing:
    c = tint(brush, "#ef7fa8")
    return put("roller skate", (0, 2, 102, 119),
        path("M44 6H92q6 0 6 6V92H14q-8 0-8-8C6 68 20 66 32 60C42 54 46 40 44 6z", dark(c, 0.08)),
        path("M44 6H80V92H14q-8 0-8-8C6 68 20 66 32 60C42 54 46 40 44 6z", c), box(40, 2, 60, 9, light(c, 0.1), 4),
        each(4, lambda i: line([(44 - i * 3, 24 + i * 11), (60 - i * 4, 28 + i * 11)], WHITE, 3)),
        box(4, 88, 98, 8, INK, 3), box(18, 96, 14, 8, STEEL), box(76, 96, 14, 8, STEEL),
        wheel(25, 108, 13, WHITE, own(brush, YELLOW, 0.12), 0.3),
        wheel(83, 108, 13, WHITE, own(brush, YELLOW, 0.12), 0.3), box(0, 86, 10, 14, own(brush, RED, -0.12), 4))
