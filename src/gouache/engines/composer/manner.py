"""Drawing after a style profile: the nearest hand, its colours, its lines and its grain."""

from __future__ import annotations

import re
from functools import lru_cache

import cv2
import numpy as np

from gouache.engines.composer.color import Lab, from_lab, lab, map_colors
from gouache.engines.composer.raster import Floats, Pixels, pixels
from gouache.engines.composer.restyle.catalog import hands_of
from gouache.engines.composer.rng import stream
from gouache.engines.composer.svg import NAMESPACE
from gouache.engines.composer.transport import recolored, transported
from gouache.oklab import oklab
from gouache.operations import Generate, PaletteColor
from gouache.styles import grain, marks
from gouache.styles.measure import SIDE, traits
from gouache.styles.profile import StyleProfile, Traits
from gouache.tables import rows

_STROKE = re.compile(r'(\bstroke-width\s*[=:]\s*"?)([0-9.]+)')
_JOINT = re.compile(r'(\bstroke-line(?:join|cap)=")[a-z]+"')
_ODD = {"line_circuit", "mosaic", "pixel_art"}  # what makes them is in no trait
_SQUARES, _CELLS = "pixel_art", 128  # and how many of them it draws on the short side
_MONO, _PAPER = 0.085, 0.38  # a hand of less chroma and more paper has an ink and a paper of its own
_STRONGEST = 0.075  # OKLab lightness; grain of all bands together
_GROWS, _LINED = 1.2, 0.02  # a line so much wider in the references is drawn again; share of the page that is lines
_ROUND, _SQUARE = 0.55, 0.38  # shares of soft corners
_WEIGHTS = {
    "lines": 2.0,
    "line_weight": 1.0,
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
    return min(known, key=lambda name: apart(_hands()[name], profile.traits))


def apart(one: Traits, other: Traits) -> float:
    """How differently two sets of pictures are drawn, whatever their colours."""
    return sum(
        weight * abs(_seen(one, trait) - _seen(other, trait)) / _spread()[trait] for trait, weight in _WEIGHTS.items()
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


def printed_in(svg: str, profile: StyleProfile, width: int, height: int) -> str:
    """The SVG of an inking hand with its own colours carried over to the profile's, by their shares."""
    found: list[str] = []
    map_colors(svg, lambda color: found.append(color) or color)  # type: ignore[func-returns-value]
    names = list(dict.fromkeys(found))
    if not names:
        return svg
    values = np.asarray([lab(name) for name in names], np.float32)
    seen = oklab(_seen_at(svg, 256, width, height).reshape(-1, 3))
    owner = np.square(seen[:, None] - values[None]).sum(axis=2).argmin(axis=1)
    shares = np.maximum(np.bincount(owner, minlength=len(names)) / len(seen), 1e-4).astype(np.float32)
    there = transported(values, shares, *_goals(profile))
    table = {name: from_lab(Lab(*(float(v) for v in goal))) for name, goal in zip(names, there, strict=True)}
    return map_colors(svg, lambda color: table[color])


def rendered(image: Pixels, profile: StyleProfile, hand: str, seed: int) -> Pixels:
    """The pixels of a hand brought to the profile: colours, line weight, softness, grain, squares."""
    if inked(hand) or hand == "realistic":
        image = recolored(image, *_goals(profile), keep=0.75)
    if hand == _SQUARES:
        return squared(image, profile.traits.grid) if profile.traits.grid else image
    return grained(softened(thickened(image, profile), profile), profile, seed)


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
    cell = side * max(height, width)
    if abs(cell * _CELLS / min(height, width) - 1) < 0.12:  # the hand's own squares
        return image
    size = (max(1, round(width / cell)), max(1, round(height / cell)))
    small = cv2.resize(image, size, interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def squares(image: Pixels, side: float) -> str:
    """Pixel art as an SVG: one path a colour, of runs of squares."""
    height, width = image.shape[:2]
    columns, lines = (max(1, round(px / (side * max(height, width)))) for px in (width, height))
    small = cv2.resize(image[..., :3], (columns, lines), interpolation=cv2.INTER_NEAREST)
    paths: dict[str, list[str]] = {}
    for y, row in enumerate(small.tolist()):
        start = 0
        for x in range(1, columns + 1):
            if x == columns or row[x] != row[start]:
                paths.setdefault("#" + bytes(row[start]).hex(), []).append(f"M{start} {y}h{x - start}v1h{start - x}z")
                start = x
    shapes = "".join(f'<path fill="{color}" d="{"".join(runs)}"/>' for color, runs in paths.items())
    return (
        f'<svg xmlns="{NAMESPACE}" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<g shape-rendering="crispEdges" transform="scale({width / columns:.6g} {height / lines:.6g})">{shapes}</g></svg>'
    )


