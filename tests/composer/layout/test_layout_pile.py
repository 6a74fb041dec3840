from __future__ import annotations

import random

from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.layout.block import Block, Piece
from gouache.engines.composer.layout.group import pile

CUBE = Drawing("<rect/>", Box(0, 0, 10, 10), Source("house", "cube", "Apache-2.0"))


def units(count: int) -> list[Block]:
    return [Block("n1", (Piece("n1", i, "cube", CUBE, 0.1),)) for i in range(count)]


def test_each_stands_on_the_one_below() -> None:
    tower = pile(units(4), random.Random(1))
    feet = [piece.y for piece in tower.pieces]
    assert feet == sorted(feet, reverse=True)
    assert tower.box.h > 3.0


def test_only_the_lowest_touches_the_ground() -> None:
    assert [piece.contact for piece in pile(units(3), random.Random(1)).pieces] == [True, False, False]
