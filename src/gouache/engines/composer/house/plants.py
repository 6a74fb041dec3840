"""House drawings: trees, flowers and other plants."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    CREAM,
    EARTH,
    LEAF,
    MOSS,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    WHITE,
    YELLOW,
    arc,
    ball,
    bars,
    block,
    box,
    clump,
    curve,
    disc,
    each,
    leaf,
    line,
    own,
    path,
    polar,
    poly,
    put,
    ring,
    slab,
    stalk,
    star,
    stroke,
    tint,
    trunk,
    turn,
)


@house("tree")
def tree(brush: Brush) -> Drawing:
    c = tint(brush, "#57a653")
    return put("tree", (2, 1, 116, 147), trunk(60, 70, 148, 15), line([(60, 104), (78, 86)], dark(EARTH, 0.04), 6),
        clump([(30, 66, 28), (90, 66, 28), (60, 74, 26), (40, 36, 28), (80, 38, 29), (60, 28, 27)], c))


@house("oak tree")
def oak_tree(brush: Brush) -> Drawing:
    c = tint(brush, "#4b9448")
    return put("oak tree", (1, 0, 148, 148), trunk(75, 80, 148, 20, "#6f4a30"),
        line([(75, 104), (50, 82)], "#6f4a30", 9), line([(75, 108), (102, 84)], dark("#6f4a30", 0.06), 9),
        clump([(28, 68, 27), (122, 68, 27), (56, 80, 24), (96, 80, 24), (36, 40, 27), (114, 40, 27), (76, 58, 30),
        (62, 26, 26), (92, 28, 26)], c))


@house("pine tree")
def pine_tree(brush: Brush) -> Drawing:
    c = tint(brush, "#2f7d55")
    def tier(y: float, w: float, h: float) -> str:
        return poly([(55, y), (55 + w, y + h), (55 + w * 0.5, y + h - 5), (55, y + h + 2), (55 - w * 0.5, y + h - 5),
            (55 - w, y + h)], c, 3) + poly([(55, y), (55 + w, y + h), (55 + w * 0.5, y + h - 5),
            (55 + w * 0.12, y + h)], dark(c, 0.08), 3)
    return put("pine tree", (4, 1, 102, 148), trunk(55, 118, 149, 11), tier(74, 52, 52), tier(42, 42, 50),
        tier(14, 31, 44), tier(0, 20, 30))


@house("palm tree")
def palm_tree(brush: Brush) -> Drawing:
    c = tint(brush, "#4fa352")
    bark = "#b5834f"
    trunk_ = path("M64 44C74 80 70 116 58 150H80C88 116 88 76 74 42z",
        bark) + path("M70 43C82 80 80 116 72 150H80C88 116 88 76 74 42z", dark(bark, 0.09)) + each(7,
        lambda i: stroke(f"M{67 + i * 0.6 - (i > 4) * 3} {60 + i * 13}q7 5 {14} 0", dark(bark, 0.16), 2.2))
    fronds = path("M70 42C52 16 24 14 6 34C26 28 44 32 70 42z",
        dark(c, 0.06)) + path("M70 42C88 14 116 14 134 34C114 28 96 32 70 42z",
        dark(c, 0.12)) + path("M70 42C40 32 14 46 8 78C26 58 44 50 70 42z",
        c) + path("M70 42C100 32 126 46 132 78C114 58 96 50 70 42z",
        dark(c, 0.07)) + path("M70 42C64 20 48 4 30 4C46 12 56 24 70 42z",
        c) + path("M70 42C74 20 90 4 110 4C94 12 84 24 70 42z",
        dark(c, 0.03)) + path("M70 42C54 46 40 64 42 92C52 74 60 58 70 42z", light(c, 0.05))
    return put("palm tree", (6, 4, 128, 146), trunk_, fronds, ball(63, 50, 7.5, "#7a4a2a"),
        ball(77, 51, 7.5, "#6d4126"))


@house("birch tree")
def birch_tree(brush: Brush) -> Drawing:
    c = tint(brush, "#8fbf4f")
    marks = each(5, lambda i: box(45 + (i * 5) % 8, 106 + i * 10, 6 + i % 2 * 2, 3, "#4b4f55", 1.5))
    return put("birch tree", (6, 1, 90, 157), path("M46 40L44 158H60L56 40z", "#eeece6"),
        path("M52 40L53 158H60L56 40z", "#cfccc4"), marks, clump([(50, 88, 18), (26, 76, 20), (76, 74, 20),
        (32, 48, 22), (70, 46, 23), (50, 66, 21), (50, 24, 23)], c))


@house("willow tree")
def willow_tree(brush: Brush) -> Drawing:
    c = tint(brush, "#7fae4e")
    strands = each(11,
        lambda i: path(f"M{6 + i * 13} 50q-5 {34 + (i * 7) % 20} 1 {66 + (i * 11) % 22}q8 -30 9 "
        f"-{66 + (i * 11) % 22}z", (c, dark(c, 0.06), light(c, 0.04))[i % 3]))
    return put("willow tree", (3.5, 4, 142.5, 144), trunk(75, 60, 148, 17), strands,
        path("M4 58C8 20 44 4 76 4S144 22 146 58Q112 76 75 68T4 58z", c),
        path("M100 8C130 16 144 34 146 58Q130 66 112 69C120 46 116 24 100 8z", dark(c, 0.07)),
        curve([(20, 46), (36, 26), (58, 16)], light(c, 0.1), 5))


@house("cherry blossom tree")
def cherry_blossom_tree(brush: Brush) -> Drawing:
    c = tint(brush, "#f3a9c4")
    return put("cherry blossom tree", (7, 0, 127, 144),
        path("M62 144C68 110 60 90 44 70L52 66 68 88 84 58 92 62C78 92 76 112 82 144z", "#6b4536"),
        clump([(32, 60, 25), (108, 58, 26), (60, 66, 20), (40, 32, 25), (98, 30, 25), (70, 22, 22), (72, 48, 24)], c),
        each(7, lambda i: disc(24 + i * 16, 40 + (i * 17) % 36, 3.4, light(c, 0.12))))


@house("bare tree")
def bare_tree(brush: Brush) -> Drawing:
    c = tint(brush, "#6b4d3a")
    limbs = line([(60, 92), (36, 50), (18, 36)], c, 8) + line([(36, 50), (34, 20)], c,
        6) + line([(62, 84), (86, 46), (108, 32)], c, 8) + line([(86, 46), (86, 14)], c,
        6) + line([(60, 80), (60, 12)], c, 8) + line([(60, 44), (48, 18)], c, 5) + line([(60, 50), (74, 26)], c,
        5) + line([(22, 40), (8, 46)], c, 4) + line([(104, 34), (116, 46)], c, 4)
    return put("bare tree", (6, 8, 112, 140), limbs, trunk(60, 76, 148, 14, c))


@house("bush")
def bush(brush: Brush) -> Drawing:
    c = tint(brush, "#5aa352")
    return put("bush", (1, 6, 128, 78), box(14, 54, 102, 28, dark(c, 0.1), 14),
        clump([(26, 56, 25), (104, 56, 25), (64, 58, 26), (44, 32, 25), (84, 32, 26)], c))


@house("hedge")
def hedge(brush: Brush) -> Drawing:
    c = tint(brush, "#4b9350")
    return put("hedge", (2, 10, 176, 70), box(2, 14, 176, 66, dark(c, 0.08), 12), box(2, 10, 170, 58, c, 12),
        each(18, lambda i: disc(14 + (i * 37) % 150, 22 + (i * 23) % 44, 6, (light(c, 0.06), dark(c, 0.05))[i % 2],
        4.4)))


@house("cactus")
def cactus(brush: Brush) -> Drawing:
    c = tint(brush, "#4a9d5b")
    def arm(d: str) -> str:
        return stroke(d, dark(c, 0.07), 19) + stroke(d, c, 13)
    return put("cactus", (10.5, -4.5, 91.5, 152.5), arm("M20 46V66q0 18 18 18h14"), arm("M92 34V54q0 18-18 18H60"),
        block(36, 2, 36, 146, c, 18, 0.26), bars(3, (45, 18), 140, 9, dark(c, 0.13), 2), each(8,
        lambda i: line([(40 + (i * 11) % 24, 24 + i * 14),
        (44 + (i * 11) % 24, 21 + i * 14)], CREAM, 1.8)), star(54, 4, 9, PINK, 6, 0.55, 2))


@house("potted cactus")
def potted_cactus(brush: Brush) -> Drawing:
    c = tint(brush, "#4a9d5b")
    return put("potted cactus", (6, -1.5, 68, 123.5), ball(40, 48, 32, c, 42, shine=False),
        each(4, lambda i: curve([(22 + i * 12, 20), (18 + i * 14.6, 48), (22 + i * 12, 78)], dark(c, 0.12), 2)),
        each(9, lambda i: line([(20 + (i * 17) % 38, 24 + (i * 13) % 50), (24 + (i * 17) % 38, 22 + (i * 13) % 50)],
        CREAM, 1.8)), star(40, 8, 10, PINK, 6, 0.55, 2), poly([(12, 84), (68, 84), (61, 122), (19, 122)], "#c46b46",
        4), poly([(52, 84), (68, 84), (61, 122), (50, 122)], dark("#c46b46", 0.08), 3),
        slab(6, 76, 68, 14, "#d27a52", 4))


@house("potted plant")
def potted_plant(brush: Brush) -> Drawing:
    c = tint(brush, "#4fa35a")
    leaves = leaf(54, 80, 12, 60, 0.24, dark(c, 0.05)) + leaf(54, 80, 98, 58, 0.24, dark(c, 0.07)) + leaf(54, 82, 4,
        28, 0.22, c) + leaf(54, 82, 104, 26, 0.22, dark(c, 0.03)) + leaf(54, 82, 30, 6, 0.2, light(c, 0.03)) + leaf(54,
        82, 80, 4, 0.2, c) + leaf(54, 84, 55, 0, 0.2, light(c, 0.05))
    pot_ = own(brush, "#cc7249", -0.04)
    return put("potted plant", (4, 0, 100, 136), leaves,
        poly([(24, 88), (84, 88), (76, 136), (32, 136)], pot_, 5),
        poly([(66, 88), (84, 88), (76, 136), (62, 136)], dark(pot_, 0.08), 4),
        slab(18, 78, 72, 15, light(pot_, 0.04), 5), line([(34, 98), (38, 124)], light(pot_, 0.1), 3), grip=(54, 108))


@house("flower")
def flower(brush: Brush) -> Drawing:
    c = tint(brush, "#ef7fa6")
    petals = each(6, lambda i: turn(i * 60, 42, 42, disc(42, 18, 14, (c, dark(c, 0.05))[1 <= i <= 3], 18)))
    return put("flower", (4, 0, 76, 140.5), stalk(42, 50, 138), petals, disc(42, 42, 13, dark(YELLOW, 0.06)),
        disc(41, 41, 11, YELLOW), grip=(42, 110))


@house("sunflower")
def sunflower(brush: Brush) -> Drawing:
    c = tint(brush, "#f7bf2f")
    petals = each(14, lambda i: turn(i * 25.714, 50, 50, leaf(50, 34, 50, 0, 0.32, dark(c, 0.06)))) + each(14,
        lambda i: turn(i * 25.714 + 12.8, 50, 50, leaf(50, 34, 50, 6, 0.32, c)))
    return put("sunflower", (1.5, 0, 97.5, 150.5), stalk(50, 60, 148), petals, disc(50, 50, 24, "#5d3a22"),
        disc(49, 49, 20, "#74492b"), each(12, lambda i: disc(*polar(49, 49, 13, i * 30), 2, "#8f6038")),
        each(6, lambda i: disc(*polar(49, 49, 6, i * 60), 2, "#8f6038")), grip=(50, 120))


@house("tulip")
def tulip(brush: Brush) -> Drawing:
    c = tint(brush, "#e5484f")
    return put("tulip", (5, 4, 61, 136.5), leaf(36, 136, 6, 72, 0.16, LEAF),
        leaf(36, 136, 66, 66, 0.16, dark(LEAF, 0.05)), stalk(35, 54, 138, False),
        path("M8 8C20 12 26 18 35 4C44 18 50 12 62 8C70 36 62 62 35 62S0 36 8 8z", dark(c, 0.09)),
        path("M8 8C20 12 32 26 35 62C8 62 0 36 8 8z", c), path("M35 4C50 22 52 46 35 62C18 46 20 22 35 4z",
        light(c, 0.05)), grip=(35, 112))


@house("rose")
def rose(brush: Brush) -> Drawing:
    c = tint(brush, "#d8344a")
    return put("rose", (7.5, 3.5, 68.5, 143), stalk(42, 60, 144), poly([(42, 76), (20, 62), (64, 62)], MOSS, 4),
        path("M8 28C10 8 30 2 42 4C56 2 74 8 76 28C78 54 62 72 42 72S6 54 8 28z", dark(c, 0.07)),
        path("M12 26C16 48 32 60 52 62C34 74 10 58 8 30z", light(c, 0.05)),
        path("M76 28C72 50 58 60 40 62C62 72 78 52 76 28z", dark(c, 0.13)),
        path("M22 20C26 6 58 6 62 20C64 38 54 48 42 48S20 38 22 20z", c),
        stroke("M32 24q10-10 20 0t-8 14q-10 0-8-8 4-6 9-2", dark(c, 0.17), 3), grip=(42, 112))


@house("daisy")
def daisy(brush: Brush) -> Drawing:
    c = tint(brush, "#f6f5f1")
    petals = each(12, lambda i: turn(i * 30, 42, 42, box(37, 4, 10, 32, (c, dark(c, 0.07))[i % 2], 5)))
    return put("daisy", (4, 4, 76, 136.5), stalk(42, 50, 138), petals, disc(42, 42, 13, dark(YELLOW, 0.08)),
        disc(41, 41, 11, YELLOW), grip=(42, 110))


@house("bouquet")
def bouquet(brush: Brush) -> Drawing:
    hues = (RED, PINK, YELLOW, PURPLE, "#f4f3ef", ORANGE, PINK)
    def bloom(x: float, y: float, color: str) -> str:
        return each(5, lambda k: disc(*polar(x, y, 10, k * 72), 9, color)) + disc(x, y, 6, YELLOW)
    spots = ((26, 40), (88, 40), (57, 22), (42, 54), (74, 56), (36, 20), (80, 18))
    blooms = "".join(bloom(x, y, own(brush, hues[i], 0.03 * (i % 3))) for i, (x, y) in enumerate(spots))
    paper = own(brush, "#f3e3cf", 0.12)
    return put("bouquet", (8.5, 0, 98.5, 138), each(5, lambda i: leaf(57, 80, 8 + i * 24, 14 + abs(i - 2) * 16, 0.2,
        (LEAF, MOSS)[i % 2])), blooms, poly([(14, 62), (57, 84), (100, 62), (68, 138), (46, 138)], paper, 3),
        poly([(57, 84), (100, 62), (68, 138), (57, 138)], dark(paper, 0.08), 3), box(42, 102, 30, 9, RED, 3),
        grip=(57, 116))


@house("mushroom")
def mushroom(brush: Brush) -> Drawing:
    c = tint(brush, "#d93f3c")
    return put("mushroom", (2, 2, 112, 114), path("M40 54C44 80 36 100 34 112Q58 120 82 112C80 100 72 80 76 54z",
        "#f2e8d5"), path("M64 54C64 80 66 100 66 115Q76 114 82 112C80 100 72 80 76 54z", "#d9cbb0"),
        disc(58, 60, 40, "#d9c8a8", 9), path("M2 58C4 20 30 2 58 2S112 20 114 58C96 68 20 68 2 58z", c),
        path("M80 6C104 16 114 36 114 58Q104 64 88 65C98 44 94 22 80 6z", dark(c, 0.09)), disc(40, 24, 10, WHITE, 8),
        disc(74, 34, 12, WHITE, 10), disc(22, 48, 7, WHITE, 6), disc(50, 52, 6, WHITE, 5), disc(100, 52, 5, WHITE, 5))


@house("fern")
def fern(brush: Brush) -> Drawing:
    c = tint(brush, "#4c9a4f")
    def frond(angle: float, k: str, size: float) -> str:
        body = each(8, lambda i: leaf(70, 116 - i * 12 * size, 70 - (24 - i * 2.4) * size, 106 - i * 12.5 * size, 0.2,
            k) + leaf(70, 116 - i * 12 * size, 70 + (24 - i * 2.4) * size, 106 - i * 12.5 * size, 0.2, dark(k, 0.04)))
        return turn(angle, 70, 122, line([(70, 122), (70, 22 + (1 - size) * 90)], dark(k, 0.1), 2.6), body)
    return put("fern", (-6, 18.5, 152, 111.5), frond(-58, dark(c, 0.05), 0.8), frond(58, dark(c, 0.08), 0.8),
        frond(-29, c, 0.95), frond(29, dark(c, 0.03), 0.95), frond(0, light(c, 0.03), 1.0))


@house("bonsai")
def bonsai(brush: Brush) -> Drawing:
    c = tint(brush, "#4d9455")
    return put("bonsai", (6, 0, 123, 126), path("M54 102C66 84 48 74 62 54L70 46 76 52C66 66 84 76 76 102z",
        "#7a5036"), line([(66, 62), (98, 52)], "#7a5036", 6), line([(62, 74), (34, 64)], "#7a5036", 6),
        clump([(20, 58, 14), (36, 52, 17), (50, 60, 12)], c), clump([(88, 48, 15), (106, 44, 17), (118, 54, 11)], c),
        clump([(52, 28, 17), (72, 18, 18), (88, 30, 14)], c),
        poly([(22, 106), (108, 106), (98, 126), (32, 126)], "#3f6f9c", 4), slab(16, 99, 98, 10, "#4c80b0", 4))


@house("grass")
def grass(brush: Brush) -> Drawing:
    c = tint(brush, "#62b04f")
    return put("grass", (-9, 6, 135.5, 54),
        each(11,
        lambda i: path(f"M{8 + i * 10} 60q{(i - 5) * 1.4} -{22 + (i * 13) % 26} {(i - 5) * 3.4} "
        f"-{30 + (i * 17) % 28}q{6} {24} {8 - (i - 5) * 3.4} {30 + (i * 17) % 28}z",
        (c, dark(c, 0.06), light(c, 0.05))[i % 3])))


@house("wheat")
def wheat(brush: Brush) -> Drawing:
    c = tint(brush, "#e5b84a")
    def ear(angle: float) -> str:
        grains = each(6, lambda i: leaf(50, 62 - i * 9, 38, 48 - i * 9, 0.3, c)
            + leaf(50, 62 - i * 9, 62, 48 - i * 9, 0.3, dark(c, 0.05)))
        return turn(angle, 50, 146, line([(50, 146), (50, 10)], dark(c, 0.1), 3), grains,
            leaf(50, 14, 50, -2, 0.3, light(c, 0.05)))
    return put("wheat", (-3.5, -2, 106.5, 149.5), ear(-17), ear(17), ear(0), grip=(50, 116))


@house("hay bale")
def hay_bale(brush: Brush) -> Drawing:
    c = tint(brush, "#e0b653")
    return put("hay bale", (2, 2, 126, 92), path("M46 2H96C118 2 128 24 128 48S118 94 96 94H46z", dark(c, 0.08)),
        each(5, lambda i: line([(66 + i % 2 * 6, 12 + i * 18), (112 + i % 2 * 4, 12 + i * 18)], dark(c, 0.16), 2)),
        disc(46, 48, 44, c, 46), each(3, lambda i: ring(46, 48, 34 - i * 12, dark(c, 0.11), 3, 36 - i * 12)),
        disc(46, 48, 4, dark(c, 0.16)), arc(46, 48, 39, 190, 250, light(c, 0.1), 3, 41), top=(80, 3))


@house("fence")
def fence(brush: Brush) -> Drawing:
    c = tint(brush, "#f1ede4")
    pickets = each(6, lambda i: poly([(4 + i * 27, 18), (14 + i * 27, 4), (24 + i * 27, 18), (24 + i * 27, 96),
        (4 + i * 27, 96)], c, 2) + poly([(17 + i * 27, 8), (24 + i * 27, 18), (24 + i * 27, 96), (17 + i * 27, 96)],
        dark(c, 0.07), 1))
    return put("fence", (0, 4.5, 164, 91.5), box(0, 34, 164, 11, dark(c, 0.13)), box(0, 70, 164, 11, dark(c, 0.13)),
        pickets)


@house("log")
def log(brush: Brush) -> Drawing:
    c = tint(brush, "#8a5d3b")
    return put("log", (2, 3, 146, 50), box(22, 4, 126, 48, c, 22), box(22, 34, 126, 18, dark(c, 0.09), (0, 0, 18, 0)),
        line([(60, 14), (110, 14)], dark(c, 0.1), 2.4), line([(74, 26), (128, 26)], dark(c, 0.1), 2.4),
        disc(26, 28, 24, dark(c, 0.06), 25), disc(26, 28, 20, "#e2b981", 21), ring(26, 28, 13, "#c79a63", 2),
        ring(26, 28, 6, "#c79a63", 2), seat=(88, 5), top=(88, 5))


@house("tree stump")
def tree_stump(brush: Brush) -> Drawing:
    c = tint(brush, "#8a5d3b")
    return put("tree stump", (2, 6, 106, 76), path("M22 18L18 60Q14 76 2 82H108Q96 76 92 60L88 18z", c),
        path("M70 20L72 82H108Q96 76 92 60L88 18z", dark(c, 0.09)), line([(36, 34), (34, 64)], dark(c, 0.12), 2.4),
        line([(54, 36), (54, 74)], dark(c, 0.12), 2.4), disc(55, 18, 33, "#e2b981", 12),
        ring(55, 18, 21, "#c79a63", 2, 7.6), ring(55, 18, 9, "#c79a63", 2, 3.2), seat=(55, 18), top=(55, 18))


@house("leaf")
def green_leaf(brush: Brush) -> Drawing:
    c = tint(brush, LEAF)
    veins = each(4, lambda i: line([(60 - i * 3, 84 - i * 17), (90 - i * 7, 66 - i * 17)], dark(c, 0.1), 2.6) +
        line([(58 - i * 3, 88 - i * 17), (26 + i * 5, 80 - i * 18)], dark(c, 0.1), 2.6))
    return put("leaf", (8, 2, 104, 134), path("M62 112Q6 104 8 52Q20 16 44 2Q110 22 112 70Q104 108 62 112z", c),
        path("M62 112Q56 58 44 2Q110 22 112 70Q104 108 62 112z", dark(c, 0.06)), veins,
        stroke("M68 134Q58 70 46 12", dark(c, 0.14), 4.5))
