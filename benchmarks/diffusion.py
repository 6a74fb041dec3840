"""Times the GPU engine against plain diffusers: same weights, same noise, same steps, in one run.

    python benchmarks/diffusion.py --models klein-4b z-image-turbo qwen-image-8        # each in a process of its own
    python benchmarks/diffusion.py --models qwen-image-28 --variants plain default taylor --minutes 9
    python benchmarks/diffusion.py --tiny       # on a CPU, to see it work; its figures mean nothing

Full-size architectures with random weights made on the GPU, nothing is downloaded. Seconds are from the call to the
PNG's bytes, and to the pixels alone, warm, the median of the repeats, prompt embeddings given. Losses are against
plain diffusers from the same noise: the relative error of the final latents, and the PSNR of the decoded pictures. On
random weights they are a numerical check, not a judgement of pictures. What fails says so in its row, and the run goes
on.
"""

from __future__ import annotations

import argparse
import gc
import io
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
import torch
from diffusion_models import MODELS, Model, encoder
from PIL import Image as Pillow

from gouache.artifacts.encode import encode
from gouache.engines.base import Image, Report
from gouache.engines.diffusion.caching import LEAST_STEPS, set_cache
from gouache.engines.diffusion.device import Device, diagnosed, find
from gouache.engines.diffusion.embeddings import batched
from gouache.engines.diffusion.errors import DeviceLost, OutOfMemory
from gouache.engines.diffusion.families import family
from gouache.engines.diffusion.maker import opaque
from gouache.engines.diffusion.noise import generators
from gouache.engines.diffusion.pixels import rgb
from gouache.engines.diffusion.settings import DiffusionSettings, StepCache
from gouache.engines.diffusion.speed import compile_blocks, denoiser, repeated_blocks, to_fp8, tune
from gouache.engines.diffusion.vae import tile_above

_REPEATS_SECONDS = 12.0  # of one picture: long ones are repeated less often
_BATCH_SECONDS = 30.0  # a batch that would take longer is left out
_LIBRARIES = ("torch", "triton", "diffusers", "torchao", "transformers")


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to run a model. `many` is whether batches are measured, too; `settings` are those of the engine."""

    name: str
    title: str
    plain: bool = False
    fp8: bool = False
    cache: StepCache = "none"
    threshold: float = 0.08
    many: bool = False
    settings: dict[str, Any] = field(default_factory=dict)


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("plain", "plain diffusers", plain=True, many=True),
        Variant("default", "gouache", many=True),
        Variant("fp8", "gouache, fp8 (lossy)", fp8=True, many=True),
        Variant("taylor", "gouache, TaylorSeer (lossy)", cache="taylor"),
        Variant("first-block-8", "gouache, first-block cache 0.08 (lossy)", cache="first_block"),
        Variant("first-block-12", "gouache, first-block cache 0.12 (lossy)", cache="first_block", threshold=0.12),
        Variant("fp8-taylor", "gouache, fp8 + TaylorSeer (lossy)", fp8=True, cache="taylor"),
        Variant("eager", "gouache, not compiled", settings={"compile": False}),
        Variant("static", "gouache, compiled for one size", settings={"dynamic_shapes": False}),
        Variant("graphs", "gouache, CUDA graphs", settings={"cuda_graphs": True}),
        Variant("autotune", "gouache, tuned kernels", settings={"autotune": True, "dynamic_shapes": False}),
        Variant(
            "fp8-autotune", "gouache, fp8, tuned kernels (lossy)", fp8=True,
            settings={"autotune": True, "dynamic_shapes": False},
        ),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """What is measured with; `until` is when it must be over, on the clock of time.monotonic."""

    device: Device
    size: int
    repeats: int
    tiny: bool
    batches: tuple[int, ...]
    until: float


@dataclass(slots=True)
class Bench:
    """A model on the device in one variant, ready to draw."""

    model: Model
    variant: Variant
    run: Run
    pipe: Any
    embedding: dict[str, Any]
    full_steps: list[int] = field(default_factory=list)  # one for each run of the last block

    @property
    def title(self) -> str:
        """With a step cache, how many of the steps of the last picture were run in full."""
        counted = f", {len(self.full_steps)} of {self.model.steps} steps in full"
        return self.variant.title + (counted if self.variant.cache != "none" else "")

    def call(self, batch: int, output: str) -> Any:
        kind = family(self.model.family)
        assert kind.encoding is not None
        self.full_steps.clear()
        return self.pipe(
            **batched(kind.encoding, [self.embedding] * batch, []), height=self.run.size, width=self.run.size,
            num_inference_steps=self.model.steps, generator=generators(range(batch)), output_type=output,
            **{kind.guidance: self.model.guidance},
        ).images  # fmt: skip

    def pixels(self, batch: int) -> Any:
        """RGB pictures: diffusers' own PIL images, or as the engine's sampler takes them."""
        return list(map(np.asarray, self.call(batch, "pil"))) if self.variant.plain else rgb(self.call(batch, "pt"))

    def files(self, batch: int) -> list[bytes]:
        """PNG files: by Pillow, as one saves what diffusers gives, or by the engine's own encoder."""
        write = saved if self.variant.plain else png
        return [write(picture) for picture in self.pixels(batch)]


def png(picture: Any) -> bytes:
    """The file as a worker makes it."""
    height, width = picture.shape[:2]
    return encode(Image(width, height, Report("diffusion/1", 0, "any"), pixels=opaque(picture)), "png", {}).data


def saved(picture: Any) -> bytes:
    """The file as Pillow saves it."""
    buffer = io.BytesIO()
    Pillow.fromarray(picture).save(buffer, "PNG")
    return buffer.getvalue()


def asked_for(model: Model, device: Device, names: list[str] | None) -> list[Variant]:
    """The variants to run, plain diffusers always first; without names all that make sense."""
    cached = model.steps >= LEAST_STEPS and family(model.family).step_cache
    able = [
        variant
        for variant in VARIANTS.values()
        if (cached or variant.cache == "none")
        and (device.fp8 or not variant.fp8)
        and (device.cuda or not _tuned(variant))
    ]
    return [variant for variant in able if variant.plain or names is None or variant.name in names]


def _tuned(variant: Variant) -> bool:
    return bool(variant.settings.get("cuda_graphs") or variant.settings.get("autotune"))


def prepared(model: Model, variant: Variant, run: Run) -> Bench:
    pipe, embedding = model.build(model, run.device.name, run.device.dtype, run.tiny)
    pipe.set_progress_bar_config(disable=True)
    if not variant.plain:
        settings = DiffusionSettings(device=run.device.name, **variant.settings)
        if variant.fp8:
            to_fp8(denoiser(pipe), family(model.family).skip_fp8, run.device.name)
        tune(pipe, run.device, settings)
        if run.tiny and settings.compile:
            compile_blocks(pipe, settings, backend="eager")
    tile_above(pipe.vae, run.size, run.size)
    bench = Bench(model, variant, run, pipe, embedding)
    if variant.cache != "none":
        _count(list(repeated_blocks(denoiser(pipe)))[-1], bench.full_steps)
        set_cache(pipe, variant.cache, variant.threshold, model.steps)
    return bench


def _count(block: Any, runs: list[int]) -> None:
    """Note each run of a block that no step cache skips."""
    whole = block.forward

    def counted(*given: Any, **named: Any) -> Any:
        runs.append(1)
        return whole(*given, **named)

    block.forward = counted


def timed(run: Run, work: Callable[[], object]) -> float:
    _wait(run)
    began = time.perf_counter()
    work()
    _wait(run)
    return time.perf_counter() - began


def _wait(run: Run) -> None:
    if run.device.cuda:
        torch.cuda.synchronize()


@dataclass(slots=True)
class Reference:
    """What plain diffusers gave, to compare with."""

    seconds: float
    to_pixels: float
    latents: Any
    picture: Any


def measure(model: Model, run: Run, names: list[str] | None) -> None:
    """Print the table of one model."""
    print(f"\n### {model.name}: {model.steps} steps, {run.size} x {run.size}\n")
    rates = [f"img/s at {batch}" for batch in run.batches]
    heads = ["", "s/image", "x", "s to pixels", "x", "s of steps", "first s", "built s", "GB", *rates]
    heads += ["latents off", "PSNR dB"]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}", flush=True)
    plain: Reference | None = None
    longest = 0.0
    for variant in asked_for(model, run.device, names):
        _emptied(run)
        began = time.monotonic()
        if began + longest > run.until:
            print(f"| {variant.title} | no time left{' |' * (len(heads) - 1)}", flush=True)
            continue
        try:
            title, row, plain = measured(model, variant, run, plain)
        except Exception as error:
            if isinstance(diagnosed(error), DeviceLost):
                raise
            title, row = variant.title, [f"failed: {_first_line(error)}", *[""] * (len(heads) - 2)]
        print(f"| {title} | {' | '.join(row)} |", flush=True)
        longest = max(longest, time.monotonic() - began)


def measured(
    model: Model, variant: Variant, run: Run, plain: Reference | None
) -> tuple[str, list[str], Reference | None]:
    """The title and the row of a table, and what later rows are compared with."""
    began = time.perf_counter()
    bench = prepared(model, variant, run)
    _wait(run)
    built = time.perf_counter() - began
    first = timed(run, lambda: bench.files(1))
    seconds = _median(run, lambda: bench.files(1))
    to_pixels, steps = _median(run, lambda: bench.pixels(1)), _median(run, lambda: bench.call(1, "latent"))
    latents, picture = bench.call(1, "latent").float().cpu(), bench.pixels(1)[0]
    if variant.plain:
        plain = Reference(seconds, to_pixels, latents, picture)
    memory = _memory(run)
    rates = [_rate(bench, batch, seconds) if variant.many else "" for batch in run.batches]
    times = [f"{plain.seconds / seconds:.2f}", f"{plain.to_pixels / to_pixels:.2f}"] if plain else ["", ""]
    off = [_off(latents, plain.latents), _psnr(picture, plain.picture)] if plain else ["", ""]
    fast = [f"{seconds:.3f}", times[0], f"{to_pixels:.3f}", times[1], f"{steps:.3f}"]
    return bench.title, [*fast, f"{first:.1f}", f"{built:.1f}", memory, *rates, *off], plain


def _median(run: Run, work: Callable[[], object]) -> float:
    """Of the repeats, at least two of them."""
    taken: list[float] = []
    while len(taken) < 2 or (len(taken) < run.repeats and sum(taken) < _REPEATS_SECONDS):
        taken.append(timed(run, work))
    return statistics.median(taken)


def _rate(bench: Bench, batch: int, seconds: float) -> str:
    """Pictures a second, `-` when the batch does not fit into memory or time."""
    if 2 * batch * seconds > _BATCH_SECONDS or time.monotonic() > bench.run.until:
        return "-"
    try:
        bench.files(batch)
        return f"{batch / timed(bench.run, lambda: bench.files(batch)):.2f}"
    except Exception as error:
        if isinstance(diagnosed(error), DeviceLost):
            raise
        return "-" if isinstance(diagnosed(error), OutOfMemory) else "failed"


def _emptied(run: Run) -> None:
    gc.collect()
    torch.compiler.reset()
    if run.device.cuda:
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()


def _memory(run: Run) -> str:
    return f"{torch.cuda.max_memory_allocated() / 1e9:.1f}" if run.device.cuda else "-"


def _off(latents: Any, plain: Any) -> str:
    return f"{float((latents - plain).norm() / plain.norm()):.2e}"


def _psnr(picture: Any, plain: Any) -> str:
    error = float(np.square(picture.astype(np.float64) - plain).mean()) / 255**2
    return "same" if error == 0 else f"{-10 * math.log10(error):.1f}"


def around(model: Model, run: Run) -> None:
    """Print what comes before and after the network: a new prompt's text encoder, and the PNG file."""
    noise = np.random.default_rng(0).integers(0, 256, (run.size, run.size, 3), dtype=np.uint8)
    ours, pillow = _median(run, lambda: png(noise)), _median(run, lambda: saved(noise))
    print(f"\nPNG file of noise: {ours:.3f} s, by Pillow {pillow:.3f} s", flush=True)
    try:
        read = encoder(model, run.device.name, run.device.dtype, run.tiny)
        read()
        print(f"text encoder, for a prompt that is new: {_median(run, read):.3f} s", flush=True)
    except Exception as error:
        print(f"text encoder: failed: {_first_line(error)}", flush=True)


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines() or [""]
    return f"{type(error).__name__}: {lines[0][:160]}".replace("|", "/")


def machine(device: Device) -> str:
    """What it runs on, in a line."""
    found = []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"no {name}")
    cuda = f"CUDA {torch.version.cuda}, cuDNN {torch.backends.cudnn.version()}" if device.cuda else "no CUDA"
    python = platform.python_version()
    return f"{device.title}, {device.dtype}, attention {device.attention}, {cuda}, Python {python}, {', '.join(found)}"


def each_alone(asked: argparse.Namespace) -> None:
    """One process a model: what breaks one of them leaves the others, and each starts with an empty GPU."""
    until = time.monotonic() + 60 * asked.minutes
    with tempfile.TemporaryDirectory() as kernels:
        around_it = {**os.environ, "TORCHINDUCTOR_CACHE_DIR": kernels}  # first pictures are of a first start
        for index, name in enumerate(asked.models):
            share = (until - time.monotonic()) / (len(asked.models) - index)
            command = [sys.executable, __file__, *_passed_on(asked), "--alone", name, "--minutes", f"{share / 60:.2f}"]
            try:
                ended = subprocess.run(command, env=around_it, timeout=share + 30)
                print(f"\n{name} ended with {ended.returncode}" if ended.returncode else "", flush=True)
            except subprocess.TimeoutExpired:
                print(f"\n{name} was stopped: no time left", flush=True)


def _passed_on(asked: argparse.Namespace) -> list[str]:
    given = ["--size", str(asked.size), "--repeats", str(asked.repeats), "--device", asked.device]
    given += ["--batches", *map(str, asked.batches)]
    return [*given, *(["--variants", *asked.variants] if asked.variants else []), *(["--tiny"] if asked.tiny else [])]


def alone(asked: argparse.Namespace) -> None:
    """Measure one model in this process."""
    device = find(DiffusionSettings(device="cpu" if asked.tiny else asked.device))
    size, repeats = (64, 2) if asked.tiny else (asked.size, asked.repeats)
    if asked.tiny:
        torch.set_num_threads(1)
    until = time.monotonic() + 60 * asked.minutes
    run = Run(device, size, repeats, asked.tiny, tuple(asked.batches), until)
    print(machine(device))
    measure(MODELS[asked.alone], run, asked.variants)
    if time.monotonic() < until:
        _emptied(run)
        around(MODELS[asked.alone], run)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", nargs="+", choices=MODELS, default=list(MODELS))
    parser.add_argument("--variants", nargs="+", choices=VARIANTS, help="beside plain; all that make sense by default")
    parser.add_argument("--minutes", type=float, default=9.0, help="for all models together")
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--batches", type=int, nargs="*", default=[1, 2, 4, 8])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--tiny", action="store_true")
    parser.add_argument("--alone", choices=MODELS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.alone:
        alone(asked)
    else:
        each_alone(asked)


if __name__ == "__main__":
    main()
