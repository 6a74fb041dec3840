"""Pixel art: a coarse grid, few colours, ordered dither in the scenery, an outline around things, legible letters."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.raster import Floats, Pixels, pixels
from gouache.engines.composer.restyle.lettering import Piece, readable_pieces
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.paint import Bytes, floats
from gouache.engines.composer.restyle.plates import Plates
from gouache.engines.composer.restyle.poster import clusters, nearest_index
from gouache.engines.composer.svg import NAMESPACE
from gouache.engines.composer.typography import pixel_lettering

CELLS = 128  # on the short side
COLORS = 30
BAYER = np.asarray([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47


def pixel_art(picture: Picture, seed: int) -> Pixels:
    plates = Plates(picture)
    cell = min(plates.width, plates.height) / CELLS
    cols, rows = round(plates.width / cell), round(plates.height / cell)
    color = _cells(plates.color, cols, rows)
    things = _share(plates.things, cols, rows) > 0.5
    small = _limited(color, things)
    _outlined(small, plates, cols, rows)
    big = cv2.resize(small, (plates.width, plates.height), interpolation=cv2.INTER_NEAREST)
    out = np.dstack([big, np.full(big.shape[:2], 255, np.uint8)])
    _letters(out, plates, cell)
    return np.ascontiguousarray(out)


def _cells(image: Bytes, cols: int, rows: int) -> Bytes:
    """One colour a cell: the sample nearest to the cell's mean, which keeps colours pure at borders."""
    k = 4
    fine = cv2.resize(image, (cols * k, rows * k), interpolation=cv2.INTER_AREA)
    blocks = fine.reshape(rows, k, cols, k, 3).transpose(0, 2, 1, 3, 4).reshape(rows, cols, k * k, 3).astype(np.float32)
    median = np.median(blocks, axis=2, keepdims=True)
    best = np.abs(blocks - median).sum(axis=3).argmin(axis=2)
    return np.take_along_axis(blocks, best[..., None, None], axis=2)[:, :, 0].astype(np.uint8)


def _share(mask: npt.NDArray[np.bool_], cols: int, rows: int) -> Floats:
    return np.asarray(cv2.resize(mask.astype(np.float32), (cols, rows), interpolation=cv2.INTER_AREA), np.float32)


def _limited(color: Bytes, things: npt.NDArray[np.bool_]) -> Bytes:
    """The palette of COLORS, with ordered dither between neighbours where nothing stands."""
    lab = cv2.cvtColor(floats(color), cv2.COLOR_RGB2LAB)
    weight = np.where(things, 3.0, 1.0).astype(np.float32).ravel()
    palette = clusters(lab.reshape(-1, 3), weight, COLORS, 6)
    rows, cols = things.shape
    screen = np.tile(BAYER, (rows // 4 + 1, cols // 4 + 1))[:rows, :cols]
    lab[..., 0] += np.where(things, 0, screen * 6)
    index = nearest_index(lab.reshape(-1, 3), palette)
    flat = cv2.cvtColor(palette[None], cv2.COLOR_LAB2RGB)[0]
    return np.asarray(np.clip(flat[index].reshape(rows, cols, 3) * 255 + 0.5, 0, 255).astype(np.uint8), np.uint8)


def _outlined(small: Bytes, plates: Plates, cols: int, rows: int) -> None:
    """A dark rim of its own hue just outside every subject."""
    near = np.asarray([False] + [s.leaf.role in (Role.SUBJECT, Role.PROP) for s in plates.shapes])[plates.ids]
    things = _share(near, cols, rows) > 0.5
    order = cv2.resize(plates.elements.astype(np.float32), (cols, rows), interpolation=cv2.INTER_NEAREST).astype(
        np.int32
    )
    order[~things] = 0
    rim = np.zeros_like(things)
    dark = small.copy()
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        moved, tint = np.roll(order, (dy, dx), (0, 1)), np.roll(small, (dy, dx), (0, 1))
        edge = moved > order
        if dy:
            edge[0 if dy > 0 else -1] = False
        else:
            edge[:, 0 if dx > 0 else -1] = False
        rim |= edge
        dark[edge] = (tint[edge] * 0.28 + np.asarray((14, 10, 24))).astype(np.uint8)
    small[rim] = dark[rim]


def _letters(out: Pixels, plates: Plates, cell: float) -> None:
    """Lettering set anew in a pixel font where that stays legible, else its own shapes on a finer grid."""
    if not plates.has_text:
        return
    for piece in readable_pieces(plates, out):
        window, cover = piece.window, _pixel_font(plates, piece, cell)
        if cover is None:
            cover = _coarse(plates.text[window], piece.tall, cell)
        else:
            window = (slice(None), slice(None))
        out[window][cover, :3] = piece.color


def _coarse(cover: Floats, tall: float, cell: float) -> npt.NDArray[np.bool_]:
    """The lettering's own shapes on halves or thirds of a cell."""
    step = max(1.5, min(cell / (2 if tall > 16 * cell else 3), tall / 13))
    size = (max(1, round(cover.shape[1] / step)), max(1, round(cover.shape[0] / step)))
    grid = (cv2.resize(cover, size, interpolation=cv2.INTER_AREA) > 0.46).astype(np.uint8)
    return np.asarray(cv2.resize(grid, cover.shape[::-1], interpolation=cv2.INTER_NEAREST) > 0)


def _pixel_font(plates: Plates, piece: Piece, cell: float) -> npt.NDArray[np.bool_] | None:
    """The words on the page in the pixel font, None when they would come out too small to read."""
    if not piece.words.isascii():
        return None
    box = _room(plates, piece, cell)
    grid = cell if box.h > 16 * cell else cell / 2
    made = pixel_lettering(piece.words, box, grid=grid, color="#000000", id="pixels")
    if made.missing or made.size < 0.45 * piece.tall or made.size < 22:
        return None
    w, h = plates.width, plates.height
    svg = f'<svg xmlns="{NAMESPACE}" width="{w}" height="{h}" shape-rendering="crispEdges">{made.markup}</svg>'
    return np.asarray(pixels(svg)[..., 3] > 127)


def _room(plates: Plates, piece: Piece, cell: float) -> Box:
    """Where the letters may go: their own box, or the board that they stand on."""
    rows, cols = piece.window
    own = Box(float(cols.start), float(rows.start), float(cols.stop - cols.start), float(rows.stop - rows.start))
    count, _, stats, _ = cv2.connectedComponentsWithStats(plates.quiet.astype(np.uint8))
    for x, y, w, h, area in stats[1:count].tolist():
        board = Box(x, y, w, h).inset(0.07 * w + cell, 0.07 * h + cell)
        if area > 0.8 * w * h and board.overlap(own) > 0.8 * own.area and board.area < 7 * own.area:
            return board
    return own
