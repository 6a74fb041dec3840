"""House drawings: wares and fittings that products, stages and rooms are shown with."""
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
    LEAF,
    OAK,
    ORANGE,
    PAPER,
    RED,
    STEEL,
    STONE,
    WHITE,
    WOOD,
    YELLOW,
    ball,
    blob,
    block,
    both,
    box,
    clump,
    curve,
    cylinder,
    disc,
    each,
    leaf,
    line,
    own,
    pale,
    pane,
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
)


@house("perfume bottle")
def perfume_bottle(brush: Brush) -> Drawing:
    c = tint(brush, "#f0b8c4")
    return put("perfume bottle", (6, 0, 108, 150), block(44, 0, 32, 34, GOLD, 5, 0.3), box(50, 32, 20, 12, dark(GOLD,
        0.1), 2),
        path("M26 44H94Q114 46 114 68V130Q114 150 94 150H26Q6 150 6 130V68Q6 46 26 44z", light(c, 0.1)), path(
        "M16 78H104V130Q104 140 94 140H26Q16 140 16 130z", c), path("M16 78H104V84H16z", light(c, 0.05)), box(34, 92,
        52, 32,
        PAPER, 3), box(42, 102, 36, 3, dark(c, 0.2), 1), box(48, 110, 24, 3, dark(c, 0.14), 1), line([(22, 60), (22,
        126)],
        "#ffffff", 5, 0.7), line([(100, 62), (100, 100)], "#ffffff", 2.4, 0.5), text=(36, 93, 48, 30))


@house("pedestal")
def pedestal(brush: Brush) -> Drawing:
    c = tint(brush, "#ece9e4")
    return put("pedestal", (14, 1, 132, 114), cylinder(14, 16, 132, 84, c, 15), path(
        "M14 30A66 15 0 0 0 146 30V34A66 15 0 0 1 14 34z", dark(c, 0.05)), stroke("M50 50C60 64 52 78 64 92", dark(c,
        0.05),
        2) if brush.material == "marble" else "", top=(80, 16))


@house("typewriter")
def typewriter(brush: Brush) -> Drawing:
    c = tint(brush, "#3f7f7a")
    keys = each(4, lambda r: each(8, lambda k: disc(37 + k * 12.4 - r * 1.6, 84 + r * 10, 4.4, CREAM)))
    return put("typewriter", (0, 0, 158, 128), box(44, 0, 72, 52, PAPER, 2), each(3, lambda i: box(54, 10 + i * 10,
        52 - i * 8,
        3, "#9aa3ad", 1)), box(14, 42, 132, 15, INK, 7), disc(14, 49, 9, STEEL), disc(146, 49, 9, STEEL), path(
        "M28 54H132L142 82H18z", c), path("M18 78H142L158 122Q158 128 150 128H10Q2 128 2 122z", dark(c, 0.06)), path(
        "M24 80H136L146 116H14z", dark(c, 0.14)), keys, box(50, 118, 60, 6, CREAM, 3), box(56, 62, 48, 7, GOLD, 3),
        stroke("M16 40L2 30", CHROME, 4))


@house("paper plane")
def paper_plane(brush: Brush) -> Drawing:
    c = tint(brush, "#f4f6fa")
    return put("paper plane", (0, 6, 150, 112), poly([(150, 6), (0, 62), (44, 78)], c, 1), poly([(150, 6), (44, 78),
        (54, 118)],
        dark(c, 0.2), 1), poly([(150, 6), (54, 118), (76, 90)], dark(c, 0.1), 1), poly([(150, 6), (76, 90), (120, 108)],
        light(c, 0.02), 1), facing="right")


@house("branch")
def branch(brush: Brush) -> Drawing:
    c = tint(brush, "#7a5038")
    twigs = stroke("M70 34Q96 16 108 2", dark(c, 0.04), 7) + stroke("M150 28Q176 8 196 6", dark(c, 0.04), 6) + \
        stroke("M120 32Q140 52 158 54", dark(c, 0.04), 6)
    leaves = "".join(leaf(x, y, x + dx, y + dy, 0.42, LEAF if k % 2 else GREEN) for k, (x, y, dx, dy) in enumerate(
        ((108, 4, 18, -8), (104, 8, -16, -10), (196, 6, 20, -8), (186, 8, 0, -18), (158, 54, 20, 6), (214, 22, 24, 2),
         (226, 24, 22, 12), (92, 20, -18, -8), (172, 14, -4, -18), (140, 46, 4, 18), (214, 20, 14, -18))))
    return put("branch", (-5.5, -10, 253.5, 74), stroke("M2 46Q70 30 120 32T228 22", c, 15),
        stroke("M2 42Q70 26 120 28T220 20",
        light(c, 0.07), 3), twigs, leaves, top=(120, 26), under=(120, 40))


@house("petals")
def petals(brush: Brush) -> Drawing:
    c = tint(brush, "#e8506a")
    spots = ((14, 30, 20), (44, 40, -30), (78, 30, 60), (108, 42, 10), (60, 16, 100), (134, 28, -50), (30, 10, 150))
    return put("petals", (2, 3, 141, 45.5), "".join(turn(a, x, y, path(
        f"M{x - 13} {y}Q{x - 8} {y - 12} {x} {y - 8}Q{x + 10} {y - 12} {x + 13} {y}Q{x} {y + 12} {x - 13} {y}z",
        c if k % 2 else light(c, 0.06)), curve([(x - 8, y), (x + 6, y + 2)], dark(c, 0.06), 1.6)) for k, (x, y, a) in
        enumerate(spots)))


@house("solar panel")
def solar_panel(brush: Brush) -> Drawing:
    c = tint(brush, "#2f5f9e")
    grid = each(4, lambda i: line([(36 + i * 24 + 12, 10), (20 + i * 26 + 8, 84)], light(c, 0.16), 2)) + each(2,
        lambda i: line(
        [(24 - i * 8, 34 + i * 25), (136 + i * 4, 34 + i * 25)], light(c, 0.16), 2))
    return put("solar panel", (3, 6, 145, 124), box(70, 80, 10, 46, STEEL, 2), box(44, 122, 62, 8, "#8d98a4", 3), poly(
        [(34, 6), (132, 6), (148, 88), (2, 88)], STEEL, 3), poly([(37, 10), (129, 10), (143, 84), (8, 84)], c, 2), grid,
        poly(
        [(60, 10), (84, 10), (54, 84), (24, 84)], "#ffffff", o=0.14))


@house("spotlight")
def spotlight(brush: Brush) -> Drawing:
    c = tint(brush, "#3d4653")
    return put("spotlight", (0, -4.5, 115, 138.5), path("M74 52L0 134H96z", "#fff3c2", 0.55), turn(38, 80, 36, block(54,
        12, 56, 46, c,
        8, 0.3), poly([(50, 8), (58, 8), (58, 62), (50, 62)], dark(c, 0.1)), disc(50, 35, 5, "#fff3c2", 25)), stroke(
        "M100 62V20", "#6b7683", 5))


@house("syrup")
def syrup(brush: Brush) -> Drawing:
    c = tint(brush, "#b5651d")
    return put("syrup", (2, 0, 74, 130), box(30, 0, 20, 16, own(brush, RED, -0.2), 3), path(
        "M28 14H52V34Q76 44 76 66V116Q76 130 62 130H18Q4 130 4 116V66Q4 44 28 34z", c), path(
        "M76 66V116Q76 130 62 130H52Q62 120 62 66z", dark(c, 0.08)), stroke("M10 66Q-4 52 20 40", dark(c, 0.05), 5),
        box(16, 72,
        48, 36, CREAM, 4), leaf(40, 104, 40, 76, 0.4, RED))


@house("windowsill")
def windowsill(brush: Brush) -> Drawing:
    c = tint(brush, "#f1ece1")
    frame = box(16, 0, 228, 150, c, 4) + pane(30, 12, 96, 128, "#bfe0f2") + pane(134, 12, 96, 128, "#bfe0f2")
    curtain = path("M2 -8H52Q46 70 18 138H2z", own(brush, "#e6a57e", -0.1), 0.94)
    return put("windowsill", (-6, -12, 272, 194), frame, both(130, curtain), box(-2, -12, 264, 9, OAK, 4), slab(-6, 148,
        272, 18,
        light(c, 0.02), 4), box(8, 166, 244, 16, dark(c, 0.08), 2), top=(130, 150))


@house("robot arm")
def robot_arm(brush: Brush) -> Drawing:
    c = tint(brush, "#f08a3c")
    return put("robot arm", (16, 20, 110, 140), block(16, 132, 76, 28, INK, 5), block(34, 108, 40, 28, c, 6), taper(54,
        112, 34, 58,
        26, 20, c), disc(54, 112, 14, dark(c, 0.14)), taper(34, 58, 104, 30, 20, 15, light(c, 0.04)), disc(34, 58, 12,
        dark(c, 0.14)),
        disc(34, 58, 5, STEEL), disc(104, 30, 10, dark(c, 0.16)), stroke("M104 36V56", "#6b7683", 9), stroke(
        "M104 56Q84 62 86 84", STEEL, 8), stroke("M104 56Q124 62 122 84", STEEL, 8))


@house("passport")
def passport(brush: Brush) -> Drawing:
    c = tint(brush, "#27406f")
    return put("passport", (0, 0, 96, 130), box(6, 4, 90, 126, PAPER, 6), block(0, 0, 92, 130, c, 7, 0.06), ring(46, 56,
        22, GOLD, 3),
        disc(46, 56, 9, "none"), line([(24, 56), (68, 56)], GOLD, 2), stroke("M46 34Q32 56 46 78", GOLD, 2), stroke(
        "M46 34Q60 56 46 78", GOLD, 2), box(22, 92, 48, 5, GOLD, 2), box(30, 104, 32, 4, GOLD, 2), box(18, 16, 56, 5,
        GOLD, 2))


@house("polaroid")
def polaroid(brush: Brush) -> Drawing:
    c = tint(brush, "#f8f6f0")
    return put("polaroid", (0, 0, 120, 144), block(0, 0, 120, 144, c, 4, 0.03), box(11, 11, 98, 98, "#8fc4e0", 1),
        disc(80, 38, 13,
        YELLOW), path("M11 109V82Q36 56 60 78T109 70V109z", "#5f9f6a"), path("M11 109V96Q60 84 109 98V109z", "#4a845a"),
        text=(14, 114, 92, 24))


@house("wreath")
def wreath(brush: Brush) -> Drawing:
    c = tint(brush, "#3f8f52")
    tufts = tuple((*polar(70, 70, 50, i * 24), 17.0) for i in range(15))
    berries = each(8, lambda i: disc(*polar(70, 70, 50 + (i % 2) * 6, i * 45 + 12), 5, own(brush, RED, -0.2)))
    bow = poly([(70, 120), (40, 104), (42, 138)], RED, 6) + poly([(70, 120), (100, 104), (98, 138)], dark(RED, 0.05),
        6) + disc(70,
        121, 8, dark(RED, 0.08))
    return put("wreath", (4, 3, 133, 133.5), clump(tufts, c), berries, bow)


@house("laurel wreath")
def laurel_wreath(brush: Brush) -> Drawing:
    c = tint(brush, "#c9a13c")
    side = stroke("M74 132Q10 116 22 30", dark(c, 0.08), 4) + "".join(
        leaf(x, y, x + dx, y + dy, 0.24, c) for x, y, dx, dy in ((24, 40, -16, -22), (24, 40, 12, -26), (18, 66, -22,
        -14),
        (20, 66, 18, -18), (24, 92, -24, -4), (24, 92, 20, -12), (42, 114, -22, 8), (42, 114, 14, -20), (62, 128, -18,
        14), (22, 32, 2, -28)))
    return put("laurel wreath", (-4, 4, 158, 138), both(75, side))


@house("french press")
def french_press(brush: Brush) -> Drawing:
    c = tint(brush, "#4a2f22")
    return put("french press", (11, -4, 103, 144), box(58, 0, 5, 24, STEEL), disc(60, 5, 9, INK), block(26, 22, 70, 14,
        CHROME, 5),
        box(30, 36, 62, 96, GLASS, 4), box(30, 62, 62, 68, c, 4), box(30, 58, 62, 6, STEEL), stroke("M92 46H110V110H92",
        INK, 8), each(2,
        lambda i: box(26, 46 + i * 72, 70, 6, CHROME, 2)), line([(38, 44), (38, 122)], "#ffffff", 4, 0.5), block(26,
        130, 70, 10, CHROME,
        4), poly([(26, 24), (10, 30), (26, 36)], CHROME, 2))


@house("ornament")
def ornament(brush: Brush) -> Drawing:
    c = tint(brush, "#d23f45")
    return put("ornament", (4, 0, 92, 118), ring(50, 8, 7, GOLD, 3), box(40, 14, 20, 14, GOLD, 3), ball(50, 72, 46, c),
        path(
        "M6 62Q50 78 94 62V76Q50 92 6 76z", light(c, 0.16), 0.9), each(5, lambda i: star(18 + i * 16,
        72 + (2 - abs(i - 2)) * 2.4, 5, GOLD)))


@house("dreidel")
def dreidel(brush: Brush) -> Drawing:
    c = tint(brush, "#3f7fd0")
    return put("dreidel", (10, 0, 90, 139), box(50, 0, 10, 36, dark(c, 0.1), 4), poly([(10, 40), (60, 30), (100, 42),
        (52, 54)],
        light(c, 0.09), 3), poly([(10, 40), (52, 54), (52, 140), (10, 92)], c, 3), poly([(52, 54), (100, 42), (98, 92),
        (52, 140)],
        dark(c, 0.08), 3), stroke("M22 62V84M22 62H38V86", PAPER, 5))


@house("teepee")
def teepee(brush: Brush) -> Drawing:
    c = tint(brush, "#ecd9b4")
    poles = line([(66, 0), (86, 40)], OAK, 4) + line([(94, 0), (74, 40)], OAK, 4) + line([(80, -4), (80, 40)], WOOD, 4)
    return put("teepee", (5, -6, 151, 146), poles, poly([(80, 16), (156, 140), (4, 140)], c, 3), poly([(80, 16), (156,
        140), (104, 140)],
        dark(c, 0.07)), path("M80 66L102 140H58z", "#5a3a28"), each(6, lambda i: poly([(20 + i * 22, 128), (31 + i * 22,
        112),
        (42 + i * 22, 128)], own(brush, ORANGE if i % 2 else BLUE, -0.14)) if i not in (2, 3) else ""), line([(44, 78),
        (58, 72)],
        own(brush, RED, -0.1), 5), line([(102, 72), (116, 80)], own(brush, RED, -0.1), 5))


@house("fishing net")
def fishing_net(brush: Brush) -> Drawing:
    c = tint(brush, "#8fa6b2")
    mesh = each(5, lambda i: curve([(26 + i * 18, 24), (40 + i * 10, 60), (58 + i * 2, 84)], c, 2)) + each(4,
        lambda i: curve(
        [(22 + i * 7, 34 + i * 13), (62, 42 + i * 13), (104 - i * 8, 34 + i * 13)], c, 2))
    return put("fishing net", (13, 6, 98, 152), path("M18 24Q30 90 62 90T106 24z", "#dfe9ee", 0.5), mesh, ring(62, 24,
        46, WOOD, 6, 15),
        line([(62, 40), (62, 154)], WOOD, 8), grip=(62, 130))


@house("grandfather clock")
def grandfather_clock(brush: Brush) -> Drawing:
    c = tint(brush, "#8a5434")
    return put("grandfather clock", (0, 7, 76, 193), path("M6 30Q38 -16 70 30z", dark(c, 0.05)), block(4, 26, 68, 66, c,
        4, 0.2), block(10,
        90, 56, 84, dark(c, 0.04), 3, 0.2), block(0, 170, 76, 30, c, 4, 0.3), disc(38, 58, 26, GOLD), disc(38, 58, 22,
        pale(brush, PAPER)),
        line([(38, 58), (38, 43)], INK, 3), line([(38, 58), (50, 62)], INK, 2.4), pane(20, 100, 36, 64, "#e9d9b8"),
        line([(38, 102),
        (38, 140)], GOLD, 3), disc(38, 146, 10, GOLD))


@house("tablecloth")
def tablecloth(brush: Brush) -> Drawing:
    c = tint(brush, "#e7f0f4")
    return put("tablecloth", (0, 4, 180, 91), poly([(20, 4), (160, 4), (180, 34), (0, 34)], light(c, 0.02), 4), path(
        "M0 34H180V90Q165 100 150 90T120 90T90 90T60 90T30 90T0 90z", c), path("M0 34H180V42H0z", dark(c, 0.05)),
        top=(90, 18))


@house("stone wall")
def stone_wall(brush: Brush) -> Drawing:
    c = tint(brush, STONE)
    stones = each(3, lambda r: each(5, lambda k: blob([(6 + k * 36 + (r % 2) * -14, 14 + r * 26),
        (22 + k * 36 + (r % 2) * -14, 5 + r * 26),
        (37 + k * 36 + (r % 2) * -14, 13 + r * 26), (36 + k * 36 + (r % 2) * -14, 27 + r * 26),
        (20 + k * 36 + (r % 2) * -14, 31 + r * 26),
        (6 + k * 36 + (r % 2) * -14, 26 + r * 26)], (c, light(c, 0.05), dark(c, 0.05))[(k + r) % 3])))
    return put("stone wall", (-10, 5, 192.5, 83), box(-4, 12, 182, 76, dark(c, 0.16), 6), stones, top=(86, 8))


@house("chandelier")
def chandelier(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    arm = stroke("M80 62Q40 92 22 58", c, 5) + stroke("M80 62Q60 84 54 60", c, 4) + box(16, 34, 12, 24, WHITE,
        3) + box(49, 36, 10, 24,
        WHITE, 3) + path("M22 18Q30 28 22 36Q14 28 22 18z", YELLOW) + path("M54 20Q61 30 54 38Q47 30 54 20z",
        YELLOW) + poly([(22, 66),
        (27, 76), (22, 86), (17, 76)], GLASS)
    return put("chandelier", (16, -32, 128, 128), line([(80, -30), (80, 30)], c, 4), both(80, arm), ball(80, 56, 13, c),
        box(74, 24, 12, 34,
        c, 4), poly([(80, 68), (87, 82), (80, 96), (73, 82)], GLASS))


@house("bed of flowers")
def flower_bed(brush: Brush) -> Drawing:
    c = tint(brush, "#e8607e")
    tones = (c, own(brush, YELLOW, 0.1), own(brush, "#9a7fd0", -0.1))
    plants = each(9, lambda i: line([(14 + i * 19, 70), (14 + i * 19, 32 + (i * 13) % 17)], GREEN,
        4) + leaf(14 + i * 19, 62, 4 + i * 19, 44,
        0.3, LEAF) + each(5, lambda k: disc(*polar(14 + i * 19, 28 + (i * 13) % 17, 8, k * 72), 6,
        tones[i % 3])) + disc(14 + i * 19,
        28 + (i * 13) % 17, 5, GOLD))
    return put("bed of flowers", (0, 14, 184, 71), plants, blob([(0, 76), (40, 66), (92, 64), (150, 66), (184, 76),
        (150, 84), (40, 84)],
        "#6b4630"))


@house("string lights")
def string_lights(brush: Brush) -> Drawing:
    c = tint(brush, "#ffd866")
    spots = tuple((12 + i * 22, 16 + 26 * (1 - ((i - 5) / 5) ** 2)) for i in range(11))
    glow = "".join(disc(x, y + 16, 15, light(c, 0.08), o=0.3) for x, y in spots)
    bulbs = "".join(box(x - 3, y, 6, 7, INK, 2) + disc(x, y + 15, 7, c, 9) for x, y in spots)
    return put("string lights", (-3, 8.5, 250, 64.5), curve([(2, 10), *spots, (242, 10)], INK, 3), glow, bulbs)


@house("fire breath")
def fire_breath(brush: Brush) -> Drawing:
    c = tint(brush, "#f2622e")
    return put("fire breath", (0, 2, 200, 90), path(
        "M0 50Q40 20 92 22Q84 4 110 2Q112 14 132 18Q150 0 170 8Q162 20 176 28Q196 24 200 44Q190 50 200 62"
        "Q184 60 172 72Q170 90 148 92Q150 80 130 76Q112 96 92 84Q40 80 0 50z", c),
        path("M8 50Q54 32 96 36Q120 26 150 34Q178 42 180 50Q150 56 146 66Q110 72 90 66Q48 66 8 50z", YELLOW),
        path("M16 50Q60 42 100 45Q130 44 148 50Q120 58 96 57Q54 58 16 50z", "#fff6cf"), facing="right")
