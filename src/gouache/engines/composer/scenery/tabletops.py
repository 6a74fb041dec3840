"""What one sees beyond a table: a café's window, a kitchen in the morning, a terrace, a warm evening, a picnic."""

from __future__ import annotations

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery import studios
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.furnish import shelf
from gouache.engines.composer.scenery.interiors import board
from gouache.engines.composer.scenery.land import hills
from gouache.engines.composer.scenery.paths import arch, blob, curve, dot, ellipse, fill, leaf, line, poly, rect
from gouache.engines.composer.scenery.plants import treeline
from gouache.engines.composer.scenery.room import ceiling_lamp, tiles, wall_color, window

_BOKEH = ("#ffd98a", "#ffe9c0", "#ffb877")


def cafe_table(c: Canvas, arg: str = "") -> None:
    """A wide café window with a street out of focus, lamps above; `rain` wets the glass."""
    wet = arg == "rain"
    out = c.tones.local(mix("#cfe3ec" if not wet else "#8fa6b5", c.tones.palette.sky, 0.35))
    c.back("street outside", c.wall(out, 0, c.hy + 2))
    blocks = ["", ""]
    for i, x in enumerate(c.spread(9, 0.3, -0.05, 1.05)):
        w, h = c.w * c.dice.uniform(0.09, 0.15), c.hy * c.dice.uniform(0.34, 0.74)
        blocks[i % 2] += rect(x - w / 2, c.hy - h, w, h, 10 * c.u)
    far = c.tones.local(c.tones.palette.far)
    c.back("houses outside", fill(blocks[0], mix(far, out, 0.62)), fill(blocks[1], mix(far, out, 0.78)))
    _lights(c, 16, 0.3 if wet else 0.26)
    if wet:
        _drops(c)
    bar = c.tones.local(mix("#4a3a33", c.tones.palette.near, 0.35))
    n = 3 if c.w < 1.4 * c.h else 5
    bars = "".join(rect(c.w * k / n - 9 * c.u, -4, 18 * c.u, c.hy + 8) for k in range(n + 1))
    rails = rect(-4, 0.24 * c.hy, c.w + 8, 13 * c.u) + rect(-4, c.hy - 26 * c.u, c.w + 8, 28 * c.u)
    c.back("window frame", fill(bars + rails, bar))
    ceiling_lamp(c, "3" if c.w < 1.4 * c.h else "2")
    _leaves_at_side(c, c.tones.local("#4f8f68"), 0.15)
    board(c, _wood(c), "planks")


def kitchen_table(c: Canvas, arg: str = "") -> None:
    """A tiled wall, a sunny window, jars on a shelf."""
    c.back("wall", c.wall(wall_color(c), 0, c.hy + 2))
    tiles(c)
    window(c, c.dice.choice(("cross", "wide", "arch")))
    shelf(c, "jar")
    _sunbeam(c)
    board(c, _wood(c, 0.35), c.dice.choice(("grain", "cloth")))


def terrace_table(c: Canvas, arg: str = "") -> None:
    """Outdoors: sky, hills and a hedge out of focus, foliage at both sides."""
    top, low = c.tones.sky[0], c.tones.sky[2]
    for k in range(14):
        c.back("sky", c.wall(mix(top, low, k / 13), round(c.hy * k / 14), round(c.hy * (k + 1) / 14) + 1))
    hills(c, "2")
    treeline(c, "round")
    green = mix(c.tones.local(mix("#5fa36b", c.tones.leaf, 0.4)), low, 0.2)
    for at, lift in ((-0.02, -0.05), (1.02, 0.0)):
        x = at * c.w
        bush = blob(c.dice, x, c.hy - 0.06 * c.h, 0.2 * c.w, 0.24 * c.hy + 0.1 * c.h, 10, 0.12)
        c.middle("bush", fill(bush, shift(green, lift)))
    _lights(c, 10, 0.16)
    board(c, _wood(c, 0.5), c.dice.choice(("planks", "cloth")))


def evening_table(c: Canvas, arg: str = "") -> None:
    """A dim warm room: strings of little lights and big soft discs."""
    wall = mix("#3a2a3f", c.tones.palette.near, 0.35) if not c.tones.palette.given else c.tones.palette.near
    for k in range(10):
        tone = mix(shift(wall, -0.05), mix(wall, "#c9784a", 0.3), k / 9)
        c.back("wall", c.wall(tone, round(c.hy * k / 10), round(c.hy * (k + 1) / 10) + 1))
    _lights(c, 20, 0.3)
    bulbs, cord = "", ""
    for y, sag in ((0.06, 0.1), (0.2, 0.12)):
        points = [(c.w * t / 8, c.hy * (y + sag * (1 - (t / 4 - 1) ** 2))) for t in range(9)]
        cord += curve(points)
        bulbs += "".join(dot(x, py + 8 * c.u, 8 * c.u) for x, py in points)
    c.back("string lights", line(cord, shift(wall, -0.1), 2.6 * c.u), fill(bulbs, "#ffe7ad"))
    board(c, shift(_wood(c, 0.15), -0.12), "planks")


def studio_table(c: Canvas, arg: str = "") -> None:
    """A bold shape on a plain wall."""
    studios.backdrop(c, c.dice.choice(("arches", "sun", "leaf_shadow", "window_light", "stripe")))
    top = c.tones.local(mix(c.tones.palette.ground, c.tones.palette.light, 0.25))
    board(c, top, c.dice.choice(("plain", "plain", "grain")))


def desk_table(c: Canvas, arg: str = "") -> None:
    """A round-headed window over the table, books beside it."""
    base = wall_color(c)
    c.back("wall", c.wall(base, 0, c.hy + 2))
    x, w, h, top = c.w * (0.5 + 0.2 * c.side), min(0.42 * c.w, 0.62 * c.h), 0.8 * c.hy, 0.1 * c.hy
    light, rim = mix(c.tones.sky[2], c.tones.palette.light, 0.3), shift(base, 0.06)
    bars = poly([(x, top), (x, top + h)], False) + poly([(x - w / 2, 0.52 * c.hy), (x + w / 2, 0.52 * c.hy)], False)
    tree = ellipse(x - 0.1 * w, top + 0.8 * h, 0.3 * w, 0.2 * h)
    c.back(
        "window",
        fill(arch(x - w / 2 - 14 * c.u, top - 14 * c.u, w + 28 * c.u, h + 14 * c.u), rim),
        fill(arch(x - w / 2, top, w, h), light),
        fill(tree, mix(c.tones.local("#7fae86"), light, 0.45)),
        line(bars, rim, 9 * c.u),
    )
    _sunbeam(c)
    board(c, _wood(c, 0.3), "grain")
    bx = c.w * (0.5 - 0.36 * c.side)
    for k, color in enumerate((c.tones.palette.near, c.tones.palette.accent, c.tones.palette.far)):
        wide, y = c.w * (0.2 - 0.02 * k), c.hy + 0.045 * c.h - 0.042 * c.h * k
        book = rect(bx - wide / 2, y - 0.04 * c.h, wide, 0.04 * c.h, 6)
        c.middle("books", fill(book, mix(c.tones.local(color), base, 0.25)))


def picnic_table(c: Canvas, arg: str = "") -> None:
    """A chequered cloth in a meadow."""
    terrace_table(c)
    cloth, red = c.tones.local("#fbf5ea"), c.tones.local(mix("#dc5a4c", c.tones.palette.accent, 0.4))
    checks, n, room = "", 7, c.h - c.hy
    ys = [c.hy + room * (k / 6) ** 1.3 for k in range(7)]
    for a, b in zip(ys, ys[1:], strict=False):
        fa, fb = (0.16 + 0.1 * (y - c.hy) / room for y in (a, b))
        for k in range(-n, n, 2):
            corners = ((0, fa, a), (1, fa, a), (1, fb, b), (0, fb, b))
            checks += poly([(c.w * (0.5 + (k + i) * f), y) for i, f, y in corners])
    rows = "".join(rect(-2, a, c.w + 4, b - a) for a, b in list(zip(ys, ys[1:], strict=False))[::2])
    c.ground("cloth", c.wall(cloth, c.hy), fill(checks, red, 0.4), fill(rows, red, 0.4))


def _wood(c: Canvas, pale: float = 0.2) -> str:
    base = mix("#a8714a", c.tones.palette.ground, 0.5)
    return (
        c.tones.local(mix(base, c.tones.palette.light, pale)) if not c.tones.palette.given else c.tones.palette.ground
    )


def _lights(c: Canvas, count: int, see: float) -> None:
    """Lamps out of focus, on two depths."""
    data = ["", "", ""]
    for i in range(count):
        r = c.u * c.dice.uniform(14, 44)
        data[i % 3] += ellipse(c.dice.uniform(0, 1) * c.w, c.dice.uniform(0.08, 0.9) * c.hy, r)
    c.back("lights", *(fill(d, k, see) for d, k in zip(data, _BOKEH, strict=True)))


def _drops(c: Canvas) -> None:
    """Rain running down the pane."""
    d, runs = "", ""
    for i in range(60):
        x, y, r = c.dice.uniform(0, 1) * c.w, c.dice.uniform(0.02, 0.95) * c.hy, c.u * c.dice.uniform(2.5, 6)
        d += dot(x, y, r)
        if i % 4 == 0:
            runs += poly([(x, y), (x + 2 * c.u, max(0.0, y - c.u * c.dice.uniform(40, 110)))], False)
    c.back("drops", line(runs, "#ffffff", 3 * c.u, 0.3), fill(d, "#ffffff", 0.55))


def _sunbeam(c: Canvas) -> None:
    """A slanting sheet of morning light."""
    x, s = c.w * (0.5 + 0.5 * c.side), -c.side
    d = poly([(x, 0), (x + s * 0.26 * c.w, 0), (x + s * 0.86 * c.w, c.hy), (x + s * 0.38 * c.w, c.hy)])
    c.back("light", fill(d, c.tones.palette.light, 0.22))


def _leaves_at_side(c: Canvas, green: str, fade: float) -> None:
    """A house plant at the edge of the picture."""
    x, data = c.w * (0.5 - c.side * 0.5), ["", ""]
    for k in range(8):
        angle = 90 + c.side * (k - 1) * -14
        data[k % 2] += leaf(x, c.hy + 4, c.u * c.dice.uniform(180, 300), 32 * c.u, angle)
    base = wall_color(c)
    c.back("plant", fill(data[0], mix(green, base, fade + 0.15)), fill(data[1], mix(green, base, fade)))
