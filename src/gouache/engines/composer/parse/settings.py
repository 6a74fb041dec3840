"""Places: which noun phrases are where a picture plays, and what sky they have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gouache.engines.composer.lexicon.tables import Setting, conditions, settings, word_set
from gouache.engines.composer.lexicon.vocabulary import named
from gouache.engines.composer.parse.chunks import NounPhrase
from gouache.engines.composer.scene import Kind

WEAK = ("sky", "mountains", "hills", "sea", "city_skyline", "space")  # give way to a second place
SNOWY = {"forest": "pine_forest", "meadow": "snowfield", "hills": "snowfield", "park": "park"}
PLACE_WORDS = word_set("place_words")
PLACING = frozenset(
    ("on", "in", "at", "around", "below", "above", "behind", "next_to", "in_front_of", "facing", "against", "-")
)
ENTERING = frozenset(("on", "in", "at", "-"))


def setting_of(phrase: NounPhrase) -> Setting | None:
    """The place that a noun phrase names, if it is not the name of a thing: "snowy forest", "the lake"."""
    words = [*phrase.attributes.modifiers, *phrase.nouns]
    plural = [*words[:-1], phrase.head_form]
    if len(words) > 1 and words[-1] in PLACE_WORDS and _place(words[:-1], named_too=True):
        found = _place(words[:-1], named_too=True)
        return replace(found, solid=False) if found else None
    return _place(plural) or _place(words)


def beneath(place: Setting) -> Setting:
    """Where "under the sea" is."""
    return settings()["underwater"] if place.key in ("sea", "lake", "river", "pond") else place


def _place(words: list[str], named_too: bool = False) -> Setting | None:
    for name in _suffixes(words):
        found = settings().get(name)
        if found is not None:
            return found
        if named(name) is not None and not named_too:
            return None
    return None


def _suffixes(words: list[str]) -> Iterator[str]:
    return (" ".join(words[start:]) for start in range(len(words)))


def key_of(setting: Setting, seen: list[tuple[str, str]]) -> str:
    """The setting's key under the weather said with it: a snowy forest is a pine forest."""
    snowy = ("weather", "snow") in seen or ("season", "winter") in seen
    if setting.key == "sky" and ("time", "night") in seen:
        return "sky"
    return SNOWY.get(setting.key, setting.key) if snowy else setting.key


def said(phrase: NounPhrase) -> list[tuple[str, str]]:
    """Time, weather and season in a noun phrase: its adjectives, and nouns such as "sunset" or "winter"."""
    found = list(phrase.attributes.conditions)
    for word in (*phrase.nouns, phrase.head_form, phrase.name, *phrase.attributes.modifiers):
        if word in conditions():
            found.append(conditions()[word])
    setting = setting_of(phrase)
    if setting is not None:
        found += [("season", setting.season)] if setting.season else []
        found += [("weather", setting.weather)] if setting.weather else []
        found += [("season", "autumn")] if "fall" in setting_words(phrase) else []
        found += [part for word in setting_words(phrase) if (part := conditions().get(word)) is not None]
    return found


def only_condition(phrase: NounPhrase) -> list[tuple[str, str]]:
    """What "a fall landscape" or "a sunset scene" says, which names no place."""
    if setting_of(phrase) is not None:
        return []
    words = [*phrase.attributes.modifiers, *phrase.nouns[:-1]]
    known = [("season", "autumn") if word == "fall" else conditions().get(word) for word in words]
    return [condition for condition in known if condition is not None]


def setting_words(phrase: NounPhrase) -> list[str]:
    return " ".join([*phrase.attributes.modifiers, *phrase.nouns]).split()


def is_condition(phrase: NounPhrase) -> bool:
    """Whether a noun phrase only says when, or what the weather is like: "sunset", "the rain"."""
    name = " ".join([*phrase.attributes.modifiers, *phrase.nouns])
    return (
        name in conditions()
        or phrase.name in conditions()
        or (phrase.head in conditions() and named(phrase.name) in (None, Kind.EFFECT))
    )
