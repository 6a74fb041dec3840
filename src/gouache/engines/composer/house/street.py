"""House drawings: street furniture and signs of the road."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    GOLD,
    INK,
    IRON,
    RED,
    STEEL,
    WHITE,
    WOOD,
    block,
    both,
    box,
    curve,
    disc,
    each,
    hollow,
    line,
    mirror,
    pane,
    path,
    polar,
    poly,
    put,
    slab,
    stroke,
    tint,
    wall,
)


@house("fire hydrant")
def fire_hydrant(brush: Brush) -> Drawing:
    c = tint(brush, "#e0393f")
    arms = both(48, block(8, 56, 22, 26, dark(c, 0.04), 4, 0.3), box(2, 60, 10, 18, dark(c, 0.12), 4))
    body = block(24, 38, 48, 82, c, 4, 0.24)
    cap = path("M22 38C22 18 34 10 48 10S74 18 74 38z", dark(c,
        0.08)) + path("M22 38C22 18 34 10 46 10C58 12 62 24 62 38z", c)
    nozzle = disc(48, 70, 18, dark(c, 0.16)) + disc(47, 69, 15, light(c, 0.04)) + disc(47, 69, 8,
        dark(c, 0.12)) + disc(47, 69, 4, light(c, 0.1))
    bolts = each(4, lambda i: box(21 + i * 16, 116, 6, 5, dark(c, 0.24), 2))
    return put(
        "fire hydrant", (2, 1, 92, 131), arms, body, bolts, slab(12, 120, 72, 12, c, 4),
        box(18, 34, 60, 9, dark(c, 0.13), 4), box(18, 33, 60, 5, light(c, 0.05), 2.5), cap,
        box(41, 1, 14, 11, dark(c, 0.1), 3),
        nozzle, line([(31, 48), (31, 62)], light(c, 0.16), 4), line([(31, 90), (31, 110)], light(c, 0.16), 4),
        curve([(30, 30), (33, 22), (40, 17)], light(c, 0.16), 3.5), top=(48, 2),
    )


@house("parking meter")
def parking_meter(brush: Brush) -> Drawing:
    c = tint(brush, "#5c7690")
    return put(
        "parking meter", (4, 6, 64, 144), block(30, 92, 12, 54, STEEL if not brush.base else dark(c, 0.06), 2, 0.36),
        box(18, 142, 36, 8, IRON, 3), box(24, 88, 24, 9, dark(c, 0.16), 3),
        path("M4 38a32 32 0 0 1 64 0V84q0 8-8 8H12q-8 0-8-8z", dark(c, 0.09)),
        path("M4 38a32 32 0 0 1 48-27.700V92H12q-8 0-8-8z", c), path("M14 40a22 22 0 0 1 44 0z", "#e8f3f6"),
        path("M46 20a22 22 0 0 1 12 20H50z", "#cfe0e6"),
        line([(36, 38), (26, 26)], RED, 3), disc(36, 38, 3.5, INK), box(14, 46, 44, 12, "#25313b", 3),
        each(4, lambda i: box(19 + i * 9.5, 49, 6, 6, "#7fe0b0", 1)), box(33, 63, 6, 13, INK, 3),
        disc(18, 72, 5, GOLD), box(46, 68, 12, 8, dark(c, 0.2), 2),
        curve([(10, 34), (13, 23), (21, 14)], light(c, 0.14), 3.5),
    )


@house("stop sign")
def stop_sign(brush: Brush) -> Drawing:
    c = tint(brush, "#d8343a")
    def octagon(r: float, color: str) -> str:
        return poly([polar(52, 52, r, 22.5 + 45 * i) for i in range(8)], color, 3)
    shade = poly([polar(52, 52, 46, 22.5 + 45 * i) for i in (-1, 0, 1, 2)] + [(52, 52)], dark(c, 0.05), 2)
    # The word is drawn as strokes, since drawings hold no type.
    word = (stroke("M31 44q-8-4-8 2c0 6 9 4 9 10s-7 6-10 2", WHITE, 4.5)
        + stroke("M37 42.500h13M43.5 42.500V60", WHITE, 4.5)
        + stroke("M60 42.500c-8 0-8 17.5 0 17.500s8-17.5 0-17.500z", WHITE, 4.5)
        + stroke("M73 60V42.500h5c8 0 8 10 0 10h-5", WHITE, 4.5))
    return put("stop sign", (4, 4, 96, 156), block(47, 90, 10, 70, STEEL, 2, 0.4), octagon(52, WHITE),
        octagon(52, dark(c, 0.16)), octagon(50.5, WHITE), octagon(46, c), shade, f'<g data-part="letters">{word}</g>')


@house("traffic light")
def traffic_light(brush: Brush) -> Drawing:
    c = tint(brush, "#3c4652")
    def lamp(y: float, color: str) -> str:
        return path(f"M18 {y}a20 20 0 0 1 40 0z", dark(c, 0.14)) + disc(38, y, 16.5, dark(color, 0.12)) + disc(37,
            y - 1, 14, color) + disc(32, y - 6, 4.5, light(color, 0.16), 3.2)
    fins = "".join(both(38, poly([(10, y), (0, y), (10, y + 16)], dark(c, 0.1), 2)) for y in (16, 54, 92))
    return put("traffic light", (0, 2, 75.5, 158), block(32, 124, 12, 36, STEEL, 2, 0.4), fins,
        block(8, 2, 60, 126, c, 14, 0.16), lamp(28, "#ee4642"), lamp(66, "#f7c136"), lamp(104, "#3fb865"),
        line([(14, 18), (14, 110)], light(c, 0.1), 2.5))


@house("bench")
def bench(brush: Brush) -> Drawing:
    c = tint(brush, WOOD)
    back = each(3, lambda i: slab(4, 12 + i * 15, 148, 11, (c, dark(c, 0.02), c)[i], 4, 0.34)
        + line([(12, 15.5 + i * 15), (80, 15.5 + i * 15)], light(c, 0.09), 1.8))
    seat = poly([(8, 58), (148, 58), (156, 72), (0, 72)], light(c, 0.04), 2) + line([(6, 65), (150, 65)],
        dark(c, 0.12), 2) + slab(0, 71, 156, 9, c, 3, 0.4)
    posts = "".join(box(x, 6, 8, 58, IRON, 3) for x in (20, 128))
    legs = "".join(box(x, 78, 8, 28, IRON, 2) + box(x - 4, 102, 16, 5, dark(IRON, 0.08), 2.5) for x in (20,
        128)) + "".join(box(x, 78, 6, 20, dark(IRON, 0.1), 2) for x in (34, 116))
    rests = "".join(stroke(f"M{x} 46c-8 2-8 10-6 26", IRON, 5) for x in (8,)) + mirror(78,
        stroke("M8 46c-8 2-8 10-6 26", IRON, 5))
    return put("bench", (-1.5, 6, 159.5, 101), posts, back, legs, rests, seat, seat=(78, 66), top=(78, 66),
        bed=(78, 66))


@house("picnic table")
def picnic_table(brush: Brush) -> Drawing:
    c = tint(brush, WOOD)
    legs = both(80, line([(52, 26), (30, 96)], dark(c, 0.14), 8),
        line([(38, 26), (60, 96)], dark(c, 0.1), 8)) + box(12, 62, 136, 7, dark(c, 0.16), 2)
    return put("picnic table", (0, 10, 160, 90), legs, poly([(26, 10), (134, 10), (146, 24), (14, 24)], light(c, 0.05),
        2), line([(22, 17), (138, 17)], dark(c, 0.1), 1.6), slab(12, 23, 136, 9, c, 3), slab(0, 60, 160, 9, c, 3),
        top=(80, 17), seat=(80, 61))


@house("street lamp")
def street_lamp(brush: Brush) -> Drawing:
    c = tint(brush, "#3f4a56")
    return put("street lamp", (9.5, 1, 41.5, 178), block(26, 50, 8, 118, c, 2, 0.4),
        box(22, 112, 16, 8, dark(c, 0.06), 3), poly([(22, 150), (38, 150), (42, 172), (18, 172)], c, 3),
        box(12, 170, 36, 9, dark(c, 0.08), 3), poly([(12, 20), (48, 20), (40, 52), (20, 52)], "#fff0b8", 3),
        poly([(34, 20), (48, 20), (40, 52), (33, 52)], "#f9d878", 2), line([(30, 20), (30, 50)], c, 2.5),
        poly([(8, 22), (52, 22), (40, 8), (20, 8)], c, 4), box(25, 1, 10, 9, dark(c, 0.06), 4),
        box(18, 48, 24, 6, dark(c, 0.08), 3))


@house("mailbox")
def mailbox(brush: Brush) -> Drawing:
    c = tint(brush, "#3f74c9")
    return put("mailbox", (4, 1.5, 76, 130.5), box(12, 112, 12, 20, dark(c, 0.16), 2),
        box(60, 112, 12, 20, dark(c, 0.2), 2), path("M4 36a38 34 0 0 1 76 0V118H4z", dark(c, 0.09)),
        path("M4 36a38 34 0 0 1 56-30V118H4z", c), box(16, 36, 52, 12, dark(c, 0.24), 5),
        box(14, 32, 56, 7, light(c, 0.07), 3.5), box(20, 62, 44, 32, light(c, 0.16), 4),
        path("M26 68H58V86H26z", WHITE), stroke("M26 68l16 11 16-11", dark(c, 0.1), 2.4),
        curve([(11, 36), (15, 22), (26, 13)], light(c, 0.14), 4), mouth_rim=(42, 40))


@house("trash can")
def trash_can(brush: Brush) -> Drawing:
    c = tint(brush, "#7d8b98")
    front = wall(10, 30, 72, 82, c, 9, 60) + each(4, lambda i: line([(26 + i * 13, 46), (28 + i * 11.5, 106)],
        dark(c, 0.13), 3))
    return put("trash can", (4, 2.5, 84, 117.5), hollow(10, 30, 72, 9, c, 4), front,
        path("M4 28C8 12 84 12 88 28A42 8 0 0 1 4 28z", light(c, 0.04)),
        path("M60 16C76 18 86 20 88 28A42 8 0 0 1 60 35.500z", dark(c, 0.06)),
        stroke("M38 14q0-9 8-9t8 9", dark(c, 0.16), 5), front=front, mouth_rim=(46, 30))


@house("traffic cone")
def traffic_cone(brush: Brush) -> Drawing:
    c = tint(brush, "#f27a2c")
    return put("traffic cone", (1.5, 2, 96.5, 112), poly([(10, 98), (90, 98), (100, 114), (0, 114)], dark(c, 0.14), 5),
        poly([(44, 2), (56, 2), (80, 102), (20, 102)], c, 4),
        poly([(53, 2), (56, 2), (80, 102), (62, 102)], dark(c, 0.08), 3),
        poly([(37.5, 30), (62.5, 30), (68, 52), (32, 52)], WHITE),
        poly([(57, 30), (62.5, 30), (68, 52), (59.5, 52)], "#d8dcdf"),
        poly([(27.5, 71), (72.5, 71), (76, 86), (24, 86)], WHITE),
        poly([(62, 71), (72.5, 71), (76, 86), (63.5, 86)], "#d8dcdf"))


@house("bus stop")
def bus_stop(brush: Brush) -> Drawing:
    c = tint(brush, "#3f86d8")
    return put("bus stop", (2, 4, 146, 114), box(16, 16, 118, 84, "#cfe6f0", 2),
        poly([(40, 98), (72, 18), (92, 18), (60, 98)], "#e4f2f8"), box(12, 12, 7, 104, IRON, 2),
        box(131, 12, 7, 104, IRON, 2), slab(2, 4, 146, 13, c, 5), box(34, 78, 82, 8, WOOD, 3),
        box(42, 84, 6, 32, IRON), box(102, 84, 6, 32, IRON), box(104, 28, 22, 34, WHITE, 3), box(108, 33, 14, 8, c, 1),
        each(3, lambda i: box(108, 45 + i * 5, 14, 2, "#b8c2ca")), box(4, 112, 142, 6, "#9aa5ae", 3), seat=(74, 79))


@house("telephone booth")
def telephone_booth(brush: Brush) -> Drawing:
    c = tint(brush, "#d3363b")
    panes = each(15, lambda i: pane(17 + i % 3 * 18.5, 36 + i // 3 * 20, 16, 17, "#cfe8f2", 1))
    return put("telephone booth", (0, 4, 88, 152), block(6, 20, 76, 130, c, 3, 0.16),
        path("M4 22Q4 4 22 4H66Q84 4 84 22z", c), path("M62 4h4Q84 4 84 22H70z", dark(c, 0.09)),
        box(14, 14, 60, 11, WHITE, 2), box(12, 31, 62, 106, dark(c, 0.14), 3), panes,
        box(0, 148, 88, 8, dark(c, 0.18), 2))


@house("road sign")
def road_sign(brush: Brush) -> Drawing:
    c = tint(brush, "#f6b92f")
    return put("road sign", (2.5, 2.5, 104.5, 147.5), block(50, 96, 10, 54, STEEL, 2, 0.4),
        poly([(55, 0), (110, 55), (55, 110), (0, 55)], INK, 8), poly([(55, 5), (105, 55), (55, 105), (5, 55)], c, 7),
        poly([(55, 5), (105, 55), (55, 105)], dark(c, 0.05), 6),
        path("M51 78V58C51 50 60 52 60 44V40h7L56 24 45 40h7v4c0 3-9 4-9 14v20z", INK), text=(25, 37, 60, 36))


@house("signpost")
def signpost(brush: Brush) -> Drawing:
    c = tint(brush, WOOD)
    def arrow(y: float, way: int) -> str:
        board = poly([(18, y), (96, y), (112, y + 11), (96, y + 22), (18, y + 22)], (c, light(c, 0.04))[way],
            2) + line([(26, y + 6), (90, y + 6)], light(c, 0.08), 1.6) + line([(30, y + 15), (84, y + 15)],
            dark(c, 0.08), 1.6)
        return board if way else mirror(65, board)
    return put("signpost", (18, 4, 94, 136), block(58, 4, 14, 136, dark(c, 0.1), 4, 0.36), arrow(14, 1), arrow(42, 0),
        arrow(70, 1), text=(28, 15, 64, 20))
