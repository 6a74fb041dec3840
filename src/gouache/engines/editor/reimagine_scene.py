"""Image to image for pictures of ours, in their scene: strength lets go of tones, things, place and layout in turn.

Up to `_SAME` the scene is the old one in the asked hand, on its way to the prompt's tones. Then the prompt's things
stand where the old ones stood, as large and in their colours; later in the prompt's place; beyond `_LAID` the layout
gives way to the prompt's own and colours are all that is left of the old picture.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from gouache.engines.composer.engine import Draft
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.looks import choose
from gouache.engines.composer.parse import parse
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.scene import Kind, Node, Rel, Scene, Shot
from gouache.engines.editor.carry import between, drawn_colors
from gouache.engines.editor.own import Own, asked_of, fresh_prefix, merged, told_to
from gouache.engines.editor.things import moved, things_of, tight
from gouache.engines.editor.treat import only_treatments
from gouache.engines.editor.wish import composed, hand_named, style_alone, wish
from gouache.operations import Generate, ImageToImage

_SAME, _SUBJECT, _PLACE, _LAID = 0.35, 0.45, 0.55, 0.7
_TINT = (0.55, 0.75)  # how far tones are the prompt's where things, and where the subject, begin to be
_COLORS = (0.85, 0.35)  # how far colours are the old ones where the layout begins to give way, and at strength 1
_EARLY = 0.4  # of the way; up to here things that cross stand in the old places
_FIT = (0.35, 2.2)  # scales of a thing that takes another's place
_SCENES = frozenset({Shot.SCENE, Shot.PORTRAIT, Shot.CLOSEUP})
_SOLID = frozenset({Role.SUBJECT, Role.PROP})
_THINGS = _SOLID | {Role.SHADOW}
_OVER = frozenset({Role.FOREGROUND, Role.LIGHT, Role.TEXT})
_TIED = frozenset({Rel.ON, Rel.IN, Rel.HOLDING, Rel.WEARING, Rel.RIDING, Rel.USING, Rel.EATING, Rel.ABOVE, Rel.BELOW})


@dataclass(frozen=True, slots=True)
class Thing:
    """All elements of one thing with its shadow, the tight box of what is solid, and what it is."""

    elements: tuple[Element, ...]
    box: Box
    node: Node | None

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(e.id for e in self.elements)


def reimagined(operation: ImageToImage, own: Own, seed: int) -> Own:
    """The scene after the prompt, as far from the old one as the strength says."""
    whole = only_treatments(operation.prompt) or style_alone(operation.prompt)
    strength, asked = operation.strength, _asked(operation, own, whole)
    look = choose(asked, parse(asked.prompt))
    if _own_hand(operation):
        look = own.draft.look
    if strength == 0:
        return Own(asked, replace(own.draft, look=look))
    there = composed(asked, own.draft.seed if whole else seed)
    if whole:
        goal = _toned(own, there, strength) if strength <= _SAME else there
        line = f"the whole picture -> {operation.prompt}"
    elif strength <= _SAME or own.draft.composition.scene.shot not in _SCENES:
        goal, line = _toned(own, there, strength), "the scene kept, in tones of the prompt"
    elif strength <= _LAID:
        goal, line = _recast(own, there, strength)
    else:
        goal, line = _relaxed(own, there, strength), "drawn anew after the prompt, in the picture's colours"
    goal.composition.report.resolved.append(f"strength {strength:g}: {line}")
    return Own(asked, replace(goal, look=look))


def _own_hand(operation: ImageToImage) -> bool:
    return operation.style == "any" and operation.profile is None and not hand_named(operation.prompt)


def _asked(operation: ImageToImage, own: Own, whole: bool) -> Generate:
    """The wish: of the old prompt with the new words when they only say light, season or hand."""
    width, height = own.picture.width, own.picture.height
    prompt = f"{own.asked.prompt} {operation.prompt}" if whole else operation.prompt
    if style_alone(operation.prompt):
        prompt = f"{operation.prompt} of {own.asked.prompt}"
    if _own_hand(operation):
        return asked_of(operation, own, width, height, prompt)
    return wish(operation, width, height, flat=True, prompt=prompt)


def _toned(own: Own, there: Draft, strength: float) -> Draft:
    """The old scene on its way to the prompt's tones."""
    picture = _tinted(own.picture, there.composition.picture, min(1.0, strength / _SAME) * _TINT[0])
    picture = replace(picture, background=there.composition.picture.background or picture.background)
    return replace(own.draft, composition=replace(own.draft.composition, picture=picture))


def _tinted(picture: Picture, goal: Picture, amount: float) -> Picture:
    """A picture's place in the tones of another's, its things half as far."""
    chosen = {e.id for e in picture.elements if e.role in _THINGS}
    place = drawn_colors(goal, [e for e in goal.elements if e.role not in _THINGS and e.role is not Role.TEXT])
    thing = drawn_colors(goal, [e for e in goal.elements if e.role in _SOLID])
    return between(picture, chosen, (thing, place), (amount / 2, amount))


def things(picture: Picture, nodes: list[Node]) -> list[Thing]:
    """The things of a picture one by one, largest first: the cat with its hat and shadow, then the second cat."""
    from gouache.engines.editor.scene import instances

    known, found = {node.id: node for node in nodes}, []
    for members in instances([e for e in picture.elements if e.role in _THINGS]):
        chosen = tuple(e for n, e in enumerate(e for e in picture.elements if e.role in _THINGS) if n in members)
        solid = [e for e in chosen if e.role in _SOLID]
        box = tight(replace(picture, elements=solid)) if solid else None
        if box is not None:
            found.append(Thing(chosen, box, known.get(solid[0].node or "")))
    return sorted(found, key=lambda one: -one.box.area)


def _recast(own: Own, there: Draft, strength: float) -> tuple[Draft, str]:
    """The old layout with the prompt's things in the places of the old ones, later in the prompt's place."""
    scene, old_scene = there.composition.scene, own.draft.composition.scene
    new_picture = there.composition.picture
    old, new = things(own.picture, old_scene.nodes), things(new_picture, scene.nodes)
    swapped = _pairs(old, new, strength)
    taken = [gone for _, gone in swapped if gone is not None]
    kept = [one for one in old if one not in taken and (strength < _PLACE or _named(one, new) or not new)]
    colored = _in_old_colors(new_picture, own.picture, swapped)
    placed = [e for one, gone in sorted(swapped, key=_foot) for e in _instead(colored, one, gone)]
    page, old_page = _paged(own, colored, scene, strength)
    picture = _assembled(page, old_page, own.picture, colored, [e for one in kept for e in one.elements], placed)
    draft = replace(there, composition=replace(there.composition, picture=picture))
    if kept:
        scene.nodes.extend(one.node for one in kept if one.node and one.node not in scene.nodes)
        told_to(draft, own.draft)
    told = [f"{_name(gone)} -> {_name(one)}" for one, gone in swapped if gone is not None]
    return draft, f"the old layout; {', '.join(told) if told else 'the same things'}"


def _foot(pair: tuple[Thing, Thing | None]) -> float:
    return (pair[1] or pair[0]).box.bottom


def _in_old_colors(picture: Picture, old: Picture, pairs: list[tuple[Thing, Thing | None]]) -> Picture:
    """Things in the colours of those whose place they take, unless the prompt names their own."""
    for one, gone in pairs:
        if gone is not None and not (one.node and one.node.colors):
            picture = between(picture, one.ids, (drawn_colors(old, gone.elements), None), (_COLORS[0], 0.0))
    return picture


def _paged(own: Own, there: Picture, scene: Scene, strength: float) -> tuple[Picture, bool]:
    """The place without its things: the old one, or the prompt's in the old one's tones; and whether it is the old."""
    old = own.picture
    said = (scene.setting, scene.time, scene.weather) != (None, None, None)
    other = said and (old.setting, old.time, old.weather) != (there.setting, there.time, there.weather)
    if other and strength >= _PLACE:
        place = drawn_colors(old, [e for e in old.elements if e.role not in _THINGS and e.role is not Role.TEXT])
        return between(there, [e.id for e in there.elements if e.role in _THINGS], (None, place), (0.0, 0.5)), False
    stage = (strength - _SAME) / (_LAID - _SAME)
    return _tinted(old, there, _TINT[0] + (_TINT[1] - _TINT[0]) * stage), True


def _assembled(
    page: Picture, old_page: bool, old: Picture, new: Picture, kept: list[Element], placed: list[Element]
) -> Picture:
    """Things on a page of the one or the other picture."""
    words = new.pick([Role.TEXT]) if old_page else []
    other, defs = ([*placed, *words], new.defs) if old_page else (kept, old.defs)
    renamed, both = merged(page, other, defs, fresh_prefix(page))
    if old_page:  # the old things in their tones, as they are on the page
        ids = {e.id for e in kept}
        kept, placed = [e for e in page.elements if e.id in ids], renamed[: len(placed)]
        words = renamed[len(placed) :] or page.pick([Role.TEXT])
    else:
        kept, words = renamed, page.pick([Role.TEXT])
    behind = [e for e in page.elements if e.role not in _THINGS and e.role not in _OVER]
    over = [e for e in page.elements if e.role in _OVER and e.role is not Role.TEXT]
    return replace(page, defs=both, elements=[*behind, *kept, *placed, *over, *words], title=new.title)


def _relaxed(own: Own, there: Draft, strength: float) -> Draft:
    """The prompt's own picture, its layout and colours on their way from the old ones to its own."""
    old = own.picture
    stage = (strength - _LAID) / (1 - _LAID)
    amount = _COLORS[0] + (_COLORS[1] - _COLORS[0]) * stage
    picture = in_colors_of(old, there, (amount, 0.8 * amount))
    picture = _drawn_to(picture, there, things(old, own.draft.composition.scene.nodes), 0.9 * (1 - stage))
    return replace(there, composition=replace(there.composition, picture=picture))


def in_colors_of(old: Picture, there: Draft, amounts: tuple[float, float]) -> Picture:
    """A composition in the colours of an old picture's things and place; what was given a colour in words keeps it."""
    picture = there.composition.picture
    chosen = {e.id for e in picture.elements if e.role in _THINGS}
    named = {node.id for node in there.composition.scene.nodes if node.colors}
    goals = (
        drawn_colors(old, [e for e in old.elements if e.role in _SOLID]),
        drawn_colors(old, [e for e in old.elements if e.role not in _THINGS and e.role is not Role.TEXT]),
    )
    return between(picture, chosen, goals, amounts, {e.id for e in picture.elements if e.node in named})


def _drawn_to(picture: Picture, there: Draft, old: list[Thing], amount: float) -> Picture:
    """The picture with its things drawn towards the places of old ones: one by one, or all together when tied."""
    scene = there.composition.scene
    if not old or amount <= 0 or scene.shot not in _SCENES:
        return picture
    new = things(picture, scene.nodes)
    if len(new) > 1 and any(relation.kind in _TIED for relation in scene.relations):
        found = things_of(there)
        if found is None:
            return picture
        whole = _union([one.box for one in old])
        shifts = dict.fromkeys((e.id for e in found.elements), _towards(found.box, whole, amount))
    else:
        pairs = [(one, gone) for one, gone in _pairs(old, new, 1.0, alike=True) if gone is not None]
        if _cross(pairs):  # on the way they would stand in each other
            amount = float(amount >= _EARLY)
        shifts = {e.id: _towards(one.box, gone.box, amount, _airy(one)) for one, gone in pairs for e in one.elements}
    return replace(
        picture, elements=[moved(e, *shifts[e.id]) if e.id in shifts else e for e in picture.elements]
    )  # fmt: skip


def _cross(pairs: list[tuple[Thing, Thing]]) -> bool:
    """Whether things change sides when they go to their places."""
    return any(
        (a.box.center.x - b.box.center.x) * (at.box.center.x - bt.box.center.x) < 0
        for k, (a, at) in enumerate(pairs)
        for b, bt in pairs[:k]
    )


def _union(boxes: list[Box]) -> Box:
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    return Box(left, top, max(b.right for b in boxes) - left, max(b.bottom for b in boxes) - top)


def _name(thing: Thing) -> str:
    return thing.node.concept if thing.node else thing.elements[-1].label


def _named(thing: Thing, others: list[Thing]) -> bool:
    return any(_name(thing) == _name(one) for one in others)


def _pairs(
    old: list[Thing], new: list[Thing], strength: float, *, alike: bool = False
) -> list[tuple[Thing, Thing | None]]:
    """New things with the old one whose place each takes; the largest goes last.

    What is the same already stays as it is, unless `alike` wants it paired with itself.
    """
    free = [one for one in old if alike or not _named(one, new)]
    pairs: list[tuple[Thing, Thing | None]] = []
    for one in new:
        if not alike and _named(one, old):
            continue
        fitting = [gone for gone in free if _airy(gone) == _airy(one)]
        gone = min(fitting, key=lambda gone: _differs(gone, one), default=None)
        if gone is not None:
            free.remove(gone)
        pairs.append((one, gone))
    late = strength < _SUBJECT
    return [(one, gone) for one, gone in pairs if not (late and gone is not None and gone is old[0])]


def _differs(one: Thing, other: Thing) -> float:
    if _name(one) == _name(other):
        return -1.0
    kinds = (one.node.kind if one.node else None) != (other.node.kind if other.node else None)
    return float(kinds) + abs(one.box.area - other.box.area) / max(one.box.area, other.box.area, 1.0)


def _airy(thing: Thing) -> bool:
    return thing.node is not None and thing.node.kind in (Kind.CELESTIAL, Kind.EFFECT)


def _instead(picture: Picture, one: Thing, gone: Thing | None) -> list[Element]:
    """A thing of the picture in another's place and as large; without another where it stood."""
    elements = [e for e in picture.elements if e.id in one.ids]
    if gone is None:
        return elements
    return [moved(e, *_towards(one.box, gone.box, 1.0, _airy(one))) for e in elements]


def _towards(box: Box, goal: Box, amount: float, floats: bool = False) -> tuple[float, float, float]:
    """Scale and shift that bring a box to another: centred over it, on the same foot."""
    fit = min(max(min(goal.w / max(box.w, 1), goal.h / max(box.h, 1)), _FIT[0]), _FIT[1])
    scale = 1 + (fit - 1) * amount
    x = box.center.x + (goal.center.x - box.center.x) * amount
    before, after = (box.center.y, goal.center.y) if floats else (box.bottom, goal.bottom)
    y = before + (after - before) * amount
    return scale, x - box.center.x * scale, y - before * scale
