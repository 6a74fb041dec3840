"""Which checkpoint draws an operation. No torch unless the card's tier must be known."""

from __future__ import annotations

from gouache.engines.diffusion import weights
from gouache.engines.diffusion.errors import WeightsMissing
from gouache.engines.diffusion.extra import missing
from gouache.engines.diffusion.modes import modes_of
from gouache.engines.diffusion.registry import Checkpoint, checkpoint, checkpoints, tier
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.operations import Generate, Operation, Variate


def installed_for(operation: Operation, settings: DiffusionSettings) -> list[Checkpoint]:
    """The pulled checkpoints that can do an operation, in the order of the registry."""
    wanted = set(modes_of(operation))
    known = checkpoints(settings.registry).values()
    return [found for found in known if wanted & found.modes and weights.installed(found, settings)]


def choose(operation: Operation, settings: DiffusionSettings) -> Checkpoint:
    """The checkpoint for an operation: the one of the settings, else the one that is here and does it best.

    That is by the operation's best mode, then by the order of the card's tier.

    Raises WeightsMissing when none is, NotFound when the settings name an unknown one.
    """
    here = installed_for(operation, settings)
    if not here:
        raise WeightsMissing(_nothing_here(operation, settings))
    if settings.model is not None:
        named = checkpoint(settings.model, settings.registry)
        if named in here:
            return named
    if len(here) == 1:
        return here[0]
    modes, order = modes_of(operation), best_of(operation, settings)

    def rank(found: Checkpoint) -> tuple[int, int]:
        best = min(modes.index(mode) for mode in found.modes if mode in modes)
        return best, order.index(found.name) if found.name in order else len(order)

    return min(here, key=rank)


def best_of(operation: Operation, settings: DiffusionSettings) -> tuple[str, ...]:
    """The checkpoints of the card's tier for an operation, the best first."""
    found = tier(gigabytes(settings))
    return found.names if isinstance(operation, Generate | Variate) else found.editors


def gigabytes(settings: DiffusionSettings) -> float:
    """The memory of the card, 0 without torch or card."""
    if settings.vram_gigabytes is not None:
        return settings.vram_gigabytes
    if missing() or settings.device == "cpu":
        return 0.0
    import torch

    if not torch.cuda.is_available():
        return 0.0
    index = int(settings.device.partition(":")[2] or 0)
    return float(torch.cuda.get_device_properties(index).total_memory / 1e9)


def _nothing_here(operation: Operation, settings: DiffusionSettings) -> str:
    kind = type(operation).__name__
    others = [found for found in checkpoints(settings.registry).values() if set(modes_of(operation)) & found.modes]
    if not others:
        return f"no checkpoint does {kind}"
    best = best_of(operation, settings)
    first = min(others, key=lambda found: best.index(found.name) if found.name in best else len(best))
    return f"no checkpoint for {kind} is here: `gouache models pull {first.name}`"
