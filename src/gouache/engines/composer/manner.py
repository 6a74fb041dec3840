"""Drawing after a style profile: the nearest hand, its colours, its lines and its grain."""

from __future__ import annotations

import re
from functools import lru_cache

import cv2
import numpy as np

from gouache.engines.composer.color import Lab, from_lab, lab, lch, map_colors
from gouache.engines.composer.raster import Floats, Pixels, pixels
from gouache.engines.composer.restyle.catalog import hands_of
from gouache.engines.composer.rng import stream
from gouache.engines.composer.svg import NAMESPACE
from gouache.engines.composer.transport import recolored, through
from gouache.oklab import oklab
from gouache.operations import Generate, PaletteColor
from gouache.styles import grain, marks
from gouache.styles.measure import SIDE, traits
from gouache.styles.profile import StyleProfile, Traits
from gouache.tables import rows

_STROKE = re.compile(r'(\bstroke-width\s*[=:]\s*"?)([0-9.]+)')
_JOINT = re.compile(r'(\bstroke-line(?:join|cap)=")[a-z]+"')
_ODD = {"line_circuit", "long_shadow", "mosaic", "neon", "pixel_art"}  # what makes them is in no trait
_SQUARES, _CELLS = "pixel_art", 128  # and how many of them it draws on the short side
_SAME_CELL = 0.12
_MONO, _PAPER = 0.085, 0.38  # a hand of less chroma and more paper has an ink and a paper of its own
_OUTLINED, _CALM = 0.045, 0.4  # shares of the page under outlines, and flat, from which outlines make a style
_MARKED = {
    "2d_art_poster", "2d_art_poster_2", "colored_stencil", "cutout", "hand_drawn", "infantile_sketch", "pastel_sketch",
    "risograph",
}  # fmt: skip
_HUED, _SEEN_HUES = 0.06, 0.08  # OKLCH chroma of colours with a hue, and the least share of such
_DOUBT = 1.25  # how much nearer hands must be that leave marks of their own
_MOST = 3.0  # that one trait counts; what is far away is not told apart by how far
_TUBES, _LIT, _DARK, _VIVID = "neon", 0.05, 0.3, 0.12  # its hand; share of light lines; OKLCH of ground and lines
_SMOOTH, _SOFT = 0.008, 0.4  # grain and softness under which a page is as clean as a drawing
_STRONGEST = 0.075  # OKLab lightness; grain of all bands together
_GROWS, _LINED = 1.2, 0.02  # a line so much wider in the references is drawn again; share of the page that is lines
_ROUND, _SQUARE = 0.55, 0.38  # shares of soft corners
_WEIGHTS = {
    "lines": 3.0,
    "line_weight": 0.8,
    "texture": 1.2,
    "contrast": 0.15,
    "flatness": 1.5,
    "roundness": 0.4,
    "paper": 0.6,
    "chroma": 0.2,
    "glow": 1.2,
    "ink": 0.6,
    "shading": 1.0,
    "hatching": 1.4,
    "softness": 0.6,
}
_ROOTED = {"lines", "glow", "texture"}  # traits whose small values differ most to the eye


@lru_cache(1)
def _hands() -> dict[str, Traits]:
    """The traits of every hand, measured by `python -m gouache.engines.composer.restyle.hands`."""
    table = {}
    for name, *values in rows("gouache.engines.composer.restyle", "hands.tsv"):
        table[name] = Traits(**dict(zip(Traits.model_fields, map(float, values), strict=True)))
    return table


def hand_for(profile: StyleProfile) -> str:
    """The hand of the profile's base style that draws most like the references."""
    if profile.traits.grid and profile.base != "realistic_image":
        return _SQUARES
    known = [name for name in sorted(hands_of(profile.base) - _ODD) if name in _hands()]
    if _glows(profile) and _TUBES in hands_of(profile.base):
        return _TUBES
    if _colorful(profile):
        known = [name for name in known if not inked(name)] or known
    if profile.traits.lines > _OUTLINED and profile.traits.flatness > _CALM:
        known = [name for name in known if _hands()[name].lines > _OUTLINED] or known
    return min(known, key=lambda name: apart(_hands()[name], profile.traits) * (_DOUBT if name in _MARKED else 1))


def _colorful(profile: StyleProfile) -> bool:
    """Whether the references have hues that no single ink has."""
    colors = [(lch(one.color), one.weight) for one in profile.palette]
    vivid = [(value, weight) for value, weight in colors if value.C > _HUED]
    hues = [abs((value.h - vivid[0][0].h + 180) % 360 - 180) for value, _ in vivid]
    return sum(weight for _, weight in vivid) > _SEEN_HUES and max(hues, default=0.0) > 40


def _glows(profile: StyleProfile) -> bool:
    """Whether the references are vivid light lines in the dark."""
    ground = profile.ground or profile.border or profile.palette[0].color
    vivid = [one for one in profile.palette if lch(one.color).C > _VIVID and lch(one.color).L > 0.5]
    return profile.traits.glow > _LIT and lch(ground).L < _DARK and bool(vivid)


def apart(one: Traits, other: Traits) -> float:
    """How differently two sets of pictures are drawn, whatever their colours."""
    lined = max(one.lines, other.lines) > _LINED
    return sum(
        min(_MOST, weight * abs(_seen(one, trait) - _seen(other, trait)) / _spread()[trait])
        for trait, weight in _WEIGHTS.items()
        if lined or trait not in ("line_weight", "ink")
    )


def _seen(one: Traits, trait: str) -> float:
    value = float(getattr(one, trait))
    return value**0.5 if trait in _ROOTED else value


@lru_cache(1)
def _spread() -> dict[str, float]:
    return {t: float(np.std([_seen(one, t) for one in _hands().values()])) + 1e-6 for t in _WEIGHTS}


def dressed(operation: Generate) -> Generate:
    """The operation in the profile's colours and on its ground, where it asks for none of its own."""
    profile = operation.profile
    if profile is None:
        return operation
    palette, background = operation.palette or _wishes(profile), operation.background or profile.ground
    return operation.model_copy(update={"palette": palette, "background": background})


def own_colors(operation: Generate) -> bool:
    """Whether the colours are the profile's: followed where they fit, other than those a request names."""
    return operation.profile is not None and operation.palette == _wishes(operation.profile)


def _wishes(profile: StyleProfile) -> tuple[PaletteColor, ...]:
    return tuple(PaletteColor(color=one.color, weight=one.weight) for one in profile.palette)


def inked(hand: str) -> bool:
    """Whether a hand draws with an ink on a paper whatever the picture's colours are."""
    known = _hands().get(hand)
    return known is not None and known.chroma < _MONO and known.paper > _PAPER


def _goals(profile: StyleProfile) -> tuple[Floats, Floats]:
    values = np.asarray([lab(one.color) for one in profile.palette], np.float32)
    return values, np.asarray([max(one.weight, 1e-3) for one in profile.palette], np.float32)


def lined(svg: str, profile: StyleProfile, width: int, height: int) -> str:
    """The SVG with its strokes brought to the profile's line weight, their joints round or square."""
    wanted = profile.traits.line_weight
    drawn = traits(_seen_at(svg, SIDE, width, height)).line_weight
    if profile.traits.lines > _LINED and wanted and drawn:
        factor = float(np.clip(wanted / drawn, 0.5, 3.0))
        svg = _STROKE.sub(lambda m: f"{m.group(1)}{float(m.group(2)) * factor:.2f}", svg)
    if profile.traits.roundness < _SQUARE:
        return _JOINT.sub(lambda m: m.group(1) + ("miter" if "join" in m.group(1) else "butt") + '"', svg)
    return _JOINT.sub(r'\1round"', svg) if profile.traits.roundness > _ROUND else svg


def _seen_at(svg: str, side: int, width: int, height: int) -> Pixels:
    scale = side / max(width, height)
    return np.ascontiguousarray(pixels(svg, max(8, round(width * scale)), max(8, round(height * scale)))[..., :3])


def printed_in(svg: str, profile: StyleProfile) -> str:
    """The SVG of an inking hand in the profile's ink on its paper."""
    names: dict[str, None] = {}

    def note(color: str) -> str:
        names[color] = None
        return color

    map_colors(svg, note)
    there = _inks(np.asarray([lab(name) for name in names], np.float32), profile) if names else np.zeros((0, 3))
    table = {name: from_lab(Lab(*(float(v) for v in goal))) for name, goal in zip(names, there, strict=True)}
    return map_colors(svg, lambda color: table[color])


def _inks(values: Floats, profile: StyleProfile) -> Floats:
    """OKLab colours between a dark ink and a light paper as they are between the profile's ink and paper."""
    goals, shares = _goals(profile)
    paper = goals[_named(profile, profile.ground or profile.border or profile.palette[0].color)]
    gaps = np.sqrt(np.square(goals - paper).sum(axis=1))
    ink = goals[int((gaps * np.sqrt(np.sqrt(shares))).argmax())]
    dark, light = values[:, 0].min(), values[:, 0].max()
    way = (values[:, :1] - dark) / max(0.2, float(light - dark))
    return np.asarray(ink + (paper - ink) * way, np.float32)


def _named(profile: StyleProfile, color: str) -> int:
    """The place of the palette's colour nearest to one."""
    goals, _ = _goals(profile)
    return int(np.square(goals - np.asarray(lab(color), np.float32)).sum(axis=1).argmin())


def rendered(image: Pixels, profile: StyleProfile, hand: str, seed: int) -> Pixels:
    """The pixels of a hand brought to the profile: colours, line weight, softness, grain, squares."""
    if hand == "realistic":
        image = recolored(image, *_goals(profile), keep=0.75)
    elif inked(hand):
        image = through(image, lambda values: _inks(values, profile))
    if hand == _SQUARES:
        return squared(image, profile.traits.grid) if profile.traits.grid else image
    return grained(softened(thickened(image, profile), profile), profile, seed)


def textured(svg: str, profile: StyleProfile, width: int, height: int, seed: int) -> Pixels | None:
    """The pixels of a vector hand with the references' softness and grain; None where they have none to speak of."""
    if float(np.hypot.reduce(np.asarray(profile.grain))) < _SMOOTH and not (
        profile.traits.softness > _SOFT and profile.traits.lines < _LINED
    ):
        return None
    return grained(softened(pixels(svg, width, height), profile), profile, seed)


def _small(image: Pixels) -> Pixels:
    scale = SIDE / max(image.shape[:2])
    rgb = np.ascontiguousarray(image[..., :3])
    return rgb if scale >= 1 else np.asarray(cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))


def thickened(image: Pixels, profile: StyleProfile) -> Pixels:
    """The pixels with their dark lines as thick as the references'."""
    wanted, drawn = profile.traits, traits(_small(image))
    if wanted.lines < _LINED or drawn.lines < _LINED or wanted.line_weight < _GROWS * drawn.line_weight:
        return image
    reach = round((min(wanted.line_weight, 3 * drawn.line_weight) - drawn.line_weight) * max(image.shape[:2]) / 2)
    if reach < 1:
        return image
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    light = np.ascontiguousarray(oklab(image[..., :3])[..., 0])
    hat = cv2.morphologyEx(light, cv2.MORPH_BLACKHAT, np.ones((9, 9), np.uint8))
    near = cv2.GaussianBlur(cv2.dilate((hat > 0.16).astype(np.float32), kernel), (0, 0), 0.7)[..., None]
    out = image.copy()
    dark = cv2.erode(np.ascontiguousarray(image[..., :3]), kernel)
    out[..., :3] = np.rint(image[..., :3] + (dark.astype(np.float32) - image[..., :3]) * near)
    return out


def softened(image: Pixels, profile: StyleProfile) -> Pixels:
    """The pixels with edges as wide as the references'."""
    if profile.traits.grid or profile.traits.lines > 0.06:
        return image
    gap = profile.traits.softness - marks.softness(np.ascontiguousarray(oklab(_small(image))[..., 0]))
    if gap < 0.15:
        return image
    out = image.copy()
    sigma = 1.4 * min(gap, 0.8) * max(image.shape[:2]) / SIDE
    out[..., :3] = cv2.GaussianBlur(np.ascontiguousarray(image[..., :3]), (0, 0), sigma)
    return out


def grained(image: Pixels, profile: StyleProfile, seed: int) -> Pixels:
    """The pixels with as much grain as the references have, of its size and direction."""
    if not profile.grain:
        return image
    height, width = image.shape[:2]
    have = grain.bands(np.ascontiguousarray(oklab(_small(image))[..., 0]))
    missing = np.sqrt(np.clip(np.square(np.asarray(profile.grain, np.float32)) - np.square(have), 0, None))
    total = float(np.sqrt(np.square(missing).sum()))
    if total < 0.004:
        return image
    made = grain.texture(np.asarray(missing * min(1.0, _STRONGEST / total)), stream(seed, "grain").getrandbits(32))
    scale = max(1.0, max(width, height) / SIDE)
    small = (max(1, round(height / scale)), max(1, round(width / scale)))
    sheet = np.tile(made, (small[0] // len(made) + 1, small[1] // len(made) + 1))[: small[0], : small[1]]
    page = cv2.resize(sheet, (width, height), interpolation=cv2.INTER_CUBIC)
    out = image.copy()
    out[..., :3] = np.clip(np.rint(image[..., :3] + (page * 255)[..., None]), 0, 255)
    return out


def squared(image: Pixels, side: float) -> Pixels:
    """Pixel art in squares of a `side` that is a share of the longer side."""
    height, width = image.shape[:2]
    columns, lines = _cells(image, side)
    if min(columns, lines) == _CELLS:  # the hand's own squares
        return image
    small = _sampled(image, columns, lines)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def _sampled(image: Pixels, columns: int, lines: int) -> Pixels:
    """The pixel in the middle of each square."""
    ys = ((np.arange(lines) + 0.5) * image.shape[0] / lines).astype(int)
    xs = ((np.arange(columns) + 0.5) * image.shape[1] / columns).astype(int)
    return np.ascontiguousarray(image[ys[:, None], xs[None, :]])


def _cells(image: Pixels, side: float) -> tuple[int, int]:
    """How many squares go across and down: the hand's own where the wanted ones are nearly as large."""
    height, width = image.shape[:2]
    cell, own = side * max(height, width), min(height, width) / _CELLS
    cell = own if abs(cell / own - 1) < _SAME_CELL else cell
    return max(1, round(width / cell)), max(1, round(height / cell))


def squares(image: Pixels, side: float) -> str:
    """Pixel art as an SVG: one path a colour, of runs of squares."""
    height, width = image.shape[:2]
    columns, lines = _cells(image, side)
    small = _sampled(image[..., :3], columns, lines)
    paths: dict[str, list[str]] = {}
    for y, row in enumerate(small.tolist()):
        start = 0
        for x in range(1, columns + 1):
            if x == columns or row[x] != row[start]:
                paths.setdefault("#" + bytes(row[start]).hex(), []).append(f"M{start} {y}h{x - start}v1h{start - x}z")
                start = x
    scale = f"scale({width / columns:.6g} {height / lines:.6g})"
    shapes = "".join(f'<path fill="{color}" d="{"".join(runs)}"/>' for color, runs in paths.items())
    return (
        f'<svg xmlns="{NAMESPACE}" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<g shape-rendering="crispEdges" transform="{scale}">{shapes}</g></svg>'
    )
