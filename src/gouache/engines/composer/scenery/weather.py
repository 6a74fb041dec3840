"""Weather and light over the finished scene: rain, snow, fog, rays, fireflies, dust."""

from __future__ import annotations

from gouache.engines.composer.color import mix
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.catalog import Setting
from gouache.engines.composer.scenery.paths import blob, dot, ellipse, fill, line, poly, star


def paint(c: Canvas, setting: Setting) -> None:
    """What the weather adds; indoors it stays outside the window."""
    if setting.indoors or setting.floor == "flat":
        return
    for name, draw in (("rain", rain), ("storm", storm), ("snow", snowfall), ("fog", fog), ("wind", wind)):
        if c.tones.weather == name:
            draw(c)


def rain(c: Canvas, arg: str = "") -> None:
    """Slanted strokes in two lengths and rings on the ground."""
    slant = -c.side * 0.22
    runs = ["", ""]
    for i in range(90):
        x, y = c.dice.uniform(0, 1) * c.w, c.dice.uniform(-0.02, 0.96) * c.h
        s = c.u * c.dice.uniform(22, 44) * (1 if i % 2 else 0.6)
        runs[i % 2] += poly([(x, y), (x + s * slant, y + s)], False)
    pale = mix(c.tones.sky[2], "#ffffff", 0.55)
    rings = "".join(
        ellipse(c.dice.uniform(0, 1) * c.w, c.dice.uniform(c.hy + 0.1 * c.h, 0.98 * c.h), 15 * c.u, 4 * c.u)
        for _ in range(12)
    )
    c.ground("puddle rings", line(rings, pale, 1.8 * c.u, 0.45))
    c.glow("rain", line(runs[0], pale, 1.8 * c.u, 0.4), line(runs[1], pale, 2.6 * c.u, 0.55))


def storm(c: Canvas, arg: str = "") -> None:
    """Rain and one bolt behind everything near."""
    c.back("lightning", bolt(c, c.w * (0.5 + c.side * c.dice.uniform(0.2, 0.36)), 0.1 * c.hy, c.hy * 0.96))
    if c.heaven is not None:
        c.elements.insert(c.heaven, c.elements.pop())
    rain(c)


def bolt(c: Canvas, x: float, top: float, foot: float) -> str:
    """A forked flash with a glow."""
    h, s = foot - top, c.dice.choice((-1, 1))
    w = h * 0.045
    zig = [
        (x, top),
        (x - s * 0.09 * h, top + 0.36 * h),
        (x + s * 0.02 * h, top + 0.34 * h),
        (x - s * 0.08 * h, top + 0.7 * h),
        (x + s * 0.02 * h, top + 0.67 * h),
        (x - s * 0.05 * h, foot),
    ]
    back = [(px + s * w * (1 - i / 6), py + (0.01 * h if i % 2 else -0.01 * h)) for i, (px, py) in enumerate(zig[:-1])]
    fork = poly(
        [
            zig[3],
            (zig[3][0] - s * 0.12 * h, top + 0.82 * h),
            (zig[3][0] - s * 0.1 * h, top + 0.94 * h),
            (zig[3][0] - s * 0.08 * h, top + 0.81 * h),
            (zig[3][0] + w * 0.3, zig[3][1] + w * 0.4),
        ]
    )
    glow = ellipse(x - s * 0.03 * h, top + h * 0.5, h * 0.2, h * 0.52)
    return fill(glow, "#fffbe0", 0.12) + fill(poly([*zig, *reversed(back)]) + fork, "#fff3b8")


def snowfall(c: Canvas, arg: str = "") -> None:
    """Flakes in three sizes, the big ones few and soft."""
    layers = ["", "", ""]
    for i in range(95):
        size = (0, 0, 1, 0, 1, 2)[i % 6]
        x, y = c.dice.uniform(0.01, 0.99) * c.w, c.dice.uniform(0.01, 0.99) * c.h
        layers[size] += dot(x, y, c.u * (2.0, 3.6, 6.2)[size] * c.dice.uniform(0.8, 1.2))
    c.glow("snowfall", *(fill(d, "#ffffff", o) for d, o in zip(layers, (0.8, 0.9, 0.6), strict=True)))


def fog(c: Canvas, arg: str = "") -> None:
    """Banks of mist between the depths and a thin one in front."""
    pale = mix(c.tones.sky[2], "#ffffff", 0.4)
    for k, see in ((0.06, 0.5), (0.22, 0.35)):
        y = c.hy + (c.h - c.hy) * k
        d = "".join(blob(c.dice, x, y, 0.3 * c.w, 0.035 * c.h, 9, 0.2) for x in c.spread(4, 0.4, -0.1, 1.1))
        c.middle("mist", fill(d, pale, see))
    d = "".join(
        blob(c.dice, x, c.gy + 0.04 * c.h, 0.26 * c.w, 0.022 * c.h, 9, 0.2) for x in c.spread(3, 0.4, -0.05, 1.05)
    )
    c.glow("mist", fill(d, pale, 0.28))


def moonlight(c: Canvas) -> None:
    """A pale pool of light on the ground where the subject stands."""
    x, room = c.area.center.x, c.h - c.hy
    pools = ((0.46, 0.26), (0.32, 0.16))
    c.ground("moonlight", *(fill(ellipse(x, c.gy, a * c.w, room * b), c.tones.glow, 0.06) for a, b in pools))


def mist(c: Canvas, arg: str = "") -> None:
    """A low bank of haze between two depths."""
    pale = mix(c.tones.haze, "#ffffff", 0.3)
    y = c.hy + 0.015 * c.h
    d = "".join(blob(c.dice, x, y, 0.3 * c.w, 0.03 * c.h, 9, 0.2) for x in c.spread(4, 0.4, -0.1, 1.1))
    c.middle("mist", fill(d, pale, 0.4))


def wind(c: Canvas, arg: str = "") -> None:
    """Curling streaks."""
    d = ""
    for _ in range(5):
        x, y, s = c.dice.uniform(0, 0.7) * c.w, c.dice.uniform(0.1, 0.7) * c.h, c.w * c.dice.uniform(0.14, 0.26)
        d += (
            f"M{x:.1f} {y:.1f}Q{x + s * 0.5:.1f} {y - s * 0.05:.1f} {x + s:.1f} {y:.1f}"
            f"C{x + s * 1.25:.1f} {y + s * 0.04:.1f} {x + s * 1.2:.1f}"
            f" {y - s * 0.2:.1f} {x + s * 1.06:.1f} {y - s * 0.13:.1f}"
        )
    c.glow("wind", line(d, mix(c.tones.sky[2], "#ffffff", 0.6), 4 * c.u, 0.7))


def god_rays(c: Canvas, arg: str = "") -> None:
    """Broad slanting shafts from the light's side, behind the subject."""
    if c.tones.covered:
        return
    x0, y0 = c.w * (0.5 + 0.46 * c.side), -0.05 * c.h
    rays = ""
    for k in range(4):
        t = 0.18 + 0.2 * k + c.dice.uniform(-0.03, 0.03)
        far = c.w * (0.5 + c.side * (0.55 - 1.15 * t))
        rays += poly([(x0, y0), (far, c.gy), (far - c.side * 0.085 * c.w, c.gy)])
    c.middle("light shafts", fill(rays, c.tones.glow, 0.15 if not c.tones.night else 0.07))


def fireflies(c: Canvas, arg: str = "") -> None:
    halos, cores = "", ""
    for _ in range(22):
        x, y, r = c.dice.uniform(0.02, 0.98) * c.w, c.dice.uniform(0.3, 0.95) * c.h, c.u * c.dice.uniform(2, 4)
        halos += dot(x, y, r * 2.8)
        cores += dot(x, y, r)
    c.glow("fireflies", fill(halos, "#fdf3a0", 0.22), fill(cores, "#fff8c4", 0.95))


def dust(c: Canvas, arg: str = "") -> None:
    """Motes in a shaft of light."""
    d = "".join(
        dot(
            c.w * (0.5 + c.side * c.dice.uniform(-0.1, 0.45)),
            c.h * c.dice.uniform(0.15, 0.8),
            c.u * c.dice.uniform(1, 2.6),
        )
        for _ in range(26)
    )
    c.glow("dust", fill(d, "#fff6dc", 0.6))


def bokeh(c: Canvas, arg: str = "") -> None:
    """Soft discs of light far behind."""
    colors = ("#ffd98a", c.tones.palette.accent, c.tones.palette.light)
    data = ["", "", ""]
    for i in range(20):
        r = c.u * c.dice.uniform(10, 36)
        data[i % 3] += ellipse(c.dice.uniform(0, 1) * c.w, c.dice.uniform(0.03, 0.95) * c.hy, r)
    c.back("lights", *(fill(d, k, 0.3) for d, k in zip(data, colors, strict=True)))


def sparkle(c: Canvas, arg: str = "") -> None:
    d = "".join(star(c.edge(0.42), c.dice.uniform(0.05, 0.8) * c.h, c.u * c.dice.uniform(8, 20)) for _ in range(13))
    c.glow("sparkles", fill(d, "#fffbe6", 0.9))
