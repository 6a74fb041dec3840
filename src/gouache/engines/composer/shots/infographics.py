"""Infographics: a title and numbered panels, each with a picture of its word where there is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouache.engines.composer.color import distance, mix
from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.picture import Role
from gouache.engines.composer.resolve import draw, resolve
from gouache.engines.composer.scene import Kind, Node
from gouache.engines.composer.shots.page import Page
from gouache.engines.composer.svg import rect, tag

MOST = 6  # panels
_LONG = 9  # letters of a word that needs a wide panel
_SURE = 0.7  # confidence from which a word gets a picture
_LIST = re.compile(r":\s*([^.:;]+)")
_COUNTED = re.compile(
    r"\b(\d|two|three|four|five|six)[ -](?:easy |simple |key |main )?(?:step|stage|phase|tip|way|fact|part)s?\b"
)
_TOPIC = re.compile(
    r"\b(how to .+?|(?:\d+|two|three|four|five|six) (?:easy |simple |key )?(?:tips|ways|facts|reasons|rules) .+?(?=:)"
    r"|(?<=about )\S.*?|(?<=showing )\S.*?|(?<=explaining )\S.*?|(?<=on )\S.*?|(?<= of )\S.*?)"
    r"(?=\s+(?:with|in|using|that|for)\b|[,.:;]|$)"
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


@dataclass(frozen=True, slots=True)
class Outline:
    """What an infographic says: its title and the words of its panels (empty where only their number is said)."""

    title: str
    items: tuple[str, ...]


def outline(page: Page) -> Outline | None:
    """The outline that the prompt gives, or None when it lists and counts nothing."""
    items = page.copy.rest if len(page.copy.rest) > 1 else _listed(page.prompt)
    counted = _COUNTED.search(page.prompt.lower())
    if not items and counted:
        said = counted.group(1)
        items = ("",) * (_NUMBERS.get(said) or int(said))
    if len(items) < 2:
        return None
    topic = _TOPIC.search(page.prompt)
    said = topic.group(1).strip() if topic else ""
    title = page.copy.headline or said[:1].upper() + said[1:]
    return Outline(title, tuple(items[:MOST]))


def _listed(prompt: str) -> tuple[str, ...]:
    lists = [found.group(1) for found in _LIST.finditer(prompt) if "," in found.group(1)]
    words = re.split(r",|\band\b|→|->", lists[-1]) if lists else []
    return tuple(word.strip().strip("\"'“”") for word in words if 0 < len(word.strip()) <= 32)


def compose_infographic(page: Page, plan: Outline) -> None:
    """Panels side by side on wide and square pages, below each other on tall ones, joined by arrows."""
    page.ground()
    top = 0.24 if plan.title else 0.08
    if plan.title:
        page.write(plan.title, page.area(0.08, 0.06, 0.92, 0.2), max_lines=2)
    tall = page.h > 1.2 * page.w
    whole = page.whole if page.cast.nodes and all(resolve(n).stands_in_for is None for n in page.cast.nodes) else None
    if whole is not None and not any(_picture(page, item) for item in plan.items):
        page.art(whole, page.area(0.3, top, 0.7, top + 0.26))
        top += 0.28
    longest = max(len(word) for item in plan.items for word in (item or "x").split())
    boxes = _cells(page, len(plan.items), top, tall, longest > _LONG)
    size = min(page.m * 0.06, boxes[0].w * 0.86 / (0.62 * longest))
    for number, (item, box) in enumerate(zip(plan.items, boxes, strict=True), 1):
        _panel(page, number, item, box, size)
    for one, other in zip(boxes, boxes[1:], strict=False):
        if one.y == other.y or tall:
            _arrow(page, one, other)


def _cells(page: Page, count: int, top: float, tall: bool, wordy: bool) -> list[Box]:
    columns = 1 if tall else count if count <= 4 and not (wordy and count > 2) else 2 if count <= 4 else 3
    lines = -(-count // columns)
    area = page.area(0.06, top, 0.94, 0.92)
    gap = page.m * 0.045
    w = (area.w - gap * (columns - 1)) / columns
    h = min((area.h - gap * (lines - 1)) / lines, w * 1.75)
    y = area.y + (area.h - h * lines - gap * (lines - 1)) / 2
    return [Box(area.x + (i % columns) * (w + gap), y + (i // columns) * (h + gap), w, h) for i in range(count)]


def _panel(page: Page, number: int, item: str, box: Box, size: float) -> None:
    """A card with its number on top, the picture in the middle, the word at the foot."""
    s = page.scheme
    tone = (s.main, s.accent, s.soft)[number % 3 - 1]
    if distance(tone, s.ground) < 0.12:
        tone = s.main
    card = mix(s.ground, tone, 0.16 if not s.dark else 0.3)
    wide = box.w > 1.3 * box.h
    page.paint("panel", Role.PROP, rect(box, card, rx=min(box.w, box.h) * 0.08), box)
    r = min(box.w, box.h) * (0.2 if wide else 0.15)
    disc = Point(box.x + r * 1.5, box.center.y) if wide else Point(box.center.x, box.y + r * 1.5)
    page.disc(disc, r, tone, "number", Role.PROP)
    page.write(str(number), Box(disc.x - r * 0.6, disc.y - r * 0.6, r * 1.2, r * 1.2), ground=tone, max_lines=1)
    left = box.x + (r * 3 if wide else box.w * 0.1)
    words = Box(
        left, box.y + box.h * (0.3 if wide else 0.78), box.x + box.w * 0.95 - left, box.h * (0.4 if wide else 0.16)
    )
    picture = _picture(page, item)
    if picture is not None:
        room = box.w * 0.3 if wide else box.w * 0.8
        at = Box(box.right - room * 1.08, box.y + box.h * 0.12, room, box.h * 0.76) if wide else Box(
            box.x + box.w * 0.1, disc.y + r * 1.4, room, words.y - disc.y - r * 1.8)  # fmt: skip
        page.art(picture, at)
        words = Box(words.x, words.y, at.x - words.x - r * 0.2, words.h) if wide else words
    elif not wide:
        words = Box(words.x, disc.y + r * 1.6, words.w, box.bottom - disc.y - r * 2.2)
    said = item[:1].upper() + item[1:]
    page.write(said, words, head=False, ground=card, max_lines=2, font="poppins-medium", max_size=size)


def _picture(page: Page, item: str) -> Drawing | None:
    """The drawing of a panel's word, if it names something that can be drawn."""
    for name in (item.lower(), item.lower().rpartition(" ")[2]):
        if not name:
            continue
        entry = concept(name)
        node = Node("item", name, name, entry.kind if entry else Kind.THING)
        found = resolve(node)
        if found.confidence >= _SURE and found.stands_in_for is None:
            return draw(found, node, "flat", page.rng)
    return None


def _arrow(page: Page, one: Box, other: Box) -> None:
    s, d = page.scheme, page.m * 0.014
    if one.y == other.y:
        x, y = (one.right + other.x) / 2, one.center.y
        points = f"{x - d},{y - d * 1.5} {x + d},{y} {x - d},{y + d * 1.5}"
    else:
        x, y = one.center.x, (one.bottom + other.y) / 2
        points = f"{x - d * 1.5},{y - d} {x + d * 1.5},{y - d} {x},{y + d}"
    page.paint("arrow", Role.PROP, tag("polygon", points=points, fill=s.ink))
