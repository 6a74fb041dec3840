"""House drawings: ships, trains, carriages and craft, facing left."""
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
    NAVY,
    OAK,
    ORANGE,
    PINE,
    PINK,
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
    move,
    own,
    pane,
    path,
    polar,
    poly,
    put,
    ring,
    slab,
    star,
    stroke,
    tint,
    turn,
    wheel,
)

GLASS_NEAR, GLASS_FAR = "#cdeaf6", "#b4dcec"


def square_sail(x: float, y: float, w: float, h: float, fill: str) -> str:
    """A square sail full of wind under its yard."""
    body = path(f"M{x} {y}H{x + w}Q{x + w - 5} {y + h * 0.5} {x + w + 3} {y + h}Q{x + w / 2} {y + h - 8} {x - 3} "
        f"{y + h}Q{x - 9} " f"{y + h * 0.5} {x} {y}z", fill)
    shade = path(f"M{x + w * 0.7} {y}H{x + w}Q{x + w - 5} {y + h * 0.5} {x + w + 3} {y + h}Q{x + w * 0.8} "
        f"{y + h - 5} {x + w * 0.66} " f"{y + h - 4.6}Q{x + w * 0.62} {y + h / 2} {x + w * 0.7} {y}z",
        dark(fill, 0.07))
    return body + shade + box(x - 4, y - 3, w + 8, 3.6, OAK, 1.8)


def galleon(c: str, trim: str) -> str:
    """A wooden hull with a high stern at the right."""
    hull = path("M8 112L30 116H124L128 96H172L166 132Q160 152 146 154H50Q22 150 8 112z", c)
    low = path("M17 130Q80 140 167 128L166 132Q160 152 146 154H50Q30 151 17 130z", dark(c, 0.09))
    planks = curve([(14, 122), (60, 130), (128, 128), (169, 120)], dark(c, 0.12), 1.8)
    rails = box(122, 92, 54, 6, trim, 2) + poly([(4, 108), (30, 113), (126, 113), (126, 119), (30, 119), (6, 114)],
        trim, 1)
    ports = each(4, lambda i: box(48 + i * 19, 124, 9, 9, dark(c, 0.24), 1)) + each(3,
        lambda i: box(134 + i * 11, 102, 7, 9, "#ffd98a", 1))
    return hull + low + planks + rails + ports


@house("pirate ship")
def pirate_ship(brush: Brush) -> Drawing:
    c = tint(brush, "#8a5a36")
    black = "#33363f"
    masts = box(58, 8, 5, 106, OAK, 2) + box(104, -4, 5, 118, OAK, 2) + box(146, 28, 4.5, 66, OAK,
        2) + line([(26, 114), (-10, 94)], OAK, 4.5)
    ropes = line([(60, 12), (-6, 95)], "#7a6a58", 1.3) + line([(106, 0), (150, 32)], "#7a6a58",
        1.3) + line([(148, 32), (172, 94)], "#7a6a58", 1.3)
    sails = square_sail(36, 22, 46, 36, black) + square_sail(32, 64, 54, 38, black) + square_sail(84, 12, 44, 36,
        black) + square_sail(80, 54, 52, 46, black) + path("M148 36L150 84H170Q168 58 148 36z", dark(black, 0.04))
    bones = turn(35, 106, 82, box(90, 81, 32, 4, WHITE, 2)) + turn(-35, 106, 82, box(90, 81, 32, 4, WHITE, 2))
    skull = disc(106, 73, 9, WHITE, 8.5) + box(101, 78, 10, 7, WHITE, 2) + disc(102.5, 74, 2.4, black) + disc(109.5,
        74, 2.4, black)
    flag = path("M108 -18Q118 -22 126 -17T140 -17V-3Q132 0 124 -4T108 -4z", black) + disc(123, -12, 3,
        WHITE) + box(106, -18, 2.4, 18, OAK)
    return put("pirate ship", (-12.5, -20, 188.5, 174), ropes, masts, sails, bones, skull, flag,
        galleon(c, dark(c, 0.14)), facing="left", top=(80, 112), mouth_rim=(80, 114))


@house("sailing ship")
def sailing_ship(brush: Brush) -> Drawing:
    c = tint(brush, "#a06a3f")
    cloth = "#f7f0df"
    masts = box(58, 2, 5, 112, OAK, 2) + box(104, -8, 5, 122, OAK, 2) + box(146, 20, 4.5, 74, OAK,
        2) + line([(26, 114), (-12, 92)], OAK, 4.5)
    ropes = line([(60, 4), (-10, 93)], "#8d7d68", 1.3) + line([(148, 22), (174, 94)], "#8d7d68", 1.3)
    jib = path("M52 36L-2 92Q26 96 50 88z", dark(cloth, 0.04))
    sails = jib + square_sail(46, 12, 30, 24, cloth) + square_sail(40, 40, 42, 28, cloth) + square_sail(36, 72, 50,
        32, cloth) + square_sail(92, 4, 30, 24, cloth) + square_sail(86, 32, 42, 28, cloth) + square_sail(82, 64, 50,
        38, cloth) + path("M150 30L152 84H174Q170 54 " "150 30z", dark(cloth, 0.05))
    flags = poly([(109, -8), (126, -3), (109, 3)], RED) + poly([(63, 2), (78, 7), (63, 12)], RED)
    return put("sailing ship", (-14.5, -8, 190.5, 162), ropes, masts, sails, flags,
        galleon(c, own(brush, "#e8cf9a", 0.16)), facing="left", top=(80, 112), mouth_rim=(80, 114))


@house("cruise ship")
def cruise_ship(brush: Brush) -> Drawing:
    c = tint(brush, "#f5f7f9")
    decks = each(4, lambda i: block(30 + i * 10, 66 - i * 14, 160 - i * 17, 15, c, 3, 0.06)
        + each(15 - i * 2, lambda k: box(37 + i * 10 + k * 9.6, 70 - i * 14, 5.5, 6.5, "#5f9cc4", 1.5)))
    funnel = poly([(136, -4), (160, -4), (156, 26), (128, 26)], own(brush, "#2f66a8", -0.2),
        3) + poly([(134.5, 2), (160, 2), (159, 9), (132.5, 9)], WHITE) + line([(84, 24), (84, 4)], STEEL,
        2.6) + disc(84, 6, 4, STEEL)
    hull = path("M2 78H210L198 108Q196 114 188 114H34Q14 106 2 78z",
        c) + path("M9 92H204.500L198 108Q196 114 188 114H34Q18 107 9 92z",
        own(brush, "#2f66a8", -0.2)) + path("M20 105H199L198 108Q196 114 188 114H34Q26 111 20 105z",
        own(brush, "#c94a44", -0.28))
    ports = each(13, lambda i: disc(34 + i * 12.5, 85.5, 2.4, "#5f9cc4")) + each(5,
        lambda i: box(72 + i * 22, 76, 14, 5, ORANGE, 2.5))
    return put("cruise ship", (2, -4, 208, 118), funnel, decks, hull, ports, facing="left", top=(90, 24))


@house("yacht")
def yacht(brush: Brush) -> Drawing:
    c = tint(brush, "#f6f8fa")
    hull = path("M-6 66L40 62H178L172 84Q168 94 156 94H44Q14 88 -6 66z",
        c) + path("M8 78Q90 82 174 76L172 84Q168 94 156 94H44Q22 90 8 " "78z", own(brush, NAVY, -0.2))
    cabin = path("M44 64L66 44H158L162 64z", dark(c, 0.03)) + path("M52 60L68 47H86V60z", "#3d5a73") + each(4,
        lambda i: box(92 + i * 16, 48, 12, 11, "#3d5a73", 2))
    upper = path("M78 45L92 30H140L144 45z", c) + path("M85 42L95 33H106V42z", "#3d5a73") + box(111, 33, 24, 9,
        "#3d5a73", 2) + slab(90, 25, 58, 6, c, 2) + line([(128, 26), (134, 6)], STEEL,
        2.6) + line([(124, 12), (142, 12)], STEEL, 2.2)
    rail = line([(2, 58), (46, 54)], STEEL, 1.6) + each(4, lambda i: line([(5 + i * 11, 58 - i),
        (5 + i * 11, 66 - i)], STEEL, 1.4))
    return put("yacht", (-6, 4.5, 184, 89.5), rail, upper, cabin, hull,
        each(5, lambda i: box(60 + i * 20, 69, 11, 4, "#3d5a73", 2)), facing="left", top=(118, 26), seat=(168, 62))


@house("rowboat")
def rowboat(brush: Brush) -> Drawing:
    c = tint(brush, "#4f93c4")
    inside_ = path("M4 34Q90 20 176 34Q90 54 4 34z", "#7a4f30")
    benches = box(56, 32, 22, 6, PINE, 2) + box(104, 32, 22, 6, PINE, 2)
    front = path("M2 33Q90 56 178 33C176 60 158 80 130 84H50C22 80 4 60 2 33z",
        c) + path("M10 56Q90 76 170 56C162 72 148 82 130 84H50C32 82 " "18 72 10 56z",
        dark(c, 0.09)) + stroke("M3 33Q90 56 177 33", light(c, 0.16), 5)
    oars = line([(92, 26), (24, 92)], WOOD, 4.5) + turn(45, 20, 96, disc(20, 96, 5.5, WOOD, 13)) + line([(88, 26),
        (156, 92)], dark(WOOD, 0.05), 4.5) + turn(-45, 160, 96, disc(160, 96, 5.5, dark(WOOD, 0.05), 13)) + disc(62,
        54, 4, STEEL) + disc(118, 54, 4, STEEL)
    return put("rowboat", (0, 23.5, 179.5, 82.5), inside_, benches, front, oars, front=front + oars, facing="left",
        mouth_rim=(90, 36), inside=(36, 2, 108, 40), seat=(90, 34))


@house("tank")
def tank(brush: Brush) -> Drawing:
    c = tint(brush, "#6f7f4c")
    track = path("M10 84Q4 66 22 64H160Q178 66 172 84Q166 106 148 106H34Q16 106 10 84z", "#3b3f40") + each(6,
        lambda i: wheel(34 + i * 22.8, 86, 12, dark(c, 0.04), "#2b2e30", 0.22))
    gun = box(-40, 32, 96, 7, dark(c, 0.1), 2) + box(-44, 29.5, 16, 12, dark(c, 0.16), 2)
    turret = path("M48 52L58 24Q62 18 72 18H116Q128 18 132 28L140 52z",
        c) + path("M110 18H116Q128 18 132 28L140 52H114z", dark(c, 0.08)) + box(78, 10, 28, 9, dark(c, 0.06),
        3) + line([(120, 20), (128, -8)], IRON, 2)
    hull = path("M0 66L26 50H156L180 58L174 72H10z", dark(c, 0.03)) + path("M0 66L180 60L174 72H10z",
        dark(c, 0.1)) + star(94, 36, 9, own(brush, WHITE, 0.3))
    return put("tank", (-44, -9, 224, 115), gun, track, turret, hull, facing="left", top=(92, 11))


@house("subway train")
def subway_train(brush: Brush) -> Drawing:
    c = tint(brush, "#d5dbe1")
    band = own(brush, "#2f7fd0", -0.16)
    def door(x: float) -> str:
        return box(x, 26, 30, 56, dark(c, 0.1), 2) + pane(x + 2.5, 30, 11.5, 30, GLASS_FAR, 2) + pane(x + 16, 30,
            11.5, 30, GLASS_FAR, 2) + line([(x + 15, 26), (x + 15, 82)], dark(c, 0.24), 1.4)
    return put("subway train", (0, 8, 206, 101), path("M2 92V40Q4 14 32 12H206V92z", c),
        box(26, 8, 150, 6, dark(c, 0.14), 2), box(2, 74, 204, 18, dark(c, 0.09)), box(2, 66, 204, 8, band),
        path("M6 56V42Q8 22 30 21V56z", "#39506a"), path("M10 52V42Q12 28 24 25L14 52z", "#5a7894"), door(44),
        pane(82, 28, 34, 30, GLASS_NEAR, 3), door(124), pane(162, 28, 34, 30, GLASS_NEAR, 3),
        disc(10, 80, 4.5, "#fff2b8"), box(0, 88, 206, 8, INK, 2), "".join(wheel(x, 100, 9)
        for x in (38, 62, 150, 174)), line([(36, 15), (190, 15)], light(c, 0.06), 2), facing="left", top=(104, 12))


@house("bullet train")
def bullet_train(brush: Brush) -> Drawing:
    c = tint(brush, "#f3f5f8")
    stripe = own(brush, "#2f6fd0", -0.2)
    body = path("M-6 88C2 66 40 52 66 34Q80 24 100 24H240V92H2Q-8 92 -6 88z", c)
    low = path("M-6 88Q-2 80 10 73H240V92H2Q-8 92 -6 88z",
        dark(c, 0.09)) + path("M16 69Q30 61 42 58L240 56V62H60Q30 66 10 73z", stripe)
    cockpit = path("M58 42Q76 30 92 30V43Q76 48 58 46z", "#2f3f52") + path("M64 42Q76 34 86 32L78 45z", "#54708c")
    windows = each(6, lambda i: pane(122 + i * 19, 34, 13, 14, "#6fa8d0", 3))
    return put("bullet train", (-6.5, 24, 246.5, 74), body, low, cockpit, windows,
        line([(104, 28), (236, 28)], light(c, 0.04), 2), box(103, 34, 12, 40, dark(c, 0.07), 2),
        path("M14 82q10-3 16 0l-2 4H12z", "#fff2b8"), box(10, 90, 230, 8, "#4a5360", 2), facing="left", top=(160, 25))


@house("school bus")
def school_bus(brush: Brush) -> Drawing:
    c = tint(brush, "#f6b21c")
    k = "#2f3338"
    body = path("M2 84V62Q2 54 12 54H44L50 16Q52 10 60 10H182Q190 10 190 18V84q0 4-4 4H6q-4 0-4-4z", c) + box(2, 78,
        188, 10, dark(c, 0.12), (0, 0, 4, 4))
    lines = line([(52, 50), (190, 50)], k, 2.6) + line([(48, 62), (190, 62)], k, 2.6) + line([(48, 72), (190, 72)], k,
        2.6)
    windows = pane(55, 19, 20, 40, GLASS_NEAR, 2) + each(5, lambda i: pane(82 + i * 21, 21, 17, 22, GLASS_FAR,
        3)) + line([(65, 19), (65, 59)], dark(c, 0.2), 1.8)
    lamps = box(2, 62, 7, 9, "#fff2b8", 3) + box(58, 5, 14, 6, RED, 3) + box(172, 5, 12, 6, RED, 3) + box(184, 64, 6,
        10, RED, 2) + box(-2, 80, 14, 8, k, 2)
    stop = line([(78, 56), (72, 56)], STEEL, 2) + poly([polar(84, 56, 8, a * 45 + 22.5) for a in range(8)],
        RED) + box(79.5, 54.6, 9, 2.8, WHITE)
    arches = dome(32, 88, 20, 20, dark(c, 0.24)) + dome(150, 88, 20, 20, dark(c, 0.24))
    return put("school bus", (-2, 5, 193.5, 99), body, lines, windows, lamps, stop, arches,
        line([(64, 13.5), (170, 13.5)], light(c, 0.12), 2.4), wheel(32, 88, 16), wheel(150, 88, 16), facing="left",
        top=(120, 11))


@house("double-decker bus")
def double_decker_bus(brush: Brush) -> Drawing:
    c = tint(brush, "#d2292f")
    cream = own(brush, CREAM, 0.24)
    return put("double-decker bus", (4, 2, 164, 131), block(4, 2, 164, 116, c, 12, 0.05),
        box(4, 104, 164, 14, dark(c, 0.12), (0, 0, 6, 6)), box(4, 50, 164, 7, cream),
        each(6, lambda i: pane(30 + i * 22.5, 18, 19, 25, GLASS_FAR, 3)),
        box(6, 16, 18, 28, GLASS_NEAR, (2, 4, 4, 2)), box(6, 64, 18, 28, GLASS_NEAR, (2, 4, 4, 2)),
        each(4, lambda i: pane(30 + i * 22.5, 64, 19, 25, GLASS_FAR, 3)), box(122, 62, 38, 52, dark(c, 0.18), 3),
        pane(125, 65, 14.5, 44, GLASS_NEAR, 2), pane(142.5, 65, 14.5, 44, GLASS_NEAR, 2),
        box(32, 94, 84, 5, cream, 1), box(4, 96, 8, 9, "#fff2b8", 3), line([(18, 7), (146, 7)], light(c, 0.14), 2.4),
        dome(46, 118, 19, 19, dark(c, 0.24)), dome(106, 118, 19, 19, dark(c, 0.24)), wheel(46, 118, 15),
        wheel(106, 118, 15), facing="left", top=(86, 3))


@house("carriage")
def carriage(brush: Brush) -> Drawing:
    c = tint(brush, "#7d3c62")
    gold = own(brush, GOLD, 0.2)
    body = path("M48 20Q90 8 134 20L126 74Q120 90 92 90T58 74z", c) + path("M112 14Q124 16 134 20L126 74Q122 86 108 "
        "89Q120 50 112 14z", dark(c, 0.08)) + box(44, 14, 94, 7, gold, 3.5) + path("M60 14Q92 -4 124 14z",
        dark(c, 0.05)) + disc(92, 4, 4, gold)
    door = box(78, 26, 30, 54, light(c, 0.05), 6) + pane(82, 30, 22, 24, GLASS_FAR, 4) + disc(102, 62, 2.2,
        gold) + path("M55 30H72V54H59z", GLASS_NEAR) + path("M114 30H129L125 54H114z", GLASS_FAR)
    seat = path("M14 56H46V64H14z", gold) + path("M38 34Q34 46 46 62L50 62L46 34z",
        dark(c, 0.06)) + line([(16, 64), (30, 84)], OAK, 4) + line([(30, 84), (-20, 78)], OAK, 4)
    def spokes(x: float, y: float, r: float) -> str:
        return each(10, lambda i: line([(x, y), polar(x, y, r - 3, i * 36)], gold, 2.4)) + ring(x, y, r - 3, OAK,
            5) + disc(x, y, r * 0.2, gold)
    return put("carriage", (-22, 0, 187.5, 119.5), line([(36, 92), (142, 88)], OAK, 5), body, door, seat,
        spokes(38, 98, 22), spokes(138, 92, 28), facing="left", seat=(30, 56), top=(92, 6))


@house("wagon")
def wagon(brush: Brush) -> Drawing:
    c = tint(brush, "#d23a3a")
    front = box(34, 42, 120, 32, c, 4) + box(34, 62, 120, 12, dark(c, 0.1), (0, 0, 4, 4)) + box(30, 38, 128, 7,
        light(c, 0.05), 3) + box(62, 50, 64, 10, WHITE, 5)
    return put("wagon", (-15, 8, 173, 92), path("M36 40L50 30H142L152 40z", dark(c, 0.24)),
        line([(36, 74), (12, 62), (-4, 14)], INK, 5), line([(-12, 16), (4, 11)], INK, 6),
        box(44, 72, 100, 6, IRON, 2), front, wheel(58, 84, 16, WHITE), wheel(132, 84, 16, WHITE), front=front,
        facing="left", mouth_rim=(94, 40), inside=(40, 4, 108, 44), seat=(98, 42), text=(64, 48, 60, 14))


@house("tricycle")
def tricycle(brush: Brush) -> Drawing:
    c = tint(brush, "#e0393f")
    frame = line([(40, 74), (54, 26)], c, 7) + line([(50, 42), (78, 76), (118, 84)], c,
        8) + line([(112, 84), (104, 52)], c, 6) + box(92, 44, 32, 10, INK, 5) + line([(36, 24), (62, 28)], STEEL,
        5) + line([(32, 22), (42, 25)], own(brush, YELLOW, 0.1), 8) + line([(40, 74), (52, 84)], IRON, 4) + box(46,
        82, 16, 6, INK, 3)
    streamers = line([(32, 24), (24, 36)], PINK, 2) + line([(33, 25), (30, 38)], YELLOW, 2)
    return put("tricycle", (8, 18, 141, 90), wheel(132, 90, 17, WHITE, RUBBER, 0.3),
        wheel(40, 76, 32, WHITE, RUBBER, 0.24), wheel(114, 92, 16, WHITE, RUBBER, 0.3), frame, streamers,
        facing="left", seat=(108, 44), grip=(38, 24))


@house("sled")
def sled(brush: Brush) -> Drawing:
    c = tint(brush, "#b9793f")
    metal = own(brush, "#d0443f", -0.12)
    def runner(dy: float, k: str) -> str:
        return stroke(f"M22 {40 + dy}C-6 {40 + dy} -6 {70 + dy} 20 {74 + dy}H170", k, 5.5)
    posts = "".join(line([(x, 46), (x - 2, 72)], dark(c, 0.14), 5) for x in (52, 94, 138))
    deck = poly([(20, 34), (166, 34), (178, 50), (12, 50)], light(c, 0.05), 2) + each(2,
        lambda i: line([(18 - i * 3, 39.5 + i * 5.5), (170 + i * 4, 39.5 + i * 5.5)], dark(c, 0.1), 1.8)) + slab(10,
        48, 168, 7, c, 3)
    return put("sled", (-23.5, 31, 204.5, 46), move(8, -6, runner(0, dark(metal, 0.1))), posts, runner(0, metal),
        deck, curve([(12, 50), (-14, 54), (-22, 40)], "#d8c7a0", 2.6), facing="left", seat=(98, 40), top=(98, 40))


@house("space shuttle")
def space_shuttle(brush: Brush) -> Drawing:
    c = tint(brush, "#f3f5f7")
    k = "#3a414c"
    booster = "".join(block(x, 40, 15, 126, WHITE, 5, 0.36) + poly([(x, 46), (x + 7.5, 18), (x + 15, 46)],
        dark(WHITE, 0.06), 2) + poly([(x - 2, 164), (x + 17, 164), (x + 20, 176), (x - 5, 176)], k, 1)
        + path(f"M{x} 176Q{x + 7.5} 226 {x + 15} 176z", "#f28a2e") + path(f"M{x + 4} 176Q{x + 7.5} 204 {x + 11} "
        "176z", "#fbd04c") for x in (22, 93))
    tank_ = path("M46 160V40Q48 8 65 -4Q82 8 84 40V160z", "#d98743") + path("M68 -2Q82 10 84 40V160H74V40Q76 14 68 "
        "-2z", dark("#d98743", 0.08))
    wings = poly([(50, 96), (50, 164), (8, 164), (14, 150)], c, 2) + poly([(80, 96), (80, 164), (122, 164),
        (116, 150)], dark(c, 0.1), 2) + poly([(50, 158), (8, 158), (8, 164), (50, 164)],
        k) + poly([(80, 158), (122, 158), (122, 164), (80, 164)], k)
    body = path("M48 168V72Q50 44 65 32Q80 44 82 72V168z", c) + path("M68 34Q80 46 82 72V168H73V72Q76 50 68 34z",
        dark(c, 0.09)) + path("M55 58Q65 50 75 58L73 66Q65 61 " "57 66z", k) + box(63.5, 116, 3, 54, dark(c, 0.16),
        1) + poly([(65, 118), (69, 166), (61, 166)], dark(c, 0.12)) + box(54, 84, 8, 12, RED, 1) + box(68, 84, 8, 12,
        own(brush, BLUE, -0.2), 1)
    fire = "".join(poly([(x - 5, 168), (x + 5, 168), (x + 7, 176), (x - 7, 176)], k)
        + path(f"M{x - 5} 176Q{x} 206 {x + 5} 176z", "#8fd0f2") for x in (57, 73))
    return put("space shuttle", (8, -4, 114, 205), tank_, booster, wings, fire, body)


@house("spaceship")
def spaceship(brush: Brush) -> Drawing:
    c = tint(brush, "#c9d2dc")
    trim = own(brush, "#e4572e", -0.2)
    flame = path("M176 48Q214 52 228 62Q214 72 176 76z", "#5cc8f2") + path("M176 54Q200 58 210 62Q200 66 176 70z",
        "#d6f3ff")
    wings = poly([(92, 50), (166, 4), (184, 8), (158, 54)], dark(c, 0.06),
        4) + poly([(166, 4), (184, 8), (181, 14), (156, 11)], trim, 2)
    low = poly([(88, 72), (154, 72), (190, 114), (168, 116)], trim, 4) + poly([(154, 72), (190, 114), (181, 115),
        (140, 72)], dark(trim, 0.09), 3)
    body = path("M-8 64C24 44 70 36 120 38H170Q180 40 180 50V74Q180 86 168 86H110C60 86 20 80 -8 64z",
        c) + path("M-8 64C30 72 90 74 180 70V74Q180 86 168 86H110C60 86 20 " "80 -8 64z", dark(c, 0.1))
    cockpit = path("M40 45C58 30 88 28 104 40Q76 48 42 48z", "#3f86c8") + path("M50 42C62 33 78 31 88 33L72 44z",
        "#8fd0f2")
    bits = box(168, 42, 12, 40, dark(c, 0.24), 4) + each(4, lambda i: disc(104 + i * 15, 58, 4,
        "#fff2b8")) + path("M20 53Q60 45 96 50V55Q60 51 14 57z", trim) + line([(120, 43), (160, 43)], light(c, 0.1),
        2.4)
    return put("spaceship", (-8, 4.5, 236, 111.5), flame, wings, body, cockpit, bits, low, facing="left",
        top=(120, 39))


@house("biplane")
def biplane(brush: Brush) -> Drawing:
    c = tint(brush, "#d63f3a")
    trim = own(brush, CREAM, 0.22)
    body = path("M24 48Q28 36 46 35L110 38L176 50Q182 54 176 60L110 70Q60 76 36 70Q24 64 24 48z",
        c) + path("M24 56Q90 62 180 55Q180 58 176 60L110 70Q60 76 36 70Q25 66 24 " "56z", dark(c, 0.1))
    tail = path("M156 48L172 20Q184 18 184 28L180 54z", c) + path("M160 46L172 24L178 26L170 50z", trim) + box(150,
        50, 38, 6, dark(c, 0.12), 3)
    struts = "".join(line(p, OAK, 3) for p in ([(54, 16), (60, 68)], [(96, 16), (90, 68)], [(54, 16), (90, 68)]))
    wings = slab(34, 8, 86, 11, c, 5) + box(34, 8, 14, 7, trim, (5, 0, 0, 0)) + slab(30, 66, 82, 11, light(c, 0.03),
        5) + box(30, 66, 14, 7, trim, (5, 0, 0, 0))
    gear = line([(62, 74), (54, 94)], IRON, 4) + line([(74, 74), (66, 94)], IRON, 4) + wheel(60, 96, 11)
    nose = box(14, 42, 14, 26, IRON, 4) + disc(15, 55, 2.6, "#9aa7b3", 36, 0.75) + disc(13, 55, 5, GOLD)
    pilot = disc(104, 34, 8, "#8a5a34") + disc(100, 36, 6, "#f2c29b") + box(94, 32, 9, 5, "#bfe4f3",
        2.5) + path("M112 38Q124 34 134 42L128 46Q120 40 112 42z", RED)
    return put("biplane", (8, 8, 180, 99), tail, struts, pilot, body, wings, gear, nose, star(134, 55, 7, trim),
        facing="left", seat=(104, 38))


@house("fighter jet")
def fighter_jet(brush: Brush) -> Drawing:
    c = tint(brush, "#9aa8b5")
    flame = path("M190 54Q214 57 224 62Q214 67 190 70z", "#f28a2e") + path("M190 58Q204 60 210 62Q204 64 190 66z",
        "#fbd98c")
    body = path("M-14 64Q30 50 60 47L150 44L192 52V72L130 76Q40 76 -14 64z",
        c) + path("M-14 64Q60 66 192 63V72L130 76Q40 76 -14 64z", dark(c, 0.1))
    fins = poly([(132, 46), (166, 8), (186, 8), (180, 50)], dark(c, 0.04),
        3) + poly([(168, 8), (186, 8), (185, 15), (162, 15)], own(brush, RED, -0.16), 1)
    wing = poly([(76, 66), (138, 66), (176, 104), (154, 106)], dark(c, 0.16),
        3) + poly([(148, 64), (184, 64), (206, 82), (190, 84)], dark(c, 0.13), 2)
    canopy = path("M42 50Q58 34 84 36Q96 40 104 46z", "#3f6f94") + path("M52 47Q62 38 76 38L66 48z", "#8fc4e0")
    bits = box(186, 50, 8, 24, INK, 2) + path("M92 60H128V72H100Q92 70 92 60z", dark(c, 0.2)) + star(140, 57, 6,
        own(brush, WHITE, 0.3)) + line([(64, 50), (140, 47)], light(c, 0.1), 2)
    return put("fighter jet", (-14, 8, 238, 98), flame, fins, canopy, body, bits, wing, facing="left")


@house("cable car")
def cable_car(brush: Brush) -> Drawing:
    c = tint(brush, "#d8433d")
    return put("cable car", (-21.5, 0, 173.5, 139), line([(-20, 18), (150, 2)], IRON, 3),
        line([(65, 12), (65, 42)], IRON, 6), turn(-5.5, 65, 10, box(46, 6, 38, 9, INK, 4), disc(54, 7, 4.5, STEEL),
        disc(76, 7, 4.5, STEEL)), path("M46 44H84L94 56H36z", IRON), block(12, 52, 106, 84, c, 16, 0.2),
        box(12, 102, 106, 7, own(brush, WHITE, 0.2)), pane(20, 64, 26, 34, GLASS_NEAR, 5),
        pane(52, 64, 26, 34, GLASS_FAR, 5), pane(84, 64, 26, 34, GLASS_FAR, 5),
        line([(65, 62), (65, 134)], dark(c, 0.14), 2), box(24, 132, 82, 7, INK, 3),
        line([(28, 57), (92, 57)], light(c, 0.12), 2.4))


@house("limousine")
def limousine(brush: Brush) -> Drawing:
    c = tint(brush, "#3a3f4b")
    body = path("M4 62C4 50 12 44 34 40L50 22Q55 14 66 14H196Q206 14 212 22L226 40C244 42 252 50 252 60V72q0 6-6 "
        "6H10q-6 0-6-6z", c)
    low = path("M4 62H252V72q0 6-6 6H10q-6 0-6-6z", dark(c, 0.07)) + line([(6, 60), (250, 60)], CHROME, 2)
    glass = path("M44 40L56 25Q60 20 68 20H82V40z", "#9fc4d8") + each(4,
        lambda i: box(88 + i * 26, 20, 22, 20, "#86adc4", 2)) + path("M192 20H196Q204 20 208 26L217 40H192z",
        "#86adc4") + poly([(54, 40), (70, 20), (77, 20), (61, 40)], WHITE, o=0.4)
    bits = box(4, 49, 11, 9, "#fff2b8", 4) + box(243, 49, 9, 9, RED, 4) + bars(3, (85, 42), 74, 52, dark(c, 0.09),
        1.8) + box(0, 68, 20, 7, CHROME,
        3.5) + box(236, 68, 20, 7, CHROME, 3.5) + each(2, lambda i: box(92 + i * 52, 46, 12, 3.5, CHROME, 1.7))
    return put("limousine", (0, 14, 256, 80.5), body, low, glass, bits, dome(42, 78, 21, 21, dark(c, 0.12)),
        dome(212, 78, 21, 21, dark(c, 0.12)), wheel(42, 78, 16.5), wheel(212, 78, 16.5),
        line([(24, 46), (40, 43)], light(c, 0.18), 2.4), facing="left", top=(130, 15))


@house("convertible")
def convertible(brush: Brush) -> Drawing:
    c = tint(brush, "#e0474a")
    seats = box(84, 28, 14, 20, "#b9814f", (6, 6, 0, 0)) + box(110, 28, 14, 20, dark("#b9814f", 0.06), (6, 6, 0, 0))
    screen = poly([(58, 44), (74, 20), (79, 20), (66, 44)], "#bfe4f3") + line([(58, 44), (75, 19)], CHROME,
        2.6) + line([(70, 42), (80, 34)], INK, 3)
    body = path("M2 62C2 50 14 45 34 42H132C154 42 168 46 168 56V68q0 6-6 6H10q-8 0-8-12z",
        c) + path("M2 60H168V68q0 6-6 6H10q-7 0-8-8z", dark(c, 0.1))
    bits = box(2, 48, 12, 9, "#fff2b8", 4) + box(158, 50, 10, 8, "#f28b6b", 4) + line([(72, 44), (76, 72)],
        dark(c, 0.14), 1.8) + line([(122, 44), (118, 72)], dark(c, 0.14), 1.8) + box(102, 49, 12, 3.5, CHROME,
        1.7) + box(-2, 66, 20, 7, CHROME, 3.5) + box(152, 66, 20, 7, CHROME, 3.5) + line([(26, 47), (56, 46)],
        light(c, 0.16), 2.6) + path("M126 42Q142 34 154 44z", dark(c, 0.16))
    return put("convertible", (-2, 17.5, 174, 73.5), seats, screen, body, bits, dome(38, 74, 21, 21, dark(c, 0.24)),
        dome(134, 74, 21, 21, dark(c, 0.24)), wheel(38, 74, 17, CHROME), wheel(134, 74, 17, CHROME), facing="left",
        seat=(94, 40), inside=(70, 0, 64, 44), mouth_rim=(96, 42), front=body + bits)


@house("go-kart")
def go_kart(brush: Brush) -> Drawing:
    c = tint(brush, "#2f86d8")
    body = path("M-4 74Q0 60 24 58L66 56L72 66H132V80H4Q-6 80 -4 74z",
        c) + path("M-4 74Q60 72 132 74V80H4Q-6 80 -4 74z", dark(c, 0.1)) + box(24, 60, 26, 12, WHITE, 3) + box(-6, 76,
        30, 6, INK, 3)
    seat = path("M92 70L100 70L116 32Q118 26 124 28Q128 30 126 36L116 76H92z", INK)
    engine = block(122, 50, 22, 24, STEEL, 3, 0.36) + each(3, lambda i: line([(125, 55 + i * 6), (140, 55 + i * 6)],
        IRON, 2)) + box(112, 70, 40, 8, IRON, 2)
    wheel_ = line([(66, 62), (80, 42)], IRON, 4) + line([(72, 36), (88, 48)], INK, 5)
    return put("go-kart", (-6, 27.5, 158, 67.5), engine, seat, wheel_, body, wheel(28, 78, 16, YELLOW, RUBBER, 0.44),
        wheel(128, 76, 19, YELLOW, RUBBER, 0.44), facing="left", seat=(98, 68))
