"""Times the GPU engine against plain diffusers: same weights, same noise, same steps, in one run.

    python benchmarks/diffusion.py [--models klein-4b z-image-turbo ...] [--size 1024] [--batches 1 2 4 8]
    python benchmarks/diffusion.py --tiny       # on a CPU, to see it work; its figures mean nothing

Full-size architectures with random weights, prompt embeddings given (no text encoder). Seconds are from the call to
the PNG bytes, warm, the median of the repeats. Losses are against plain diffusers from the same noise: the relative
error of the final latents, and the PSNR of the decoded pictures. On random weights they are a numerical check, not a
judgement of pictures.
"""

from __future__ import annotations

import argparse
import gc
import math
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
import torch
from diffusion_models import MODELS, Model

from gouache.engines.diffusion.caching import LEAST_STEPS, set_cache
from gouache.engines.diffusion.device import Device, find
from gouache.engines.diffusion.embeddings import batched
from gouache.engines.diffusion.families import family
from gouache.engines.diffusion.noise import generators
from gouache.engines.diffusion.settings import DiffusionSettings, StepCache
from gouache.engines.diffusion.speed import denoiser, to_fp8, tune


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to run a model; `plain` leaves diffusers as it is."""

    name: str
    plain: bool = False
    fp8: bool = False
    cache: StepCache = "none"
    graphs: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """What is measured with."""

    device: Device
    size: int
    repeats: int
    tiny: bool
    batches: tuple[int, ...]


@dataclass(slots=True)
class Bench:
    """A model on the device in one variant, ready to draw."""

    model: Model
    run: Run
    pipe: Any
    embedding: dict[str, Any]

    def call(self, batch: int, output: str) -> Any:
        kind = family(self.model.family)
        assert kind.encoding is not None
        return self.pipe(
            **batched(kind.encoding, [self.embedding] * batch, []), height=self.run.size, width=self.run.size,
            num_inference_steps=self.model.steps, generator=generators(range(batch)), output_type=output,
            **{kind.guidance: self.model.guidance},
        ).images  # fmt: skip

    def files(self, batch: int) -> list[bytes]:
        """PNG files, as a worker makes them."""
        pictures = np.rint(np.clip(np.nan_to_num(self.call(batch, "np")), 0, 1) * 255).astype(np.uint8)
        return [cv2.imencode(".png", picture, [cv2.IMWRITE_PNG_COMPRESSION, 3])[1].tobytes() for picture in pictures]


def variants(model: Model, device: Device, tiny: bool) -> Iterator[Variant]:
    yield Variant("plain diffusers", plain=True)
    yield Variant("gouache, lossless")
    if device.cuda:
        yield Variant("+ CUDA graphs", graphs=True)
    if device.fp8:
        yield Variant("+ fp8 (lossy)", fp8=True)
    if model.steps >= LEAST_STEPS and family(model.family).step_cache:
        yield Variant("+ first-block cache 0.08 (lossy)", cache="first_block")
        yield Variant("+ TaylorSeer (lossy)", cache="taylor")


def prepared(model: Model, variant: Variant, run: Run) -> Bench:
    pipe, embedding = model.build(model, run.device.name, run.device.dtype, run.tiny)
    pipe.set_progress_bar_config(disable=True)
    if not variant.plain:
        settings = DiffusionSettings(device=run.device.name, cuda_graphs=variant.graphs)
        if variant.fp8:
            to_fp8(denoiser(pipe), family(model.family).skip_fp8, run.device.name)
        tune(pipe, run.device, settings)
        if family(model.family).step_cache:
            set_cache(pipe, variant.cache, 0.08, model.steps)
    return Bench(model, run, pipe, embedding)


def timed(run: Run, work: Callable[[], object]) -> float:
    _wait(run)
    began = time.perf_counter()
    work()
    _wait(run)
    return time.perf_counter() - began


def _wait(run: Run) -> None:
    if run.device.cuda:
        torch.cuda.synchronize()


def measure(model: Model, run: Run) -> None:
    """Print the table of one model."""
    print(f"\n### {model.name}: {model.steps} steps, {run.size} x {run.size}\n")
    heads = [
        "",
        "s/image",
        "x",
        "first call s",
        "GB",
        *(f"img/s at {n}" for n in run.batches),
        "latents off",
        "PSNR dB",
    ]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    plain: tuple[float, Any, Any] | None = None
    for variant in variants(model, run.device, run.tiny):
        _emptied(run)
        bench = prepared(model, variant, run)
        first = timed(run, lambda bench=bench: bench.files(1))  # type: ignore[misc]
        seconds = statistics.median(timed(run, lambda bench=bench: bench.files(1)) for _ in range(run.repeats))  # type: ignore[misc]
        latents, picture = bench.call(1, "latent").float().cpu(), bench.call(1, "np")[0]
        plain = plain or (seconds, latents, picture)
        rates = [_rate(bench, batch) for batch in run.batches]
        row = [variant.name, f"{seconds:.3f}", f"{plain[0] / seconds:.2f}", f"{first:.1f}", _memory(run), *rates]
        print(f"| {' | '.join([*row, _off(latents, plain[1]), _psnr(picture, plain[2])])} |", flush=True)
        del bench


def _rate(bench: Bench, batch: int) -> str:
    """Pictures a second, `-` when the batch does not fit."""
    try:
        bench.files(batch)
        return f"{batch / timed(bench.run, lambda: bench.files(batch)):.2f}"
    except torch.OutOfMemoryError:
        return "-"


def _emptied(run: Run) -> None:
    gc.collect()
    if run.device.cuda:
        torch.compiler.reset()
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()


def _memory(run: Run) -> str:
    return f"{torch.cuda.max_memory_allocated() / 1e9:.1f}" if run.device.cuda else "-"


def _off(latents: Any, plain: Any) -> str:
    return f"{float((latents - plain).norm() / plain.norm()):.2e}"


def _psnr(picture: Any, plain: Any) -> str:
    error = float(np.square(picture.astype(np.float64) - plain).mean())
    return "same" if error == 0 else f"{-10 * math.log10(error):.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", nargs="+", choices=MODELS, default=list(MODELS))
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--batches", type=int, nargs="+", default=[1, 2, 4, 8])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--tiny", action="store_true")
    asked = parser.parse_args()
    device = find(DiffusionSettings(device="cpu" if asked.tiny else asked.device))
    run = Run(device, asked.size, asked.repeats, asked.tiny, tuple(asked.batches))
    if asked.tiny:
        torch.set_num_threads(1)
        run = replace(run, size=64, repeats=2)
    print(f"{device.title}, torch {torch.__version__}, {device.dtype}, attention {device.attention or 'default'}")
    for name in asked.models:
        measure(MODELS[name], run)


if __name__ == "__main__":
    main()
