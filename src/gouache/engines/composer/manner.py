"""Drawing after a style profile: the nearest hand, its colours, its lines and its grain."""

from __future__ import annotations

import re
from functools import lru_cache

import cv2
import numpy as np

from gouache.engines.composer.raster import Pixels, pixels
from gouache.engines.composer.restyle.catalog import hands_of
from gouache.engines.composer.rng import stream
from gouache.operations import Generate, PaletteColor
from gouache.styles.measure import GRAIN, SIDE, traits
from gouache.styles.profile import StyleProfile, Traits
from gouache.tables import rows

_STROKE = re.compile(r'(\bstroke-width\s*[=:]\s*"?)([0-9.]+)')
_ODD = {"line_circuit", "mosaic", "pixel_art"}  # what makes them is in no trait
_LEAST_GRAIN = 0.04  # of the texture scale; less is not seen
_WEIGHTS = {
    "lines": 2.4,
    "line_weight": 1.0,
    "texture": 1.4,
    "contrast": 0.8,
    "flatness": 0.9,
    "roundness": 0.6,
    "paper": 1.0,
    "chroma": 0.8,
}


@lru_cache(1)
def _hands() -> dict[str, Traits]:
    """The traits of every hand, measured by `python -m gouache.engines.composer.restyle.hands`."""
    table = {}
    for name, *values in rows("gouache.engines.composer.restyle", "hands.tsv"):
        table[name] = Traits(**dict(zip(Traits.model_fields, map(float, values), strict=True)))
    return table


def hand_for(profile: StyleProfile) -> str:
    """The hand of the profile's base style that draws most like the references."""
    known = {name: _hands()[name] for name in sorted(hands_of(profile.base) - _ODD) if name in _hands()}
    spread = {
        trait: float(np.std([getattr(one, trait) for one in _hands().values()])) + 1e-6 for trait in Traits.model_fields
    }

    def apart(name: str) -> float:
        return sum(
            weight * abs(float(getattr(known[name], trait)) - float(getattr(profile.traits, trait))) / spread[trait]
            for trait, weight in _WEIGHTS.items()
        )

    return min(known, key=apart)


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
    return tuple(PaletteColor(color=one.color) for one in profile.palette)


def lined(svg: str, profile: StyleProfile, width: int, height: int) -> str:
    """The SVG with its strokes brought to the profile's line weight."""
    wanted = profile.traits.line_weight
    scale = SIDE / max(width, height)
    drawn = traits(pixels(svg, round(width * scale), round(height * scale))[..., :3]).line_weight
    if not wanted or not drawn:
        return svg
    factor = float(np.clip(wanted / drawn, 0.5, 2.5))
    return _STROKE.sub(lambda m: f"{m.group(1)}{float(m.group(2)) * factor:.2f}", svg)


def grained(image: Pixels, profile: StyleProfile, seed: int) -> Pixels:
    """The pixels with as much grain as the references have."""
    height, width = image.shape[:2]
    scale = max(1.0, max(width, height) / SIDE)
    size = (round(width / scale), round(height / scale))
    small = np.asarray(cv2.resize(image[..., :3], size, interpolation=cv2.INTER_AREA), np.uint8)
    missing = profile.traits.texture**2 - traits(small).texture ** 2
    if missing < _LEAST_GRAIN**2:
        return image
    noise = np.frombuffer(stream(seed, "grain").randbytes(size[0] * size[1]), np.uint8).reshape(size[1], size[0])
    soft = cv2.GaussianBlur(noise.astype(np.float32) - 127.5, (0, 0), 0.6)
    strength = np.sqrt(missing) * GRAIN * 255 / float((soft - cv2.GaussianBlur(soft, (0, 0), 1.6)).std())
    grain = cv2.resize(soft * strength, (width, height), interpolation=cv2.INTER_CUBIC)
    out = image.copy()
    out[..., :3] = np.clip(np.rint(image[..., :3] + grain[..., None]), 0, 255)
    return out
