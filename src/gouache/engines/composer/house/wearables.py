"""House drawings: things to wear."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    CREAM,
    GOLD,
    INK,
    RED,
    SKY,
    WHITE,
    YELLOW,
    arc,
    ball,
    block,
    both,
    box,
    curve,
    disc,
    dome,
    each,
    line,
    mirror,
    move,
    own,
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
)


@house("crown")
def crown(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    return put("crown", (124, 90), path("M6 24L34 48 62 10 90 48 118 24 108 84H16z", c),
        path("M90 48L118 24 108 84H84z", dark(c, 0.09)), slab(14, 74, 96, 16, c, 5), disc(6, 20, 6, light(c, 0.05)),
        disc(118, 20, 6, dark(c, 0.03)), disc(62, 8, 7.5, light(c, 0.05)), disc(62, 58, 7, "#d83a52", 8),
        both(62, disc(36, 64, 5, "#2f9ab8", 6), disc(28, 82, 3.6, "#d83a52")), disc(62, 82, 3.6, "#2f9ab8"),
        line([(16, 38), (24, 68)], light(c, 0.16), 3.5))


@house("top hat")
def top_hat(brush: Brush) -> Drawing:
    c = tint(brush, "#3a4250")
    front = path("M22 14L28 84H96L102 14A40 9 0 0 1 22 14z", c) + path("M82 21Q98 19 102 14L96 84H80z",
        dark(c, 0.09)) + path("M27 66H97L96 84H28z", own(brush, "#b8394a", -0.16))
    return put("top hat", (2, 5, 120, 94), disc(62, 86, 60, dark(c, 0.07), 13), disc(62, 83, 60, c, 12),
        disc(62, 14, 40, light(c, 0.06), 9), front, line([(34, 28), (37, 58)], light(c, 0.14), 4), crown=(62, 6))


@house("beret")
def beret(brush: Brush) -> Drawing:
    c = tint(brush, "#c8394a")
    return put("beret", (4, 0, 116.5, 69), box(62, 0, 6, 16, dark(c, 0.1), 3),
        path("M4 42C4 18 40 8 66 8C98 8 122 26 120 44C118 60 96 62 92 62H32C16 62 4 56 4 42z", dark(c, 0.09)),
        path("M4 42C4 18 40 8 62 8C88 8 104 26 100 42C98 54 84 58 76 60H32C16 60 4 54 4 42z", c),
        box(26, 56, 72, 13, dark(c, 0.16), 6), curve([(14, 40), (22, 28), (38, 20)], light(c, 0.14), 4))


@house("cowboy hat")
def cowboy_hat(brush: Brush) -> Drawing:
    c = tint(brush, "#a8703f")
    return put("cowboy hat", (2, 5.5, 146, 80.5),
        path("M2 44C4 34 14 36 22 48C40 62 110 62 128 48C136 36 146 34 148 44C148 70 112 86 75 86S2 70 2 44z",
        dark(c, 0.09)),
        path("M2 42C4 32 14 34 22 46C40 60 110 60 128 46C136 34 146 32 148 42C146 60 112 76 75 76S4 60 2 42z", c),
        path("M36 58C38 20 48 4 60 6Q70 8 75 14Q80 8 90 6C102 4 112 20 114 58Q75 72 36 58z", light(c, 0.04)),
        path("M98 8C106 12 113 28 114 58Q106 62 94 64C100 40 100 22 98 8z", dark(c, 0.07)),
        path("M36 50Q75 66 114 50V59Q75 73 36 59z", own(brush, "#5b3a24", -0.2)),
        curve([(46, 42), (49, 24), (56, 14)], light(c, 0.14), 3.5), crown=(75, 8))


@house("wizard hat")
def wizard_hat(brush: Brush) -> Drawing:
    c = tint(brush, "#5a4bb5")
    return put("wizard hat", (2, 2.5, 126, 119.5), disc(65, 104, 63, dark(c, 0.1), 18), disc(65, 101, 63, c, 17),
        path("M26 98C36 66 44 34 66 10Q80 -4 92 8Q96 14 84 16C82 44 94 74 104 98Q65 116 26 98z", c),
        path("M84 16C82 44 94 74 104 98Q96 103 84 105C78 74 72 44 76 12Q84 6 90 10Q94 14 84 16z", dark(c, 0.09)),
        path("M29 88Q65 106 101 88L104 98Q65 116 26 98z", own(brush, GOLD, 0.18)), star(58, 58, 10, GOLD, soft=1),
        star(80, 76, 6, GOLD, soft=1), star(64, 30, 5, GOLD, soft=1), crown=(84, 6))


@house("chef hat")
def chef_hat(brush: Brush) -> Drawing:
    c = tint(brush, "#f1f2f4")
    return put("chef hat", (3, 1, 106, 109), "".join(disc(x, y, 27, dark(c, k)) for x, y,
        k in ((30, 34, 0.0), (82, 34, 0.09), (56, 28, 0.03))), path("M24 46H88L84 96H28z", c),
        path("M76 46H90L84 96H72z", dark(c, 0.08)), each(3, lambda i: line([(42 + i * 14, 58), (43 + i * 13, 80)],
        dark(c, 0.1), 2.6)), slab(24, 86, 64, 24, light(c, 0.02), 5))


@house("party hat")
def party_hat(brush: Brush) -> Drawing:
    c = tint(brush, "#e0559a")
    dots = "".join(disc(x, y, 5, k) for x, y, k in ((48, 46, YELLOW), (60, 66, WHITE), (38, 78, SKY), (66, 96, YELLOW),
        (46, 104, WHITE), (26, 106, YELLOW)))
    return put("party hat", (6, -2, 84, 123), path("M48 14L90 112Q48 130 6 112z", c),
        path("M48 14L90 112Q78 118 66 120z", dark(c, 0.09)), dots, star(48, 14, 16, YELLOW, 8, 0.6), crown=(48, 4))


@house("santa hat")
def santa_hat(brush: Brush) -> Drawing:
    c = tint(brush, "#d8363d")
    return put("santa hat", (4, 5.5, 125, 90.5),
        path("M14 76C20 30 52 2 84 6C108 10 118 34 118 58C106 40 98 36 90 40C96 52 98 64 98 76z", c),
        path("M84 6C108 10 118 34 118 58C106 40 98 36 90 40C84 26 80 14 84 6z", dark(c, 0.1)),
        slab(4, 70, 104, 26, WHITE, 13), ball(116, 64, 13, WHITE, shine=False),
        curve([(30, 56), (42, 34), (60, 20)], light(c, 0.12), 4))


@house("baseball cap")
def baseball_cap(brush: Brush) -> Drawing:
    c = tint(brush, "#2f6fc0")
    return put("baseball cap", (1.5, 2.5, 126.5, 73.5), path("M44 62C40 24 60 6 86 6C112 6 128 28 128 62z", c),
        path("M100 8C118 14 128 34 128 62H104C112 40 110 22 100 8z", dark(c, 0.09)),
        path("M2 66Q8 48 50 54Q92 56 96 62Q96 74 76 72C46 68 24 70 8 76Q0 76 2 66z", dark(c, 0.12)),
        path("M2 66Q8 48 50 54Q92 56 96 62Q60 58 8 72z", light(c, 0.03)), disc(88, 6, 5, dark(c, 0.1), 3.5),
        curve([(54, 44), (58, 28), (68, 18)], light(c, 0.14), 3.5), facing="left", crown=(86, 4))


@house("helmet")
def helmet(brush: Brush) -> Drawing:
    c = tint(brush, "#e2574c")
    return put("helmet", (4, 4, 116, 102),
        path("M4 66C4 26 30 4 64 4C98 4 120 30 120 66V92q0 14-14 14H36C20 106 4 92 4 66z", dark(c, 0.09)),
        path("M4 66C4 26 30 4 60 4C88 4 104 30 104 62V106H36C20 106 4 92 4 66z", c),
        path("M4 56C20 44 66 42 88 50V74C66 82 22 80 6 76z", INK),
        path("M12 56C24 50 46 48 60 49L40 74 14 74Q10 66 12 56z", "#4c6076"),
        stroke("M34 12Q66 4 96 24", light(c, 0.2), 6), facing="left")


@house("hard hat")
def hard_hat(brush: Brush) -> Drawing:
    c = tint(brush, "#f6bf33")
    return put("hard hat", (0, 2, 128, 72), dome(64, 62, 52, 56, c),
        path("M84 9C104 16 116 36 116 62H92C98 40 96 22 84 9z", dark(c, 0.09)), box(55, 2, 18, 56, light(c, 0.05), 8),
        box(66, 4, 7, 54, dark(c, 0.05), 3), slab(0, 58, 128, 16, c, 8),
        curve([(20, 50), (26, 32), (38, 20)], light(c, 0.15), 4))


@house("sunglasses")
def sunglasses(brush: Brush) -> Drawing:
    c = tint(brush, "#2b323c")
    lens = path("M4 10H60Q64 44 34 46Q6 46 4 10z", c) + path("M12 16H28L20 38Q12 30 12 16z", light(c, 0.22), 0.8)
    second = path("M70 10H126Q124 46 96 46Q66 44 70 10z", c) + path("M78 16H94L86 38Q78 30 78 16z", light(c, 0.22), 0.8)
    return put("sunglasses", (0, 4, 130, 42), box(0, 4, 130, 9, dark(c, 0.05), 4.5), lens, second, eyes=(65, 22))


@house("glasses")
def glasses(brush: Brush) -> Drawing:
    c = tint(brush, "#8a4b34")
    lens = disc(33, 27, 25, "#cdeaf6", o=0.6) + turn(-35, 33, 27, box(24, 10, 6, 32, WHITE, 3, 0.8)) + ring(33, 27, 26,
        c, 6.5)
    return put("glasses", (-1, -2.5, 138, 58.5), both(68, line([(8, 18), (2, 12)], c, 6)), lens, move(70, 0, lens),
        stroke("M58 22q10-9 20 0", c, 6.5), eyes=(68, 27))


@house("scarf")
def scarf(brush: Brush) -> Drawing:
    c = tint(brush, "#d6474b")
    pale = own(brush, CREAM, 0.18)
    def tail(x: float, h: float, k: str) -> str:
        return box(x, 34, 26, h, k) + box(x, 46, 26, 8, pale) + box(x, 66, 26, 8, pale) + each(4,
            lambda i: line([(x + 4 + i * 6, 34 + h), (x + 4 + i * 6, 43 + h)], k, 3.4))
    return put("scarf", (4, 7, 110, 115.5), tail(66, 70, dark(c, 0.07)), tail(40, 78, c),
        path("M4 22C4 2 114 2 114 22C114 46 84 50 59 50S4 46 4 22z", c), disc(59, 20, 40, dark(c, 0.2), 9),
        path("M8 32Q59 56 110 32Q104 46 84 49Q60 52 34 49Q12 46 8 32z", dark(c, 0.09)),
        stroke("M32 30l-8 14M88 30l8 13M64 33v16", pale, 6), neck=(59, 20))


@house("bow tie")
def bow_tie(brush: Brush) -> Drawing:
    c = tint(brush, "#c9374c")
    wing = path("M54 24C36 4 8 -4 4 8V58C8 70 36 60 54 42z", c) + path("M4 44C16 56 38 50 54 38V42C36 60 8 70 4 58z",
        dark(c, 0.1)) + stroke("M46 30L26 24M46 36L28 40", dark(c, 0.15), 3)
    return put("bow tie", (4, 2.5, 108, 61), both(58, wing), block(45, 18, 26, 30, light(c, 0.04), 8, 0.34),
        neck=(58, 32))


def _top(c: str, sleeves: str = "long") -> str:
    drop = 118 if sleeves == "long" else 62
    arm = poly([(40, 10), (20, 18), (2, drop - 8), (22, drop), (40, 52)], dark(c, 0.05), 6)
    return both(64, arm) + path("M38 8Q64 22 90 8L100 26V126q0 4-4 4H32q-4 0-4-4V26z",
        c) + path("M82 12L90 8 100 26V126q0 4-4 4H84z", dark(c, 0.08))


@house("t-shirt")
def t_shirt(brush: Brush) -> Drawing:
    c = tint(brush, "#3f9bd0")
    return put("t-shirt", (3.5, 6.5, 120.5, 123.5), _top(c, "short"), stroke("M42 9Q64 32 86 9", dark(c, 0.13), 5),
        line([(36, 44), (36, 110)], light(c, 0.1), 3), text=(36, 34, 56, 58), chest=(64, 60))


@house("hoodie")
def hoodie(brush: Brush) -> Drawing:
    c = tint(brush, "#7a8fa8")
    return put("hoodie", (3, 0, 122, 131), _top(c),
        path("M34 12C36 -4 92 -4 94 12C96 28 78 36 64 38C50 36 32 28 34 12z", dark(c, 0.07)),
        path("M44 14C48 4 80 4 84 14C82 24 72 29 64 31C56 29 46 24 44 14z", dark(c, 0.24)),
        line([(56, 36), (55, 58)], WHITE, 2.6), line([(72, 36), (73, 54)], WHITE, 2.6),
        poly([(44, 86), (84, 86), (92, 112), (36, 112)], dark(c, 0.1), 4), box(28, 120, 72, 11, dark(c, 0.1), 3),
        chest=(64, 64), text=(38, 50, 50, 36))


@house("jacket")
def jacket(brush: Brush) -> Drawing:
    c = tint(brush, "#8d5a3a")
    return put("jacket", (3, 6.5, 122, 123.5), _top(c), poly([(48, 12), (80, 12), (72, 130), (56, 130)], "#e9e4da"),
        poly([(34, 10), (50, 6), (62, 52), (46, 40)], light(c, 0.06), 2),
        poly([(94, 10), (78, 6), (66, 52), (82, 40)], dark(c, 0.06), 2), line([(57, 54), (56, 128)], dark(c, 0.2), 2),
        box(36, 84, 15, 4, dark(c, 0.2), 2), box(78, 84, 15, 4, dark(c, 0.2), 2),
        both(64, box(28, 120, 28, 10, dark(c, 0.12), 2)), chest=(64, 60))


@house("coat")
def coat(brush: Brush) -> Drawing:
    c = tint(brush, "#b98d5a")
    return put("coat", (2.5, 8, 122.5, 154), both(64, poly([(40, 10), (20, 18), (2, 112), (20, 118), (40, 52)],
        dark(c, 0.05), 6)), path("M38 8Q64 20 90 8L100 26L112 158q0 4-4 4H20q-4 0-4-4L28 26z", c),
        path("M84 10L90 8 100 26L112 158q0 4-4 4H92z", dark(c, 0.08)), line([(64, 40), (64, 160)], dark(c, 0.16), 2.4),
        poly([(38, 8), (54, 10), (63, 44), (44, 36)], light(c, 0.06), 2),
        poly([(90, 8), (74, 10), (65, 44), (84, 36)], dark(c, 0.06), 2),
        each(3, lambda i: disc(56, 58 + i * 24, 3, dark(c, 0.3)) + disc(73, 58 + i * 24, 3, dark(c, 0.3))),
        box(22, 82, 84, 9, dark(c, 0.14), 3), box(58, 80, 14, 13, GOLD, 2), chest=(64, 60))


@house("dress")
def dress(brush: Brush) -> Drawing:
    c = tint(brush, "#d44f86")
    return put("dress", (4, 0, 108, 148), both(58, line([(40, 4), (38, 24)], c, 7)),
        path("M32 20Q46 34 58 34T84 20L82 62L112 138Q58 158 4 138L34 62z", c),
        path("M72 30Q82 26 84 20L82 62L112 138Q100 144 84 147L70 62z", dark(c, 0.09)),
        each(3, lambda i: curve([(46 + i * 8, 72), (38 + i * 14, 110), (32 + i * 20, 144)], dark(c, 0.1), 2.6)),
        box(32, 58, 52, 9, dark(c, 0.18), 4), chest=(58, 44))


@house("trousers")
def trousers(brush: Brush) -> Drawing:
    c = tint(brush, "#3f6aa8")
    return put("trousers", (2, 2, 86, 142), path("M12 4H78L88 144H54L46 52 36 144H2z", c),
        path("M62 4H78L88 144H70z", dark(c, 0.09)), path("M30 12L36 144H22z", dark(c, 0.0)),
        box(11, 2, 68, 12, dark(c, 0.12), 3), line([(45, 14), (45, 50)], dark(c, 0.16), 2.4),
        stroke("M14 26q14 0 16-12M76 26q-14 0-16-12", dark(c, 0.16), 2.4), disc(45, 8, 2.6, GOLD),
        line([(18, 44), (12, 128)], light(c, 0.1), 2.6))


@house("boots")
def boots(brush: Brush) -> Drawing:
    c = tint(brush, "#9a5f35")
    boot = path("M22 4H58V92H4q-4-14 10-20C24 68 24 52 22 4z", c) + path("M46 4H58V92H42C48 70 48 40 46 4z",
        dark(c, 0.09)) + slab(0, 92, 60, 12, own(brush, "#4a3222", -0.24), 4) + box(18, 2, 44, 11, light(c, 0.07),
        4) + each(3, lambda i: line([(24, 28 + i * 14), (38, 32 + i * 14)], CREAM, 2.6)) + line([(12, 82), (24, 76)],
        light(c, 0.14), 3)
    return put("boots", (4, 2, 120, 108), move(62, 0, boot), move(4, 6, boot), facing="left")


@house("shoe")
def shoe(brush: Brush) -> Drawing:
    c = tint(brush, "#e5524f")
    return put("shoe", (2, 4, 134, 68),
        path("M4 58C4 44 18 42 36 36C54 30 62 18 74 6Q84 14 98 10L122 4C128 22 134 40 134 60z", c),
        path("M4 58C16 50 70 56 128 40Q133 50 134 60H6z", dark(c, 0.09)), slab(2, 56, 134, 16, WHITE, 8),
        each(4, lambda i: line([(48 + i * 9, 34 - i * 6.4), (58 + i * 9, 42 - i * 6)], WHITE, 3.2)),
        path("M88 46C100 40 112 32 124 18L127 28C116 42 102 50 90 52z", WHITE), box(4, 60, 26, 4, dark(WHITE, 0.1), 2),
        facing="left")


@house("high heel")
def high_heel(brush: Brush) -> Drawing:
    c = tint(brush, "#d83a55")
    return put("high heel", (2, 4, 124.5, 90), poly([(112, 30), (126, 22), (122, 94), (116, 94)], dark(c, 0.12), 2),
        path("M2 84C10 70 34 72 50 64C76 50 92 22 112 4Q128 10 126 30C112 34 100 50 86 68C76 82 64 88 48 88H8q-6 "
        "0-6-4z", c), path("M2 84H48C66 84 78 74 88 60L96 56C88 68 84 74 78 80Q66 92 48 92H8q-6-2-6-8z",
        dark(c, 0.14)), path("M46 66C70 54 90 26 112 6Q92 34 84 48Q66 70 46 66z", dark(c, 0.24)), facing="left")


@house("gloves")
def gloves(brush: Brush) -> Drawing:
    c = tint(brush, "#3f8fb8")
    glove = each(4, lambda i: box(20 + i * 11.4, (18, 6, 4, 14)[i], 10.4, 60, (c, c, dark(c, 0.03), dark(c, 0.07))[i],
        5.2)) + turn(-34, 16, 76, box(8, 44, 12, 44, light(c, 0.03), 6)) + box(19, 48, 46, 48, c, 10) + box(52, 48, 13,
        48, dark(c, 0.08), (0, 8, 8, 0)) + slab(16, 90, 52, 22, light(c, 0.08), 5)
    return put("gloves", (-8.5, 6, 158.5, 108), mirror(71, move(-2, 2, glove)), move(-2, 2, glove))


@house("sock")
def sock(brush: Brush) -> Drawing:
    c = tint(brush, "#e8685a")
    pale = own(brush, WHITE, 0.18)
    return put("sock", (4.5, 2, 89.5, 120),
        path("M44 6H92V70C92 100 60 122 30 122C4 122 -2 100 12 90C26 82 44 78 44 62z", c),
        path("M74 6H92V70C92 100 60 122 36 122C62 108 74 90 74 66z", dark(c, 0.08)), slab(40, 2, 54, 20, pale, 5),
        box(44, 34, 48, 8, pale), box(44, 50, 48, 8, pale), path("M12 90C20 86 30 94 28 121C4 122 -2 100 12 90z",
        pale), facing="left")


@house("watch")
def watch(brush: Brush) -> Drawing:
    c = tint(brush, "#8a5636")
    return put("watch", (3, 2, 75, 136), poly([(22, 2), (56, 2), (60, 44), (18, 44)], c, 4),
        poly([(18, 96), (60, 96), (56, 138), (22, 138)], dark(c, 0.05), 4), box(70, 64, 8, 12, dark(GOLD, 0.1), 2),
        ball(39, 70, 36, own(brush, GOLD, 0.06), shine=False), disc(39, 70, 27, WHITE),
        each(12, lambda i: line([polar(39, 70, 21, i * 30), polar(39, 70, 24, i * 30)], INK, 1.8)),
        line([(39, 70), (39, 54)], INK, 3), line([(39, 70), (50, 76)], INK, 3), disc(39, 70, 2.6, RED),
        each(3, lambda i: disc(39, 108 + i * 9, 1.8, dark(c, 0.26))))


@house("ring")
def ring_(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    return put("ring", (5.5, 4, 81.5, 116.5), ring(46, 80, 35, c, 11), arc(46, 80, 35, -40, 110, dark(c, 0.1), 11),
        arc(46, 80, 37, 180, 250, light(c, 0.16), 3), poly([(30, 4), (62, 4), (74, 18), (46, 46), (18, 18)], "#a8e3f5",
        2), poly([(62, 4), (74, 18), (46, 46), (58, 18)], "#6fbfe0"), poly([(30, 4), (40, 18), (18, 18)], "#d9f5fc"),
        poly([(40, 18), (58, 18), (46, 46)], "#8ed6ee"))


@house("necklace")
def necklace(brush: Brush) -> Drawing:
    c = tint(brush, "#f3ece0")
    beads = each(21, lambda i: ball(*polar(62, 26, 56, 200 - i * 11), 6.5 + 2.5 * (1 - abs(i - 10) / 10), c,
        shine=False))
    return put("necklace", (-1, 0, 126, 107.5), beads, poly([(62, 80), (74, 92), (62, 108), (50, 92)],
        own(brush, "#d83a55", -0.1), 2), neck=(62, 26))
