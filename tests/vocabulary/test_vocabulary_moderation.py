"""Which prompts are refused, by the words in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouache.errors import Invalid
from gouache.vocabulary.moderation import Improper, refuse, word_list

SAFE = [
    "a red panda on a bicycle", "a naked mole rat in its burrow", "a family of blue tits on a branch",
    "a child playing with a kitten", "a village in Sussex, seen with the naked eye", "a Bloody Mary cocktail",
    "a sextant and a compass", "a robin red breast in the snow", "1 2 3 4 5 6 balloons in a row", "a grape harvest",
    "an analyst at her desk", "U S A stamped on a crate", "kid gloves on a table", "nude tones, a still life", "",
]  # fmt: skip
UNSAFE = [
    "a nude woman on a sofa", "PORN", "p.o.r.n", "p o r n", "p0rn star", "n4ked man", "Nùde", "a severed head",
    "an erotic scene", "soldiers, dismembered",
]  # fmt: skip
FORBIDDEN = ["lolicon", "l o l i c o n", "child pornography", "a naked child", "nude teenagers", "teen, nude", "CSAM"]


@pytest.mark.parametrize("prompt", SAFE)
def test_what_is_harmless(prompt: str) -> None:
    verdict = word_list().judge(prompt)
    assert (verdict.score, verdict.forbidden) == (0, False)


@pytest.mark.parametrize("prompt", UNSAFE)
def test_what_is_unsafe_is_refused_when_asked(prompt: str) -> None:
    verdict = word_list().judge(prompt)
    assert verdict.unsafe
    assert not verdict.forbidden
    refuse(word_list(), prompt, unsafe=False)
    with pytest.raises(Improper) as refused:
        refuse(word_list(), prompt, unsafe=True)
    assert (refused.value.code, refused.value.status, refused.value.field) == ("prompt_is_improper", 400, "prompt")


@pytest.mark.parametrize("prompt", FORBIDDEN)
def test_what_is_forbidden_is_refused_always(prompt: str) -> None:
    assert word_list().judge(prompt).score == 1
    with pytest.raises(Improper):
        refuse(word_list(), prompt, unsafe=False)


def test_texts_are_judged_together() -> None:
    with pytest.raises(Improper):
        refuse(word_list(), "a toddler", "NUDE", unsafe=False)


def test_suggestive_words_add_up() -> None:
    judge = word_list().judge
    one, two = judge("lingerie").score, judge("a seductive pin up in lingerie").score
    assert 0 < one < 0.5 <= two < 1


def test_a_list_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("# mine\nforbidden\t1\tacme rockets\n")
    assert word_list(own).judge("an ACME rocket").forbidden
    assert not word_list(own).judge("porn").unsafe


@pytest.mark.parametrize("text", ["forbidden\tx", "rude\t1\tword", "sexual\tmuch\tword", "sexual\t1\t---"])
def test_a_list_that_is_none(tmp_path: Path, text: str) -> None:
    own = tmp_path / f"{len(text)}.tsv"
    own.write_text(text)
    with pytest.raises(Invalid, match="GOUACHE_MODERATION_LIST"):
        word_list(own)
