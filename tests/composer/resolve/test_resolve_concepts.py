import pytest

from gouache import tables
from gouache.engines.composer.art import pack
from gouache.engines.composer.lexicon import concept, concepts

TRAITS = {
    "seat", "bed", "top", "container", "flies", "swims", "floats", "hangs", "handheld", "worn-head", "worn-eyes",
    "worn-neck", "worn-body", "ridden", "indoor", "sky", "tall", "wide", "pair", "mass",
}  # fmt: skip


def test_the_table_is_large_and_each_name_is_given_once() -> None:
    names = [row[0] for row in tables.rows("gouache.engines.composer.lexicon", "concepts.tsv")]
    assert len(names) >= 900
    assert len(names) == len(set(names))


def test_aliases_do_not_shadow_names() -> None:
    names = {row[0] for row in tables.rows("gouache.engines.composer.lexicon", "concepts.tsv")}
    assert all(concepts()[name].name == name for name in names)


def test_traits_are_known_and_sizes_are_sane() -> None:
    for entry in concepts().values():
        assert entry.traits <= TRAITS, entry.name
        assert 0.01 <= entry.metres <= 1000, entry.name


@pytest.mark.parametrize(
    ("bigger", "smaller"), [("horse", "dog"), ("dog", "cat"), ("house", "car"), ("bed", "cup"), ("elephant", "horse")]
)
def test_sizes_compare_as_in_life(bigger: str, smaller: str) -> None:
    large, small = concept(bigger), concept(smaller)
    assert large is not None
    assert small is not None
    assert large.metres > small.metres


def test_every_drawing_that_is_named_exists() -> None:
    art = pack()
    if art is None:
        pytest.skip("the art pack is not built")
    named = {entry.drawing for entry in concepts().values() if entry.drawing and entry.drawing.startswith("noto:")}
    assert [name for name in sorted(named) if not art.has("noto", name.removeprefix("noto:"))] == []
