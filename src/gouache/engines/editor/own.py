"""Pictures that gouache made itself, composed again from what is stored with them: their scene can be edited."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pydantic import ValidationError

from gouache.engines.composer.engine import Composer, Draft
from gouache.engines.composer.manner import dressed
from gouache.engines.composer.picture import Element, Picture
from gouache.engines.composer.svg import NAMESPACE
from gouache.engines.editor.wish import colored, wish
from gouache.operations import Drawn, Generate, Operation, Source, load, picture_seed

_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(slots=True)
class Own:
    """A picture of ours, unfinished: what was asked for and the draft it became."""

    asked: Generate
    draft: Draft

    @property
    def picture(self) -> Picture:
        return self.draft.composition.picture

    def changed(self, picture: Picture) -> Own:
        """The same with another picture, of another size perhaps."""
        composition = replace(self.draft.composition, picture=picture)
        asked = self.asked.model_copy(update={"width": picture.width, "height": picture.height})
        return Own(asked, replace(self.draft, composition=composition))


def stored(source: Source) -> tuple[Operation, int] | None:
    """The operation that made a picture of ours and which of its pictures it is; None for pictures from elsewhere."""
    if source.made_by is None:
        return None
    try:
        return load(source.made_by), source.position
    except (ValidationError, KeyError):  # stored by a version that knew other fields: its pixels are still there
        return None


def recomposed(operation: Generate, position: int) -> Own:
    """The draft of one picture of a Generate."""
    asked = dressed(operation)
    return Own(asked, Composer().draft(asked, picture_seed(operation.seed, position)))


def asked_of(operation: Drawn, own: Own, width: int, height: int, prompt: str = "") -> Generate:
    """A wish in the scene's own style and, unless others are asked for, its colours."""
    asked = wish(operation, width, height, flat=True, prompt=prompt)
    update: dict[str, object] = {"style": own.asked.style, "substyle": own.asked.substyle, "profile": own.asked.profile}
    if not operation.palette:
        update["palette"] = own.asked.palette
    return asked.model_copy(update=update)


def in_colors(picture: Picture, elements: list[Element], operation: Drawn, asked: Generate) -> Picture:
    """Some elements of a picture, in the colours that the operation wishes for."""
    bare = replace(picture, elements=elements)
    return colored(bare, asked.model_copy(update={"background": None})) if operation.palette else bare


def told_to(draft: Draft, other: Draft) -> None:
    """What the composer said of the other draft, said of this one."""
    mine, more = draft.composition.report, other.composition.report
    mine.resolved.extend(more.resolved)
    mine.approximated.extend(more.approximated)
    mine.ignored.extend(more.ignored)


def merged(picture: Picture, elements: list[Element], defs: str, prefix: str) -> tuple[list[Element], str]:
    """Elements of another picture renamed so that they may live in this one; and both pictures' definitions."""
    names = set(_ID.findall(defs)) | {e.id for e in elements}
    for element in elements:
        names |= set(_ID.findall(element.markup))
    ordered = sorted(names, key=lambda name: (-len(name), name))
    renamed = [
        replace(e, id=f"{prefix}-{e.id}", node=f"{prefix}-{e.node}" if e.node else None,
                markup=_renamed(e.markup, ordered, prefix))
        for e in elements
    ]  # fmt: skip
    return renamed, picture.defs + _renamed(defs, ordered, prefix)


def _renamed(markup: str, names: list[str], prefix: str) -> str:
    for name in names:
        safe = re.escape(name)
        markup = re.sub(rf'\bid="{safe}"', f'id="{prefix}-{name}"', markup)
        markup = re.sub(rf"url\(#{safe}\)", f"url(#{prefix}-{name})", markup)
        markup = re.sub(rf'href="#{safe}"', f'href="#{prefix}-{name}"', markup)
    return markup


def fresh_prefix(picture: Picture) -> str:
    """A prefix that no edit of this picture has used yet."""
    used = {e.id.split("-", 1)[0] for e in picture.elements}
    return next(f"edit{n}" for n in range(1, len(used) + 2) if f"edit{n}" not in used)


def view(picture: Picture, element: Element, width: int, height: int) -> str:
    """One element as an SVG of its page, in another size."""
    return (
        f'<svg xmlns="{NAMESPACE}" width="{width}" height="{height}" viewBox="0 0 {picture.width} {picture.height}">'
        f"<defs>{picture.defs}</defs>{element.markup}</svg>"
    )
