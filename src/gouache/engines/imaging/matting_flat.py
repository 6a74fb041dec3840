"""Taking away a ground of one flat colour: flooded from the border, its share in every edge pixel worked out exactly.

A pixel C of an edge is alpha F + (1 - alpha) B. B is known; F is the colour just inside, so alpha follows (Smith and
Blinn: Blue Screen Matting, 1996, with the subject's colour known nearby).
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

_NEAR = 10  # levels that count as the ground's own colour
_RING = 0.93  # of the border that must have it
_TOUCHED = 0.4  # of it that will do when a drawn subject touches the rim
_SIDE = 0.1  # of each side, and of the corners all but one, that are ground then
_EVEN = 0.97  # of the ground that is one colour exactly in drawings
_CONTRAST = 24  # levels by which the subject differs just inside its edge ...
_SHARP = 0.85  # ... on this share of the edge
_EDGE = 2.5  # px that an edge is wide
_REACH = 2  # px in which the subject's own colour is looked for
_SOLID = 0.97  # alpha from which a pixel counts as the subject's own
_FRAMED = 0.85  # of the page inside a margin, and of that which is picture
_PATCH = 6  # px
_PURE = 3  # levels; an enclosed patch of the ground's colour must be so close
_ALIKE = 40  # levels
_ISLANDS = 0.01  # of a patch
_ONE_COLOR = 0.98  # of a subject, a letter or ring, through whose openings the ground is seen
_WIDE = 0.07  # of a subject of several colours that an opening makes up at least: a wheel, no tooth
_LOGO_COLORS = 8  # a picture of so few colours is a logo: its letters have holes


def without_flat_ground(pixels: Pixels) -> Pixels | None:
    """RGBA with the ground gone; None when the border has no one colour or the subject no sharp edge."""
    rgb = np.ascontiguousarray(pixels[..., :3])
    ring = np.concatenate(
        [rgb[:2].reshape(-1, 3), rgb[-2:].reshape(-1, 3), rgb[:, :2].reshape(-1, 3), rgb[:, -2:].reshape(-1, 3)]
    )
    color = _commonest(ring)
    share = float((np.abs(ring - color).max(axis=1) <= _NEAR).mean())
    if share < _TOUCHED:
        return None
    far = np.abs(rgb.astype(np.int16) - color).max(axis=2).astype(np.uint8)
    ground = _flooded(far <= _NEAR)
    if share < _RING and not (_around(ground) and _few_colors(rgb, ground) and _even(far, ground)):
        return None
    if not 0.02 < float(ground.mean()) < 0.9995 or _frames(ground) or not _sharp(far, ground):
        return None
    if _few_colors(rgb, ground):
        ground |= _openings(rgb, ground, _patches(far <= _NEAR, far <= _PURE))
    return _unmixed(pixels, rgb, far, ground, color.astype(np.float32))


def _commonest(ring: npt.NDArray[np.uint8]) -> npt.NDArray[np.int16]:
    """The median of those pixels of a rim that have about its commonest colour."""
    codes = (ring >> 4).astype(np.int32) @ np.array([256, 16, 1], np.int32)
    first = ring[codes == np.bincount(codes).argmax()].astype(np.int16)
    near = np.abs(ring - np.median(first, axis=0)).max(axis=1) <= _NEAR
    return np.asarray(np.median(ring[near], axis=0) if near.any() else np.median(first, axis=0), np.int16)


def _around(ground: Flags) -> bool:
    """Whether a ground reaches all four sides and three corners."""
    sides = (ground[0], ground[-1], ground[:, 0], ground[:, -1])
    corners = int(ground[0, 0]) + int(ground[0, -1]) + int(ground[-1, 0]) + int(ground[-1, -1])
    return all(float(side.mean()) >= _SIDE for side in sides) and corners >= 3


def _even(far: npt.NDArray[np.uint8], ground: Flags) -> bool:
    """Whether a ground is one colour exactly, but for its edge."""
    inside = cv2.erode(ground.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    return bool(inside.any()) and float((far[inside] <= _PURE).mean()) > _EVEN


def _openings(rgb: Pixels, ground: Flags, patches: Flags) -> Flags:
    """Of the patches of the ground's colour those through which the ground is seen: in letters and rings of one colour,
    and wide empty ones; not eyes and teeth."""
    enclosed = patches & ~ground
    count, labels = cv2.connectedComponents(enclosed.astype(np.uint8), connectivity=4)
    _, subjects = cv2.connectedComponents((~ground).astype(np.uint8), connectivity=8)
    solid = cv2.erode((~(ground | enclosed)).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    out = np.zeros_like(ground)
    owners = [int(subjects[labels == number][0]) for number in range(1, count)]
    for owner in sorted(set(owners)):
        subject = subjects == owner
        own = [labels == number for number, whose in enumerate(owners, 1) if whose == owner]
        islands = [_islands(patch, enclosed) for patch in own]
        inner = rgb[subject & solid]
        plain = _one_color(np.concatenate([inner, *(rgb[island] for island in islands)]), inner)
        for patch, island in zip(own, islands, strict=True):
            if plain or (patch.sum() > _WIDE * subject.sum() and not island.any()):
                out |= patch
    return out


def _one_color(colors: Pixels, like: Pixels) -> bool:
    """Whether nearly all of some colours are alike, and the last of them too."""
    if not like.size:
        return True
    off = np.abs(colors.astype(np.int16) - np.median(like, axis=0)).max(axis=1)
    rest = off[len(like) :]
    alike = float((off[: len(like)] <= _ALIKE).mean()) > _ONE_COLOR
    return alike and (not rest.size or float((rest <= _ALIKE).mean()) > 0.9)


def _islands(patch: Flags, enclosed: Flags) -> Flags:
    """What lies inside a patch, as a pupil does; not ripples of a lossy file."""
    outlines, _ = cv2.findContours(patch.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    filled = np.asarray(cv2.drawContours(np.zeros(patch.shape, np.uint8), outlines, -1, 1, cv2.FILLED)) > 0
    inside: Flags = cv2.erode((filled & ~enclosed).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return inside if inside.sum() > _ISLANDS * patch.sum() else np.zeros_like(patch)


def _flooded(near: Flags) -> Flags:
    """The parts of a mask that touch the border."""
    count, labels = cv2.connectedComponents(near.astype(np.uint8), connectivity=4)
    touching = np.zeros(count, bool)
    for edge in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        touching[np.unique(edge)] = True
    touching[0] = False
    flooded: Flags = touching[labels]
    return flooded


def _frames(ground: Flags) -> bool:
    """Whether the colour only runs around a picture as its margin."""
    rows, columns = np.flatnonzero(~ground.all(axis=1)), np.flatnonzero(~ground.all(axis=0))
    if not len(rows):
        return False
    inside = ground[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    corners = int(inside[0, 0]) + int(inside[0, -1]) + int(inside[-1, 0]) + int(inside[-1, -1])
    return inside.size > _FRAMED * ground.size and float(inside.mean()) < 1 - _FRAMED and corners < 2


def _patches(near: Flags, pure: Flags) -> Flags:
    """The parts of a mask in which enough is pure."""
    count, labels = cv2.connectedComponents(near.astype(np.uint8), connectivity=4)
    large = np.bincount(labels[pure], minlength=count) >= _PATCH
    large[0] = False
    patches: Flags = large[labels]
    return patches


def _sharp(far: npt.NDArray[np.uint8], ground: Flags) -> bool:
    """Whether the subject begins with a step; a soft shadow does not."""
    depth = cv2.distanceTransform((~ground).astype(np.uint8), cv2.DIST_L2, 3)
    inside = (depth > 1.5) & (depth <= 4)
    return bool(inside.any()) and float((far[inside] > _CONTRAST).mean()) > _SHARP


def _few_colors(rgb: Pixels, ground: Flags) -> bool:
    """Whether nearly all of the subject has a handful of colours."""
    inside = cv2.erode((~ground).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    if not inside.any():
        return True
    codes = (rgb[inside] >> 5).astype(np.int32) @ np.array([64, 8, 1], np.int32)
    counts = np.sort(np.bincount(codes, minlength=512))[::-1]
    return float(counts[:_LOGO_COLORS].sum()) > 0.95 * len(codes)


def _unmixed(pixels: Pixels, rgb: Pixels, far: npt.NDArray[np.uint8], ground: Flags, color: Floats) -> Pixels:
    depth = cv2.distanceTransform((~ground).astype(np.uint8), cv2.DIST_L2, 3)
    rows, columns = np.nonzero((depth > 0) & (depth <= _EDGE))
    own, contrast = _strongest(rgb, far, rows, columns)
    step = own - color
    seen = rgb[rows, columns].astype(np.float32)
    alpha = np.clip(((seen - color) * step).sum(axis=1) / np.maximum(np.square(step).sum(axis=1), 1), 0, 1)
    alpha[alpha > _SOLID] = 1
    alpha[contrast < _CONTRAST] = 0  # ripples of a lossy file
    made = pixels.copy()
    made[ground] = 0
    share = np.maximum(alpha, 1 / 255)[:, None]
    made[rows, columns, :3] = np.clip((seen - (1 - share) * color) / share + 0.5, 0, 255).astype(np.uint8)
    made[rows, columns, 3] = (alpha * pixels[rows, columns, 3] + 0.5).astype(np.uint8)
    made[made[..., 3] == 0] = 0
    return made


def _strongest(
    rgb: Pixels, far: npt.NDArray[np.uint8], rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp]
) -> tuple[Floats, npt.NDArray[np.int16]]:
    """The colour least like the ground's around each pixel, (count, 3), and how far it is from that, in levels."""
    height, width = far.shape
    best = far[rows, columns].astype(np.int16)
    color = rgb[rows, columns].astype(np.float32)
    for dy in range(-_REACH, _REACH + 1):
        for dx in range(-_REACH, _REACH + 1):
            y, x = np.clip(rows + dy, 0, height - 1), np.clip(columns + dx, 0, width - 1)
            better = far[y, x] > best
            best[better] = far[y, x][better]
            color[better] = rgb[y[better], x[better]]
    return color, best
