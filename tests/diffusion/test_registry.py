"""The tables of checkpoints and tiers agree with the families and with each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouache.engines.diffusion.families import family
from gouache.engines.diffusion.loading import SCHEDULES
from gouache.engines.diffusion.registry import Checkpoint, checkpoint, checkpoints, tiers
from gouache.errors import Invalid, NotFound
from tests.diffusion.conftest import row


@pytest.mark.parametrize("known", checkpoints().values(), ids=lambda known: known.name)
def test_checkpoints_claim_what_their_family_does(known: Checkpoint) -> None:
    kind = family(known.family)
    assert known.modes
    assert known.modes <= set(kind.pipelines)
    assert known.least <= known.native <= known.most
    assert known.gigabytes_fp8 <= known.gigabytes
    assert known.permissive == (known.licence in {"Apache-2.0", "MIT"})
    assert known.repository.count("/") == 1
    assert {adapter.schedule for adapter in known.adapters} <= {"", *SCHEDULES}
    assert (kind.ip_adapter is None) or len(known.adapters) == 2


def test_every_tier_draws_and_edits_with_something_that_fits() -> None:
    known = checkpoints()
    for tier in tiers():
        best, editor = known[tier.names[0]], known[tier.editors[0]]
        assert {*tier.names, *tier.editors} <= set(known)
        assert "text" in best.modes
        assert "inpaint" in editor.modes
        assert best.gigabytes_fp8 <= max(tier.gigabytes, 13)  # what does not fit waits in main memory
        assert any("reference" in known[name].modes for name in (*tier.names, *tier.editors))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("mine\tz-image", "2 columns, 16 are needed"),
        (row("mine", "z-image", modes="text hear"), "unknown modes hear"),
        (row("mine", "z-image", steps="many"), "'many'"),
        (row("mine", "z-image", lora="a/b:*.safetensors::heavy"), "heavy"),
    ],
)
def test_bad_rows_are_told(tmp_path: Path, line: str, words: str) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(line, encoding="utf-8")
    with pytest.raises(Invalid, match=words):
        checkpoint("mine", own)


def test_adapters_are_read_one_by_one(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(row("mine", "qwen-image", lora="a/quick:*8step*:lightning b/ink:::0.8"), encoding="utf-8")
    quick, ink = checkpoint("mine", own).adapters
    assert (quick.repository, quick.pattern, quick.schedule, quick.weight) == ("a/quick", "*8step*", "lightning", 1)
    assert (ink.repository, ink.pattern, ink.schedule, ink.weight) == ("b/ink", "*.safetensors", "", 0.8)
    with pytest.raises(NotFound, match="known: qwen-image"):
        checkpoint("nobody", own)
