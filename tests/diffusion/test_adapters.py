"""Low-rank adapters: pulled beside their checkpoint, fused, and gone from the network afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from gouache.engines.diffusion import weights
from gouache.engines.diffusion.errors import WeightsMissing
from gouache.engines.diffusion.families import FAMILIES
from gouache.engines.diffusion.loading import Loaded
from gouache.engines.diffusion.registry import checkpoints
from gouache.engines.diffusion.sample import Pixels, Sample, Watch
from gouache.engines.diffusion.sampler import Sampler
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.engines.diffusion.speed import denoiser
from tests.diffusion.conftest import row

_WATCH = Watch(lambda _: None, lambda: False)
TARGETS = ["to_q", "to_k"]
ADAPTED = ["z-image", "flux2-klein", "flux", "qwen-image", "sdxl", "sd3"]


def adapter(source: Path, file: Path, seed: int) -> None:
    """Random low-rank weights for the network of a saved pipeline, as trainers save them."""
    import diffusers
    from peft import LoraConfig
    from peft.utils import get_peft_model_state_dict

    pipe: Any = diffusers.DiffusionPipeline.from_pretrained(source)
    torch.manual_seed(seed)
    network: Any = denoiser(pipe)
    network.add_adapter(LoraConfig(r=2, target_modules=TARGETS, init_lora_weights=False))
    name = "unet_lora_layers" if hasattr(pipe, "unet") else "transformer_lora_layers"
    layers = get_peft_model_state_dict(network)
    pipe.save_lora_weights(file.parent, **{name: layers}, weight_name=file.name)


class Shelf:
    """Checkpoints of one family with different adapters, all pulled from the same folder."""

    def __init__(self, root: Path, family: str, source: Path, **adapters: str) -> None:
        self.family, self.registry = family, root / "own.tsv"
        lines = [row(name, family, lora=lora) for name, lora in {"plain": "", **adapters}.items()]
        self.registry.write_text("\n".join(lines), encoding="utf-8")
        self.settings = DiffusionSettings(models_dir=root / "models", registry=self.registry, device="cpu")
        for name in ("plain", *adapters):
            weights.pull(checkpoints(self.registry)[name], self.settings, source)
        self.sampler = Sampler(self.settings)

    def drawn(self, name: str) -> Pixels:
        kind = FAMILIES[self.family]
        guidance = 2.0 if kind.negative and kind.unguided else 0.0
        return self.sampler([Sample(name, "text", "a fox", 64, 64, 1, 2, guidance)], _WATCH)[0].pixels

    def loaded(self, name: str) -> Loaded:
        return self.sampler.residency.get(name)


@pytest.mark.parametrize("family", ADAPTED)
def test_adapters_are_fused_and_leave_nothing_behind(folders: dict[str, Path], tmp_path: Path, family: str) -> None:
    source = shutil.copytree(folders[family], tmp_path / "source")
    for seed, name in enumerate(("one", "two")):
        adapter(folders[family], source / "lora" / f"{name}.safetensors", seed)
    one, both, weak = "a/b:one*", "a/b:one* a/b:two*", "a/b:one*::0"
    shelf = Shelf(tmp_path, family, source, one=one, both=both, weak=weak)
    made = {name: shelf.drawn(name) for name in ("plain", "one", "both", "weak")}
    assert not np.array_equal(made["one"], made["plain"])
    assert not np.array_equal(made["both"], made["one"])
    assert np.array_equal(made["weak"], made["plain"])
    for name in made:
        assert not [part for part, _ in denoiser(shelf.loaded(name).pipe).named_modules() if "lora" in part]


def test_an_adapter_brings_its_schedule(folders: dict[str, Path], tmp_path: Path) -> None:
    source = shutil.copytree(folders["sdxl"], tmp_path / "source")
    adapter(folders["sdxl"], source / "lora" / "sdxl_lightning_4step_lora.safetensors", 1)
    shelf = Shelf(tmp_path, "sdxl", source, quick="a/b:sdxl_lightning_4step_lora.safetensors:trailing")
    plain, quick = (shelf.loaded(name).pipe.scheduler.config for name in ("plain", "quick"))
    assert (plain.timestep_spacing, quick.timestep_spacing) == ("linspace", "trailing")


def test_adapters_of_other_networks_are_refused(folders: dict[str, Path], tmp_path: Path) -> None:
    source = shutil.copytree(folders["flux"], tmp_path / "source")
    adapter(folders["sdxl"], source / "lora" / "wrong.safetensors", 1)
    shelf = Shelf(tmp_path, "flux", source, wrong="a/b:wrong*")
    with pytest.raises(WeightsMissing, match=r"wrong cannot be loaded: .*wrong\.safetensors"):
        shelf.drawn("wrong")


def test_schedules_that_nobody_knows_are_told(folders: dict[str, Path], tmp_path: Path) -> None:
    source = shutil.copytree(folders["flux"], tmp_path / "source")
    adapter(folders["flux"], source / "lora" / "one.safetensors", 1)
    shelf = Shelf(tmp_path, "flux", source, odd="a/b:one*:hasty")
    with pytest.raises(WeightsMissing, match="odd cannot be loaded: no schedule 'hasty'; known: lightning, trailing"):
        shelf.drawn("odd")


def test_an_adapter_that_is_not_there_is_not_pulled(folders: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing, match=r"no file lora/\*8step\*"):
        Shelf(tmp_path, "flux", folders["flux"], quick="a/b:*8step*:lightning")
