"""Poses: where hands and feet go, from `data/poses.tsv`."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from gouache.engines.composer.rig.ink import XY
from gouache.engines.composer.rig.tables import rows, words


@dataclass(frozen=True, slots=True)
class Pose:
    """Hands in arm lengths from the shoulders, feet in leg lengths from the hips. Angles in degrees."""

    name: str
    side: bool
    lean: float
    hip: float  # height of the hips, 1 = standing
    hand_left: XY
    hand_right: XY
    foot_left: XY
    foot_right: XY
    elbows: tuple[int, int]
    knees: tuple[int, int]
    lift: float  # clearance under the feet, in leg lengths
    turn: float
    tilt: float
    flags: frozenset[str]

    def has(self, flag: str) -> bool:
        return flag in self.flags

    def with_hands(self, left: XY | None = None, right: XY | None = None, *flags: str) -> Pose:
        """The same pose with other hand positions, elbows outwards."""
        elbows = (0 if left else self.elbows[0], 0 if right else self.elbows[1])
        kept = self.flags if self.name in ("eating", "thinking") else self.flags - {"over"}
        return replace(
            self, hand_left=left or self.hand_left, hand_right=right or self.hand_right,
            elbows=elbows, flags=kept | set(flags),
        )  # fmt: skip


def _xy(cell: str) -> XY:
    x, y = cell.split()
    return float(x), float(y)


def _signs(cell: str) -> tuple[int, int]:
    a, b = cell.split()
    return int(a), int(b)


@lru_cache(1)
def _table() -> dict[str, Pose]:
    table: dict[str, Pose] = {}
    for row in rows("poses.tsv"):
        name, others, view, lean, hip, hl, hr, fl, fr, elbows, knees, lift, turn, tilt, flags = (*row, "")[:15]
        pose = Pose(
            name, view == "side", float(lean), float(hip), _xy(hl), _xy(hr), _xy(fl), _xy(fr),
            _signs(elbows), _signs(knees), float(lift), float(turn), float(tilt), frozenset(words(flags)),
        )  # fmt: skip
        table[name] = pose
        for other in words(others):
            table.setdefault(other, pose)
    return table


def pose_names() -> tuple[str, ...]:
    """Every pose under its own name."""
    return tuple(dict.fromkeys(p.name for p in _table().values()))


def known_pose(name: str | None) -> bool:
    """Whether a pose has a row of its own, other than just standing there."""
    pose = _table().get((name or "").lower())
    return pose is not None and pose.name != "standing"


def find_pose(words_: str | None) -> Pose:
    """The pose of a verb or phrase ("walking", "sitting reading"); the longest known name in it wins, else standing."""
    table, text = _table(), (words_ or "standing").lower().replace(",", " ").strip()
    if text in table:
        return table[text]
    hits = sorted((name for name in table if f" {name} " in f" {text} "), key=len)
    if not hits:
        return table["standing"]
    seat = next((table[h] for h in reversed(hits) if table[h].has("sit") and not table[h].has("fold")), None)
    deed = next((table[h] for h in reversed(hits) if not table[h].has("sit") and not table[h].side), None)
    return _seated(seat, deed) if seat and deed and deed.name != "standing" else table[hits[-1]]


def _seated(seat: Pose, deed: Pose) -> Pose:
    """The legs of one pose with the arms of another: "sitting reading"."""
    return replace(
        seat, name=deed.name, hand_left=deed.hand_left, hand_right=deed.hand_right, elbows=deed.elbows,
        tilt=deed.tilt, flags=seat.flags | deed.flags,
    )  # fmt: skip


def joint(root: XY, goal: XY, length: float, bend: float) -> tuple[XY, XY]:
    """Elbow (or knee) and end of a limb of two equal bones; an end out of reach is pulled in to 1.12 lengths.

    `bend` is the page direction in which the joint points: negative to the left, positive to the right.
    """
    dx, dy = goal[0] - root[0], goal[1] - root[1]
    far = math.hypot(dx, dy) or 1e-6
    if far > length * 1.12:
        dx, dy = dx * length * 1.12 / far, dy * length * 1.12 / far
        far = length * 1.12
    end = (root[0] + dx, root[1] + dy)
    half = length / 2
    rise = math.sqrt(max(0.0, half * half - far * far / 4))
    mid = (root[0] + dx / 2, root[1] + dy / 2)
    nx, ny = -dy / far, dx / far
    if nx * bend < 0:
        nx, ny = -nx, -ny
    return (mid[0] + nx * rise, mid[1] + ny * rise), end
