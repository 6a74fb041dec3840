"""Five colours for a design, and the fonts that go with its mood."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from gouache.engines.composer.color import contrast, distance, lab, lch, mix, shift
from gouache.engines.composer.shots.tables import hits, rows

READABLE = 4.5


@dataclass(frozen=True, slots=True)
class Scheme:
    """`ground` behind, `ink` for text, `main` for the mark, `accent` for little, `soft` for large quiet shapes."""

    ground: str
    ink: str
    main: str
    accent: str
    soft: str

    @property
    def dark(self) -> bool:
        return lab(self.ground).L < 0.55

    def on(self, ground: str) -> str:
        """The scheme's most readable colour on a ground; black or white when none is readable."""
        best = max((self.ink, self.ground), key=lambda c: contrast(c, ground))
        if contrast(best, ground) >= READABLE:
            return best
        return max(("#000000", "#ffffff"), key=lambda c: contrast(c, ground))

    def readable(self, color: str, ground: str) -> str:
        """A colour of the scheme for text on a ground: moved in lightness until it reads, or the ink."""
        step = -0.03 if lab(ground).L > 0.55 else 0.03
        for _ in range(8):
            if contrast(color, ground) >= READABLE:
                return color
            color = shift(color, step)
        return self.on(ground)

    def plate(self, fill: str) -> str:
        """A fill made a little deeper (or paler) where that lets the page's own paper colour be read on it."""
        paper, moved = self.ground, fill
        step = -0.02 if lab(paper).L > lab(fill).L else 0.02
        for _ in range(7):
            if contrast(paper, moved) >= READABLE:
                return moved
            moved = shift(moved, step)
        return fill

    def inverted(self) -> Scheme:
        """Ink and ground change places."""
        return replace(self, ground=self.ink, ink=self.ground, soft=mix(self.ink, self.main, 0.35))


@dataclass(frozen=True, slots=True)
class Pairing:
    """Fonts of a design: headline and running text."""

    head: str
    body: str
    case: str | None
    tracking: float


def choose_pairing(prompt: str, shot: str, rng: random.Random) -> Pairing:
    """The pairing whose mood the prompt names; else any that suits the shot."""
    fit = [(hits(row[6], prompt) + 0.4 * (shot in row[5].split(",")), row) for row in rows("pairings.tsv")]
    best = max(score for score, _ in fit)
    row = rng.choice([row for score, row in fit if score == best])
    return Pairing(row[1], row[2], "upper" if row[3] == "yes" else None, float(row[4]))


def choose_scheme(
    prompt: str, palette: tuple[str, ...], background: str | None, wanted: tuple[str, ...], rng: random.Random
) -> Scheme:
    """The asked-for palette as a scheme, or a curated one by the prompt's words; `wanted` are named object colours."""
    if palette:
        return _onto(of_palette(palette, background), background)
    scored = [(hits(row[6], prompt), Scheme(*row[1:6])) for row in rows("schemes.tsv")]
    best = max(score for score, _ in scored)
    fit = [scheme for score, scheme in scored if score == best]
    if not best and rng.random() < 0.8:  # unasked, a light page is the safer one
        fit = [scheme for scheme in fit if not scheme.dark and scheme.main != scheme.ink]
    scheme = rng.choice(fit)
    if wanted:
        scheme = _with_main(scheme, wanted)
    return _onto(scheme, background)


def _with_main(scheme: Scheme, wanted: tuple[str, ...]) -> Scheme:
    """The named colour becomes the mark's; one that would vanish on the ground turns the ground round."""
    main = wanted[0]
    if distance(main, scheme.ground) < 0.2:
        scheme = scheme.inverted()
    accent = wanted[1] if len(wanted) > 1 else scheme.main if distance(scheme.main, main) > 0.15 else scheme.accent
    return replace(scheme, main=main, accent=accent)


def _onto(scheme: Scheme, background: str | None) -> Scheme:
    if not background or background == scheme.ground:
        return scheme
    ink = max((scheme.ink, scheme.ground, "#161616", "#ffffff"), key=lambda c: min(7.0, contrast(c, background)))
    main = scheme.main if distance(scheme.main, background) > 0.18 else ink
    accent = scheme.accent if distance(scheme.accent, background) > 0.15 else mix(ink, background, 0.3)
    return Scheme(background, ink, main, accent, mix(background, main, 0.25))


def of_palette(palette: tuple[str, ...], background: str | None = None) -> Scheme:
    """One to ten colours given roles: the palest (or darkest) behind, the starkest for text, the vivid for show."""
    light = sorted(palette, key=lambda c: lab(c).L)
    ground = background or (light[-1] if lab(light[-1]).L > 0.8 or lab(light[0]).L > 0.35 else light[0])
    if not background and len(palette) == 1:
        ground = "#ffffff" if lab(palette[0]).L < 0.75 else "#161616"
    others = [c for c in palette if distance(c, ground) > 0.02] or ["#161616" if lab(ground).L > 0.6 else "#ffffff"]
    ink = max(others, key=lambda c: contrast(c, ground))
    vivid = sorted(others, key=lambda c: (-lch(c).C, c))
    main = vivid[0] if contrast(vivid[0], ground) > 1.25 else ink
    rest = [c for c in vivid if c not in (main, ink)] or [c for c in vivid if c != main] or [main]
    soft = rest[1] if len(rest) > 1 else mix(ground, main, 0.22)
    return Scheme(ground, ink, main, rest[0], soft)
