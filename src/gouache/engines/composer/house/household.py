"""House drawings: household things."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    CHROME,
    GOLD,
    GREEN,
    INK,
    IRON,
    LEATHER,
    OAK,
    ORANGE,
    PINK,
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
    blob,
    block,
    both,
    box,
    curve,
    cylinder,
    disc,
    dome,
    each,
    hollow,
    line,
    mirror,
    move,
    own,
    pale,
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
    wall,
)


@house("clock")
def clock(brush: Brush) -> Drawing:
    c = tint(brush, "#d9504c")
    ticks = each(12, lambda i: line([polar(60, 60, 37, i * 30), polar(60, 60, 41 - i % 3 * 0, i * 30)], INK,
        3 if i % 3 == 0 else 1.6))
    return put("clock", (1, 1, 118, 118), ball(60, 60, 59, c, shine=False), disc(60, 60, 46, dark(c, 0.2)),
        disc(60, 61, 45, pale(brush, WHITE)), ticks, line([(60, 60), (44, 46)], INK, 5),
        line([(60, 60), (82, 40)], INK, 3.6),
        line([(60, 64), (68, 88)], RED, 1.8), disc(60, 60, 4.5, INK), arc(60, 60, 53, 200, 250, light(c, 0.14), 4))


@house("alarm clock")
def alarm_clock(brush: Brush) -> Drawing:
    c = tint(brush, "#35a0a4")
    return put("alarm clock", (5, 6, 100, 119), line([(28, 106), (20, 121)], IRON, 8),
        line([(82, 106), (90, 121)], IRON, 8), both(55, turn(-38, 22, 22, dome(22, 28, 20, 18, GOLD),
        box(19, 4, 6, 8, dark(GOLD, 0.1), 3))), box(51, 6, 8, 14, IRON, 3), ball(55, 68, 50, c, shine=False),
        disc(55, 68, 38, pale(brush, WHITE)), each(12, lambda i: line([polar(55, 68, 31, i * 30),
        polar(55, 68, 34, i * 30)], INK,
        2)), line([(55, 68), (55, 44)], INK, 4), line([(55, 68), (71, 76)], INK, 4.6), disc(55, 68, 4, RED),
        arc(55, 68, 44, 200, 250, light(c, 0.14), 3.5))


@house("vase")
def vase(brush: Brush) -> Drawing:
    c = tint(brush, "#3f7fc0")
    body = path("M32 8H68C66 22 60 28 62 38C78 48 92 62 90 86C88 108 76 124 72 132H28C24 124 12 108 10 86C8 62 22 "
        "48 38 38C40 28 34 22 32 8z",
        c) + path("M58 8H68C66 22 60 28 62 38C78 48 92 62 90 86C88 108 76 124 72 132H58C70 116 76 102 75 84C74 62 "
        "62 50 54 40C54 26 58 20 58 8z", dark(c, 0.09))
    zigzag = line([(11, 84), (22, 74), (34, 84), (46, 74), (58, 84), (70, 74), (82, 84), (89, 78)], light(c, 0.2),
        3.4) + line([(15, 100), (85, 100)], light(c, 0.2), 3)
    front = body + zigzag + curve([(20, 70), (26, 60), (34, 52)], light(c, 0.16), 4)
    return put("vase", (9.5, 2, 81.5, 130), hollow(31, 8, 38, 6, c, 3), front, front=front, mouth_rim=(50, 8),
        grip=(50, 40))


@house("scissors")
def scissors(brush: Brush) -> Drawing:
    c = tint(brush, "#e0484b")
    blade = path("M52 76L22 8q-2-8 4-4L66 66z", STEEL) + path("M24 4L66 66L60 70z", light(STEEL, 0.1))
    handle = ring(26, 104, 17, c, 11, 20) + line([(38, 88), (58, 64)], c, 11) + arc(26, 104, 20, 180, 250,
        light(c, 0.14), 3, 23)
    one = mirror(54, blade) + handle
    two = blade + mirror(54, ring(26, 104, 17, dark(c, 0.06), 11, 20) + line([(38, 88), (58, 64)], dark(c, 0.06), 11))
    return put("scissors", (3.5, 2.5, 101.5, 127), one, two, disc(54, 68, 5, IRON), disc(53, 67, 2.4, CHROME),
        grip=(54, 104))


@house("toothbrush")
def toothbrush(brush: Brush) -> Drawing:
    c = tint(brush, "#2f9fd0")
    tufts = each(6, lambda i: box(8 + i * 6.6, 0, 5.6, 17, (WHITE, own(brush, SKY, 0.24))[i % 2], 2))
    return put("toothbrush", (6.5, -4, 122, 84.5), turn(28, 65, 40,
        move(-4, 22, tufts, box(4, 15, 46, 9, c, 4.5),
        path("M48 16C62 16 66 18 76 14H134q7 0 7 7t-7 7H78C66 28 60 24 48 23z", c),
        path("M60 24C68 25 72 24 78 23H141q-1 5-7 5H78C70 28 66 26 60 24z", dark(c, 0.1)),
        box(84, 17, 26, 3.5, light(c, 0.2), 1.7))), grip=(100, 60))


@house("teddy bear")
def teddy_bear(brush: Brush) -> Drawing:
    c = tint(brush, "#c98a4e")
    pale = light(c, 0.13)
    ear = disc(28, 20, 15, c) + disc(28, 21, 8.5, pale)
    leg = ball(24, 120, 21, c, 18, shine=False) + disc(22, 121, 11, pale, 10)
    arm = turn(28, 20, 78, disc(20, 84, 13, dark(c, 0.03), 23)) + disc(13, 98, 6, pale)
    head = ball(60, 42, 39, c, 34, shine=False) + disc(60, 54, 18, pale, 14) + disc(60, 48, 6.5, "#3d2a20",
        4.6) + line([(60, 52), (60, 58)], "#3d2a20", 2) + stroke("M52 59q4 4 8 0q4 4 8 0", "#3d2a20", 2) + both(60,
        disc(43, 40, 4.4, "#2c201a"), disc(41.6, 38.4, 1.4, WHITE))
    bow = both(60, path("M60 76L40 68q-4 8 0 18z", own(brush, RED, -0.2))) + disc(60, 77, 5,
        own(brush, dark(RED, 0.1), -0.26))
    return put("teddy bear", (1.5, 5, 117.5, 133), both(60, ear), both(60, arm), ball(60, 102, 34, c, 34, shine=False),
        disc(60, 106, 20, pale, 20), both(60, leg), head, bow, eye_left=(43, 40), eye_right=(77, 40), mouth=(60, 58),
        crown=(60, 8), neck=(60, 77), hand_left=(13, 98), hand_right=(107, 98))


@house("trophy")
def trophy(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    body = path("M26 8H94C94 48 84 70 66 76H54C36 70 26 48 26 8z",
        c) + path("M74 8H94C94 48 84 70 66 76H58C72 66 76 40 74 8z", dark(c, 0.1))
    return put("trophy", (5.5, 2, 109.5, 128), both(60, stroke("M28 20C2 12 2 52 38 56", dark(c, 0.04), 8),
        stroke("M26 18C8 14 6 40 22 48", light(c, 0.1), 2)), path("M53 74h14l2 14q1 8 9 12H42q8-4 9-12z",
        dark(c, 0.1)), slab(36, 98, 48, 10, c, 3), block(28, 106, 64, 24, own(brush, "#6b4630", -0.24), 4, 0.2),
        box(44, 112, 32, 12, light(c, 0.06), 2), body, box(21, 2, 78, 10, light(c, 0.07), 5),
        star(60, 40, 15, light(c, 0.16), soft=2), curve([(36, 20), (38, 36), (44, 50)], light(c, 0.18), 4),
        grip=(60, 84), mouth_rim=(60, 6))


@house("medal")
def medal(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    return put("medal", (7, 0, 78, 131), poly([(8, 0), (34, 0), (56, 56), (38, 66)], BLUE),
        poly([(84, 0), (58, 0), (36, 56), (54, 66)], dark(BLUE, 0.08)), ball(46, 92, 39, c, shine=False),
        disc(46, 92, 29, dark(c, 0.09)), disc(46, 93, 28, light(c, 0.03)), star(46, 92, 19, dark(c, 0.1), soft=2),
        arc(46, 92, 34, 195, 255, light(c, 0.16), 3.5))


@house("candle")
def candle(brush: Brush) -> Drawing:
    c = tint(brush, "#f4ead6")
    flame = path("M35 4C50 22 52 32 46 42Q40 50 35 50Q29 50 24 42C18 32 24 22 35 4z",
        "#f59a2d") + path("M35 20C42 30 44 36 40 43Q38 47 35 47Q31 47 29 43C27 36 30 30 35 20z", "#fde27a")
    return put("candle", (0, 4, 70, 135), cylinder(14, 62, 42, 70, c, 7),
        path("M14 62C14 66 18 69 22 69V84q3 5 6 0V71H36V78q3 5 6 0V70L56 62A21 7 0 0 0 14 62z", light(c, 0.06)),
        line([(35, 60), (35, 48)], INK, 2.6), flame, dome(35, 138, 35, 10, dark(GOLD, 0.04)))


@house("umbrella")
def umbrella(brush: Brush) -> Drawing:
    c = tint(brush, "#7a5bd0")
    ribs = path("M4 66C8 26 34 8 66 8C46 24 40 46 40 64Q22 52 4 66z",
        c) + path("M128 66C124 26 98 8 66 8C86 24 92 46 92 64Q110 52 128 66z",
        dark(c, 0.1)) + path("M40 64C40 40 50 20 66 8C82 20 92 40 92 64Q66 52 40 64z", light(c, 0.05))
    return put("umbrella", (4, 0, 124, 137.5), stroke("M66 50V122c0 16-22 16-22 0", own(brush, OAK, -0.24), 6.5),
        line([(66, 2), (66, 12)], STEEL, 5), ribs, curve([(20, 44), (28, 32), (40, 22)], light(c, 0.14), 3.5),
        grip=(66, 104), facing="left")


@house("beach umbrella")
def beach_umbrella(brush: Brush) -> Drawing:
    c = tint(brush, "#ea5a4f")
    pale = own(brush, WHITE, 0.16)
    gores = path("M2 58C10 20 40 6 70 6C48 20 34 36 30 56Q14 52 2 58z",
        c) + path("M30 56C34 36 48 20 70 6C62 22 56 38 56 56Q44 50 30 56z",
        pale) + path("M56 56C56 38 62 22 70 6C78 22 84 38 84 56Q70 50 56 56z",
        c) + path("M84 56C84 38 78 22 70 6C92 20 106 36 110 56Q96 50 84 56z",
        dark(pale, 0.07)) + path("M110 56C106 36 92 20 70 6C100 6 130 20 138 58Q126 52 110 56z", dark(c, 0.08))
    return put("beach umbrella", (2, 1, 136, 147), box(67, 40, 6, 108, "#d9c4a0", 3), gores,
        disc(70, 5, 4, dark(c, 0.1)))


@house("hourglass")
def hourglass(brush: Brush) -> Drawing:
    c = tint(brush, WOOD)
    glass = "M20 16H68C68 42 52 50 49 66C52 82 68 90 68 116H20C20 90 36 82 39 66C36 50 20 42 20 16z"
    return put("hourglass", (0, 2, 88, 128), both(44, block(8, 12, 7, 108, dark(c, 0.04), 3, 0.4)),
        path(glass, "#d5ecf5"), path("M24 34H64C60 46 51 52 48 64H40C37 52 28 46 24 34z", "#ecc46a"),
        path("M22 114C24 98 36 96 44 88C52 96 64 98 66 114z", "#ecc46a"), line([(44, 62), (44, 96)], "#ecc46a", 2.6),
        curve([(27, 22), (29, 34), (36, 45)], WHITE, 3), slab(0, 2, 88, 14, c, 5), slab(0, 116, 88, 14, c, 5))


@house("magnifying glass")
def magnifying_glass(brush: Brush) -> Drawing:
    c = tint(brush, "#46505c")
    return put("magnifying glass", (2, 2, 122.5, 122.5), taper(84, 84, 116, 116, 10, 17, own(brush, WOOD, -0.05)),
        line([(76, 76), (86, 86)], GOLD, 11), disc(48, 48, 40, "#c6e8f5"),
        turn(-45, 48, 48, box(28, 14, 40, 9, WHITE, 4.5, 0.8), box(36, 27, 22, 4, WHITE, 2, 0.8)),
        ring(48, 48, 41, c, 10), arc(48, 48, 43, 190, 260, light(c, 0.16), 3), grip=(102, 102))


@house("compass")
def compass(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    return put("compass", (3, 0, 106, 129), ring(56, 12, 9, dark(c, 0.1), 5), box(49, 16, 14, 10, dark(c, 0.06), 3),
        ball(56, 76, 53, c, shine=False), disc(56, 76, 42, pale(brush, WHITE)),
        each(8, lambda i: line([polar(56, 76, 34, i * 45), polar(56, 76, 38, i * 45)], INK,
        2.6 if i % 2 == 0 else 1.4)), turn(35, 56, 76, poly([(56, 44), (64, 76), (48, 76)], RED),
        poly([(56, 108), (64, 76), (48, 76)], "#5d6b7a")), disc(56, 76, 4, GOLD),
        arc(56, 76, 47.5, 200, 250, light(c, 0.16), 4))


@house("globe")
def globe(brush: Brush) -> Drawing:
    c = tint(brush, "#3f97d8")
    land = own(brush, "#5cb366", 0.14)
    return put("globe", (4, 7.5, 109, 131.5), arc(54, 60, 56, -62, 128, GOLD, 6),
        box(48, 116, 10, 16, dark(GOLD, 0.1)), dome(54, 139, 34, 12, dark(GOLD, 0.04)),
        ball(52, 58, 48, c, shine=False), blob([(20, 32), (40, 16), (56, 22), (50, 38), (38, 46), (34, 60), (22, 52)],
        land), blob([(56, 50), (76, 42), (92, 54), (84, 72), (72, 92), (62, 82), (58, 66)], land),
        blob([(26, 72), (40, 76), (38, 92), (30, 90)], land), arc(52, 58, 42, 195, 245, light(c, 0.16), 4))


@house("anchor")
def anchor(brush: Brush) -> Drawing:
    c = tint(brush, "#4f6073")
    return put("anchor", (3, 2, 114, 127.5), ring(60, 17, 11, c, 8), line([(60, 30), (60, 124)], c, 11),
        line([(34, 44), (86, 44)], c, 9), stroke("M14 82C16 136 104 136 106 82", c, 11),
        both(60, poly([(2, 92), (14, 70), (30, 88)], c, 3)), line([(57, 34), (57, 112)], light(c, 0.13), 2.6))


@house("key")
def key(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    return put("key", (0, 1.5, 136, 59.5), ring(30, 31, 23, c, 13), box(50, 25, 86, 12, c, 3),
        box(50, 32, 86, 5, dark(c, 0.09), 2), box(106, 34, 10, 22, dark(c, 0.04), 2),
        box(122, 34, 10, 16, dark(c, 0.04), 2), arc(30, 31, 25, 190, 260, light(c, 0.16), 3.5), grip=(30, 31))


@house("padlock")
def padlock(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    return put("padlock", (4, 4, 88, 118), stroke("M24 58V34a24 24 0 0 1 48 0V58", STEEL, 12),
        stroke("M21 56V34a26 26 0 0 1 14-22", CHROME, 3), block(4, 54, 88, 68, c, 12, 0.22),
        disc(47, 80, 9, dark(c, 0.3)), poly([(43, 82), (51, 82), (54, 104), (40, 104)], dark(c, 0.3), 2),
        line([(14, 66), (14, 102)], light(c, 0.14), 4))


@house("suitcase")
def suitcase(brush: Brush) -> Drawing:
    c = tint(brush, "#3b8fc4")
    ribs = each(4, lambda i: box(18 + i * 16, 40, 5, 88, dark(c, 0.08), 2.5))
    return put("suitcase", (2, 0, 88, 153), stroke("M30 36V8q0-5 5-5h22q5 0 5 5v28", IRON, 6),
        box(12, 142, 14, 11, INK, 4), box(66, 142, 14, 11, INK, 4), block(2, 28, 88, 116, c, 13, 0.16), ribs,
        box(34, 26, 24, 7, dark(c, 0.26), 3), line([(10, 46), (10, 118)], light(c, 0.16), 3.5),
        box(36, 66, 22, 15, light(c, 0.2), 3), grip=(46, 5))


@house("briefcase")
def briefcase(brush: Brush) -> Drawing:
    c = tint(brush, LEATHER)
    return put("briefcase", (2, 1, 126, 101), stroke("M46 26V12q0-7 7-7h24q7 0 7 7v14", dark(c, 0.2), 8),
        block(2, 22, 126, 80, c, 10, 0.14), path("M2 32q0-10 10-10h106q10 0 10 10v22q-63 20-126 0z", dark(c, 0.08)),
        path("M2 32q0-10 10-10h106q10 0 10 10v18q-63 20-126 0z", light(c, 0.03)), box(56, 54, 18, 16, GOLD, 3),
        box(62, 59, 6, 6, dark(GOLD, 0.2), 2), grip=(65, 6))


@house("handbag")
def handbag(brush: Brush) -> Drawing:
    c = tint(brush, "#c25a6e")
    front = path("M14 52H106L118 116q1 10-9 10H11q-10 0-9-10z", c) + path("M90 52H106L118 116q1 10-9 10H94q8 0 7-12z",
        dark(c, 0.09)) + box(9, 46, 102, 13, light(c, 0.04), 5) + box(48, 52, 24, 18, GOLD, 4) + disc(60, 62, 3.5,
        dark(GOLD, 0.2)) + curve([(20, 68), (17, 88), (14, 108)], light(c, 0.12), 3.5)
    return put("handbag", (1.5, 0, 116.5, 126), stroke("M30 50C30 -12 90 -12 90 50", dark(c, 0.14), 8), front,
        disc(30, 53, 4, GOLD), disc(90, 53, 4, GOLD), front=front, mouth_rim=(60, 48), grip=(60, 6))


@house("backpack")
def backpack(brush: Brush) -> Drawing:
    c = tint(brush, "#e2564f")
    return put("backpack", (2, 0, 108, 130), stroke("M42 18V10q0-7 7-7h14q7 0 7 7v8", dark(c, 0.18), 6),
        both(56, block(2, 70, 18, 44, dark(c, 0.08), 8)),
        path("M12 58C12 22 30 12 56 12S100 22 100 58V118q0 12-12 12H24q-12 0-12-12z", dark(c, 0.09)),
        path("M12 58C12 22 30 12 54 12C76 18 86 32 86 58V130H24q-12 0-12-12z", c),
        path("M24 40C26 30 38 26 56 26S86 30 88 40", "none"), stroke("M26 48Q56 32 86 48", dark(c, 0.2), 3),
        box(24, 74, 64, 46, dark(c, 0.13), 10), box(24, 72, 64, 45, light(c, 0.04), 10),
        line([(32, 84), (80, 84)], dark(c, 0.2), 3), box(74, 82, 5, 13, GOLD, 2.5),
        curve([(20, 58), (23, 42), (31, 30)], light(c, 0.14), 4), grip=(56, 6))


@house("shopping bag")
def shopping_bag(brush: Brush) -> Drawing:
    c = tint(brush, "#e9a24c")
    front = poly([(6, 34), (94, 34), (100, 128), (0, 128)], c, 3) + poly([(78, 34), (94, 34), (100, 128), (80, 128)],
        dark(c, 0.08), 2)
    return put("shopping bag", (0, 4.5, 100, 123.5), stroke("M30 46C30 -6 70 -6 70 46", dark(c, 0.24), 5), front,
        disc(30, 47, 4, dark(c, 0.26)), disc(70, 47, 4, dark(c, 0.26)), front=front, mouth_rim=(50, 34), grip=(50, 8),
        text=(8, 40, 74, 74))


@house("bucket")
def bucket(brush: Brush) -> Drawing:
    c = tint(brush, "#4a9bd0")
    front = wall(6, 30, 88, 74, c, 11, 62)
    return put("bucket", (4, 0, 92, 112), stroke("M8 32C10 -8 90 -8 92 32", IRON, 4), hollow(6, 30, 88, 11, c, 4),
        front, disc(8, 36, 4, dark(c, 0.2)), disc(92, 36, 4, dark(c, 0.2)), front=front, mouth_rim=(50, 30),
        grip=(50, 4), inside=(12, 6, 76, 80))


@house("basket")
def basket(brush: Brush) -> Drawing:
    c = tint(brush, "#c99450")
    weave = each(4, lambda r: each(9, lambda i: box(13 + r * 1.6 + i * (11.6 - r * 0.36), 52 + r * 13.5, 9.4, 9.5,
        (dark(c, 0.1), light(c, 0.06))[(i + r) % 2], 3)))
    front = path("M6 46H122L110 104q-2 8-10 8H28q-8 0-10-8z",
        c) + weave + path("M104 46H122L110 104q-2 8-10 8H88q8 0 10-10z", dark(c, 0.14), 0.5) + slab(2, 40, 124, 13,
        light(c, 0.03), 6) + each(10, lambda i: line([(9 + i * 12, 50), (15 + i * 12, 43)], dark(c, 0.12), 2))
    return put("basket", (2, -2, 124, 114), stroke("M22 46C22 -12 106 -12 106 46", dark(c, 0.1), 9),
        stroke("M19 44C19 6 48 2 62 2", light(c, 0.08), 2.4), disc(64, 44, 58, dark(c, 0.24), 8), front, front=front,
        mouth_rim=(64, 44), inside=(16, 8, 96, 80), grip=(64, 4))


@house("barrel")
def barrel(brush: Brush) -> Drawing:
    c = tint(brush, WOOD)
    staves = each(4, lambda i: curve([(26 + i * 17, 14), (20 + i * 21 - (2 if i < 2 else -2), 66), (26 + i * 17, 118)],
        dark(c, 0.12), 2))
    def hoop(y: float, bulge: float) -> str:
        return stroke(f"M{10 - bulge} {y}Q52 {y + 12} {94 + bulge} {y}", IRON, 7, cap="butt")
    front = path("M14 14C2 50 2 84 14 118A38 10 0 0 0 90 118C102 84 102 50 90 14A38 10 0 0 1 14 14z",
        c) + path("M72 22Q86 20 90 14C102 50 102 84 90 118Q86 124 70 127C84 90 84 56 72 22z",
        dark(c, 0.09)) + staves + hoop(38, 3) + hoop(92, 3)
    return put("barrel", (5, 5, 94, 123), hollow(14, 14, 76, 9, c, 4), front, front=front, mouth_rim=(52, 14),
        top=(52, 13))


@house("crate")
def crate(brush: Brush) -> Drawing:
    c = tint(brush, "#c8934f")
    front = box(8, 30, 114, 76, dark(c, 0.24)) + each(3, lambda i: slab(4, 30 + i * 26, 122, 22,
        (c, light(c, 0.02), c)[i], 3, 0.2)
        + line([(24, 40 + i * 26), (96, 41 + i * 26)], dark(c, 0.06), 1.6)) + block(2, 26, 15, 84, light(c, 0.03), 3,
        0.3) + block(113, 26, 15, 84, dark(c, 0.02), 3, 0.3) + "".join(disc(x, y, 2, dark(c, 0.3)) for x in (9,
        120) for y in (38, 66, 94))
    return put("crate", (2, 10, 126, 100), poly([(14, 10), (116, 10), (126, 30), (4, 30)], dark(c, 0.26), 2), front,
        front=front, mouth_rim=(65, 24), inside=(14, 4, 102, 76), text=(22, 56, 86, 22), top=(65, 14))


@house("cardboard box")
def cardboard_box(brush: Brush) -> Drawing:
    c = tint(brush, "#cd9f68")
    front = box(12, 38, 106, 78, c) + box(96, 38, 22, 78, dark(c, 0.06)) + poly([(12, 38), (118, 38), (130, 56),
        (0, 56)], light(c, 0.05), 2) + box(88, 92, 8, 14, dark(c, 0.22), 1) + box(100, 92, 8, 14, dark(c, 0.22),
        1) + poly([(86, 92), (92, 84), (98, 92)], dark(c, 0.22)) + poly([(98, 92), (104, 84), (110, 92)], dark(c, 0.22))
    return put("cardboard box", (130, 116), poly([(24, 8), (106, 8), (118, 38), (12, 38)], dark(c, 0.24)),
        poly([(24, 8), (106, 8), (112, 0), (18, 0)], dark(c, 0.1), 1), front, front=front, mouth_rim=(65, 30),
        inside=(16, 0, 98, 80), text=(10, 48, 78, 62))


@house("object")
def object_(brush: Brush) -> Drawing:
    c = tint(brush, "#8aa3b8")
    return put("object", (2, 0, 112, 113), poly([(58, 0), (114, 26), (58, 52), (2, 26)], light(c, 0.08), 4),
        poly([(2, 26), (58, 52), (58, 114), (2, 86)], c, 4), poly([(114, 26), (58, 52), (58, 114), (114, 86)],
        dark(c, 0.09), 4), top=(58, 26))


@house("treasure chest")
def treasure_chest(brush: Brush) -> Drawing:
    c = tint(brush, "#9a6236")
    band = own(brush, GOLD, 0.0) if not brush.base else GOLD
    coins = each(9, lambda i: disc(20 + i * 11.5, 50 - (i * 5) % 9, 9, (GOLD, light(GOLD, 0.06))[i % 2], 7)) + disc(46,
        38, 7, RED) + disc(84, 40, 7, TEAL)
    front = block(4, 54, 124, 56, c, 4, 0.12) + line([(6, 78), (126, 78)], dark(c, 0.12),
        2.4) + "".join(box(x, 54, 10, 56, dark(band, 0.05)) for x in (18, 104)) + box(2, 50, 128, 10, band,
        3) + box(55, 52, 22, 26, dark(band, 0.06), 4) + disc(66, 62, 4, INK) + box(64, 63, 4, 9, INK, 1)
    return put("treasure chest", (2, 1.5, 128, 108.5), path("M8 40C8 2 28 2 66 2S124 2 124 40L118 52H14z",
        dark(c, 0.08)), path("M14 42C16 14 34 12 66 12S116 14 118 42z", dark(c, 0.24)),
        stroke("M10 40C10 4 30 4 66 4S122 4 122 40", band, 5), coins, front, front=front, mouth_rim=(66, 50),
        top=(66, 4))


@house("gift box")
def gift_box(brush: Brush) -> Drawing:
    c = tint(brush, "#e0506a")
    ribbon = own(brush, YELLOW, 0.18)
    bow = both(60, path("M60 34C52 6 20 -2 18 16C18 28 40 34 60 34z", ribbon),
        path("M56 32C50 18 34 10 30 18C30 24 44 30 56 32z", dark(ribbon, 0.13)))
    return put("gift box", (0, 6.5, 120, 119.5), block(8, 54, 104, 72, c, 6, 0.18), box(50, 54, 20, 72, ribbon),
        box(64, 54, 6, 72, dark(ribbon, 0.08)), slab(0, 34, 120, 24, light(c, 0.03), 5), box(48, 34, 24, 24, ribbon),
        box(64, 34, 8, 24, dark(ribbon, 0.08)), bow, disc(60, 32, 8, dark(ribbon, 0.05), 7), top=(60, 30))


@house("tie")
def tie(brush: Brush) -> Drawing:
    c = tint(brush, "#3f62b8")
    def half(y: float) -> float:
        return 11 + (y - 28) * 0.125
    def band(y: float) -> str:
        return poly([(30 - half(y + 14), y + 14), (30 + half(y), y), (30 + half(y + 7), y + 7),
                     (30 - half(y + 21), y + 21)], light(c, 0.16))
    stripes = "".join(band(y) for y in (34, 53, 72, 91))
    return put("tie", (8, 2, 44, 137.5), poly([(20, 26), (40, 26), (52, 112), (30, 140), (8, 112)], c, 2), stripes,
        poly([(34, 26), (40, 26), (52, 112), (30, 140)], dark(c, 0.1), 2, 0.75),
        poly([(12, 2), (48, 2), (40, 28), (20, 28)], light(c, 0.04), 5),
        poly([(36, 2), (48, 2), (40, 28), (31, 28)], dark(c, 0.06), 4))


@house("umbrella stand")
def umbrella_stand(brush: Brush) -> Drawing:
    c = tint(brush, "#5d7f95")
    front = wall(10, 60, 60, 70, c, 8, 50)
    return put("umbrella stand", (10, 1, 60, 135.5), stroke("M30 90V14c0-14 18-14 18 0", OAK, 5),
        poly([(24, 36), (38, 36), (42, 90), (20, 90)], RED, 3), hollow(10, 60, 60, 8, c, 4), front, front=front,
        mouth_rim=(40, 60))


@house("broom")
def broom(brush: Brush) -> Drawing:
    c = tint(brush, "#e2bb5c")
    return put("broom", (2, 0, 66, 158.5), box(31, 0, 8, 100, own(brush, WOOD, -0.16), 4),
        path("M26 94H44L68 152q-4 6-10 2-6 6-12 1-5 6-11 1-6 5-11-1-6 5-12-1-6 4-10-2z", c),
        path("M38 94h6L68 152q-4 6-10 2-4 4-8 3z", dark(c, 0.09)),
        each(4, lambda i: line([(28 + i * 5, 112), (14 + i * 14, 146)], dark(c, 0.14), 2)),
        box(22, 92, 26, 13, own(brush, RED, -0.1), 4), grip=(35, 30))


@house("pencil")
def pencil(brush: Brush) -> Drawing:
    c = tint(brush, YELLOW)
    return put("pencil", (4.5, 1.5, 104, 104), turn(45, 55, 55, box(42, -12, 26, 16, PINK, (7, 7, 0, 0)),
        box(42, 2, 26, 12, STEEL), box(42, 14, 9, 82, light(c, 0.05)), box(51, 14, 9, 82, c),
        box(60, 14, 8, 82, dark(c, 0.1)), poly([(42, 96), (68, 96), (55, 126)], "#eccb9c"),
        poly([(50, 114), (60, 114), (55, 126)], INK)), grip=(40, 70))


@house("paintbrush")
def paintbrush(brush: Brush) -> Drawing:
    c = tint(brush, "#d8434f")
    return put("paintbrush", (2, 1.5, 106.5, 106.5), turn(45, 55, 55,
        taper(55, -16, 55, 70, 6, 14, own(brush, WOOD, -0.16)), box(46, 66, 18, 22, STEEL, 2),
        box(58, 66, 6, 22, dark(STEEL, 0.1), 1), path("M45 88H65C70 106 58 112 55 130C52 112 40 106 45 88z", c),
        path("M58 88H65C70 106 58 112 55 130C58 112 62 104 58 88z", dark(c, 0.1))), grip=(78, 32))


@house("paint palette")
def paint_palette(brush: Brush) -> Drawing:
    c = tint(brush, "#d6a265")
    return put("paint palette", (2, 0, 132, 102),
        path("M66 2C108 2 134 24 134 50C134 78 108 72 96 76C80 82 100 102 72 102C30 102 2 78 2 50S30 2 66 2z",
        dark(c, 0.1)),
        path("M66 0C108 0 134 22 134 47C134 75 108 68 96 72C80 78 100 98 72 98C30 98 2 75 2 48S30 0 66 0z", c),
        disc(76, 82, 10, dark(c, 0.32), 8), "".join(ball(x, y, 11, k, 9, shine=False) for x, y,
        k in ((34, 30, RED), (62, 18, YELLOW), (94, 22, GREEN), (112, 44, BLUE), (26, 58, PURPLE), (46, 80, ORANGE))),
        grip=(76, 82))


@house("balloon")
def balloon(brush: Brush) -> Drawing:
    c = tint(brush, "#e5484d")
    return put("balloon", (2, 0, 88, 159), curve([(46, 112), (52, 128), (42, 142), (48, 158)], "#8a94a0", 2),
        poly([(38, 112), (54, 112), (46, 100)], dark(c, 0.14), 2),
        path("M46 0C74 0 90 20 90 46C90 76 66 104 46 106C26 104 2 76 2 46C2 20 18 0 46 0z", dark(c, 0.09)),
        path("M46 0C68 0 78 20 76 44C74 74 60 98 44 106C26 104 2 76 2 46C2 20 18 0 46 0z", c),
        turn(-32, 26, 32, disc(26, 32, 7, light(c, 0.18), 14)), grip=(46, 156))
