"""Path data of shapes from the pieces of their chains, in page units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.imaging.vectorize.fit import Curves
from gouache.engines.imaging.vectorize.types import Floats, Mask

Piece = tuple[list[float], bool]  # x, y of four control points; straight


@dataclass(frozen=True, slots=True)
class Grid:
    """From traced px to the page: the scale and the number of decimals written."""

    scale_x: float
    scale_y: float
    decimals: int

    def number(self, value: float) -> str:
        return f"{round(value, self.decimals) + 0.0:.7g}"


class Pieces:
    """The pieces of all directed chains on the page's grid."""

    def __init__(self, curves: Curves, closed: list[bool], lap: Floats, grid: Grid) -> None:
        self._start = curves.start.tolist()
        self._plain = _listed(curves.control, curves.straight, grid)
        self._lapped = tuple(_listed(*moved(curves, np.asarray(closed), by), grid) for by in (lap[::2], -lap[1::2]))
        self._lap = (lap > 0).tolist()

    def loop(self, chains: list[int]) -> list[Piece]:
        """The pieces of a loop of directed chains, in its direction."""
        out: list[Piece] = []
        for chain in chains:
            source = self._lapped[chain & 1] if self._lap[chain] else self._plain
            part = source[self._start[chain >> 1] : self._start[(chain >> 1) + 1]]
            if chain & 1:
                out += [([*c[6:], *c[4:6], *c[2:4], *c[:2]], straight) for c, straight in reversed(part)]
            else:
                out += part
        return out


def _listed(control: Floats, straight: Mask, grid: Grid) -> list[Piece]:
    page = control / np.array([grid.scale_x, grid.scale_y])
    rounded = (np.round(page, grid.decimals) + 0.0).reshape(-1, 8)
    return list(zip(rounded.tolist(), straight.tolist(), strict=True))


def moved(curves: Curves, closed: Mask, by: Floats) -> tuple[Floats, Mask]:
    """Control points (n, 4, 2) and straightness when each chain moves to its left hand by some px; open ends stay."""
    control, straight = curves.control, curves.straight
    chord = control[:, 3] - control[:, 0]
    heads, tails = _left(chord, control[:, 1] - control[:, 0]), _left(chord, control[:, 3] - control[:, 2])
    first, last = curves.start[:-1], curves.start[1:] - 1
    start = np.concatenate([np.zeros((1, 2)), tails[:-1] + heads[1:]])
    start[first] = np.where(closed[:, None], tails[last] + heads[first], 0)
    width = np.repeat(by, np.diff(curves.start))[:, None]
    start = width * _unit(start)
    end = np.concatenate([start[1:], np.zeros((1, 2))])
    end[last] = start[first]
    free_start, free_end = (np.asarray(side.any(axis=1), np.bool_)[:, None] for side in (start, end))
    alone = ~free_start[:, 0] & ~free_end[:, 0] & (width[:, 0] != 0)
    out = control + np.stack([start, np.where(free_start, start, end), np.where(free_end, end, start), end], axis=1)
    flat = alone & straight
    out[flat, 1], out[flat, 2] = control[flat, 0] + chord[flat] / 3, control[flat, 3] - chord[flat] / 3
    out[alone, 1] += (heads * width)[alone] * 4 / 3
    out[alone, 2] += (tails * width)[alone] * 4 / 3
    return out, straight & ~alone


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.maximum(np.hypot(*vectors.T), 1e-9)[:, None], np.float64)


def _left(chord: Floats, arm: Floats) -> Floats:
    """Unit vectors to the left hand of arms; of chords where the arm has no length."""
    way = np.where((np.hypot(*arm.T) > 1e-6)[:, None], arm, chord)
    return _unit(np.stack([way[:, 1], -way[:, 0]], axis=1))


def path(loop: list[Piece]) -> str:
    """Path data `M ... z`; runs of lines in one direction become one."""
    loop = joined(loop)
    first = loop[0][0]
    here = first[:2]
    parts = [f"M{here[0]:.7g} {here[1]:.7g}"]
    for number, (control, straight) in enumerate(loop):
        end = control[6:]
        if not straight:
            _, _, a, b, c, d, x, y = control
            parts.append(f"C{a:.7g} {b:.7g} {c:.7g} {d:.7g} {x:.7g} {y:.7g}")
        elif end != here and not (number == len(loop) - 1 and end == first[:2]):
            parts.append(f"L{end[0]:.7g} {end[1]:.7g}")
        here = end
    return "".join(parts) + "z" if len(parts) > 1 else ""


def joined(loop: list[Piece]) -> list[Piece]:
    """Lines that go on in the same direction made one, also over the start."""
    out: list[Piece] = []
    for piece in loop:
        if out and _goes_on(out[-1], piece):
            out[-1] = _line(out[-1][0], piece[0])
        else:
            out.append(piece)
    if len(out) > 3 and _goes_on(out[-1], out[0]):
        out[0] = _line(out[-1][0], out[0][0])
        out.pop()
    return out


def _line(first: list[float], last: list[float]) -> Piece:
    return [*first[:2], *first[:2], *last[6:], *last[6:]], True


def _goes_on(one: Piece, other: Piece) -> bool:
    if not (one[1] and other[1]):
        return False
    ax, ay, bx, by, cx, cy = *one[0][:2], *one[0][6:], *other[0][6:]
    ux, uy, vx, vy = cx - ax, cy - ay, bx - ax, by - ay
    square = ux * ux + uy * uy
    off = ux * vy - uy * vx
    return square > 0 and off * off < 0.0144 * square and 0 <= ux * vx + uy * vy <= square
