"""Things drawn onto a given picture in one of the composer's hands, lit like the picture when it is a photograph."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from gouache.engines.composer.color import hex_of
from gouache.engines.composer.engine import Draft
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.looks import Look, Medium
from gouache.engines.composer.photo.backdrop import Backdrop
from gouache.engines.composer.photo.bodies import Body, body
from gouache.engines.composer.photo.camera import display, linear
from gouache.engines.composer.photo.lens import curve
from gouache.engines.composer.photo.shadows import throw
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.raster import Pixels, pixels
from gouache.engines.composer.restyle import RASTER, VECTOR
from gouache.engines.composer.scene import Shot
from gouache.engines.composer.svg import document, rect
from gouache.engines.editor.patches import Flags, Floats
from gouache.engines.editor.traits import Traits

_DESIGNS = frozenset({Shot.LOGO, Shot.ICON, Shot.POSTER, Shot.CARD, Shot.PATTERN, Shot.STICKER})
_WHITE = 0.80  # linear level that the brightest parts of a well exposed picture reach


def onto(plate: Pixels, picture: Picture, draft: Draft, traits: Traits, mask: Flags, seed: int) -> Pixels:
    """The plate with the picture's elements drawn on it, RGBA uint8; `picture` has the plate's size.

    Only pixels of the mask change.
    """
    photo = draft.look.medium is Medium.PHOTO and draft.composition.scene.shot not in _DESIGNS
    made = _lit(plate, picture, draft, traits, seed) if photo else _drawn(plate, picture, draft.look, traits, seed)
    out = plate.copy()
    out[mask, :3] = np.clip(np.rint(made[mask]), 0, 255).astype(np.uint8)
    covered = cover_of(picture, plate.shape)
    alpha = plate[..., 3].astype(np.float32)
    out[..., 3] = np.where(mask, np.rint(alpha + (255 - alpha) * covered), plate[..., 3])
    return out


def cover_of(picture: Picture, shape: tuple[int, ...]) -> Floats:
    seen = pixels(document(picture, [e for e in picture.elements if e.role is not Role.BACKGROUND]), shape[1], shape[0])
    return np.asarray(seen[..., 3].astype(np.float32) / 255)


def _drawn(plate: Pixels, picture: Picture, look: Look, traits: Traits, seed: int) -> Floats:
    """Elements in a drawing hand over the plate, 0..255 (height, width, 3)."""
    below = plate[..., :3].astype(np.float32)
    things = [e for e in picture.elements if e.role is not Role.SHADOW]
    shadows = picture.pick([Role.SHADOW])
    if shadows:
        below = _over(below, pixels(document(picture, shadows)))
    page = pixels(document(picture, things))
    if look.medium in (Medium.VECTOR, Medium.RASTER):
        page = _styled(replace(picture, elements=things), look, seed, page[..., 3])
    page[..., :3] = _calmed(page[..., :3], plate)
    return _over(below, _softened(page, traits))


def _styled(picture: Picture, look: Look, seed: int, cover: np.ndarray) -> Pixels:
    """The elements in a restyling hand, cut out along their outlines with the lines' width to spare."""
    ground = replace(picture, elements=[_ground(picture), *picture.elements])
    if look.medium is Medium.VECTOR:
        made = pixels(VECTOR[look.name](ground, seed), picture.width, picture.height)
    else:
        made = RASTER[look.name](ground, seed)
    reach = max(1, round(0.003 * min(picture.width, picture.height)))
    wide = cv2.dilate(np.ascontiguousarray(cover), np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    made = made.copy()
    made[..., 3] = cv2.GaussianBlur(wide, (0, 0), 0.8)
    return made


def _ground(picture: Picture) -> Element:
    """A sheet in the colour of the surroundings, for hands that need one."""
    page = Box(0, 0, picture.width, picture.height)
    return Element(
        "ground-of-edit", Role.BACKGROUND, rect(page, picture.palette[0] if picture.palette else "#ffffff"), page
    )


def _over(below: Floats, above: Pixels) -> Floats:
    cover = above[..., 3:].astype(np.float32) / 255
    return np.asarray(below * (1 - cover) + above[..., :3].astype(np.float32) * cover)


def _calmed(rgb: Pixels, plate: Pixels) -> Pixels:
    """Colours no more vivid than the picture they come into: grey on a black-and-white one."""
    own = plate[..., :3].astype(np.float32)
    vivid = float(np.quantile(own.max(axis=2) - own.min(axis=2), 0.97))
    if vivid > 60:
        return rgb
    grey = rgb.astype(np.float32) @ np.array([0.299, 0.587, 0.114], np.float32)
    mixed = grey[..., None] + (rgb - grey[..., None]) * (vivid / 60)
    return np.clip(np.rint(mixed), 0, 255).astype(np.uint8)


def _softened(page: Pixels, traits: Traits) -> Pixels:
    """As soft as the picture around, with the colour kept where coverage fades."""
    sigma = softness(traits, page.shape)
    if sigma < 0.45:
        return page
    cover = page[..., 3:].astype(np.float32) / 255
    both = cv2.GaussianBlur(np.dstack([page[..., :3] * cover, cover]), (0, 0), sigma)
    out = np.empty_like(page)
    out[..., :3] = np.clip(both[..., :3] / np.maximum(both[..., 3:], 1e-4), 0, 255)
    out[..., 3] = np.clip(both[..., 3] * 255, 0, 255)
    return out


def softness(traits: Traits, shape: tuple[int, ...]) -> float:
    """How much a crisp page is blurred to be as soft as a picture, px of a Gaussian's standard deviation."""
    return max(0.0, 0.6 - traits.sharpness) * 4.0 * min(shape[:2]) / 1024


def _lit(plate: Pixels, picture: Picture, draft: Draft, traits: Traits, seed: int) -> Floats:
    """Elements as bodies lit by the plate itself, with its exposure, softness and grain; 0..255."""
    light = linear(plate[..., :3].astype(np.float32) / 255)
    place = surroundings(light, traits)
    gain = _exposure(light)
    nodes = {node.id: node for node in draft.composition.scene.nodes}
    standing = {e.node for e in picture.pick([Role.SHADOW])}
    bodies = [
        (element, lit)
        for element in picture.pick({Role.SUBJECT, Role.PROP, Role.FOREGROUND, Role.MIDDLE})
        if (lit := body(picture, element, nodes.get(element.node or ""), place)) is not None
    ]
    for element, lit in bodies:
        if element.node in standing:
            throw(light, lit, place.key)
    page, cover = display(light), np.zeros(light.shape[:2], np.float32)
    for _, lit in bodies:
        _lay(page, cover, lit, gain)
    page = _grained(_melted(page, plate, cover, traits), cover, traits, seed) * 255
    page = _calmed_floats(page, plate, cover)
    letters = picture.pick([Role.TEXT])
    return _over(page, pixels(document(picture, letters))) if letters else page


def _calmed_floats(page: Floats, plate: Pixels, cover: Floats) -> Floats:
    calm = _calmed(np.clip(np.rint(page), 0, 255).astype(np.uint8), plate).astype(np.float32)
    return np.asarray(page + (calm - page) * cover[..., None])


def surroundings(light: Floats, traits: Traits) -> Backdrop:
    """A photograph as the place that things are lit by: its blurred self all around, its brightest parts the key."""
    small = cv2.resize(light, (32, 16), interpolation=cv2.INTER_AREA)
    around = cv2.GaussianBlur(np.concatenate([small[:, ::-1], small, small[:, ::-1]], axis=1), (0, 0), 2.0)[:, 32:64]
    level = small.mean(axis=2)
    bright = small[level >= np.quantile(level, 0.85)].mean(axis=0)
    bright = bright / max(1e-3, float(bright.max()))
    bright = 0.5 + 0.5 * bright
    key = (float(bright[0]), float(bright[1]), float(bright[2]))
    return Backdrop(light, np.ascontiguousarray(around), traits.key, key, grounded=True)


def _exposure(light: Floats) -> float:
    """How bright a white thing would be in this picture."""
    top = float(np.quantile(light.max(axis=2), 0.96))
    return float(np.clip((top / _WHITE) ** 0.7, 0.22, 1.1))


def _lay(page: Floats, cover: Floats, lit: Body, gain: float) -> None:
    height, width = lit.alpha.shape
    rows, columns = slice(lit.y, lit.y + height), slice(lit.x, lit.x + width)
    share = lit.alpha[..., None]
    page[rows, columns] = page[rows, columns] * (1 - share) + display(curve(lit.light * gain)) * share
    cover[rows, columns] = np.maximum(cover[rows, columns], lit.alpha)


def _melted(page: Floats, plate: Pixels, cover: Floats, traits: Traits) -> Floats:
    """The bodies as soft as the plate, and their rims lightly in the colour of what is behind them."""
    sigma = max(0.5, softness(traits, page.shape))
    soft = cv2.GaussianBlur(page, (0, 0), sigma)
    near = np.clip(cv2.GaussianBlur(cover, (0, 0), sigma * 1.5) * 1.6, 0, 1)
    rim = np.clip(1 - np.abs(cv2.GaussianBlur(cover, (0, 0), 2.0) * 2 - 1), 0, 1) * 0.25 * (cover > 0)
    spill = cv2.GaussianBlur(plate[..., :3].astype(np.float32) / 255, (0, 0), 9)
    blended = page + (soft - page) * near[..., None]
    return np.asarray(blended + (spill - blended) * rim[..., None])


def _grained(page: Floats, cover: Floats, traits: Traits, seed: int) -> Floats:
    rng = np.random.Generator(np.random.PCG64(seed))
    noise = cv2.GaussianBlur(rng.standard_normal(cover.shape, dtype=np.float32), (0, 0), 0.55) * 1.9
    return np.asarray(page + (noise * cover * (traits.grain / 255))[..., None])


def mean_color(plate: Pixels, mask: Flags) -> str:
    """The mean colour of the pixels around a mask."""
    ring = cv2.dilate(mask.astype(np.uint8), np.ones((31, 31), np.uint8)).astype(bool) & ~mask
    seen = plate[ring if ring.any() else ~mask if (~mask).any() else mask][..., :3].astype(np.float32).mean(axis=0)
    return hex_of(float(seen[0]), float(seen[1]), float(seen[2]))
