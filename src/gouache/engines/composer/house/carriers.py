"""House drawings: things that carry lettering."""
# fmt: off

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, house, light
from gouache.engines.composer.house.shapes import (
    BLUE,
    GOLD,
    GREEN,
    INK,
    IRON,
    OAK,
    PAPER,
    PINE,
    RED,
    WHITE,
    WOOD,
    YELLOW,
    blob,
    block,
    both,
    box,
    curve,
    disc,
    each,
    line,
    mirror,
    own,
    pale,
    path,
    plank,
    poly,
    put,
    slab,
    star,
    stroke,
    tint,
    turn,
)


@house("sign with post")
def sign_with_post(brush: Brush) -> Drawing:
    c = tint(brush, PAPER)
    return put("sign with post", (0, 4, 150, 146), block(68, 70, 14, 80, OAK, 3, 0.4), plank(0, 4, 150, 88, OAK, c),
        disc(11, 15, 2.4, GOLD), disc(139, 15, 2.4, GOLD), text=(11, 14, 128, 64), grip=(75, 118))


@house("wooden sign")
def wooden_sign(brush: Brush) -> Drawing:
    c = tint(brush, "#c08a52")
    boards = each(3, lambda i: slab((2, 0, 4)[i], 8 + i * 27, (148, 152, 146)[i], 26, (c, light(c, 0.025), c)[i], 4,
        0.16) + curve([(16 + i * 8, 18 + i * 27), (60, 19.5 + i * 27), (118, 17 + i * 27)], dark(c, 0.07), 1.6))
    return put("wooden sign", (152, 150), block(69, 0, 14, 150, dark(c, 0.13), 4, 0.4), boards,
        both(76, disc(12, 20, 2.6, INK), disc(12, 76, 2.6, INK)), text=(20, 16, 112, 66))


@house("sign")
def sign(brush: Brush) -> Drawing:
    c = tint(brush, PAPER)
    return put("sign", (150, 92), plank(0, 0, 150, 92, OAK, c), text=(11, 10, 128, 68), grip=(75, 88))


@house("hand-held sign")
def hand_held_sign(brush: Brush) -> Drawing:
    c = tint(brush, PAPER)
    return put("hand-held sign", (140, 158), block(64, 80, 12, 78, PINE, 4, 0.4), plank(0, 0, 140, 96, OAK, c),
        text=(11, 10, 118, 72), grip=(70, 132))


@house("banner")
def banner(brush: Brush) -> Drawing:
    c = tint(brush, "#d8474c")
    tails = both(90, poly([(2, 34), (30, 30), (30, 82), (2, 86), (16, 60)], dark(c, 0.12)),
        poly([(18, 70), (36, 66), (36, 84)], dark(c, 0.26)))
    return put("banner", (2, 7, 176, 79), tails, path("M18 14Q90 0 162 14V70Q90 56 18 70z", c),
        path("M18 62Q90 48 162 62V70Q90 56 18 70z", dark(c, 0.07)), stroke("M24 19Q90 6 156 19", light(c, 0.12), 2),
        text=(26, 17, 128, 36))


@house("flag banner")
def flag_banner(brush: Brush) -> Drawing:
    c = tint(brush, "#3f7fd8")
    return put("flag banner", (2, 0, 166, 110), each(2, lambda i: block(2 + i * 158, 0, 8, 110, PINE, 4, 0.4)),
        box(10, 12, 150, 64, c), box(10, 68, 150, 8, dark(c, 0.1)), box(16, 18, 138, 2, light(c, 0.14)),
        text=(20, 22, 130, 44))


@house("billboard")
def billboard(brush: Brush) -> Drawing:
    c = tint(brush, WHITE)
    lamps = each(3, lambda i: line([(40 + i * 50, 4), (40 + i * 50, 14)], IRON, 3)
        + poly([(33 + i * 50, 0), (47 + i * 50, 0), (50 + i * 50, 7), (30 + i * 50, 7)], IRON, 2))
    return put("billboard", (180, 150), block(56, 92, 11, 58, IRON, 2, 0.4), block(113, 92, 11, 58, IRON, 2, 0.4),
        lamps, box(0, 12, 180, 84, IRON, 4), box(5, 17, 170, 74, c, 2), box(5, 84, 170, 7, dark(c, 0.06)),
        box(0, 96, 180, 5, dark(IRON, 0.1), 2), text=(12, 22, 156, 60))


@house("chalkboard")
def chalkboard(brush: Brush) -> Drawing:
    c = tint(brush, "#2f5d50")
    return put("chalkboard", (160, 109), box(0, 0, 160, 104, dark(WOOD, 0.1), 6), box(0, 0, 160, 101, WOOD, 6),
        box(8, 8, 144, 88, dark(c, 0.05), 2), box(10, 10, 142, 86, c, 2),
        blob([(24, 70), (60, 62), (110, 74), (134, 66), (120, 84), (60, 82)], light(c, 0.03)),
        slab(14, 100, 132, 9, PINE, 3), box(30, 96, 16, 4, WHITE, 2), box(52, 96, 10, 4, YELLOW, 2),
        box(112, 92, 20, 8, INK, 2), text=(18, 16, 124, 72))


@house("easel board")
def easel_board(brush: Brush) -> Drawing:
    c = tint(brush, "#364048")
    return put("easel board", (2, 4, 92, 136), poly([(24, 4), (72, 4), (70, 20), (26, 20)], dark(WOOD, 0.12)),
        line([(12, 96), (6, 136)], dark(WOOD, 0.06), 8), line([(84, 96), (90, 136)], dark(WOOD, 0.1), 8),
        poly([(14, 4), (82, 4), (92, 108), (4, 108)], WOOD, 4), poly([(20, 11), (76, 11), (84, 100), (12, 100)], c, 2),
        text=(20, 18, 56, 74))


@house("neon sign")
def neon_sign(brush: Brush) -> Drawing:
    c = tint(brush, "#ff5fa8")
    frame = "M20 6H140q14 0 14 14V76q0 14-14 14H20q-14 0-14-14V20Q6 6 20 6z"
    return put("neon sign", (1.5, 1.5, 157.5, 93.5), box(2, 2, 156, 92, "#241f38", 16), stroke(frame, c, 9, 0.3),
        stroke(frame, c, 4.5), stroke(frame, light(c, 0.22), 1.4), text=(20, 18, 120, 60))


@house("scroll")
def scroll(brush: Brush) -> Drawing:
    c = tint(brush, "#f1dcae")
    return put("scroll", (2, 2, 116, 146), box(16, 14, 88, 122, c), box(92, 14, 12, 122, dark(c, 0.05)),
        slab(4, 2, 112, 20, light(c, 0.01), 10, 0.4), box(16, 22, 88, 5, dark(c, 0.13)), disc(8, 12, 6, dark(c, 0.17)),
        disc(112, 12, 6, dark(c, 0.17)), slab(4, 128, 112, 20, light(c, 0.01), 10, 0.4),
        disc(8, 138, 6, dark(c, 0.17)), disc(112, 138, 6, dark(c, 0.17)), text=(24, 32, 68, 88), grip=(8, 138))


@house("speech bubble")
def speech_bubble(brush: Brush) -> Drawing:
    c = tint(brush, WHITE)
    return put("speech bubble", (2, 2, 146, 112),
        path("M24 4H126Q148 4 148 26V66Q148 88 126 88H62L34 114L38 88H24Q2 88 2 66V26Q2 4 24 4z", dark(c, 0.1)),
        path("M24 2H126Q148 2 148 24V62Q148 84 126 84H62L36 108L40 84H24Q2 84 2 62V24Q2 2 24 2z", c),
        text=(14, 12, 122, 62))


@house("thought bubble")
def thought_bubble(brush: Brush) -> Drawing:
    c = tint(brush, WHITE)
    puffs = ((30, 50), (46, 28), (80, 20), (114, 30), (126, 54), (104, 72), (70, 78), (40, 70))
    return put("thought bubble", (6, -4, 144, 126), "".join(disc(x, y + 4, 24, dark(c, 0.1)) for x, y in puffs),
        "".join(disc(x, y, 24, c) for x, y in puffs), box(36, 24, 82, 52, c, 20), disc(34, 104, 10, dark(c, 0.05)),
        disc(33, 102, 9, c), disc(16, 117, 5, c), text=(24, 24, 104, 52))


@house("poster")
def poster(brush: Brush) -> Drawing:
    c = tint(brush, "#f7efe0")
    return put("poster", (-1, -2, 106, 146), box(4, 6, 100, 138, "#000000", 2, 0.1), box(2, 4, 100, 136, c, 2),
        poly([(102, 120), (102, 140), (80, 140)], dark(c, 0.08)),
        poly([(80, 140), (84, 122), (102, 120)], dark(c, 0.14), 2),
        both(52, turn(-38, 10, 8, box(0, 3, 20, 9, "#f3d98c", o=0.9))), text=(12, 18, 80, 98))


@house("picture frame")
def picture_frame(brush: Brush) -> Drawing:
    c = tint(brush, GOLD)
    view = box(22, 22, 96, 66, "#a9d9ee") + disc(44, 40, 9, "#fbe08a") + path("M22 74L54 46 80 74z",
        "#6b93b0") + path("M56 78L88 42 118 72V88H56z", "#55809f") + path("M22 76Q50 62 76 76T118 74V88H22z", "#69a86a")
    return put("picture frame", (140, 110), box(0, 0, 140, 110, dark(c, 0.1), 5), box(0, 0, 138, 107, c, 5),
        box(9, 9, 122, 92, dark(c, 0.16), 2), box(13, 13, 114, 84, PAPER), view,
        line([(5, 5), (120, 5)], light(c, 0.12), 2.5), text=(22, 22, 96, 66), inside=(22, 22, 96, 66))


@house("book")
def book(brush: Brush) -> Drawing:
    c = tint(brush, "#3f7cc9")
    return put("book", (2, 2, 100.5, 128), box(4, 112, 98, 18, dark(c, 0.16), 6),
        box(12, 114, 90, 13, PAPER, (5, 0, 0, 5)), line([(16, 119), (102, 119)], "#d8cfb9", 1.4),
        line([(16, 123), (102, 123)], "#d8cfb9", 1.4), box(2, 2, 98, 114, c, 6),
        box(2, 2, 16, 122, dark(c, 0.1), (6, 0, 0, 8)), box(30, 22, 56, 34, light(c, 0.16), 3),
        box(94, 2, 6, 114, dark(c, 0.06), (0, 6, 0, 0)), text=(22, 18, 72, 62), grip=(50, 120), top=(52, 4))


@house("open book")
def open_book(brush: Brush) -> Drawing:
    c = tint(brush, "#b8483f")
    page_color = pale(brush, PAPER)
    page = path("M80 20C62 6 34 4 10 12V88C34 80 62 82 80 96z",
        page_color) + path("M80 20C76 16 70 13 64 11V86C70 88 76 92 80 96z", dark(page_color, 0.07))
    lines = each(5,
        lambda i: curve([(18, 26 + i * 11), (38, 23 + i * 11), (62, 29 + i * 11)], "#c5bda9", 2.4))
    return put("open book", (2, 7.5, 156, 96.5),
        path("M2 18q0-6 6-6h144q6 0 6 6V92q0 6-6 6H92q-4 6-12 6t-12-6H8q-6 0-6-6z", c), both(80, page),
        mirror(80, lines),
        line([(80, 20), (80, 96)], dark(page_color, 0.2), 1.6), text=(16, 20, 54, 56), grip=(80, 98))


@house("stack of books")
def stack_of_books(brush: Brush) -> Drawing:
    c = tint(brush, BLUE)
    def lying(x: float, y: float, w: float, color: str) -> str:
        return box(x, y, w, 24, color, 6) + box(x + 12, y + 4, w - 12, 16, PAPER,
            (4, 0, 0, 4)) + line([(x + 16, y + 12), (x + w, y + 12)], "#d8cfb9", 1.6) + box(x, y + 20, w, 4,
            dark(color, 0.1), 2) + box(x + 3, y + 4, 4, 16, light(color, 0.14), 2)
    return put("stack of books", (2, 2, 129, 98), lying(6, 76, 124, own(brush, RED, -0.04)), lying(2, 51, 112, c),
        lying(14, 26, 108, own(brush, GREEN, 0.05)), lying(8, 2, 96, own(brush, YELLOW, 0.1)), top=(60, 3))


@house("newspaper")
def newspaper(brush: Brush) -> Drawing:
    c = tint(brush, "#eeece4")
    return put("newspaper", (2, 2, 109, 128), poly([(8, 8), (108, 2), (111, 124), (12, 130)], dark(c, 0.14), 2),
        box(2, 4, 104, 124, c, 2), line([(10, 10), (98, 10)], INK, 3), line([(10, 33), (98, 33)], INK, 1.6),
        box(10, 40, 42, 38, "#9fb4c2", 1), path("M10 70L26 54 38 66 46 58 52 64V78H10z", "#6f8798"),
        each(7, lambda i: box(58, 41 + i * 6, 40 - i % 3 * 5, 2.6, "#a3a199", 1)),
        each(6, lambda i: box(10, 86 + i * 6, 40 - i % 2 * 6, 2.6, "#a3a199", 1)
        + box(58, 86 + i * 6, 40 - i % 3 * 4, 2.6, "#a3a199", 1)), text=(10, 13, 88, 18), grip=(56, 120))


@house("envelope")
def envelope(brush: Brush) -> Drawing:
    c = tint(brush, "#f3e3c3")
    return put("envelope", (136, 92), box(0, 0, 136, 92, dark(c, 0.05), 5),
        path("M2 89L60 44h16l58 45q-2 3-5 3H7q-3 0-5-3z", c),
        path("M1 4Q2 0 6 0H130q4 0 5 4L74 56q-6 4-12 0z", dark(c, 0.12)),
        path("M1 3Q2 0 6 0H130q4 0 5 3L74 50q-6 4-12 0z", light(c, 0.04)), disc(68, 48, 11, RED),
        star(68, 48, 6, light(RED, 0.14)), grip=(68, 84))


@house("paper note")
def paper_note(brush: Brush) -> Drawing:
    c = tint(brush, "#fbe27a")
    return put("paper note", (2, 4, 104, 106), path("M2 4H106V84L80 110H2z", c),
        path("M106 84L80 110 82 88z", dark(c, 0.14)), box(2, 4, 104, 12, dark(c, 0.06)), text=(10, 20, 88, 64))


@house("tombstone")
def tombstone(brush: Brush) -> Drawing:
    c = tint(brush, "#a4aab0")
    return put("tombstone", (2, 1.5, 100, 124.5), path("M12 118V48C12 -14 92 -14 92 48V118z", dark(c, 0.1)),
        path("M12 118V48C12 18 30 2 52 2C68 2 80 18 80 48V118z", c), slab(2, 112, 100, 14, dark(c, 0.05), 4),
        stroke("M64 20l-6 12 7 8", dark(c, 0.16), 2.4), text=(22, 40, 58, 54))


@house("price tag")
def price_tag(brush: Brush) -> Drawing:
    c = tint(brush, "#f0a13e")
    return put("price tag", (6, 4.5, 142, 71.5), stroke("M24 40C2 30 2 10 26 6", "#c9b28a", 3),
        poly([(8, 44), (40, 12), (148, 12), (148, 76), (40, 76)], dark(c, 0.09), 8),
        poly([(8, 42), (40, 8), (148, 8), (148, 71), (40, 71)], c, 8), disc(34, 41, 7, dark(c, 0.2)),
        disc(34, 41, 4.5, WHITE), text=(50, 18, 90, 44))
