"""House drawings: famous buildings."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    GOLD,
    INK,
    IRON,
    STONE,
    WHITE,
    ball,
    block,
    both,
    box,
    disc,
    dome,
    each,
    line,
    mirror,
    own,
    path,
    poly,
    put,
    slab,
    stroke,
    tint,
    turn,
)


@house("eiffel tower")
def eiffel_tower(brush: Brush) -> Drawing:
    c = tint(brush, "#8d6b4f")
    leg = path("M50 94C46 124 32 152 10 178H36C42 164 50 152 60 146V94z",
        c) + path("M50 94C46 124 32 152 10 178H20C40 154 52 124 56 94z", light(c, 0.06))
    lattice = both(60, each(4, lambda i: line([(45 - i * 6, 112 + i * 16), (54 - i * 5, 120 + i * 14)], dark(c, 0.16),
        2) + line([(53 - i * 4, 108 + i * 14), (42 - i * 6, 124 + i * 14)], dark(c, 0.16), 2)))
    spire = path("M57 24H63C64 52 67 76 72 98H48C53 76 56 52 57 24z", c) + path("M60 24H63C64 52 67 76 72 98H63z",
        dark(c, 0.09)) + each(6, lambda i: line([(57.6 - i * 1.4, 38 + i * 9), (62.4 + i * 1.4, 34 + i * 9)],
        dark(c, 0.16), 1.6))
    return put("eiffel tower", (4, 2, 112, 180), box(58.7, 2, 2.6, 16, dark(c, 0.06)),
        box(55, 17, 10, 8, dark(c, 0.1), 2), leg, mirror(60, leg),
        mirror(60, path("M50 94C46 124 32 152 10 178H22C42 152 52 124 56 94z", dark(c, 0.09))), lattice, spire,
        slab(41, 91, 38, 8, dark(c, 0.05), 2), stroke("M38 176C40 150 80 150 82 176", dark(c, 0.1), 5),
        slab(27, 132, 66, 9, dark(c, 0.05), 2), box(4, 174, 36, 8, dark(c, 0.13), 2),
        box(80, 174, 36, 8, dark(c, 0.13), 2))


@house("big ben")
def big_ben(brush: Brush) -> Drawing:
    c = tint(brush, "#d3ab69")
    spire = own(brush, "#56707c", -0.16)
    return put("big ben", (10, 0, 50, 190), line([(35, 2), (35, 14)], GOLD, 3),
        poly([(35, 8), (46, 36), (24, 36)], spire, 1), box(24, 34, 22, 10, c),
        poly([(22, 42), (48, 42), (56, 60), (14, 60)], spire, 1), block(14, 58, 42, 42, light(c, 0.04), 1, 0.2),
        block(18, 98, 34, 88, c, 1, 0.24), each(3, lambda i: box(22 + i * 9, 108, 4, 70, dark(c, 0.12), 2)),
        slab(11, 96, 48, 6, light(c, 0.06), 1), slab(11, 57, 48, 5, light(c, 0.06), 1),
        disc(35, 79, 15, dark(c, 0.24)), disc(35, 79, 13, WHITE), line([(35, 79), (35, 69)], INK, 2.4),
        line([(35, 79), (42, 83)], INK, 2.4), disc(35, 79, 1.8, INK), slab(10, 182, 50, 8, dark(c, 0.08), 1))


@house("statue of liberty")
def statue_of_liberty(brush: Brush) -> Drawing:
    c = tint(brush, "#7fb8a2")
    robe = path("M44 62C52 54 74 54 80 62C86 84 86 110 90 138H34C40 110 38 84 44 62z",
        c) + path("M70 56Q78 58 80 62C86 84 86 110 90 138H72C76 108 76 80 70 56z", dark(c, 0.09)) + each(4,
        lambda i: line([(48 + i * 8, 82 + i * 2), (42 + i * 12, 134)], dark(c, 0.12), 2.2))
    torch = line([(46, 66), (30, 46), (28, 22)], c, 10) + poly([(20, 22), (36, 22), (32, 32), (24, 32)], dark(c, 0.08),
        1) + path("M28 2C36 10 36 16 28 22C20 16 20 10 28 2z", GOLD)
    crown_ = each(7, lambda i: turn(-66 + i * 22, 62, 40, poly([(60, 24), (62, 10), (64, 24)], dark(c, 0.05))))
    return put("statue of liberty", (20, 2, 82, 188), torch, robe,
        line([(78, 66), (90, 82), (82, 94)], dark(c, 0.06), 10),
        turn(12, 86, 86, box(76, 70, 16, 24, light(c, 0.08), 1)), crown_, box(56, 48, 12, 12, dark(c, 0.08), 3),
        ball(62, 40, 13, c, 15, shine=False), path("M48 36Q62 24 76 36V31Q62 18 48 31z", dark(c, 0.1)),
        slab(26, 136, 72, 9, STONE, 1), block(32, 144, 60, 36, "#c4b59a", 1, 0.2), slab(22, 178, 80, 12, "#ad9e85", 1))


@house("taj mahal")
def taj_mahal(brush: Brush) -> Drawing:
    c = tint(brush, "#f0ece4")
    def minaret(x: float) -> str:
        return block(x, 38, 9, 82, c, 1, 0.4) + box(x - 2, 58, 13, 4, dark(c, 0.1), 1) + box(x - 2, 36, 13, 4,
            dark(c, 0.1), 1) + path(f"M{x} 37C{x - 1} 27 {x + 4} 24 {x + 4.5} 18C{x + 5} 24 {x + 10} 27 {x + 9} 37z", c)
    def onion(x: float, y: float, r: float) -> str:
        return path(f"M{x - r * 0.8} {y}C{x - r * 1.3} {y - r} {x - r * 0.5} {y - r * 1.4} {x} "
            f"{y - r * 2.1}C{x + r * 0.5} {y - r * 1.4} {x + r * 1.3} {y - r} {x + r * 0.8} {y}z",
            c) + path(f"M{x} {y - r * 2.1}C{x + r * 0.5} {y - r * 1.4} {x + r * 1.3} {y - r} {x + r * 0.8} "
            f"{y}H{x + r * 0.3}C{x + r * 0.7} {y - r} {x + r * 0.3} {y - r * 1.4} {x} {y - r * 2.1}z",
            dark(c, 0.09)) + line([(x, y - r * 2.1), (x, y - r * 2.5)], GOLD, 2.4)
    def arch(x: float, y: float, w: float, h: float) -> str:
        return path(f"M{x} {y + h}V{y + h * 0.4}Q{x + w * 0.2} {y + h * 0.1} {x + w / 2} {y}Q{x + w * 0.8} "
            f"{y + h * 0.1} {x + w} {y + h * 0.4}V{y + h}z", dark(c, 0.2))
    return put("taj mahal", (0, -8.5, 180, 138.5), minaret(6), minaret(165), onion(95, 60, 27), onion(58, 66, 10),
        onion(132, 66, 10), block(34, 66, 122, 54, c, 1, 0.12), block(72, 58, 46, 62, light(c, 0.02), 1, 0.1),
        arch(80, 68, 30, 52), "".join(arch(x, y, 14, 20) for x in (40, 56, 121, 138) for y in (72, 98)),
        slab(0, 118, 180, 12, dark(c, 0.04), 1))


@house("sydney opera house")
def sydney_opera_house(brush: Brush) -> Drawing:
    c = tint(brush, "#f4f1ea")
    def shell(x: float, y: float, w: float, h: float) -> str:
        """A sail: its ridge rises from the right foot and leans out to the upper left."""
        tip, right = (x, y - h), x + w
        face = f"M{tip[0]} {tip[1]}C{x + w * 0.45} {y - h * 0.92} {x + w * 0.88} {y - h * 0.5} {right} {y}"
        rib = f"C{x + w * 0.18} {y - h * 0.72} {x + w * 0.26} {y - h * 0.34} {x + w * 0.24} {y}"
        return path(f"{face}H{x + w * 0.24}C{x + w * 0.26} {y - h * 0.34} {x + w * 0.18} {y - h * 0.72} {tip[0]} "
            f"{tip[1]}z",
            c) + path(f"M{tip[0]} {tip[1]}{rib}H{x + w * 0.08}C{x + w * 0.14} {y - h * 0.34} {x + w * 0.1} "
            f"{y - h * 0.7} {tip[0]} {tip[1]}z",
            "#6f8ea3") + stroke(f"M{tip[0] + w * 0.05} {tip[1] + h * 0.04}C{x + w * 0.4} {y - h * 0.7} "
            f"{x + w * 0.58} {y - h * 0.36} {x + w * 0.62} {y - 2}", dark(c, 0.1), 1.6)
    return put("sydney opera house", (0, 4, 190, 84), mirror(156, shell(126, 70, 46, 40)), shell(84, 70, 62, 48),
        shell(40, 70, 78, 66), shell(8, 70, 62, 46), slab(0, 68, 190, 14, "#b58f74", 2),
        box(8, 80, 174, 8, dark("#b58f74", 0.1), 2), each(9, lambda i: box(20 + i * 17, 72, 9, 5, "#6d5444", 1)))


@house("colosseum")
def colosseum(brush: Brush) -> Drawing:
    c = tint(brush, "#d9b98c")
    def arches(y: float, h: float, n: int, x0: float, x1: float) -> str:
        step = (x1 - x0) / n
        return each(n,
            lambda i: path(f"M{x0 + i * step + step * 0.22:.1f} {y + h}v-{h * 0.6:.1f}a{step * 0.28:.1f} "
            f"{step * 0.28:.1f} 0 0 1 {step * 0.56:.1f} 0v{h * 0.6:.1f}z", dark(c, 0.28)))
    return put("colosseum", (4, 2, 172, 100), disc(90, 30, 84, dark(c, 0.16), 18),
        path("M4 34C4 24 14 16 30 12L34 8H58L62 2H122L128 10L150 14C168 18 176 26 176 34V102H4z", c),
        path("M140 12L150 14C168 18 176 26 176 34V102H136z", dark(c, 0.08)),
        path("M22 26Q90 2 158 26Q90 40 22 26z", dark(c, 0.2)),
        path("M4 30Q90 56 176 30V36Q90 62 4 36z", light(c, 0.05)), arches(40, 17, 11, 8, 172),
        arches(60, 17, 11, 8, 172), arches(82, 20, 11, 8, 172), box(4, 57.5, 172, 3, light(c, 0.05)),
        box(4, 78, 172, 3.4, light(c, 0.05)), poly([(150, 14), (176, 30), (176, 44), (160, 34)], dark(c, 0.03)))


@house("great wall of china")
def great_wall(brush: Brush) -> Drawing:
    c = tint(brush, "#b9a58a")
    def tower(x: float, y: float, w: float, h: float) -> str:
        return block(x, y, w, h, c, 1, 0.3) + box(x - 3, y - 2, w + 6, 6, light(c, 0.04), 1) + each(4,
            lambda i: box(x - 3 + i * (w + 6) / 3.5, y - 9, (w + 6) / 7, 9, light(c, 0.02), 1)) + box(x + w * 0.3, y
            + h * 0.34, w * 0.2, h * 0.22, "#4b4238", (3, 3, 0, 0))
    ribbon = path("M0 98C24 84 40 70 60 74C84 80 92 96 116 84C140 70 146 40 180 34V56C156 60 150 90 126 104C100 118 "
        "78 104 58 96C40 92 24 104 0 118z",
        c) + path("M0 98C24 84 40 70 60 74C84 80 92 96 116 84C140 70 146 40 180 34V40C150 46 144 76 120 90C94 104 "
        "80 88 60 82C42 76 24 92 0 106z", light(c, 0.06))
    teeth = "".join(box(x, y, 6, 6, light(c, 0.02), 1) for x,
        y in ((8, 88), (20, 80), (34, 71), (76, 76), (90, 83), (106, 83), (128, 70), (138, 58), (160, 38), (172, 32)))
    hills_ = path("M0 130V96Q30 60 66 70T128 60Q150 30 180 40V130z",
        "#6da05c") + path("M0 130V112Q50 96 90 112T180 84V130z", "#5a8f50")
    return put("great wall of china", (0, 13, 180, 117), hills_, teeth, ribbon, tower(44, 50, 28, 44),
        tower(136, 22, 22, 40))


@house("golden gate bridge")
def golden_gate_bridge(brush: Brush) -> Drawing:
    c = tint(brush, "#c8452f")
    def tower(x: float) -> str:
        return box(x - 8, 4, 6, 104, c, 1) + box(x + 3, 4, 6, 104, dark(c, 0.08),
            1) + "".join(box(x - 8, y, 17, 6, dark(c, 0.03)) for y in (10, 30, 50, 84)) + box(x - 14, 104, 30, 10,
            STONE, 2)
    ropes = each(14, lambda i: line([(66 + i * 6.2, 12 + 44 * (1 - ((i - 6.5) / 7.2) ** 2)), (66 + i * 6.2, 70)], c,
        1.2)) + each(6, lambda i: line([(10 + i * 8, 58 - i * 8), (10 + i * 8, 70)], c, 1.2)
        + line([(202 - i * 8, 58 - i * 8), (202 - i * 8, 70)], c, 1.2))
    return put("golden gate bridge", (0, 4, 216.5, 110), ropes, stroke("M2 68L60 8Q106 106 152 8L210 68", c, 3),
        slab(0, 68, 212, 8, c, 1), each(20, lambda i: line([(4 + i * 10.6, 76), (14 + i * 10.6, 83)], c, 1.4)),
        box(0, 82, 212, 2.4, c), tower(60), tower(152), top=(106, 69))


@house("leaning tower of pisa")
def leaning_tower_of_pisa(brush: Brush) -> Drawing:
    c = tint(brush, "#efe8da")
    def floor(y: float, w: float) -> str:
        x = 60 - w / 2
        return box(x, y, w, 19, dark(c, 0.05)) + box(x + w * 0.72, y, w * 0.28, 19, dark(c, 0.12)) + each(6,
            lambda i: path(f"M{x + 3 + i * (w - 4) / 6:.1f} {y + 19}v-9a{w / 18:.1f} {w / 18:.1f} 0 0 1 {w / 9:.1f} "
            f"0v9z", dark(c, 0.24))) + box(x - 3, y - 3, w + 6, 5, light(c, 0.02), 1)
    return put("leaning tower of pisa", (18, 2.5, 88, 177.5),
        turn(6, 60, 176, block(42, 8, 36, 22, c, 1, 0.28), box(39, 4, 42, 5, light(c, 0.02), 1),
        path("M54 30v-10a6 6 0 0 1 12 0v10z", dark(c, 0.24)), each(6, lambda i: floor(30 + i * 20, 50 + i * 0.8)),
        block(34, 150, 54, 26, c, 1, 0.28), box(31, 147, 60, 5, light(c, 0.02), 1),
        path("M54 176v-12a7 7 0 0 1 14 0v12z", dark(c, 0.26))), box(18, 172, 88, 8, "#8cae6a", 4))


@house("stonehenge")
def stonehenge(brush: Brush) -> Drawing:
    c = tint(brush, "#a3a6a4")
    def stone(x: float, y: float, w: float, h: float, k: str) -> str:
        return poly([(x + 2, y), (x + w - 1, y + 1), (x + w, y + h), (x - 1, y + h)], k,
            3) + poly([(x + w * 0.68, y), (x + w - 1, y + 1), (x + w, y + h), (x + w * 0.66, y + h)], dark(k, 0.09), 2)
    def gate(x: float, y: float, w: float, h: float, k: str) -> str:
        return stone(x, y, w * 0.3, h, k) + stone(x + w * 0.7, y, w * 0.3, h, k) + stone(x - 3, y - h * 0.24, w + 6,
            h * 0.26, light(k, 0.02))
    return put("stonehenge", (0, 15.5, 180, 78.5), path("M0 94Q20 78 90 78T180 94z", "#79a95f"),
        gate(44, 40, 36, 42, dark(c, 0.06)), gate(98, 40, 36, 42, dark(c, 0.06)), gate(8, 36, 46, 52, c),
        gate(124, 36, 46, 52, c), gate(62, 30, 54, 60, light(c, 0.02)))


@house("arc de triomphe")
def arc_de_triomphe(brush: Brush) -> Drawing:
    c = tint(brush, "#e2d3b4")
    return put("arc de triomphe", (0, 2, 130, 128), path("M6 22H124V130H86V78C86 48 44 48 44 78V130H6z", c),
        box(100, 22, 24, 108, dark(c, 0.08)), stroke("M44 80C44 46 86 46 86 80", dark(c, 0.12), 5),
        slab(0, 12, 130, 13, light(c, 0.03), 2), slab(6, 2, 118, 12, c, 2), slab(2, 36, 126, 7, light(c, 0.03), 1),
        both(65, box(13, 76, 22, 34, dark(c, 0.12), 2), disc(24, 60, 7, dark(c, 0.1))),
        each(8, lambda i: box(12 + i * 14, 28, 8, 5, dark(c, 0.12), 1)))


@house("moai")
def moai(brush: Brush) -> Drawing:
    c = tint(brush, "#8f928f")
    return put("moai", (6, 3, 78, 135), path("M22 8Q44 -2 66 8L74 54 70 98 84 138H8L20 98 14 54z", c),
        path("M54 4Q62 4 66 8L74 54 70 98 84 138H60L58 90z", dark(c, 0.1)),
        path("M16 42H72L70 52H52V58H38V52H18z", dark(c, 0.2)),
        poly([(40, 50), (50, 50), (56, 84), (34, 84)], light(c, 0.07), 4), box(30, 92, 30, 7, dark(c, 0.22), 3),
        both(45, box(6, 44, 8, 40, dark(c, 0.08), 4)))


@house("torii gate")
def torii_gate(brush: Brush) -> Drawing:
    c = tint(brush, "#d9452f")
    return put("torii gate", (0, 2, 150, 118), both(75, poly([(30, 22), (42, 22), (38, 120), (24, 120)], c),
        box(20, 108, 20, 12, INK, 2)), mirror(75, poly([(30, 22), (34, 22), (30, 120), (24, 120)], dark(c, 0.09))),
        slab(16, 42, 118, 10, c, 1), box(69, 24, 12, 20, dark(c, 0.06)),
        path("M2 4Q75 18 148 4L144 20Q75 28 6 20z", c), path("M0 2Q75 14 150 2V9Q75 20 0 9z", own(brush, INK, -0.28)))


@house("space needle")
def space_needle(brush: Brush) -> Drawing:
    c = tint(brush, "#dfe4e8")
    return put("space needle", (3, 0, 84, 184), line([(45, 2), (45, 22)], IRON, 2.6),
        both(45, path("M40 44C42 90 36 140 20 182H28C40 140 46 90 45 44z", c)),
        path("M45 44C45 90 48 140 62 182H70C54 140 48 90 50 44z", dark(c, 0.1)), box(42, 44, 6, 138, dark(c, 0.05)),
        box(34, 118, 22, 6, dark(c, 0.12), 2), disc(45, 38, 42, dark(c, 0.1), 8), disc(45, 34, 42, c, 7),
        dome(45, 32, 26, 12, own(brush, "#f0a94a", -0.06)), box(8, 35, 74, 3, "#7fb8d4", 1.5),
        slab(12, 178, 66, 6, STONE, 2))
