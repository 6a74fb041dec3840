"""A small picture made by hand: sky, hills, ground, a bear-like figure of parts, and a sign with block letters."""

from __future__ import annotations

from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.svg import group, linear_gradient, place, radial_gradient, rect, tag

_BLOCKS = {
    "H": "M0 0h3v4h4V0h3v10H7V6.500H3V10H0z",
    "I": "M3.500 0h3v10h-3z",
    "T": "M0 0h10v2.500H6.500V10h-3V2.500H0z",
    "E": "M0 0h10v2.300H3v1.600h6v2.200H3v1.600h7V10H0z",
    "L": "M0 0h3v7.500h7V10H0z",
}


def letters(words: str, x: float, y: float, size: float) -> str:
    """Block letters as outlines, `size` px tall."""
    paths = [place(tag("path", d=_BLOCKS[c]), i * 12.0, 0) for i, c in enumerate(words)]
    return group(place("".join(paths), x, y, size / 10), fill="#3a2415", role="img", aria_label=words)


def _bear() -> str:
    fur, dark, cream = "#c8541e", "#4a2318", "#fbe9d2"
    body = tag("ellipse", cx=0, cy=120, rx=110, ry=130, fill=fur) + tag(
        "ellipse", cx=0, cy=140, rx=62, ry=84, fill=dark
    )
    ears = "".join(
        tag("circle", cx=x, cy=-150, r=44, fill=fur) + tag("circle", cx=x, cy=-150, r=24, fill=cream) for x in (-92, 92)
    )
    face = (
        tag("ellipse", cx=0, cy=-70, rx=140, ry=112, fill=fur)
        + "".join(tag("ellipse", cx=x, cy=-46, rx=46, ry=36, fill=cream) for x in (-82, 82))
        + "".join(
            tag("circle", cx=x, cy=-86, r=17, fill="#1c120e") + tag("circle", cx=x + 5, cy=-92, r=5, fill="#ffffff")
            for x in (-54, 54)
        )
        + tag("ellipse", cx=0, cy=-30, rx=44, ry=34, fill=cream)
        + tag("path", d="M-18 -46q18 -12 36 0q-4 18 -18 20q-14 -2 -18 -20z", fill="#1c120e")
        + tag("path", d="M-22 -14q22 20 44 0", fill="none", stroke="#1c120e", stroke_width=6, stroke_linecap="round")
    )
    legs = "".join(tag("ellipse", cx=x, cy=240, rx=46, ry=30, fill=dark) for x in (-60, 60))
    arm = tag(
        "path", d="M-90 60C-150 70 -190 60 -210 20", fill="none", stroke=fur, stroke_width=48, stroke_linecap="round"
    )
    tail = tag(
        "path", d="M90 180C190 200 220 110 190 40", fill="none", stroke=fur, stroke_width=58, stroke_linecap="round"
    )
    parts = {"tail": tail, "legs": legs, "body": body, "arm": arm, "ears": ears, "head": face}
    return "".join(group(markup, data_part=name) for name, markup in parts.items())


def _sign(words: str, w: float, h: float) -> str:
    board = tag("rect", x=0, y=0, width=w, height=h, rx=16, fill="#fff6e3", stroke="#8a4b25", stroke_width=10)
    size = min(h * 0.5, w * 0.82 / (1.2 * len(words)))
    return board + letters(words, (w - size * 1.2 * len(words) + size * 0.2) / 2, (h - size) / 2, size)


def hill(width: int, height: int, top: float, color: str) -> str:
    x, y = [width * k for k in (0.25, 0.4, 0.6, 0.9)], [(top + k) * height for k in (-0.1, 0.06, 0.0, -0.08)]
    crest = (
        f"C{x[0]:.0f} {y[0]:.0f} {x[1]:.0f} {y[1]:.0f} {x[2]:.0f} {y[2]:.0f}S{x[3]:.0f} {y[3]:.0f} {width} {y[2]:.0f}"
    )
    d = f"M0 {height}V{y[2]:.0f}{crest}V{height}z"
    return tag("path", d=d, fill=color)


def bear_picture(words: str = "HI", width: int = 512, height: int = 512) -> Picture:
    """A figure with a sign in a meadow; `words` from the letters of HITEL, "" for no sign."""
    page = Box(0, 0, width, height)
    k = min(width, height) / 1024
    sky = linear_gradient("g-sky", [(0, "#4aa3e8"), (0.7, "#cfeaf8"), (1, "#fdf3dc")], Point(0, 0), Point(0, 1))
    glow = radial_gradient("g-glow", [(0, "#fff3b0"), (0.4, "#fff3b0aa"), (1, "#fff3b000")])
    ball = radial_gradient("g-cloth", [(0, "#ffd36b"), (1, "#e08a1c")])
    picture = Picture(width, height, defs=sky + glow + ball, title="a bear & a sign", setting="meadow")
    picture.add(Element("sky", Role.BACKGROUND, rect(page, "url(#g-sky)"), page, "sky"))
    sun = tag("circle", cx=width * 0.8, cy=height * 0.2, r=width * 0.2, fill="url(#g-glow)") + tag(
        "circle", cx=width * 0.8, cy=height * 0.2, r=width * 0.06, fill="#fff8d8"
    )
    picture.add(Element("sun", Role.BACKGROUND, sun, page, "sun"))
    picture.add(Element("hills", Role.MIDDLE, hill(width, height, 0.58, "#7dbb7c"), page, "hills"))
    picture.add(Element("ground", Role.GROUND, hill(width, height, 0.7, "#5aa04a"), page, "ground"))
    box = Box(width * 0.2, height * 0.25, width * 0.4, height * 0.62)
    shade = tag("ellipse", cx=width * 0.42, cy=height * 0.86, rx=150 * k, ry=26 * k, fill="#1d3a1a", opacity=0.3)
    picture.add(Element("shadow", Role.SHADOW, shade, box, "shadow"))
    picture.add(
        Element("bear", Role.SUBJECT, place(_bear(), width * 0.42, height * 0.6, 1.05 * k), box, "bear", node="n1")
    )
    prop = tag("circle", cx=width * 0.78, cy=height * 0.84, r=60 * k, fill="url(#g-cloth)")
    picture.add(Element("ball", Role.PROP, prop, Box(0, 0, 9, 9), "ball"))
    if words:
        sign = place(_sign(words, 380 * k, 210 * k), width * 0.58, height * 0.44, 1.0, -4)
        picture.add(Element("sign", Role.SUBJECT, sign, Box(width * 0.58, height * 0.44, 380 * k, 210 * k), "sign"))
    return picture
