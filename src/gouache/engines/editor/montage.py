"""A hole filled with few large pieces of the rest of its picture, each moved as a whole, its seams where they hide.

The labelling is that of He and Sun, "Statistics of Patch Offsets for Image Completion" (2012): every pixel of the hole
takes one of a few dozen shifts, and neighbours with different shifts pay for the step that shows between them. It is
solved by sweeps of min-sum belief propagation (Tappen and Freeman, 2003). Meant for small pictures.
"""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.editor.patches import Flags, Floats, Places

NEVER = np.float32(1e7)
_SWEEPS = 6
_CUT = np.float32(80.0)  # squared levels that every seam costs, whatever shows of it: few large pieces
_RIM = 5  # px; the window in which a pixel near the rim looks at what is known


def montage(
    features: Floats, hole: Flags, free: Flags, shifts: Places, prior: Floats, strange: Floats | None = None
) -> Places:
    """The number of the best shift for each pixel of the hole, in the order of its flat indices.

    `features` is (height, width, k) float32, `shifts` (n, 2) of rows and columns, `free` marks what may be copied,
    `prior` (n,) is what a shift costs wherever it is used, `strange` (pixels of the hole, n) what it costs there.
    """
    box = _box(hole)
    part = hole[box]
    y = np.arange(box[0].start, box[0].stop)[:, None, None] + shifts[None, None, :, 0]
    x = np.arange(box[1].start, box[1].stop)[None, :, None] + shifts[None, None, :, 1]
    seen, allowed = taken(features, free, y, x)
    unary = np.where(allowed, prior[None, None, :], NEVER) + _rim(features, hole, shifts, *box)
    if strange is not None:
        unary[part] += strange
    return labelled(seen, unary, part)[part]


def labelled(seen: Floats, unary: Floats, part: Flags) -> Places:
    """The best label of every pixel of a part of the page (height, width), anything elsewhere.

    `seen` (height, width, n, k) is what every label shows there, `unary` (height, width, n) what it costs by itself.
    """
    unary = np.where(part[..., None], unary, 0).astype(np.float32)
    return _solved(unary, _steps(seen), part)


def taken(features: Floats, free: Flags, y: Places, x: Places) -> tuple[Floats, Flags]:
    """What lies at some places of the page, and whether it may be copied; what lies beyond the page may not."""
    height, width = free.shape
    inside = (y >= 0) & (y < height) & (x >= 0) & (x < width)
    y, x = np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)
    return features[y, x], inside & free[y, x]


def _box(hole: Flags) -> tuple[slice, slice]:
    rows, columns = np.flatnonzero(hole.any(axis=1)), np.flatnonzero(hole.any(axis=0))
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)


def _rim(features: Floats, hole: Flags, shifts: Places, rows: slice, columns: slice) -> Floats:
    """How little a shift fits what is known around a pixel, (height, width, n); 0 far from the rim."""
    known = (~hole).astype(np.float32)
    out = np.zeros((rows.stop - rows.start, columns.stop - columns.start, len(shifts)), np.float32)
    for n, (dy, dx) in enumerate(shifts):
        moved = cv2.warpAffine(
            features, np.array([[1, 0, -dx], [0, 1, -dy]], np.float64), hole.shape[::-1], flags=cv2.INTER_NEAREST,
            borderMode=cv2.BORDER_REPLICATE,
        )  # fmt: skip
        there = cv2.warpAffine(
            known, np.array([[1, 0, -dx], [0, 1, -dy]], np.float64), hole.shape[::-1], flags=cv2.INTER_NEAREST,
            borderMode=cv2.BORDER_CONSTANT,
        )  # fmt: skip
        gap = np.square(features - moved.reshape(features.shape)).sum(axis=2)
        use = known * there
        total = cv2.boxFilter(gap * use, -1, (_RIM, _RIM), normalize=False, borderType=cv2.BORDER_CONSTANT)
        out[..., n] = total[rows, columns]
    return out * np.float32(2.0 / _RIM)


def _steps(seen: Floats) -> Floats:
    """For every pixel how much any two shifts differ there, (height, width, n, n)."""
    own = np.square(seen).sum(axis=-1)
    both = np.matmul(seen, np.swapaxes(seen, -1, -2))
    both *= -2
    both += own[..., :, None]
    both += own[..., None, :]
    np.maximum(both, 0, out=both)
    both += _CUT * (1 - np.eye(seen.shape[2], dtype=np.float32))
    return np.asarray(both)


def _solved(unary: Floats, steps: Floats, part: Flags) -> Places:
    """Labels (height, width) by sweeps of messages along rows and columns."""
    height, width, count = unary.shape
    messages = np.zeros((4, height, width, count), np.float32)  # from the left, the right, above, below
    for _ in range(_SWEEPS):
        for side in range(4):
            _sweep(unary, steps, part, messages, side)
    return np.asarray((unary + messages.sum(axis=0)).argmin(axis=-1))


def _sweep(unary: Floats, steps: Floats, part: Flags, messages: Floats, side: int) -> None:
    """New messages that come from one side, line by line."""
    across, back = side < 2, side % 2 == 1
    opposite = side ^ 1
    length = unary.shape[1] if across else unary.shape[0]
    order = range(length - 1, 0, -1) if back else range(length - 1)
    step = -1 if back else 1
    for at in order:
        here, there = ((slice(None), at), (slice(None), at + step)) if across else ((at,), (at + step,))
        belief = unary[here] + messages[(slice(None), *here)].sum(axis=0) - messages[(opposite, *here)]
        cost = belief[:, :, None] + steps[here]
        cost += steps[there]
        sent = cost.min(axis=1)
        sent -= sent.min(axis=1, keepdims=True)
        linked = part[here] & part[there]
        messages[(side, *there)] = np.where(linked[:, None], sent, 0)


def shown(features: Floats, hole: Flags, origin: Places) -> float:
    """How much shows of the seams where neighbours were copied from places that are no neighbours, a pixel of the hole.

    `origin` (height, width) holds flat indices, the identity outside the hole.
    """
    height, width = hole.shape
    flat = features.reshape(height * width, -1)
    y, x = np.divmod(origin, width)
    total = 0.0
    for dy, dx in ((0, 1), (1, 0)):
        one = (slice(0, height - dy), slice(0, width - dx))
        two = (slice(dy, height), slice(dx, width))
        after = np.minimum(y + dy, height - 1) * width + np.minimum(x + dx, width - 1)
        before = np.maximum(y - dy, 0) * width + np.maximum(x - dx, 0)
        pair = (hole[one] | hole[two]) & (after[one] != origin[two])
        ends = hole[one][pair], hole[two][pair]
        first = np.square(flat[after[one][pair]] - flat[origin[two][pair]]).sum(axis=1) * ends[0]
        second = np.square(flat[before[two][pair]] - flat[origin[one][pair]]).sum(axis=1) * ends[1]
        total += float((first + second).sum())
    return total / max(1, int(hole.sum()))
