"""House drawings: bridges, towers and other structures."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BRICK,
    GOLD,
    OAK,
    WOOD,
    ball,
    basin,
    block,
    both,
    box,
    bricks,
    disc,
    dome,
    each,
    hollow,
    line,
    own,
    panes,
    path,
    poly,
    put,
    slab,
    stroke,
    tint,
    wall,
)


@house("building")
def building(brush: Brush) -> Drawing:
    c = tint(brush, "#c98d6b")
    return put("building", (0, 4, 110, 147), block(4, 12, 102, 138, c, 2, 0.16),
        slab(0, 4, 110, 12, light(c, 0.06), 3), panes(16, 28, 4, 5, 13, 15, 21.5, 19),
        box(42, 124, 26, 26, dark(c, 0.26), (4, 4, 0, 0)), box(34, 118, 42, 7, dark(c, 0.12), 2),
        line([(55, 126), (55, 150)], dark(c, 0.1), 2))


@house("apartment building")
def apartment_building(brush: Brush) -> Drawing:
    c = tint(brush, "#d9b38c")
    balconies = each(8, lambda i: box(14 + i % 2 * 60, 20 + i // 2 * 30, 36, 20, "#9fd0e6", 2)
        + box(11 + i % 2 * 60, 34 + i // 2 * 30, 42, 10, dark(c, 0.16), 2)
        + each(5, lambda k: line([(15 + i % 2 * 60 + k * 8.5, 36 + i // 2 * 30),
        (15 + i % 2 * 60 + k * 8.5, 43 + i // 2 * 30)], light(c, 0.04), 1.6)))
    return put("apartment building", (128, 160), block(4, 6, 120, 154, c, 2, 0.1),
        slab(0, 0, 128, 10, dark(c, 0.06), 3), balconies, box(50, 136, 28, 24, dark(c, 0.28), (4, 4, 0, 0)))


@house("pyramid")
def pyramid(brush: Brush) -> Drawing:
    c = tint(brush, "#e3bd72")
    rows = each(6, lambda i: line([(86 - (i + 1) * 12.4, 18 + i * 14.6), (92 + (i + 1) * 3.4, 18 + i * 14.6)],
        dark(c, 0.06), 1.8)) + each(6, lambda i: line([(94 + (i + 1) * 3.4, 18 + i * 14.6),
        (86 + (i + 1) * 13, 18 + i * 14.6)], dark(c, 0.16), 1.8))
    return put("pyramid", (0, 2.5, 175.5, 101.5), poly([(88, 2), (176, 104), (112, 104)], dark(c, 0.11), 1),
        poly([(88, 2), (114, 104), (0, 104)], c, 1), rows)


@house("bridge")
def bridge(brush: Brush) -> Drawing:
    c = tint(brush, "#a9a49a")
    return put("bridge", (0, 14, 190, 70),
        path("M0 84V34Q95 -6 190 34V84H166V70C166 56 132 56 132 70V84H128V64C128 30 62 30 62 64V84H58V70C58 56 24 "
        "56 24 70V84z", c), path("M0 34Q95 -6 190 34V44Q95 4 0 44z", light(c, 0.07)),
        stroke("M62 66C62 28 128 28 128 66", dark(c, 0.13), 6),
        stroke("M24 72C24 54 58 54 58 72M132 72C132 54 166 54 166 72", dark(c, 0.13), 5),
        bricks(4, 44, 54, 14, c, 2, 5, 2), bricks(134, 44, 54, 14, c, 2, 5, 2), top=(95, 14))


@house("suspension bridge")
def suspension_bridge(brush: Brush) -> Drawing:
    c = tint(brush, "#c9543a")
    towers = "".join(block(x, 4, 12, 96, c, 2, 0.4) + box(x - 3, 28, 18, 5, dark(c, 0.06), 2)
        + box(x - 3, 50, 18, 5, dark(c, 0.06), 2) for x in (50, 138))
    ropes = each(13, lambda i: line([(62 + i * 6.3, 12 + 46 * (1 - ((i - 6) / 6.6) ** 2)), (62 + i * 6.3, 70)],
        dark(c, 0.06), 1.3)) + each(5, lambda i: line([(10 + i * 9, 60 - i * 11), (10 + i * 9, 70)], dark(c, 0.06),
        1.3) + line([(190 - i * 9, 60 - i * 11), (190 - i * 9, 70)], dark(c, 0.06), 1.3))
    return put("suspension bridge", (-1.5, 4, 203.5, 96), ropes, stroke("M0 70L56 8Q100 108 144 8L200 70", c, 3),
        slab(0, 68, 200, 9, dark(c, 0.03), 2), towers, top=(100, 69))


@house("well")
def well(brush: Brush) -> Drawing:
    c = tint(brush, "#a7a49e")
    roof = own(brush, "#b0593c", -0.14)
    front = wall(14, 76, 92, 44, c, 11) + each(8, lambda i: box(20 + i * 11, 90 + i % 2 * 14, 9, 8, dark(c, 0.08), 3))
    return put("well", (5.5, 2.5, 109.5, 128.5), hollow(14, 76, 92, 11, c, 6), box(20, 34, 7, 48, OAK),
        box(93, 34, 7, 48, OAK), box(24, 44, 72, 6, WOOD, 3), line([(60, 48), (60, 66)], "#c9b28a", 2.4),
        poly([(51, 64), (69, 64), (66, 80), (54, 80)], WOOD, 2), poly([(60, 2), (116, 38), (4, 38)], roof, 3),
        poly([(60, 2), (116, 38), (76, 38)], dark(roof, 0.08), 2), front, front=front, mouth_rim=(60, 76))


@house("fountain")
def fountain(brush: Brush) -> Drawing:
    c = tint(brush, "#b8b4ac")
    water = "#8fd0ee"
    jets = both(75, stroke("M75 14C62 4 50 20 48 46", water, 4),
        stroke("M75 14C56 0 30 30 26 88", water, 4)) + line([(75, 46), (75, 8)], light(water, 0.08), 5)
    front = wall(2, 94, 146, 26, c, 13, 136)
    return put("fountain", (2, 5.5, 146, 127), hollow(2, 94, 146, 13, c, 6), disc(75, 96, 66, water, 9), jets,
        block(68, 62, 14, 34, c, 2, 0.4), disc(75, 54, 36, light(c, 0.05), 7), disc(75, 53, 30, water, 4.6),
        basin(75, 55, 35, 15, c), block(70, 40, 10, 14, c, 2, 0.4), front, front=front, mouth_rim=(75, 94))


@house("statue")
def statue(brush: Brush) -> Drawing:
    c = tint(brush, "#b9bcbe")
    robe = path("M38 44C44 36 66 36 72 44C78 60 76 84 80 112H30C34 84 32 60 38 44z",
        c) + path("M62 38Q70 40 72 44C78 60 76 84 80 112H64C68 84 68 60 62 38z", dark(c, 0.09)) + each(3,
        lambda i: line([(46 + i * 7, 66), (42 + i * 10, 108)], dark(c, 0.1), 2.4))
    arms = line([(42, 50), (26, 70), (34, 84)], c, 10) + line([(68, 48), (86, 34), (84, 12)], dark(c, 0.04),
        10) + ball(84, 10, 6, c, shine=False)
    return put("statue", (20, 3, 71, 156), arms, robe, box(50, 28, 11, 14, dark(c, 0.07), 3),
        ball(55, 20, 14, c, 16, shine=False), dome(55, 14, 14, 11, dark(c, 0.1)),
        slab(24, 110, 62, 9, dark(c, 0.04), 2), block(30, 118, 50, 32, c, 1, 0.24),
        slab(20, 148, 70, 11, dark(c, 0.04), 2), text=(34, 122, 34, 22))


@house("gazebo")
def gazebo(brush: Brush) -> Drawing:
    c = tint(brush, "#f1ece2")
    rail = each(11, lambda i: box(18 + i * 11, 84, 3, 26, c))
    return put("gazebo", (5.5, 0, 139.5, 122), poly([(75, 4), (146, 46), (4, 46)], own(brush, "#4f8a7a", -0.14), 3),
        poly([(75, 4), (146, 46), (98, 46)], dark(own(brush, "#4f8a7a", -0.14), 0.08), 2), disc(75, 5, 5, GOLD),
        box(10, 44, 130, 7, c, 2), "".join(block(x, 50, 7, 62, c, 1, 0.4) for x in (14, 48, 95, 129)), rail,
        box(14, 82, 122, 5, c, 2), slab(6, 110, 138, 12, dark(c, 0.04), 2), inside=(54, 52, 42, 58))


@house("stage")
def stage(brush: Brush) -> Drawing:
    c = tint(brush, "#b83a4b")
    drape = each(4, lambda i: path(f"M{2 + i * 8} 14h9l-{i * 2} 76h-9z", (c, dark(c, 0.08))[i % 2]))
    return put("stage", (0, 8, 180, 106), box(2, 10, 176, 82, "#3b2a3f", 3),
        poly([(70, 10), (88, 10), (120, 92), (48, 92)], "#fff3c4", o=0.22), both(90, drape),
        path("M2 8H178V20Q156 36 134 20Q112 36 90 20Q68 36 46 20Q24 36 2 20z", dark(c, 0.05)),
        slab(0, 90, 180, 24, "#9c6a3f", 2), top=(90, 92), inside=(36, 24, 108, 68))


@house("chimney")
def chimney(brush: Brush) -> Drawing:
    c = tint(brush, BRICK)
    return put("chimney", (4, 4, 62, 116), block(10, 14, 50, 106, c, 1, 0.24), bricks(12, 20, 46, 98, c, 8, 4),
        slab(4, 4, 62, 13, light(c, 0.04), 2), mouth_rim=(35, 5), top=(35, 5))
