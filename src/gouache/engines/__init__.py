"""Engines turn operations into pictures; the router picks one that can."""

from __future__ import annotations

from collections.abc import Iterator

from gouache.engines.base import Context, Engine, Image, Report
from gouache.errors import Invalid
from gouache.operations import Generate, Operation

__all__ = ["Context", "Engine", "Image", "Report", "engine_for"]


def engine_for(operation: Operation) -> Engine:
    """The engine that serves an operation; raises Invalid when none can."""
    from gouache.engines.routing import added, chosen

    for own in added():
        if own.can(operation):
            return own
    choice = chosen(operation)
    if choice == "diffusion":
        return _on_gpu(operation)
    if choice == "upstream":
        return _upstream()
    for engine in _on_cpu(operation):
        if engine.can(operation):
            return engine
    raise Invalid(f"no engine here can do {type(operation).__name__}")


def _on_gpu(operation: Operation) -> Engine:
    """The diffusion engine; where the operator wants it, with an engine of the CPU to stand in for it."""
    from gouache.engines.diffusion.engine import diffusion
    from gouache.engines.fallback import Fallback

    engine = diffusion()
    stand_in = next((other for other in _on_cpu(operation) if other.can(operation)), None)
    if stand_in is None or not engine.settings.fallback:
        return engine
    return Fallback(engine, stand_in, engine.name, engine.version)


def _upstream() -> Engine:
    from gouache.engines.upstream.engine import Upstream

    return Upstream()


def _on_cpu(operation: Operation) -> Iterator[Engine]:
    """The engines in the order they are asked; each is loaded only when its turn comes."""
    if isinstance(operation, Generate):
        from gouache.engines.composer.engine import Composer

        yield Composer()
        return
    from gouache.engines.editor.engine import Editor

    yield Editor()
    from gouache.engines.imaging.engine import Imaging

    yield Imaging()
