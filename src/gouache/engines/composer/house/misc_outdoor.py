"""House drawings: further buildings, sights and things of the open air."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    CREAM,
    GOLD,
    INK,
    IRON,
    LEAF,
    MOSS,
    OAK,
    ORANGE,
    PINE,
    PINK,
    RED,
    SKY,
    STONE,
    TEAL,
    WHITE,
    YELLOW,
    bars,
    block,
    both,
    box,
    clump,
    curve,
    disc,
    each,
    line,
    mirror,
    own,
    pane,
    path,
    poly,
    put,
    ring,
    slab,
    tint,
    turn,
    wall,
)


def shaft(cx: float, y0: float, w0: float, y1: float, w1: float, fill: str, part: float = 0.3) -> str:
    """A tapering wall, its right part in shade."""
    a, b = cx + w0 * (0.5 - part), cx + w1 * (0.5 - part)
    whole = [(cx - w0 / 2, y0), (cx + w0 / 2, y0), (cx + w1 / 2, y1), (cx - w1 / 2, y1)]
    return poly(whole, fill) + poly([(a, y0), (cx + w0 / 2, y0), (cx + w1 / 2, y1), (b, y1)], dark(fill, 0.08))


def arched(x: float, y: float, w: float, h: float, fill: str) -> str:
    """A door or window with a round head; (x, y) is its upper left corner."""
    return box(x, y, w, h, fill, (w / 2, w / 2, 0, 0))


def onion(cx: float, y: float, r: float, fill: str) -> str:
    """A pointed dome standing on y, r units to either side."""
    d = (f"Q{cx - r * 1.16} {y - r * 0.7} {cx - r * 0.6} {y - r * 1.15}Q{cx - r * 0.12} {y - r * 1.45} {cx} "
        f"{y - r * 1.8}")
    right = (f"Q{cx + r * 0.12} {y - r * 1.45} {cx + r * 0.6} {y - r * 1.15}"
        f"Q{cx + r * 1.16} {y - r * 0.7} {cx + r * 0.86} {y}z")
    shade = f"M{cx} {y - r * 1.8}{right[:-1]}H{cx + r * 0.3}Q{cx + r * 0.62} {y - r * 0.9} {cx} {y - r * 1.8}z"
    return path(f"M{cx - r * 0.86} {y}{d}{right}", fill) + path(shade, dark(fill, 0.08)) + turn(24, cx - r * 0.5,
        y - r * 0.7, disc(cx - r * 0.5, y - r * 0.7, r * 0.09, light(fill, 0.12), r * 0.3))


def crescent(x: float, y: float, r: float) -> str:
    return path(f"M{x} {y - r}A{r} {r} 0 1 0 {x + r} {y}A{r * 0.8} {r * 0.8} 0 1 1 {x} {y - r}z", GOLD)


@house("mosque")
def mosque(brush: Brush) -> Drawing:
    c = tint(brush, "#f1e7d2")
    dome_ = "#3fa3a0" if not brush.base else dark(c, 0.08)
    def minaret(x: float) -> str:
        return shaft(x, 44, 11, 140, 13, c, 0.36) + box(x - 9, 66, 18, 5, dark(c, 0.1), 1) + box(x - 8, 42, 16, 5,
            dark(c, 0.08), 1) + poly([(x, 12), (x + 7.5, 43), (x - 7.5, 43)], dome_,
            1) + poly([(x, 12), (x + 7.5, 43), (x + 1, 43)], dark(dome_, 0.08)) + disc(x, 11, 2.4, GOLD)
    hall = block(32, 94, 116, 46, c, 1, 0.2) + box(32, 90, 116, 6, dark(c, 0.1), 1) + each(5, lambda i: arched(
        40 + i * 22, 104, 12, 24, dark(c, 0.2)) if i != 2 else "")
    portal = block(73, 84, 34, 56, light(c, 0.02), 1, 0.26) + path("M79 140V110Q79 98 90 92Q101 98 101 110V140z",
        dome_) + path("M83 140V113Q83 103 90 98Q97 103 97 113V140z", dark(dome_, 0.2))
    drum = box(56, 80, 68, 12, dark(c, 0.05), 1) + each(7, lambda i: arched(60 + i * 9.2, 82, 5, 9, dark(c, 0.24)))
    return put("mosque", (8, -4, 164, 148), minaret(20), minaret(160), onion(44, 91, 13, dome_),
        onion(136, 91, 13, dome_), drum, onion(90, 81, 38, dome_), box(89, 4, 2.4, 12, GOLD, 1), crescent(90, 1, 5),
        hall, portal, box(8, 138, 164, 6, dark(c, 0.12), 1), top=(90, -4))


@house("greenhouse")
def greenhouse(brush: Brush) -> Drawing:
    c = tint(brush, "#f1f5f3")
    glass = "#c9ecec"
    body = poly([(8, 60), (86, 14), (164, 60), (164, 130), (8, 130)],
        glass) + poly([(124, 37), (164, 60), (164, 130), (124, 130)], dark(glass, 0.05))
    plants = clump([(30, 108, 13), (46, 114, 10), (22, 116, 8)], LEAF) + clump([(132, 104, 14), (146, 112, 11),
        (120, 114, 9)], MOSS) + each(3, lambda i: disc(24 + i * 11, 104 + i % 2 * 6, 3.4,
        (RED, ORANGE)[i % 2])) + each(3, lambda i: disc(124 + i * 10, 100 + i % 2 * 6, 3.4, (PINK, YELLOW)[i % 2]))
    sheen = poly([(20, 100), (62, 34), (76, 26), (24, 116)], "#e6f8f6", o=0.8)
    bars = "".join(line(p, c, 3.6) for p in ([(34, 46), (34, 130)], [(60, 30), (60, 130)], [(112, 30), (112, 130)],
        [(138, 46), (138, 130)], [(8, 84), (164, 84)], [(60, 60), (112, 60)], [(8, 60), (164, 60)]))
    frame = line([(8, 130), (8, 60), (86, 14), (164, 60), (164, 130)], c, 6) + line([(166, 130), (166, 61)],
        dark(c, 0.1), 3)
    door = box(70, 74, 32, 56, c, 1) + box(74, 78, 24, 24, light(glass, 0.02)) + box(74, 106, 24, 22, dark(glass,
        0.04)) + disc(95, 104, 1.8, INK)
    return put("greenhouse", (2, 11, 168, 124), body, plants, sheen, bars, frame, door,
        box(2, 126, 168, 9, dark(c, 0.22), 1), top=(86, 13))


@house("doghouse")
def doghouse(brush: Brush) -> Drawing:
    c = tint(brush, "#c98748")
    roof = "#c9463f" if not brush.base else dark(c, 0.2)
    side = box(88, 56, 48, 66, dark(c, 0.1)) + each(4, lambda i: line([(88, 72 + i * 15), (136, 72 + i * 15)],
        dark(c, 0.16), 1.8))
    front = poly([(14, 58), (52, 16), (90, 58), (90, 122), (14, 122)], c) + each(4,
        lambda i: line([(14, 70 + i * 15), (90, 70 + i * 15)], dark(c, 0.07), 1.8))
    top_ = poly([(52, 8), (102, 8), (146, 60), (96, 60)], roof) + poly([(94, 8), (102, 8), (146, 60), (130, 60)],
        dark(roof, 0.06)) + poly([(52, 4), (58, 12), (10, 66), (2, 61)], light(roof, 0.06),
        2) + poly([(52, 4), (58, 8), (102, 62), (94, 67), (48, 14)], dark(roof, 0.1), 2)
    hole = arched(32, 66, 40, 56, dark(c, 0.2)) + arched(36, 70, 32, 52, "#41302a")
    sign = box(36, 42, 32, 14, CREAM, 3) + disc(41, 45, 2.8, WHITE) + disc(41, 52, 2.8, WHITE) + disc(63, 45, 2.8,
        WHITE) + disc(63, 52, 2.8, WHITE) + box(41, 45.5, 22, 6.5, WHITE)
    return put("doghouse", (2.5, 4.5, 143.5, 121.5), side, front, hole, top_, sign,
        slab(10, 118, 130, 8, dark(c, 0.14), 2), mouth_rim=(52, 118), top=(78, 9))


@house("office building")
def office_building(brush: Brush) -> Drawing:
    c = tint(brush, "#d9cdbb")
    glass = "#6fa8cf"
    floors = each(6, lambda r: box(12, 22 + r * 21, 96, 13, glass, 1)
        + box(84, 22 + r * 21, 24, 13, dark(glass, 0.07), 1) + each(5,
        lambda i: box(24 + i * 15, 22 + r * 21, 3, 13, c)) + box(12 + r * 31 % 75, 22 + r * 21, 12, 13, "#ffe39a"))
    side = box(114, 14, 30, 150, dark(c, 0.14), (0, 2, 0, 0)) + each(6,
        lambda r: box(120, 22 + r * 21, 18, 13, dark(glass, 0.14), 1))
    door = box(40, 146, 40, 18, dark(c, 0.2)) + box(43, 149, 16, 15, "#bfe4f3") + box(61, 149, 16, 15,
        "#a9d3e6") + box(34, 142, 52, 5, own(brush, TEAL, -0.16), 1)
    return put("office building", (-2, -2, 150, 169), box(40, 4, 26, 14, dark(c, 0.12), 1), box(82, -2, 3, 20, IRON),
        side, box(4, 14, 110, 150, c, 2), box(0, 10, 118, 7, dark(c, 0.07), 1), floors, door,
        box(-2, 162, 150, 5, STONE, 1), top=(58, 11))


@house("water tower")
def water_tower(brush: Brush) -> Drawing:
    c = tint(brush, "#6fa6b8")
    legs = "".join(line(p, IRON, 5.5) for p in ([(34, 76), (20, 170)], [(86, 76), (100, 170)])) + line([(50, 76),
        (46, 166)], dark(IRON, 0.07), 4) + line([(70, 76), (74, 166)], dark(IRON, 0.07),
        4) + "".join(line(p, IRON, 2.4) for p in ([(31, 98), (93, 134)], [(89, 98), (27, 134)],
        [(30, 100), (90, 100)], [(25, 136), (95, 136)], [(25, 136), (100, 168)], [(95, 136), (20, 168)]))
    tank = wall(22, 34, 76, 40, c, 9) + line([(22.5, 46), (40, 53), (60, 55), (80, 53), (97.5, 46)], dark(c, 0.1),
        0.01)
    roof = path("M18 36L60 6L102 36Q60 52 18 36z", dark(c, 0.12)) + path("M18 36L60 6L74 43Q40 45 18 36z", light(c,
        0.05)) + disc(60, 6, 3.6, IRON)
    return put("water tower", (12, 2.5, 96, 170.5), box(56, 76, 8, 92, dark(c, 0.14)), legs,
        path("M22 74Q60 96 98 74Q92 92 60 92T22 74z", dark(c, 0.16)), tank, roof,
        box(14, 72, 92, 4, dark(IRON, 0.06), 2), each(10, lambda i: box(15 + i * 9.8, 62, 1.6, 11, IRON)),
        box(14, 60, 92, 2.4, IRON, 1), box(12, 168, 96, 5, STONE, 1), text=(30, 40, 52, 20), top=(60, 6))


def flare(y: float) -> float:
    """Half the width of a lattice tower at a height."""
    return 4 + 62 * ((y - 16) / 174) ** 2.2 if y > 16 else 4.0


def lattice_leg(y0: float, y1: float, share: float, fill: str, line_color: str, rows: int) -> str:
    """The left leg of a lattice tower between two heights; `share` of the half width is iron. The axis is x = 80."""
    ys = [y0 + (y1 - y0) * i / rows for i in range(rows + 1)]
    outer = [(80 - flare(y), y) for y in ys]
    inner = [(80 - flare(y) * (1 - share), y) for y in ys]
    rods = each(rows, lambda i: line([outer[i], inner[i + 1]], line_color, 1.3) + line([inner[i], outer[i + 1]],
        line_color, 1.3))
    return poly([*outer, *reversed(inner)], fill) + rods


def lattice_tower(fill: str, shade: str, rods: str) -> str:
    """Legs, waist and spire of a lattice tower 132 units wide, foot at y = 190."""
    def half(color: str) -> str:
        return lattice_leg(146, 190, 0.44, color, rods, 3) + lattice_leg(104, 146, 0.5, color, rods, 3) + lattice_leg(
            40, 104, 1.0, color, rods, 5) + lattice_leg(16, 40, 1.0, color, rods, 2)
    return half(fill) + mirror(80, half(shade))


@house("tokyo tower")
def tokyo_tower(brush: Brush) -> Drawing:
    c = tint(brush, "#e4572e")
    bands = poly([(80 - flare(40), 40), (80 + flare(40), 40), (80 + flare(62), 62), (80 - flare(62), 62)],
        WHITE) + poly([(80 - flare(124), 124), (80 - flare(124) * 0.5, 124), (80 - flare(140) * 0.5, 140),
        (80 - flare(140), 140)], WHITE) + poly([(80 + flare(124), 124), (80 + flare(124) * 0.5, 124),
        (80 + flare(140) * 0.5, 140), (80 + flare(140), 140)], dark(WHITE, 0.07))
    decks = slab(56, 92, 48, 14, WHITE, 2) + box(59, 96, 42, 5, "#7fb6d6") + slab(71, 34, 18, 9, WHITE, 2) + box(73,
        36.5, 14, 3, "#7fb6d6")
    base = box(44, 172, 72, 22, "#d9dde0", 2) + each(7, lambda i: box(48 + i * 9.5, 177, 6, 8, "#7fb6d6")) + box(100,
        172, 16, 22, dark("#d9dde0", 0.07))
    mast = box(78.5, -22, 3, 40, c) + box(78.5, -10, 3, 10, WHITE)
    return put("tokyo tower", (13.5, -22, 133.5, 216), mast, base, lattice_tower(c, dark(c, 0.06), dark(c, 0.1)),
        bands, decks, line([(43, 146), (117, 146)], dark(c, 0.06), 4), top=(80, -22))


@house("sphinx")
def sphinx(brush: Brush) -> Drawing:
    c = tint(brush, "#dfb873")
    body = path("M66 66C100 54 150 52 178 66Q198 76 200 108V124H60z",
        c) + path("M150 58Q196 62 200 108V124H150C166 110 168 78 150 58z",
        dark(c, 0.08)) + path("M146 124C144 96 164 84 186 92Q200 100 200 124z",
        dark(c, 0.05)) + curve([(148, 118), (150, 100), (166, 91)], dark(c, 0.16), 2.4)
    paws = box(6, 108, 84, 16, c, (10, 4, 2, 2)) + box(6, 117, 84, 7, dark(c, 0.09),
        (0, 2, 2, 2)) + line([(12, 112), (12, 122)], dark(c, 0.18), 2) + line([(18, 112), (18, 122)], dark(c, 0.18),
        2)
    cloth = path("M36 22Q46 2 68 6Q86 10 90 40L100 78Q90 88 76 84L70 60L44 30z", dark(c, 0.05)) + each(5,
        lambda i: line([(58 + i * 4, 12 + i * 13), (84 + i * 3.4, 14 + i * 15)], own(brush, "#4f7fa8", -0.16), 3.4))
    face = path("M38 24Q44 14 58 16L72 26V60Q66 74 54 74H44Q37 72 38 62Q32 60 34 56L38 48z",
        light(c, 0.03)) + path("M62 20L72 26V60Q66 74 56 " "74Q66 60 62 20z",
        dark(c, 0.05)) + line([(42, 36), (50, 36)], dark(c, 0.34), 2.4) + line([(40, 31), (51, 30)], dark(c, 0.24),
        1.8) + line([(39, 61), (47, 60)], dark(c, 0.3), 2) + path("M36 25Q46 10 72 18V24Q52 18 36 30z",
        own(brush, GOLD, -0.1))
    chest = path("M46 72L86 78Q96 100 88 112H58Q48 96 46 72z", c) + path("M74 76L86 78Q96 100 88 112H74z",
        dark(c, 0.06))
    plinth = slab(0, 122, 208, 14, dark(c, 0.06), 2) + bars(8, (20, 124), 131, 24, dark(c, 0.16), 1.6)
    return put("sphinx", (0, 5.5, 208, 130.5), body, chest, paws, cloth, face, plinth, facing="left", seat=(140, 58),
        top=(140, 56))


@house("obelisk")
def obelisk(brush: Brush) -> Drawing:
    c = tint(brush, "#d8cdb8")
    marks = each(5, lambda i: disc(40, 62 + i * 24, 3, dark(c, 0.14))
        + line([(36, 70 + i * 24), (45, 70 + i * 24)], dark(c, 0.14), 2)
        + line([(38, 75 + i * 24), (43, 75 + i * 24)], dark(c, 0.14), 2))
    return put("obelisk", (12, 6, 64, 201), shaft(44, 32, 24, 190, 36, c, 0.3),
        poly([(44, 6), (56, 32), (32, 32)], light(c, 0.04)), poly([(44, 6), (56, 32), (49, 32)], dark(c, 0.1)), marks,
        slab(20, 188, 48, 12, dark(c, 0.04), 1), slab(12, 198, 64, 9, dark(c, 0.1), 1), top=(44, 6))


@house("mount fuji")
def mount_fuji(brush: Brush) -> Drawing:
    c = tint(brush, "#5f86b8")
    body = path("M-10 130C40 104 72 56 92 16Q96 10 104 12L122 13Q130 12 134 18C154 58 186 104 240 130z",
        c) + path("M122 13Q130 12 134 18C154 58 " "186 104 240 130H150C150 90 140 50 122 13z", dark(c, 0.07))
    snow = path("M92 16Q96 10 104 12L122 13Q130 12 134 18L152 52L142 47L138 62L128 48L120 66L110 50L100 64L94 48L84 "
        "58L72 54z", "#f8fbff") + path("M122 13Q130 12 134 18L152 52L142 47L138 62L131 51Q130 30 122 13z", "#d8e4f0")
    haze = path("M-12 124C20 112 60 120 112 118S210 112 244 124V136Q110 144 -12 136z",
        "#4f8f6a") + path("M-12 128C40 122 80 130 130 126S220 " "124 244 129V137Q110 146 -12 137z", "#6aa97c")
    tree = "".join(disc(x, y, r, k) for x, y, r, k in ((14, 122, 11, "#e88fb2"), (2, 126, 9, "#e07fa5"),
        (26, 127, 9, "#f4a9c6"), (10, 117, 7, "#f9c3d8"), (222, 124, 10, "#e88fb2"), (234, 127, 8, "#e07fa5"),
        (211, 128, 7, "#f4a9c6"), (219, 119, 6, "#f9c3d8")))
    return put("mount fuji", (-12, 11.5, 256, 130.5), body, snow, haze, tree, top=(113, 13))


@house("parthenon")
def parthenon(brush: Brush) -> Drawing:
    c = tint(brush, "#e6d5ae")
    columns = each(8, lambda i: shaft(27 + i * 22, 56, 11, 122, 14, c, 0.36)
        + box(19.5 + i * 22, 50, 15, 6, light(c, 0.04), 1) + line([(25 + i * 22, 60), (24 + i * 22, 120)],
        light(c, 0.05), 1.4) if i != 6 else shaft(27 + i * 22, 92, 12, 122, 14, c, 0.36))
    beam = poly([(12, 40), (140, 40), (146, 50), (12, 50)], light(c, 0.02)) + poly([(170, 42), (194, 40), (194, 50),
        (168, 50)], dark(c, 0.04)) + each(9, lambda i: box(18 + i * 14, 42, 5, 6, dark(c, 0.1)))
    pediment = poly([(8, 38), (84, 10), (104, 3), (116, 8), (112, 16), (126, 22), (122, 30), (138, 36), (138, 40),
        (8, 40)], c) + poly([(30, 36), (98, 11), (104, 20), (114, 26), (112, 36)], dark(c, 0.15))
    steps = each(3, lambda i: slab(8 - i * 5, 122 + i * 7, 192 + i * 10, 7.5, light(c, 0.02 - i * 0.03), 1, 0.4))
    inner = each(6, lambda i: shaft(38 + i * 22, 58, 8, 122, 9, dark(c, 0.17), 0.4))
    rubble = poly([(196, 136), (210, 132), (216, 143), (198, 143)], dark(c, 0.04),
        2) + poly([(176, 112), (186, 110), (190, 122), (174, 122)], dark(c, 0.06), 2)
    return put("parthenon", (-2, 3, 217.5, 140.5), inner, columns, beam, pediment, rubble, steps, top=(104, 5))


@house("column")
def column(brush: Brush) -> Drawing:
    c = tint(brush, "#e6dfd0")
    flutes = each(5, lambda i: path(f"M{29 + i * 8} 46q2.6-6 5.200 0L{35 + i * 8.4} 168H{28.5 + i * 8.4}z",
        dark(c, 0.07 + 0.015 * i)))
    scrolls = both(50, ring(18, 28, 8, dark(c, 0.02), 5), disc(18, 28, 3, dark(c, 0.12)))
    return put("column", (6, 8, 88, 180), shaft(50, 40, 46, 170, 52, c, 0.28), flutes, box(12, 20, 76, 14, c, 6),
        box(66, 20, 22, 14, dark(c, 0.07), (0, 6, 6, 0)), scrolls, slab(6, 8, 88, 13, light(c, 0.03), 2),
        box(24, 36, 52, 6, dark(c, 0.06), 3), slab(20, 166, 60, 10, c, 4), slab(10, 175, 80, 13, light(c, 0.02), 2),
        top=(50, 9))


@house("treehouse")
def treehouse(brush: Brush) -> Drawing:
    c = tint(brush, "#b97f47")
    roof = own(brush, "#c9563f", -0.18)
    trunk = path("M76 200C82 170 82 140 76 104H118C112 140 112 170 122 200z",
        OAK) + path("M100 104H118C112 140 112 170 122 200H106C100 170 102 140 100 104z",
        dark(OAK, 0.06)) + path("M78 150L46 124L52 118L80 138z", OAK) + path("M114 150L148 124L142 118L112 138z",
        dark(OAK, 0.06))
    back = clump([(40, 66, 30), (152, 62, 30), (64, 34, 32), (128, 30, 32), (96, 16, 30), (24, 92, 22),
        (172, 92, 20)], LEAF)
    cabin_ = block(56, 62, 82, 56, c, 1, 0.2) + each(4, lambda i: line([(56, 74 + i * 12), (138, 74 + i * 12)],
        dark(c, 0.07), 1.6)) + box(66, 76, 24, 42, dark(c, 0.18), (12, 12, 0, 0)) + box(69, 79, 18, 39, "#6b452e",
        (9, 9, 0, 0)) + box(103, 77, 24, 22, WHITE, 2) + pane(105.5, 79.5, 19, 17, SKY, 1)
    top_ = poly([(97, 26), (152, 68), (42, 68)], roof, 3) + poly([(97, 26), (152, 68), (116, 68)], dark(roof, 0.06), 2)
    deck = slab(34, 116, 130, 9, light(c, 0.04), 2) + each(5, lambda i: box(128 + i * 8, 98, 3, 18,
        dark(c, 0.1))) + box(126, 96, 38, 4, c, 2)
    ladder = line([(42, 124), (32, 200)], PINE, 4) + line([(62, 124), (56, 200)], dark(PINE, 0.06), 4) + each(5,
        lambda i: line([(40 - i * 1.8, 138 + i * 13), (61 - i * 1.2, 138 + i * 13)], PINE, 3.4))
    return put("treehouse", (2, -14, 190, 216), back, trunk, cabin_, top_, deck, ladder,
        clump([(30, 78, 14), (44, 64, 12)], MOSS) + clump([(162, 70, 15), (150, 54, 11)], MOSS), top=(97, 27))
