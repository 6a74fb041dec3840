"""House drawings: land, sky and weather."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    EARTH,
    INK,
    LEAF,
    OAK,
    ORANGE,
    PINE,
    RED,
    WHITE,
    YELLOW,
    arc,
    ball,
    blob,
    box,
    curve,
    disc,
    each,
    group,
    line,
    mirror,
    own,
    path,
    polar,
    poly,
    put,
    ring,
    star,
    stroke,
    tint,
    turn,
)


@house("mountain")
def mountain(brush: Brush) -> Drawing:
    c = tint(brush, "#6f8fa8")
    return put("mountain", (1, 2.5, 178.5, 117.5), poly([(70, 120), (130, 34), (180, 120)], dark(c, 0.04), 3),
        poly([(130, 34), (180, 120), (140, 120)], dark(c, 0.12), 2),
        poly([(130, 34), (146, 62), (134, 58), (126, 64), (114, 58)], "#e9f1f6", 2),
        poly([(0, 120), (78, 2), (150, 120)], c, 3), poly([(78, 2), (150, 120), (88, 120), (96, 70)], dark(c, 0.1), 2),
        poly([(78, 2), (104, 44), (92, 40), (82, 50), (70, 40), (50, 46)], WHITE, 2),
        poly([(78, 2), (104, 44), (92, 40), (86, 46)], "#d3e0ea", 1))


@house("volcano")
def volcano(brush: Brush) -> Drawing:
    c = tint(brush, "#7d5a4e")
    smoke = disc(78, 22, 16, "#b9b6b8") + disc(98, 12, 13, "#cac8ca") + disc(64, 14, 11, "#cac8ca") + disc(108, 26, 9,
        "#b9b6b8")
    return put("volcano", (0, -1, 170, 135), smoke, path("M0 134C34 118 56 76 64 44H106C114 76 136 118 170 134z", c),
        path("M92 44H106C114 76 136 118 170 134H110C108 100 100 70 92 44z", dark(c, 0.09)),
        path("M64 44C66 56 70 62 74 52C76 74 80 98 86 82C88 68 92 56 96 64C98 76 102 80 106 44Q85 54 64 44z",
        "#f0602c"), path("M72 48Q76 60 80 54C82 70 86 70 88 58Q94 52 98 50Q86 53 72 48z", "#fbc63e"),
        disc(85, 44, 21, "#f9a534", 6))


@house("iceberg")
def iceberg(brush: Brush) -> Drawing:
    c = tint(brush, "#d6effa")
    deep = own(brush, "#7cc0e0", -0.1)
    return put("iceberg", (0, 2.5, 150, 134.5), poly([(16, 66), (134, 66), (118, 104), (84, 138), (52, 122), (26, 96)],
        deep, 4), poly([(88, 66), (134, 66), (118, 104), (84, 138)], dark(deep, 0.08), 3),
        poly([(10, 68), (30, 34), (56, 40), (76, 2), (104, 26), (112, 48), (140, 68)], c, 3),
        poly([(76, 2), (104, 26), (112, 48), (140, 68), (84, 68), (92, 40)], dark(c, 0.1), 2),
        poly([(30, 34), (56, 40), (46, 68), (10, 68)], light(c, 0.03), 2), box(0, 66, 150, 5, "#4ea3d0", 2.5))


@house("island")
def island(brush: Brush) -> Drawing:
    c = tint(brush, "#efd394")
    palm = path("M96 78C104 60 104 42 98 26L104 24C112 44 112 64 106 80z",
        "#a5743f") + path("M100 26C84 8 64 12 56 28C70 22 84 22 100 26z",
        LEAF) + path("M100 26C114 6 136 12 142 28C128 22 116 22 100 26z",
        dark(LEAF, 0.06)) + path("M100 26C86 26 72 36 74 52C82 42 90 34 100 26z",
        dark(LEAF, 0.03)) + path("M100 26C114 28 126 38 124 54C118 42 110 34 100 26z", dark(LEAF, 0.08))
    return put("island", (0, 13.5, 190, 102.5), disc(95, 100, 95, "#58b4dc", 16), disc(95, 97, 80, "#8dd3ea", 12),
        path("M22 98C40 76 66 72 92 72S150 76 168 98Q96 110 22 98z", c),
        path("M60 102Q120 96 160 88L168 98Q110 108 60 102z", dark(c, 0.08)), palm, disc(50, 84, 14, LEAF, 9),
        disc(66, 86, 11, dark(LEAF, 0.06), 7), top=(80, 74))


@house("waterfall")
def waterfall(brush: Brush) -> Drawing:
    c = tint(brush, "#7cc6ea")
    rock = "#8b8f94"
    return put("waterfall", (2, 7, 146, 142),
        path("M2 20Q10 4 40 10L56 16H96L112 8Q142 4 148 22V134Q130 148 75 148T2 134z", rock),
        path("M112 8Q142 4 148 22V134Q136 144 108 147z", dark(rock, 0.09)),
        each(5, lambda i: box(8 + (i % 2) * 104, 34 + i * 19, 24, 10, dark(rock, 0.07), 4)),
        path("M46 14H104V128H46z", c), each(4, lambda i: box(52 + i * 13, 16, 5, 112, light(c, 0.1 - i % 2 * 0.05),
        2.5)), disc(75, 136, 64, dark(c, 0.07), 13), disc(75, 134, 46, c, 8),
        each(6, lambda i: disc(46 + i * 12, 128 - i % 2 * 3, 10, WHITE)),
        path("M2 24Q12 2 44 12Q40 24 26 22T2 30z", LEAF), path("M148 24Q138 2 106 12Q110 24 124 22T148 30z",
        dark(LEAF, 0.05)))


@house("rock")
def rock(brush: Brush) -> Drawing:
    c = tint(brush, "#9a9ea3")
    return put("rock", (5.5, 4.5, 121.5, 81.5), poly([(4, 78), (14, 36), (44, 8), (86, 4), (116, 30), (128, 76),
        (112, 86), (16, 86)], c, 8), poly([(86, 4), (116, 30), (128, 76), (112, 86), (78, 86), (92, 46)], dark(c, 0.1),
        5), poly([(44, 8), (86, 4), (74, 26), (38, 32)], light(c, 0.09), 5),
        poly([(14, 36), (38, 32), (30, 60), (8, 70)], light(c, 0.03), 4),
        line([(58, 52), (66, 64), (62, 76)], dark(c, 0.16), 2.6), top=(62, 10), seat=(62, 10))


@house("stones")
def stones(brush: Brush) -> Drawing:
    c = tint(brush, "#9a9ea3")
    return put("stones", (10, 7, 100, 102), ball(60, 92, 50, dark(c, 0.02), 17, shine=False),
        ball(58, 64, 39, light(c, 0.03), 15, shine=False), ball(62, 39, 29, dark(c, 0.05), 12, shine=False),
        ball(59, 17, 19, light(c, 0.05), 10, shine=False), top=(59, 8))


@house("cave")
def cave(brush: Brush) -> Drawing:
    c = tint(brush, "#8d857c")
    front = path("M2 118V70C6 30 30 6 76 4C124 4 148 34 150 72V118H112C116 70 104 48 78 46C50 46 38 72 42 118z",
        c) + path("M110 10C136 22 148 44 150 72V118H112C116 92 114 74 106 60C118 46 118 26 110 10z",
        dark(c, 0.1)) + blob([(20, 50), (34, 26), (58, 16), (50, 32), (34, 44)], light(c, 0.07)) + each(3,
        lambda i: poly([(60 + i * 14, 49 + i % 2 * 2), (70 + i * 14, 50), (65 + i * 14, 62 + i % 2 * 8)],
        dark(c, 0.07), 2))
    return put("cave", (0, 4, 152, 116), path("M36 118C32 66 48 42 78 42S122 66 116 118z", "#2b2626"),
        path("M52 118C50 80 60 62 78 62S104 80 100 118z", "#191616"), front, box(0, 112, 152, 8, dark(c, 0.12), 4),
        front=front, mouth_rim=(78, 100), inside=(44, 52, 68, 64))


@house("hill")
def hill(brush: Brush) -> Drawing:
    c = tint(brush, "#74b856")
    return put("hill", (0, 4, 190, 70), path("M0 74C36 20 70 4 106 4S168 34 190 74z", c),
        path("M106 4C146 4 168 34 190 74H120C136 50 130 20 106 4z", dark(c, 0.06)),
        each(5, lambda i: stroke(f"M{50 + i * 22} {44 + (i * 13) % 22}q3-8 6 0", dark(c, 0.13), 2.4)), top=(104, 6))


@house("sand dune")
def sand_dune(brush: Brush) -> Drawing:
    c = tint(brush, "#eac681")
    return put("sand dune", (0, 8, 190, 62), path("M0 70C30 44 60 40 90 8C110 34 160 52 190 70z", c),
        path("M90 8C110 34 160 52 190 70H84C112 52 108 30 90 8z", dark(c, 0.09)),
        each(3, lambda i: curve([(30 + i * 10, 60 - i * 8), (54 + i * 8, 54 - i * 9), (76 + i * 4, 58 - i * 12)],
        dark(c, 0.06), 2.2)))


@house("sandcastle")
def sandcastle(brush: Brush) -> Drawing:
    c = tint(brush, "#e8c37a")
    def tower(x: float, y: float, w: float, h: float) -> str:
        return poly([(x + 2, y), (x + w - 2, y), (x + w, y + h), (x, y + h)],
            c) + poly([(x + w * 0.7, y), (x + w - 2, y), (x + w, y + h), (x + w * 0.7, y + h)],
            dark(c, 0.08)) + each(3, lambda i: box(x + 1 + i * (w - 2) * 0.38, y - 8, (w - 2) * 0.24, 10,
            light(c, 0.02), 1))
    return put("sandcastle", (2, 2.5, 136, 115.5), tower(18, 54, 30, 56), tower(92, 54, 30, 56), tower(50, 34, 40, 76),
        path("M60 110V88a10 10 0 0 1 20 0v22z", dark(c, 0.24)), line([(70, 26), (70, 4)], OAK, 3),
        poly([(70, 4), (90, 10), (70, 17)], RED), box(28, 70, 8, 12, dark(c, 0.24), 4),
        box(104, 70, 8, 12, dark(c, 0.24), 4), path("M2 118Q20 100 44 108T96 106T138 118z", dark(c, 0.04)))


@house("campfire")
def campfire(brush: Brush) -> Drawing:
    c = tint(brush, "#f2802c")
    return put("campfire", (11, 4, 98, 122),
        path("M60 4C64 28 96 44 92 76C90 98 76 106 60 106S30 98 28 76C26 58 38 52 40 36C48 42 50 48 50 56C58 44 62 "
        "26 60 4z", c),
        path("M62 40C66 56 82 64 78 84C76 98 68 104 60 104S44 98 42 84C42 72 50 70 52 60C56 66 58 70 58 74C62 64 64 "
        "54 62 40z", own(brush, YELLOW, 0.14)), path("M60 74C64 84 70 88 68 96Q66 104 60 104T52 96C52 88 58 84 60 74z",
        "#fff3c4"), turn(14, 60, 108, box(12, 102, 96, 14, OAK, 7), disc(16, 109, 6, PINE)),
        turn(-14, 60, 108, box(12, 102, 96, 14, dark(OAK, 0.05), 7), disc(104, 109, 6, PINE)))


@house("snowman")
def snowman(brush: Brush) -> Drawing:
    c = tint(brush, "#f2f6f9")
    scarf_ = own(brush, RED, -0.22)
    arms = line([(28, 78), (4, 56)], EARTH, 4) + line([(10, 62), (4, 70)], EARTH, 3) + line([(92, 78), (116, 54)],
        EARTH, 4) + line([(110, 60), (118, 66)], EARTH, 3)
    face = disc(52, 44, 3.4, INK) + disc(68, 44, 3.4, INK) + poly([(60, 48), (84, 54), (60, 56)], ORANGE, 2) + each(5,
        lambda i: disc(50 + i * 5, 60 + (2 - abs(2 - i)) * 1.4, 1.6, INK))
    return put("snowman", (2, 0, 117.5, 152), arms, ball(60, 118, 38, c, 34, shine=False),
        ball(60, 80, 31, c, shine=False), ball(60, 48, 25, c, shine=False), face, box(38, 66, 44, 9, scarf_, 4.5),
        box(66, 70, 12, 26, dark(scarf_, 0.08), 4), each(3, lambda i: disc(58, 92 + i * 14, 3, INK)),
        box(34, 22, 52, 7, INK, 3), box(42, 0, 36, 24, INK, 3), box(42, 16, 36, 6, scarf_), eyes=(60, 44),
        eye_left=(52, 44), eye_right=(68, 44), mouth=(60, 60), crown=(60, 2), neck=(60, 70), hand_left=(5, 57),
        hand_right=(115, 55))


@house("snowflake")
def snowflake(brush: Brush) -> Drawing:
    c = tint(brush, "#7cc4ea")
    return put("snowflake", (10, 2.5, 104, 119.5), each(6, lambda i: turn(i * 60, 62, 62,
        line([(62, 62), (62, 6)], c, 7), line([(48, 14), (62, 28), (76, 14)], c, 6),
        line([(50, 34), (62, 45), (74, 34)], light(c, 0.06), 5))), star(62, 62, 13, light(c, 0.08), 6, 0.6, 1))


@house("rainbow")
def rainbow(brush: Brush) -> Drawing:
    hues = ("#e8484b", "#f28c38", "#f8cc48", "#58b368", "#4a92dc", "#7b5fc4")
    bands = each(6, lambda i: arc(95, 94, 80 - i * 10, 180, 360, own(brush, hues[i], 0.12 - i * 0.05), 10.4))
    puffs = "".join(disc(x, y, r, WHITE) for x, y, r in ((16, 92, 15), (36, 84, 18), (54, 94, 13)))
    return put("rainbow", (1, 8.5, 188, 98.5), bands, puffs, mirror(95, puffs))


@house("cloud")
def cloud(brush: Brush) -> Drawing:
    c = tint(brush, "#f4f8fb")
    return put("cloud", (6, 5, 136, 83), box(8, 42, 134, 46, dark(c, 0.07), 23), disc(54, 42, 34, dark(c, 0.02)),
        disc(94, 50, 28, dark(c, 0.05)), box(6, 40, 128, 40, c, 20), disc(52, 38, 33, c), disc(92, 46, 26, c),
        disc(42, 26, 13, light(c, 0.03)), seat=(74, 24), bed=(74, 40), top=(56, 8))


@house("rain cloud")
def rain_cloud(brush: Brush) -> Drawing:
    d = cloud(Brush(brush.base or "#9fb0be"))
    return put("rain cloud", (6, 5, 136, 115), d.markup, each(5,
        lambda i: path(f"M{26 + i * 24} {92 + i % 2 * 12}q8 12 0 16q-8-4 0-16z", "#4a9ddc")))


@house("lightning bolt")
def lightning_bolt(brush: Brush) -> Drawing:
    c = tint(brush, "#f8c53a")
    return put("lightning bolt", (5.5, 0, 71.5, 128.5), poly([(44, 0), (4, 72), (36, 72), (22, 130), (78, 50),
        (44, 50), (62, 0)], c, 4), poly([(62, 0), (44, 50), (78, 50), (22, 130), (46, 62), (34, 60)], dark(c, 0.07), 3))


@house("sun")
def sun(brush: Brush) -> Drawing:
    c = tint(brush, "#fbc93d")
    return put("sun", (1.5, 1.5, 127.5, 127.5), each(12, lambda i: turn(i * 30, 65, 65,
        poly([(65, 0), (74, 22), (56, 22)], (c, dark(c, 0.03))[i % 2], 3))),
        ball(65, 65, 40, light(c, 0.03), shine=False))


@house("moon")
def moon(brush: Brush) -> Drawing:
    c = tint(brush, "#f6df94")
    return put("moon", (2, 2, 100, 114.5),
        path("M70 2C30 6 2 32 2 62S34 118 74 116C92 116 100 106 102 100C70 108 44 88 44 58C44 32 56 12 70 2z", c),
        path("M102 100C70 108 44 88 44 58C44 54 44 50 45 46C36 84 60 112 98 106z", dark(c, 0.07)),
        disc(22, 54, 7, dark(c, 0.05), 8), disc(34, 86, 6, dark(c, 0.05)), disc(30, 32, 4, dark(c, 0.05)),
        seat=(40, 60))


@house("full moon")
def full_moon(brush: Brush) -> Drawing:
    c = tint(brush, "#e9e4d2")
    return put("full moon", (1, 1, 118, 118), ball(60, 60, 59, c, shine=False),
        *[disc(x, y, r, dark(c, 0.07)) + disc(x - 1, y + 1, r * 0.8, dark(c, 0.04)) for x, y,
        r in ((40, 38, 13), (78, 30, 8), (82, 72, 15), (40, 82, 10), (60, 58, 6), (24, 60, 5))])


@house("planet")
def planet(brush: Brush) -> Drawing:
    c = tint(brush, "#e2a35a")
    halo = own(brush, "#f4dcae", 0.16)
    bands = path("M38 34Q75 46 112 34L118 46Q75 58 32 46z", dark(c,
        0.07)) + path("M30 62Q75 74 120 62L118 72Q75 84 32 72z", dark(c, 0.05))
    return put("planet", (3.5, 9, 143.5, 92), turn(-16, 75, 55, arc(75, 55, 70, 180, 360, dark(halo, 0.1), 8, 17),
        ball(75, 55, 46, c, shine=False), bands, stroke("M5 55A70 17 0 0 0 145 55", halo, 8)),
        disc(58, 30, 9, light(c, 0.1), 5))


@house("earth")
def earth(brush: Brush) -> Drawing:
    c = tint(brush, "#3f97d8")
    land = own(brush, "#5cb366", 0.14)
    return put("earth", (1, 1, 118, 118), ball(60, 60, 59, c, shine=False),
        blob([(20, 30), (46, 8), (64, 16), (58, 38), (42, 48), (38, 64), (22, 54)], land),
        blob([(64, 52), (90, 40), (108, 56), (98, 80), (82, 104), (70, 90), (66, 72)], land),
        blob([(26, 78), (44, 84), (42, 104), (30, 98)], land), arc(60, 60, 52, 195, 245, light(c, 0.16), 4))


@house("star")
def star_(brush: Brush) -> Drawing:
    c = tint(brush, "#f9c93f")
    points = [polar(64, 68, 64 if i % 2 == 0 else 30, i * 36 - 90) for i in range(10)]
    facets = each(5, lambda i: poly([(64, 68), points[2 * i], points[2 * i + 1]], dark(c, 0.05 + 0.02 * (i < 3)), 0,
        0.7))
    return put("star", (3.5, 4.5, 121.5, 115.5), poly(points, c, 7), group(facets, opacity=0.45),
        turn(-30, 50, 46, disc(50, 40, 8, light(c, 0.1), 4)))


@house("comet")
def comet(brush: Brush) -> Drawing:
    c = tint(brush, "#f9c93f")
    return put("comet", (8, 4, 138, 104), path("M30 62L146 4 78 92z", light(c, 0.12), 0.7),
        path("M34 74L120 34 66 98z", light(c, 0.05)), ball(40, 76, 32, c), facing="left")


@house("wave")
def wave(brush: Brush) -> Drawing:
    c = tint(brush, "#3a95cf")
    return put("wave", (2, 4, 166, 104),
        path("M2 108C10 50 50 6 104 6C140 6 160 28 158 50C150 34 128 32 116 44C100 60 112 92 168 96V108z", c),
        path("M2 108C20 70 60 40 98 48C100 70 116 98 168 96V108z", dark(c, 0.08)),
        path("M36 40C56 16 84 4 104 6C140 6 160 28 158 50C154 38 146 32 138 30C124 16 84 16 36 40z", light(c, 0.14)),
        "".join(disc(x, y, r, WHITE) for x, y, r in ((152, 44, 9), (140, 34, 8), (124, 36, 8), (114, 48, 6),
        (158, 58, 5), (106, 8, 4))), curve([(20, 92), (46, 66), (80, 58)], light(c, 0.1), 3.5), facing="right")


@house("puddle")
def puddle(brush: Brush) -> Drawing:
    c = tint(brush, "#74bde2")
    return put("puddle", (3.5, 3, 142.5, 39.5), blob([(4, 26), (30, 8), (76, 6), (118, 4), (146, 22), (130, 38),
        (84, 42), (36, 40)], c), blob([(22, 24), (48, 14), (90, 13), (76, 22), (40, 28)], light(c, 0.1)),
        ring(100, 26, 18, light(c, 0.1), 2, 6))
