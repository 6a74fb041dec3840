"""The noise a picture starts from: of its own seed, made on the CPU, the same in every batch and on every GPU."""

from __future__ import annotations

from collections.abc import Sequence

import torch


def generators(seeds: Sequence[int]) -> list[torch.Generator]:
    """One CPU generator a picture; pipelines draw each picture's noise from its own."""
    return [torch.Generator("cpu").manual_seed(seed) for seed in seeds]
