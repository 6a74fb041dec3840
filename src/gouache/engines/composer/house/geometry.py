"""House drawings: plain shapes and signs, and compositions of shapes for words that have none."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    CREAM,
    GOLD,
    INK,
    NAVY,
    OAK,
    ORANGE,
    PAPER,
    PINK,
    PURPLE,
    RED,
    TEAL,
    WHITE,
    YELLOW,
    arc,
    ball,
    block,
    box,
    cylinder,
    disc,
    each,
    line,
    path,
    polar,
    poly,
    put,
    ring,
    stroke,
    tint,
)


def _ngon(count: int, r: float = 60.0, start: float = -90.0) -> list[tuple[float, float]]:
    return [polar(60, 60, r, start + 360 * i / count) for i in range(count)]


def _even(name: str, count: int, usual: str, brush: Brush, start: float = -90.0) -> Drawing:
    """A regular polygon, flat."""
    points = _ngon(count, 60, start)
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    area = (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return put(name, area, poly(points, tint(brush, usual), 3))


@house("circle")
def circle(brush: Brush) -> Drawing:
    return put("circle", (120, 120), disc(60, 60, 60, tint(brush, RED)))


@house("oval")
def oval(brush: Brush) -> Drawing:
    return put("oval", (150, 100), disc(75, 50, 75, tint(brush, TEAL), 50))


@house("ring shape")
def ring_shape(brush: Brush) -> Drawing:
    return put("ring shape", (120, 120), ring(60, 60, 50, tint(brush, GOLD), 20))


@house("square")
def square(brush: Brush) -> Drawing:
    return put("square", (110, 110), box(0, 0, 110, 110, tint(brush, BLUE), 3), text=(8, 8, 94, 94))


@house("rectangle")
def rectangle(brush: Brush) -> Drawing:
    return put("rectangle", (160, 100), box(0, 0, 160, 100, tint(brush, ORANGE), 3), text=(8, 8, 144, 84))


@house("triangle")
def triangle(brush: Brush) -> Drawing:
    return put("triangle", (124, 108), poly([(62, 0), (124, 108), (0, 108)], tint(brush, YELLOW), 4))


@house("pentagon")
def pentagon(brush: Brush) -> Drawing:
    return _even("pentagon", 5, PURPLE, brush)


@house("hexagon")
def hexagon(brush: Brush) -> Drawing:
    return _even("hexagon", 6, TEAL, brush)


@house("octagon")
def octagon(brush: Brush) -> Drawing:
    return _even("octagon", 8, RED, brush, 22.5)


@house("trapezoid")
def trapezoid(brush: Brush) -> Drawing:
    return put("trapezoid", (150, 96), poly([(36, 0), (114, 0), (150, 96), (0, 96)], tint(brush, PURPLE), 4))


@house("line")
def plain_line(brush: Brush) -> Drawing:
    return put("line", (200, 10), box(0, 0, 200, 10, tint(brush, INK), 5))


@house("cross shape")
def cross_shape(brush: Brush) -> Drawing:
    c = tint(brush, RED)
    return put("cross shape", (110, 110), box(38, 0, 34, 110, c, 4) + box(0, 38, 110, 34, c, 4))


@house("spiral")
def spiral(brush: Brush) -> Drawing:
    points = [polar(60, 60, 2 + 54 * i / 160, 7.2 * i) for i in range(161)]
    d = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
    return put("spiral", (11.5, 7.5, 105, 110), stroke(d, tint(brush, PURPLE), 8))


@house("cube")
def cube(brush: Brush) -> Drawing:
    c = tint(brush, BLUE)
    return put("cube", (104, 120), poly([(52, 0), (104, 30), (52, 60), (0, 30)], light(c, 0.08), 2)
        + poly([(0, 30), (52, 60), (52, 120), (0, 90)], c, 2) + poly([(104, 30), (104, 90), (52, 120), (52, 60)],
        dark(c, 0.1), 2), top=(52, 30))


@house("sphere")
def sphere(brush: Brush) -> Drawing:
    c = tint(brush, RED)
    if brush.material in ("glass", "crystal"):
        return put("sphere", (120, 120), disc(60, 60, 60, c, o=0.55) + disc(60, 66, 50, light(c, 0.1), 46, o=0.5)
            + arc(60, 60, 48, 190, 260, WHITE, 7) + disc(84, 92, 10, WHITE, 6, o=0.6))
    return put("sphere", (120, 120), ball(60, 60, 60, c))


@house("cylinder")
def plain_cylinder(brush: Brush) -> Drawing:
    c = tint(brush, TEAL)
    return put("cylinder", (90, 144), cylinder(0, 14, 90, 116, c, 14) + disc(45, 14, 45, light(c, 0.1), 14),
        top=(45, 10))


@house("cone")
def cone(brush: Brush) -> Drawing:
    c = tint(brush, ORANGE)
    return put("cone", (110, 130), path("M55 0 110 116Q82 130 55 130T0 116z", c)
        + path("M55 0 110 116Q90 128 66 129.5z", dark(c, 0.1)))


@house("pyramid shape")
def pyramid_shape(brush: Brush) -> Drawing:
    c = tint(brush, YELLOW)
    return put("pyramid shape", (130, 108), poly([(62, 0), (86, 108), (0, 92)], c, 2) + poly([(62, 0), (130, 84),
        (86, 108)], dark(c, 0.12), 2))


@house("prism")
def prism(brush: Brush) -> Drawing:
    c = tint(brush, "#a9dbee")
    rays = each(6, lambda i: poly([(84, 58), (180, 52 + 9 * i), (180, 61 + 9 * i)],
        (RED, ORANGE, YELLOW, "#4ea35c", BLUE, PURPLE)[i]))
    return put("prism", (-50, 0, 230, 108), line([(-50, 74), (36, 56)], WHITE, 5) + rays
        + poly([(62, 0), (124, 108), (0, 108)], c, 4, 0.85) + poly([(62, 14), (100, 94), (62, 94)], WHITE, 2, 0.3))


@house("yin yang")
def yin_yang(brush: Brush) -> Drawing:
    ink, pale = brush.main("#22262e"), brush.second("#fdfaf2")
    half = "M60 2a58 58 0 0 1 0 116a29 29 0 0 1 0-58a29 29 0 0 0 0-58z"
    return put("yin yang", (120, 120), disc(60, 60, 60, ink) + disc(60, 60, 56, pale)
        + _ringed(half, ink) + disc(60, 31, 9, ink) + disc(60, 89, 9, pale))


def _ringed(d: str, fill: str) -> str:
    """A path drawn for radius 58, set into the ring of radius 56."""
    return f'<g transform="matrix(.9655 0 0 .9655 2.07 2.07)">{path(d, fill)}</g>'


@house("stripes")
def stripes(brush: Brush) -> Drawing:
    colors = [brush.main(RED), brush.second(WHITE), brush.main(RED)]
    return put("stripes", (150, 100), each(3, lambda i: box(0, i * 100 / 3, 150, 100 / 3, colors[i])))


@house("pole")
def pole(brush: Brush) -> Drawing:
    c = tint(brush, OAK)
    return put("pole", (8, 190), block(0, 0, 8, 190, c, 4, 0.35), grip=(4, 90))


@house("telephone wire")
def telephone_wire(brush: Brush) -> Drawing:
    c = tint(brush, OAK)
    post = block(0, 0, 10, 150, c, 3, 0.35) + block(-16, 14, 42, 8, c, 3, 0.3)
    other = f'<g transform="translate(230 0)">{post}</g>'
    wires = stroke("M5 16Q120 46 235 16", INK, 3) + stroke("M-10 16Q105 50 220 16", INK, 2.4)
    return put("telephone wire", (-16, 0, 272, 150), post + other + wires, top=(120, 32))


@house("towel")
def towel(brush: Brush) -> Drawing:
    c = tint(brush, "#8fd0e8")
    bar = block(-8, 6, 126, 7, "#c3ccd4", 3.5, 0.4) + disc(-6, 9.5, 6, "#aab4be") + disc(116, 9.5, 6, "#aab4be")
    back = box(16, 4, 86, 106, dark(c, 0.1), (6, 6, 4, 4))
    front = box(8, 3, 86, 132, c, (7, 7, 3, 3)) + box(8, 104, 86, 6, dark(c, 0.08)) + box(8, 114, 86, 4, dark(c, 0.08))
    fringe = each(12, lambda i: box(9 + 7.15 * i, 134, 5, 8, light(c, 0.03), 2))
    folds = path("M8 10q4 60 0 124h10q5-60 1-131h-4q-7 0-7 7z", light(c, 0.05)) + path("M80 3q6 60 2 132h12V10"
        "q0-7-7-7z", dark(c, 0.05))
    return put("towel", (-12, 0, 134, 142), bar + back + front + folds + box(8, 104, 86, 6, dark(c, 0.1))
        + box(8, 114, 86, 4, dark(c, 0.1)) + fringe)


@house("flag")
def flag(brush: Brush) -> Drawing:
    c = tint(brush, RED)
    cloth = "M10 8Q42-4 74 8T140 8V88Q106 100 74 88T10 88z"
    folds = path("M74 8Q90 14 106 14V94Q90 94 74 88z", dark(c, 0.06)) + path("M10 8Q26 2 42 2V82Q26 82 10 88z",
        light(c, 0.04))
    two = path("M10 34Q42 22 74 34T140 34V62Q106 74 74 62T10 62z", brush.accent) if brush.accent else ""
    return put("flag", (0, -6, 140, 196), block(0, 0, 8, 190, OAK, 4, 0.35) + disc(4, -1, 6, GOLD) + path(cloth, c)
        + two + folds.replace("<path", '<path fill-opacity="0.55"'), text=(24, 14, 104, 66), grip=(4, 150))


@house("checkers")
def checkers(brush: Brush) -> Drawing:
    a, b = brush.main("#c0392f"), brush.second("#2f3742")
    board = path("M20 60 120 60 140 100H0z", OAK) + box(0, 100, 140, 8, dark(OAK, 0.08), 2)
    cells = "".join(_cell(i, j) for i in range(8) for j in range(4) if (i + j) % 2)
    men = [(26, 90, a), (58, 90, a), (92, 90, a), (40, 80, a), (76, 80, a), (46, 66, b), (68, 66, b), (92, 66, b)]
    pieces = "".join(disc(x, y + 2, 6, dark(c, 0.1), 3.4) + disc(x, y, 6, c, 3.4) + disc(x, y, 3.4, light(c, 0.08), 1.8)
        for x, y, c in men)
    return put("checkers", (0, 56, 140, 52), board + cells + pieces, top=(70, 66))


def _cell(i: int, j: int) -> str:
    """One dark field of a board seen in perspective."""
    def at(u: float, v: float) -> tuple[float, float]:
        t = v / 4
        return 22 - 19 * t + u / 8 * (96 + 38 * t), 62 + 36 * t ** 1.15
    return poly([at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)], "#3d2a20")


# compositions: a grid of quarter discs, arcs, stripes and dots; large, calm forms with one accent

_SCHEMES = (
    (CREAM, NAVY, RED, YELLOW, TEAL), (PAPER, INK, ORANGE, TEAL, PINK),
    ("#efe6f7", "#3b2f63", PURPLE, YELLOW, PINK), ("#e4f1ee", "#1f4b57", TEAL, ORANGE, GOLD),
)


def _tile(sort: int, x: float, y: float, s: float, a: str, b: str) -> str:
    match sort % 7:
        case 0:
            return box(x, y, s, s, a) + path(f"M{x} {y}h{s}a{s} {s} 0 0 1-{s} {s}z", b)
        case 1:
            return box(x, y, s, s, a) + disc(x + s / 2, y + s / 2, s * 0.36, b)
        case 2:
            return box(x, y, s, s, a) + each(4, lambda i: box(x, y + s * i / 4, s, s / 8, b))
        case 3:
            return box(x, y, s, s, a) + path(f"M{x + s} {y + s}h-{s}a{s} {s} 0 0 1 {s}-{s}z", b)
        case 4:
            return box(x, y, s, s, a) + poly([(x, y + s), (x + s, y), (x + s, y + s)], b)
        case 5:
            return box(x, y, s, s, a) + path(f"M{x} {y + s / 2}a{s / 2} {s / 2} 0 0 1 {s} 0z", b) \
                + path(f"M{x} {y + s}a{s / 2} {s / 2} 0 0 1 {s} 0z", b)
        case _:
            return box(x, y, s, s, a) + each(9, lambda i: disc(x + s * (1 + 2 * (i % 3)) / 6,
                y + s * (1 + 2 * (i // 3)) / 6, s * 0.075, b))


def _composition(variant: int, brush: Brush) -> str:
    pale, ink, *others = _SCHEMES[variant]
    hues = [brush.main(others[0]), brush.second(others[1]), others[2]]
    tiles = []
    for j in range(4):
        for i in range(4):
            k = (i * 5 + j * 3 + variant * 4 + (i * j) % 3) % 7
            ground = (pale, hues[(i + j) % 3], ink)[(i + 2 * j + variant) % 3]
            mark = (hues[(i + j + 1) % 3], pale, hues[(j + variant) % 3])[(i + 2 * j + variant) % 3]
            tiles.append(_tile(k, i * 45.0, j * 45.0, 45.0, ground, mark))
    sun = disc(90, 90, 44, hues[0]) + disc(90, 90, 30, pale) + disc(90, 90, 15, ink)
    return box(-8, -8, 196, 196, ink, 6) + box(-4, -4, 188, 188, pale, 4) + "".join(tiles) + sun


def _abstract(variant: int, brush: Brush) -> Drawing:
    name = "abstract composition" + (f" {variant + 1}" if variant else "")
    return put(name, (-8, -8, 196, 196), _composition(variant, brush))


@house("abstract composition")
def abstract_one(brush: Brush) -> Drawing:
    return _abstract(0, brush)


@house("abstract composition 2")
def abstract_two(brush: Brush) -> Drawing:
    return _abstract(1, brush)


@house("abstract composition 3")
def abstract_three(brush: Brush) -> Drawing:
    return _abstract(2, brush)


@house("abstract composition 4")
def abstract_four(brush: Brush) -> Drawing:
    return _abstract(3, brush)



@house("store")
def store(brush: Brush) -> Drawing:
    """A shop front: a sign board over a striped awning, a window and a door."""
    c = tint(brush, TEAL)
    front = block(4, 0, 152, 122, CREAM, 3, 0.06) + box(0, 0, 160, 8, dark(CREAM, 0.1), 2)
    board = box(10, 12, 140, 26, dark(c, 0.14), 3) + box(13, 15, 134, 20, PAPER, 2)
    stripe = each(8, lambda i: path(f"M{8 + 18 * i} 44h18v16a9 7 0 0 1-18 0z", c if i % 2 == 0 else WHITE))
    window = box(14, 70, 84, 40, dark(c, 0.1), 2) + box(17, 73, 78, 34, "#bfe4f3", 1) + path("M30 73h14l-22 34h-5v-14z",
        WHITE, 0.5) + box(54, 73, 3, 34, dark(c, 0.1))
    door = box(108, 68, 34, 54, dark(c, 0.1), 2) + box(112, 72, 26, 36, "#bfe4f3", 1) + disc(136, 112, 1.8, GOLD)
    return put("store", (160, 124), front, box(4, 116, 152, 8, dark(CREAM, 0.2)), window, door,
        box(6, 42, 148, 4, dark(c, 0.1)), stripe, board, text=(15, 16, 130, 18))


@house("basketball hoop")
def basketball_hoop(brush: Brush) -> Drawing:
    """A backboard on a post, with a ring and its net."""
    c = tint(brush, ORANGE)
    post = block(52, 60, 10, 140, dark(c, 0.12), 2, 0.35) + box(36, 194, 42, 8, dark(c, 0.16), 3)
    board = box(4, 0, 106, 72, c, 4) + box(13, 9, 88, 54, WHITE, 2) + box(38, 24, 38, 30, c, 1) + box(41, 27, 32,
        24, WHITE)
    net = each(5, lambda i: line([(39 + 9 * i, 64), (45 + 6 * i, 100)], "#e9edf1", 2.2)) + each(5, lambda i: line(
        [(75 - 9 * i, 64), (69 - 6 * i, 100)], "#e9edf1", 2.2)) + line([(42, 78), (72, 78)], "#e9edf1", 2)
    return put("basketball hoop", (0, 0, 114, 202), post, board, net, ring(57, 63, 20, c, 5, 5), top=(57, 2))
