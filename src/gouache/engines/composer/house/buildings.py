"""House drawings: buildings."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BRICK,
    CREAM,
    GOLD,
    INK,
    IRON,
    LEAF,
    MOSS,
    OAK,
    PINE,
    PINK,
    RED,
    SKY,
    STONE,
    WHITE,
    YELLOW,
    Spot,
    bars,
    blob,
    block,
    box,
    bricks,
    clump,
    curve,
    disc,
    each,
    line,
    own,
    pane,
    path,
    polar,
    poly,
    put,
    slab,
    tint,
    turn,
)


def shaft(cx: float, y0: float, w0: float, y1: float, w1: float, fill: str, part: float = 0.3) -> str:
    """A tapering wall, its right part in shade."""
    a, b = cx + w0 * (0.5 - part), cx + w1 * (0.5 - part)
    whole = [(cx - w0 / 2, y0), (cx + w0 / 2, y0), (cx + w1 / 2, y1), (cx - w1 / 2, y1)]
    return poly(whole, fill) + poly([(a, y0), (cx + w0 / 2, y0), (cx + w1 / 2, y1), (b, y1)], dark(fill, 0.08))


def panes(x: float, y: float, columns: int, rows: int, size: Spot, step: Spot, fill: str) -> str:
    """A grid of windows; a few have the light on."""
    lit = "#ffe39a"
    return each(columns * rows, lambda i: box(x + i % columns * step[0], y + i // columns * step[1], size[0], size[1],
        lit if (i * 7 + i // columns * 3) % 11 == 4 else fill, 1))


def arched(x: float, y: float, w: float, h: float, fill: str) -> str:
    """A door or window with a round head; (x, y) is its upper left corner."""
    return box(x, y, w, h, fill, (w / 2, w / 2, 0, 0))


def framed(x: float, y: float, w: float, h: float, frame: str = WHITE) -> str:
    """A house window with bars and a sill."""
    bars = box(x + w / 2 - 1, y, 2, h, frame) + box(x, y + h / 2 - 1, w, 2, frame)
    return box(x - 2.5, y - 2.5, w + 5, h + 5, frame, 1.5) + pane(x, y, w, h, SKY, 0) + bars + box(x - 4, y + h + 1,
        w + 8, 3.5, dark(frame, 0.06), 1)


def dwelling(front: str, roof: str, door: str, timber: str = "") -> str:
    """A house from its corner: gable to the left, eaves side to the right; 160 by 130 units."""
    side = dark(front, 0.08)
    return (
        box(76, 66, 82, 64, side) + poly([(10, 66), (45, 22), (80, 66), (80, 130), (10, 130)], front) + timber
        + poly([(45, 12), (126, 12), (168, 70), (88, 70)], roof)
        + poly([(120, 12), (126, 12), (168, 70), (152, 70)], dark(roof, 0.06))
        + each(3, lambda i: line([(66 + i * 9, 28 + i * 13), (112 + i * 12, 28 + i * 13)], dark(roof, 0.06), 2.5))
        + poly([(45, 10), (49, 17), (8, 71), (0, 70)], light(roof, 0.06), 1)
        + poly([(45, 10), (51, 12), (93, 72), (85, 73), (44, 20)], dark(roof, 0.1), 1)
        + box(34, 84, 22, 46, dark(door, 0.12), 2) + box(36, 86, 18, 44, door, 1.5) + disc(50.5, 109, 1.8, GOLD)
        + framed(98, 84, 18, 22) + framed(130, 84, 18, 22) + disc(45, 56, 8.5, WHITE) + disc(45, 56, 6, SKY)
    )


@house("house")
def house_(brush: Brush) -> Drawing:
    c = tint(brush, "#f3dfb6")
    roof = "#c9553f" if not brush.base else dark(c, 0.24)
    chimney = block(112, 0, 16, 34, BRICK, 1, 0.36) + box(109, 0, 22, 6, dark(BRICK, 0.06), 1)
    bushes = clump([(14, 124, 11), (26, 126, 8)], LEAF) + clump([(152, 124, 11), (138, 126, 8)], MOSS)
    return put("house", (0, 0, 168.5, 134.5), chimney, dwelling(c, roof, "#3f7f8c"
        if not brush.base else dark(c, 0.3)), bushes, box(28, 127, 34, 5, STONE, 1), top=(86, 12))


@house("cottage")
def cottage(brush: Brush) -> Drawing:
    c = tint(brush, "#f4ecd8")
    thatch = "#c79a55" if not brush.base else dark(c, 0.2)
    chimney = block(122, 2, 18, 40, STONE, 2, 0.36) + box(119, 0, 24, 7, dark(STONE, 0.08), 2)
    roof = path("M30 62C38 30 52 12 70 10H118C136 12 152 34 162 66Q164 74 156 73C120 67 66 67 24 74Q14 74 20 68Q27 "
        "66 " "30 62z", thatch) + path("M118 10C136 12 152 34 162 66Q164 74 156 73L134 70C136 44 128 20 112 10z",
        dark(thatch, 0.07)) + each(6, lambda i: line([(58 + i * 15, 24 + i % 2 * 8), (54 + i * 16, 40 + i % 2 * 8)],
        dark(thatch, 0.09), 2.5)) + path("M66 10H122L128 18Q94 24 60 18z", light(thatch, 0.05))
    door = arched(80, 84, 26, 46, OAK) + arched(83, 87, 20, 43, own(brush, "#4f9a78", -0.2)) + disc(99, 110, 2, GOLD)
    vines = clump([(36, 120, 12), (50, 123, 9), (26, 124, 8)], LEAF) + each(4,
        lambda i: disc(28 + i * 8, 116 + i % 2 * 6, 2.6, (PINK, YELLOW)[i % 2])) + clump([(146, 122, 11),
        (134, 125, 7)], MOSS) + each(3, lambda i: disc(136 + i * 6, 120 - i % 2 * 5, 2.6, (RED, WHITE)[i % 2]))
    return put("cottage", (17.5, 0, 145, 133), chimney, block(30, 62, 122, 68, c, 1, 0.16), roof,
        framed(46, 86, 20, 22, OAK), framed(118, 86, 20, 22, OAK), door, vines, box(76, 128, 34, 5, STONE, 2),
        top=(92, 10))


@house("cabin")
def cabin(brush: Brush) -> Drawing:
    c = tint(brush, "#a8703f")
    roof = "#5d4438" if not brush.base else dark(c, 0.22)
    logs = each(6, lambda i: box(24, 70 + i * 10, 124, 9.5, dark(c, 0.03 * (i % 2)), 4.5)
        + box(120, 70 + i * 10, 28, 9.5, dark(c, 0.08), 4.5) + disc(24, 74.8 + i * 10, 5, PINE)
        + disc(24, 74.8 + i * 10, 2.4, dark(PINE, 0.1)))
    chimney = block(118, 4, 18, 44, STONE, 2, 0.36) + bricks(118, 6, 18, 36, STONE, 5, 2, 2)
    gable = poly([(36, 16), (136, 16), (164, 70), (8, 70)], roof, 3) + poly([(118, 16), (136, 16), (164, 70),
        (140, 70)], dark(roof, 0.05), 2) + each(4, lambda i: line([(34 - i * 7, 26 + i * 12),
        (126 + i * 6, 26 + i * 12)], light(roof, 0.05), 2)) + slab(4, 66, 164, 8, light(roof, 0.06), 3)
    return put("cabin", (4, 4, 164, 132), chimney, logs, gable, box(74, 84, 26, 46, dark(c, 0.18), 1),
        box(77, 87, 20, 43, dark(c, 0.06), 1), disc(93, 109, 2, GOLD), framed(42, 88, 20, 20, PINE),
        framed(114, 88, 20, 20, PINE), box(14, 129, 144, 7, dark(c, 0.14), 2), box(68, 124, 38, 8, light(c, 0.05), 2),
        top=(86, 17))


@house("barn")
def barn(brush: Brush) -> Drawing:
    c = tint(brush, "#c2423c")
    wall_ = poly([(22, 68), (34, 34), (80, 8), (126, 34), (138, 68), (138, 136), (22, 136)], c) + poly([(112, 26),
        (126, 34), (138, 68), (138, 136), (112, 136)], dark(c, 0.07)) + bars(9, (30, 62), 134, 12.5, dark(c, 0.06), 1.6)
    roof = line([(15, 72), (30, 31), (80, 5), (130, 31), (145, 72)], "#6d7680",
        9) + line([(15, 70), (29, 29.5), (79, 3)], "#8e98a2", 3)
    def leaf_(x: float) -> str:
        return box(x, 84, 26, 52, WHITE) + box(x + 3, 87, 20, 49, dark(c, 0.05)) + line([(x + 3, 88), (x + 23, 135)],
            WHITE, 3.5) + line([(x + 23, 88), (x + 3, 135)], WHITE, 3.5)
    loft = box(66, 40, 28, 26, WHITE) + box(69, 43, 22, 23, "#5a3a2c") + path("M69 66Q80 50 91 66z", "#e6c25c")
    return put("barn", (10.5, 0, 139.5, 137), wall_, roof, loft, leaf_(54), leaf_(80), line([(48, 82), (112, 82)],
        "#5f6871", 4), top=(80, 4))


@house("church")
def church(brush: Brush) -> Drawing:
    c = tint(brush, "#f3efe6")
    roof = "#6f7f95" if not brush.base else dark(c, 0.22)
    nave = block(58, 92, 102, 58, dark(c, 0.03), 1, 0.2) + poly([(64, 60), (148, 60), (168, 95), (52, 95)],
        roof) + poly([(134, 60), (148, 60), (168, 95), (146, 95)], dark(roof, 0.06)) + each(3,
        lambda i: arched(88 + i * 23, 106, 12, 28, "#7cc0e0") + arched(94 + i * 23, 106, 6, 28, "#69aed0"))
    tower = block(22, 64, 46, 86, c, 1, 0.26) + poly([(45, 14), (72, 66), (18, 66)], roof) + poly([(45, 14), (72, 66),
        (52, 66)], dark(roof, 0.08))
    clock = disc(45, 92, 10, dark(c, 0.16)) + disc(45, 92, 8, WHITE) + line([(45, 87), (45, 92), (49, 94)], INK, 2)
    cross = box(43.2, -6, 3.6, 24, GOLD, 1) + box(37, 0, 16, 3.6, GOLD, 1)
    return put("church", (14, -6, 154, 159), nave, tower, cross, box(18, 64, 54, 5, dark(c, 0.12), 1),
        arched(40, 72, 10, 10, "#4d5a6b"), clock, arched(34, 112, 22, 38, OAK), arched(37, 115, 16, 35, "#a36a3f"),
        line([(45, 115), (45, 150)], OAK, 2), box(14, 148, 150, 5, STONE, 1), top=(45, -6))


@house("temple")
def temple(brush: Brush) -> Drawing:
    c = tint(brush, "#ece4d2")
    columns = each(6, lambda i: shaft(27 + i * 25.2, 56, 10, 120, 13, light(c, 0.02), 0.36)
        + box(19.5 + i * 25.2, 50, 15, 6, light(c, 0.03), 1) + box(18.5 + i * 25.2, 119, 17, 5, dark(c, 0.04), 1))
    pediment = poly([(90, 4), (178, 40), (2, 40)], light(c, 0.02)) + poly([(90, 12), (152, 36), (28, 36)], dark(c,
        0.12)) + poly([(90, 4), (178, 40), (164, 40), (90, 10)], dark(c, 0.06)) + disc(90, 28, 6, c)
    steps = each(3, lambda i: slab(6 - i * 4, 124 + i * 6, 168 + i * 8, 6.5, light(c, 0.03 - i * 0.03), 1, 0.4))
    return put("temple", (-2, 4, 184, 138.5), box(16, 50, 148, 74, dark(c, 0.22)),
        arched(80, 78, 20, 46, dark(c, 0.36)), columns, slab(6, 39, 168, 11, c, 1, 0.4), pediment, steps, top=(90, 4))


@house("pagoda")
def pagoda(brush: Brush) -> Drawing:
    c = tint(brush, "#c7433c")
    roof = "#3f6b63" if not brush.base else dark(c, 0.22)
    def tier(i: int) -> str:
        y, w = 30 + i * 31, 38 + i * 11
        room = box(70 - w / 2, y + 10, w, 24, c) + box(70 + w * 0.22, y + 10, w * 0.28, 24, dark(c, 0.08)) + each(3,
            lambda k: box(70 - w * 0.36 + k * w * 0.27, y + 17, w * 0.17, 12, "#ffd98a", 1))
        e = w / 2 + 19
        eave = path(f"M{70 - e} {y + 8}Q{70 - w * 0.44} {y + 8} {70 - w * 0.3} "
            f"{y - 8}H{70 + w * 0.3}Q{70 + w * 0.44} " f"{y + 8} {70 + e} {y + 8}Q{70 + e - 3} {y + 14} "
            f"{70 + e - 10} {y + 15}H{70 - e + 10}Q{70 - e + 3} {y + 14} " f"{70 - e} {y + 8}z", roof)
        shade = path(f"M{70 + w * 0.3} {y - 8}Q{70 + w * 0.44} {y + 8} {70 + e} {y + 8}Q{70 + e - 3} {y + 14} "
            f"{70 + e - 10} {y + 15}H{70 + w * 0.2}z", dark(roof, 0.06))
        return room + eave + shade + box(70 - e + 10, y + 12, 2 * e - 20, 3.5, GOLD, 1)
    spire = box(68.3, -6, 3.4, 32, GOLD, 1.5) + each(4, lambda i: box(65 - i * 0.8, 0 + i * 5, 10 + i * 1.6, 2.6,
        GOLD, 1.3))
    return put("pagoda", (15.5, -6, 109.5, 173), spire, each(4, lambda i: tier(3 - i)), arched(60, 135, 20, 23, OAK),
        box(26, 156, 88, 7, STONE, 1), box(18, 161, 104, 6, dark(STONE, 0.06), 1), top=(70, -6))


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


@house("igloo")
def igloo(brush: Brush) -> Drawing:
    c = tint(brush, "#e3f1fa")
    seams = dark(c, 0.09)
    body = path("M8 104C8 44 44 10 84 10S160 44 160 104z", c) + path("M112 16C142 28 160 62 160 104H128C134 70 128 "
        "40 112 " "16z", dark(c, 0.05))
    lines = curve([(13, 78), (60, 84), (108, 84), (156, 76)], seams, 2) + curve([(24, 52), (60, 58), (108, 58),
        (145, 50)], seams, 2) + curve([(44, 30), (70, 34), (98, 34), (126, 28)], seams, 2) + "".join(line(p, seams, 2)
        for p in ([(84, 11), (84, 34)], [(62, 33), (58, 57)], [(106, 33), (110, 57)], [(40, 55), (36, 80)],
        [(84, 59), (84, 70)], [(130, 54), (134, 79)], [(60, 84), (58, 103)], [(22, 80), (20, 103)],
        [(148, 78), (150, 103)], [(120, 83), (121, 103)]))
    tunnel = path("M52 108V92A32 32 0 0 1 116 92V108z", dark(c, 0.08)) + path("M52 108V92A32 32 0 0 1 96 62L106 108z",
        light(c, 0.03)) + path("M64 108V93A20 20 0 0 1 104 93V108z",
        "#3f6f94") + path("M64 108V93A20 20 0 0 1 72 78V108z", "#2f587a") + "".join(line([polar(84, 92, 21, a),
        polar(84, 92, 31, a)], seams, 2) for a in (200, 235, 270, 305, 340))
    return put("igloo", (0, 10, 168, 103), body, lines, tunnel, disc(84, 107, 84, "#f6fbff", 6),
        disc(84, 108, 70, dark(c, 0.03), 3), top=(84, 11))


@house("tent")
def tent(brush: Brush) -> Drawing:
    c = tint(brush, "#ef8238")
    side = poly([(64, 20), (140, 14), (176, 112), (108, 116)], dark(c, 0.1)) + poly([(64, 20), (140, 14), (144, 24),
        (68, 32)], dark(c, 0.05)) + line([(98, 66), (158, 62)], dark(c, 0.18), 2)
    front = poly([(64, 18), (112, 116), (12, 116)], c, 2)
    inside_ = poly([(64, 36), (88, 116), (38, 116)], "#4a3430") + poly([(64, 36), (40, 116), (18, 116)],
        light(c, 0.07))
    flap = path("M64 34L94 116H106Q78 84 64 34z", light(c, 0.06))
    ropes = line([(64, 20), (0, 118)], CREAM, 1.8) + line([(140, 15), (188, 116)], CREAM, 1.8) + box(-3, 112, 4, 10,
        OAK, 1) + box(187, 110, 4, 10, OAK, 1)
    return put("tent", (-3, 10, 194, 112), ropes, side, front, inside_, flap, line([(64, 12), (64, 22)], OAK, 3.5),
        mouth_rim=(63, 110), top=(100, 18))


@house("tower")
def tower(brush: Brush) -> Drawing:
    c = tint(brush, "#b3aca0")
    body = shaft(45, 52, 58, 172, 68, c, 0.28) + bricks(17, 58, 38, 108, c, 12, 4, 3)
    crown = box(9, 30, 72, 24, dark(c, 0.08), 2) + box(9, 30, 52, 24, light(c, 0.02), 2) + each(4,
        lambda i: box(9 + i * 19, 18, 15, 16, light(c, 0.02) if i < 3 else dark(c, 0.08), 1)) + each(5,
        lambda i: poly([(12 + i * 14, 54), (22 + i * 14, 54), (20 + i * 14, 60), (14 + i * 14, 60)], dark(c, 0.14)))
    flag = line([(45, 30), (45, -8)], OAK, 3) + path("M46 -8Q58 -12 66 -6T80 -6V10Q72 14 64 9T46 10z", own(brush, RED,
        -0.16))
    slits = "".join(arched(40, y, 9, 20, "#3c3a40") for y in (74, 108))
    return put("tower", (9, -9.5, 72, 182.5), flag, body, crown, slits, arched(33, 140, 24, 32, OAK),
        arched(36, 143, 18, 29, "#a8703f"), line([(45, 143), (45, 172)], OAK, 1.6), top=(45, 18))


@house("castle")
def castle(brush: Brush) -> Drawing:
    c = tint(brush, "#c9c2b4")
    roof = "#4f6fb0" if not brush.base else dark(c, 0.22)
    def battlement(x: float, y: float, w: float, n: int, fill: str) -> str:
        return each(n, lambda i: box(x + i * (w - w / n * 0.56) / (n - 1), y, w / n * 0.56, 9, fill, 0.8))
    def spire(x: float, y: float, w: float, low: float, flag: bool) -> str:
        cone = poly([(x, y - w * 1.5), (x + w * 0.66, y + 2), (x - w * 0.66, y + 2)], roof,
            1) + poly([(x, y - w * 1.5), (x + w * 0.66, y + 2), (x + w * 0.12, y + 2)], dark(roof, 0.08))
        banner = line([(x, y - w * 1.45), (x, y - w * 1.5 - 14)], OAK, 2) + poly([(x + 1, y - w * 1.5 - 14), (x + 15,
            y - w * 1.5 - 10), (x + 1, y - w * 1.5 - 5)], own(brush, RED, -0.1)) if flag else ""
        return banner + block(x - w / 2, y, w, low - y, c, 1, 0.3) + box(x - w / 2 - 2, y, w + 4, 6, dark(c, 0.1),
            1) + cone + arched(x - 3.5, y + 16, 7, 13, "#55555f")
    keep = block(58, 52, 64, 80, dark(c, 0.04), 1, 0.24) + battlement(56, 45, 68, 6, dark(c, 0.04)) + box(56, 52, 68,
        5, dark(c, 0.12)) + each(3, lambda i: arched(66 + i * 19, 66, 8, 15, "#55555f"))
    curtain_ = block(24, 96, 132, 54, light(c, 0.02), 1, 0.2) + battlement(22, 88, 136, 12,
        light(c, 0.02)) + bricks(30, 100, 120, 48, light(c, 0.02), 6, 9, 5)
    gate_ = path("M70 150V116A20 20 0 0 1 110 116V150z", dark(c, 0.18)) + path("M75 150V117A15 15 0 0 1 105 117V150z",
        OAK) + bars(4, (78, 106), 150, 8, dark(OAK, 0.1), 1.6) + line([(75, 124),
        (105, 124)], IRON, 2.4)
    return put("castle", (0, -17, 180, 170), spire(72, 28, 20, 60, True), spire(112, 36, 16, 60, False), keep,
        spire(20, 62, 30, 152, True), spire(160, 62, 30, 152, True), curtain_, gate_,
        box(0, 148, 180, 5, dark(c, 0.12), 2), top=(90, 46))


@house("skyscraper")
def skyscraper(brush: Brush) -> Drawing:
    c = tint(brush, "#5b8db5")
    glass = light(c, 0.2)
    low = block(10, 96, 90, 114, c, 1, 0.3) + panes(17, 104, 4, 9, (11, 7), (14, 11), glass) + panes(78, 104, 2, 9,
        (7, 7), (10.5, 11), light(c, 0.08))
    mid = block(20, 36, 70, 64, light(c, 0.02), 1, 0.3) + panes(26, 43, 3, 5, (11, 7), (14, 11), glass) + panes(73,
        43, 1, 5, (12, 7), (10, 11), light(c, 0.08))
    high = block(32, 8, 46, 30, light(c, 0.03), 1, 0.3) + panes(37, 14, 2, 2, (10, 7), (13, 11), glass)
    foot = box(4, 204, 102, 8, dark(c, 0.16), 1) + box(42, 190, 26, 20, dark(c, 0.24), 1) + box(45, 193, 9, 17,
        "#ffe39a") + box(56, 193, 9, 17, "#ffe39a")
    return put("skyscraper", (4, -28.5, 102, 240.5), box(53.5, -26, 3, 36, IRON, 1), disc(55, -26, 2.6, RED), low,
        mid, high, box(18, 33, 74, 4, dark(c, 0.12)), box(8, 93, 94, 4, dark(c, 0.12)), foot, top=(55, 8))


@house("lighthouse")
def lighthouse(brush: Brush) -> Drawing:
    c = tint(brush, "#dd4348")
    bands = each(5, lambda i: shaft(55, 54 + i * 24, 38 + i * 6, 78 + i * 24.5, 44 + i * 6, (c, WHITE)[i % 2], 0.28))
    lamp = box(42, 26, 26, 22, "#fff2b8", 1) + box(58, 26, 10, 22, "#f7d774", 1) + disc(53, 37, 6, "#ffffff") + each(3,
        lambda i: box(41.5 + i * 12, 26, 2.4, 22, INK))
    roof = path("M36 27Q40 10 55 6Q70 10 74 27z", c) + path("M55 6Q70 10 74 27H60Q62 14 55 6z",
        dark(c, 0.09)) + box(53.6, -6, 2.8, 14, INK, 1) + disc(55, 4.5, 4, dark(c, 0.12))
    rail = each(6, lambda i: box(31 + i * 9.4, 36, 1.8, 12, INK)) + box(30, 35, 50, 2.4, INK, 1)
    rocks = blob([(0, 186), (8, 172), (24, 168), (40, 172), (62, 168), (84, 166), (102, 172), (112, 186), (56, 190)],
        "#8b8f98") + blob([(66, 186), (72, 174), (88, 168), (102, 173), (112, 186), (90, 189)], dark("#8b8f98", 0.07))
    return put("lighthouse", (-2.5, -6, 117, 196), bands, lamp, roof, slab(29, 47, 52, 8, "#4c5664", 2), rail,
        arched(49, 86, 10, 16, "#3d5568"), arched(48, 146, 15, 29, OAK), arched(50.5, 149, 10, 26, "#a8703f"), rocks,
        top=(55, 6))


@house("windmill")
def windmill(brush: Brush) -> Drawing:
    c = tint(brush, "#ecdcc0")
    cap = "#8a5a3c" if not brush.base else dark(c, 0.2)
    body = shaft(80, 66, 46, 168, 80, c, 0.28) + bricks(52, 72, 44, 92, c, 9, 4, 4)
    roof = path("M54 68Q56 38 80 36T106 68z", cap) + path("M80 36Q104 38 106 68H88Q92 48 80 36z", dark(cap, 0.07))
    def sail(i: int) -> str:
        lattice = each(6, lambda k: line([(82, 30 - k * 14), (99, 30 - k * 14)], "#9a7350", 1.8))
        return turn(i * 90 + 24, 80, 58, box(82, -50, 17, 90, "#fbf3e0", 1.5),
            line([(90.5, -50), (90.5, 40)], "#9a7350", 1.4), lattice, box(78.4, -52, 3.6, 110, OAK, 1.5))
    windows_ = arched(74, 96, 12, 18, "#4f6f84") + arched(68, 138, 24, 30, OAK) + arched(71, 141, 18, 27, "#a8703f")
    return put("windmill", (-20.5, -42.5, 201.5, 214.5), body, box(36, 122, 88, 5, OAK, 2),
        each(9, lambda i: box(38 + i * 10.2, 112, 1.8, 11, OAK)), box(36, 110, 88, 2.6, OAK, 1), windows_, roof,
        each(4, sail), disc(80, 58, 6, dark(OAK, 0.1)), disc(79, 57, 3.4, GOLD), box(34, 166, 92, 6, dark(c, 0.2), 2),
        top=(80, 36))


@house("wind turbine")
def wind_turbine(brush: Brush) -> Drawing:
    c = tint(brush, "#f2f5f7")
    blade = path("M68 60C60 46 62 24 70 -14C76 24 76 46 74 60z", c) + path("M70 -14C76 24 76 46 74 60H71C73 40 73 "
        "10 70 -14z", dark(c, 0.09))
    return put("wind turbine", (1, -13.5, 130.5, 225.5), shaft(71, 62, 6, 210, 13, dark(c, 0.03), 0.4),
        turn(8, 71, 62, blade), turn(128, 71, 62, blade), turn(248, 71, 62, blade), disc(71, 62, 7.5, dark(c, 0.12)),
        disc(70, 61, 5, c), box(58, 206, 26, 6, dark(c, 0.16), 2))
