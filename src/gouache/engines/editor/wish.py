"""What an edit asks of the composer: the prompt as a picture of its own, by default of the given picture's kind."""

from __future__ import annotations

from typing import Any

from gouache.engines.base import Report
from gouache.engines.composer.engine import Composer, Draft
from gouache.engines.composer.looks import Medium, choose
from gouache.engines.composer.manner import dressed
from gouache.engines.composer.palette import conform, on_flat
from gouache.engines.composer.parse import parse
from gouache.engines.composer.photo import NOTE
from gouache.engines.composer.picture import Picture
from gouache.engines.composer.scene import Kind
from gouache.engines.editor.treat import only_treatments
from gouache.operations import Drawn, Generate

_LEAST = 64  # px; the smallest page the composer takes


def wish(operation: Drawn, width: int, height: int, flat: bool, *, text: bool = True, prompt: str = "") -> Generate:
    """A Generate of the operation's words on a page of this size.

    With no style named and none in the words, a photograph asks for the realistic look and a drawing for a drawing.
    """
    fields: dict[str, Any] = operation.model_dump(include=set(Drawn.model_fields) & set(Generate.model_fields))
    fields |= {"profile": operation.profile, "palette": operation.palette, "text_layout": operation.text_layout}
    fields |= {"width": max(_LEAST, width), "height": max(_LEAST, height), "n": 1, "notes": (), "megapixels": None}
    fields["prompt"] = prompt or operation.prompt
    if not text:
        fields["text_layout"] = ()
    asked = dressed(Generate(**fields))
    free = asked.style == "any" and asked.profile is None and asked.format != "svg"
    if free and not flat and not hand_named(asked.prompt):
        return asked.model_copy(update={"style": "realistic_image"})
    return asked


def hand_named(prompt: str) -> bool:
    """Whether the words name a hand to draw in, before a thing or alone."""
    free = Generate(prompt=prompt)
    return any(choose(free, parse(words)).name != "illustration" for words in (prompt, f"{prompt} of a ball"))


def style_alone(prompt: str) -> bool:
    """Whether a prompt names nothing but a hand: "watercolor", "as a pencil sketch"."""
    rest = prompt.lower()
    for word in parse(of_something(prompt)).style_words:
        rest = rest.replace(word, " ")
    return rest != prompt.lower() and only_treatments(f"{rest} grey")


def of_something(prompt: str) -> str:
    """The words for a hand are only read as such before a thing."""
    return f"{prompt} of a ball"


def composed(asked: Generate, seed: int) -> Draft:
    """The composer's picture of a wish, unfinished."""
    return Composer().draft(asked, seed)


def told(report: Report, draft: Draft) -> None:
    """Add to a report what the composer had to say."""
    made = draft.composition.report
    for lines, more in (
        (report.resolved, made.resolved), (report.approximated, made.approximated), (report.ignored, made.ignored),
    ):  # fmt: skip
        lines.extend(line for line in more if line not in lines)
    if draft.look.note and draft.look.note not in report.approximated:
        report.approximated.append(draft.look.note)
    if draft.look.medium is Medium.PHOTO and NOTE not in report.approximated:
        report.approximated.append(NOTE)


def colored(picture: Picture, asked: Generate) -> Picture:
    """The picture in the colours that were wished for, without frames to show each of them."""
    colors = tuple(one.color for one in asked.palette)
    if asked.background:
        picture = on_flat(picture, asked.background)
    if not colors:
        return picture
    before = {element.id for element in picture.elements}
    made = conform(picture, colors, None, picture.background)
    made.elements = [element for element in made.elements if element.id in before]
    return made


def place_words(prompt: str) -> str:
    """A prompt that names a landscape, said so that it is one to be in: "snowy mountains", "an island"."""
    scene = parse(prompt)
    if scene.setting is None and scene.nodes and all(node.kind is Kind.LANDFORM for node in scene.nodes):
        inside = f"in the {prompt}"
        return inside if parse(inside).setting else prompt
    return prompt
