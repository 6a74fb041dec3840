"""House drawings: things on wheels, facing left."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    CHROME,
    CREAM,
    GOLD,
    INK,
    IRON,
    RED,
    RUBBER,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    bars,
    block,
    box,
    curve,
    disc,
    dome,
    each,
    line,
    own,
    pane,
    path,
    poly,
    put,
    ring,
    slab,
    spoked,
    stroke,
    tint,
    turn,
    wheel,
)


@house("race car")
def race_car(brush: Brush) -> Drawing:
    c = tint(brush, "#e02d33")
    body = path("M6 54L26 46C48 38 58 34 70 33C78 24 96 22 104 26L112 18C122 14 132 18 140 24L168 36 178 40V54L150 "
        "58H30z", c)
    low = path("M6 54L26 50 150 50 178 46V54L150 60H34z", dark(c, 0.1))
    helmet = disc(93, 21, 11, own(brush, YELLOW, 0.16)) + path("M82 20h13v7H83z", INK)
    helmet += line([(118, 18), (164, 26)], dark(c, 0.06), 7)
    wing = poly([(164, 10), (188, 10), (186, 42), (168, 42)], INK, 2) + box(160, 4, 30, 9, c, 3) + box(163, 17, 26, 6,
        dark(c, 0.06), 3)
    nose = box(0, 54, 30, 6, INK, 3) + box(0, 46, 6, 14, dark(c, 0.05), 3)
    tyres = wheel(42, 52, 17, CHROME, RUBBER, 0.4) + wheel(150, 49, 20, CHROME, RUBBER, 0.4) + ring(42, 52, 13, YELLOW,
        1.4) + ring(150, 49, 15.5, YELLOW, 1.4)
    return put("race car", (0, 4, 190, 65), wing, box(26, 58, 130, 6, INK, 3), helmet, body, low,
        poly([(78, 36), (104, 30), (112, 35), (90, 40)], INK, 2), line([(24, 47), (66, 37)], light(c, 0.15), 2.4),
        box(114, 30, 24, 8, WHITE, 3), nose, tyres, facing="left", seat=(96, 34))


def _road_car(name: str, c: str, roof: str = "", stripe: str = "") -> Drawing:
    body = path("M4 66C4 50 12 44 34 40L52 20C56 14 62 12 70 12H104C114 12 120 16 126 22L142 40C158 42 166 50 166 "
        "62V74q0 6-6 6H10q-6 0-6-6z", c)
    low = path("M4 64H166V74q0 6-6 6H10q-6 0-6-6z", dark(c, 0.1))
    glass = path("M45 40L58 24Q62 19 69 19H82V40z", "#cdeaf6") + path("M89 19H103Q112 19 117 24L130 40H89z",
        "#b4dcec") + poly([(56, 40), (72, 19), (80, 19), (64, 40)], WHITE, o=0.5)
    bits = box(4, 50, 12, 9, "#fff2b8", 4) + box(156, 50, 10, 9, RED, 4) + box(92, 47, 13, 4, dark(c, 0.24),
        2) + line([(86, 42), (86, 76)], dark(c, 0.14), 1.8) + line([(22, 46), (40, 43)], light(c, 0.14), 2.6) + box(0,
        70, 22, 7, "#5f6974", 3.5) + box(148, 70, 22, 7, "#5f6974", 3.5)
    arches = dome(40, 80, 22, 22, dark(c, 0.24)) + dome(130, 80, 22, 22, dark(c, 0.24))
    return put(name, (170, 98), roof, body, low, stripe, glass, bits, arches, wheel(40, 80, 17.5),
        wheel(130, 80, 17.5), facing="left", seat=(84, 40), inside=(46, 18, 84, 24), mouth_rim=(86, 40), top=(86, 13))


@house("car")
def car(brush: Brush) -> Drawing:
    return _road_car("car", tint(brush, "#3f8fd6"))


@house("taxi")
def taxi(brush: Brush) -> Drawing:
    c = tint(brush, "#f7c234")
    checks = each(12, lambda i: box(22 + i * 10, (56, 61)[i % 2], 10, 5, INK))
    return _road_car("taxi", c, box(74, 2, 26, 12, WHITE, 4), checks)


@house("police car")
def police_car(brush: Brush) -> Drawing:
    c = tint(brush, "#f1f3f5")
    band = box(4, 56, 162, 9, own(brush, "#2c5fb8", -0.2))
    return _road_car("police car", c, box(72, 3, 14, 10, RED, 4) + box(86, 3, 14, 10, BLUE, 4), band)


def _van(name: str, c: str, extra: str = "", over: str = "", windows: bool = True) -> Drawing:
    body = path("M4 82V60C6 50 12 46 20 42L34 18Q38 10 48 10H156q8 0 8 8V82q0 6-6 6H10q-6 0-6-6z", c)
    low = path("M4 72H164V82q0 6-6 6H10q-6 0-6-6z", dark(c, 0.1))
    glass = path("M26 44L40 20H62V44z", "#cdeaf6") + poly([(36, 44), (50, 20), (57, 20), (43, 44)], WHITE, o=0.5)
    more = box(72, 20, 38, 24, "#b4dcec", 4) + box(116, 20, 38, 24, "#b4dcec", 4) if windows else ""
    bits = box(4, 58, 9, 11, "#fff2b8", 4) + box(159, 50, 5, 14, RED, 2) + line([(67, 18), (67, 80)], dark(c, 0.14),
        1.8) + box(72, 52, 12, 4, dark(c, 0.24), 2) + line([(48, 13.5), (140, 13.5)], light(c, 0.14), 2.4)
    arches = dome(36, 88, 21, 21, dark(c, 0.24)) + dome(130, 88, 21, 21, dark(c, 0.24))
    return put(name, (4, 2, 160, 103) if over else (4, 10, 160, 95), over, body, low, glass, more, extra, bits, arches,
        wheel(36, 88, 17),
        wheel(130, 88, 17), facing="left", top=(100, 11))


@house("van")
def van(brush: Brush) -> Drawing:
    return _van("van", tint(brush, "#3fa59b"))


@house("camper van")
def camper_van(brush: Brush) -> Drawing:
    c = tint(brush, "#f08a4c")
    return _van("camper van", c, box(7, 50, 157, 5, light(c, 0.2)), box(58, 2, 80, 12, WHITE, 5))


@house("ambulance")
def ambulance(brush: Brush) -> Drawing:
    c = tint(brush, "#f3f5f6")
    red = "#e0373c"
    cross = box(106, 28, 10, 34, red, 2) + box(94, 40, 34, 10, red, 2)
    return _van("ambulance", c, box(4, 64, 160, 8, red) + cross, box(66, 2, 20, 12, red, 4)
        + box(86, 2, 12, 12, BLUE, 4), windows=False)


@house("pickup truck")
def pickup_truck(brush: Brush) -> Drawing:
    c = tint(brush, "#c94a3f")
    bed_ = box(92, 42, 76, 16, dark(c, 0.06), 2)
    body = path("M2 76V58C2 50 8 46 18 44L40 42 54 18Q58 12 66 12H88q6 0 6 6V44H164q5 0 5 5V76q0 4-4 4H6q-4 0-4-4z", c)
    glass = path("M48 42L60 20H86V42z", "#cdeaf6") + poly([(58, 42), (70, 20), (77, 20), (65, 42)], WHITE, o=0.5)
    bits = box(2, 52, 8, 9, "#fff2b8", 3) + box(162, 50, 7, 12, "#f28b6b",
        2) + path("M2 66H169V76q0 4-4 4H6q-4 0-4-4z", dark(c, 0.1)) + box(98, 50, 58, 4, light(c, 0.08), 2) + box(76,
        50, 12, 4, dark(c, 0.24), 2) + line([(93, 44), (93, 76)], dark(c, 0.16), 2) + box(0, 72, 16, 7, "#5f6974", 3)
    arches = dome(36, 80, 22, 22, dark(c, 0.24)) + dome(132, 80, 22, 22, dark(c, 0.24))
    front = path("M94 44H164q5 0 5 5V66H94z", c) + box(98, 50, 58, 4, light(c, 0.08), 2)
    return put("pickup truck", (0, 12, 169, 87), bed_, body, glass, bits, arches, wheel(36, 80, 19),
        wheel(132, 80, 19), front=front, facing="left", mouth_rim=(130, 44), inside=(96, 10, 70, 40))


@house("truck")
def truck(brush: Brush) -> Drawing:
    c = tint(brush, "#e8a13a")
    cab = path("M4 92V62Q4 54 10 50L22 30Q26 24 34 24H56V92z",
        own(brush, "#d9504c", 0.03)) + path("M18 54L30 32H50V54z", "#cdeaf6") + box(4, 70, 8, 10, "#fff2b8",
        3) + box(40, 62, 10, 4, "#6b2f2c", 2) + box(4, 84, 52, 8, INK, 2)
    return put("truck", (4, 6, 170, 105), box(50, 84, 124, 10, INK, 2), cab, block(58, 6, 116, 80, c, 4, 0.1),
        bars(6, (76, 14), 78, 16, dark(c, 0.08), 2.4),
        line([(62, 10), (150, 10)], light(c, 0.12), 2.4), wheel(32, 94, 17), wheel(112, 94, 17), wheel(150, 94, 17),
        facing="left", top=(116, 7), text=(68, 22, 92, 46))


@house("fire truck")
def fire_truck(brush: Brush) -> Drawing:
    c = tint(brush, "#dc3238")
    ladder = turn(-4, 110, 16, box(62, 8, 116, 4, STEEL), box(62, 22, 116, 4, STEEL),
        each(9, lambda i: box(68 + i * 12, 8, 3.4, 17, STEEL)))
    cab = path("M4 88V50Q4 44 8 40L16 24Q20 18 28 18H62V88z", c) + path("M14 46L24 24H38V46z", "#cdeaf6") + box(43, 24,
        15, 22, "#b4dcec", 3) + box(28, 9, 18, 10, BLUE, 4)
    body = box(62, 30, 112, 58, c, 4) + box(62, 76, 112, 12, dark(c, 0.12)) + box(4, 76, 58, 12,
        dark(c, 0.12)) + box(4, 58, 170, 6, WHITE) + each(3, lambda i: box(72 + i * 26, 38, 20, 16, STEEL, 3)
        + each(3, lambda j: line([(75 + i * 26, 43 + j * 4), (89 + i * 26, 43 + j * 4)], IRON, 1.2))) + disc(162, 47,
        8, YELLOW) + disc(162, 47, 4, dark(YELLOW, 0.2))
    return put("fire truck", (2, 3, 176.5, 104), ladder, cab, body, box(2, 66, 8, 9, "#fff2b8", 3), wheel(32, 90, 17),
        wheel(134, 90, 17), facing="left", top=(116, 10))


@house("bus")
def bus(brush: Brush) -> Drawing:
    c = tint(brush, "#f2b233")
    return put("bus", (4, 4, 180, 100), block(4, 4, 180, 84, c, 12, 0.04),
        box(4, 72, 180, 16, dark(c, 0.12), (0, 0, 8, 8)), box(4, 18, 22, 36, "#cdeaf6", (2, 4, 4, 2)),
        each(5, lambda i: pane(54 + i * 25, 18, 21, 26, "#b9e0ef", 4)), box(30, 18, 19, 62, "#b9e0ef", 3),
        line([(39.5, 18), (39.5, 80)], dark(c, 0.2), 2), box(54, 56, 126, 5, light(c, 0.2)),
        box(4, 62, 8, 9, "#fff2b8", 3), box(178, 60, 6, 12, RED, 2), line([(20, 9), (160, 9)], light(c, 0.14), 2.4),
        wheel(68, 88, 16), wheel(148, 88, 16), facing="left", top=(94, 5))


@house("tram")
def tram(brush: Brush) -> Drawing:
    c = tint(brush, "#d0443f")
    return put("tram", (8, 0, 174, 118), line([(84, 26), (98, 10), (84, 3)], IRON, 3),
        line([(70, 2), (112, 2)], IRON, 3), path("M8 102V44Q8 24 30 24H160Q182 24 182 44V102z", c),
        box(8, 74, 174, 28, dark(c, 0.1)), box(8, 70, 174, 5, own(brush, CREAM, 0.2)),
        slab(18, 20, 154, 8, own(brush, CREAM, 0.14), 4), path("M14 62V46Q14 34 28 34H36V62z", "#cdeaf6"),
        each(4, lambda i: pane(44 + i * 28, 34, 23, 28, "#b9e0ef", 3)),
        path("M176 62V46Q176 34 162 34H156V62z", "#a9d3e4"), box(84, 34, 24, 62, dark(c, 0.16), 3),
        pane(87, 38, 18, 52, "#b9e0ef", 2), disc(14, 84, 4, "#fff2b8"), box(20, 100, 150, 8, INK, 3),
        wheel(50, 108, 10), wheel(72, 108, 10), wheel(118, 108, 10), wheel(140, 108, 10), facing="left")


@house("train")
def train(brush: Brush) -> Drawing:
    c = tint(brush, "#3d7d5a")
    gold = own(brush, GOLD, 0.16)
    puff = disc(44, 10, 10, "#dfe5e8") + disc(62, 6, 7, "#e9eef0") + disc(30, 14, 6, "#e9eef0")
    return put("train", (2.5, -1, 175.5, 120), puff, poly([(34, 20), (58, 20), (54, 48), (38, 48)], INK, 3),
        box(30, 16, 32, 8, gold, 4), box(76, 30, 20, 18, gold, (10, 10, 0, 0)), slab(20, 44, 104, 44, c, 10, 0.36),
        each(3, lambda i: box(48 + i * 24, 44, 4, 44, gold)), box(12, 50, 12, 34, INK, 5), disc(14, 58, 6, "#fff2b8"),
        block(116, 20, 52, 68, own(brush, "#c5433f", -0.04), 3, 0.16), box(126, 32, 30, 24, "#b9e0ef", 3),
        slab(108, 12, 70, 10, INK, 4), box(16, 86, 154, 8, INK, 2),
        poly([(18, 92), (18, 114), (2, 114)], own(brush, "#c5433f", -0.04), 2), wheel(40, 104, 14, gold, INK, 0.24),
        wheel(76, 104, 14, gold, INK, 0.24), wheel(136, 100, 19, gold, INK, 0.22),
        line([(40, 106), (136, 106)], STEEL, 5), facing="left")


@house("bicycle")
def bicycle(brush: Brush) -> Drawing:
    c = tint(brush, "#e0484b")
    frame = line([(38, 68), (54, 30), (98, 30), (82, 68), (128, 68), (98, 30)], c, 6.5) + line([(54, 30), (82, 68)], c,
        6.5) + line([(92, 16), (98, 30)], c, 5) + line([(54, 30), (50, 16)], c, 5)
    return put("bicycle", (3, 9, 160, 94), spoked(38, 68, 35, c if brush.base else RUBBER),
        spoked(128, 68, 35, c if brush.base else RUBBER), frame, line([(56, 34), (80, 66)], light(c, 0.14), 1.8),
        stroke("M36 18q4-6 14-4l6 2", INK, 5), path("M80 12Q92 6 108 12q4 4-2 6H88q-8 0-8-6z", INK),
        disc(82, 68, 8.5, IRON), line([(82, 68), (90, 84)], IRON, 4), box(84, 82, 14, 5, INK, 2),
        ring(82, 68, 6, CHROME, 1.6), facing="left", seat=(94, 11), grip=(38, 17))


@house("motorcycle")
def motorcycle(brush: Brush) -> Drawing:
    c = tint(brush, "#d8383d")
    tank = path("M60 40C70 26 92 26 104 38L98 54H66z", c) + path("M64 48H101L98 54H66z",
        dark(c, 0.12)) + curve([(68, 38), (78, 32), (90, 33)], light(c, 0.18), 3)
    tail = path("M94 40H142L156 28q6 2 2 10L144 52H100z", c) + path("M100 38C110 30 132 32 142 38L138 44H102z", INK)
    return put("motorcycle", (5, 11.5, 158, 93.5), wheel(34, 76, 29, own(brush, CHROME), RUBBER, 0.26),
        wheel(134, 76, 29, own(brush, CHROME), RUBBER, 0.26), line([(34, 76), (58, 26)], STEEL, 7),
        path("M66 54H106L112 80H74z", own(brush, IRON, -0.12)),
        each(3, lambda i: line([(74, 60 + i * 6), (104, 60 + i * 6)], CHROME,
        2.4)), slab(84, 80, 66, 10, own(brush, CHROME, 0.08), 5), line([(108, 76), (134, 76)], IRON, 6), tail, tank,
        path("M12 56C16 42 40 38 58 50L52 56C42 50 30 50 14 60z", c), disc(50, 34, 10, dark(c, 0.1)),
        disc(46, 34, 7.5, "#fff2b8"), stroke("M58 28L64 14l16 2", INK, 5), facing="left", seat=(120, 34), grip=(76, 16))


@house("scooter")
def scooter(brush: Brush) -> Drawing:
    c = tint(brush, "#4fb3a5")
    return put("scooter", (8, 5.5, 137.5, 112.5), wheel(30, 98, 20, CHROME, RUBBER, 0.36),
        wheel(120, 98, 20, CHROME, RUBBER, 0.36), line([(30, 98), (44, 26)], dark(c, 0.16), 8),
        path("M26 40C40 34 52 42 54 60L60 86H92C92 66 104 54 136 56C148 60 146 84 142 92H104L96 98H52C42 98 40 92 "
        "38 84z", c), path("M52 88H96L104 80H144L142 92H104L96 98H52z", dark(c, 0.1)),
        path("M8 88C10 72 34 68 48 82L44 90C34 80 22 82 12 92z", dark(c, 0.05)),
        path("M88 54C92 44 132 42 142 50q2 6-4 8H94q-6 0-6-4z", "#5b3f2f"), stroke("M40 22L34 12 52 8", INK, 5),
        disc(42, 28, 11, c), disc(37, 28, 7, "#fff2b8"), box(134, 68, 9, 8, RED, 3), facing="left", seat=(112, 48))


@house("kick scooter")
def kick_scooter(brush: Brush) -> Drawing:
    c = tint(brush, "#e0484b")
    return put("kick scooter", (9, 6.5, 108, 120.5), line([(24, 112), (34, 12)], own(brush, STEEL, -0.06), 7),
        line([(26, 96), (38, 104)], c, 9), slab(34, 98, 72, 10, c, 5),
        wheel(22, 114, 13, own(brush, WHITE), RUBBER, 0.28),
        wheel(104, 114, 13, own(brush, WHITE), RUBBER, 0.28), line([(20, 10), (48, 12)], INK, 7),
        path("M92 100q14-10 22 4l-4 2q-6-6-16-2z", dark(c, 0.12)), facing="left", feet=(70, 98), grip=(24, 11))


@house("tractor")
def tractor(brush: Brush) -> Drawing:
    c = tint(brush, "#4c9c48")
    return put("tractor", (7, 4, 149, 119), box(40, 14, 7, 40, IRON, 3), slab(14, 48, 84, 38, c, 8),
        box(10, 54, 9, 26, INK, 3), each(3, lambda i: line([(28, 56 + i * 7), (54, 56 + i * 7)], dark(c, 0.18), 2.6)),
        poly([(82, 52), (90, 12), (134, 12), (142, 66), (82, 66)], dark(c, 0.05), 3),
        poly([(92, 48), (97, 19), (127, 19), (131, 48)], "#cdeaf6", 2), slab(82, 4, 60, 10, c, 4),
        path("M82 84C84 60 106 48 122 50C142 52 154 66 156 80L146 86H82z", c),
        wheel(116, 86, 37, own(brush, YELLOW, 0.06), RUBBER, 0.3),
        wheel(30, 100, 23, own(brush, YELLOW, 0.06), RUBBER, 0.32), disc(16, 62, 5, "#fff2b8"),
        facing="left", seat=(112, 50))


@house("excavator")
def excavator(brush: Brush) -> Drawing:
    c = tint(brush, "#f3b52f")
    return put("excavator", (4, 11.5, 170, 110.5), slab(66, 96, 108, 26, RUBBER, 13),
        each(5, lambda i: disc(82 + i * 19, 109, 8, IRON) + disc(82 + i * 19, 109, 3, STEEL)),
        line([(100, 74), (60, 18)], c, 13), line([(58, 18), (26, 66)], dark(c, 0.05), 11), disc(59, 18, 5, IRON),
        line([(84, 70), (72, 38)], STEEL, 4), path("M14 62H40L38 92Q22 98 4 90L12 84z", IRON),
        path("M4 90l8-6 4 8zM14 94l6-6 6 7z", STEEL), block(98, 50, 76, 42, c, 7, 0.2),
        poly([(92, 88), (92, 42), (100, 22), (132, 22), (132, 88)], dark(c, 0.03), 5),
        poly([(98, 62), (98, 44), (104, 29), (126, 29), (126, 62)], "#cdeaf6", 3),
        each(3, lambda i: line([(144, 60 + i * 7), (164, 60 + i * 7)], dark(c, 0.22), 3)), facing="left")


@house("bulldozer")
def bulldozer(brush: Brush) -> Drawing:
    c = tint(brush, "#f0a92c")
    return put("bulldozer", (2.5, 6, 153.5, 108), path("M4 52q-4 28 4 54h20V90q-12-6-8-38z", IRON),
        line([(24, 92), (64, 88)], dark(c, 0.12), 9), slab(44, 84, 112, 30, RUBBER, 15),
        each(5, lambda i: disc(62 + i * 19, 99, 9, IRON) + disc(62 + i * 19, 99, 3.5, STEEL)),
        slab(38, 52, 70, 34, c, 6), box(54, 24, 7, 30, IRON, 3),
        poly([(92, 84), (98, 14), (146, 14), (150, 84)], dark(c, 0.04), 4),
        poly([(101, 54), (104, 22), (139, 22), (141, 54)], "#cdeaf6", 3), slab(90, 6, 64, 10, c, 4), facing="left")


@house("wheelbarrow")
def wheelbarrow(brush: Brush) -> Drawing:
    c = tint(brush, "#3f9c76")
    front = path("M28 32H128L108 74H54z", c) + path("M104 32H128L108 74H88z", dark(c, 0.1)) + box(24, 26, 108, 9,
        light(c, 0.05), 4.5)
    return put("wheelbarrow", (11, 23, 159.5, 88), line([(32, 92), (96, 74), (164, 44)], WOOD, 7),
        line([(106, 72), (114, 106)], IRON, 6), line([(48, 72), (32, 92)], IRON, 5),
        disc(78, 29, 50, dark(c, 0.22), 6), front, wheel(30, 92, 19, CHROME, RUBBER, 0.4),
        line([(152, 49), (166, 43)], INK, 9), facing="left", front=front, mouth_rim=(78, 30), inside=(34, 6, 88, 46),
        grip=(162, 45))


@house("shopping cart")
def shopping_cart(brush: Brush) -> Drawing:
    c = tint(brush, "#8b9aa8")
    front = line([(20, 30), (124, 30), (112, 76), (34, 76), (20, 30)], c, 5) + each(6,
        lambda i: line([(36 + i * 15, 32), (44 + i * 12, 74)], c, 2.6)) + line([(25, 46), (120, 46)], c,
        2.6) + line([(30, 61), (116, 61)], c, 2.6)
    return put("shopping cart", (17.5, 8, 135.5, 111), poly([(22, 30), (122, 30), (112, 76), (36, 76)], light(c, 0.1),
        3, 0.5), front, line([(146, 14), (128, 18), (112, 76), (122, 96), (38, 96)], c, 5),
        line([(134, 15), (149, 12)], own(brush, RED, -0.1), 8), wheel(46, 108, 11), wheel(112, 108, 11), facing="left",
        front=front, mouth_rim=(72, 30), inside=(26, 4, 94, 68), grip=(142, 14))
