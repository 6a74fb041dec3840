"""Whether the `diffusion` extra is there."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from gouache.engines.diffusion.errors import UnsupportedDevice

if TYPE_CHECKING:
    from gouache.engines.diffusion.sample import Sample, Sampled, Watch
    from gouache.engines.diffusion.sampler import Sampler
    from gouache.engines.diffusion.settings import DiffusionSettings

_LIBRARIES = ("torch", "diffusers", "transformers", "accelerate")
_DEVICES = ("nvidia[0-9]*", "kfd", "dxg")  # NVIDIA, AMD, Windows' own


@lru_cache(1)
def missing() -> tuple[str, ...]:
    """The libraries of the extra that are not installed."""
    return tuple(name for name in _LIBRARIES if find_spec(name) is None)


@lru_cache(1)
def gpus() -> int:
    """How many GPUs the machine shows, without asking a driver."""
    return max(len(list(Path("/dev").glob(pattern))) for pattern in _DEVICES)


class LazySampler:
    """The sampler, made when the first batch is drawn: importing torch takes seconds."""

    def __init__(self, settings: DiffusionSettings) -> None:
        self._settings = settings
        self._sampler: Sampler | None = None

    def __call__(self, samples: list[Sample], watch: Watch) -> list[Sampled]:
        """Raises UnsupportedDevice when the extra is not installed, and what the sampler raises."""
        if self._sampler is None:
            if missing():
                raise UnsupportedDevice(f"{', '.join(missing())} not installed: `pip install gouache[diffusion]`")
            from gouache.engines.diffusion.sampler import Sampler

            self._sampler = Sampler(self._settings)
        return self._sampler(samples, watch)
