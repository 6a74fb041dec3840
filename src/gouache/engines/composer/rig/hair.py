"""Hair and beards of people, in head units (skull about 164 wide, crown at -98, chin at 98)."""

from __future__ import annotations

from collections.abc import Callable

from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ink import ellipse, mirrored, path
from gouache.engines.composer.rig.part import Part, lit
from gouache.engines.composer.rig.toppings import scallop

# what lies behind the body, and what lies over the face
Style = Callable[[str], tuple[Part, Part]]


def _parts() -> tuple[Part, Part]:
    return Part("hair-back"), Part("hair")


def short(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    front.solid(
        path(
            "M-86 10 C-98 -60 -70 -118 4 -120 C74 -118 98 -62 86 10 C82 -14 78 -34 62 -50 C30 -38 -20 -44 "
            "-46 -58 C-66 -44 -80 -22 -86 10 Z"
        ),
        c,
        7,
        glow=5,
    )
    return back, front


def side_part(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    front.solid(
        path(
            "M-86 14 C-100 -56 -82 -112 -24 -122 C40 -134 100 -96 86 14 C82 -16 76 -40 60 -58 C20 -34 -30 "
            "-46 -44 -76 C-58 -56 -80 -30 -86 14 Z"
        ),
        c,
        7,
        glow=5,
    )
    return back, front


def quiff(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    front.solid(
        path(
            "M-86 12 C-96 -40 -84 -84 -56 -98 C-30 -140 60 -142 84 -96 C96 -70 92 -30 86 12 C82 -10 80 -26 "
            "72 -46 C40 -70 -20 -50 -62 -54 C-76 -34 -82 -14 -86 12 Z"
        ),
        c,
        8,
        glow=6,
    )
    return back, front


def buzz(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    front.solid(
        path(
            "M-85 0 C-90 -66 -60 -108 0 -108 C60 -108 90 -66 85 0 C80 -20 74 -36 66 -46 C30 -62 -30 -62 "
            "-66 -46 C-74 -36 -80 -20 -85 0 Z"
        ),
        c,
        5,
    )
    return back, front


def spiky(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    front.solid(
        ink.polygon((-88, 10), (-100, -50), (-84, -58), (-92, -106), (-56, -96), (-44, -140), (-10, -110), (22, -146),
            (42, -106), (84, -120), (80, -76), (104, -54), (88, 10), (72, -36), (44, -58), (30, -36), (4, -60), (-16,
            -38), (-40, -60), (-70, -30), radius=9),
        c, 7, glow=5,
    )  # fmt: skip
    return back, front


def curly(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    spots = [
        (-80, -14, 22),
        (-86, -48, 26),
        (-64, -84, 30),
        (-26, -108, 32),
        (20, -110, 32),
        (60, -88, 30),
        (84, -52, 26),
        (82, -16, 22),
        (-40, -66, 24),
        (0, -72, 26),
        (40, -68, 24),
    ]
    front.solid(ink.union(*(ellipse(*s) for s in spots)), c, 8, glow=5)
    return back, front


def afro(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    back.solid(scallop(0, -42, 112, 100, 15, 30), c, 10)
    front.solid(
        ink.cut(
            scallop(0, -56, 92, 62, 13, 20), ink.curve((-76, 20), (-62, -38), (0, -52), (62, -38), (76, 20), (0, 60))
        ),
        c,
        0,
    )
    return back, front


def long(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    back.solid(
        path(
            "M-94 -20 C-106 -100 -50 -124 0 -124 C50 -124 106 -100 94 -20 C104 60 116 120 104 172 C70 188 "
            "-70 188 -104 172 C-116 120 -104 60 -94 -20 Z"
        ),
        c,
        8,
    )
    front.solid(
        path("M-88 40 C-106 -60 -76 -124 4 -124 C82 -124 106 -60 88 40 C86 -8 62 -46 18 -72 C-8 -40 -80 -36 -88 40 Z"),
        c,
        6,
        glow=5,
    )
    return back, front


def wavy(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    back.solid(
        ink.curve(
            (0, -124),
            (70, -108),
            (100, -50),
            (98, 0),
            (118, 44),
            (104, 92),
            (122, 136),
            (92, 168),
            (40, 158),
            (-40, 158),
            (-92, 168),
            (-122, 136),
            (-104, 92),
            (-118, 44),
            (-98, 0),
            (-100, -50),
            (-70, -108),
        ),
        c,
        9,
    )
    front.solid(
        path(
            "M-90 34 C-110 -50 -84 -124 -8 -124 C80 -128 110 -54 90 34 C84 -10 74 -40 44 -62 C20 -50 -4 "
            "-56 -20 -76 C-34 -46 -76 -30 -90 34 Z"
        ),
        c,
        6,
        glow=5,
    )
    return back, front


def bob(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    back.solid(
        path(
            "M-96 -20 C-106 -100 -50 -124 0 -124 C50 -124 106 -100 96 -20 C104 30 108 66 96 92 C60 104 -60 "
            "104 -96 92 C-108 66 -104 30 -96 -20 Z"
        ),
        c,
        8,
    )
    front.solid(
        path(
            "M-90 44 C-106 -60 -70 -124 0 -124 C70 -124 106 -60 90 44 C84 10 82 -14 76 -32 C30 -50 -30 -50 "
            "-76 -32 C-82 -14 -84 10 -90 44 Z"
        ),
        c,
        6,
        glow=5,
    )
    return back, front


def bun(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    back.solid(ellipse(0, -134, 40, 38), c, 7)
    front.solid(
        path("M-87 14 C-100 -64 -66 -120 0 -120 C66 -120 100 -64 87 14 C82 -30 50 -64 0 -74 C-50 -64 -82 -30 -87 14 Z"),
        c,
        6,
        glow=5,
    )
    return back, front


def ponytail(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    back.solid(ink.curve((60, -104), (118, -96), (142, -30), (130, 50), (108, 110), (98, 60), (92, 0)), c, 9)
    front.solid(
        path("M-88 18 C-100 -64 -66 -120 0 -120 C66 -120 100 -64 88 18 C84 -20 66 -48 30 -70 C0 -44 -76 -40 -88 18 Z"),
        c,
        6,
        glow=5,
    )
    return back, front.fill(ellipse(76, -82, 13, 17, 30), "#e85f7a")


def pigtails(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    tail = ink.curve((78, -66), (118, -70), (142, -10), (136, 60), (112, 98), (96, 40), (84, -10))
    back.solid(tail, c, 8).solid(mirrored(tail), c, 8)
    front.solid(
        path(
            "M-88 22 C-102 -64 -66 -122 0 -122 C66 -122 102 -64 88 22 C82 -10 70 -34 52 -50 C20 -42 4 -56 "
            "0 -72 C-4 -56 -20 -42 -52 -50 C-70 -34 -82 -10 -88 22 Z"
        ),
        c,
        6,
        glow=5,
    )
    for side in (1, -1):
        front.fill(ellipse(side * 90, -58, 13, 15), "#e85f7a")
    return back, front


def braids(c: str) -> tuple[Part, Part]:
    back, front = pigtails(c)
    back = Part("hair-back")
    for side in (1, -1):
        for i in range(5):
            back.solid(ellipse(side * (96 + (i % 2) * 3), 4 + i * 32, 20 - i, 21), c, 6)
        back.fill(ellipse(side * 97, 160, 11, 16), "#e85f7a")
    return back, front


def balding(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    tuft = ink.curve((78, -44), (98, -34), (102, 6), (88, 36), (82, 0))
    front.solid(tuft, c, 5).solid(mirrored(tuft), c, 5)
    return back, front


def bald(c: str) -> tuple[Part, Part]:
    return _parts()


def mohawk(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    front.solid(
        ink.polygon((-20, -84), (-40, -150), (-14, -136), (0, -172), (14, -136), (40, -150), (20, -84), radius=7), c, 7
    )
    return back, front


def baby_curl(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    front.line(ink.strand((0, -96), (10, -118), (-6, -128), (-12, -112)), c, 8)
    return back, front


def hijab(c: str) -> tuple[Part, Part]:
    back, front = _parts()
    whole = ink.curve(
        (0, -126),
        (76, -104),
        (104, -30),
        (96, 60),
        (112, 150),
        (0, 186),
        (-112, 150),
        (-96, 60),
        (-104, -30),
        (-76, -104),
    )
    front.solid(ink.cut(whole, ellipse(0, 14, 72, 82)), c, 10, glow=5)
    return back, front


STYLES: dict[str, Style] = {
    "short": short, "side": side_part, "quiff": quiff, "buzz": buzz, "spiky": spiky, "curly": curly, "afro": afro,
        "long": long,
    "wavy": wavy, "bob": bob, "bun": bun, "ponytail": ponytail, "pigtails": pigtails, "braids": braids,
        "balding": balding,
    "bald": bald, "mohawk": mohawk, "baby": baby_curl, "hijab": hijab,
}  # fmt: skip
MALE = ("short", "side", "quiff", "curly", "buzz", "spiky")
FEMALE = ("long", "wavy", "bob", "bun", "ponytail", "curly", "afro")
BOY = ("spiky", "short", "side", "curly")
GIRL = ("pigtails", "ponytail", "bob", "braids", "long")


def beard(kind: str, c: str) -> Part:
    """A full beard, long beard, or moustache."""
    part = Part("beard")
    if kind in ("full", "long"):
        drop = 128 if kind == "full" else 210
        shape = path(
            f"M-84 4 C-80 70 -70 {drop - 30} 0 {drop} C70 {drop - 30} 80 70 84 4 C76 30 62 40 44 40 C24 28 "
            f"-24 28 -44 40 C-62 40 -76 30 -84 4 Z"
        )
        part.solid(shape, c, 8)
    if kind in ("moustache", "full", "long"):
        half = ink.curve((0, 40), (22, 34), (46, 46), (58, 58), (28, 60), (2, 52))
        part.fill(half, lit(c, 0.04) if kind != "moustache" else c).fill(
            mirrored(half), lit(c, 0.04) if kind != "moustache" else c
        )
    if kind == "goatee":
        part.solid(ink.curve((-22, 76), (0, 72), (22, 76), (14, 112), (0, 122), (-14, 112)), c, 4)
    return part
