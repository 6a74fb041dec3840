"""Scores erasing beside OpenCV's inpainting on photographs whose hidden part is known, and prints a table.

    python benchmarks/tools_erase.py [--keep FOLDER] [--large]

A thing is laid onto a known ground and erased again. Per hole and way: PSNR in dB, structural similarity, and two
measures of what an eye sees that forgives another blade of grass: `bands`, the distance between the two holes' filter
responses (means and spreads of four scales of a Laplacian pyramid, in levels, blur and smears count), and `grain`, the
finest band's strength as a share of the original's (1 is right, 0 is a smear); CPU seconds. `--keep` writes original,
hidden, Telea, Navier-Stokes and ours side by side; `--large` times pictures of one megapixel, also wider pages.
Photographs are those in the wheel of scikit-image.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image
from skimage import data as _data
from skimage.metrics import structural_similarity as _similarity

from gouache.engines.editor.fill import beyond, fill

data: Any = _data  # without type hints
similarity: Any = _similarity
Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]
Way = Callable[[Bytes, Flags], Bytes]
# picture, middle x and y of the thing, its half width and half height, in px; grounds of all kinds
CASES = (
    ("brick", 250, 250, 60, 60), ("grass", 250, 250, 70, 70), ("gravel", 250, 250, 70, 70),
    ("coffee", 520, 330, 45, 35), ("coffee", 300, 370, 40, 20), ("rocket", 400, 150, 40, 70),
    ("rocket", 130, 330, 30, 60), ("astronaut", 330, 60, 30, 40), ("astronaut", 130, 330, 40, 40),
    ("chelsea", 230, 60, 45, 35), ("chelsea", 120, 200, 40, 40), ("camera", 400, 380, 45, 45),
    ("camera", 380, 200, 40, 30), ("camera", 60, 300, 30, 50),
)  # fmt: skip


def photograph(name: str) -> Bytes:
    picture = np.asarray(getattr(data, name)())
    if picture.ndim == 2:
        picture = np.repeat(picture[..., None], 3, axis=2)
    return np.ascontiguousarray(picture[..., :3], np.uint8)


def blob(shape: tuple[int, ...], x: int, y: int, width: int, height: int) -> Flags:
    """A lumpy outline, as a hand would mark a thing."""
    turn = np.linspace(0, 2 * np.pi, 80, endpoint=False)
    reach = 1 + 0.12 * np.sin(3 * turn + x) + 0.08 * np.sin(5 * turn + y)
    points = np.stack([x + width * reach * np.cos(turn), y + height * reach * np.sin(turn)], axis=1)
    marked = np.zeros(shape[:2], np.uint8)
    cv2.fillPoly(marked, [points.astype(np.int32)], 1)
    return marked.astype(bool)


def ours(picture: Bytes, hole: Flags) -> Bytes:
    page = np.dstack([picture, np.full(picture.shape[:2], 255, np.uint8)])
    return fill(page, hole)[..., :3]


def by_opencv(method: int) -> Way:
    def erased(picture: Bytes, hole: Flags) -> Bytes:
        made = cv2.inpaint(np.ascontiguousarray(picture[..., ::-1]), hole.astype(np.uint8) * 255, 5, method)
        return np.asarray(made[..., ::-1], np.uint8)

    return erased


WAYS: dict[str, Way] = {
    "Telea": by_opencv(cv2.INPAINT_TELEA), "Navier-Stokes": by_opencv(cv2.INPAINT_NS), "ours": ours,
}  # fmt: skip


def bands(picture: Bytes, hole: Flags) -> Floats:
    """Mean and spread of every band of a Laplacian pyramid in the hole, (4, 2, channels)."""
    page, inside, found = picture.astype(np.float32), hole.astype(np.float32), []
    for _ in range(4):
        small = cv2.pyrDown(page)
        band = page - cv2.pyrUp(small, dstsize=page.shape[1::-1])
        seen = band[inside > 0.5]
        found.append(np.stack([seen.mean(axis=0), seen.std(axis=0)]))
        page = np.asarray(small, np.float32)
        inside = np.asarray(cv2.resize(inside, page.shape[1::-1], interpolation=cv2.INTER_AREA), np.float32)
    return np.asarray(found, np.float32)


def scores(picture: Bytes, made: Bytes, hole: Flags) -> tuple[float, float, float, float]:
    gap = np.square(picture.astype(float) - made)[hole].mean()
    page = similarity(picture, made, channel_axis=2, full=True)[1].mean(axis=2)
    right, got = bands(picture, hole), bands(made, hole)
    grain = float(got[0, 1].mean() / max(1e-6, float(right[0, 1].mean())))
    return (
        float(10 * np.log10(255**2 / max(gap, 1e-9))),
        float(page[hole].mean()),
        float(np.abs(right - got).mean()),
        grain,
    )


def compare(keep: Path | None) -> None:
    print(f"{'':<22}{'':<15}{'PSNR':>8}{'SSIM':>8}{'bands':>8}{'grain':>8}{'CPU s':>8}")
    table: dict[str, list[tuple[float, ...]]] = {name: [] for name in WAYS}
    for number, (name, *place) in enumerate(CASES):
        picture = photograph(name)
        hole = blob(picture.shape, *place)
        hidden = picture.copy()
        hidden[hole] = (255, 0, 255)
        shown = [picture, hidden]
        for way, erase in WAYS.items():
            began = time.process_time()
            made = erase(hidden, hole)
            row = (*scores(picture, made, hole), time.process_time() - began)
            table[way].append(row)
            line(f"{name} {place[0]},{place[1]}" if way == "Telea" else "", way, row)
            shown.append(made)
        if keep is not None:
            Image.fromarray(np.hstack(shown)).save(keep / f"{number:02d}_{name}.png")
    for way, rows in table.items():
        line("mean" if way == "Telea" else "", way, tuple(np.mean(rows, axis=0)))


def line(name: str, way: str, row: tuple[float, ...]) -> None:
    print(f"{name:<22}{way:<15}{row[0]:>8.2f}{row[1]:>8.3f}{row[2]:>8.2f}{row[3]:>8.2f}{row[4]:>8.2f}", flush=True)


def large() -> None:
    for name in ("coffee", "astronaut", "rocket"):
        picture = cv2.resize(photograph(name), (1024, 1024), interpolation=cv2.INTER_CUBIC)
        page = np.dstack([picture, np.full((1024, 1024), 255, np.uint8)])
        began = time.process_time()
        fill(page, blob(page.shape, 600, 480, 130, 130))
        erased = time.process_time() - began
        wide = np.zeros((1024, 1536, 4), np.uint8)
        wide[:, :1024] = page
        began = time.process_time()
        beyond(wide, np.arange(1536)[None, :].repeat(1024, axis=0) >= 1024)
        print(
            f"{name}: 1024 x 1024, a hole of 260 px {erased:.2f} CPU s; 512 px more {time.process_time() - began:.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--large", action="store_true")
    given = parser.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    if given.large:
        return large()
    return compare(given.keep)


if __name__ == "__main__":
    main()
