"""From scene nodes to drawings: characters with what they hold and wear, carriers, everything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from gouache.engines.composer import rng
from gouache.engines.composer.adapt.describe import HEAD
from gouache.engines.composer.drawing import Drawing, upturned
from gouache.engines.composer.extras import WEATHER, known_effect
from gouache.engines.composer.imprint import printed, silhouetted
from gouache.engines.composer.layout import Figure
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.request import Report
from gouache.engines.composer.resolve import draw, resolve
from gouache.engines.composer.resolve.resolution import Means, Resolution
from gouache.engines.composer.rig import Character, Held, Worn, draw_character, draw_pair, dress, paired, species
from gouache.engines.composer.scene import Kind, Node, Rel, Scene, Shot

UNPLACED = frozenset({Kind.SETTING, Kind.SURFACE})
MOST = 30  # instances of one node
_HANDS = {"left": "left", "right": "right", "both": "both"}
_AGES = {"old": {"old", "elderly", "aged"}, "child": {"little"}}
_ALIVE = frozenset({Kind.PERSON, Kind.ANIMAL})
_ALIKE = frozenset({"identical", "twin", "alike"})
_UPSIDE_DOWN = frozenset({"upside down", "upside-down", "inverted"})
_LYING = frozenset({"lying", "sleeping", "relaxing", "sunbathing", "resting", "reclining", "lounging", "napping"})
_SEATED = frozenset({"sitting", "seated", "kneeling", "crouching", "riding", "driving", "reading", "relaxing"})
_AT_REST = frozenset({"swinging", "rocking", "waiting"})
_LOUNGERS = frozenset({"bed", "sun lounger", "hammock", "lounger", "deck chair", "beach chair"})


@dataclass(slots=True)
class Attached:
    """What a node has in its hands, on its body, at its mouth."""

    held: list[Node] = field(default_factory=list)
    worn: list[Node] = field(default_factory=list)
    used: list[Node] = field(default_factory=list)
    eaten: list[Node] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.held or self.worn or self.used or self.eaten)

    @property
    def in_hand(self) -> list[Node]:
        return [*self.held, *self.used, *self.eaten]


@dataclass(slots=True)
class Cast:
    """Everything that is drawn as a subject, in prompt order."""

    figures: dict[str, Figure] = field(default_factory=dict)
    report: Report = field(default_factory=Report)


def attachments(scene: Scene) -> dict[str, Attached]:
    """Per node id, what it holds, wears, uses and eats."""
    table: dict[str, Attached] = {}
    lists = {Rel.HOLDING: "held", Rel.WEARING: "worn", Rel.USING: "used", Rel.EATING: "eaten"}
    known = {node.id: node for node in scene.nodes}
    for relation in scene.relations:
        name = lists.get(relation.kind)
        if name and relation.object in known and relation.subject in known and relation.object != relation.subject:
            getattr(table.setdefault(relation.subject, Attached()), name).append(known[relation.object])
    return table


def _carried(attached: dict[str, Attached]) -> set[str]:
    """Ids of nodes that somebody else has on or in hand."""
    return {node.id for item in attached.values() for node in (*item.in_hand, *item.worn)}


def pose_of(node: Node, scene: Scene, attached: Attached) -> str:
    """The pose that a node's words and relations ask for."""
    seats = [scene.node(r.object) for r in scene.related(Rel.ON, subject=node.id)]
    if scene.related(Rel.RIDING, subject=node.id):
        return _astride(scene, node)
    if node.pose in _LYING or (node.pose is None and any(s.concept in _LOUNGERS for s in seats)):
        return "lying" if seats or node.pose == "lying" else node.pose or "lying"
    if node.pose == "playing" and not attached.used:
        return "jumping"  # at play, not at a computer
    if node.pose in _AT_REST and any(_is_seat(s) for s in seats):
        return "sitting"
    if node.pose:
        return node.pose
    if any(_is_seat(s) for s in seats) and node.kind in _ALIVE:
        return "sitting"
    if attached.eaten:
        return "eating"
    if attached.used:
        return "using"
    return "standing"


def _astride(scene: Scene, node: Node) -> str:
    mount = scene.node(scene.related(Rel.RIDING, subject=node.id)[0].object)
    boards = ("skateboard", "surfboard", "snowboard", "skis", "ski", "scooter", "wave")
    return "surfing" if mount.concept in boards else "riding"


def _mates(scene: Scene, carried: set[str]) -> dict[str, str]:
    """Ids of those who do something together (hug, shake hands), each pair once; two of one node are a pair too."""
    free = {n.id: n for n in scene.nodes if n.kind in _ALIVE and n.id not in carried}
    mates: dict[str, str] = {}
    for relation in scene.relations:
        one, other = free.get(relation.subject), free.get(relation.object)
        taken = {*mates, *mates.values()}
        if one is None or other is None or one.id in taken or other.id in taken or one is other:
            continue
        if relation.kind in (Rel.NEXT_TO, Rel.FACING) and one.count == other.count == 1 and paired(one.pose):
            mates[one.id] = other.id
    return mates | {n.id: n.id for n in free.values() if n.count == 2 and paired(n.pose)}


def _growth(found: Resolution) -> float:
    """Children are drawn clearly smaller than the softened scale would have them."""
    return 0.72 if found.name in ("boy", "girl", "child", "baby") else 1.0


def _is_seat(node: Node) -> bool:
    entry = concept(node.concept)
    return entry is not None and "seat" in entry.traits


def _placeable(node: Node) -> bool:
    """An effect that nothing can paint (a campfire) is a thing after all."""
    if node.kind is Kind.EFFECT:
        return known_effect(node) is None and node.concept not in WEATHER
    return node.kind not in UNPLACED


def _match_counts(scene: Scene) -> None:
    """Two people riding bicycles: as many bicycles as riders, when the prompt does not count the bicycles."""
    for relation in scene.related(Rel.RIDING):
        rider, mount = scene.node(relation.subject), scene.node(relation.object)
        uncounted = len(mount.phrase.split()) <= len(mount.concept.split())
        if mount.count > 1 and uncounted:
            mount.count = rider.count


@dataclass(slots=True)
class Casting:
    """One run over a scene's nodes."""

    scene: Scene
    look: str
    seed: int
    attached: dict[str, Attached] = field(default_factory=dict)
    prints: Mapping[str, list[Node]] = field(default_factory=dict)
    wish: str | None = None  # pose of a lone creature whose pose the prompt leaves open
    result: Cast = field(default_factory=Cast)

    @classmethod
    def of(cls, scene: Scene, look: str, seed: int, prints: Mapping[str, list[Node]] | None = None) -> Casting:
        return cls(scene, look, seed, attachments(scene), prints or {})

    def run(self) -> Cast:
        carried = _carried(self.attached)
        _match_counts(self.scene)
        mates = _mates(self.scene, carried)
        for node in self.scene.nodes:
            if node.id in carried or not _placeable(node) or node.id in mates.values() and node.id not in mates:
                continue
            if node.id in mates:
                self.result.figures[node.id] = self._pair(node, self.scene.node(mates[node.id]))
                continue
            self.result.figures[node.id] = self.figure(node)
        return self.result

    def resolution(self, node: Node, needs_rig: bool) -> Resolution:
        """What a node is drawn as, with a line for the report."""
        found = resolve(node, self.look, needs_rig)
        report = self.result.report
        if found.stands_in_for:
            report.approximated.append(f"{found.stands_in_for} -> {found.concept.name}")
        else:
            report.resolved.append(node.concept)
        return found

    def figure(self, node: Node) -> Figure:
        """A node's drawings, acting as its words and relations ask; a silhouette in one dark tone."""
        made = self._figure(node)
        if _UPSIDE_DOWN & set(node.modifiers):
            made = replace(made, drawings=tuple(upturned(drawing) for drawing in made.drawings))
        if "silhouette" not in node.modifiers:
            return made
        return replace(made, drawings=tuple(silhouetted(drawing) for drawing in made.drawings))

    def _figure(self, node: Node) -> Figure:
        attached = self.attached.get(node.id, Attached())
        pose = pose_of(node, self.scene, attached)
        if self.wish and pose == "standing" and node.kind in _ALIVE:
            pose = self.wish
        close = self.scene.shot in (Shot.PORTRAIT, Shot.CLOSEUP) and self._sitter() == node.id
        needs_rig = self._needs_rig(node, attached, pose, close) or HEAD in node.modifiers
        found = self.resolution(node, needs_rig)
        if found.means is Means.CHARACTER:
            return self._character(node, found, attached, pose, close)
        return self._thing(node, found, attached)

    def _sitter(self) -> str | None:
        """The one living thing of a portrait; several are drawn whole."""
        carried = _carried(self.attached)
        alive = [n for n in self.scene.nodes if n.kind in _ALIVE and n.id not in carried]
        return alive[0].id if len(alive) == 1 and alive[0].count == 1 else None

    def _needs_rig(self, node: Node, attached: Attached, pose: str, close: bool) -> bool:
        if node.kind is Kind.PERSON:
            return True
        acting = bool(attached) or pose != "standing" or bool(node.expression or node.extra_arms)
        return node.kind is Kind.ANIMAL and (acting or close)

    def _thing(self, node: Node, found: Resolution, attached: Attached) -> Figure:
        drawings = []
        for i in range(min(MOST, node.count)):
            own = _of_many(node, i)
            art = self._printed(draw(found, own, self.look, rng.stream(self.seed, f"{node.id}/{i}")), node, found)
            if attached:
                art = dress(art, tuple(self._worn(attached)), tuple(self._held(attached, i, node)))
            drawings.append(art)
        text = node.text or _held_text(attached)
        return Figure(node, tuple(drawings), found.concept, found.concept.metres, mirrorable=not text, text=text)

    def _character(self, node: Node, found: Resolution, attached: Attached, pose: str, close: bool) -> Figure:
        drawings = []
        text = _held_text(attached)
        for i in range(min(MOST, node.count)):
            held = self._held(attached, i, node)
            drawings.append(draw_character(self._sheet(node, found, pose, close, held, self._worn(attached), i)))
        lying, seated = pose in _LYING, pose in _SEATED or pose.startswith("sitting ")
        height = found.concept.metres * (0.55 if lying else 0.8 if seated else 1.0) * _growth(found)
        return Figure(
            node, tuple(drawings), found.concept, height,
            mirrorable=not text, seated=seated, lying=lying, bust=close, text=text,
        )  # fmt: skip

    def _pair(self, one: Node, other: Node) -> Figure:
        """Two who do something with each other, as one drawing."""
        sheets, found = [], []
        for index, node in enumerate((one, other)):
            attached = self.attached.get(node.id, Attached())
            found.append(self.resolution(node, True))
            held, worn = self._held(attached, index, node), self._worn(attached)
            sheets.append(self._sheet(node, found[-1], one.pose or "standing", False, held, worn, index))
        ratio = found[1].concept.metres / found[0].concept.metres
        art = draw_pair(sheets[0], sheets[1], ratio)
        return Figure(one, (art,), found[0].concept, max(f.concept.metres for f in found))

    def _sheet(
        self, node: Node, found: Resolution, pose: str, close: bool, held: list[Held], worn: list[Worn], index: int
    ) -> Character:
        return Character(
            species=found.name,
            form="bust" if close else "head" if HEAD in node.modifiers and not (held or worn) else "auto",
            pose=pose,
            expression=node.expression or "happy",
            held=tuple(held),
            worn=tuple(worn),
            colors=node.colors,
            age=next((age for age, words in _AGES.items() if words & set(node.modifiers)), None),
            role=_role(node),
            parts=(*node.parts, *node.modifiers),
            extra_arms=node.extra_arms,
            seed=rng.stream(self.seed, f"{node.id}/{_individual(node, index)}").randrange(1 << 30),
        )

    def _held(self, attached: Attached, index: int, holder: Node) -> list[Held]:
        """What instance `index` holds: a single thing goes to the first of several holders."""
        items: list[Held] = []
        for node in attached.in_hand:
            if node.count < holder.count and index >= node.count and holder.count > 1 and node in attached.held:
                continue
            copies = 1 if holder.count > 1 else min(2, node.count)
            items.extend(self._in_hand(node, copy) for copy in range(copies))
        return items

    def _in_hand(self, node: Node, copy: int) -> Held:
        return Held(self.drawing_of(node, copy), node.concept, _hand(node))

    def drawing_of(self, node: Node, copy: int = 0) -> Drawing:
        """A node's own drawing; its text is written later, over everything."""
        found = self.resolution(node, node.kind is Kind.PERSON)
        dice = rng.stream(self.seed, f"{node.id}/{copy}")
        if found.means is Means.CHARACTER:
            art = draw_character(Character(species=found.name, colors=node.colors, seed=dice.randrange(1 << 30)))
            return silhouetted(art) if "silhouette" in node.modifiers else art
        return self._printed(draw(found, node, self.look, dice), node, found)

    def _printed(self, art: Drawing, node: Node, found: Resolution) -> Drawing:
        """The drawing with the pictures that are on it."""
        guests = self.prints.get(node.id, [])
        pictures = [self.drawing_of(guest, copy) for guest in guests for copy in range(max(1, guest.count))]
        return printed(art, pictures, found.concept.kind) if pictures else art

    def _worn(self, attached: Attached) -> list[Worn]:
        found = []
        for node in attached.worn:
            color = node.colors[0] if node.colors else None
            name = f"leather {node.concept}" if node.material == "leather" else node.concept
            found.append(Worn(name, color, self.drawing_of(node)))
        return found


def _individual(node: Node, index: int) -> int:
    """Twins look the same."""
    return 0 if _ALIKE & set(node.modifiers) else index


def _of_many(node: Node, index: int) -> Node:
    """Three squares in blue, red and white: one colour each."""
    if node.count < 2 or len(node.colors) != node.count:
        return node
    return replace(node, colors=(node.colors[index],))


def _role(node: Node) -> str | None:
    """The trade or costume that a name tells: a cat chef, a knight in shining armour."""
    known = species()
    words = (node.concept, *reversed(node.concept.split()), *node.modifiers)
    return next((word for word in words if word in known and known[word].kind == "person"), None)


def _held_text(attached: Attached) -> str:
    """The words on what is held or worn."""
    return next((node.text for node in (*attached.in_hand, *attached.worn) if node.text), "")


def _hand(node: Node) -> str:
    return next((_HANDS[word] for word in node.modifiers if word in _HANDS), "auto")


def cast(
    scene: Scene, look: str, seed: int, prints: Mapping[str, list[Node]] | None = None, wish: str | None = None
) -> Cast:
    """Drawings for every node that has a place of its own in the picture.

    `prints` are pictures on a node's front; `wish` is the pose of a creature that the prompt gives none.
    """
    casting = Casting.of(scene, look, seed, prints)
    casting.wish = wish
    result = casting.run()
    result.report.resolved = _unique(result.report.resolved)
    result.report.approximated = _unique(result.report.approximated)
    return result


def _unique(lines: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(lines))
