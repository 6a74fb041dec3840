"""Texts that the picture shall show: what stands in quotes, and what follows "saying" without them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouache.engines.composer.parse.tokens import MARK

LONGEST = 400  # characters of one text

# An apostrophe opens a quote only after a gap and closes one only before a gap: those in "it's" and "dogs'" do neither.
_QUOTED = re.compile(
    rf"[\"“”„]([^\"“”„]{{1,{LONGEST}}})[\"“”]"
    rf"|[«‹]([^»›]{{1,{LONGEST}}})[»›]"
    rf"|「([^」]{{1,{LONGEST}}})」"
    rf"|(?:(?<=^)|(?<=[\s(:,;=]))[‘'](?!(?:n|em|til|cause|bout)\b)"
    rf"((?:[^'’\n]|(?<=\w)['’](?=\w)){{1,{LONGEST}}})['’](?!\w)"
)
_CALLED = r"(?:called|titled|entitled|named)"
_CUE = (
    r"\b(?:(?:that|which|and)\s+)?(?:says?|saying|reads|spells?|spelling)(?:\s+out)?"
    r"|\b(?:with|has|have|having|bearing|displaying|shows?|showing|in|of|contain(?:s|ing)|includ(?:es|ing)|wr(?:itten|ote))"
    r"?\s*(?:the\s+(?:saying|name|number|quote)|(?:the|a)\s+(?:\w+\s+)?"
    r"(?:texts?|words?|phrase|title|slogan|caption|headline|message|lettering|inscription|letters?))"
    r"(?:\s+(?:that\s+)?(?:says?|saying|reads|reading|of|is|being))?"
    r"|\b(?:captioned|labell?ed|inscribed|marked|printed|lettered|emblazoned|engraved)(?:\s+with)?"
    r"(?:\s+(?:the\s+)?(?:texts?|words?|phrase|letters?|title|name))?"
    r"|\breading|\b(?:called|titled|entitled|named)"
)
_CUED_MARK = re.compile(rf"(?:{_CUE})\s*[:,]?\s*(?={MARK})", re.IGNORECASE)
_END = (
    rf"(?=\s*(?:[,.;:!?]?\s*$|[,;\n{MARK}]|[.!?](?:\s|$)"
    r"|\s(?:in|on|at|under|above|below|behind|beside|near|against|with|over)\s+(?:an?|the|his|her|its|their|front|it|them)\b"
    r"|\s(?:at\s+(?:night|sunset|dusk|dawn)|written|painted|printed|hanging|standing|next\s+to|surrounded|in\s+\w+\s+(?:letters|font|type))\b))"
)
_BARE = re.compile(
    rf"\b(?:(?:that|which)\s+(?:says|reads|spells)|saying|(?<!\bwho )says|spelling(?:\s+out)?|"
    rf"with\s+the\s+(?:text|words?|phrase|title|slogan|caption|headline|message|inscription)|"
    rf"{_CALLED}|captioned|labell?ed)\s*:?\s+(?!{MARK})([^\W_][^,;\n{MARK}]{{0,120}}?){_END}",
    re.IGNORECASE,
)
_ONE_WORD = re.compile(
    rf"\b(?:the\s+)(?:words?|letters?)\s+(?!{MARK}|on\b|in\b|is\b|are\b|of\b|and\b|that\b)([^\W_][\w'-]*)",
    re.IGNORECASE,
)
_SIGN_READS = re.compile(
    rf"\b(?:sign|banner|poster|billboard|board|placard|label|plaque|shirt|cover|mug|cake|card)\s+(?:reads|reading)\s+"
    rf"(?!{MARK})([^\W_][^,;\n{MARK}]{{0,120}}?){_END}",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"\b(?:writing|writes|wrote|written|spells?|spelling|painting|carving)\s+([A-Z][A-Z0-9'!?-]+(?:\s+[A-Z][A-Z0-9'!?-]+)*)(?!\w)"
)
_WRITTEN = re.compile(
    r"\b(?:with|and)\s+([A-Z0-9][^\s,]*(?:\s+[A-Z0-9][^\s,]*){0,5})\s+(?=(?:written|painted|printed|engraved|embroidered)\b)"
)
_SPACED = re.compile(r"(?<![\w'’])([A-Z](?: [A-Z]){3,})(?![\w'’])")
_NAMED = re.compile(rf"\b{_CALLED}\s*[:,]?\s*$", re.IGNORECASE)

_SAID = re.compile(r"\b(?:says?|saying|yelling|shouting|screaming|exclaiming|asking)\s*[:,]?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """`name` tells a name ("a dog named 'Max'") from an inscription, `said` what somebody may be saying."""

    text: str
    name: bool = False
    said: bool = False


def lift(prompt: str) -> tuple[str, list[Text]]:
    """The prompt with a MARK for each text, and the texts in order."""
    texts: list[tuple[int, Text]] = []
    prompt = prompt.replace(MARK, " ")

    def take(match: re.Match[str], source: str) -> str:
        body = next(group for group in match.groups() if group is not None)
        text = " ".join(body.split()).rstrip(",").strip()
        if not text:
            return " "
        lead = source[: match.start()] + match[0][: match[0].rindex(body)].rstrip("\"'“‘« ")
        texts.append((len(texts), Text(text, bool(_NAMED.search(lead)), bool(_SAID.search(lead)))))
        return _keep(match, body)

    def _keep(match: re.Match[str], body: str) -> str:
        before = match[0][: match[0].rindex(body)] if match.re is not _QUOTED else ""
        return f"{before} {MARK}{len(texts) - 1}{MARK} "

    for pattern in (_QUOTED, _SPACED, _CAPITALS, _BARE, _SIGN_READS, _ONE_WORD, _WRITTEN):
        source = prompt
        prompt = pattern.sub(lambda m, s=source: take(m, s), prompt)  # type: ignore[misc]
    order = [int(number) for number in re.findall(rf"{MARK}(\d+){MARK}", prompt)]
    prompt = re.sub(rf"{MARK}\d+{MARK}", MARK, prompt)
    return _CUED_MARK.sub(" ", prompt), [texts[number][1] for number in order]
