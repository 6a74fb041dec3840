"""Which engine is asked first: by the operator's settings, else by what each draws best."""

from __future__ import annotations

import logging
from functools import lru_cache
from importlib import import_module
from typing import Literal

from pydantic import field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from gouache.engines.base import Engine
from gouache.engines.diffusion.extra import gpus, missing
from gouache.engines.diffusion.modes import modes_of
from gouache.engines.diffusion.settings import DiffusionSettings, Environment, current, environment
from gouache.errors import GouacheError, Unavailable
from gouache.operations import OPERATIONS, CreateStyle, Drawn, Generate, Operation, load

_LOG = logging.getLogger(__name__)
Choice = Literal["auto", "composer", "diffusion", "upstream"]
GPU_JOBS = 2  # of one GPU worker at a time: while one is finished and encoded the next is drawn
_PAINTERLY = {"any", "realistic_image", "digital_illustration"}
_DRAWN_BEST = {"pixel_art", "seamless"}  # substyles that are a matter of rules, not of looks


class Routing(BaseSettings):
    """`GOUACHE_ENGINE`, and `GOUACHE_ENGINE_RULES` for single operations and styles, a JSON object.

    Its keys are operations (`inpaint`), styles (`icon`) and styles with substyles (`realistic_image/hdr`); the closest
    one decides. `composer` stands for all engines of the CPU; `upstream` is never chosen by itself, for it costs money.
    `GOUACHE_ENGINES` names engines of one's own, `module:Class` apart by commas, which are asked before all others.
    """

    model_config = SettingsConfigDict(env_prefix="GOUACHE_")

    engine: Choice = "auto"  # auto, composer (all of the CPU), diffusion, upstream
    engine_rules: dict[str, Choice] = {}  # the same for single operations and styles, as JSON
    engines: str = ""  # engines of one's own, asked first: module:Class, apart by commas

    @field_validator("engine_rules")
    @classmethod
    def _known(cls, rules: dict[str, Choice]) -> dict[str, Choice]:
        from gouache.vocabulary.styles import find_style

        for key in rules.keys() - OPERATIONS.keys():
            find_style(*key.split("/", 1))
        return rules

    def choice(self, operation: Operation) -> Choice:
        keys = [type(operation).__name__.lower()]
        if isinstance(operation, Drawn):
            keys = [f"{operation.style}/{operation.substyle}", operation.style, *keys]
        return next((self.engine_rules[key] for key in keys if key in self.engine_rules), self.engine)


def chosen(operation: Operation, known: Environment | None = None) -> Choice:
    """The engine that is to serve an operation, `auto` decided, in an environment that is `known` or as it is now.

    It costs no import of torch.
    """
    known = environment() if known is None else known
    wanted = _routing(known).choice(operation)
    if wanted == "upstream":
        return wanted if not isinstance(operation, CreateStyle) else "composer"
    if wanted == "composer" or not modes_of(operation):
        return "composer"
    return (
        "diffusion" if wanted == "diffusion" or (suits(operation) and ready(operation, current(known))) else "composer"
    )


def added() -> tuple[Engine, ...]:
    """The engines of `GOUACHE_ENGINES`; raises Unavailable for one that cannot be loaded."""
    return _loaded(_routing(environment()).engines)


@lru_cache(8)
def _loaded(names: str) -> tuple[Engine, ...]:
    return tuple(_engine(name.strip()) for name in names.split(",") if name.strip())


def _engine(name: str) -> Engine:
    module, _, made = name.partition(":")
    try:
        engine: Engine = getattr(import_module(module), made)()
    except (ImportError, AttributeError, ValueError, TypeError) as error:
        raise Unavailable(f"GOUACHE_ENGINES: {name!r}: {error}") from error
    return engine


def on_gpu(operation: Operation, known: Environment | None = None) -> bool:
    """Whether the diffusion engine is to draw an operation; see `chosen`."""
    return chosen(operation, known) == "diffusion"


@lru_cache(8)
def _routing(_environment: tuple[tuple[str, str], ...]) -> Routing:
    return Routing()


def ready(operation: Operation, settings: DiffusionSettings | None = None) -> bool:
    """Whether a GPU worker could draw the operation: here with a pulled checkpoint, or on another machine."""
    settings = settings or current()
    if settings.remote:
        return True
    if missing() or not (gpus() or settings.device != "auto"):
        return False
    from gouache.engines.diffusion.choice import installed_for

    return bool(installed_for(operation, settings))


def suits(operation: Operation) -> bool:
    """Whether open weights draw an operation better than the engines of the CPU.

    They paint and photograph; exact palettes, lettering in places, icons, logos and true vectors are drawn better, and
    a drawing of our own is edited in its scene.
    """
    if operation.format == "svg":
        return False
    source = getattr(operation, "image", None)
    if source is not None and source.made_by is not None and not suits(load(source.made_by)):
        return False
    if not isinstance(operation, Drawn):
        return True
    exact = operation.palette or operation.text_layout or operation.background
    return operation.style in _PAINTERLY and operation.substyle not in _DRAWN_BEST and not exact


def gpu_workers() -> int:
    """How many worker processes are to serve GPUs on this machine: one a GPU, when any operation may go to one.

    With an engine that is asked for there is one at least, so that its jobs are told what is missing.
    """
    settings, rules = current(), _routing(environment())
    if settings.workers is not None:
        return settings.workers
    if settings.remote:
        return 0
    count = gpus() if settings.device in ("auto", "cuda") else 1
    if "diffusion" in (rules.engine, *rules.engine_rules.values()):
        return max(1, count)
    return count if rules.engine == "auto" and ready(Generate(prompt="")) else 0


def warm_gpu() -> None:
    """Load the models and draw once; what goes wrong here each job will be told again."""
    if not current().warm:
        return
    from gouache.engines.diffusion.engine import diffusion

    try:
        diffusion().warm()
    except GouacheError as error:
        _LOG.warning("the GPU engine is not ready: %s", error.message)
