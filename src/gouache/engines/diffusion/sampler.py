"""Samples in, pixels out: the only module that calls pipelines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image

from gouache.engines.diffusion.caching import set_cache
from gouache.engines.diffusion.calls import arguments_of, second_pass, texts_of
from gouache.engines.diffusion.device import Device, diagnosed, find, free_memory, no_kernel
from gouache.engines.diffusion.embeddings import Embedding, EmbeddingCache, batched, encode, overlong
from gouache.engines.diffusion.errors import OutOfMemory, SamplingFailed
from gouache.engines.diffusion.families import Encoding
from gouache.engines.diffusion.loading import Loaded, Loader
from gouache.engines.diffusion.noise import generators
from gouache.engines.diffusion.residency import Residency
from gouache.engines.diffusion.sample import Pixels, Sample, Sampled, Watch
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.engines.diffusion.speed import tile_above
from gouache.errors import Canceled, GouacheError


class _Stopped(Exception):
    """Nobody wants the batch any more: out of the denoising loop."""


class Sampler:
    """Draws batches of samples on one device, models kept resident. One thread at a time."""

    def __init__(self, settings: DiffusionSettings) -> None:
        self._settings = settings
        self.embeddings = EmbeddingCache(settings.embedding_megabytes * 2**20)
        self._device: Device | None = None
        self._residency: Residency[Loaded] | None = None

    @property
    def device(self) -> Device:
        """Found at the first call; raises UnsupportedDevice."""
        if self._device is None:
            self._device = find(self._settings)
        return self._device

    @property
    def residency(self) -> Residency[Loaded]:
        if self._residency is None:
            loader = Loader(self._settings, self.device, self.embeddings.forget)
            self._residency = Residency(int(self.device.gigabytes * 1e9), loader.load, loader.expected)
        return self._residency

    def __call__(self, samples: list[Sample], watch: Watch) -> list[Sampled]:
        """RGB pictures of samples with one key, in their order.

        Raises Canceled, and OutOfMemory, DeviceLost, UnsupportedDevice, WeightsMissing, SamplingFailed: whichever it
        is, the sampler goes on with the next batch.
        """
        try:
            return self._roomy(samples, watch)
        except _Stopped as stop:
            raise Canceled("called off between two steps") from stop
        except GouacheError:
            raise
        except Exception as error:
            free_memory()
            raise diagnosed(error) or SamplingFailed(f"{samples[0].checkpoint} broke: {_first_line(error)}") from error

    def _roomy(self, samples: list[Sample], watch: Watch) -> list[Sampled]:
        """Out of memory, a batch is tried again with nothing else resident, then one picture at a time."""
        try:
            return self._draw(samples, watch)
        except (RuntimeError, MemoryError) as error:
            if not isinstance(diagnosed(error), OutOfMemory):
                raise
            evicted = self.residency.keep_only(samples[0].checkpoint)
            if not evicted and len(samples) == 1:
                raise
        free_memory()
        return [picture for sample in samples for picture in self._draw([sample], watch)]

    def _draw(self, samples: list[Sample], watch: Watch) -> list[Sampled]:
        first = samples[0]
        loaded = self.residency.get(first.checkpoint)
        pipe = loaded.for_mode(first.mode)
        cached = self._cached(loaded, first.steps)
        tile_above(pipe, first.width, first.height)
        arguments = {
            **self._embedded(loaded, samples),
            **arguments_of(loaded.family, first),
            "output_type": "np",
            "callback_on_step_end": _steps(watch, first.steps),
        }
        made = _made(loaded, pipe, arguments, [sample.seed for sample in samples])
        means = (*self._means(loaded), *cached)
        return [
            Sampled(_pixels(picture, first), means, _losses(loaded, sample))
            for picture, sample in zip(made, samples, strict=True)
        ]

    def _means(self, loaded: Loaded) -> list[str]:
        dtype = next(loaded.pipe.vae.parameters()).dtype
        return [self.device.title, str(dtype).removeprefix("torch."), *loaded.means]

    def _cached(self, loaded: Loaded, steps: int) -> list[str]:
        if not loaded.family.step_cache:
            return []
        return set_cache(loaded.pipe, self._settings.step_cache, self._settings.step_cache_threshold, steps)

    def _embedded(self, loaded: Loaded, samples: Sequence[Sample]) -> dict[str, Any]:
        kind, first = loaded.family, samples[0]
        if kind.encoding is None:
            return texts_of(kind, first)
        wanted = [self._embedding(loaded, kind.encoding, sample.prompt) for sample in samples]
        second = second_pass(kind, first.guidance)
        against = [self._embedding(loaded, kind.encoding, sample.negative) for sample in samples] if second else []
        return batched(kind.encoding, wanted, against)

    def _embedding(self, loaded: Loaded, encoding: Encoding, prompt: str) -> Embedding:
        text = prompt or " "  # some tokenizers make nothing of nothing
        return self.embeddings.get(loaded.checkpoint.name, text, lambda: encode(loaded.pipe, encoding, text))


def _made(loaded: Loaded, pipe: Any, arguments: dict[str, Any], seeds: list[int]) -> Any:
    """The pictures of a call; once more with plain attention when the fast one cannot do these shapes."""
    try:
        return pipe(**arguments, generator=generators(seeds)).images
    except RuntimeError as error:
        if not (no_kernel(error) and loaded.plain_attention()):
            raise
    finally:
        pipe.maybe_free_model_hooks()
    return _made(loaded, pipe, arguments, seeds)


def _losses(loaded: Loaded, sample: Sample) -> tuple[str, ...]:
    most = loaded.family.tokens
    if not overlong(loaded.pipe, sample.prompt, most):
        return ()
    return (f"prompt: {loaded.checkpoint.name} reads its first {most} tokens only",)


def _steps(watch: Watch, steps: int) -> Any:
    """A callback between denoising steps: tells how far it is, and leaves when called off."""

    def after(pipe: Any, step: int, _timestep: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        if watch.canceled():
            raise _Stopped
        watch.step(min(1.0, (step + 1) / max(1, getattr(pipe, "num_timesteps", steps))))
        return tensors

    return after


def _pixels(picture: Any, sample: Sample) -> Pixels:
    """uint8 RGB of a float picture 0..1, at the size asked for; NaN is an error, not a black picture."""
    if not np.isfinite(picture).all():
        raise SamplingFailed(f"{sample.checkpoint} made no picture: not a number")
    flat = np.asarray(np.rint(np.clip(picture, 0, 1) * 255), np.uint8)
    if flat.shape[:2] == (sample.height, sample.width):
        return flat
    resized = Image.fromarray(flat).resize((sample.width, sample.height), Image.Resampling.LANCZOS)
    return np.asarray(resized, np.uint8)


def _first_line(error: BaseException) -> str:
    text = str(error).strip()
    return text.splitlines()[0] if text else type(error).__name__
