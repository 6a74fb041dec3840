"""Prompt to scene graph, by rules and tables: no model, the same scene every time."""

from __future__ import annotations

from gouache.engines.composer.art import pack
from gouache.engines.composer.lexicon.vocabulary import TableVocabulary, Vocabulary
from gouache.engines.composer.parse.assemble import assemble
from gouache.engines.composer.parse.framing import strip
from gouache.engines.composer.parse.graph import read
from gouache.engines.composer.parse.nesting import fold, with_heads
from gouache.engines.composer.parse.phrases import Chunker
from gouache.engines.composer.parse.quotes import lift
from gouache.engines.composer.parse.tagging import tag
from gouache.engines.composer.parse.tokens import tokenize
from gouache.engines.composer.scene import Scene, Shot

__all__ = ["parse"]

LETTERED = (Shot.POSTER, Shot.LOGO, Shot.CARD, Shot.ICON, Shot.STICKER)


def parse(prompt: str, vocabulary: Vocabulary | None = None) -> Scene:
    """The scene that a prompt of any text describes. Never raises; an empty prompt is an empty scene.

    `vocabulary` guesses what words are that the tables do not know; usually that of the art pack, where there is one.
    """
    words = vocabulary or _usual()
    bare, texts = lift(prompt)
    units, frame = strip(tag(tokenize(bare)))
    chunker = Chunker(units, words)
    items = fold(with_heads(chunker.chunks()), words)
    found = read(items, texts, words, frame.shot in LETTERED)
    return assemble(prompt, found, frame, chunker.ignored, words)


def _usual() -> Vocabulary:
    art = pack()
    return art.vocabulary() if art is not None else TableVocabulary()
