"""Step caches: skip most of a denoising step when little has changed. Lossy, and only for many steps."""

from __future__ import annotations

from typing import Any

import torch

from gouache.engines.diffusion.settings import StepCache
from gouache.engines.diffusion.speed import denoiser

LEAST_STEPS = 20  # a distilled model changes too much from step to step


def set_cache(pipe: Any, kind: StepCache, threshold: float, steps: int) -> list[str]:
    """Switch the step cache of a network that has one for the next picture; words for the report.

    First-block cache: the rest of the network is skipped while its first block's residual changes by less than
    `threshold` (relative). TaylorSeer, in its light form: between full steps, one in five after the first three, what
    the network gives is extrapolated and none of its blocks run.
    """
    network: Any = denoiser(pipe)
    if network.is_cache_enabled:
        network.disable_cache()
    if kind == "none" or steps < LEAST_STEPS:
        return []
    network.enable_cache(_config(kind, threshold))
    return [f"step cache {kind}" + (f" {threshold:g}" if kind == "first_block" else "") + " (lossy)"]


def _config(kind: StepCache, threshold: float) -> Any:
    from diffusers import FirstBlockCacheConfig, TaylorSeerCacheConfig

    if kind == "first_block":
        return FirstBlockCacheConfig(threshold=threshold)
    return TaylorSeerCacheConfig(use_lite_mode=True, taylor_factors_dtype=torch.float32)
