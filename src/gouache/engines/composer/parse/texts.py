"""What carries a text."""

from __future__ import annotations

from collections.abc import Sequence

from gouache.engines.composer.lexicon.tables import listed
from gouache.engines.composer.parse.drafts import Draft
from gouache.engines.composer.scene import Kind


def can_carry(draft: Draft) -> bool:
    """Whether words can stand on a thing."""
    head = draft.name.rpartition(" ")[2]
    return not draft.dropped and (
        draft.kind is Kind.CARRIER or draft.name in listed("carriers.tsv") or head in listed("carriers.tsv")
    )


def carrier(group: Sequence[Draft], subject: Sequence[Draft], drafts: Sequence[Draft], lettered: bool) -> Draft | None:
    """The draft that a text stands on: the last named if it can, else the last sign, else what is not alive.

    In a picture that is itself lettered (poster, logo, card) only real carriers take a text.
    """
    near = [d for d in (*reversed(group), *reversed(subject)) if can_carry(d)]
    signs = [d for d in (*near, *reversed(drafts)) if d.kind is Kind.CARRIER and not d.dropped]
    if lettered:
        return next((d for d in signs if d in group), None)
    if near:
        return near[0]
    unlettered = [d for d in signs if d.text is None]
    if unlettered:
        return unlettered[0]
    last = group[-1] if group else None
    return (
        last
        if last is not None and not last.animate and not last.place and last.kind not in (Kind.FOOD, Kind.CELESTIAL)
        else None
    )
