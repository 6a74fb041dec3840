"""Every documented field of text to image: what it means, its default, its limits, its error."""

from __future__ import annotations

from typing import Any

import pytest

from gouache.api.recraft import operation
from gouache.api.recraft_fields import GenerationBody, read
from gouache.errors import Invalid
from gouache.operations import Generate
from gouache.vocabulary.models import MODELS, Output
from gouache.vocabulary.sizes import sizes
from gouache.vocabulary.styles import style_id, styles

SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1]]


def wanted(only: Output | None = None, **fields: Any) -> Generate:
    return operation(read(GenerationBody, {"prompt": "a", **fields}), "realistic_image", only)[0]


MEANS: list[tuple[dict[str, Any], str, Any]] = [
    ({}, "style", "realistic_image"),
    ({}, "substyle", None),
    ({}, "n", 1),
    ({}, "width", 1024),
    ({}, "height", 1024),
    ({}, "format", "webp"),
    ({}, "palette", ()),
    ({}, "background", None),
    ({}, "artistic_level", None),
    ({}, "no_text", False),
    ({}, "text_layout", ()),
    ({}, "megapixels", None),
    ({}, "notes", ()),
    ({"prompt": "ä" * 1000}, "prompt", "ä" * 1000),
    ({"style": "digital_illustration"}, "style", "digital_illustration"),
    ({"style": "digital_illustration/hand_drawn"}, "substyle", "hand_drawn"),
    ({"style": "digital_illustration", "substyle": "hand_drawn"}, "substyle", "hand_drawn"),
    ({"style": "Photorealism"}, "style", "realistic_image"),
    ({"style": "vector_illustration"}, "format", "svg"),
    ({"style": "icon", "model": "recraftv2"}, "format", "svg"),
    ({"style": "icon", "model": "recraft20b"}, "style", "icon"),
    ({"model": "recraftv3_vector"}, "style", "vector_illustration"),
    ({"model": "recraftv2_raster"}, "style", "realistic_image"),
    ({"n": 6}, "n", 6),
    ({"n": "3"}, "n", 3),
    ({"size": "1820x1024"}, "width", 1820),
    ({"size": "9:16"}, "height", 1820),
    ({"random_seed": 4294967295}, "seed", 4294967295),
    ({"random_seed": "17"}, "seed", 17),
    ({"seed": 18}, "seed", 18),
    ({"random_seed": 0, "seed": 18}, "seed", 0),
    ({"image_format": "png"}, "format", "png"),
    ({"output_format": "png"}, "format", "png"),
    ({"image_format": "png", "style": "vector_illustration"}, "format", "svg"),
    ({"negative_prompt": "dogs"}, "negative_prompt", "dogs"),
    ({"controls": {"background_color": {"rgb": [1, 2, 3]}}}, "background", "#010203"),
    ({"controls": {"artistic_level": 5}}, "artistic_level", 5),
    ({"controls": {"artistic_level": "0"}}, "artistic_level", 0),
    ({"controls": {"no_text": "True"}}, "no_text", True),
    ({"controls": {"image_type": "realistic_image"}}, "palette", ()),
    ({"controls": {}}, "palette", ()),
    ({"upscale": "upscale4mp"}, "megapixels", 4),
    ({"upscale": "upscale16mp"}, "megapixels", 16),
    ({"upscale": "upscale4mp", "style": "vector_illustration"}, "megapixels", None),
    ({"upscale": "upscale4mp", "style": "vector_illustration"}, "notes", ("upscale: an SVG has every size",)),
    ({"creativity": "simple"}, "artistic_level", 1),
    ({"creativity": "standard"}, "artistic_level", None),
    ({"creativity": "eccentric"}, "artistic_level", 5),
    ({"creativity": "eccentric", "controls": {"artistic_level": 2}}, "artistic_level", 2),
    ({"style_match": "regular"}, "notes", ()),
    ({"style_match": "precise"}, "notes", ("style_match: no effect on this engine",)),
    ({"block_nsfw": True}, "notes", ("block_nsfw: judged by the words of the prompt",)),
    ({"block_nsfw": False}, "notes", ()),
    ({"calculate_features": "true"}, "notes", ("calculate_features: nsfw_score is of the words of the prompt",)),
    ({"expire": True}, "notes", ()),
    ({"expire": False}, "notes", ()),
    ({"user": "me", "quality": "hd"}, "notes", ("'quality': unknown field", "'user': unknown field")),
    ({"controls": {"image_type": "x", "shade": 1}}, "notes", ("'controls.shade': unknown field",)),
    ({"stream": False}, "notes", ()),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "name", "value"), MEANS, ids=lambda v: str(v)[:50])
def test_meaning(fields: dict[str, Any], name: str, value: Any) -> None:
    assert getattr(wanted(**fields), name) == value


def test_palette_keeps_order_and_weights() -> None:
    colors = [{"rgb": [0, 255, 0], "weight": 0.6, "std": [1, 2]}, {"rgb": ["255", "0", "0"]}]
    palette = wanted(controls={"colors": colors}).palette
    assert [(c.color, c.weight) for c in palette] == [("#00ff00", 0.6), ("#ff0000", None)]


def test_layout_may_reach_over_the_page() -> None:
    quad = [[-0.2, 0.1], [1.2, 0.1], [1.2, 0.4], [-0.2, 0.4]]
    [item] = wanted(text_layout=[{"text": "Recraft", "bbox": quad}]).text_layout
    assert item.text == "Recraft"
    assert item.quad[0] == (-0.2, 0.1)


WRITABLE = ["A", "FTW!", "ŁØ", "ΑΒΧ", "МОСТ", "ß", "a_b{c}", "1:2;<3>", "&'()*+,-./"]


@pytest.mark.parametrize("text", WRITABLE)
def test_layout_characters(text: str) -> None:
    assert wanted(text_layout=[{"text": text, "bbox": SQUARE}]).text_layout[0].text == text


@pytest.mark.parametrize("size", [str(s) for s in sizes()])
def test_every_size(size: str) -> None:
    made = wanted(size=size)
    assert f"{made.width}x{made.height}" == size


@pytest.mark.parametrize("family", ["recraftv3", "recraftv2"])
def test_every_style_by_name_and_by_id(family: str) -> None:
    for style in styles(family):
        named = wanted(model=family, style=style.style, substyle=style.substyle)
        by_id = wanted(model=family, style_id=style_id(family, style))
        assert (named.style, named.substyle) == (by_id.style, by_id.substyle) == (style.style, style.substyle)


LAYOUT = [{"text": "A", "bbox": SQUARE}]
WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"prompt": ""}, "prompt", "invalid_prompt"),
    ({"prompt": " \n"}, "prompt", "invalid_prompt"),
    ({"prompt": None}, "prompt", "invalid_prompt"),
    ({"prompt": 7}, "prompt", "invalid_prompt"),
    ({"prompt": "x" * 1001}, "prompt", "invalid_prompt"),
    ({"model": "dall-e-3"}, "model", "invalid_model"),
    ({"model": "recraftv4"}, "model", "invalid_model"),
    ({"model": "refm1"}, "model", "deprecated_model"),
    ({"model": 3}, "model", "invalid_value"),
    ({"style": "icon"}, "style", "invalid_value"),
    ({"style": "any", "model": "recraftv2"}, "style", "invalid_value"),
    ({"style": "vector_illustration", "model": "recraftv3_raster"}, "style", "invalid_value"),
    ({"style": "realistic_image", "model": "recraftv3_vector"}, "style", "invalid_value"),
    ({"style": "anime"}, "style", "invalid_value"),
    ({"style": "realistic_image", "substyle": "pixel_art"}, "substyle", "invalid_value"),
    ({"style": "realistic_image/hdr", "substyle": "b_and_w"}, "substyle", "invalid_value"),
    ({"style_id": "229b2a75-05e4-4580-85f9-b47ee521a00d"}, "style_id", "style_not_found"),
    ({"style_id": "no uuid"}, "style_id", "style_not_found"),
    ({"style_id": "x", "style": "any"}, "style_id", "invalid_value"),
    ({"style_id": style_id("recraftv2", styles("recraftv2")[0])}, "style_id", "invalid_value"),
    ({"n": 0}, "n", "invalid_value"),
    ({"n": 7}, "n", "invalid_value"),
    ({"n": 1.5}, "n", "invalid_value"),
    ({"n": True}, "n", "invalid_value"),
    ({"n": "many"}, "n", "invalid_value"),
    ({"size": "1024x1023"}, "size", "invalid_value"),
    ({"size": "17:9"}, "size", "invalid_value"),
    ({"size": "auto"}, "size", "invalid_value"),
    ({"response_format": "svg"}, "response_format", "invalid_value"),
    ({"negative_prompt": "x" * 1001}, "negative_prompt", "invalid_value"),
    ({"random_seed": -1}, "random_seed", "invalid_value"),
    ({"random_seed": 2**32}, "random_seed", "invalid_value"),
    ({"random_seed": "1e3"}, "random_seed", "invalid_value"),
    ({"seed": "x"}, "seed", "invalid_value"),
    ({"image_format": "jpeg"}, "image_format", "invalid_value"),
    ({"output_format": "gif"}, "output_format", "invalid_value"),
    ({"output_format": "svg"}, "output_format", "invalid_value"),
    ({"block_nsfw": "perhaps"}, "block_nsfw", "invalid_value"),
    ({"calculate_features": 2}, "calculate_features", "invalid_value"),
    ({"expire": "never"}, "expire", "invalid_value"),
    ({"upscale": "upscale8mp"}, "upscale", "invalid_value"),
    ({"creativity": "wild"}, "creativity", "invalid_value"),
    ({"style_match": "loose"}, "style_match", "invalid_value"),
    ({"stream": True}, "stream", "invalid_value"),
    ({"controls": "x"}, "controls", "invalid_value"),
    ({"controls": {"colors": [{}]}}, "controls.colors.0.rgb", "invalid_value"),
    ({"controls": {"colors": [{"rgb": [0, 0]}]}}, "controls.colors.0.rgb.2", "invalid_value"),
    ({"controls": {"colors": [{"rgb": [0, 0, 0, 0]}]}}, "controls.colors.0.rgb", "invalid_value"),
    ({"controls": {"colors": [{"rgb": [0, 0, -1]}]}}, "controls.colors.0.rgb.2", "invalid_value"),
    ({"controls": {"colors": [{"rgb": [0, 0, 1], "weight": 1.1}]}}, "controls.colors.0.weight", "invalid_value"),
    ({"controls": {"colors": [{"rgb": [0, 0, 1], "weight": 0.6}] * 2}}, "controls.colors", "invalid_value"),
    ({"controls": {"colors": [{"rgb": [0, 0, 1]}] * 11}}, "controls.colors", "invalid_value"),
    ({"controls": {"background_color": {"rgb": "red"}}}, "controls.background_color.rgb", "invalid_value"),
    ({"controls": {"artistic_level": 6}}, "controls.artistic_level", "invalid_value"),
    ({"controls": {"artistic_level": -1}}, "controls.artistic_level", "invalid_value"),
    ({"controls": {"no_text": "maybe"}}, "controls.no_text", "invalid_value"),
    ({"text_layout": {}}, "text_layout", "invalid_value"),
    ({"text_layout": LAYOUT * 101}, "text_layout", "invalid_value"),
    ({"text_layout": [{"bbox": SQUARE}]}, "text_layout.0.text", "invalid_value"),
    ({"text_layout": [{"text": "A"}]}, "text_layout.0.bbox", "invalid_value"),
    ({"text_layout": [{"text": "A", "bbox": SQUARE[:3]}]}, "text_layout.0.bbox.3", "invalid_value"),
    ({"text_layout": [{"text": "A", "bbox": [*SQUARE, [0, 0]]}]}, "text_layout.0.bbox", "invalid_value"),
    ({"text_layout": [{"text": "A", "bbox": [[0], *SQUARE[1:]]}]}, "text_layout.0.bbox.0.1", "invalid_value"),
    ({"text_layout": [{"text": "A", "bbox": [[0, 1e300], *SQUARE[1:]]}]}, "text_layout.0.bbox.0.1", "invalid_value"),
    *(({"text_layout": [{"text": t, "bbox": SQUARE}]}, "text_layout.0.text", "invalid_value")
      for t in ("", "two words", "=", "[", "\\", "]", "^", "`", "|", "~", "日")),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "field", "code"), WRONG, ids=lambda v: str(v)[:50])
def test_wrong_fields(fields: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        wanted(**fields)
    assert (caught.value.field, caught.value.code, caught.value.status) == (field, code, 400)


RASTER: Output = "raster"
VECTOR: Output = "svg"
PATHS: list[tuple[Output, dict[str, Any], str]] = [
    (RASTER, {}, "realistic_image"),
    (RASTER, {"model": "recraftv3_raster"}, "realistic_image"),
    (VECTOR, {}, "vector_illustration"),
    (VECTOR, {"model": "recraftv2", "style": "icon"}, "icon"),
]
WRONG_PATHS: list[tuple[Output, dict[str, Any], str]] = [
    (RASTER, {"style": "vector_illustration"}, "style"),
    (RASTER, {"model": "recraftv3_vector"}, "model"),
    (RASTER, {"style_id": style_id("recraftv3", styles("recraftv3")[-1])}, "style_id"),
    (VECTOR, {"style": "realistic_image"}, "style"),
    (VECTOR, {"model": "recraftv2_raster"}, "model"),
]


@pytest.mark.parametrize(("only", "fields", "style"), PATHS)
def test_raster_and_vector_paths(only: Output, fields: dict[str, Any], style: str) -> None:
    made = wanted(only, **fields)
    assert made.style == style
    assert (made.format == "svg") == (only == "svg")


@pytest.mark.parametrize(("only", "fields", "field"), WRONG_PATHS)
def test_the_other_kind_is_refused_there(only: Output, fields: dict[str, Any], field: str) -> None:
    if field == "style_id":
        fields = {"style_id": next(style_id("recraftv3", s) for s in styles("recraftv3") if s.output == "svg")}
    with pytest.raises(Invalid) as caught:
        wanted(only, **fields)
    assert caught.value.field == field


def test_every_model_id_is_served() -> None:
    assert all(wanted(model=name) for name in MODELS)


def test_the_vendors_words_for_a_style_of_the_other_model() -> None:
    with pytest.raises(Invalid, match="invalid combination of model recraftv3 and image type icon"):
        wanted(style="icon")


def test_no_seed_means_a_random_one() -> None:
    assert len({wanted().seed for _ in range(5)}) > 1


def test_many_unknown_fields_make_a_short_report() -> None:
    fields: dict[str, Any] = {f"{'x' * 200}{at}": 1 for at in range(100)}
    notes = wanted(None, **fields).notes
    assert len(notes) == 20
    assert max(len(note) for note in notes) < 80
