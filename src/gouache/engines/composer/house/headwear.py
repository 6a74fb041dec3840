"""House drawings: headwear and clothes for parts and plays. Hats carry `crown_rest`, the middle of their lower rim."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    GOLD,
    PINK,
    TEAL,
    WHITE,
    YELLOW,
    both,
    box,
    curve,
    disc,
    each,
    line,
    own,
    path,
    poly,
    put,
    stroke,
    tint,
    turn,
)


@house("turban")
def turban(brush: Brush) -> Drawing:
    c = tint(brush, "#d9573f")
    wraps = path("M4 78C-4 34 34 4 70 4S144 34 136 78Q70 104 4 78z",
        c) + path("M6 56C30 54 78 34 96 10C78 2 50 2 30 18C14 30 6 42 6 56z",
        light(c, 0.05)) + path("M136 56C112 54 70 38 50 8Q62 3 76 4C112 6 136 32 136 56z",
        dark(c, 0.04)) + path("M4 78Q2 66 5 56C40 64 92 50 118 24Q130 36 135 54C110 76 50 84 4 78z",
        c) + path("M4 78C50 84 110 76 135 54Q138 64 136 78Q70 104 4 78z", dark(c, 0.08))
    folds = curve([(6, 67), (60, 66), (127, 36)], dark(c, 0.1), 2) + curve([(5, 44 + 12), (50, 52), (112, 20)],
        dark(c, 0.1), 2) + curve([(28, 84), (80, 82), (136, 66)], dark(c, 0.16), 2)
    jewel = path("M66 38C56 18 66 -6 76 -12C86 2 84 22 74 38z",
        WHITE) + path("M75 -10C86 2 84 22 74 38H72Q78 14 75 -10z", dark(WHITE, 0.08)) + disc(70, 46, 9, GOLD,
        11) + disc(70, 46, 5.5, own(brush, TEAL, -0.2), 7)
    return put("turban", (2.5, -12, 134.5, 103), wraps, folds, jewel, crown_rest=(70, 88))


@house("headband")
def headband(brush: Brush) -> Drawing:
    c = tint(brush, "#e0484b")
    tails = path("M122 40Q148 34 168 52L158 58L152 70Q140 50 118 46z",
        dark(c, 0.09)) + path("M122 36Q146 18 170 24L164 32L168 42Q146 34 120 44z", dark(c, 0.04))
    front = path("M4 24Q4 50 66 50T128 24V44Q126 74 66 74T4 44z", c) + path("M96 47Q128 42 128 24V44Q126 66 94 72z",
        dark(c, 0.07)) + path("M4 24Q4 50 66 50T128 24Q129 57 66 57T4 24z", light(c, 0.06))
    return put("headband", (4, 4, 166, 70), path("M4 26Q4 4 66 4T128 26Q124 34 118 36Q110 16 66 16T14 36Q8 34 4 26z",
        dark(c, 0.15)), tails, front, disc(66, 64, 7, WHITE), disc(126, 38, 8, dark(c, 0.13)), crown_rest=(66, 72))


@house("wig")
def wig(brush: Brush) -> Drawing:
    c = tint(brush, "#e2a43a")
    back = path("M34 46H106V126Q70 138 34 126z", dark(c, 0.2))
    hair = path("M70 2C20 2 4 40 6 84C6 108 0 124 -6 132Q14 146 38 132V66Q56 60 66 40Q82 60 104 62V132Q126 146 146 "
        "132C140 124 134 108 134 84C136 40 120 2 70 2z", c)
    shade = path("M92 5C124 14 135 46 134 84C134 108 140 124 146 132Q132 142 118 138C124 110 122 40 92 5z",
        dark(c, 0.09)) + path("M38 66Q56 60 66 40Q64 62 38 76z", dark(c, 0.1))
    strands = curve([(62, 8), (34, 26), (22, 66), (18, 126)], dark(c, 0.1),
        2.4) + curve([(66, 10), (62, 26), (66, 40)], dark(c, 0.1), 2.4) + curve([(72, 10), (96, 30), (114, 66),
        (116, 130)], dark(c, 0.1), 2.4) + curve([(52, 9), (28, 22), (16, 46)], light(c, 0.1), 4)
    return put("wig", (-6, 2, 152, 137.5), back, hair, shade, strands, crown_rest=(70, 62))


@house("tiara")
def tiara(brush: Brush) -> Drawing:
    c = tint(brush, "#cfd8e2")
    gem = own(brush, "#5fb8e8", 0.16)
    arch_ = path("M4 66Q10 40 26 34Q34 40 42 22Q56 30 70 -6Q84 30 98 22Q106 40 114 34Q130 40 136 66Q70 46 4 66z",
        c) + path("M70 -6Q84 30 98 22Q106 40 114 34Q130 40 136 66Q104 56 70 55.500z", dark(c, 0.08))
    holes = "".join(path(f"M{x} {y}q-7 9 0 16q7-7 0-16z", dark(c, 0.2)) for x,
        y in ((42, 34), (98, 34), (24, 42), (116, 42)))
    return put("tiara", (0, -9.5, 139.5, 79.5), arch_, holes, stroke("M4 66Q70 44 136 66", light(c, 0.1), 7),
        path("M70 14Q60 28 70 42Q80 28 70 14z", gem), path("M70 14Q60 28 70 42z", light(gem, 0.1)),
        "".join(disc(x, y, 3.6, WHITE) for x, y in ((70, -6), (42, 23), (98, 23), (26, 35), (114, 35))),
        each(5, lambda i: disc(30 + i * 20, 57 - (2 - abs(i - 2)) * 1.6, 2.6, gem)), crown_rest=(70, 62))


@house("sombrero")
def sombrero(brush: Brush) -> Drawing:
    c = tint(brush, "#e2b04a")
    trim = own(brush, "#cf3f45", -0.2)
    brim = path("M-10 70Q-6 54 14 60Q80 82 146 60Q166 54 170 70Q160 104 80 104T-10 70z",
        c) + path("M110 70Q134 66 146 60Q166 54 170 70Q164 94 120 101Q128 84 110 70z", dark(c, 0.09))
    bands = stroke("M-4 74Q10 96 80 97T164 74", trim, 5) + each(11, lambda i: disc(14 + i * 13.2, 82
        + 8 * (1 - ((i - 5) / 5) ** 2), 2.4, (WHITE, TEAL)[i % 2]))
    crown = path("M46 72C48 30 62 -4 80 -4S112 30 114 72Q80 86 46 72z",
        c) + path("M82 -4C100 -2 112 32 114 72Q104 76 94 78Q98 34 82 -4z",
        dark(c, 0.09)) + path("M47 60Q80 74 113 60L114 72Q80 86 46 72z", trim) + each(5,
        lambda i: poly([(52 + i * 13, 66 + 2.6 * (2 - abs(i - 2))), (57 + i * 13, 62 + 2.6 * (2 - abs(i - 2))),
        (62 + i * 13, 66 + 2.6 * (2 - abs(i - 2))), (57 + i * 13, 70 + 2.6 * (2 - abs(i - 2)))], YELLOW))
    return put("sombrero", (-10, -4, 180, 108), brim, bands, crown, crown_rest=(80, 82))


@house("cape")
def cape(brush: Brush) -> Drawing:
    c = tint(brush, "#cf2f3a")
    body = path("M40 14Q60 24 80 14L94 22C104 62 116 104 128 140Q112 152 98 142Q80 156 62 144Q44 156 26 144Q8 152 "
        "-6 138C8 102 18 62 26 22z", c)
    folds = path("M34 18C28 70 18 112 8 146L26 144C34 104 42 60 42 20z",
        dark(c, 0.1)) + path("M60 22C58 70 52 112 46 150L62 144L78 150C72 110 66 66 66 21z",
        dark(c, 0.09)) + path("M84 17C92 60 100 108 110 147L128 140C116 104 104 62 94 22z", dark(c, 0.11))
    collar = path("M26 22L34 0Q60 14 86 0L94 22Q60 38 26 22z", light(c, 0.05)) + path("M72 8L86 0L94 22Q84 28 70 29z",
        dark(c, 0.03))
    return put("cape", (-6, 0, 134, 150), body, folds, collar, disc(60, 27, 6, GOLD),
        disc(58.5, 25.5, 2.4, light(GOLD, 0.1)), neck=(60, 14))


@house("apron")
def apron(brush: Brush) -> Drawing:
    c = tint(brush, "#4f9a8c")
    straps = stroke("M40 34C30 -8 90 -8 80 34", dark(c, 0.14), 5) + stroke("M22 70Q-6 74 -12 92", dark(c, 0.14),
        5) + stroke("M98 70Q126 74 132 92", dark(c, 0.14), 5)
    body = path("M38 30H82L86 56Q96 64 104 68V140Q104 148 96 148H24Q16 148 16 140V68Q26 64 34 56z",
        c) + path("M76 30H82L86 56Q96 64 104 68V140Q104 148 96 148H84z", dark(c, 0.08))
    pocket = path("M38 94H82V116Q82 126 72 126H48Q38 126 38 116z", light(c, 0.06)) + line([(38, 100), (82, 100)],
        dark(c, 0.1), 2) + line([(60, 100), (60, 125)], dark(c, 0.1), 1.8)
    return put("apron", (-14.5, 0, 149.5, 148), straps, body, pocket, box(36, 28, 48, 6, light(c, 0.08), 2),
        line([(18, 70), (102, 70)], dark(c, 0.1), 2.4), text=(40, 40, 40, 22), neck=(60, 6))


@house("belt")
def belt(brush: Brush) -> Drawing:
    c = tint(brush, "#7a4a2c")
    gold = GOLD
    loop = path("M6 34Q6 6 86 6T166 34Q166 44 158 48Q150 22 86 22T14 48Q6 44 6 34z", dark(c, 0.12))
    front = path("M6 34Q10 58 86 58T166 34V56Q160 82 86 82T6 58z",
        c) + path("M120 55Q158 50 166 34V56Q160 74 118 80z",
        dark(c, 0.07)) + path("M6 34Q10 58 86 58T166 34V38Q160 62 86 62T6 38z", light(c, 0.07))
    buckle = box(56, 48, 44, 42, gold, 6) + box(63, 55, 30, 28, dark(c, 0.04), 3) + box(60, 66, 34, 6,
        dark(gold, 0.08), 3) + line([(59, 52), (96, 52)], light(gold, 0.1), 2.4)
    return put("belt", (6, 6, 160, 84), loop, front, buckle, each(3, lambda i: disc(112 + i * 14, 67 - i * 3, 2.4,
        dark(c, 0.2))))


@house("mask")
def mask(brush: Brush) -> Drawing:
    c = tint(brush, "#8a3fb0")
    gold = own(brush, GOLD, 0.2)
    feathers = each(5, lambda i: turn(-34 + i * 17, 80, 60, path("M80 52C70 30 70 6 80 -14C90 6 90 30 80 52z",
        (TEAL, PINK, gold, PINK, TEAL)[i]), line([(80, 46), (80, -6)], WHITE, 1.4, 0.7)))
    face = path("M80 44C60 28 22 30 -2 44C-4 78 22 102 46 98C64 96 70 80 80 80S96 96 114 98C138 102 164 78 162 "
        "44C138 30 100 28 80 44z", c) + path("M80 44C100 28 138 30 162 44C164 78 138 102 114 98C136 90 144 62 136 "
        "38C116 32 94 34 80 44z", dark(c, 0.08))
    trim = stroke("M80 46C60 31 24 33 1 46C0 76 24 99 46 95C64 92 70 77 80 77S96 92 114 95C136 99 160 76 159 46C136 "
        "33 100 31 80 46z", gold, 3.4)
    eyes = both(80, path("M20 60C30 48 52 50 64 66C52 76 30 76 20 60z", "#2f2436"),
        stroke("M20 60C30 48 52 50 64 66C52 76 30 76 20 60z", gold, 2.4))
    return put("mask", (-2.5, -14, 164.5, 112.5), feathers, face, trim, eyes,
        path("M80 46L87 56L80 68L73 56z", "#e0484b"), each(3, lambda i: disc(16 + i * 12, 84 - i % 2 * 4, 2.2, gold)
        + disc(144 - i * 12, 84 - i % 2 * 4, 2.2, gold)), eyes=(80, 62))


@house("graduation cap")
def graduation_cap(brush: Brush) -> Drawing:
    c = tint(brush, "#333a4a")
    return put("graduation cap", (-6.5, 8.5, 173, 99.5), path("M34 50V82Q80 108 126 82V50z", dark(c, 0.07)),
        path("M100 60L126 50V82Q114 90 100 93z", dark(c, 0.12)), poly([(80, 8), (168, 42), (80, 76), (-8, 42)], c, 4),
        poly([(80, 8), (168, 42), (124, 59), (46, 21)], dark(c, 0.03), 3), disc(80, 42, 5, GOLD, 3.4),
        line([(80, 42), (142, 56), (144, 84)], GOLD, 3), poly([(139, 82), (149, 82), (152, 108), (136, 108)], GOLD,
        2), box(138, 80, 12, 6, dark(GOLD, 0.1), 2), crown_rest=(80, 94))


@house("straw hat")
def straw_hat(brush: Brush) -> Drawing:
    c = tint(brush, "#e8c878")
    band = own(brush, "#c9453f", -0.22)
    weave = each(4, lambda i: curve([(12 + i * 10, 82 + i * 3.4), (80, 94 + i * 2.4), (148 - i * 10, 82 + i * 3.4)],
        dark(c, 0.07), 1.6))
    return put("straw hat", (-4, 14, 168, 92), disc(80, 84, 84, dark(c, 0.09), 22), disc(78, 82, 80, c, 19.5), weave,
        path("M36 80C34 40 46 14 80 14S126 40 124 80Q80 96 36 80z", c),
        path("M100 18C120 26 126 50 124 80Q112 85 " "98 87Q110 52 100 18z", dark(c, 0.09)),
        each(3, lambda i: curve([(42 + i * 3, 52 - i * 12), (80, 58 - i * 12), (118 - i * 3, 52 - i * 12)],
        dark(c, 0.07), 1.6)), path("M35 64Q80 82 125 64V80Q80 98 35 80z", band),
        path("M98 74Q114 70 125 64V80Q112 86 98 88z", dark(band, 0.08)), crown_rest=(80, 88))
