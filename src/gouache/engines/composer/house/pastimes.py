"""House drawings: what people work and play with by hand."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    CHROME,
    CREAM,
    EARTH,
    GOLD,
    GREEN,
    INK,
    IRON,
    LEATHER,
    OAK,
    ORANGE,
    PAPER,
    PINK,
    RED,
    STEEL,
    WHITE,
    WOOD,
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
    leaf,
    line,
    own,
    path,
    polar,
    poly,
    put,
    ring,
    slab,
    stroke,
    taper,
    tint,
    turn,
    wheel,
)


@house("knitting")
def knitting(brush: Brush) -> Drawing:
    c = tint(brush, "#d9587a")
    rows = each(6, lambda i: each(8, lambda k: stroke(f"M{24 + k * 10} {48 + i * 10}l5 6 5 -6", dark(c, 0.09), 2.6)))
    cloth = path("M20 40H108V104Q64 112 20 104z", c) + rows
    needles = turn(-16, 64, 40, box(4, 36, 116, 6, "#d9b478", 3), disc(4, 39, 6, own(brush, BLUE, -0.1))) + \
        turn(16, 64, 40, box(8, 36, 116, 6, "#c79a58", 3), disc(124, 39, 6, own(brush, BLUE, -0.1)))
    return put("knitting", (0, 21, 128, 87), cloth, needles, grip=(64, 70))


@house("yarn basket")
def yarn_basket(brush: Brush) -> Drawing:
    c = tint(brush, "#c99a58")
    yarn = ball(34, 40, 24, "#e0607e") + ball(78, 36, 26, "#5aa6c8") + ball(56, 26, 22, "#f2c14e")
    strands = arc(34, 40, 15, 200, 320, dark("#e0607e", 0.08), 3) + arc(78, 36, 16, 190, 330, dark("#5aa6c8", 0.08), 3)
    weave = each(4, lambda i: line([(12 + i * 2, 62 + i * 12), (100 - i * 2, 62 + i * 12)], dark(c, 0.1), 3))
    return put("yarn basket", (2, 4, 108, 102), yarn, strands, path("M4 50H108L98 106H14z", c), weave,
        slab(2, 46, 108, 12, light(c, 0.05), 6))


@house("anvil")
def anvil(brush: Brush) -> Drawing:
    c = tint(brush, "#59636f")
    stump = block(34, 78, 72, 52, EARTH, 6, 0.3) + disc(70, 80, 36, light(EARTH, 0.12), 9) + ring(70, 80, 20, EARTH, 2,
        5)
    body = path("M30 20H138V36C120 38 104 42 100 52L106 66H116V78H28V66H38L44 52C40 42 20 42 2 28Q14 22 30 22z", c)
    return put("anvil", (2, 18, 136, 112), stump, body, box(30, 18, 108, 8, light(c, 0.14), 2),
        path("M100 52L106 66H116V78H72V52z", dark(c, 0.07)), top=(84, 18))


@house("picnic spread")
def picnic_spread(brush: Brush) -> Drawing:
    c = tint(brush, "#e0554f")
    cloth = poly([(34, 62), (226, 62), (262, 112), (-2, 112)], PAPER, 4)
    up = each(6, lambda i: poly([(46 + i * 32, 62), (62 + i * 32, 62), (48 + i * 39, 112), (26 + i * 39, 112)], c,
        o=0.62)
              if i < 6 else "")
    across = each(3, lambda i: poly([(32 - i * 11, 66 + i * 16), (228 + i * 11, 66 + i * 16),
        (234 + i * 11, 73 + i * 16), (26 - i * 11, 73 + i * 16)], c, o=0.62))
    basket = path("M60 44H136L128 92H68z", "#c99a58") + each(3, lambda i: line(
        [(64 + i * 2, 56 + i * 11), (132 - i * 2, 56 + i * 11)], dark("#c99a58", 0.1), 3)) + \
        stroke("M66 44C66 2 130 2 130 44", "#a8763e", 7) + slab(56, 38, 84, 11, light("#c99a58", 0.06), 5) + \
        poly([(104, 40), (138, 40), (134, 66), (116, 60)], c, 3)
    apple = ball(160, 82, 12, RED) + leaf(160, 70, 170, 64, 0.3, GREEN)
    bread = path("M176 92Q176 72 200 72T224 92z", "#d9a35a") + each(3, lambda i: line(
        [(186 + i * 12, 78), (182 + i * 12, 87)], dark("#d9a35a", 0.1), 3))
    bottle = box(146, 34, 8, 16, "#3c7f4a", 2) + block(142, 46, 16, 40, "#4f9c5a", 5, 0.3) + box(142, 58, 16, 14, CREAM)
    return put("picnic spread", (-0.5, 9, 261, 103), cloth, up, across, bottle, basket, apple, bread)


@house("picnic blanket")
def picnic_blanket(brush: Brush) -> Drawing:
    c = tint(brush, "#e0554f")
    cloth = poly([(34, 6), (226, 6), (262, 60), (-2, 60)], PAPER, 4)
    up = each(6, lambda i: poly([(46 + i * 32, 6), (62 + i * 32, 6), (48 + i * 39, 60), (26 + i * 39, 60)], c, o=0.62))
    across = each(3, lambda i: poly([(32 - i * 11, 10 + i * 17), (228 + i * 11, 10 + i * 17),
        (234 + i * 11, 18 + i * 17), (26 - i * 11, 18 + i * 17)], c, o=0.62))
    return put("picnic blanket", (-1, 6, 261.5, 54), cloth, up, across, top=(130, 30))


@house("blanket")
def blanket(brush: Brush) -> Drawing:
    c = tint(brush, "#6a8fc4")
    fold = each(3, lambda i: slab(8 - i * 2, 44 + i * 18, 124 + i * 4, 20, c if i != 1 else light(c, 0.07), 9, 0.4))
    stripes = each(3, lambda i: box(26 + i * 4, 44 + i * 18, 8, 20, light(c, 0.16)) + box(104 - i * 2, 44 + i * 18, 8,
        20,
        light(c, 0.16)))
    fringe = bars(16, (8, 98), 106, 8.3, light(c, 0.1), 3)
    return put("blanket", (4, 44, 132, 63.5), fringe, fold, stripes, top=(70, 44))


@house("pillow")
def pillow(brush: Brush) -> Drawing:
    c = tint(brush, "#f0ece2")
    return put("pillow", (6, 8, 128, 86), path("M6 16Q70 0 134 16Q124 52 134 88Q70 100 6 88Q16 52 6 16z", c),
        path("M134 88Q70 100 6 88Q8 82 10 72Q70 86 130 72Q132 82 134 88z", dark(c, 0.08)),
        curve([(24, 30), (44, 34), (58, 30)], dark(c, 0.06), 3), curve([(116, 28), (100, 34)], dark(c, 0.06), 3),
        top=(70, 20), grip=(70, 60))


@house("easel")
def easel(brush: Brush) -> Drawing:
    c = tint(brush, "#c08a52")
    legs = taper(64, 6, 18, 168, 8, 8, c) + taper(76, 6, 122, 168, 8, 8, dark(c, 0.05)) + box(66, 0, 8, 150,
        dark(c, 0.1), 3)
    canvas = box(20, 20, 100, 84, "#fbf8ef", 2) + box(20, 20, 100, 84, "none")
    art = disc(48, 46, 12, "#f4b63a") + path("M24 100V82Q44 62 62 78T118 70V100z", "#6fb07a") + \
        path("M24 100V90Q60 78 118 92V100z", "#4c8fbf")
    return put("easel", (14, 0, 112, 172), legs, canvas, art, slab(14, 102, 112, 9, c, 3), text=None)


@house("lawn mower")
def lawn_mower(brush: Brush) -> Drawing:
    c = tint(brush, "#d9483f")
    return put("lawn mower", (9, 7, 150, 100), stroke("M96 66L142 10H156", "#4a525e", 6), path(
        "M14 84Q14 54 44 54H92Q108 54 110 84z", c), path("M14 84Q14 74 18 68H108Q110 76 110 84z", dark(c, 0.09)),
        block(38, 34, 44, 24, INK, 6, 0.3), box(48, 28, 24, 8, "#6b7683", 3), wheel(26, 90, 17), wheel(98, 90, 17),
        facing="left")


@house("iron")
def iron(brush: Brush) -> Drawing:
    c = tint(brush, "#4a90c8")
    return put("iron", (2, 16, 130, 78), stroke("M36 46Q40 22 66 22H104Q118 22 118 44", dark(c, 0.1), 12),
        path("M6 84Q20 44 70 42H124V84z", c), path("M6 84Q10 72 20 64H124V84z", dark(c, 0.08)),
        path("M2 84H132V94H6Q2 94 2 84z", CHROME), disc(98, 64, 10, WHITE), disc(98, 64, 4, dark(c, 0.2)),
        facing="left",
        grip=(84, 22))


@house("barbecue grill")
def barbecue_grill(brush: Brush) -> Drawing:
    c = tint(brush, "#c0392f")
    legs = taper(44, 84, 24, 150, 6, 5, IRON) + taper(96, 84, 116, 150, 6, 5, IRON) + line([(34, 122), (106, 122)],
        IRON, 4)
    food = each(3, lambda i: block(34 + i * 26, 40, 22, 10, "#8a4a2c", 5) + line([(40 + i * 26, 42), (46 + i * 26, 48)],
        "#5a2c18", 2))
    smoke = curve([(58, 34), (50, 22), (62, 12), (54, 2)], "#d9dde2", 5, 0.7) + curve([(86, 34), (92, 20), (82, 8)],
        "#d9dde2", 5, 0.6)
    return put("barbecue grill", (8, -0.5, 124, 153.5), smoke, legs, path("M10 54H130Q126 98 70 98T10 54z", c),
        path("M124 62Q112 98 70 98Q54 98 42 92Q104 96 124 62z", dark(c, 0.1)), food,
        slab(8, 48, 124, 8, CHROME, 3), wheel(116, 146, 7), facing="front", top=(70, 48))


@house("tea table")
def tea_table(brush: Brush) -> Drawing:
    c = tint(brush, "#f2efe8")
    cloth = path("M8 50H152L162 86Q150 96 138 86Q126 96 114 86Q102 96 80 86Q58 96 46 86Q34 96 22 86Q10 96 -2 86z", c)
    legs = box(22, 84, 9, 56, OAK, 2) + box(129, 84, 9, 56, OAK, 2)
    pot = path("M54 42Q50 20 74 18Q98 20 94 42z", "#7fb3d0") + stroke("M92 30Q112 24 108 12", "#7fb3d0", 6) + \
        stroke("M56 26Q40 26 46 42", "#7fb3d0", 5) + disc(74, 16, 5, GOLD)
    cups = each(2,
        lambda i: path(f"M{16 + i * 98} 32H{44 + i * 98}Q{42 + i * 98} 50 {30 + i * 98} 50T{16 + i * 98} 32z",
        PINK) + arc(44 + i * 98, 38, 6, -90, 90, PINK, 4) + disc(30 + i * 98, 32, 14, "#8a5a34", 3.4))
    return put("tea table", (-2, 9, 164, 131), legs, disc(80, 50, 76, light(c, 0.03), 9), cloth,
        each(7, lambda i: disc(10 + i * 24, 78, 3.4, own(brush, PINK, -0.1))), pot, cups, top=(80, 46))


@house("rocking chair")
def rocking_chair(brush: Brush) -> Drawing:
    c = tint(brush, "#a8673c")
    rails = each(4, lambda i: block(22 + i * 14, 14, 7, 62, c, 3, 0.36))
    back = slab(12, 4, 66, 14, c, 6, 0.4) + block(10, 8, 8, 72, c, 4) + block(72, 8, 8, 72, dark(c, 0.04), 4)
    legs = taper(18, 84, 12, 130, 8, 7, dark(c, 0.05)) + taper(78, 84, 86, 130, 8, 7, dark(c, 0.08)) + line(
        [(16, 110), (82, 110)], dark(c, 0.12), 4)
    arms = slab(2, 52, 30, 8, c, 4) + slab(66, 52, 30, 8, dark(c, 0.03), 4) + box(4, 58, 6, 26, c, 2) + box(88, 58, 6,
        26,
        dark(c, 0.06), 2)
    seat = poly([(14, 74), (80, 74), (92, 86), (4, 86)], light(c, 0.07), 3) + slab(4, 84, 90, 9, c, 4)
    rocker = stroke("M-10 126Q48 148 108 124", dark(c, 0.1), 9)
    return put("rocking chair", (-14.5, 4, 127, 137), back, rails, legs, rocker, seat, arms, seat=(48, 80), top=(48,
        80))


@house("juggling balls")
def juggling_balls(brush: Brush) -> Drawing:
    a, b, c = tint(brush, RED), own(brush, YELLOW, 0.12), own(brush, BLUE, -0.12)
    return put("juggling balls", (6, 2, 108, 128), ball(22, 66, 16, b), ball(60, 18, 16, a), ball(98, 60, 16, c),
        curve([(30, 44), (40, 32)], "#ffffff", 3, 0.6), curve([(82, 28), (90, 40)], "#ffffff", 3, 0.6),
        ball(60, 114, 16, a), grip=(60, 116))


@house("barbell")
def barbell(brush: Brush) -> Drawing:
    c = tint(brush, "#3d4653")
    plates = block(20, 6, 14, 88, c, 6, 0.3) + block(36, 18, 12, 64, light(c, 0.08), 5, 0.3)
    return put("barbell", (0, 6, 240, 88), box(0, 46, 240, 8, STEEL, 4), box(0, 46, 240, 3, light(STEEL, 0.1), 2),
        both(120, plates), grip=(120, 50))


@house("baton")
def baton(brush: Brush) -> Drawing:
    c = tint(brush, "#f4efe4")
    return put("baton", (3, 0.5, 14, 117.5), taper(10, 2, 10, 92, 3, 6, c), blob([(10, 88), (17, 100), (10, 118), (3,
        100)],
        LEATHER), grip=(10, 104))


@house("snowball")
def snowball(brush: Brush) -> Drawing:
    c = tint(brush, "#eef5fb")
    return put("snowball", (0, 0, 80, 80), ball(40, 40, 40, c), disc(26, 46, 4, dark(c, 0.05)), disc(50, 58, 5,
        dark(c, 0.05)), disc(56, 34, 3, dark(c, 0.05)), grip=(40, 70))


@house("oar")
def oar(brush: Brush) -> Drawing:
    c = tint(brush, WOOD)
    return put("oar", (2, 0, 25.5, 178), box(11, 0, 8, 130, c, 4), box(16, 0, 3, 130, dark(c, 0.08)),
        path("M15 108C30 120 30 160 24 178H6C0 160 0 120 15 108z", c), path("M15 108C30 120 30 160 24 178H15z",
        dark(c, 0.08)), box(4, 158, 22, 7, own(brush, RED, -0.14)), grip=(15, 40))


@house("sewing machine")
def sewing_machine(brush: Brush) -> Drawing:
    c = tint(brush, "#3f8f8a")
    return put("sewing machine", (-1.5, 10, 159.5, 106), block(4, 92, 144, 24, "#b57a45", 5), path(
        "M20 28Q20 16 34 16H126Q140 16 140 30V92H112V50H48V66H26Q20 66 20 58z", c), path(
        "M126 16Q140 16 140 30V92H126z", dark(c, 0.08)), line([(36, 66), (36, 90)], STEEL, 4), box(28, 86, 20, 6, STEEL,
        2),
        disc(146, 44, 12, dark(c, 0.16)), disc(146, 44, 6, CHROME), box(70, 26, 36, 7, GOLD, 3), block(60, 10, 12, 8,
        RED, 3),
        poly([(2, 86), (66, 86), (72, 94), (-2, 94)], own(brush, ORANGE, 0.1), 2), facing="left")


@house("ice skate")
def ice_skate(brush: Brush) -> Drawing:
    c = tint(brush, "#f4f3ef")
    return put("ice skate", (6, 6, 122, 106), path("M14 6H62V48Q78 62 108 66Q122 70 122 88H14z", c), path(
        "M122 88H14V78H118Q122 82 122 88z", dark(c, 0.1)), each(4, lambda i: line([(50 + i * 5, 22 + i * 11),
        (68 + i * 6, 20 + i * 11)], own(brush, BLUE, -0.15), 3.4)), box(14, 6, 48, 9, dark(c, 0.05), 4), box(26, 88, 8,
        18,
        STEEL), box(90, 88, 8, 18, STEEL), path("M6 104H118Q128 104 128 96V112H12Q6 112 6 104z", CHROME))


@house("gramophone")
def gramophone(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    horn = path("M74 82Q60 60 30 56Q6 50 2 22Q30 4 66 8Q96 14 92 34Q84 52 88 82z", c) + disc(36, 30, 36, dark(c, 0.16),
        24)
    ribs = each(5, lambda i: line([(36, 30), polar(36, 28, 33, 150 + i * 60)], dark(c, 0.08), 2))
    return put("gramophone", (0, -6, 144, 146), block(30, 104, 110, 36, "#7a4a2c", 5, 0.3), slab(24, 98, 120, 10,
        "#95603a",
        4), disc(98, 98, 34, INK, 7), disc(98, 97, 11, RED, 2.4), stroke("M80 80V96", dark(c, 0.1), 7), horn, ribs,
        disc(36, 30, 7, dark(c, 0.26), 5), box(64, 116, 40, 12, GOLD, 3))


@house("record player")
def record_player(brush: Brush) -> Drawing:
    c = tint(brush, "#d98f55")
    return put("record player", (2, 24, 156, 74), poly([(18, 24), (142, 24), (158, 76), (2, 76)], light(c, 0.08), 5),
        block(2, 74, 156, 24, c, 5, 0.3), disc(68, 50, 52, INK, 21), disc(68, 50, 40, "#444c58", 16), disc(68, 50, 36,
        INK,
        14.5), disc(68, 50, 17, own(brush, RED, -0.2), 7), disc(68, 50, 2.4, WHITE, 1.4), stroke("M136 34V50L104 60",
        CHROME,
        4), disc(136, 34, 8, STEEL, 5), each(3, lambda i: disc(104 + i * 16, 86, 5, CREAM)))


@house("piggy bank")
def piggy_bank(brush: Brush) -> Drawing:
    c = tint(brush, "#f2a0b5")
    legs = each(4, lambda i: block(34 + i * 20, 82, 15, 24, dark(c, 0.05), 5))
    return put("piggy bank", (3, -5, 139, 111), curve([(124, 50), (136, 44), (134, 58), (140, 52)], dark(c, 0.08), 4),
        legs,
        disc(74, 54, 54, c, 40), path("M28 74Q74 112 120 74Q100 100 74 98T28 74z", dark(c, 0.07)), poly([(34, 14), (58,
        20),
        (40, 36)], dark(c, 0.07), 4), disc(20, 56, 17, light(c, 0.05), 14), disc(14, 56, 3, dark(c, 0.24), 4), disc(24,
        56, 3,
        dark(c, 0.24), 4), disc(40, 44, 4, INK), box(66, 16, 26, 5, dark(c, 0.3), 2.5), disc(80, 6, 11, GOLD), disc(80,
        6, 7,
        dark(GOLD, 0.06)), facing="left")
