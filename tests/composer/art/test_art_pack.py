import time
from pathlib import Path

import numpy as np
import pytest

from gouache.engines.composer.art import Pack, pack
from gouache.engines.composer.art.pack import pack_path
from gouache.engines.composer.raster import pixels


@pytest.fixture
def art() -> Pack:
    found = pack()
    if found is None:
        pytest.skip("the art pack is not built")
    return found


def test_without_a_pack_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOUACHE_ART_PACK", str(tmp_path / "none.sqlite"))
    assert pack() is None


def test_it_opens_at_once_and_stays_small(art: Pack) -> None:
    start = time.process_time()
    Pack(pack_path()).drawing("noto", "cat")
    assert time.process_time() - start < 0.5
    assert pack_path().stat().st_size < 60e6


@pytest.mark.parametrize("collection", ["noto", "fluent-emoji-flat", "fluent-emoji-high-contrast"])
def test_a_drawing_fills_its_box(art: Pack, collection: str) -> None:
    cat = art.drawing(collection, "cat")
    b = cat.box
    view = f'viewBox="{b.x} {b.y} {b.w} {b.h}" width="90" height="90" preserveAspectRatio="none"'
    alpha = pixels(f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{cat.markup}</svg>')[..., 3]
    edges = [alpha[:4].max(), alpha[-4:].max(), alpha[:, :4].max(), alpha[:, -4:].max()]
    assert min(edges) > 40
    assert "currentColor" not in cat.markup


def test_an_unknown_drawing_is_a_key_error(art: Pack) -> None:
    with pytest.raises(KeyError):
        art.drawing("noto", "no-such-thing")


def test_every_panorama_has_its_light(art: Pack) -> None:
    names = art.panoramas()
    assert len(names) == 18
    for name in names:
        scene = art.panorama(name)
        assert -180 <= scene.yaw <= 180
        assert -90 <= scene.pitch <= 90
        assert scene.key.startswith("#")


def test_words_say_what_they_are(art: Pack) -> None:
    words = art.vocabulary()
    assert words.is_noun("dog")
    assert words.is_verb("run") or words.is_noun("run")
    assert words.is_adjective("happy")
    assert not words.is_noun("quickly")
    assert words.lexname("dog") == "animal"
    assert words.lexname("sandwich") == "food"
    assert words.lexname("xyzzy") is None


def test_meaning_finds_neighbours(art: Pack) -> None:
    (label, score), *_ = art.nearest("puppy", 1)
    assert "dog" in label
    assert 0.7 < score <= 1.0


def test_vectors_do_not_depend_on_company(art: Pack) -> None:
    from gouache.engines.composer.art.embedding import embed

    together, alone = embed(["dog", "a much longer phrase about a ship"]), embed(["dog"])
    assert np.array_equal(together[0], alone[0])
    assert np.linalg.norm(alone[0]) == pytest.approx(1.0, abs=1e-5)


def test_every_collection_has_a_full_notice(art: Pack) -> None:
    for collection in ("noto", "fluent-emoji-flat", "panoramas", "words", "keywords"):
        spdx, notice = art.licence(collection)
        assert spdx
        assert len(notice) > 500
