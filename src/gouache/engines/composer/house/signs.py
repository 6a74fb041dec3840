"""House drawings: signs of screens and maps: what buttons and icons show."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    GREEN,
    INK,
    LEAF,
    ORANGE,
    RED,
    STEEL,
    TEAL,
    WHITE,
    YELLOW,
    arc,
    block,
    box,
    disc,
    each,
    leaf,
    line,
    move,
    own,
    path,
    poly,
    put,
    ring,
    stroke,
    tint,
    turn,
)


@house("wifi symbol")
def wifi(brush: Brush) -> Drawing:
    c = tint(brush, BLUE)
    arcs = each(3, lambda i: arc(70, 92, 26 + i * 27, 222, 318, c if i != 1 else light(c, 0.05), 14))
    return put("wifi symbol", (3.5, 5, 133, 99), arcs, disc(70, 92, 12, c))


@house("download symbol")
def download(brush: Brush) -> Drawing:
    c = tint(brush, BLUE)
    return put("download symbol", (5, 4, 110, 115), box(52, 4, 16, 60, c, 4), poly([(26, 54), (94, 54), (60, 92)], c,
        4),
        stroke("M12 84V106Q12 112 18 112H102Q108 112 108 106V84", dark(c, 0.08), 14))


@house("upload symbol")
def upload(brush: Brush) -> Drawing:
    c = tint(brush, BLUE)
    return put("upload symbol", (5, 5.5, 110, 113.5), box(52, 32, 16, 60, c, 4), poly([(26, 42), (94, 42), (60, 4)], c,
        4),
        stroke("M12 84V106Q12 112 18 112H102Q108 112 108 106V84", dark(c, 0.08), 14))


@house("play button")
def play_button(brush: Brush) -> Drawing:
    c = tint(brush, RED)
    return put("play button", (0, 0, 120, 120), disc(60, 60, 60, c), disc(60, 60, 52, light(c, 0.04)),
        poly([(46, 32), (46, 88), (92, 60)], WHITE, 6))


@house("pause button")
def pause_button(brush: Brush) -> Drawing:
    c = tint(brush, ORANGE)
    return put("pause button", (0, 0, 120, 120), disc(60, 60, 60, c), disc(60, 60, 52, light(c, 0.04)),
        box(40, 34, 14, 52, WHITE, 4), box(66, 34, 14, 52, WHITE, 4))


@house("user symbol")
def user(brush: Brush) -> Drawing:
    c = tint(brush, TEAL)
    return put("user symbol", (0, 0, 112, 124), disc(56, 32, 32, c), disc(50, 26, 24, light(c, 0.05)),
        path("M0 124Q0 74 56 74T112 124z", c), path("M82 124Q90 96 74 77Q112 84 112 124z", dark(c, 0.07)))


@house("location pin")
def location_pin(brush: Brush) -> Drawing:
    c = tint(brush, RED)
    return put("location pin", (0, 0, 96, 136),
        path("M48 0C76 0 96 20 96 48C96 80 62 106 48 136C34 106 0 80 0 48C0 20 20 0 48 0z", c),
        path("M48 0C76 0 96 20 96 48C96 80 62 106 48 136C60 100 82 80 80 46C78 20 66 6 48 0z", dark(c, 0.08)), disc(48,
        47, 20, WHITE))


@house("pie chart")
def pie_chart(brush: Brush) -> Drawing:
    c = tint(brush, BLUE)
    return put("pie chart", (0, 0, 128, 128), path("M60 68L60 8A60 60 0 1 0 120 68z", c),
        path("M60 68L102 110A60 60 0 0 0 120 68z",
        dark(c, 0.1)), path("M70 58V0A58 58 0 0 1 128 58z", own(brush, YELLOW, 0.16)))


@house("menu symbol")
def menu_symbol(brush: Brush) -> Drawing:
    c = tint(brush, INK)
    return put("menu symbol", (0, 0, 120, 92), each(3, lambda i: box(0, i * 37, 120, 18, c, 9)))


@house("fingerprint")
def fingerprint(brush: Brush) -> Drawing:
    c = tint(brush, TEAL)
    ridges = each(4, lambda i: stroke(
        f"M{20 + i * 13} {100 - i * 4}Q{12 + i * 14} {70 - i * 2} {20 + i * 12} {44 + i * 6}"
        f"Q{60} {4 + i * 22} {100 - i * 12} {44 + i * 6}Q{110 - i * 14} {80} {96 - i * 10} {118 - i * 6}", c, 6))
    return put("fingerprint", (13, 21, 94, 106), ridges, line([(60, 84), (58, 124)], c, 6))


@house("qr code")
def qr_code(brush: Brush) -> Drawing:
    c = tint(brush, INK)
    eyes = "".join(box(x, y, 38, 38, c, 4) + box(x + 7, y + 7, 24, 24, WHITE, 2) + box(x + 13, y + 13, 12, 12, c, 1)
        for x, y in ((8, 8), (82, 8), (8, 82)))
    spots = [(i % 8, i // 8) for i in range(64) if (i * 7 + i // 8 * 5) % 3]
    free = [(x, y) for x, y in spots if not (x < 3 and (y < 3 or y > 4) or x > 4 and y < 3)]
    dots = "".join(box(8 + x * 14.2, 8 + y * 14.2, 11, 11, c, 1) for x, y in free)
    return put("qr code", (0, 0, 128, 128), box(0, 0, 128, 128, WHITE, 8), dots, eyes)


@house("bluetooth symbol")
def bluetooth(brush: Brush) -> Drawing:
    c = tint(brush, BLUE)
    return put("bluetooth symbol", (0, 0, 96, 128), box(0, 0, 96, 128, c, 46), line([(26, 42), (70, 84), (48, 106), (48,
        22), (70, 44),
        (26, 86)], WHITE, 9))


@house("share symbol")
def share_symbol(brush: Brush) -> Drawing:
    c = tint(brush, GREEN)
    return put("share symbol", (0, 0, 120, 124), line([(98, 22), (22, 62), (98, 102)], dark(c, 0.08), 10), disc(98, 22,
        22, c), disc(22, 62,
        22, c), disc(98, 102, 22, c))


@house("refresh symbol")
def refresh(brush: Brush) -> Drawing:
    c = tint(brush, GREEN)
    half = arc(64, 64, 46, 200, 330, c, 14) + poly([(94, 10), (122, 50), (80, 52)], c, 3)
    return put("refresh symbol", (7, 11, 114, 106), half, turn(180, 64, 64, half))


@house("plus symbol")
def plus_symbol(brush: Brush) -> Drawing:
    c = tint(brush, GREEN)
    return put("plus symbol", (0, 0, 110, 110), box(42, 0, 26, 110, c, 8), box(0, 42, 110, 26, c, 8))


@house("close symbol")
def close_symbol(brush: Brush) -> Drawing:
    c = tint(brush, RED)
    return put("close symbol", (4.5, 4.5, 101, 101), turn(45, 55, 55, box(42, -8, 26, 126, c, 8), box(-8, 42, 126, 26,
        c, 8)))


@house("hops")
def hops(brush: Brush) -> Drawing:
    c = tint(brush, "#8fb84a")
    rows = ((0, 18), (24, 30), (46, 34), (68, 28), (88, 16))
    scales = "".join(leaf(60 + dx, 26 + y, 60 + dx * 1.3, 26 + y + 34, 0.62, light(c, 0.04) if k % 2 else c)
        for k, (y, w) in enumerate(rows) for dx in ((-w * 0.8, w * 0.8, 0) if y < 88 else (0,)))
    leaves = leaf(58, 26, 12, 8, 0.34, LEAF) + leaf(62, 26, 108, 8, 0.34, dark(LEAF, 0.03))
    return put("hops", (12, -1, 96, 149), stroke("M60 30Q58 12 70 2", dark(LEAF, 0.05), 6), scales, leaves)


@house("piston")
def piston(brush: Brush) -> Drawing:
    c = tint(brush, STEEL)
    return put("piston", (6, 0, 78, 152.5), block(8, 0, 74, 58, c, 8, 0.24), each(3, lambda i: box(6, 10 + i * 12, 78,
        5, dark(c, 0.14), 2)),
        block(36, 50, 18, 64, dark(c, 0.08), 4, 0.3), ring(45, 124, 22, dark(c, 0.04), 13), disc(45, 42, 8, dark(c,
        0.2)))


@house("moka pot")
def moka_pot(brush: Brush) -> Drawing:
    c = tint(brush, "#b9c3cd")
    return put("moka pot", (3, -1, 115, 145), poly([(26, 82), (84, 82), (94, 144), (16, 144)], c, 3), poly([(62, 82),
        (84, 82), (94, 144),
        (66, 144)], dark(c, 0.08), 2), box(22, 74, 66, 10, dark(c, 0.14), 4), poly([(30, 74), (80, 74), (88, 24), (14,
        24)], light(c, 0.04), 3),
        poly([(60, 74), (80, 74), (88, 24), (64, 24)], dark(c, 0.06), 2), poly([(14, 24), (2, 34), (20, 46)], c, 2),
        poly([(20, 24), (84, 24),
        (58, 8), (46, 8)], c, 3), disc(52, 5, 6, INK), stroke("M86 30H112V78", INK, 11))


@house("sushi platter")
def sushi_platter(brush: Brush) -> Drawing:
    c = tint(brush, "#3d3438")
    rolls = each(4, lambda i: disc(30 + i * 30, 48, 14, INK, 11) + disc(30 + i * 30, 45, 13, WHITE,
        9) + disc(30 + i * 30, 45, 6,
        (ORANGE, GREEN, RED, YELLOW)[i], 4.5) + box(16 + i * 30, 47, 28, 14, INK, (0, 0, 8, 8)))
    nigiri = each(3, lambda i: path(f"M{24 + i * 40} 34Q{24 + i * 40} 18 {42 + i * 40} 18T{60 + i * 40} 34z",
        WHITE) + path(
        f"M{20 + i * 40} 26Q{42 + i * 40} 2 {64 + i * 40} 26Q{42 + i * 40} 16 {20 + i * 40} 26z", (ORANGE, RED,
        ORANGE)[i]))
    return put("sushi platter", (0, 28, 154, 50), path("M2 56H152L140 78H14z", c), box(0, 52, 154, 9, light(c, 0.08),
        4), move(0, 14, nigiri), rolls)


@house("marshmallow")
def marshmallow(brush: Brush) -> Drawing:
    c = tint(brush, "#fbf3ee")
    return put("marshmallow", (2, 1, 76, 68), path("M2 14V56A38 13 0 0 0 78 56V14z", c),
        path("M54 24V66Q78 62 78 56V14z", dark(c, 0.06)),
        disc(40, 14, 38, light(c, 0.03), 13))


@house("yoga mat")
def yoga_mat(brush: Brush) -> Drawing:
    c = tint(brush, "#9a7fd0")
    return put("yoga mat", (0, 0, 240, 44), poly([(34, 0), (206, 0), (240, 40), (0, 40)], c, 4), poly([(0, 40), (240,
        40), (238, 44), (2, 44)],
        dark(c, 0.12), 1), line([(34, 8), (206, 8)], light(c, 0.1), 2), top=(120, 24))
