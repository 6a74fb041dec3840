"""Settings of the GPU engine from the environment, `GOUACHE_DIFFUSION_*`."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from gouache.config import Settings


def _names(value: object) -> object:
    return tuple(re.split(r"[,\s]+", value.strip(", \n"))) if isinstance(value, str) and value else value or ()


Precision = Literal["auto", "bf16", "fp8", "fp32"]
Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_names)]
StepCache = Literal["none", "first_block", "taylor"]


class DiffusionSettings(BaseSettings):
    """What a GPU worker needs to know. The defaults fit one GPU and the checkpoints that were pulled."""

    model_config = SettingsConfigDict(env_prefix="GOUACHE_DIFFUSION_")

    models_dir: Path = Field(default_factory=lambda: Settings().data_dir / "models")  # where weights lie
    registry: Path | None = None  # a TSV of one's own checkpoints, in the columns of data/checkpoints.tsv
    model: str | None = None  # the checkpoint to prefer; None = the best of the card's tier that is here
    accept_licenses: Names = ()  # checkpoints whose terms the operator accepts, commas or blanks between

    device: str = "auto"  # auto, cpu, cuda, cuda:1; auto = the first GPU
    remote: bool = False  # GPU workers run on other machines: hand jobs out though no GPU is seen here
    workers: int | None = Field(default=None, ge=0)  # GPU worker processes beside the server; None = one a GPU
    vram_gigabytes: float | None = Field(default=None, gt=0)  # for resident models; None = 85 % of the card

    precision: Precision = "auto"  # auto = bf16 where it fits the card, else fp8
    compile: bool = True  # regional torch.compile, on GPUs only
    dynamic_shapes: bool = True  # compiled once for all sizes; off, once for the first size and once for the others
    autotune: bool = False  # try kernels out when compiling: minutes at the first start, then kept
    cuda_graphs: bool = False  # pay at small pictures only: at 1024 px the GPU is never waiting for launches
    step_cache: StepCache = "none"  # lossy; see docs/benchmarks/diffusion.md
    step_cache_threshold: float = Field(default=0.08, gt=0, lt=1)  # a larger one skips more steps
    warm: bool = True  # load, compile and draw once at the worker's start

    batch_pixels: int = Field(default=1024 * 1024, ge=1)  # pictures drawn in one go: at 1024 px one, at 512 px four
    embedding_megabytes: int = Field(default=256, ge=0)  # text embeddings kept on the device
    fallback: bool = False  # draw with the engines of the CPU when the GPU cannot; the report says so


Environment = tuple[tuple[str, str], ...]


def current(known: Environment | None = None) -> DiffusionSettings:
    """The settings of the environment as it is now, or as it is `known`; read again only when it has changed."""
    return _read(environment() if known is None else known)


def environment() -> Environment:
    """Our variables, sorted."""
    # values of ours only: decoding all of them costs a tenth of a submit
    return tuple(sorted((name, os.environ[name]) for name in os.environ if name.startswith("GOUACHE_")))


@lru_cache(8)
def _read(_environment: Environment) -> DiffusionSettings:
    return DiffusionSettings()
