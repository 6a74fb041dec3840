"""What a node is going to be drawn as, and how sure we are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gouache.engines.composer.lexicon import Concept


class Means(StrEnum):
    HOUSE = "house"  # a house drawing
    PACK = "pack"  # a drawing of the art pack
    CHARACTER = "character"  # the rig: head, body, pose
    CARRIER = "carrier"  # a sign, banner, board with lettering


@dataclass(frozen=True, slots=True)
class Resolution:
    """`name` is a house drawing, `collection:name` of the pack, or a species of the rig."""

    concept: Concept
    means: Means
    name: str
    confidence: float  # 0..1
    how: str  # name, synonym, keyword, kind, embedding
    stands_in_for: str | None = None  # the asked-for name, when what is drawn is only its kind
