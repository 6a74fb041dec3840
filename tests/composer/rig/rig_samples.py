"""Drawings to hold: a sign with a writing field, a cup."""

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box

SOURCE = Source("house", "sample", "Apache-2.0")


def sign() -> Drawing:
    board = '<rect x="0" y="0" width="200" height="110" fill="#fff7e6"/>'
    return Drawing(board, Box(0, 0, 200, 110), SOURCE, fields={"text": Box(16, 14, 168, 82)})


def cup() -> Drawing:
    return Drawing('<circle cx="0" cy="0" r="50" fill="#00ff00"/>', Box(-50, -50, 100, 100), SOURCE)
