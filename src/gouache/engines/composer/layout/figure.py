"""A scene node with its drawings, ready to be placed."""

from __future__ import annotations

from dataclasses import dataclass

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.layout.size import visual_scale
from gouache.engines.composer.lexicon import Concept
from gouache.engines.composer.scene import Node


@dataclass(frozen=True, slots=True)
class Figure:
    """`drawings` holds one drawing an instance. `metres` is the real height of the whole drawing.

    `mirrorable` is false for drawings that carry letters. `lying` and `seated` name the pose that was drawn.
    """

    node: Node
    drawings: tuple[Drawing, ...]
    concept: Concept
    metres: float
    mirrorable: bool = True
    seated: bool = False
    lying: bool = False
    bust: bool = False
    text: str = ""  # written into the drawing's `text` field

    def has(self, *traits: str) -> bool:
        return any(trait in self.concept.traits for trait in traits)

    def scale(self, index: int) -> float:
        """Block units per drawing unit."""
        return visual_scale(self.metres, self.drawings[index].box, self.node.size)
