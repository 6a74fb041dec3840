"""The table of the vendor's styles."""

from __future__ import annotations

import pytest

from gouache.engines.composer.restyle import RASTER, VECTOR, nearest
from gouache.tables import rows

TABLE = rows("gouache.engines.composer.restyle", "substyles.tsv")
HANDS = {*VECTOR, *RASTER, "illustration", "realistic"}


def test_every_row_names_a_hand() -> None:
    assert {row[2] for row in TABLE} <= HANDS
    assert {row[3] for row in TABLE} == {"exact", "near"}


def test_every_hand_is_reachable() -> None:
    spoken = {row[1] for row in rows("gouache.engines.composer", "spoken.tsv")}
    assert spoken <= HANDS
    assert {*VECTOR, *RASTER} <= {row[2] for row in TABLE} | spoken


@pytest.mark.parametrize("family", ["vector_illustration", "icon"])
def test_vector_families_get_vector_hands(family: str) -> None:
    assert {row[2] for row in TABLE if row[0] == family} <= {*VECTOR, "illustration"}


@pytest.mark.parametrize(
    ("style", "substyle", "hand"),
    [
        ("any", None, ("illustration", True)),
        ("realistic_image", None, ("realistic", True)),
        ("realistic_image", "hdr", ("realistic", True)),
        ("vector_illustration", None, ("flat", True)),
        ("vector_illustration", "linocut", ("linocut", True)),
        ("digital_illustration", "pixel_art", ("pixel_art", True)),
        ("digital_illustration", "voxel", ("pixel_art", False)),
        ("handmade_3d", None, ("handmade_3d", True)),
        ("digital_illustration", "unheard_of", ("illustration", False)),
        ("unheard_of", None, ("illustration", False)),
    ],
)
def test_nearest(style: str, substyle: str | None, hand: tuple[str, bool]) -> None:
    assert nearest(style, substyle) == hand
