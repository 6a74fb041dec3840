"""The functions of gouache as coroutines, each run in a thread."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

from gouache import functions

P = ParamSpec("P")
R = TypeVar("R")


def _threaded(function: Callable[P, R]) -> Callable[P, Coroutine[Any, Any, R]]:
    @functools.wraps(function)
    async def run(*arguments: P.args, **wishes: P.kwargs) -> R:
        return await asyncio.to_thread(function, *arguments, **wishes)

    return run


generate = _threaded(functions.generate)
vectorize = _threaded(functions.vectorize)
remove_background = _threaded(functions.remove_background)
upscale = _threaded(functions.upscale)
erase = _threaded(functions.erase)
inpaint = _threaded(functions.inpaint)
generate_background = _threaded(functions.generate_background)
replace_background = _threaded(functions.replace_background)
outpaint = _threaded(functions.outpaint)
image_to_image = _threaded(functions.image_to_image)
variate = _threaded(functions.variate)
create_style = _threaded(functions.create_style)
