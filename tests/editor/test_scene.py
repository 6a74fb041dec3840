"""Edits of pictures that gouache made happen in their scene."""

from __future__ import annotations

import re

import numpy as np
import pytest

from gouache.engines.base import Context
from gouache.engines.composer.engine import Composer
from gouache.operations import (
    EraseRegion,
    Format,
    Generate,
    GenerateBackground,
    Inpaint,
    Operation,
    Outpaint,
    PaletteColor,
    ReplaceBackground,
    Source,
    TextPlacement,
    Variate,
)

from .conftest import Desk, Flags, Pixels, seen

SIDE = 320


def box_of(desk: Desk, source: Source, label: str) -> Flags:
    """A mask around the element with a label, found by what its removal from the markup changes."""
    from gouache.engines.composer.raster import pixels

    svg = desk.files[source.sha256].decode()
    gone = re.sub(rf'<g id="{label}"', rf'<g display="none" id="{label}"', svg)
    changed = (pixels(svg) != pixels(gone)).any(axis=2)
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    marked = np.zeros((SIDE, SIDE), bool)
    marked[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
    return marked


def labels(svg: str | None) -> list[str]:
    return re.findall(r'aria-label="([^"]+)"', svg or "")


@pytest.fixture
def pair(desk: Desk) -> tuple[Pixels, Source]:
    return desk.own("a cat to the left of a lamp in a park", "svg", SIDE, "vector_illustration")


def test_erasing_takes_the_element_out_of_the_svg(desk: Desk, pair: tuple[Pixels, Source]) -> None:
    page, source = pair
    marked = box_of(desk, source, "cat")
    image = desk.run(EraseRegion(image=source, mask=desk.mask(marked), format="svg"))[0]
    assert "cat" not in labels(image.svg)
    assert "lamp" in labels(image.svg)
    assert "<image" not in (image.svg or "")
    assert (seen(image)[~marked] != page[~marked]).mean() < 0.02


def test_inpainting_puts_an_element_in_its_place(desk: Desk, pair: tuple[Pixels, Source]) -> None:
    marked = box_of(desk, pair[1], "cat")
    image = desk.run(Inpaint(image=pair[1], mask=desk.mask(marked), prompt="a dog", format="svg"))[0]
    assert "dog" in labels(image.svg)
    assert "cat" not in labels(image.svg)
    ids = re.findall(r'\bid="([^"]+)"', image.svg or "")
    assert len(ids) == len(set(ids))


def test_pixels_outside_the_mask_keep_their_bytes_also_by_way_of_the_scene(desk: Desk) -> None:
    page, source = desk.own("a dog on a beach", "png", SIDE, "digital_illustration")
    marked = np.zeros((SIDE, SIDE), bool)
    marked[20:120, 20:120] = True
    image = desk.run(Inpaint(image=source, mask=desk.mask(marked), prompt="a kite"))[0]
    assert "edited in its scene" in image.report.resolved
    assert (seen(image)[~marked] == page[~marked]).all()
    assert (seen(image)[marked] != page[marked]).any()


def test_another_setting_behind_the_same_things(desk: Desk, pair: tuple[Pixels, Source]) -> None:
    image = desk.run(ReplaceBackground(image=pair[1], prompt="at the beach at night", format="svg"))[0]
    assert {"cat", "lamp"} <= set(labels(image.svg))
    assert seen(image)[:40, :, :3].mean() < pair[0][:40, :, :3].mean()
    kept = ~box_of(desk, pair[1], "cat")
    behind = desk.run(GenerateBackground(image=pair[1], mask=desk.mask(kept), prompt="a desert", format="svg"))[0]
    assert "cat" in labels(behind.svg)
    assert "lamp" not in labels(behind.svg)


def test_a_wider_page_keeps_the_places_of_things(desk: Desk, pair: tuple[Pixels, Source]) -> None:
    page, source = pair
    image = desk.run(Outpaint(image=source, prompt="park", left=100, top=20, format="svg"))[0]
    assert (image.width, image.height) == (SIDE + 100, SIDE + 20)
    marked = box_of(desk, source, "cat")
    rows, columns = np.flatnonzero(marked.any(axis=1)), np.flatnonzero(marked.any(axis=0))
    y, x = (rows[0] + rows[-1]) // 2, (columns[0] + columns[-1]) // 2
    patch = page[y - 5 : y + 5, x - 5 : x + 5].astype(int)
    assert np.abs(seen(image)[y + 15 : y + 25, x + 95 : x + 105].astype(int) - patch).mean() < 3


def test_a_variation_is_the_same_prompt_with_another_seed(desk: Desk, pair: tuple[Pixels, Source]) -> None:
    images = desk.run(Variate(image=pair[1], width=256, height=384, n=2, format="svg", seed=4))
    for image in images:
        assert (image.width, image.height) == (256, 384)
        assert {"cat", "lamp"} <= set(labels(image.svg))
    assert images[0].svg != images[1].svg


def test_an_edit_of_an_edit_goes_on_in_the_scene(desk: Desk, pair: tuple[Pixels, Source]) -> None:
    first: Operation = EraseRegion(image=pair[1], mask=desk.mask(box_of(desk, pair[1], "cat")), format="svg")
    svg = desk.run(first)[0].svg or ""
    again = desk.put(svg.encode(), first, SIDE)
    image = desk.run(EraseRegion(image=again, mask=desk.mask(box_of(desk, again, "lamp")), format="svg"))[0]
    assert "edited in its scene" in image.report.resolved
    assert not {"cat", "lamp"} & set(labels(image.svg))


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_wider_scene_keeps_its_pixels_and_carries_its_setting_on(desk: Desk, form: Format) -> None:
    page, source = desk.own("a dog on a beach", "png", SIDE, "vector_illustration")
    operation = Outpaint(image=source, prompt="a sailboat", left=160, bottom=40, format=form)
    image = desk.run(operation)[0]
    made = seen(image).astype(int)[..., :3]
    assert made.shape == (SIDE + 40, SIDE + 160, 3)
    assert (np.abs(made[:SIDE, 160:] - page[..., :3]).max(axis=2) > 8).mean() < 0.04
    assert np.abs(made[:20, 140:160].mean(axis=(0, 1)) - page[:20, :20, :3].mean(axis=(0, 1))).max() < 6, "sky goes on"
    assert "sailboat" in labels(image.svg)
    ids = re.findall(r'\bid="([^"]+)"', image.svg or "")
    assert len(ids) == len(set(ids))


def test_a_framed_scene_stands_on_a_plain_wider_page(desk: Desk) -> None:
    made_by = Generate(prompt="a red fox in a forest", width=SIDE, height=SIDE, seed=4, format="svg")
    svg = next(iter(Composer().run(made_by, Context()))).svg or ""
    assert 'aria-label="page"' in svg
    image = desk.run(Outpaint(image=desk.put(svg.encode(), made_by, SIDE), prompt="a lake", right=120))[0]
    right = seen(image)[: SIDE // 2, SIDE + 4 :, :3]
    assert (right == right[0, -1]).all()
    assert any("plain page" in line for line in image.report.approximated)


def test_an_uploaded_svg_of_ours_is_edited_in_its_scene(desk: Desk, pair: tuple[Pixels, Source]) -> None:
    source = pair[1].model_copy(update={"made_by": None})
    image = desk.run(EraseRegion(image=source, mask=desk.mask(box_of(desk, source, "cat")), format="svg"))[0]
    assert "edited in its scene" in image.report.resolved
    assert "lamp" in labels(image.svg)
    assert "cat" not in labels(image.svg)
    marked = box_of(desk, source, "cat")
    assert (np.abs(seen(image)[~marked].astype(int) - pair[0][~marked]) > 4).mean() < 0.02
    again = desk.put((image.svg or "").encode(), size=SIDE)
    wide = desk.run(Outpaint(image=again, prompt="a dog", right=160, format="svg"))[0]
    assert {"lamp", "dog"} <= set(labels(wide.svg))


def test_metadata_that_lie_are_no_scene(desk: Desk, pair: tuple[Pixels, Source]) -> None:
    svg = desk.files[pair[1].sha256].decode()
    for lie in ('{"scene":[],"report":{}}', '{"scene":{"nodes":7},"report":{"seed":1,"style":"illustration"}}', "no"):
        told = re.sub(r'(<scene xmlns="urn:gouache:scene">)[^<]*', lambda found, lie=lie: found[1] + lie, svg)  # type: ignore[misc]
        source = desk.put(told.encode(), size=SIDE)
        marked = box_of(desk, pair[1], "cat")
        image = desk.run(EraseRegion(image=source, mask=desk.mask(marked)))[0]
        assert "edited in its scene" not in image.report.resolved


def test_fields_without_a_use_are_told(desk: Desk, drawing: Pixels) -> None:
    marked = np.zeros(drawing.shape[:2], bool)
    marked[30:230, 150:310] = True
    quad = ((0.0, 0.0), (0.2, 0.0), (0.2, 0.1), (0.0, 0.1))
    palette = (PaletteColor(color="#ff8800", weight=0.7), PaletteColor(color="#00aa88", weight=0.3))
    operation = Inpaint(
        image=desk.put(drawing), mask=desk.mask(marked), prompt="a fish", artistic_level=2, palette=palette,
        text_layout=(TextPlacement(text="FAR", quad=quad),),
    )  # fmt: skip
    for made in (desk.run(operation)[0], desk.run(operation.model_copy(update={"no_text": True}))[0]):
        told = {line.split(":")[0] for line in made.report.ignored}
        assert {"artistic_level", "palette", "text_layout"} <= told
    plain = desk.run(Inpaint(image=operation.image, mask=operation.mask, prompt="a fish"))[0]
    assert plain.report.ignored == []
