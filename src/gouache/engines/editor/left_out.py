"""Which fields of a request an edit has no use for: they are told in the report, never dropped in silence."""

from __future__ import annotations

from typing import Literal

from gouache.operations import Drawn

Part = Literal["things", "picture", "place"]
"""What is drawn: things put into a picture, the given picture itself, or a whole place by the composer."""


def left_out(operation: Drawn, part: Part) -> list[str]:
    """Lines for the report, one a field."""
    found = []
    if operation.text_layout and operation.no_text:
        found.append("text_layout: no_text is asked for, too")
    if operation.palette and part != "place" and any(one.weight is not None for one in operation.palette):
        found.append("palette: weights; the colours are used, the rest of the picture sets their shares")
    if operation.artistic_level is not None and part != "place":
        found.append("artistic_level: it is about a picture's layout, and this one has its own")
    if operation.negative_prompt and part == "picture":
        found.append("negative_prompt: nothing new is drawn")
    if operation.profile is not None and part == "things":
        found.append("own style: its lines and grain; things put into a picture take those around them")
    if operation.profile is not None and part == "picture":
        found.append("own style: its lines and grain; the picture keeps its own")
    return found


def words_left_out(operation: Drawn, shown: frozenset[str]) -> list[str]:
    """A line for each word of `text_layout` that lies outside the part that may change."""
    if operation.no_text:
        return []
    return [
        f"text_layout: {item.text!r} lies outside the part that changes"
        for item in operation.text_layout
        if item.text not in shown
    ]
