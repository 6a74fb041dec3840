"""Fewer colours: every one kept was given, near ones go first, weight pulls."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gouache.vocabulary.colors import reduce_palette

HEX = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
PALETTES = st.lists(st.tuples(HEX, st.floats(0, 10)), min_size=1, max_size=12)


def test_near_colours_merge_first() -> None:
    assert reduce_palette(["#ff0000", "#fe0202", "#00ff00"], [1, 1, 1], 2) in ([0, 0, 2], [1, 1, 2])


def test_the_heavier_of_two_stays() -> None:
    assert reduce_palette(["#ff0000", "#e00000"], [1, 5], 1) == [1, 1]


def test_enough_room_changes_nothing() -> None:
    assert reduce_palette(["#ff0000", "#00ff00"], [1, 1], 5) == [0, 1]


@given(PALETTES, st.integers(1, 12))
def test_limits_hold_and_medoids_stand_for_themselves(palette: list[tuple[str, float]], limit: int) -> None:
    colors, weights = [c for c, _ in palette], [w for _, w in palette]
    kept = reduce_palette(colors, weights, limit)
    assert len({colors[at] for at in kept}) <= limit
    assert all(colors[kept[at]] == colors[at] for at in kept)
    assert kept == reduce_palette(colors, weights, limit)
