"""Scores upscaling beside Lanczos on pictures made smaller first, and prints a table.

    python benchmarks/tools_upscale.py [--keep FOLDER] [--large]

PSNR in dB against the whole picture; sharpness = mean Laplacian as a share of the whole picture's; seconds and CPU
seconds. `--keep` writes Lanczos, ours and the whole picture side by side; `--large` times a picture of 4 megapixels.
Photographs are those in the wheel of scikit-image.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image
from skimage import data as _data

from gouache.engines.base import Context
from gouache.engines.imaging.engine import Imaging
from gouache.operations import CreativeUpscale, CrispUpscale, Generate, Source
from gouache.rendering import render

data: Any = _data  # without type hints
Bytes = npt.NDArray[np.uint8]
PHOTOS = ("astronaut", "coffee", "chelsea")
DRAWINGS = ("a red fox in a forest", "a cat on a skateboard")


def drawing(prompt: str) -> Bytes:
    [made] = render(Generate(prompt=prompt, style="vector_illustration", seed=3, format="png", width=512, height=512))
    return np.asarray(Image.open(io.BytesIO(made.file.data)).convert("RGB"))


def resized(picture: Bytes, size: tuple[int, int]) -> Bytes:
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS))


def psnr(one: Bytes, other: Bytes) -> float:
    return float(10 * np.log10(255**2 / max(1e-9, np.square(one.astype(float) - other).mean())))


def sharpness(picture: Bytes) -> float:
    return float(np.abs(cv2.Laplacian(picture.astype(np.float32), cv2.CV_32F)).mean())


def upscaled(picture: Bytes, kind: type[CrispUpscale] | type[CreativeUpscale], factor: int) -> tuple[Bytes, list[str]]:
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "PNG")
    file = buffer.getvalue()
    size = {"width": picture.shape[1], "height": picture.shape[0]}
    source = Source(sha256=hashlib.sha256(file).hexdigest(), media_type="image/png", **size)
    operation = kind.model_validate({"image": source, "factor": factor, "format": "png"})
    [made] = Imaging().run(operation, Context(read=lambda _source: file))
    assert made.pixels is not None
    return made.pixels[..., :3], made.report.resolved


def line(name: str, way: str, whole: Bytes, made: Bytes, wall: float, cpu: float) -> None:
    sharp = sharpness(made) / sharpness(whole)
    print(f"{name:<26}{way:<18}{psnr(made, whole):>8.2f}{sharp:>9.2f}{wall:>8.2f}{cpu:>8.2f}")


def compare(name: str, whole: Bytes, factor: int, keep: Path | None) -> None:
    height, width = (side // 8 * 8 for side in whole.shape[:2])
    whole = np.ascontiguousarray(whole[:height, :width])
    small = resized(whole, (width // factor, height // factor))
    shown = [resized(small, (width, height))]
    line(f"{name} x{factor}", "Lanczos", whole, shown[0], 0, 0)
    for kind in (CrispUpscale, CreativeUpscale) if factor == 4 else (CrispUpscale,):
        wall, cpu = time.perf_counter(), time.process_time()
        made, _ = upscaled(small, kind, factor)
        line("", kind.__name__, whole, made, time.perf_counter() - wall, time.process_time() - cpu)
        shown.append(made)
    if keep is not None:
        Image.fromarray(np.hstack([*shown, whole])).save(keep / f"{name.replace(' ', '_')}_x{factor}.png")


def large() -> None:
    picture = resized(data.astronaut(), (2048, 2048))
    for kind in (CrispUpscale, CreativeUpscale):
        wall, cpu = time.perf_counter(), time.process_time()
        made, told = upscaled(picture, kind, 4)
        seconds = f"{time.perf_counter() - wall:.1f} s, CPU {time.process_time() - cpu:.1f} s"
        print(f"{kind.__name__}: 2048 x 2048 to {made.shape[1]} x {made.shape[0]} px: {seconds}; {told[0]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--large", action="store_true")
    given = parser.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    if given.large:
        return large()
    print(f"{'':<26}{'':<18}{'PSNR':>8}{'sharp':>9}{'s':>8}{'CPU s':>8}")
    pictures = {name: getattr(data, name)() for name in PHOTOS} | {prompt: drawing(prompt) for prompt in DRAWINGS}
    for name, whole in pictures.items():
        for factor in (2, 4):
            compare(name, whole, factor, given.keep)
    return None


if __name__ == "__main__":
    main()
