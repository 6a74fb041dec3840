"""Lettering on a pixel grid, for pixel art."""

from __future__ import annotations

from gouache.engines.composer.geometry import Box, bounds
from gouache.engines.composer.typography.effects import decorate
from gouache.engines.composer.typography.lettering import (
    Block,
    Lettering,
    fit,
    labelled,
    line_inks,
    missing_of,
)

_FONT = "pixel"
_DOTS = 8  # dots to the em of the pixel font


def pixel_lettering(
    text: str, box: Box, *, grid: float, color: str = "#222222", max_lines: int = 8, id: str = "text"
) -> Lettering:
    """Text whose every dot is a whole number of grid cells (`grid` in px), its corner on the grid.

    When even one cell a dot is too large for the box the cell is halved until it fits.
    """
    block, size = fit(text, box, _FONT, max_lines, None, 0.0, 1.25)
    cell = grid
    while cell * _DOTS > size and cell > 0.5:
        cell /= 2
    size = max(1, int(size / (cell * _DOTS))) * cell * _DOTS if cell * _DOTS <= size else size
    return _set(text, block, size, box, grid, color, id)


def _set(text: str, block: Block, size: float, box: Box, grid: float, color: str, id: str) -> Lettering:
    dot = size / _DOTS
    top = _snap(box.y + (box.h - block.height * size) / 2 - block.top * size, grid, dot)
    placed = []
    for line, base in zip(block.lines, block.baselines, strict=True):
        left = _snap(box.x + (box.w - line.ink.w * size) / 2 - line.ink.x * size, grid, dot)
        placed.append((line, left, top + base * size))
    inks = [ink for line, x, y in placed for ink in line_inks(line, x, y, size)]
    markup = labelled(decorate(inks, color, size, None, id), text, id, _FONT, size)
    area = bounds(line.ink.scaled(size).moved(x, y) for line, x, y in placed)
    return Lettering(markup, area, size, tuple(line.text for line in block.lines), _FONT, missing_of(block.lines))


def _snap(value: float, grid: float, dot: float) -> float:
    """To the grid, or to half cells where dots are smaller than a cell."""
    step = min(grid, dot)
    return round(value / step) * step
