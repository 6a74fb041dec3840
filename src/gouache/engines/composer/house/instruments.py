"""House drawings: musical instruments."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    CHROME,
    CREAM,
    GOLD,
    GREEN,
    INK,
    OAK,
    ORANGE,
    PAPER,
    PINE,
    PURPLE,
    RED,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    YELLOW,
    bars,
    block,
    both,
    box,
    curve,
    cylinder,
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
    star,
    stroke,
    taper,
    tint,
    turn,
    wall,
)


@house("piano")
def piano(brush: Brush) -> Drawing:
    c = tint(brush, "#6b4230")
    keys = box(12, 66, 126, 11, WHITE, 1) + bars(17, (19, 67), 77, 7, "#c9cdd0", 0.9) + each(16,
        lambda i: box(17 + i * 7, 66, 4, 6.5, INK) if i % 7 not in (2, 6) else "")
    return put("piano", (150, 122), block(8, 6, 134, 62, c, 4, 0.08), box(18, 16, 50, 40, dark(c, 0.08), 3),
        box(80, 16, 50, 40, dark(c, 0.08), 3), poly([(52, 26), (74, 30), (98, 26), (98, 52), (74, 56), (52, 52)],
        PAPER, 1), line([(75, 30), (75, 56)], "#c9bfa8", 1.4), slab(0, 0, 150, 10, light(c, 0.05), 3), keys,
        slab(2, 76, 146, 11, light(c, 0.04), 3), block(14, 86, 122, 30, dark(c, 0.1), 2, 0.08),
        block(4, 84, 11, 38, c, 2, 0.4), block(135, 84, 11, 38, c, 2, 0.4),
        each(3, lambda i: box(66 + i * 8, 114, 5, 6, GOLD, 2)), top=(75, 1))


@house("grand piano")
def grand_piano(brush: Brush) -> Drawing:
    c = tint(brush, "#333b47")
    keys = poly([(6, 76), (60, 76), (58, 84), (4, 84)], WHITE) + each(9, lambda i: box(10 + i * 5.4, 76, 3, 5, INK))
    return put("grand piano", (0, 3.5, 168, 128.5), line([(126, 66), (118, 20)], GOLD, 3),
        path("M50 52L60 14C84 -6 120 8 132 18C146 28 158 22 168 42L158 60z", light(c, 0.04)),
        path("M58 50L66 20C86 4 116 16 128 26C142 36 150 34 158 46L152 56z", dark(c, 0.08)),
        path("M44 62Q48 52 58 52H150Q166 52 166 66V84H44z", c), path("M44 74H166V84H44z", dark(c, 0.09)), keys,
        slab(0, 82, 64, 12, c, 4), box(40, 58, 7, 26, dark(c, 0.05), 2),
        path("M44 84H166Q164 94 150 94H60z", dark(c, 0.12)), block(16, 92, 9, 40, c, 2, 0.4),
        block(140, 92, 9, 40, c, 2, 0.4), box(80, 92, 4, 30, dark(c, 0.05)), box(92, 92, 4, 30, dark(c, 0.05)),
        box(74, 120, 28, 5, GOLD, 2), line([(64, 58), (140, 58)], light(c, 0.16), 2.4), facing="left", top=(110, 54))


@house("guitar")
def guitar(brush: Brush) -> Drawing:
    c = tint(brush, "#d08a45")
    body = path("M45 62C66 62 72 74 68 86C66 94 70 98 78 104C96 118 86 152 45 152S-6 118 12 104C20 98 24 94 22 "
        "86C18 74 24 62 45 62z",
        dark(c,
        0.1)) + path("M42 62C58 62 62 74 59 86C57 94 60 98 67 106C80 122 72 150 42 152C4 150 -4 118 12 104C20 98 24 "
        "94 22 86C18 74 24 62 42 62z", c)
    return put("guitar", (-5, 0, 111, 152.5), turn(28, 55, 80,
        move(10, 2, body, box(40, 14, 10, 82, "#5b3a28", 1), poly([(36, -8), (54, -8), (51, 16), (39, 16)], "#42291d",
        3), each(3, lambda i: disc(34, -4 + i * 7, 2.6, CHROME) + disc(56, -4 + i * 7, 2.6, CHROME)),
        disc(45, 98, 14, dark(c, 0.36)), ring(45, 98, 15.5, CREAM, 2), box(32, 126, 26, 6, "#42291d", 2),
        bars(4, (42, 10), 128, 2, "#e9e3d2", 0.7),
        each(6, lambda i: line([(40, 24 + i * 9), (50, 24 + i * 9)], "#c9b79a", 0.9)),
        curve([(18, 122), (15, 132), (20, 140)], light(c, 0.14), 4))), grip=(70, 40))


@house("electric guitar")
def electric_guitar(brush: Brush) -> Drawing:
    c = tint(brush, "#d8363d")
    return put("electric guitar", (-4, 2, 107.5, 150.5), turn(28, 55, 80,
        move(10, 2,
        path("M30 82C18 64 4 66 10 84C14 98 8 104 6 118C4 142 22 154 46 152C72 152 86 138 80 116C76 104 80 96 84 "
        "84C86 72 74 72 62 86z", dark(c, 0.1)),
        path("M30 82C18 64 4 66 10 84C14 98 8 104 6 118C4 142 22 154 44 152C64 148 70 136 66 116C64 104 66 98 68 "
        "84Q66 82 62 86z", c), path("M36 96H60L64 134 50 142 38 126z", WHITE), box(40, 10, 10, 100, "#e3b878", 1),
        poly([(38, 12), (38, -4), (48, -10), (56, -6), (51, 12)], "#e3b878", 2),
        each(4, lambda i: disc(36, -3 + i * 5, 2, CHROME)), box(38, 106, 16, 5, INK, 1), box(38, 118, 16, 5, INK, 1),
        box(36, 132, 20, 5, CHROME, 2), disc(62, 126, 3, INK),
        each(8, lambda i: line([(40, 20 + i * 9), (50, 20 + i * 9)], "#a87f4c", 0.9)))), grip=(74, 40))


@house("violin")
def violin(brush: Brush) -> Drawing:
    c = tint(brush, "#b5602f")
    body = path("M30 52C50 52 54 66 50 76Q44 84 50 92C60 104 58 134 30 134S0 104 10 92Q16 84 10 76C6 66 10 52 30 52z",
        dark(c,
        0.1)) + path("M28 52C42 52 45 66 42 76Q37 84 42 92C51 106 48 132 28 134C0 134 0 104 10 92Q16 84 10 76C6 66 "
        "10 52 28 52z", c)
    return put("violin", (10.5, 2.5, 104.5, 132.5), line([(24, 132), (112, 20)], OAK, 3.6),
        line([(28, 134), (114, 26)], CREAM, 1.6), turn(22, 50, 70,
        move(22, 0, body, box(26, 12, 8, 74, INK, 1), box(27, 84, 6, 24, INK, 2),
        poly([(25, 14), (35, 14), (33, 0), (27, 0)], dark(c, 0.14), 2), disc(30, 2, 5, dark(c, 0.14)),
        each(2, lambda i: disc(22, 6 + i * 6, 2, INK) + disc(38, 6 + i * 6, 2, INK)), box(20, 98, 20, 4, CREAM, 1),
        poly([(26, 106), (34, 106), (36, 130), (24, 130)], INK, 2),
        both(30, stroke("M18 84q-4 8 0 16", dark(c, 0.36), 2)),
        curve([(8, 108), (8, 116), (12, 124)], light(c, 0.14), 3))), grip=(62, 30))


@house("drum set")
def drum_set(brush: Brush) -> Drawing:
    c = tint(brush, "#d0353f")
    def cymbal(x: float, y: float, tilt: float) -> str:
        return turn(tilt, x, y, disc(x, y, 27, GOLD, 5.5), disc(x - 3, y - 1, 15, light(GOLD, 0.07), 2.6),
            disc(x, y - 3, 5, dark(GOLD, 0.08), 3))
    stands = line([(28, 24), (26, 112)], STEEL, 3) + line([(144, 18), (148, 112)], STEEL,
        3) + line([(26, 98), (16, 114)], STEEL, 3) + line([(26, 98), (36, 114)], STEEL,
        3) + line([(148, 98), (138, 114)], STEEL, 3) + line([(148, 98), (160, 114)], STEEL, 3)
    drums = cylinder(46, 28, 36, 24, c, 6) + disc(64, 28, 15, WHITE, 4.4) + cylinder(90, 28, 36, 24, c, 6) + disc(108,
        28, 15, WHITE, 4.4) + cylinder(12, 68, 40, 20, c, 6) + disc(32, 68, 17, WHITE, 4.6) + cylinder(118, 66, 44, 40,
        c, 7) + disc(140, 66, 19, WHITE, 5)
    bass = disc(86, 80, 37, dark(c, 0.12)) + ring(86, 80, 33, c, 6) + disc(86, 80, 30, WHITE) + disc(80, 74, 21,
        light(WHITE, 0.03)) + star(86, 80, 14, own(brush, c), soft=1)
    return put("drum set", (1.5, 8, 169.5, 110), stands, drums, bass, line([(56, 104), (48, 116)], STEEL, 4),
        line([(116, 104), (124, 116)], STEEL, 4), cymbal(28, 22, -10), cymbal(144, 16, 12))


@house("drum")
def drum(brush: Brush) -> Drawing:
    c = tint(brush, "#d0473f")
    return put("drum", (4.5, 1.5, 111.5, 108.5), wall(8, 42, 104, 50, c, 14),
        each(6, lambda i: line([(12 + i * 18, 48 + (2.5 - abs(2.5 - i)) * 3),
        (22 + i * 16, 96 + (2.5 - abs(2.5 - i)) * 3)], CREAM, 2.6)),
        stroke("M8 92A52 14 0 0 0 112 92", GOLD, 7, cap="butt"), disc(60, 42, 54, GOLD, 16),
        disc(60, 40, 48, WHITE, 12.5), line([(24, 4), (62, 38)], WOOD, 5), line([(104, 6), (74, 36)], WOOD, 5),
        disc(63, 39, 5, PINE), disc(73, 37, 5, PINE), top=(60, 40))


@house("trumpet")
def trumpet(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    return put("trumpet", (0, 10, 158, 59.5), stroke("M44 34H120C138 34 138 66 120 66H72C56 66 56 34 72 34",
        dark(c, 0.07), 7), path("M2 10C16 26 30 32 52 34V40C30 42 16 48 2 64z", c),
        path("M2 46C16 42 36 39 52 38.5V40C30 42 16 48 2 64z", dark(c, 0.1)), disc(4, 37, 4, dark(c, 0.16), 27),
        line([(44, 37), (148, 37)], c, 7), line([(46, 35), (140, 35)], light(c, 0.13), 2),
        box(146, 31, 12, 12, STEEL, 4), each(3, lambda i: block(78 + i * 14, 24, 10, 44, c, 4, 0.4)
        + box(80 + i * 14, 14, 6, 12, STEEL, 2) + box(78 + i * 14, 10, 10, 5, CHROME, 2.5)), facing="left",
        grip=(96, 60))


@house("saxophone")
def saxophone(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    return put("saxophone", (3, 6.5, 103, 118.5), stroke("M92 16C84 8 72 8 68 18", dark(c, 0.04), 7),
        line([(92, 16), (102, 22)], INK, 8),
        path("M62 16H74L70 96C66 128 34 134 24 112C18 96 20 78 4 56L34 44C38 62 38 84 42 96C46 106 54 102 56 92z", c),
        path("M70 16H74L70 96C66 128 34 134 24 112C40 122 60 114 64 92z", dark(c, 0.1)),
        turn(-22, 19, 50, disc(19, 50, 17, dark(c, 0.18), 6.5)),
        each(5, lambda i: disc(64 - i * 0.8, 34 + i * 13, 5, light(c, 0.12))
        + disc(64 - i * 0.8, 34 + i * 13, 3, dark(c, 0.12))), line([(76, 34), (74, 88)], light(c, 0.1), 3),
        curve([(30, 84), (32, 100), (38, 110)], light(c, 0.16), 3.5), facing="left", grip=(68, 62))


@house("harp")
def harp(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    strings = each(10, lambda i: line([(32 + i * 8, 22 + (i - 4) ** 2 * 0.6 + i * 1.4), (32 + i * 8, 128 - i * 11.5)],
        "#efe6cf", 1.6))
    return put("harp", (4, 0, 114.5, 146), strings,
        path("M16 12Q22 -2 36 6C56 18 64 44 84 34C96 28 108 22 116 26L112 40C100 36 94 44 84 46C62 50 50 26 28 20z",
        c), taper(112, 32, 34, 136, 13, 20, dark(c, 0.07)), block(12, 10, 15, 124, c, 6, 0.4),
        slab(4, 130, 60, 16, dark(c, 0.03), 6), disc(20, 10, 10, light(c, 0.06)), disc(19, 9, 4, dark(c, 0.1)),
        grip=(20, 70))


@house("flute")
def flute(brush: Brush) -> Drawing:
    c = tint(brush, "#c3ccd6")
    return put("flute", (4.5, 5, 141.5, 80.5), turn(-28, 75, 45, slab(-4, 40, 158, 11, c, 5, 0.4),
        box(10, 36, 22, 9, light(c, 0.06), 4), disc(21, 41, 4, INK, 2.6), box(40, 38.5, 5, 14, dark(c, 0.1), 2),
        box(112, 38.5, 5, 14, dark(c, 0.1), 2), each(6, lambda i: disc(54 + i * 10, 40, 4.4, dark(c, 0.1), 3.6)
        + disc(53.5 + i * 10, 39.2, 3, light(c, 0.08), 2.2)),
        each(2, lambda i: disc(124 + i * 11, 40, 4.4, dark(c, 0.1), 3.6))), grip=(76, 44))


@house("accordion")
def accordion(brush: Brush) -> Drawing:
    c = tint(brush, "#c9363f")
    folds = each(7, lambda i: box(47 + i * 8, 12 + i % 2 * 3, 8, 84 - i % 2 * 6,
        (dark(c, 0.16), light(c, 0.05))[i % 2]))
    return put("accordion", (4, 4, 142, 100), folds, block(4, 4, 44, 100, c, 9, 0.12),
        block(102, 4, 44, 100, dark(c, 0.02), 9, 0.2), box(10, 12, 14, 84, WHITE, 2),
        each(9, lambda i: line([(10, 21 + i * 8.4), (24, 21 + i * 8.4)], "#c9cdd0", 1.2)
        + box(10, 18.5 + i * 8.4, 8, 5, INK, 1)), each(12, lambda i: disc(118 + i % 3 * 9, 24 + i // 3 * 18, 3.2,
        CREAM)), box(32, 16, 8, 74, GOLD, 3))


@house("xylophone")
def xylophone(brush: Brush) -> Drawing:
    hues = (RED, ORANGE, YELLOW, GREEN, TEAL, BLUE, PURPLE)
    bars = each(7, lambda i: block(8 + i * 19, 8 + i * 5, 15, 86 - i * 10, own(brush, hues[i], i % 2 * 0.04), 5, 0.3)
        + disc(15.5 + i * 19, 18 + i * 4, 2, INK) + disc(15.5 + i * 19, 84 - i * 4, 2, INK))
    return put("xylophone", (2, 8, 140, 86), poly([(2, 14), (142, 40), (142, 48), (2, 26)], OAK, 3),
        poly([(2, 76), (142, 54), (142, 62), (2, 88)], OAK, 3), bars)
