"""House drawings: boats, aircraft and spacecraft."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    CREAM,
    GOLD,
    INK,
    IRON,
    OAK,
    ORANGE,
    PINE,
    RED,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    bars,
    basin,
    block,
    both,
    box,
    curve,
    disc,
    dome,
    each,
    line,
    own,
    path,
    poly,
    put,
    slab,
    stroke,
    tint,
)


@house("boat")
def boat(brush: Brush) -> Drawing:
    c = tint(brush, "#d9534a")
    front = path("M4 30Q76 50 166 22C160 58 140 76 122 78H44C26 76 10 56 4 30z",
        c) + path("M16 60Q80 74 154 54C146 68 134 76 122 78H44C34 76 24 70 16 60z",
        dark(c, 0.12)) + stroke("M5 32Q76 52 164 24", light(c, 0.2), 5)
    return put("boat", (2.5, 19, 164.5, 59), path("M4 30Q60 14 166 22Q90 52 4 30z", "#7a4b2c"),
        path("M60 26l18 12M108 20l10 16", "none"), poly([(48, 26), (66, 22), (74, 38), (56, 38)], PINE),
        poly([(102, 20), (118, 19), (126, 33), (110, 36)], PINE), front, front=front, facing="right",
        mouth_rim=(84, 32), inside=(26, 0, 118, 56), seat=(84, 34))


@house("canoe")
def canoe(brush: Brush) -> Drawing:
    c = tint(brush, "#b5673a")
    front = path("M2 16C8 26 40 34 92 34S176 26 182 16C182 38 166 54 140 56H44C18 54 2 38 2 16z",
        c) + path("M10 42Q90 56 174 42C168 50 156 55 140 56H44C28 55 16 50 10 42z",
        dark(c, 0.1)) + stroke("M3 18C12 28 44 35 92 35S172 28 181 18", light(c, 0.14), 4)
    return put("canoe", (1, 11.5, 182, 44.5), path("M2 16C20 10 164 10 182 16C176 26 144 35 92 35S8 26 2 16z",
        dark(c, 0.26)), box(54, 18, 26, 6, PINE, 2), box(108, 18, 26, 6, PINE, 2), front, front=front, facing="left",
        mouth_rim=(92, 24), inside=(30, 0, 124, 44), seat=(92, 22))


@house("sailboat")
def sailboat(brush: Brush) -> Drawing:
    c = tint(brush, WHITE)
    hull = own(brush, "#c5473f", -0.12)
    return put("sailboat", (2, 2, 138, 152), box(70, 4, 5, 116, OAK, 2),
        path("M80 8C112 38 128 74 132 106Q106 112 80 106z", c),
        path("M80 82Q110 88 128 84L132 106Q106 112 80 106z", dark(c, 0.08)),
        path("M66 20C44 48 26 78 14 104Q42 112 66 106z", dark(c, 0.05)),
        path("M66 60L32 72q-10 16-18 32 28 8 52 2z", dark(c, 0.1)), poly([(75, 2), (98, 8), (75, 14)], RED),
        path("M4 116H138C134 136 122 150 108 154H36C20 150 10 136 4 116z", hull),
        path("M8 128H135C130 142 120 151 108 154H36C22 150 14 140 8 128z", dark(hull, 0.1)),
        box(2, 112, 138, 8, light(hull, 0.1), 4), facing="left", mouth_rim=(70, 116))


@house("ship")
def ship(brush: Brush) -> Drawing:
    c = tint(brush, "#3a5f94")
    ports = each(8, lambda i: disc(40 + i * 16, 88, 3.6, "#d5ecf5"))
    return put("ship", (2, 8, 186, 110), each(2, lambda i: poly([(78 + i * 34, 12), (98 + i * 34, 12),
        (96 + i * 34, 42), (76 + i * 34, 42)], RED, 2) + box(77 + i * 34, 8, 22, 8, INK, 3)),
        block(62, 40, 92, 18, WHITE, 4, 0.1), each(8, lambda i: box(69 + i * 10, 45, 6, 7, "#6fa8c9", 2)),
        block(40, 56, 128, 18, WHITE, 4, 0.08), each(12, lambda i: box(48 + i * 9.6, 61, 5, 7, "#6fa8c9", 2)),
        path("M2 70H188L172 110q-3 8-12 8H42C24 114 10 96 2 70z", c),
        path("M18 98H177L172 110q-3 8-12 8H42Q28 114 18 98z", own(brush, "#b8433d", -0.1)),
        line([(6, 75), (184, 75)], light(c, 0.16), 3), ports, facing="left", top=(104, 57))


@house("submarine")
def submarine(brush: Brush) -> Drawing:
    c = tint(brush, "#f2b632")
    return put("submarine", (8, 6, 170, 100), stroke("M98 32V10H82", IRON, 6), box(74, 6, 10, 9, "#8fd0f2", 3),
        poly([(76, 52), (82, 28), (116, 28), (122, 52)], dark(c, 0.05), 6),
        poly([(150, 60), (176, 38), (178, 108), (150, 90)], dark(c, 0.12), 6), box(160, 66, 18, 16, IRON, 4),
        path("M8 74C8 52 36 44 84 44S160 56 164 74S132 106 84 106S8 96 8 74z", dark(c, 0.1)),
        path("M8 74C8 52 36 44 84 44S158 56 162 70C150 88 120 94 84 94S18 92 8 74z", c),
        each(3, lambda i: disc(48 + i * 34, 70, 13, STEEL) + disc(48 + i * 34, 70, 9, "#8fd0f2")
        + disc(45 + i * 34, 67, 3, WHITE)), curve([(22, 62), (42, 53), (66, 50)], light(c, 0.16), 4), facing="left")


@house("hot-air balloon")
def hot_air_balloon(brush: Brush) -> Drawing:
    c = tint(brush, "#e5584b")
    pale = own(brush, "#fbe3a6", 0.12)
    near = slab(44, 132, 32, 24, WOOD, 4) + box(42, 129, 36, 6, dark(WOOD, 0.1), 3)
    return put("hot-air balloon", (2, 2, 116, 154), each(4, lambda i: line([(44 + i * 10.7, 106), (48 + i * 8, 132)],
        IRON, 1.6)), path("M60 2C94 2 118 28 118 58C118 84 90 98 78 112H42C30 98 2 84 2 58C2 28 26 2 60 2z",
        dark(c, 0.08)), path("M60 2C82 2 96 28 96 58C96 84 80 98 72 112H42C30 98 2 84 2 58C2 28 26 2 60 2z", c),
        path("M60 2C40 8 26 30 26 58C26 84 44 98 52 112H46C36 98 14 84 12 58C14 28 34 8 60 2z", pale),
        path("M60 2C74 8 80 30 80 58C80 84 70 98 66 112H54C50 98 40 84 40 58C40 30 46 8 60 2z", pale),
        path("M60 2C86 8 106 28 108 58C106 84 84 98 74 112H68C76 98 94 84 94 58C94 30 80 8 60 2z", dark(pale, 0.06)),
        curve([(12, 50), (18, 32), (30, 18)], light(c, 0.16), 4), near, front=near, mouth_rim=(60, 131),
        inside=(46, 112, 28, 34))


@house("airship")
def airship(brush: Brush) -> Drawing:
    c = tint(brush, "#b9c6d2")
    return put("airship", (4, 4, 186, 88), poly([(150, 30), (186, 8), (188, 78), (150, 54)], dark(c, 0.14), 5),
        path("M4 42C8 18 50 4 96 4S174 28 184 42C174 58 142 80 96 80S8 66 4 42z", dark(c, 0.1)),
        path("M4 42C8 18 50 4 96 4S174 28 184 42C160 56 130 64 96 64S14 60 4 42z", c),
        stroke("M8 46Q96 60 180 44", own(brush, RED, 0.16), 5),
        poly([(148, 42), (190, 38), (190, 48), (148, 48)], dark(c, 0.2), 2),
        box(66, 78, 56, 14, own(brush, "#7b5234", -0.14), 6),
        each(4, lambda i: box(73 + i * 12, 81, 7, 6, "#d5ecf5", 2)),
        curve([(24, 28), (48, 16), (80, 12)], light(c, 0.12), 4), facing="left", text=(46, 22, 96, 28))


@house("rocket")
def rocket(brush: Brush) -> Drawing:
    c = tint(brush, "#eef1f4")
    red = own(brush, RED, -0.14)
    flame = path("M30 126C26 142 38 150 44 160C50 150 62 142 58 126z",
        ORANGE) + path("M37 126C36 136 42 142 44 148C46 142 52 136 51 126z", YELLOW)
    return put("rocket", (1.5, 0, 84.5, 160), flame, both(44, path("M22 80C6 90 0 106 2 128L26 116z", red)),
        path("M44 0C66 22 74 50 70 86L62 124H26L18 86C14 50 22 22 44 0z", dark(c, 0.1)),
        path("M44 0C58 22 60 50 56 86L52 124H26L18 86C14 50 22 22 44 0z", c),
        path("M44 0C54 10 61 22 65.5 36H22.500C27 22 34 10 44 0z", red), disc(44, 60, 15, IRON),
        disc(44, 60, 11, "#7cc4ea"), disc(40, 56, 4, WHITE), box(26, 118, 36, 9, IRON, 3),
        path("M40 88h8v34q-4 6-8 0z", dark(red, 0.08)))


@house("ufo")
def ufo(brush: Brush) -> Drawing:
    c = tint(brush, "#8a96a6")
    return put("ufo", (2, 2, 156, 81), dome(80, 42, 40, 40, "#9fdcf0"),
        path("M96 6C110 12 118 26 120 42H100C104 28 102 14 96 6z", "#7cc4de"),
        curve([(52, 32), (57, 20), (67, 12)], WHITE, 4), disc(80, 54, 78, dark(c, 0.12), 24), disc(80, 48, 78, c, 22),
        disc(80, 43, 46, light(c, 0.1), 9), each(5, lambda i: disc(24 + i * 28, 56 + (2 - abs(2 - i)) * 5, 6,
        (YELLOW, "#7fe0b0")[i % 2], 5)), basin(80, 74, 26, 9, dark(c, 0.24)), front=disc(80, 54, 78, c, 18),
        mouth_rim=(80, 42))


@house("airplane")
def airplane(brush: Brush) -> Drawing:
    c = tint(brush, "#eef2f5")
    blue = own(brush, BLUE, -0.08)
    return put("airplane", (4, 4, 177.5, 85.5), poly([(142, 40), (162, 4), (180, 4), (172, 44)], blue, 4),
        poly([(92, 44), (134, 18), (146, 20), (122, 46)], dark(blue, 0.08), 3),
        path("M4 54C8 40 28 34 50 34H150L180 40q4 6-6 12L140 68H42C20 68 6 62 4 54z", c),
        path("M4 54Q80 60 176 50L140 68H42C20 68 6 62 4 54z", dark(c, 0.1)),
        path("M16 44C22 38 30 36 40 36V46H13z", "#6fb8dc"), each(8,
        lambda i: box(52 + i * 11, 41, 6, 8, "#6fb8dc", 3)), poly([(78, 58), (106, 58), (148, 88), (132, 90)], blue,
        4), slab(84, 68, 26, 13, IRON, 6), facing="left", seat=(70, 36))


@house("helicopter")
def helicopter(brush: Brush) -> Drawing:
    c = tint(brush, "#3f86d8")
    return put("helicopter", (8, 4, 177.5, 100.5), box(8, 4, 128, 5, IRON, 2.5), box(68, 6, 8, 20, IRON),
        poly([(100, 44), (172, 34), (176, 44), (104, 66)], dark(c, 0.05), 4),
        poly([(160, 40), (168, 14), (182, 14), (176, 46)], c, 3), disc(172, 32, 4, INK),
        line([(160, 20), (184, 44)], IRON, 3),
        path("M12 58C16 34 42 22 72 22C98 22 112 34 114 54C114 74 96 86 66 86C34 86 10 78 12 58z", c),
        path("M13 66Q60 78 113 60C110 76 94 86 66 86C36 86 14 80 13 66z", dark(c, 0.1)),
        path("M18 56C22 40 38 30 58 29V58H18z", "#cdeaf6"), box(66, 34, 26, 24, "#b4dcec", 5),
        line([(42, 86), (38, 100)], IRON, 4), line([(88, 84), (92, 100)], IRON, 4),
        line([(14, 96), (22, 102), (114, 102)], IRON, 5), facing="left")


@house("raft")
def raft(brush: Brush) -> Drawing:
    c = tint(brush, WOOD)
    return put("raft", (1.5, 6, 157.5, 43.5), poly([(24, 6), (136, 6), (158, 34), (2, 34)], light(c, 0.06), 3),
        each(6, lambda i: line([(38 + i * 17, 8), (26 + i * 22, 32)], dark(c, 0.1), 2)),
        each(7, lambda i: disc(13 + i * 22.4, 38, 11.5, (c, light(c, 0.03))[i % 2])
        + disc(13 + i * 22.4, 38, 6, light(c, 0.13)) + disc(13 + i * 22.4, 38, 2.6, c)),
        line([(6, 28), (154, 28)], CREAM, 4), top=(80, 20), seat=(80, 20), bed=(80, 20))


@house("parachute")
def parachute(brush: Brush) -> Drawing:
    c = tint(brush, "#ef7a3e")
    pale = own(brush, WHITE, 0.16)
    return put("parachute", (2, 2, 146, 131), each(5, lambda i: line([(8 + i * 33.5, 60 - (i % 4 > 0) * 6), (75, 132)],
        "#9aa5ae", 1.8)), path("M2 62C4 20 36 2 75 2S146 20 148 62Q134 50 116 58Q96 48 75 56Q54 48 34 58Q16 50 2 62z",
        c), path("M34 58C36 30 54 8 75 2C60 14 52 34 52 52Q42 52 34 58z", pale),
        path("M116 58C114 30 96 8 75 2C90 14 98 34 98 52Q108 52 116 58z", dark(pale, 0.06)), grip=(75, 132))


@house("satellite")
def satellite(brush: Brush) -> Drawing:
    c = tint(brush, "#c9d1d9")
    panel = box(4, 44, 52, 36, "#3563a8", 3) + bars(3, (17, 44), 80, 13, "#6f9bd6", 1.6) + line([(4, 62), (56, 62)],
        "#6f9bd6", 1.6)
    return put("satellite", (3, 13, 154, 109), box(50, 58, 60, 7, IRON), both(80, panel),
        block(62, 38, 36, 48, c, 5, 0.3), box(68, 46, 24, 10, GOLD, 2), line([(80, 86), (80, 98)], IRON, 4),
        path("M58 118C58 104 68 96 80 96S102 104 102 118Q80 126 58 118z", light(c, 0.06)),
        line([(80, 38), (80, 20)], IRON, 3), disc(80, 18, 5, RED))
