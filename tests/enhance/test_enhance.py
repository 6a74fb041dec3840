"""Longer prompts keep what was said and bring no new things into the picture."""

from __future__ import annotations

import pytest

import gouache.enhance as room
from gouache.engines.composer.parse import parse
from gouache.engines.composer.scene import Scene
from gouache.enhance import MAX_LENGTH, enhanced

PROMPTS = [
    "a red panda", "two dogs playing chess", "a photo of a cat right of a chair", "a T-Rex relaxing on a beach",
    'a sign that says "OPEN"', "a logo of a fox", "an astronaut riding a horse at night", "a bowl of ramen",
    "a wizard holding a glowing staff, watercolor", "city skyline at dusk", "a red balloon", "",
]  # fmt: skip
PHRASES = sorted(
    {p for phrases, _ in room._settings().values() for p in phrases}
    | {p for phrases in room._lights().values() for p in phrases}
    | {p for *_, phrases in room._compositions() for p in phrases}
    | {p for _, phrases in room._palettes() for p in phrases}
    | {p for phrases in room._finishes().values() for p in phrases}
)


def things(scene: Scene) -> list[tuple[str, int]]:
    return [(node.concept, node.count) for node in scene.nodes]


@pytest.mark.parametrize("phrase", PHRASES)
def test_no_phrase_brings_a_thing_of_its_own(phrase: str) -> None:
    joint = " " if phrase.split()[0] in ("in", "on", "at", "by", "under", "against", "high", "deep") else ", "
    assert things(parse(f"a cat{joint}{phrase}")) == [("cat", 1)]


@pytest.mark.parametrize("phrase", PHRASES)
def test_no_phrase_sets_colours(phrase: str) -> None:
    scene = parse(f"a cat, {phrase}")
    assert not any(node.colors for node in scene.nodes)
    assert scene.background is None


def test_settings_mean_themselves() -> None:
    wrong = {
        (key, phrase): parse(f"a cat {phrase}").setting
        for key, (phrases, _) in room._settings().items()
        for phrase in phrases
        if parse(f"a cat {phrase}").setting != key
    }
    assert not wrong


@pytest.mark.parametrize("prompt", PROMPTS)
def test_what_was_said_stays(prompt: str) -> None:
    longer = enhanced(prompt)
    assert longer.startswith(prompt)
    before, after = parse(prompt), parse(longer)
    assert things(after)[: len(before.nodes)] == things(before)
    assert [(r.kind, r.subject, r.object) for r in before.relations] == [
        (r.kind, r.subject, r.object) for r in after.relations
    ]
    assert after.texts == before.texts


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_same_prompt_gives_the_same_answer(prompt: str) -> None:
    assert enhanced(prompt) == enhanced(prompt)


def test_a_said_setting_is_kept() -> None:
    assert parse(enhanced("a fox in a forest")).setting == "forest"


def test_said_colours_leave_no_room_for_a_palette() -> None:
    assert "palette" not in enhanced("a red fox on a blue sofa")


def test_length_is_bounded() -> None:
    assert len(enhanced("a very " * 140 + "old cat")) <= MAX_LENGTH + 1
    assert enhanced("x" * 2000).startswith("x" * 2000)
