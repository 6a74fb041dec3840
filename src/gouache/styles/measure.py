"""Reference pictures measured: their colours and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image as Pillow

from gouache.oklab import oklab
from gouache.styles import grain, marks
from gouache.styles.profile import Base, StyleProfile, Swatch, Traits

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]

SIDE = 512  # px of the longer side while measuring
_SAMPLED = 192  # px of the longer side that colours are counted at; sampled, so that none are mixed
_COLORS = 8  # of a palette, at most
_CANDIDATES = 24  # colours of one picture before near ones are merged
_NEAR = 0.075  # OKLab; nearer colours are one
_CLOSE, _NEAREST = 0.45, 0.025  # of the spread of pale palettes' colours, and the least
_LEAST_SHARE = 0.012  # of a palette's colour
_ACCENT, _ACCENT_SHARE = 0.18, 0.003  # OKLab; a colour so far from all others counts with this share
_BLEND, _BLEND_SHARE = 0.035, 0.03  # OKLab; a share under this may be a soft edge
_PLAIN = 0.9  # share of the border that must have one colour to be a ground
GRAIN = 0.05  # standard deviation of lightness that counts as the strongest texture
_FLAT_RANGE = 0.012  # lightness range in 3 x 3 px that counts as flat
_CHROMA = 0.25  # OKLab chroma of very vivid colours
_OPEN = 0.4  # share of the page that a plain ground must fill


def profile(pictures: Sequence[Pixels], base: Base, weights: Sequence[float] = ()) -> StyleProfile:
    """What pictures, RGBA uint8 (height, width, 4), have in common; `weights` say how much each one counts."""
    shares = np.asarray(weights or [1.0] * len(pictures), np.float64)
    shares = shares / shares.sum()
    small = [_small(picture) for picture in pictures]
    measured = np.stack([list(traits(picture).model_dump().values()) for picture in small])
    mean = dict(zip(Traits.model_fields, (shares @ measured).tolist(), strict=True))
    mean["grid"] = _common_grid([marks.grid(picture[..., :3]) for picture in pictures], shares)
    grounds = [_ground(picture) for picture in small]
    same = grounds[0] if all(ground and _apart(ground, grounds[0] or "") < _NEAR for ground in grounds) else None
    found = palette(small, shares.tolist())
    texture = shares @ np.stack([grain.bands(np.ascontiguousarray(oklab(one)[..., 0])) for one in small])
    return StyleProfile(
        base=base, palette=found, traits=Traits(**mean), ground=same, border=_border(small, shares, found),
        grain=tuple(round(float(value), 5) for value in texture),
    )  # fmt: skip


def _common_grid(sides: Sequence[float], shares: npt.NDArray[np.float64]) -> float:
    """The side of the squares of pixel art when most of the pictures are made of such."""
    known = np.asarray(sides) > 0
    return float(np.average(np.asarray(sides)[known], weights=shares[known])) if shares[known].sum() > 0.5 else 0.0


def _border(pictures: Sequence[Pixels], shares: npt.NDArray[np.float64], colors: tuple[Swatch, ...]) -> str:
    """The palette's colour that is along the edges of the pictures most."""
    goals = oklab(np.asarray([list(bytes.fromhex(one.color[1:])) for one in colors], np.float32))
    counts = np.zeros(len(colors))
    for picture, share in zip(pictures, shares, strict=True):
        near = np.square(oklab(_rim(picture))[:, None] - goals).sum(axis=2).argmin(axis=1)
        counts += share * np.bincount(near, minlength=len(colors)) / len(near)
    return colors[int(counts.argmax())].color


def _rim(picture: Pixels) -> Pixels:
    """The pixels along the edges, (n, 3)."""
    return np.concatenate([picture[:3].reshape(-1, 3), picture[-3:].reshape(-1, 3),
                           picture[:, :3].reshape(-1, 3), picture[:, -3:].reshape(-1, 3)])  # fmt: skip


def traits(picture: Pixels) -> Traits:
    """How one RGB picture (height, width, 3) is drawn."""
    values = oklab(picture)
    light = np.ascontiguousarray(values[..., 0])
    lines, weight, ink = marks.outlines(light)
    low, high = np.percentile(light, (5, 95))
    return Traits(
        lines=lines,
        line_weight=weight,
        texture=_texture(light),
        contrast=float(np.clip(high - low, 0, 1)),
        flatness=marks.flatness(light, _FLAT_RANGE),
        roundness=marks.roundness(light),
        paper=_paper(values),
        chroma=float(np.clip(np.hypot(values[..., 1], values[..., 2]).mean() / _CHROMA, 0, 1)),
        glow=marks.glow(light),
        ink=ink,
        shading=marks.shading(values),
        hatching=marks.hatching(light),
        softness=marks.softness(light),
        grid=marks.grid(picture),
    )


def palette(pictures: Sequence[Pixels], weights: Sequence[float]) -> tuple[Swatch, ...]:
    """The colours of RGB pictures by share, near ones merged; at most eight."""
    found: list[tuple[Floats, float]] = []
    for picture, weight in zip(pictures, weights, strict=True):
        step = -(-max(picture.shape[:2]) // _SAMPLED)
        quantized = Pillow.fromarray(np.ascontiguousarray(picture[::step, ::step])).quantize(
            _CANDIDATES, Pillow.Quantize.MAXCOVERAGE, kmeans=2
        )
        counts = np.bincount(np.asarray(quantized).ravel(), minlength=256)
        table = np.asarray(quantized.getpalette(), np.uint8).reshape(-1, 3)
        found += [(table[k].astype(np.float32), weight * counts[k] / counts.sum()) for k in np.flatnonzero(counts)]
    ordered = sorted(found, key=lambda entry: -entry[1])
    spread = oklab(np.stack([color for color, _ in ordered])).std(axis=0).sum()
    merged = _without_blends(_merged(ordered, float(np.clip(_CLOSE * spread, _NEAREST, _NEAR))))
    large = [entry for entry in merged[:_COLORS] if entry[1] >= _LEAST_SHARE] or merged[:1]
    kept = [*large, *_accents(large, merged)][:_COLORS]
    total = sum(share for _, share in kept)
    return tuple(Swatch(color=_hex(color), weight=round(share / total, 4)) for color, share in kept)


def _accents(large: list[tuple[Floats, float]], colors: list[tuple[Floats, float]]) -> list[tuple[Floats, float]]:
    """Small colours unlike all large ones: a lamp in the night, a red beak."""
    known = oklab(np.stack([color for color, _ in large]))
    return [
        (color, _LEAST_SHARE)
        for color, share in colors
        if _ACCENT_SHARE <= share < _LEAST_SHARE
        and float(np.linalg.norm(known - oklab(color[None]), axis=1).min()) > _ACCENT
    ]


def _merged(colors: list[tuple[Floats, float]], reach: float) -> list[tuple[Floats, float]]:
    """Colours within `reach` as one, the larger share's, by share. Small vivid ones stay apart from large dull ones."""
    groups: list[tuple[Floats, Floats, float]] = []
    for color, share in colors:
        spot = oklab(color[None])[0]
        distances = [float(np.linalg.norm(spot - other)) for _, other, _ in groups]
        if distances and min(distances) < reach:
            k = int(np.argmin(distances))
            groups[k] = (groups[k][0], groups[k][1], groups[k][2] + share)
        else:
            groups.append((color, spot, share))
    return [(color, share) for color, _, share in sorted(groups, key=lambda group: -group[2])]


def _without_blends(colors: list[tuple[Floats, float]]) -> list[tuple[Floats, float]]:
    """Without the small shares that are blends of two other colours: soft edges, not paints."""
    spots = oklab(np.stack([color for color, _ in colors]))

    def blend(k: int) -> bool:
        return any(
            _off_segment(spots[k], spots[a], spots[b]) < _BLEND
            for a in range(len(spots))
            for b in range(a)
            if k not in (a, b)
        )

    return [entry for k, entry in enumerate(colors) if entry[1] >= _BLEND_SHARE or not blend(k)]


def _off_segment(spot: Floats, first: Floats, second: Floats) -> float:
    """The distance of a colour to the mixtures of two others; infinite near their ends."""
    along = second - first
    t = float(np.dot(spot - first, along) / max(float(np.dot(along, along)), 1e-9))
    return float(np.linalg.norm(spot - first - t * along)) if 0.15 < t < 0.85 else float("inf")


def _small(picture: Pixels) -> Pixels:
    """RGB over white, at most SIDE px of the longer side."""
    alpha = picture[..., 3:].astype(np.float32) / 255
    flat = np.rint(picture[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
    scale = SIDE / max(flat.shape[:2])
    if scale >= 1:
        return flat
    return np.asarray(cv2.resize(flat, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def _texture(light: Floats) -> float:
    """The grain of the calm half of the page."""
    soft = cv2.GaussianBlur(light, (0, 0), 3)
    slope = np.hypot(cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1))
    calm = slope <= np.median(slope)
    grain = (light - cv2.GaussianBlur(light, (0, 0), 1.6))[calm]
    spread = 1.4826 * float(np.median(np.abs(grain - np.median(grain))))  # deaf to the few pixels of outlines
    return float(np.clip(spread / GRAIN, 0, 1))


def _paper(values: Floats) -> float:
    """The share of the page near its commonest colour."""
    bins = np.rint(values.reshape(-1, 3) * 12).astype(np.int64) @ np.asarray([10_000, 100, 1])
    _, inverse, counts = np.unique(bins, return_inverse=True, return_counts=True)
    middle = values.reshape(-1, 3)[inverse == int(counts.argmax())].mean(axis=0)
    return float((np.linalg.norm(values - middle, axis=-1) < _NEAR).mean())


def _ground(picture: Pixels) -> str | None:
    """The colour of a plain border, `#rrggbb`, or None."""
    border = _rim(picture)
    middle = np.median(border, axis=0).astype(np.float32)
    if (np.linalg.norm(oklab(border) - oklab(middle[None]), axis=1) < 0.03).mean() < _PLAIN:
        return None
    near = (np.linalg.norm(oklab(picture) - oklab(middle[None]), axis=-1) < 0.03).astype(np.uint8)
    _, labels = cv2.connectedComponents(cv2.copyMakeBorder(near, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1))
    return _hex(middle) if (labels == labels[0, 0]).mean() >= _OPEN else None


def _apart(first: str, second: str) -> float:
    """OKLab distance of two `#rrggbb`; infinite when one is missing."""
    if not first or not second:
        return float("inf")
    spots = oklab(np.asarray([list(bytes.fromhex(color[1:])) for color in (first, second)], np.float32))
    return float(np.linalg.norm(spots[0] - spots[1]))


def _hex(color: Floats) -> str:
    return "#" + bytes(np.rint(color).astype(np.uint8).tolist()).hex()
