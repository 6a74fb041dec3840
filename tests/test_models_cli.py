"""`gouache models`, and the tables behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from gouache.cli import app, main
from gouache.engines.diffusion.families import FAMILIES
from gouache.engines.diffusion.prompts import style_of, words_of
from gouache.engines.diffusion.registry import checkpoints, tiers
from gouache.engines.diffusion.sizes import fitted, legal
from gouache.errors import GouacheError, Invalid
from gouache.operations import Generate, PaletteColor
from gouache.styles.profile import StyleProfile, Swatch, Traits
from gouache.tables import rows

_ROW = "mine\tz-image\ta/b\tmain\tMIT\tyes\t\t20\t10\t8\t0\t262144\t1048576\t4194304\ttext image\tx"


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("GOUACHE_DATA_DIR", str(tmp_path))
    return CliRunner()


def test_every_checkpoint_of_the_tiers_can_be_loaded() -> None:
    known = checkpoints()
    assert {name for tier in tiers() for name in tier.names} <= known.keys()
    assert [tier.gigabytes for tier in tiers()][-1] == 0
    for checkpoint in known.values():
        assert checkpoint.modes <= FAMILIES[checkpoint.family].pipelines.keys()
        assert checkpoint.least <= checkpoint.native <= checkpoint.most
    defaults = [known[tier.names[0]] for tier in tiers()]
    assert all(checkpoint.permissive for checkpoint in defaults)


def test_the_list_says_what_is_here_and_what_is_not_free(shell: CliRunner) -> None:
    printed = shell.invoke(app, ["models", "list"], catch_exceptions=False).stdout
    assert "z-image-turbo" in printed
    assert "FLUX Non-Commercial *" in printed
    assert " here " not in printed


def test_an_operators_own_checkpoints_are_listed(
    shell: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(_ROW, encoding="utf-8")
    monkeypatch.setenv("GOUACHE_DIFFUSION_REGISTRY", str(own))
    assert "mine" in shell.invoke(app, ["models", "list"], catch_exceptions=False).stdout
    for bad in (_ROW.rpartition("\t")[0], _ROW.replace("text", "video"), _ROW.replace("\t20\t", "\tbig\t")):
        own.write_text(bad, encoding="utf-8")
        with pytest.raises(Invalid, match="mine"):
            checkpoints(own)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["pull", "nope"], "known: qwen-image"),
        (["pull", "sdxl"], "--accept-license"),
        (["pull", "z-image-turbo", "--from", "/nonexistent/weights"], "no folder"),
        (["remove", "sdxl"], "not here"),
    ],
)
def test_what_cannot_be_done_is_said(shell: CliRunner, arguments: list[str], words: str) -> None:
    result = shell.invoke(app, ["models", *arguments])
    assert result.exit_code != 0
    assert isinstance(result.exception, GouacheError)
    assert words in result.exception.message


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("DIFFUSION_PRECISION", "int2", "gouache: GOUACHE_DIFFUSION_PRECISION: Input should be 'auto'"),
        ("DIFFUSION_VRAM_GIGABYTES", "none", "gouache: GOUACHE_DIFFUSION_VRAM_GIGABYTES: "),
        ("DIFFUSION_REGISTRY", "/nonexistent/own.tsv", "gouache: GOUACHE_DIFFUSION_REGISTRY /nonexistent/own.tsv: "),
    ],
)
def test_wrong_settings_are_a_line(
    name: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(f"GOUACHE_{name}", value)
    monkeypatch.setattr("sys.argv", ["gouache", "models", "list"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith(words)
    assert said.count("\n") == 1


def test_licences_are_accepted_by_name(shell: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOUACHE_DIFFUSION_ACCEPT_LICENSES", "sdxl, flux1-dev")
    for name in ("sdxl", "flux1-dev"):
        result = shell.invoke(app, ["models", "pull", name, "--from", "/nonexistent/weights"])
        assert isinstance(result.exception, GouacheError)
        assert "no folder" in result.exception.message


def test_doctor_says_what_is_missing(shell: CliRunner) -> None:
    printed = shell.invoke(app, ["models", "doctor"], catch_exceptions=False).stdout
    assert "gouache models pull" in printed


def test_every_style_has_words() -> None:
    for _, style, substyle, *_ in rows("gouache.vocabulary", "styles.tsv"):
        assert style == "any" or style_of(style, substyle).words
        assert style == "any" or not substyle or style_of(style, substyle) != style_of(style, None)
    told = words_of(Generate(prompt="a fox.", style="realistic_image", palette=(PaletteColor(color="#ff6348"),)))
    assert told.prompt == ("a fox. photograph, natural light, realistic detail. only these colours: tomato (#ff6348)")
    assert "drawing" in told.negative


def test_a_style_of_ones_own_is_put_into_words() -> None:
    strong = {"contrast": 0.9, "flatness": 0.9, "roundness": 0.9}
    traits = Traits.model_validate(dict.fromkeys(Traits.model_fields, 0.1) | strong)
    profile = StyleProfile(base="icon", palette=(Swatch(color="#000080", weight=1),), traits=traits)
    told = words_of(Generate(prompt="a fox", profile=profile)).prompt
    assert "flat areas of colour, strong contrast, thick outlines, rounded shapes, in navy (#000080)" in told


@pytest.mark.parametrize("size", [(1024, 1024), (1434, 1024), (1820, 1024), (64, 64), (4096, 4096), (300, 1000)])
def test_sizes_are_legal_and_lead_back(size: tuple[int, int]) -> None:
    import numpy as np

    checkpoint = checkpoints()["z-image-turbo"]
    found = legal(*size, checkpoint, 16)
    assert found.width % 16 == found.height % 16 == 0
    assert 0.85 * checkpoint.least <= found.width * found.height <= checkpoint.most
    assert found.width / found.height == pytest.approx(size[0] / size[1], rel=0.05)
    drawn = np.zeros((found.height, found.width, 3), np.uint8)
    assert fitted(drawn, *size).shape == (size[1], size[0], 3)
