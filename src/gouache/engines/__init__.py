"""Engines turn operations into pictures; the router picks one that can."""

from __future__ import annotations

from gouache.engines.base import Context, Engine, Image, Report
from gouache.errors import Invalid
from gouache.operations import Generate

__all__ = ["Context", "Engine", "Image", "Report", "engine_for"]


def engine_for(operation: Generate) -> Engine:
    """The engine that serves an operation; raises Invalid when none can."""
    from gouache.engines.composer.engine import Composer

    engine = Composer()
    if not engine.can(operation):
        raise Invalid(f"no engine here can do {type(operation).__name__}")
    return engine
