"""Samples in, pixels out: the only module that calls pipelines."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from PIL import Image

from gouache.engines.diffusion.caching import set_cache
from gouache.engines.diffusion.calls import arguments_of, second_pass, texts_of
from gouache.engines.diffusion.device import Device, diagnosed, find, free_memory, no_kernel
from gouache.engines.diffusion.embeddings import Embedding, EmbeddingCache, batched, encode, overlong, tokens_of
from gouache.engines.diffusion.errors import OutOfMemory, SamplingFailed
from gouache.engines.diffusion.families import Encoding
from gouache.engines.diffusion.loading import Loaded, Loader
from gouache.engines.diffusion.noise import generators
from gouache.engines.diffusion.pixels import rgb
from gouache.engines.diffusion.residency import Residency
from gouache.engines.diffusion.sample import Pixels, Sample, Sampled, Watch
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.engines.diffusion.speed import failed_to_compile
from gouache.engines.diffusion.vae import tile_above
from gouache.errors import Canceled, GouacheError

_log = logging.getLogger(__name__)


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
        loaded = self.residency.get(samples[0].checkpoint)
        groups = self._alike(loaded, samples)
        drawn: dict[int, Sampled] = {}
        for place, group in enumerate(groups):
            made = self._draw_alike(loaded, group, _part(watch, place, len(groups)))
            drawn |= zip(map(id, group), made, strict=True)
        return [drawn[id(sample)] for sample in samples]

    def _alike(self, loaded: Loaded, samples: list[Sample]) -> list[list[Sample]]:
        """Samples whose texts are equally long, together.

        Texts of several lengths in a batch need a mask, and kernels of attention that take one are the slow ones.
        """
        encoding = loaded.family.encoding
        if encoding is None or len(samples) == 1:
            return [samples]
        groups: dict[tuple[int, ...], list[Sample]] = {}
        for sample in samples:
            texts = self._texts(loaded, sample)
            lengths = tuple(tokens_of(encoding, self._embedding(loaded, encoding, text)) for text in texts)
            groups.setdefault(lengths, []).append(sample)
        return list(groups.values())

    def _draw_alike(self, loaded: Loaded, samples: list[Sample], watch: Watch) -> list[Sampled]:
        first = samples[0]
        pipe = loaded.for_mode(first.mode)
        cached = self._cached(loaded, first.steps)
        tile_above(pipe.vae, first.width, first.height)
        arguments = {
            **self._embedded(loaded, samples),
            **arguments_of(loaded.family, first),
            "output_type": "pt",
            "callback_on_step_end": _steps(watch, first.steps),
        }
        made = _pixels(_made(loaded, pipe, arguments, [sample.seed for sample in samples]), first)
        means = (*self._means(loaded), *cached)
        return [Sampled(picture, means, _losses(loaded, sample)) for picture, sample in zip(made, samples, strict=True)]

    def _means(self, loaded: Loaded) -> list[str]:
        dtype = next(loaded.pipe.vae.parameters()).dtype
        return [self.device.title, str(dtype).removeprefix("torch."), *loaded.means]

    def _cached(self, loaded: Loaded, steps: int) -> list[str]:
        if not loaded.family.step_cache:
            return []
        return set_cache(loaded.pipe, self._settings.step_cache, self._settings.step_cache_threshold, steps)

    def _embedded(self, loaded: Loaded, samples: Sequence[Sample]) -> dict[str, Any]:
        kind = loaded.family
        if kind.encoding is None:
            return texts_of(kind, samples)
        encoding = kind.encoding
        wanted, *against = zip(
            *([self._embedding(loaded, encoding, text) for text in self._texts(loaded, sample)] for sample in samples),
            strict=True,
        )
        return batched(encoding, wanted, against[0] if against else ())

    def _texts(self, loaded: Loaded, sample: Sample) -> list[str]:
        """The prompt, and the negative one where it is read."""
        return [sample.prompt, *([sample.negative] if second_pass(loaded.family, sample.guidance) else [])]

    def _embedding(self, loaded: Loaded, encoding: Encoding, prompt: str) -> Embedding:
        text = prompt or " "  # some tokenizers make nothing of nothing
        return self.embeddings.get(loaded.checkpoint.name, text, lambda: encode(loaded.pipe, encoding, text))


def _made(loaded: Loaded, pipe: Any, arguments: dict[str, Any], seeds: list[int]) -> torch.Tensor:
    """The pictures of a call, (pictures, 3, height, width) 0..1; by simpler means when the fast ones fail here."""
    try:
        made: torch.Tensor = pipe(**arguments, generator=generators(seeds)).images
        return made
    except Exception as error:
        if not _simpler(loaded, error):
            raise
        _log.warning("%s is drawn by simpler means: %s", loaded.checkpoint.name, _first_line(error))
    finally:
        pipe.maybe_free_model_hooks()
    return _made(loaded, pipe, arguments, seeds)


def _simpler(loaded: Loaded, error: Exception) -> bool:
    """Whether there is another way around an error: plain attention, or no compiler."""
    if diagnosed(error) is not None:
        return False
    if no_kernel(error) and loaded.plain_attention():
        return True
    return failed_to_compile(error) and loaded.uncompiled()


def _losses(loaded: Loaded, sample: Sample) -> tuple[str, ...]:
    most = loaded.family.tokens
    if not overlong(loaded.pipe, sample.prompt, most):
        return ()
    return (f"prompt: {loaded.checkpoint.name} reads its first {most} tokens only",)


def _part(watch: Watch, place: int, parts: int) -> Watch:
    """What one of several parts tells of the whole."""
    return Watch(lambda fraction: watch.step((place + fraction) / parts), watch.canceled)


def _steps(watch: Watch, steps: int) -> Any:
    """A callback between denoising steps: tells how far it is, and leaves when called off."""

    def after(pipe: Any, step: int, _timestep: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        if watch.canceled():
            raise _Stopped
        watch.step(min(1.0, (step + 1) / max(1, getattr(pipe, "num_timesteps", steps))))
        return tensors

    return after


def _pixels(pictures: torch.Tensor, sample: Sample) -> list[Pixels]:
    """RGB of pictures (pictures, 3, height, width) at the size asked for; NaN is an error, not a black picture."""
    try:
        return [_sized(picture, sample) for picture in rgb(pictures)]
    except ValueError as error:
        raise SamplingFailed(f"{sample.checkpoint} made no picture: {error}") from error


def _sized(picture: Pixels, sample: Sample) -> Pixels:
    if picture.shape[:2] == (sample.height, sample.width):
        return picture
    resized = Image.fromarray(picture).resize((sample.width, sample.height), Image.Resampling.LANCZOS)
    return np.asarray(resized, np.uint8)


def _first_line(error: BaseException) -> str:
    text = str(error).strip()
    return text.splitlines()[0] if text else type(error).__name__
