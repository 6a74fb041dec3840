"""Scores background removal on composites of known alpha, beside rembg with the same weights when there is one.

    python benchmarks/tools_matting.py [--rembg PYTHON] [--keep FOLDER] [--soak CALLS]

PYTHON is an interpreter that has rembg (its u2netp is replaced by ours). Errors, lower is better: mean absolute error
over the page and near the edge, gradient error and sum of absolute differences as in Rhemann et al. (CVPR 2009), all in
thousands; colour = mean error in levels of the premultiplied colours of edge pixels. `--soak` prints how the memory of
this process grows. Photographs are those in the wheel of scikit-image; drawings are in the art pack.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import psutil
from PIL import Image
from skimage import data as _data

from gouache.engines.composer.art import pack
from gouache.engines.composer.raster import pixels
from gouache.engines.composer.svg import NAMESPACE
from gouache.engines.imaging.matting_model import saliency
from gouache.engines.imaging.matting_refine import cut
from gouache.engines.imaging.weights import MATTING, weights

data: Any = _data  # without type hints
Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
SIDE = 1024
REMBG = """
import sys, time
from PIL import Image
from rembg import new_session, remove
session = new_session("u2netp")
for path in sys.argv[1:]:
    picture = Image.open(path)
    remove(picture, session=session)
    wall, cpu = time.perf_counter(), time.process_time()
    made = remove(picture, session=session)
    print(time.perf_counter() - wall, time.process_time() - cpu)
    made.save(path + ".cut.png")
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """A composite with the alpha and the colours of its subject."""

    name: str
    rgb: Bytes
    alpha: Floats
    subject: Floats


def photo(name: str) -> Floats:
    picture = Image.fromarray(getattr(data, name)()).convert("RGB")
    scale = SIDE / min(picture.size)
    size = (round(picture.width * scale) + 1, round(picture.height * scale) + 1)
    whole = np.asarray(picture.resize(size, Image.Resampling.LANCZOS), np.float32)
    return np.asarray(whole[:SIDE, :SIDE] / 255, np.float32)


def render(name: str) -> tuple[Floats, Floats]:
    """Colours and alpha of a drawing of the art pack, a little soft as pictures are."""
    found = pack()
    if found is None:
        raise SystemExit("the art pack is missing: run `make art`")
    markup = found.drawing("noto", found.names[name]["noto"]).markup
    page = np.asarray(pixels(f'<svg xmlns="{NAMESPACE}" viewBox="-27 -34 182 182">{markup}</svg>', SIDE, SIDE))
    soft = page.astype(np.float32) / 255
    soft[..., :3] *= soft[..., 3:]
    soft = np.asarray(cv2.GaussianBlur(soft, (0, 0), 0.8), np.float32)
    colors = np.clip(soft[..., :3] / np.maximum(soft[..., 3:], 1e-3), 0, 1)
    return np.asarray(colors, np.float32), np.asarray(soft[..., 3], np.float32)


def furry(seed: int, texture: str) -> tuple[Floats, Floats]:
    """A photograph in the shape of a ball of hair."""
    rng = np.random.default_rng(seed)
    mask = np.zeros((2 * SIDE, 2 * SIDE), np.uint8)
    middle, radii = np.array((1024, 1120)), np.array((500, 540))
    cv2.ellipse(mask, middle.tolist(), radii.tolist(), 0, 0, 360, 255, -1, cv2.LINE_AA)
    for _ in range(2500):
        turn = rng.uniform(0, 2 * np.pi)
        length = rng.uniform(30, 190) * (1.6 if np.sin(turn) < -0.3 else 0.6)
        at, way = middle + radii * 0.97 * np.array((np.cos(turn), np.sin(turn))), turn + rng.normal(0, 0.35)
        strand = []
        for _ in range(6):
            strand.append(at.astype(int))
            at, way = at + length / 6 * np.array((np.cos(way), np.sin(way))), way + rng.normal(0, 0.12)
        cv2.polylines(mask, [np.array(strand)], False, 255, int(rng.integers(1, 4)), cv2.LINE_AA)
    alpha = cv2.resize(mask, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    return photo(texture), np.asarray(alpha.astype(np.float32) / 255, np.float32)


def samples() -> Iterator[Sample]:
    subjects = {name: render(name) for name in ("panda", "leopard", "dragon face", "palm tree", "grinning cat")}
    subjects |= {f"fur {k}": furry(k, name) for k, name in enumerate(("chelsea", "brick", "hubble_deep_field"), 1)}
    grounds = ("coffee", "rocket", "grass", "gravel", "rocket", "gravel", "coffee", "grass")
    for (name, (colors, alpha)), ground in zip(subjects.items(), grounds, strict=True):
        back = cv2.GaussianBlur(photo(ground), (0, 0), 5)
        mixed = colors * alpha[..., None] + back * (1 - alpha[..., None])
        yield Sample(f"{name} / {ground}", (mixed * 255 + 0.5).astype(np.uint8), alpha, colors)


def slope(alpha: Floats) -> Floats:
    soft = cv2.GaussianBlur(alpha, (0, 0), 1.4)
    across, down = (cv2.Sobel(soft, cv2.CV_32F, *way) / 4 for way in ((1, 0), (0, 1)))
    return np.asarray(np.hypot(across, down), np.float32)


def scores(sample: Sample, made: Bytes) -> list[float]:
    alpha = np.asarray(made[..., 3] / 255, np.float32)
    apart = np.abs(alpha - sample.alpha)
    mixed = (sample.alpha > 0.02) & (sample.alpha < 0.98)
    edge = cv2.dilate(mixed.astype(np.uint8), np.ones((31, 31), np.uint8)) > 0
    steps = np.square(slope(alpha) - slope(sample.alpha)).sum() / 1000
    colors = np.abs(made[..., :3] * alpha[..., None] - sample.subject * sample.alpha[..., None] * 255)[mixed].mean()
    return [1000 * apart.mean(), 1000 * apart[edge].mean(), float(steps), apart.sum() / 1000, float(colors)]


def ours(rgb: Bytes) -> tuple[Bytes, float, float]:
    cut(rgb, saliency(rgb))
    wall, cpu = time.perf_counter(), time.process_time()
    made = cut(rgb, saliency(rgb))
    return made, time.perf_counter() - wall, time.process_time() - cpu


def theirs(python: str, pictures: list[Bytes]) -> list[tuple[Bytes, float, float]]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(weights(MATTING), folder)
        paths = [str(Path(folder, f"{k}.png")) for k in range(len(pictures))]
        for path, rgb in zip(paths, pictures, strict=True):
            Image.fromarray(rgb).save(path)
        environment = {**os.environ, "U2NET_HOME": folder}
        run = subprocess.run([python, "-c", REMBG, *paths], env=environment, capture_output=True, text=True, check=True)
        times = [[float(cell) for cell in line.split()] for line in run.stdout.splitlines()]
        cuts = [np.asarray(Image.open(f"{path}.cut.png").convert("RGBA")) for path in paths]
    return [(made, wall, cpu) for made, (wall, cpu) in zip(cuts, times, strict=True)]


def board(made: Bytes) -> Bytes:
    """A cut-out over a checkerboard on which every halo shows."""
    cells = np.add.outer(np.arange(SIDE) // 32, np.arange(SIDE) // 32) % 2
    ground = np.where(cells[..., None] == 1, (255, 0, 200), (0, 200, 80))
    share = made[..., 3:] / 255
    return (made[..., :3] * share + ground * (1 - share)).astype(np.uint8)


def table(name: str, found: list[Sample], results: list[tuple[Bytes, float, float]], keep: Path | None) -> None:
    rows = [scores(s, made) + [wall * 1000, cpu * 1000] for s, (made, wall, cpu) in zip(found, results, strict=True)]
    for sample, row, (made, _, _) in zip(found, rows, results, strict=True):
        print(f"{name:<9}{sample.name:<24}" + "".join(f"{value:>9.1f}" for value in row))
        if keep is not None:
            Image.fromarray(board(made)).save(keep / f"{sample.name.replace(' / ', '_')}.{name}.png")
    print(f"{name:<9}{'mean':<24}" + "".join(f"{value:>9.1f}" for value in np.mean(rows, axis=0)) + "\n")


def soak(calls: int, rgb: Bytes) -> None:
    """Print the resident memory of this process every tenth of the calls."""
    process = psutil.Process()
    for call in range(calls):
        cut(rgb, saliency(rgb))
        if call % max(1, calls // 10) == 0:
            print(f"call {call:>6}: {process.memory_info().rss / 1e6:.1f} MB")
    print(f"call {calls:>6}: {process.memory_info().rss / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rembg", metavar="PYTHON")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--soak", type=int, metavar="CALLS")
    given = parser.parse_args()
    found = list(samples())
    if given.soak:
        return soak(given.soak, np.ascontiguousarray(found[0].rgb[::4, ::4]))
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    columns = ("MAE", "edge", "gradient", "SAD", "colour", "ms", "CPU ms")
    print(f"{'':<33}" + "".join(f"{name:>9}" for name in columns))
    table("gouache", found, [ours(sample.rgb) for sample in found], given.keep)
    if given.rembg:
        table("rembg", found, theirs(given.rembg, [sample.rgb for sample in found]), given.keep)
    return None


if __name__ == "__main__":
    main()
