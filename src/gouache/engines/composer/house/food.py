"""House drawings: food."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    GREEN,
    LEAF,
    MOSS,
    PURPLE,
    RED,
    SKY,
    WHITE,
    YELLOW,
    arc,
    ball,
    basin,
    block,
    box,
    curve,
    disc,
    each,
    line,
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


@house("sandwich")
def sandwich(brush: Brush) -> Drawing:
    c = tint(brush, "#f3d9a4")
    crust = own(brush, "#c07f40", -0.1)
    def layer(y: float, h: float, color: str, out: float = 0.0) -> str:
        near = poly([(6 - out, y), (70, y + 28 + out), (128 + out, y - 4), (128 + out, y - 4 + h),
            (70, y + 28 + out + h), (6 - out, y + h)], color, 3)
        return near + poly([(70, y + 28 + out), (128 + out, y - 4), (128 + out, y - 4 + h), (70, y + 28 + out + h)],
            dark(color, 0.07), 2)
    leafy = stroke("M4 66q8 12 14 6q6 14 14 6q6 14 14 6q6 14 14 6q8 12 14 2q6 4 12-9q8 3 12-8q8 4 12-8q8 2 14-9q6 2 "
        "10-2", own(brush, "#6dbb4c", 0.1), 8)
    top_ = poly([(6, 38), (64, 4), (128, 34), (70, 68)], crust, 9) + poly([(14, 38), (64, 9.5), (120, 34), (70, 62)],
        c, 7)
    return put("sandwich", (0, 6, 138, 117.5), layer(78, 18, crust), layer(73, 6, own(brush, "#f8c84a", 0.14), 1),
        poly([(30, 88), (58, 100), (42, 108)], own(brush, "#f8c84a", 0.14), 2),
        layer(67, 7, own(brush, "#ef9aa0", 0.05), 1), layer(61, 7, own(brush, "#e2503f", -0.06)), leafy,
        layer(38, 17, crust), top_, each(5, lambda i: disc(46 + i * 11, 34 + (i * 7) % 13, 2.2, dark(c, 0.09), 1.4)))


@house("hot dog")
def hot_dog(brush: Brush) -> Drawing:
    c = tint(brush, "#e3a455")
    meat = own(brush, "#c4523a", -0.1)
    return put("hot dog", (0, 4, 150, 72), box(10, 8, 130, 44, dark(c, 0.05), 22),
        box(10, 4, 130, 34, light(c, 0.04), 17), box(0, 22, 150, 28, dark(meat, 0.08), 14),
        box(0, 20, 148, 23, meat, 11.5), curve([(16, 30), (28, 22), (42, 34), (56, 22), (70, 34), (84, 22), (98, 34),
        (112, 22), (128, 30)], own(brush, "#f8cb45", 0.16), 6.5),
        path("M10 44Q75 60 140 44V54q0 22-24 22H34Q10 76 10 54z", dark(c, 0.09)),
        path("M10 44Q75 60 140 44V50Q136 64 112 64H34Q14 64 10 50z", c),
        curve([(24, 56), (46, 61), (70, 62)], light(c, 0.12), 3.5))


@house("hamburger")
def hamburger(brush: Brush) -> Drawing:
    c = tint(brush, "#e0a050")
    return put("hamburger", (4, 6, 120, 98), slab(10, 82, 108, 22, c, 10),
        path("M4 60Q16 54 28 62T54 62T80 62T104 62T124 58V68Q112 78 100 72T76 74T50 74T24 74T4 70z",
        own(brush, "#67b64b", 0.1)), slab(6, 68, 116, 18, own(brush, "#6d3f28", -0.22), 8),
        poly([(18, 62), (112, 62), (92, 78), (76, 64), (52, 76)], own(brush, "#f8c545", 0.16)),
        box(10, 54, 108, 9, own(brush, "#e2503f", -0.06), 4),
        path("M6 54C6 22 32 6 64 6S122 22 122 54z", dark(c, 0.08)),
        path("M6 54C6 22 32 6 60 6C86 6 106 22 106 50V54z", c),
        "".join(turn(a, x, y, disc(x, y, 4, light(c, 0.16), 2.6)) for x, y,
        a in ((40, 24, -20), (64, 17, 0), (86, 27, 25), (54, 36, 10), (30, 40, -30), (76, 41, 15))))


@house("pizza")
def pizza(brush: Brush) -> Drawing:
    c = tint(brush, "#f6c552")
    crust = own(brush, "#c9823f", -0.1)
    pep = own(brush, "#cf4a3a", -0.06)
    return put("pizza", (2, 2, 124, 124), disc(64, 64, 62, dark(crust, 0.05)), disc(62, 62, 60, crust),
        disc(64, 64, 51, dark(c, 0.06)), disc(62, 62, 49, c),
        "".join(disc(x, y, 10, dark(pep, 0.08)) + disc(x - 1, y - 1, 8.6, pep)
        + disc(x - 3, y - 3, 2, light(pep, 0.1)) for x, y in ((44, 40), (78, 34), (92, 64), (64, 66), (34, 72),
        (54, 96), (84, 94))), "".join(turn(a, x, y, disc(x, y, 6, own(brush, "#4f9f4a", 0.1), 2.6)) for x, y,
        a in ((62, 48, 20), (48, 58, -40), (78, 80, 60), (62, 84, 0), (94, 46, -20))))


@house("pizza slice")
def pizza_slice(brush: Brush) -> Drawing:
    c = tint(brush, "#f6c552")
    crust = own(brush, "#c9823f", -0.1)
    pep = own(brush, "#cf4a3a", -0.06)
    return put("pizza slice", (2, 5, 108, 123), path("M8 26L56 128 104 26Q56 8 8 26z", c),
        path("M70 20Q90 20 104 26L56 128 60 100z", dark(c, 0.06)),
        path("M24 52q4 18 8 4L28 46zM70 92q2 14 6-4l4-12z", dark(c, 0.03)),
        path("M2 26C2 -2 110 -2 110 26Q110 36 102 32Q56 16 10 32Q2 36 2 26z", crust),
        curve([(14, 18), (36, 9), (60, 7)], light(crust, 0.12), 3.5),
        "".join(disc(x, y, 10.5, dark(pep, 0.08)) + disc(x - 1, y - 1, 9, pep) for x,
        y in ((40, 42), (72, 48), (54, 78))), grip=(56, 16))


@house("birthday cake")
def birthday_cake(brush: Brush) -> Drawing:
    c = tint(brush, "#f4a7bd")
    cream = own(brush, "#fff4e4", 0.16)
    def candle(x: float, k: str) -> str:
        return box(x - 3, 18, 6, 26, k, 2) + each(3, lambda i: line([(x - 3, 25 + i * 7), (x + 3, 22 + i * 7)], WHITE,
            1.8)) + path(f"M{x} 2q7 8 0 15q-7-7 0-15z", "#f7a23a") + path(f"M{x} 8q3 4 0 8q-3-4 0-8z", "#fff0a8")
    icing = path("M12 52Q12 42 66 42T120 52V66q-7 14-14 2q-6 16-13 2q-7 14-14 0q-6 16-13 0q-7 14-14 0q-6 14-13 0q-7 "
        "14-14 0q-6 10-13-4z", cream)
    return put("birthday cake", (1, 2, 130, 125), disc(66, 116, 65, "#e4e9ec", 11),
        box(12, 52, 108, 60, c, (4, 4, 12, 12)), box(96, 52, 24, 60, dark(c, 0.07), (0, 4, 12, 0)),
        box(12, 84, 108, 9, own(brush, "#d9657f", -0.1)), each(9, lambda i: disc(20 + i * 11.5, 108, 7, cream)), icing,
        "".join(candle(x, k) for x, k in ((34, BLUE), (66, YELLOW), (98, GREEN))),
        "".join(turn(a, x, y, box(x - 3, y - 1.2, 6, 2.4, k, 1.2)) for x, y, a,
        k in ((24, 54, 30, RED), (48, 52, -30, BLUE), (82, 54, 20, GREEN), (108, 56, -20, PURPLE),
        (60, 58, 60, YELLOW))))


@house("cake slice")
def cake_slice(brush: Brush) -> Drawing:
    c = tint(brush, "#f2b6c6")
    return put("cake slice", (4, -2, 124.5, 98), poly([(4, 40), (124, 24), (128, 42), (128, 96), (4, 96)],
        own(brush, "#e9bd7c", 0.05), 4), box(4, 64, 124, 9, WHITE),
        path("M4 40Q60 4 120 14Q130 16 128 40V46q-8 12-16 1q-8 16-16 2q-8 14-16 1q-8 16-16 1q-8 12-16 1q-8 14-16 "
        "1q-8 10-16 0q-6 8-12 0z", c), curve([(26, 32), (56, 21), (86, 18)], light(c, 0.1), 4), ball(88, 12, 11, RED),
        stroke("M88 2q4-4 10-2", MOSS, 2.4))


@house("cupcake")
def cupcake(brush: Brush) -> Drawing:
    c = tint(brush, "#f08fb4")
    wrap = own(brush, "#59a7c9", -0.12)
    return put("cupcake", (2, 1, 100, 121), poly([(14, 66), (90, 66), (80, 122), (24, 122)], wrap, 5),
        each(5, lambda i: line([(24 + i * 14, 72), (30 + i * 11, 118)], dark(wrap, 0.1), 3)),
        box(2, 48, 100, 26, dark(c, 0.06), 13), box(2, 46, 92, 20, c, 10), box(14, 28, 76, 26, dark(c, 0.03), 13),
        box(14, 28, 66, 19, light(c, 0.04), 9.5), path("M28 32C28 16 44 12 54 6C60 14 78 18 76 32z", c),
        ball(54, 10, 9, RED), "".join(turn(a, x, y, box(x - 4, y - 1.5, 8, 3, k, 1.5)) for x, y, a,
        k in ((26, 40, 30, WHITE), (50, 36, -30, YELLOW), (74, 42, 20, SKY), (22, 58, -20, YELLOW), (48, 58, 10, SKY),
        (78, 60, 40, WHITE))))


@house("donut")
def donut(brush: Brush) -> Drawing:
    c = tint(brush, "#ee7fa8")
    dough = own(brush, "#d79a55", -0.08)
    wavy = [polar(62, 60, 51 + (3.5 if i % 2 else -2), i * 22.5) for i in range(16)]
    return put("donut", (124, 124), ring(62, 62, 40, dark(dough, 0.06), 44), ring(61, 60, 40, dough, 40),
        ring(62, 60, 36.5, c, 29), "".join(disc(x, y, 9, c) for x, y in wavy[::2]),
        arc(62, 60, 44, 190, 260, light(c, 0.12), 4.5), "".join(turn(a, x, y,
        box(x - 5, y - 1.7, 10, 3.4, k, 1.7)) for x, y, a, k in ((36, 34, 30, WHITE), (60, 22, -20, YELLOW),
        (88, 36, 50, SKY), (98, 62, 90, WHITE), (84, 86, -40, YELLOW), (58, 98, 10, SKY), (32, 82, 60, WHITE),
        (24, 56, -70, YELLOW))), ring(62, 60, 21, dark(c, 0.12), 3))


@house("bread")
def bread(brush: Brush) -> Drawing:
    c = tint(brush, "#d39347")
    return put("bread", (4, 6, 136, 76),
        path("M4 52C4 20 36 6 72 6S140 20 140 52C140 74 128 82 112 82H32C16 82 4 74 4 52z", dark(c, 0.08)),
        path("M4 50C4 20 36 6 72 6S136 20 138 46C130 64 112 68 92 68H32C16 68 6 62 4 50z", c),
        each(3, lambda i: turn(18, 44 + i * 28, 32, disc(44 + i * 28, 32, 6, light(c, 0.16), 18))),
        curve([(16, 44), (24, 28), (38, 18)], light(c, 0.1), 3.5))


@house("ice cream")
def ice_cream(brush: Brush) -> Drawing:
    c = tint(brush, "#f4a3bf")
    return put("ice cream", (4, 3, 76, 133.5), poly([(12, 58), (72, 58), (42, 138)], "#dfa45a", 4),
        poly([(54, 58), (72, 58), (42, 138)], "#c98c45", 3), each(3,
        lambda i: line([(20 + i * 16, 60), (34 + i * 10, 104 - i * 4)], "#b87b3b", 1.8)
        + line([(64 - i * 16, 60), (50 - i * 10, 104 - i * 4)], "#b87b3b", 1.8)), ball(42, 36, 33, c),
        box(4, 48, 76, 18, dark(c, 0.03), 9), disc(20, 62, 9, c), disc(44, 66, 10, c), disc(64, 62, 8, dark(c, 0.05)),
        grip=(42, 100))


@house("french fries")
def french_fries(brush: Brush) -> Drawing:
    c = tint(brush, "#d8383c")
    fries = each(8, lambda i: turn(-10 + i * 3, 20 + i * 9, 70,
        block(16 + i * 8.6, 8 + (i * 7) % 5 * 4, 9, 70, ("#f7cb55", "#f2bd42")[i % 2], 2, 0.34)))
    return put("french fries", (5.5, 7.5, 88.5, 118.5), fries,
        path("M8 44Q50 74 92 44L84 120q-1 6-7 6H23q-6 0-7-6z", c),
        path("M74 56Q84 50 92 44L84 120q-1 6-7 6H66z", dark(c, 0.08)),
        disc(50, 92, 15, WHITE if brush.base is None else light(c, 0.16)), grip=(50, 104))


@house("popcorn")
def popcorn(brush: Brush) -> Drawing:
    c = tint(brush, "#dc3f42")
    puffs = "".join(disc(x, y, 12, "#fbe6ae") + disc(x - 3, y - 3, 7, "#fff7dc") for x,
        y in ((20, 40), (40, 42), (62, 40), (84, 42), (30, 26), (52, 24), (74, 26), (44, 12), (62, 12)))
    front = poly([(8, 44), (96, 44), (84, 126), (20, 126)], WHITE, 2) + each(3,
        lambda i: poly([(8 + i * 35, 44), (26 + i * 35, 44), (31 + i * 25.5, 126), (20 + i * 25.5, 126)],
        c)) + poly([(80, 44), (96, 44), (84, 126), (72, 126)], "#000000", o=0.08)
    return put("popcorn", (8, 0, 88, 126), puffs, front, front=front, mouth_rim=(52, 46), grip=(52, 100))


@house("egg")
def egg(brush: Brush) -> Drawing:
    c = tint(brush, "#f1e2c8")
    return put("egg", (2, 2, 86, 112), path("M45 2C70 2 88 42 88 72S68 114 45 114S2 102 2 72S20 2 45 2z",
        dark(c, 0.09)), path("M45 2C64 2 76 40 76 66S60 106 42 110C20 110 2 98 2 72S20 2 45 2z", c),
        turn(-30, 28, 40, disc(28, 40, 7, light(c, 0.07), 15)))


@house("cheese")
def cheese(brush: Brush) -> Drawing:
    c = tint(brush, "#f7c63f")
    return put("cheese", (4, 6, 124, 86), path("M4 44L84 6Q118 12 128 42z", light(c, 0.09)),
        poly([(4, 44), (128, 42), (128, 92), (4, 92)], c, 3), disc(30, 66, 10, dark(c, 0.12)),
        disc(70, 56, 7, dark(c, 0.12)), disc(96, 74, 12, dark(c, 0.12)), disc(60, 82, 6, dark(c, 0.12)),
        disc(86, 26, 9, dark(c, 0.05), 5))


@house("soup")
def soup(brush: Brush) -> Drawing:
    c = tint(brush, BLUE)
    front = basin(64, 44, 60, 52, c) + path("M96 44H124A60 52 0 0 1 64 96C90 88 98 66 96 44z",
        dark(c, 0.08))
    steam = each(3, lambda i: curve([(44 + i * 20, 28), (40 + i * 20, 20), (46 + i * 20, 12), (42 + i * 20, 3)],
        "#c3ced6", 3.6))
    return put("soup", (2, 1, 124, 101), steam, box(42, 92, 44, 10, dark(c, 0.12), (0, 0, 5, 5)),
        disc(64, 44, 61, light(c, 0.08), 15), disc(64, 45, 54, "#d9603f", 11.5),
        each(4, lambda i: disc(40 + i * 16, 42 + i % 2 * 6, 6, (LEAF, YELLOW)[i % 2], 3)), front,
        stroke("M4 45A60 14 0 0 0 124 45", light(c, 0.08), 4), mouth_rim=(64, 44))
