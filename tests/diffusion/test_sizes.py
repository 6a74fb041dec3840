"""The size that is drawn at, and the way back from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gouache.engines.diffusion.registry import checkpoint
from gouache.engines.diffusion.sizes import fitted, legal
from tests.diffusion.conftest import photo

ONE = checkpoint("flux2-klein-4b")
MP = 1024 * 1024


@pytest.mark.parametrize("width", [64, 300, 1000, 1023, 1024, 1025, 1365, 1434, 1707, 1820, 2048, 4096])
@pytest.mark.parametrize("height", [64, 1000, 1024, 1025, 2048, 4096])
@pytest.mark.parametrize("multiple", [8, 16, 32])
@pytest.mark.parametrize("most", [None, MP])
def test_sizes_are_legal_and_come_back_exact(width: int, height: int, multiple: int, most: int | None) -> None:
    found = legal(width, height, ONE, multiple, most)
    assert found.width % multiple == found.height % multiple == 0
    assert found.width * found.height <= (most or ONE.most)
    assert found.width * found.height >= 0.9 * min(ONE.least, width * height)
    wanted, drawn = width / height, found.width / found.height
    assert max(wanted / drawn, drawn / wanted) < 1 + 2 * multiple / min(found.width, found.height)
    if (found.width, found.height) == (width, height):
        assert found.note(width, height) == []
    else:
        whole = found.width >= width and found.height >= height and found.scale == 1
        how = "cropped" if whole else "resized and cropped"
        drawn_at = f"drawn at {found.width}x{found.height}"
        assert found.note(width, height) == [f"{drawn_at}, {how} to {width}x{height}"]


def test_what_grows_too_large_by_rounding_is_drawn_smaller() -> None:
    found = legal(1025, 1023, ONE, 16, MP)
    assert (found.width, found.height) == (1024, 1008)
    assert found.note(1025, 1023) == ["drawn at 1024x1008, resized and cropped to 1025x1023"]


def test_a_range_without_room_ends() -> None:
    tight = replace(ONE, least=MP, native=MP, most=MP)
    for width, height in ((64, 4096), (1025, 1025), (1000, 1049)):
        found = legal(width, height, tight, 32)
        assert found.width * found.height <= MP


@pytest.mark.parametrize(("drawn", "wanted"), [((64, 64), (60, 50)), ((64, 64), (100, 30)), ((512, 512), (64, 64))])
def test_pictures_come_back_at_the_size_asked_for(drawn: tuple[int, int], wanted: tuple[int, int]) -> None:
    assert fitted(photo(*drawn), *wanted).shape == (wanted[1], wanted[0], 4)
