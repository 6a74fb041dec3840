"""Style values of other vendors' catalogues."""

from __future__ import annotations

import pytest

from gouache.errors import Invalid
from gouache.vocabulary.slash_forms import slash_forms, slash_style


@pytest.mark.parametrize(
    ("name", "count"),
    [("recraft-v3", 19), ("recraft-v3-svg", 5), ("recraft-20b", 26), ("recraft-20b-svg", 27), ("fal-v3", 85)],
)
def test_the_lists_are_whole(name: str, count: int) -> None:
    assert len(slash_forms(name)) == count


def test_any_is_of_the_model() -> None:
    assert slash_style("recraft-v3", "any").output == "raster"
    assert slash_style("recraft-v3-svg", "any").slashed == "vector_illustration"


def test_a_value_of_another_list_is_refused() -> None:
    with pytest.raises(Invalid) as caught:
        slash_style("recraft-v3", "line_art")
    assert caught.value.field == "style"


def test_svg_models_have_svg_styles_only() -> None:
    for name in ("recraft-v3-svg", "recraft-20b-svg"):
        assert {style.output for style in slash_forms(name).values()} == {"svg"}
