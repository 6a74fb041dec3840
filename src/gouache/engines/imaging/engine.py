"""The imaging tools as an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from gouache.engines.base import Context, Image
from gouache.operations import CreativeUpscale, CrispUpscale, Operation, RemoveBackground, Vectorize

Tool = Callable[[Any, Context], Image]


def _tools() -> dict[type[Operation], Tool]:
    """What is done by which function; the modules behind them load their models when first used."""
    return {
        Vectorize: _vectorize,
        RemoveBackground: _remove_background,
        CrispUpscale: _crisp_upscale,
        CreativeUpscale: _creative_upscale,
    }


def _vectorize(operation: Vectorize, context: Context) -> Image:
    from gouache.engines.imaging.vectorize.tool import tool

    return tool(operation, context)


def _remove_background(operation: RemoveBackground, context: Context) -> Image:
    from gouache.engines.imaging.matting import remove_background

    return remove_background(operation, context)


def _crisp_upscale(operation: CrispUpscale, context: Context) -> Image:
    from gouache.engines.imaging.upscale import crisp_upscale

    return crisp_upscale(operation, context)


def _creative_upscale(operation: CreativeUpscale, context: Context) -> Image:
    from gouache.engines.imaging.upscale import creative_upscale

    return creative_upscale(operation, context)


class Imaging:
    """One tool an operation, each the same bytes for the same picture."""

    name = "imaging"
    version = "1"

    def can(self, operation: Operation) -> bool:
        return type(operation) in _tools()

    def run(self, operation: Operation, context: Context) -> Iterator[Image]:
        yield _tools()[type(operation)](operation, context)
