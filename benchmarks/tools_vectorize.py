"""Times and scores the vectorizer beside vtracer with its defaults and prints a table.

    python benchmarks/tools_vectorize.py [names] [--keep FOLDER]

CPU seconds, shapes, KB of SVG, PSNR and SSIM of the SVG drawn again at the picture's size. `--keep` writes the
pictures, the SVGs and what they look like, to be compared by eye. vtracer and scikit-image come with the extra `dev`.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import vtracer
from skimage import data as _data
from skimage import metrics as _metrics

from gouache.engines.composer.raster import pixels
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.imaging.vectorize import Options, vectorize
from gouache.operations import Generate
from gouache.rendering import render

data: Any = _data  # without type hints
metrics: Any = _metrics
Pixels = npt.NDArray[np.uint8]

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024" viewBox="0 0 400 400"><defs>'
    '<linearGradient id="a" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#0d47a1"/>'
    '<stop offset="1" stop-color="#90caf9"/></linearGradient></defs><rect width="400" height="400" fill="{0}"/>'
    '<circle cx="120" cy="150" r="80" fill="#268bd2"/><path d="M230 60L370 100L340 240L250 220z" fill="#dc322f"/>'
    '<ellipse cx="300" cy="160" rx="30" ry="18" fill="#b58900"/><path d="M40 380C100 240 200 420 360 300" '
    'fill="none" stroke="#002b36" stroke-width="6"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Score:
    seconds: float
    shapes: int
    size: int
    psnr: float
    ssim: float


def composed(prompt: str, substyle: str | None = None) -> Pixels:
    wish = Generate(prompt=prompt, style="vector_illustration", substyle=substyle, seed=3, format="svg")
    return pixels(next(iter(render(wish))).file.data.decode(), 1024, 1024)


def photo(picture: Pixels) -> Pixels:
    return np.dstack([picture, np.full(picture.shape[:2], 255, np.uint8)])


def jpeg(picture: Pixels, quality: int) -> Pixels:
    _, encoded = cv2.imencode(".jpg", cv2.cvtColor(picture, cv2.COLOR_RGBA2BGR), [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.cvtColor(cv2.imdecode(encoded, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGBA), np.uint8)


def scan(picture: Pixels) -> Pixels:
    """With grain and light that falls off to one side."""
    height, width = picture.shape[:2]
    grain = np.random.default_rng(0).normal(0, 5, (height, width, 1)) + np.linspace(-12, 12, width)[None, :, None]
    out = picture.copy()
    out[..., :3] = np.clip(picture[..., :3] + grain, 0, 255)
    return out


def noise() -> Pixels:
    return photo(np.random.default_rng(0).integers(0, 256, (1024, 1024, 3)).astype(np.uint8))


PICTURES: dict[str, Callable[[], Pixels]] = {
    "foxes": lambda: composed("two foxes under a red umbrella in the rain"),
    "foxes, JPEG 75": lambda: jpeg(PICTURES["foxes"](), 75),
    "sign": lambda: composed('a robot holding a sign that says "HELLO WORLD"'),
    "logo": lambda: composed('logo of a mountain with text "PEAK"'),
    "logo, JPEG 60": lambda: jpeg(PICTURES["logo"](), 60),
    "logo, scanned": lambda: scan(PICTURES["logo"]()),
    "line art": lambda: composed("a sailboat", "line_art"),
    "engraving": lambda: composed("a castle on a hill", "engraving"),
    "drawn logo": lambda: pixels(LOGO.format("#fdf6e3")),
    "on gradient": lambda: pixels(LOGO.format("url(#a)")),
    "horse": lambda: photo(np.repeat(np.uint8(data.horse()[..., None]) * np.uint8(255), 3, axis=2)),
    "coffee": lambda: photo(data.coffee()),
    "astronaut": lambda: photo(data.astronaut()),
    "cat": lambda: photo(data.chelsea()),
    "rocket": lambda: photo(data.rocket()),
    "noise": noise,
}


def plain(picture: Pixels) -> str:
    """vtracer with its defaults."""
    _, encoded = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGBA2BGRA))
    return str(vtracer.convert_raw_image_to_svg(encoded.tobytes(), img_format="png"))


TRACERS: dict[str, Callable[[Pixels], str]] = {
    "gouache": vectorize,
    "gouache, gradients": lambda picture: vectorize(picture, Options(gradients=True)),
    "vtracer": plain,
}


def seen(svg: str, like: Pixels) -> Pixels:
    """The SVG on white at a picture's size, RGB."""
    return on_white(pixels(svg, like.shape[1], like.shape[0]))


def on_white(picture: Pixels) -> Pixels:
    alpha = picture[..., 3:] / 255
    return np.rint(picture[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)


def scored(picture: Pixels, tracer: Callable[[Pixels], str]) -> tuple[Score, str]:
    started = time.process_time()
    svg = tracer(picture)
    seconds = time.process_time() - started
    one, other = on_white(picture), seen(svg, picture)
    error = float(np.square(one.astype(np.float64) - other).mean())
    ssim = float(metrics.structural_similarity(*(cv2.cvtColor(p, cv2.COLOR_RGB2GRAY) for p in (one, other))))
    shapes = len(re.findall(r"<(path|rect|circle|ellipse)\b", svg))
    return Score(seconds, shapes, len(svg), 10 * np.log10(255**2 / max(error, 1e-9)), ssim), svg


def keep(folder: Path, name: str, picture: Pixels, svgs: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"\W+", "-", name)
    cv2.imwrite(str(folder / f"{stem}.png"), cv2.cvtColor(picture, cv2.COLOR_RGBA2BGRA))
    for tracer, svg in svgs.items():
        (folder / f"{stem}.{tracer}.svg").write_text(svg)
        cv2.imwrite(str(folder / f"{stem}.{tracer}.png"), cv2.cvtColor(seen(svg, picture), cv2.COLOR_RGB2BGR))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    vectorize(PICTURES["drawn logo"]())  # loads the libraries
    print(f"{'picture':<16}{'px':>10}  {'tracer':<20}{'s':>7}{'shapes':>8}{'KB':>8}{'PSNR':>7}{'SSIM':>7}")
    for name in asked.names or PICTURES:
        picture = PICTURES[name]()
        svgs: dict[str, str] = {}
        for tracer, trace in TRACERS.items():
            score, svgs[tracer] = scored(picture, trace)
            size = f"{picture.shape[1]}x{picture.shape[0]}"
            print(
                f"{name:<16}{size:>10}  {tracer:<20}{score.seconds:>7.2f}{score.shapes:>8}{score.size / 1000:>8.0f}"
                f"{score.psnr:>7.1f}{score.ssim:>7.3f}",
                flush=True,
            )
        if asked.keep:
            keep(asked.keep, name, picture, svgs)


if __name__ == "__main__":
    main()
