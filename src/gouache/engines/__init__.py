"""Engines turn operations into pictures; the router picks one that can."""

from __future__ import annotations

from collections.abc import Iterator

from gouache.engines.base import Context, Engine, Image, Report
from gouache.errors import Invalid
from gouache.operations import Generate, Operation

__all__ = ["Context", "Engine", "Image", "Report", "engine_for"]


def engine_for(operation: Operation) -> Engine:
    """The engine that serves an operation; raises Invalid when none can."""
    for engine in _engines(operation):
        if engine.can(operation):
            return engine
    raise Invalid(f"no engine here can do {type(operation).__name__}")


def _engines(operation: Operation) -> Iterator[Engine]:
    """The engines in the order they are asked; each is loaded only when its turn comes."""
    if isinstance(operation, Generate):
        from gouache.engines.composer.engine import Composer

        yield Composer()
        return
    from gouache.engines.imaging.engine import Imaging

    yield Imaging()
