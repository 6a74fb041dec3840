"""Which pictures are taken, in the words of each dialect that takes some."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any
from unittest.mock import AsyncMock, Mock

import pytest

from gouache.api.bounds import Bounds
from gouache.api.fal_fields import BadBody
from gouache.api.fal_images import APPS, ImageInput, crisp
from gouache.api.recraft_pictures import check
from gouache.api.replicate_catalog import listed
from gouache.api.replicate_fields import BadInput
from gouache.api.replicate_inputs import operation
from gouache.errors import GouacheError, Invalid
from gouache.operations import Source

Taker = Callable[[Source], Coroutine[Any, Any, object]]


def picture(width: int, height: int, media_type: str = "image/png") -> Source:
    return Source(sha256="0" * 64, media_type=media_type, width=width, height=height)


async def by_fal(source: Source) -> object:
    desk = Mock(picture=AsyncMock(return_value=source))
    return await crisp(APPS["fal-ai/recraft/upscale/crisp"], ImageInput(image_url="u"), desk)


async def by_replicate(source: Source) -> object:
    async def fetch(_url: str) -> Source:
        return source

    return await operation(listed()["recraft-ai/recraft-crisp-upscale"], {"image": "u"}, [], fetch)


async def by_recraft(source: Source) -> None:
    check(source, "image", Bounds(least=32))


TAKERS: dict[Taker, type[GouacheError]] = {by_fal: BadBody, by_replicate: BadInput, by_recraft: Invalid}


@pytest.mark.parametrize("taker", TAKERS)
def test_the_largest_square_is_sixteen_megapixels(taker: Taker) -> None:
    asyncio.run(taker(picture(4096, 4096)))
    asyncio.run(taker(picture(32, 4096)))


@pytest.mark.parametrize("taker", TAKERS)
@pytest.mark.parametrize(
    ("source", "word"),
    [
        (picture(4097, 100), "at most"),
        (picture(100, 31), "at least"),
        (picture(100, 100, "image/gif"), "image/gif"),
        (picture(100, 100, "image/svg+xml"), "image/svg"),
    ],
)
def test_others_are_refused(taker: Taker, source: Source, word: str) -> None:
    with pytest.raises(TAKERS[taker], match=word):
        asyncio.run(taker(source))
