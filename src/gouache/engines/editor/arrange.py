"""A drawing's separate things put in other places: parts are found, words stay together, nothing overlaps."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from gouache.engines.composer.raster import Pixels
from gouache.engines.editor.patches import Floats
from gouache.engines.editor.subject import coverage

_APART = 0.006  # of the longer side; parts nearer to each other are one
_NEAR, _SMALL = 0.035, 0.14  # of the longer side, and of the larger part: what is so near and small goes with it
_LEAST = 0.0006  # of the page; smaller parts belong to the nearest
_MOST = 10  # parts that are still moved one by one
_TRIES = 40
_WORD = (1.6, 0.55)  # gaps and overlap, in heights, of letters that are one word
_LETTER = 0.24  # of the shorter side; what is higher is no letter among others
_EDGE = 0.04  # of the page that stays free at its edges


@dataclass(frozen=True, slots=True)
class Part:
    """A cut-out part, RGBA, and its box on the page it came from: left, top, width, height in px."""

    pixels: Pixels
    x: int
    y: int
    w: int
    h: int

    @property
    def wide(self) -> bool:
        """Whether it is a line of words rather than a thing."""
        return self.w > 2.6 * self.h


def parts_of(subject: Pixels) -> list[Part]:
    """The separate parts of a cut-out subject, largest first; one part when there are too many to move."""
    alpha = coverage(subject)
    seen = (alpha > 0.3).astype(np.uint8)
    reach = max(1, round(_APART * max(alpha.shape)))
    near = cv2.dilate(seen, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near)
    boxes = [tuple(int(v) for v in stats[k][:4]) for k in range(1, count)]
    groups = _gathered(_grouped(boxes, _LETTER * min(alpha.shape)), boxes, _NEAR * max(alpha.shape))
    if not 1 < len(groups) <= _MOST:
        groups = [list(range(len(boxes)))]
    found = [_part(subject, np.isin(labels, [k + 1 for k in group])) for group in groups]
    return sorted((part for part in found if part is not None), key=lambda part: -part.w * part.h)


def _grouped(boxes: list[tuple[int, ...]], tall: float) -> list[list[int]]:
    """Numbers of boxes that belong together: letters of a word, at most so `tall`, and what lies in another's box."""
    groups: list[list[int]] = []
    for number, box in enumerate(boxes):
        joined = [group for group in groups if any(_together(box, boxes[other], tall) for other in group)]
        groups = [group for group in groups if group not in joined] + [[number, *(n for g in joined for n in g)]]
    return groups


def _gathered(groups: list[list[int]], boxes: list[tuple[int, ...]], reach: float) -> list[list[int]]:
    """Groups with the small ones beside a much larger one joined to it: the rays of a sun."""
    wholes = sorted((_whole([boxes[n] for n in group]), group) for group in groups)
    wholes.sort(key=lambda pair: -pair[0][2] * pair[0][3])
    made: list[tuple[tuple[int, ...], list[int]]] = []
    for box, group in wholes:
        hosts = [k for k, (host, _) in enumerate(made) if _belongs(box, host, reach)]
        if hosts:
            host, members = made[hosts[0]]
            made[hosts[0]] = (_whole([host, box]), members + group)
        else:
            made.append((box, group))
    return [group for _, group in made]


def _whole(boxes: list[tuple[int, ...]]) -> tuple[int, ...]:
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    return left, top, max(b[0] + b[2] for b in boxes) - left, max(b[1] + b[3] for b in boxes) - top


def _belongs(box: tuple[int, ...], host: tuple[int, ...], reach: float) -> bool:
    gap = max(
        max(box[0], host[0]) - min(box[0] + box[2], host[0] + host[2]),
        max(box[1], host[1]) - min(box[1] + box[3], host[1] + host[3]),
    )
    return gap < reach and box[2] * box[3] < _SMALL * host[2] * host[3]


def _together(one: tuple[int, ...], other: tuple[int, ...], tall: float) -> bool:
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    if across > 0 and down > 0:
        return across * down > 0.25 * min(one[2] * one[3], other[2] * other[3])
    low, high = sorted((one[3], other[3]))
    return high < tall and low > 0.45 * high and -across < _WORD[0] * low * 0.6 and down > _WORD[1] * low


def _part(subject: Pixels, mask: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Part | None:
    solid = mask & (subject[..., 3] > 0)
    if float(solid.mean()) < _LEAST:
        return None
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    top, left, bottom, right = int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1
    piece = subject[top:bottom, left:right].copy()
    piece[~mask[top:bottom, left:right], 3] = 0
    return Part(piece, left, top, right - left, bottom - top)


def arranged(parts: list[Part], old: tuple[int, int], new: tuple[int, int], dice: Random) -> Pixels:
    """The parts on a transparent page of a new size (width, height), in other places than on the old one."""
    fit = min(new[0] / old[0], new[1] / old[1])
    best: tuple[float, list[tuple[float, float, float]]] = (float("inf"), [])
    lockup = len(parts) == 2 and any(part.wide for part in parts) and not all(part.wide for part in parts)
    for _ in range(_TRIES):
        spots = _locked(parts, new, dice) if lockup else _scattered(parts, old, new, fit, dice)
        cost = _clashes(parts, spots, new)
        if cost < best[0]:
            best = (cost, spots)
        if cost == 0:
            break
    page = np.zeros((new[1], new[0], 4), np.uint8)
    for part, (x, y, scale) in zip(parts, best[1], strict=True):
        _laid(page, part, x, y, scale)
    return page


def _scattered(
    parts: list[Part], old: tuple[int, int], new: tuple[int, int], fit: float, dice: Random
) -> list[tuple[float, float, float]]:
    """Centre and scale of each part: sides changed or not, sizes and places a little other, feet on their level."""
    turned, spread = dice.random() < 0.6, dice.uniform(0.85, 1.15)
    spots = []
    for part in parts:
        x, foot = (part.x + part.w / 2) / old[0], (part.y + part.h) / old[1]
        x = 0.5 + ((1 - x if turned and not part.wide else x) - 0.5) * spread + dice.uniform(-0.08, 0.08)
        scale = fit * dice.uniform(0.82, 1.25)
        y = foot * new[1] + dice.uniform(-0.035, 0.035) * new[1] - part.h * scale / 2
        spots.append((_held(x * new[0], part.w * scale, new[0]), _held(y, part.h * scale, new[1]), scale))
    return spots


def _locked(parts: list[Part], new: tuple[int, int], dice: Random) -> list[tuple[float, float, float]]:
    """A sign and its words, one above the other or side by side."""
    sign, words = (parts[1], parts[0]) if parts[0].wide else (parts[0], parts[1])
    width, height = new
    if width < 1.3 * height and (width < 0.8 * height or dice.random() < 0.5):
        size = dice.uniform(0.3, 0.46) * min(width, height)
        a, b = size / sign.h, min(dice.uniform(0.55, 0.8) * width / words.w, 0.3 * height / words.h)
        gap = dice.uniform(0.25, 0.7) * words.h * b
        top = (height - sign.h * a - gap - words.h * b) / 2
        first = (width / 2, top + sign.h * a / 2, a)
        second = (width / 2, top + sign.h * a + gap + words.h * b / 2, b)
    else:
        b = min(dice.uniform(0.48, 0.6) * width / words.w, 0.4 * height / words.h)
        a = min(dice.uniform(1.8, 3.2) * words.h * b / sign.h, 0.28 * width / sign.w)
        gap = dice.uniform(0.35, 0.7) * words.h * b
        left = (width - sign.w * a - gap - words.w * b) / 2
        first = (left + sign.w * a / 2, height / 2, a)
        second = (left + sign.w * a + gap + words.w * b / 2, height / 2, b)
    return [first, second] if sign is parts[0] else [second, first]


def _held(center: float, size: float, side: int) -> float:
    """A centre so that what has a size stays on the page."""
    room = size / 2 + _EDGE * side
    return side / 2 if room * 2 > side else min(max(center, room), side - room)


def _clashes(parts: list[Part], spots: list[tuple[float, float, float]], new: tuple[int, int]) -> float:
    """How much of the parts' boxes lie over each other or off the page, as a share of the page."""
    sizes = [(part.w * spot[2] / 2, part.h * spot[2] / 2) for part, spot in zip(parts, spots, strict=True)]
    boxes = [(x - w, y - h, x + w, y + h) for (w, h), (x, y, _) in zip(sizes, spots, strict=True)]
    cost = 0.0
    for k, a in enumerate(boxes):
        cost += max(0.0, -a[0]) + max(0.0, -a[1]) + max(0.0, a[2] - new[0]) + max(0.0, a[3] - new[1])
        for b in boxes[:k]:
            cost += max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1])) / 64
    return cost


def _laid(page: Pixels, part: Part, x: float, y: float, scale: float) -> None:
    """The part on the page, its middle at x, y, over what is there."""
    size = (max(1, round(part.w * scale)), max(1, round(part.h * scale)))
    premixed = part.pixels.astype(np.float32)
    premixed[..., :3] *= premixed[..., 3:] / 255
    piece = cv2.resize(premixed, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    left, top = round(x - size[0] / 2), round(y - size[1] / 2)
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(page.shape[1], left + size[0]), min(page.shape[0], top + size[1])
    if x1 <= x0 or y1 <= y0:
        return
    piece = piece[y0 - top : y1 - top, x0 - left : x1 - left]
    page[y0:y1, x0:x1] = _over(page[y0:y1, x0:x1], piece)


def _over(below: Pixels, piece: Floats) -> Pixels:
    """Straight alpha of a premultiplied piece over straight pixels."""
    share = piece[..., 3:] / 255
    under = below.astype(np.float32)
    alpha = share + under[..., 3:] / 255 * (1 - share)
    rgb = (piece[..., :3] + under[..., :3] * under[..., 3:] / 255 * (1 - share)) / np.maximum(alpha, 1e-4)
    return np.asarray(np.clip(np.rint(np.dstack([rgb, alpha * 255])), 0, 255), np.uint8)
