"""The tables of the public contract."""

from __future__ import annotations

import pytest

from gouache.errors import Invalid
from gouache.vocabulary.models import MODELS, model
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import presets, size, sizes
from gouache.vocabulary.styles import find_style, resolve_style, styles

V3, V2 = MODELS["recraftv3"], MODELS["recraftv2"]


def test_fifteen_sizes_and_their_ratio_names() -> None:
    assert len(sizes()) == 15
    assert str(size("16:9")) == "1820x1024"
    assert str(size(None)) == "1024x1024"


def test_presets_are_sizes() -> None:
    assert set(presets().values()) <= set(sizes())


@pytest.mark.parametrize("wrong", ["", "1024", "1024X1024", "0x0", "17:9"])
def test_other_sizes_are_refused(wrong: str) -> None:
    with pytest.raises(Invalid) as caught:
        size(wrong)
    assert caught.value.field == "size"


def test_every_listed_style_resolves_to_itself() -> None:
    for style in styles("recraftv3"):
        assert resolve_style(V3, style.style, style.substyle) == style
        assert resolve_style(V3, style.slashed, None) == style


def test_default_style_follows_the_model() -> None:
    assert resolve_style(V3, None, None).style == "realistic_image"
    assert resolve_style(MODELS["recraftv3_vector"], None, None).style == "vector_illustration"


def test_display_names() -> None:
    assert resolve_style(V3, "Photorealism", None).style == "realistic_image"
    assert resolve_style(V3, "photorealism", None).style == "realistic_image"


def test_a_style_of_the_other_model_is_refused_in_the_vendors_words() -> None:
    with pytest.raises(Invalid, match="invalid combination of model recraftv3 and image type icon"):
        resolve_style(V3, "icon", None)
    assert resolve_style(V2, "icon", "outline").output == "svg"


def test_a_raster_model_refuses_vector_styles() -> None:
    with pytest.raises(Invalid):
        resolve_style(MODELS["recraftv3_raster"], "vector_illustration", None)


def test_a_substyle_alone_is_found() -> None:
    assert find_style("watercolor").slashed == "digital_illustration/watercolor"
    assert find_style("line_art").slashed == "vector_illustration/line_art"


def test_unknown_models_name_the_served_ones() -> None:
    with pytest.raises(Invalid, match="recraftv3") as caught:
        model("recraftv4")
    assert caught.value.code == "invalid_model"


def test_prices() -> None:
    assert price("images.generations", "recraftv3", "raster", 2) == 80
    assert price("images.generations", "recraftv3", "svg") == 80
    assert price("images.vectorize", "recraftv3", "svg", 5) == 10
    assert price("images.generations", "recraftv2", "raster", table="recraft_late_2025") == 22
