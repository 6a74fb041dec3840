"""Screen print: a handful of flat inks, halftone between them, slipped registration, a paper border."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.color import distance, from_lch, hex_of, lch, mix, shift
from gouache.engines.composer.picture import Picture
from gouache.engines.composer.raster import Floats, Pixels
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.paint import edges, features, finished, floats, ink, small_shapes
from gouache.engines.composer.restyle.plates import Plates
from gouache.engines.composer.restyle.shade import direction, lambert, pillow
from gouache.engines.composer.restyle.texture import centered, clouds, dice, tooth

PAPER = "#f6eddb"


def art_poster(picture: Picture, seed: int) -> Pixels:
    return _printed(picture, seed, inks=(6, 8), screen=0.0, border=0.042, slip=2.0)


def art_poster_2(picture: Picture, seed: int) -> Pixels:
    """Fewer inks and a visible halftone, out to the edge of the paper."""
    return _printed(picture, seed, inks=(5, 6), screen=8.5, border=0.0, slip=3.2)


def _printed(picture: Picture, seed: int, inks: tuple[int, int], screen: float, border: float, slip: float) -> Pixels:
    plates = Plates(picture)
    palette, index = separate(plates, *printing_inks(plates, inks), screen, seed)
    image = _pull(plates, index, palette, slip, seed)
    if border:
        _frame(image, plates, border, seed)
    image *= (1 + 0.018 * tooth(plates.height, plates.width, seed, 84, 0.9))[..., None]
    return finished(image, plates)


def samples(plates: Plates, things: bool) -> tuple[Floats, Floats]:
    """Lab samples (n, 3) of the things or of the scenery, and their weights."""
    step = max(4, plates.ids.shape[0] // 96)
    lab = cv2.cvtColor(floats(plates.color[::step, ::step]), cv2.COLOR_RGB2LAB).reshape(-1, 3)
    mine = lab[(plates.things[::step, ::step] == things).ravel()]
    return mine, np.ones(len(mine), np.float32)


def clusters(points: Floats, weights: Floats, count: int, rounds: int = 12) -> Floats:
    """Weighted k-means in Lab from a farthest-point start; (count, 3). The same on every run."""
    centers = [np.average(points, axis=0, weights=weights)]
    near = np.square(points - centers[0]).sum(axis=1)
    for _ in range(count - 1):
        centers.append(points[int(np.argmax(near * np.sqrt(weights)))])
        near = np.minimum(near, np.square(points - centers[-1]).sum(axis=1))
    found = np.asarray(centers, np.float32)
    for _ in range(rounds):
        owner = nearest_index(points, found)
        for k in range(count):
            mine = owner == k
            if mine.any():
                found[k] = np.average(points[mine], axis=0, weights=weights[mine])
    return found


def nearest_index(samples: Floats, centers: Floats) -> npt.NDArray[np.int64]:
    """Index of the nearest centre of every sample (n, 3)."""
    score = samples @ centers.T
    score *= -2
    score += np.square(centers).sum(axis=1)
    return np.asarray(np.argmin(score, axis=1), np.int64)


def printing_inks(plates: Plates, counts: tuple[int, int]) -> tuple[list[str], list[str]]:
    """Printer's inks for the scenery and for the things: fuller than nature, and kept apart from each other."""
    plain = [_plain(*samples(plates, bool(k)), count) for k, count in enumerate(counts)]
    both = [lch(c).L for inks in plain for c in inks]
    low, high = min(both), max(both)
    scenery, things = ([_ink(c, low, high) for c in inks] for inks in plain)
    return [_apart(c, things) for c in scenery], things


def _plain(lab: Floats, weights: Floats, count: int) -> list[str]:
    if not len(lab):
        return []
    centers = clusters(lab, weights, min(count, len(lab)))
    colors = cv2.cvtColor(centers[None], cv2.COLOR_LAB2RGB)[0] * 255
    return [hex_of(*(float(v) for v in c)) for c in colors]


def _apart(color: str, things: list[str]) -> str:
    """A scenery ink moved away in lightness from any ink of the things that it would be taken for."""
    for amount in (0.0, 0.07, 0.13, 0.19):
        for sign in (1, -1):
            tried = shift(color, sign * amount)
            if all(distance(tried, ink) > 0.085 for ink in things if lch(ink).L < 0.93):
                return tried
    return color


def _ink(color: str, low: float, high: float) -> str:
    """A colour between the palette's darkest and lightest, spread to the full range of print."""
    light, chroma, hue = lch(color)
    if light > 0.93 and chroma < 0.05:
        return PAPER
    spread = 0.27 + (light - low) / max(0.1, high - low) * 0.68
    light = 0.45 * light + 0.55 * spread
    if light < 0.32:
        return mix(color, "#1c2140", 0.6)
    full = from_lch(light, min(0.19, chroma * 1.25 + 0.008), hue)
    return mix(full, "#f0b36a", 0.09)


def separate(
    plates: Plates, scenery: list[str], things: list[str], screen: float, seed: int
) -> tuple[list[str], npt.NDArray[np.uint8]]:
    """All inks from light to dark, and the one that prints at every pixel.

    A halftone or a grain decides between neighbours in the gradients of the scenery.
    """
    height, width, unit = plates.height, plates.width, plates.unit
    lab = cv2.cvtColor(floats(plates.color), cv2.COLOR_RGB2LAB)
    rough = halftone(height, width, screen * unit) if screen else tooth(height, width, seed, 80, 0.7) * 0.35
    rough[plates.things | plates.quiet] *= 0.12
    lab[..., 0] += _shade(plates) * 30
    lines = edges(plates, 0.0) * plates.things * ~plates.quiet
    lab[..., 0] -= cv2.dilate(np.asarray(lines > 0.08, np.uint8), np.ones((3, 3), np.uint8)) * np.float32(20)
    lab[..., 0] += rough * (9 if screen else 7)
    palette = sorted({*scenery, *things}, key=lambda c: (-lch(c).L, c))
    index = np.zeros((height, width), np.uint8)
    for inks, where in ((scenery, ~plates.things), (things, plates.things)):
        if inks and where.any():
            centers = cv2.cvtColor(np.asarray([[ink(c) for c in inks]], np.float32), cv2.COLOR_RGB2LAB)[0]
            places = np.asarray([palette.index(c) for c in inks], np.uint8)
            index[where] = places[nearest_index(lab[where], centers)]
    return palette, np.where(plates.things, cv2.medianBlur(index, 5), index)


def _shade(plates: Plates) -> Floats:
    """Form shade of the things, about -0.5..0.1."""
    unit = plates.unit
    form = cv2.GaussianBlur(pillow(plates.parts, plates.things) * (46 * unit), (0, 0), 5 * unit)
    shade = np.clip(lambert(form, direction(plates.picture.light, 0.64)) - 0.60, -0.5, 0.1)
    shade[plates.quiet | small_shapes(plates, 0.002) | ~plates.things] = 0
    return np.asarray(shade * (1 - features(plates, 90)), np.float32)


def halftone(height: int, width: int, pitch: float, angle: float = 45.0) -> Floats:
    """A dot screen, -1..1."""
    turn = np.deg2rad(angle)
    x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)[:, None]
    k = 2 * np.pi / max(3.0, pitch)
    u, v = (x * np.cos(turn) + y * np.sin(turn)) * k, (y * np.cos(turn) - x * np.sin(turn)) * k
    return np.asarray((np.cos(u) + np.cos(v)) / 2, np.float32)


def _pull(plates: Plates, index: npt.NDArray[np.uint8], palette: list[str], slip: float, seed: int) -> Floats:
    """Print the inks from light to dark, each a little out of register and a little worn."""
    height, width, unit = plates.height, plates.width, plates.unit
    image = np.empty((height, width, 3), np.float32)
    image[:] = ink(PAPER)
    source = dice(seed, 81)
    worn = tooth(height, width, seed, 82, 0.8) + 1.1 * centered(height, width, 220 * unit, seed, 83, 3)
    worn = np.asarray(0.97 - np.clip(worn - 2.35, 0, 1) * 0.55, np.float32)
    worn[plates.quiet] = 0.97
    trap = np.ones((3, 3), np.uint8)
    for k, color in enumerate(palette):
        plate = np.asarray(index == k, np.uint8) * np.uint8(255)
        if k < len(palette) - 1:
            plate = cv2.dilate(plate, trap, iterations=max(1, round(1.2 * unit)))
        dx, dy = (float(v) for v in (source.random(2) - 0.5) * 2 * slip * unit)
        move = np.asarray([[1, 0, dx], [0, 1, dy]], np.float32)
        plate = cv2.warpAffine(plate, move, (width, height), borderMode=cv2.BORDER_REPLICATE)
        _stamp(image, cv2.GaussianBlur(plate, (0, 0), 0.55), worn, ink(color))
    return image


def _stamp(image: Floats, plate: npt.NDArray[np.uint8], worn: Floats, color: Floats) -> None:
    """One ink pressed on, in place; a breath of what lies below shines through."""
    x, y, w, h = cv2.boundingRect(plate)
    window = (slice(y, y + h), slice(x, x + w))
    below = image[window]
    cover = plate[window] * worn[window] * np.float32(1 / 255)
    above = below * (0.10 + 0.063 * color)
    above += 0.837 * color
    above -= below
    above *= cover[..., None]
    below += above


def _frame(image: Floats, plates: Plates, border: float, seed: int) -> None:
    """Bare paper around a slightly uneven edge."""
    height, width = image.shape[:2]
    edge = border * min(height, width)
    x = np.minimum(np.arange(width), np.arange(width)[::-1]).astype(np.float32)[None, :]
    y = np.minimum(np.arange(height), np.arange(height)[::-1]).astype(np.float32)[:, None]
    uneven = clouds(height, width, 60 * plates.unit, seed, 85, 2) * 2.2 * plates.unit
    cover = np.clip(edge + uneven - np.minimum(x, y), 0, 1)
    image += (ink(PAPER) - image) * cover[..., None]


__all__ = ["art_poster", "art_poster_2", "clusters", "halftone", "nearest_index"]
