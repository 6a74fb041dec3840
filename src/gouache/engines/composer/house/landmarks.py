"""House drawings: famous buildings."""
# fmt: off

from __future__ import annotations

import math

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.misc_outdoor import arched, lattice_tower, onion, shaft
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    GOLD,
    INK,
    IRON,
    STONE,
    arc,
    block,
    both,
    box,
    bricks,
    curve,
    disc,
    dome,
    each,
    line,
    mirror,
    move,
    own,
    path,
    polar,
    poly,
    put,
    slab,
    stroke,
    taper,
    tint,
    turn,
)
from gouache.engines.composer.svg import tag


def merlons(way: str, fill: str) -> str:
    """The battlements on a wall's upper edge: a dashed stroke."""
    return move(0, -11, tag("path", d=way, fill="none", stroke=light(fill, 0.05), stroke_width=5.0,
        stroke_dasharray="6 4.500"))


@house("eiffel tower")
def eiffel_tower(brush: Brush) -> Drawing:
    c = tint(brush, "#9c7a5b")
    arch_ = path("M40 190Q46 152 80 152T120 190H113Q108 160 80 160T47 190z", dark(c, 0.06))
    decks = slab(39, 140, 82, 8, dark(c, 0.1), 1) + box(42, 137, 76, 3, dark(c, 0.16)) + slab(59, 99, 42, 7,
        dark(c, 0.1), 1) + box(61, 96, 38, 3, dark(c, 0.16)) + box(73, 26, 14, 5, dark(c, 0.14), 1)
    feet = box(10, 188, 36, 6, STONE, 1) + box(114, 188, 36, 6, STONE, 1)
    return put("eiffel tower", (10, -8, 140, 202), box(79, -8, 2, 26, dark(c, 0.1)), dome(80, 18, 5, 8, c), arch_,
        lattice_tower(c, dark(c, 0.08), dark(c, 0.15)), decks, feet, top=(80, -8))


@house("big ben")
def big_ben(brush: Brush) -> Drawing:
    c = tint(brush, "#d8b67c")
    roof = "#56707c" if not brush.base else dark(c, 0.26)
    ribs = each(6, lambda i: box(22 + i * 7.2, 96, 2, 110, dark(c, 0.1))) + each(5,
        lambda r: box(18, 116 + r * 20, 44, 3, dark(c, 0.13))) + each(5,
        lambda i: arched(25 + i * 7.2, 101, 3.4, 12, dark(c, 0.24)))
    clock = box(15, 56, 50, 38, dark(c, 0.05), 1) + box(55, 56, 10, 38, dark(c, 0.13)) + disc(40, 75, 17,
        GOLD) + disc(40, 75, 14.5, "#fbf8ec") + each(12, lambda i: line([polar(40, 75, 11.5, i * 30),
        polar(40, 75, 13.4, i * 30)], INK, 1.2)) + line([(40, 65), (40, 75), (47, 79)], INK, 2.2)
    belfry = box(20, 36, 40, 18, c) + box(50, 36, 10, 18, dark(c, 0.09)) + each(5,
        lambda i: arched(23 + i * 7.2, 39, 4.6, 15, dark(c, 0.3)))
    spire = poly([(40, -22), (52, 14), (28, 14)], roof) + poly([(40, -22), (52, 14), (42, 14)],
        dark(roof, 0.08)) + box(26, 12, 28, 6, GOLD, 1) + poly([(27, 18), (53, 18), (64, 38), (16, 38)],
        roof) + poly([(46, 18), (53, 18), (64, 38), (50, 38)], dark(roof, 0.08)) + disc(40, -22, 2.4,
        GOLD) + box(39.2, -30, 1.6, 9, GOLD) + each(3, lambda i: poly([(26 + i * 10, 32), (29 + i * 10, 24),
        (32 + i * 10, 32)], GOLD))
    corners = both(40, poly([(16.5, 34), (20, 56), (13, 56)], GOLD))
    return put("big ben", (12, -30, 56, 244), block(18, 92, 44, 118, c, 1, 0.26), ribs, belfry, corners, spire, clock,
        box(12, 53, 56, 4, dark(c, 0.16), 1), box(12, 92, 56, 5, dark(c, 0.16), 1),
        box(12, 206, 56, 8, dark(c, 0.14), 1), top=(40, -22))


@house("statue of liberty")
def statue_of_liberty(brush: Brush) -> Drawing:
    c = tint(brush, "#7fbba6")
    stone = "#cbb898"
    pedestal = shaft(60, 134, 40, 190, 54, stone, 0.3) + box(34, 186, 52, 5, dark(stone, 0.1)) + box(24, 190, 72, 10,
        dark(stone, 0.04), 1) + box(74, 190, 22, 10, dark(stone, 0.12)) + box(37, 130, 46, 6, light(stone, 0.05),
        1) + each(4, lambda i: arched(45 + i * 8, 146, 4.4, 16, dark(stone, 0.2)))
    robe = path("M50 62C44 84 42 108 42 131H80C80 108 78 84 72 62z",
        c) + path("M64 62C70 84 68 110 66 131H80C80 108 78 84 72 " "62z", dark(c, 0.08)) + each(3,
        lambda i: curve([(52 + i * 5, 76 + i * 4), (50 + i * 5, 100), (50 + i * 5, 128)], dark(c, 0.08),
        2)) + path("M49 66Q60 80 76 78L80 96Q60 92 46 84z", light(c, 0.04)) + curve([(50, 78), (62, 86), (78, 89)],
        dark(c, 0.06), 1.8)
    arm = taper(52, 66, 40, 34, 13, 8, c) + taper(40, 36, 41, 24, 8, 6.5,
        c) + path("M44 60Q52 54 58 62L54 76Q46 70 44 60z", c)
    torch = poly([(36, 24), (46, 24), (43.5, 12), (38.5, 12)], dark(c, 0.1)) + box(34, 9, 14, 4, dark(c, 0.05),
        1) + path("M36 9C33 2 39 0 40 -8C46 -2 50 2 46 9z", GOLD)
    head = box(57, 46, 9, 14, dark(c, 0.08)) + disc(61, 42, 9.5, c,
        11) + path("M61 31a9.5 11 0 0 1 4 21Q66 40 61 31z", dark(c, 0.06)) + each(7,
        lambda i: poly([polar(61, 38, 10, 200 + i * 23.3 - 6), polar(61, 38, 22, 200 + i * 23.3),
        polar(61, 38, 10, 200 + i * 23.3 + 6)], dark(c, 0.05))) + arc(61, 39, 10, 190, 350, dark(c, 0.12),
        4) + disc(58, 43, 1.1, dark(c, 0.3)) + disc(64, 43, 1.1, dark(c, 0.3)) + line([(59.5, 48), (62.5, 48)],
        dark(c, 0.2), 1.2)
    book = turn(-14, 78, 80, box(70, 66, 15, 24, dark(c, 0.12), 1), box(70, 66, 12, 24, light(c, 0.07),
        1)) + taper(72, 68, 78, 86, 10, 7, dark(c, 0.03))
    return put("statue of liberty", (24, -8, 72, 208), pedestal, robe, arm, torch, book, head, top=(60, 20))


@house("taj mahal")
def taj_mahal(brush: Brush) -> Drawing:
    c = tint(brush, "#f3eee6")
    deep = dark(c, 0.17)
    def minaret(x: float, low: float, k: float) -> str:
        return shaft(x, low - 78 * k, 7 * k, low, 9 * k, c, 0.36) + "".join(box(x - 6 * k, low - h * k, 12 * k, 3 * k,
            dark(c, 0.1), 1) for h in (78, 52, 26)) + box(x - 3.5 * k, low - 86 * k, 7 * k, 8 * k, deep) + dome(x,
            low - 85 * k, 5.5 * k, 7 * k, c) + box(x - 0.7, low - 97 * k, 1.4, 7 * k, GOLD)
    def niche(x: float, y: float, w: float, h: float, fill: str) -> str:
        return path(f"M{x} {y + h}V{y + h * 0.4}Q{x} {y + h * 0.16} {x + w / 2} {y}Q{x + w} {y + h * 0.16} {x + w} "
            f"{y + h * 0.4}V" f"{y + h}z", fill)
    body = block(60, 92, 100, 50, c, 1, 0.16) + "".join(niche(x, y, 11, 18, deep) for x in (66, 81, 128, 143)
        for y in (97, 120))
    portal = block(94, 84, 32, 58, light(c, 0.02), 1, 0.2) + niche(99, 91, 22, 51, dark(c, 0.1)) + niche(102, 100, 16,
        42, dark(c, 0.26))
    drum = box(88, 74, 44, 12, dark(c, 0.05)) + box(120, 74, 12, 12, dark(c, 0.11))
    small = "".join(box(x - 8, 84, 16, 9, dark(c, 0.12)) + onion(x, 85, 10, c) for x in (74, 146))
    terrace = slab(8, 140, 204, 9, dark(c, 0.05), 1) + box(20, 149, 180, 7, dark(c, 0.14)) + each(16,
        lambda i: arched(24 + i * 11, 150.5, 6, 5.5, dark(c, 0.22)))
    return put("taj mahal", (8, 14, 204, 142), minaret(40, 140, 0.86), minaret(180, 140, 0.86), drum, small,
        onion(110, 76, 27, c), box(109.2, 14, 1.8, 16, GOLD), disc(110, 22, 2.2, GOLD), body, portal,
        minaret(16, 141, 1.1), minaret(204, 141, 1.1), terrace, top=(110, 20))


@house("sydney opera house")
def sydney_opera_house(brush: Brush) -> Drawing:
    c = tint(brush, "#f4f1ea")
    def shell(x: float, y: float, w: float, h: float) -> str:
        """A sail: its ridge rises from the right foot and leans out to the upper left."""
        tip, right = (x, y - h), x + w
        face = f"M{tip[0]} {tip[1]}C{x + w * 0.45} {y - h * 0.92} {x + w * 0.88} {y - h * 0.5} {right} {y}"
        rib = f"C{x + w * 0.18} {y - h * 0.72} {x + w * 0.26} {y - h * 0.34} {x + w * 0.24} {y}"
        return path(f"{face}H{x + w * 0.24}C{x + w * 0.26} {y - h * 0.34} {x + w * 0.18} {y - h * 0.72} {tip[0]} "
            f"{tip[1]}z",
            c) + path(f"M{tip[0]} {tip[1]}{rib}H{x + w * 0.08}C{x + w * 0.14} {y - h * 0.34} {x + w * 0.1} "
            f"{y - h * 0.7} {tip[0]} {tip[1]}z",
            "#6f8ea3") + stroke(f"M{tip[0] + w * 0.05} {tip[1] + h * 0.04}C{x + w * 0.4} {y - h * 0.7} "
            f"{x + w * 0.58} {y - h * 0.36} {x + w * 0.62} {y - 2}", dark(c, 0.1), 1.6)
    return put("sydney opera house", (0, 4, 190, 84), mirror(156, shell(126, 70, 46, 40)), shell(84, 70, 62, 48),
        shell(40, 70, 78, 66), shell(8, 70, 62, 46), slab(0, 68, 190, 14, "#b58f74", 2),
        box(8, 80, 174, 8, dark("#b58f74", 0.1), 2), each(9, lambda i: box(20 + i * 17, 72, 9, 5, "#6d5444", 1)))


@house("colosseum")
def colosseum(brush: Brush) -> Drawing:
    c = tint(brush, "#d9b98a")
    hole = dark(c, 0.3)
    def row(y: float, h: float, count: int, first: float, last: float, sag: float) -> str:
        parts = []
        for i in range(count):
            t = -1 + 2 * (i + 0.5) / count
            x = 110 + 100 * math.sin(t * 1.4)
            w = 11.5 * math.cos(t * 1.32) + 1.5
            if first <= x <= last:
                parts.append(arched(x - w / 2, y - sag * t * t, w, h, hole))
        return "".join(parts)
    back = path("M126 46Q180 48 206 66V84H126z", dark(c, 0.17)) + each(4,
        lambda i: arched(140 + i * 15, 58 + i * 3, 8, 14, dark(c, 0.34)))
    low = path("M6 60V126Q110 150 214 126V74Q190 64 162 62L150 58L146 40L134 34L126 18Q60 16 6 30z", c)
    shade = path("M168 63Q196 66 214 74V126Q190 133 160 136z", dark(c, 0.08))
    lit = path("M6 30Q14 27 24 25.500V130Q14 128 6 126z", light(c, 0.05))
    bands = path("M6 58Q60 66 150 65V69Q60 70 6 62z", dark(c, 0.1)) + path("M6 90Q110 106 214 90V94.500Q110 110 6 "
        "94.500z", dark(c, 0.1)) + path("M6 30Q60 18 126 20V24Q60 22 6 34z", light(c, 0.06))
    broken = poly([(126, 18), (134, 34), (146, 40), (150, 58), (162, 62), (158, 66), (144, 62), (140, 44), (128, 38),
        (120, 20)], dark(c, 0.14))
    top_row = each(7, lambda i: box(14 + i * 15.5, 42 + abs(i - 3) * 0.2 - i * 0.7, 5.5, 8, hole, 1))
    return put("colosseum", (2, 17.5, 216, 127.5), back, low, shade, lit, bands, broken, top_row,
        row(72, 17, 15, 14, 202, 8), row(104, 22, 15, 14, 202, 9), path("M2 126Q110 152 218 126V132Q110 158 2 132z",
        dark(c, 0.18)), top=(70, 20))


@house("great wall of china")
def great_wall(brush: Brush) -> Drawing:
    c = tint(brush, "#cbb595")
    hills = path("M-6 112C30 40 64 44 92 78C120 24 166 18 196 56C220 40 236 60 246 112V136H-6z",
        "#7fae62") + path("M92 78C120 24 " "166 18 196 56C200 80 196 100 190 136H60Q90 110 92 78z",
        "#6b9d57") + path("M-6 112C20 84 60 92 90 110S180 96 246 118V140H" "-6z", "#8fbd6a")
    way = "M-6 124C30 100 44 76 58 72S92 104 118 92S146 50 158 46S200 74 246 82"
    wall_ = stroke(way, dark(c, 0.12), 17, cap="butt") + move(0, -3, stroke(way, c, 12, cap="butt")) + merlons(way, c)
    def keep(x: float, y: float, k: float) -> str:
        return move(x, y, block(0, 0, 34, 38, c, 1, 0.28), box(-4, -5, 42, 7, light(c, 0.05), 1),
            each(4, lambda i: box(-4 + i * 11.3, -11, 7.5, 7, light(c, 0.03), 0.8)),
            arched(6, 12, 7, 11, dark(c, 0.34)), arched(19, 12, 7, 11, dark(c, 0.38)),
            bricks(2, 24, 28, 13, c, 2, 4, 3), scale=k)
    return put("great wall of china", (-10.5, 10.5, 258.5, 129.5), hills, wall_, keep(43, 40, 1.0),
        keep(142, 20, 0.86), path("M-6 128C30 120 70 132 120 124S210 " "122 246 128V140H-6z", "#79a85c"),
        top=(60, 36))


@house("golden gate bridge")
def golden_gate_bridge(brush: Brush) -> Drawing:
    c = tint(brush, "#d5472f")
    def pylon(x: float) -> str:
        posts = block(x - 10, 8, 8, 122, c, 1, 0.4) + block(x + 4, 8, 8, 122, dark(c, 0.04), 1, 0.4)
        return posts + "".join(box(x - 4, y, 10, 6, dark(c, 0.08)) for y in (12, 32, 52, 72)) + box(x - 5, 104, 12, 5,
            dark(c, 0.12)) + box(x - 16, 128, 34, 10, "#9aa3a8", 2)
    cable = "M-10 66Q26 50 58 10Q120 118 182 10Q214 50 250 66"
    def hang(x: float) -> float:
        t = (x - 58) / 124
        return (1 - t) ** 2 * 10 + 2 * t * (1 - t) * 118 + t * t * 10
    rods = each(17, lambda i: line([(65 + i * 6.9, hang(65 + i * 6.9)), (65 + i * 6.9, 86)], dark(c, 0.05),
        1.2)) + each(7, lambda i: line([(4 + i * 7, 61 - i * 6.4), (4 + i * 7, 86)], dark(c, 0.05), 1.2)
        + line([(236 - i * 7, 61 - i * 6.4), (236 - i * 7, 86)], dark(c, 0.05), 1.2))
    deck = box(-10, 84, 260, 6, c) + box(-10, 90, 260, 8, dark(c, 0.1)) + each(26,
        lambda i: line([(-8 + i * 10, 97), (-3 + i * 10, 91), (2 + i * 10, 97)], light(c, 0.03), 1.2))
    sea = path("M-14 130Q40 124 120 128T254 130V146H-14z", "#4f9fc8") + each(5,
        lambda i: line([(0 + i * 52, 136 + i % 2 * 4), (24 + i * 52, 136 + i % 2 * 4)], "#8fcbe6", 2))
    return put("golden gate bridge", (-14, 8, 268, 138), rods, stroke(cable, dark(c, 0.02), 3.2), deck, pylon(57),
        pylon(181), sea, top=(120, 84))


@house("leaning tower of pisa")
def leaning_tower_of_pisa(brush: Brush) -> Drawing:
    c = tint(brush, "#efe8da")
    def floor(y: float, w: float) -> str:
        x = 60 - w / 2
        return box(x, y, w, 19, dark(c, 0.05)) + box(x + w * 0.72, y, w * 0.28, 19, dark(c, 0.12)) + each(6,
            lambda i: path(f"M{x + 3 + i * (w - 4) / 6:.1f} {y + 19}v-9a{w / 18:.1f} {w / 18:.1f} 0 0 1 {w / 9:.1f} "
            f"0v9z", dark(c, 0.24))) + box(x - 3, y - 3, w + 6, 5, light(c, 0.02), 1)
    return put("leaning tower of pisa", (18, 2.5, 88, 177.5),
        turn(6, 60, 176, block(42, 8, 36, 22, c, 1, 0.28), box(39, 4, 42, 5, light(c, 0.02), 1),
        path("M54 30v-10a6 6 0 0 1 12 0v10z", dark(c, 0.24)), each(6, lambda i: floor(30 + i * 20, 50 + i * 0.8)),
        block(34, 150, 54, 26, c, 1, 0.28), box(31, 147, 60, 5, light(c, 0.02), 1),
        path("M54 176v-12a7 7 0 0 1 14 0v12z", dark(c, 0.26))), box(18, 172, 88, 8, "#8cae6a", 4))


@house("stonehenge")
def stonehenge(brush: Brush) -> Drawing:
    c = tint(brush, "#a3a6a4")
    def stone(x: float, y: float, w: float, h: float, k: str) -> str:
        return poly([(x + 2, y), (x + w - 1, y + 1), (x + w, y + h), (x - 1, y + h)], k,
            3) + poly([(x + w * 0.68, y), (x + w - 1, y + 1), (x + w, y + h), (x + w * 0.66, y + h)], dark(k, 0.09), 2)
    def gate(x: float, y: float, w: float, h: float, k: str) -> str:
        return stone(x, y, w * 0.3, h, k) + stone(x + w * 0.7, y, w * 0.3, h, k) + stone(x - 3, y - h * 0.24, w + 6,
            h * 0.26, light(k, 0.02))
    return put("stonehenge", (0, 15.5, 180, 78.5), path("M0 94Q20 78 90 78T180 94z", "#79a95f"),
        gate(44, 40, 36, 42, dark(c, 0.06)), gate(98, 40, 36, 42, dark(c, 0.06)), gate(8, 36, 46, 52, c),
        gate(124, 36, 46, 52, c), gate(62, 30, 54, 60, light(c, 0.02)))


@house("arc de triomphe")
def arc_de_triomphe(brush: Brush) -> Drawing:
    c = tint(brush, "#e2d3b4")
    return put("arc de triomphe", (0, 2, 130, 128), path("M6 22H124V130H86V78C86 48 44 48 44 78V130H6z", c),
        box(100, 22, 24, 108, dark(c, 0.08)), stroke("M44 80C44 46 86 46 86 80", dark(c, 0.12), 5),
        slab(0, 12, 130, 13, light(c, 0.03), 2), slab(6, 2, 118, 12, c, 2), slab(2, 36, 126, 7, light(c, 0.03), 1),
        both(65, box(13, 76, 22, 34, dark(c, 0.12), 2), disc(24, 60, 7, dark(c, 0.1))),
        each(8, lambda i: box(12 + i * 14, 28, 8, 5, dark(c, 0.12), 1)))


@house("moai")
def moai(brush: Brush) -> Drawing:
    c = tint(brush, "#8f928f")
    return put("moai", (6, 3, 78, 135), path("M22 8Q44 -2 66 8L74 54 70 98 84 138H8L20 98 14 54z", c),
        path("M54 4Q62 4 66 8L74 54 70 98 84 138H60L58 90z", dark(c, 0.1)),
        path("M16 42H72L70 52H52V58H38V52H18z", dark(c, 0.2)),
        poly([(40, 50), (50, 50), (56, 84), (34, 84)], light(c, 0.07), 4), box(30, 92, 30, 7, dark(c, 0.22), 3),
        both(45, box(6, 44, 8, 40, dark(c, 0.08), 4)))


@house("torii gate")
def torii_gate(brush: Brush) -> Drawing:
    c = tint(brush, "#d9452f")
    return put("torii gate", (0, 2, 150, 118), both(75, poly([(30, 22), (42, 22), (38, 120), (24, 120)], c),
        box(20, 108, 20, 12, INK, 2)), mirror(75, poly([(30, 22), (34, 22), (30, 120), (24, 120)], dark(c, 0.09))),
        slab(16, 42, 118, 10, c, 1), box(69, 24, 12, 20, dark(c, 0.06)),
        path("M2 4Q75 18 148 4L144 20Q75 28 6 20z", c), path("M0 2Q75 14 150 2V9Q75 20 0 9z", own(brush, INK, -0.28)))


@house("space needle")
def space_needle(brush: Brush) -> Drawing:
    c = tint(brush, "#dfe4e8")
    return put("space needle", (3, 0, 84, 184), line([(45, 2), (45, 22)], IRON, 2.6),
        both(45, path("M40 44C42 90 36 140 20 182H28C40 140 46 90 45 44z", c)),
        path("M45 44C45 90 48 140 62 182H70C54 140 48 90 50 44z", dark(c, 0.1)), box(42, 44, 6, 138, dark(c, 0.05)),
        box(34, 118, 22, 6, dark(c, 0.12), 2), disc(45, 38, 42, dark(c, 0.1), 8), disc(45, 34, 42, c, 7),
        dome(45, 32, 26, 12, own(brush, "#f0a94a", -0.06)), box(8, 35, 74, 3, "#7fb8d4", 1.5),
        slab(12, 178, 66, 6, STONE, 2))
