"""Pulling, checking and removing weights; licences."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from gouache.engines.diffusion import weights
from gouache.engines.diffusion.choice import choose
from gouache.engines.diffusion.errors import LicenseNotAccepted, WeightsMissing
from gouache.engines.diffusion.registry import Checkpoint, checkpoint
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.operations import Generate, Variate
from tests.diffusion.conftest import Desk, photo, row

Pulled = tuple[Checkpoint, DiffusionSettings, Path]


@pytest.fixture
def pulled(folders: dict[str, Path], tmp_path: Path) -> Pulled:
    """A checkpoint from a folder that may be spoilt."""
    source = shutil.copytree(folders["z-image"], tmp_path / "source")
    registry = tmp_path / "own.tsv"
    registry.write_text(row("mine", "z-image"), encoding="utf-8")
    settings = DiffusionSettings(models_dir=tmp_path / "models", registry=registry, device="cpu")
    return checkpoint("mine", registry), settings, source


def test_what_was_pulled_is_whole_until_a_byte_changes(pulled: Pulled) -> None:
    mine, settings, source = pulled
    made = weights.pull(mine, settings, source)
    assert made.files["model_index.json"][0] == (source / "model_index.json").stat().st_size
    assert weights.ready(mine, settings) == made
    assert list(weights.verify(mine, settings)) == []
    part = weights.folder(mine, settings) / "vae" / "diffusion_pytorch_model.safetensors"
    data = bytearray(part.read_bytes())
    data[-1] ^= 1
    part.write_bytes(data)
    assert list(weights.verify(mine, settings)) == ["vae/diffusion_pytorch_model.safetensors: its bytes have changed"]
    part.write_bytes(data[:-5])
    with pytest.raises(WeightsMissing, match="cut short"):
        weights.ready(mine, settings)
    assert weights.remove(mine, settings) > 100_000
    assert not weights.installed(mine, settings)


@pytest.mark.parametrize("kind", ["no index", "wrong class", "own code", "no part", "short", "no header", "lost shard"])
def test_what_is_not_whole_is_not_taken(pulled: Pulled, kind: str) -> None:
    mine, settings, source = pulled
    index, part = source / "model_index.json", source / "vae" / "diffusion_pytorch_model.safetensors"
    stored = json.loads(index.read_text())
    if kind == "no index":
        index.unlink()
    elif kind == "wrong class":
        index.write_text(json.dumps(stored | {"_class_name": "FluxPipeline"}))
    elif kind == "own code":
        index.write_text(json.dumps(stored | {"vae": ["evil", "Evil"]}))
    elif kind == "no part":
        shutil.rmtree(part.parent)
    elif kind == "short":
        part.write_bytes(part.read_bytes()[:-1])
    elif kind == "no header":
        part.write_bytes(b"\xff" * 64)
    else:
        weight_map = {"weight_map": {"x": "model-00002-of-00002.safetensors"}}
        part.with_suffix(".safetensors.index.json").write_text(json.dumps(weight_map))
    with pytest.raises(WeightsMissing):
        weights.pull(mine, settings, source)
    assert not weights.folder(mine, settings).exists()


def test_code_and_pickles_are_left_behind(pulled: Pulled) -> None:
    mine, settings, source = pulled
    for name in ("pipeline.py", "vae/weights.bin", "old.ckpt"):
        (source / name).write_bytes(b"x")
    made = weights.pull(mine, settings, source)
    assert not [name for name in made.files if name.endswith((".py", ".bin", ".ckpt"))]


def test_terms_that_are_not_free_must_be_accepted(pulled: Pulled) -> None:
    _, settings, source = pulled
    assert settings.registry is not None
    settings.registry.write_text(row("terms", "z-image", permissive="no", licence="Research"), encoding="utf-8")
    terms = checkpoint("terms", settings.registry)
    with pytest.raises(LicenseNotAccepted, match="Research"):
        weights.pull(terms, settings, source)
    assert weights.pull(terms, settings, source, accepted=True).accepted
    assert weights.ready(terms, settings)
    by_setting = settings.model_copy(update={"accept_licenses": ("terms",)})
    weights.remove(terms, settings)
    assert not weights.pull(terms, by_setting, source).accepted
    assert weights.ready(terms, by_setting)
    with pytest.raises(LicenseNotAccepted):
        weights.ready(terms, settings)


def test_a_checkpoint_is_chosen_for_what_it_can_do(settings: DiffusionSettings, tmp_path: Path, desk: Desk) -> None:
    prefers = settings.model_copy(update={"model": "tiny-flux"})
    assert choose(Generate(prompt="x"), prefers).name == "tiny-flux"
    assert choose(Variate(image=desk.source(photo())), settings).name in {"tiny-z-image", "tiny-flux2-klein"}
    empty = settings.model_copy(update={"models_dir": tmp_path})
    with pytest.raises(WeightsMissing, match="gouache models pull"):
        choose(Generate(prompt="x"), empty)
