"""The frame of a composition: cut-outs that the subject may step out of, dioramas, shapes, leaves in front."""

from __future__ import annotations

from gouache.engines.composer.color import lch, mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.catalog import Setting
from gouache.engines.composer.scenery.land import soil
from gouache.engines.composer.scenery.paths import arch, blob, ellipse, fill, poly, rect
from gouache.engines.composer.scenery.plants import branch_frame, grass_frame, leaves_frame


def paint(c: Canvas, frame: str, setting: Setting) -> None:
    """Add the template's frame to a painted setting."""
    if frame in ("rounded", "border", "circle", "arch"):
        _window(c, frame)
    elif frame in ("diorama", "tile"):
        _slab(c, frame)
    elif frame in ("blob", "poster"):
        _shape(c, frame)
    elif frame == "foreground" and setting.floor not in ("air", "flat", "table", "room"):
        kinds = {"snow": (), "town": (), "dry": (grass_frame,),
                 "space": (), "mars": ()}.get(setting.family, (leaves_frame, branch_frame, grass_frame))  # fmt: skip
        if kinds:
            c.dice.choice(kinds)(c)


def _page(c: Canvas) -> str:
    """The page around a cut-out: pale by day, deep by night."""
    p = c.tones.palette
    if p.given:
        return p.light
    return mix(c.tones.sky[0], "#10142c", 0.45) if c.tones.night else mix(p.light, c.tones.sky[2], 0.22)


def _around(c: Canvas, hole: str, color: str) -> None:
    """Everything outside the hole painted over, in front of the scenery and behind the subjects."""
    c.ground("page", f'<path d="{rect(0, 0, c.w, c.h)}{hole}" fill="{color}" fill-rule="evenodd"/>')
    c.foreground.clear()


def _window(c: Canvas, frame: str) -> None:
    m = 0.06 * min(c.w, c.h)
    foot = min(c.h - m, c.gy + 0.085 * c.h)
    if frame == "border":
        hole = rect(m * 0.75, m * 0.75, c.w - 1.5 * m, c.h - 1.5 * m, c.dice.choice((0.0, m * 0.35)))
    elif frame == "rounded":
        hole = rect(m * 1.2, m * 1.2, c.w - 2.4 * m, foot - m * 1.2, m * 1.4)
    elif frame == "arch":
        w = min(c.w - 2.4 * m, 0.84 * c.h)
        hole = arch(c.w / 2 - w / 2, m * 1.3, w, foot - m * 1.3)
    else:
        r = min(c.w / 2 - m, (foot - m) / 2)
        hole = ellipse(c.w / 2, foot - r, r)
    _around(c, hole, _page(c))


def _slab(c: Canvas, frame: str) -> None:
    """The scene on a thick base: a round cake or an isometric block."""
    cx, rx = c.w / 2, min(0.44 * c.w, 0.46 * c.h)
    ry, thick = rx * (0.3 if frame == "diorama" else 0.42), 0.075 * c.h
    y = min(c.gy, c.h - ry - thick - 0.03 * c.h)
    earth, page = c.tones.local(mix("#8a6248", soil(c, "grass"), 0.15)), _page(c)
    if frame == "diorama":
        top = max(0.05 * c.h, y - 2.05 * rx)
        k, h = 0.5523, y - top
        hole = (
            f"M{cx - rx:.1f} {y:.1f}"
            f"C{cx - rx:.1f} {y - h * 0.75:.1f} {cx - rx * k:.1f} {top:.1f} {cx:.1f} {top:.1f}"
            f"C{cx + rx * k:.1f} {top:.1f} {cx + rx:.1f} {y - h * 0.75:.1f} {cx + rx:.1f} {y:.1f}"
        )
        hole += (
            f"C{cx + rx:.1f} {y + ry * k:.1f} {cx + rx * k:.1f} {y + ry:.1f} {cx:.1f} {y + ry:.1f}"
            f"C{cx - rx * k:.1f} {y + ry:.1f} {cx - rx:.1f} {y + ry * k:.1f} {cx - rx:.1f} {y:.1f}Z"
        )
        shape = fill(_rim(cx, y, rx, ry, 0.0, thick * 0.5), shift(earth, 0.03))
        under_ = fill(_rim(cx, y, rx, ry, thick * 0.5, thick), shift(earth, -0.04))
    else:
        top = max(0.05 * c.h, y - 1.5 * rx)
        hole = poly([(cx - rx, y), (cx, y + ry), (cx + rx, y), (cx + rx, top + ry), (cx, top), (cx - rx, top + ry)])
        shape = fill(
            poly([(cx - rx, y), (cx, y + ry), (cx, y + ry + thick), (cx - rx, y + thick)]), shift(earth, 0.03 * -c.side)
        )
        under_ = fill(
            poly([(cx + rx, y), (cx, y + ry), (cx, y + ry + thick), (cx + rx, y + thick)]), shift(earth, 0.03 * c.side)
        )
    shadow = fill(_rim(cx, y, rx, ry, thick, thick + 0.022 * c.h), shift(page, -0.08))
    _around(c, hole, page)
    c.ground("base", shadow, shape, under_)


def _rim(cx: float, y: float, rx: float, ry: float, top: float, foot: float) -> str:
    """The visible side of a round base between two depths."""
    k = 0.5523
    lower = f"C{cx + rx:.1f} {y + foot + ry * k:.1f} {cx + rx * k:.1f} {y + foot + ry:.1f} {cx:.1f} {y + foot + ry:.1f}"
    lower += (
        f"C{cx - rx * k:.1f} {y + foot + ry:.1f} {cx - rx:.1f} {y + foot + ry * k:.1f} {cx - rx:.1f} {y + foot:.1f}"
    )
    upper = (
        f"L{cx - rx:.1f} {y + top:.1f}"
        f"C{cx - rx:.1f} {y + top + ry * k:.1f} {cx - rx * k:.1f} {y + top + ry:.1f} {cx:.1f} {y + top + ry:.1f}"
    )
    upper += f"C{cx + rx * k:.1f} {y + top + ry:.1f} {cx + rx:.1f} {y + top + ry * k:.1f} {cx + rx:.1f} {y + top:.1f}Z"
    return f"M{cx + rx:.1f} {y + foot:.1f}{lower}{upper}"


def _shape(c: Canvas, frame: str) -> None:
    """A large flat shape behind the subject."""
    base = c.tones.palette.far if lch(c.tones.palette.far).L > 0.35 else c.tones.palette.near
    color, cx, cy = c.tones.local(base), c.area.center.x, c.hy * 0.72
    r = 0.4 * min(c.w, c.h)
    if frame == "blob":
        c.ground("shape", fill(blob(c.dice, cx, cy, r * 1.15, r, 8, 0.16), color, 0.85))
        return
    kind = c.dice.choice(("arch", "circle", "twin"))
    if kind == "arch":
        d = arch(cx - r * 0.95, cy - r, r * 1.9, c.gy - cy + r)
    elif kind == "circle":
        d = ellipse(cx, cy, r * 1.05)
    else:
        d = ellipse(cx - r * 0.42, cy, r * 0.85) + ellipse(cx + r * 0.42, cy + r * 0.1, r * 0.85)
    c.ground("shape", fill(d, color))
