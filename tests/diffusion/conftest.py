"""Tiny checkpoints, pulled from a folder through the same code as real ones, and an engine over them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from gouache.engines.base import Context, Image
from gouache.engines.diffusion import weights
from gouache.engines.diffusion.engine import Diffusion
from gouache.engines.diffusion.families import FAMILIES
from gouache.engines.diffusion.registry import checkpoints
from gouache.engines.diffusion.sample import Pixels
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.operations import Operation, Source

if TYPE_CHECKING:
    from gouache.engines.diffusion.sampler import Sampler

if find_spec("torch") is None:  # `make test`: without the extra there is nothing to collect
    collect_ignore_glob = ["test_*.py"]
else:
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", TQDM_DISABLE="1", DIFFUSERS_VERBOSITY="error")

_ADAPTERS = {"sdxl-style": "tiny/ip:sdxl_models/*.safetensors tiny/ip:models/image_encoder/*"}
SIZE = 64


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("filterwarnings", "ignore:`FluxPosEmbed` is deprecated:FutureWarning")  # in Chroma


@dataclass
class Desk:
    """Pictures that came in, by digest, and what the engine told meanwhile."""

    kept: dict[str, bytes] = field(default_factory=dict)
    told: list[tuple[float, str]] = field(default_factory=list)
    canceled: Callable[[], bool] = lambda: False

    def source(self, pixels: Pixels, made_by: dict[str, object] | None = None) -> Source:
        done, data = cv2.imencode(".png", cv2.cvtColor(pixels, cv2.COLOR_RGBA2BGRA) if pixels.ndim == 3 else pixels)
        assert done
        digest = hashlib.sha256(data.tobytes()).hexdigest()
        self.kept[digest] = data.tobytes()
        height, width = pixels.shape[:2]
        return Source(sha256=digest, media_type="image/png", width=width, height=height, made_by=made_by)

    def context(self) -> Context:
        return Context(
            progress=lambda fraction, stage: self.told.append((fraction, stage)),
            canceled=lambda: self.canceled(),
            read=lambda source: self.kept[source.sha256],
        )


def row(name: str, family: str, **changes: str) -> str:
    """A line of an operator's own registry, for a tiny checkpoint."""
    kind = FAMILIES[family]
    guidance = "2.0" if kind.negative and kind.unguided else "1.0" if kind.references else "0.0"
    cells = {
        "name": name, "family": family, "repository": f"tiny/{family}", "revision": "main", "licence": "CC0-1.0",
        "permissive": "yes", "lora": _ADAPTERS.get(family, ""), "bf16": "0.01", "fp8": "0.01", "steps": "2",
        "guidance": guidance, "least": "4096", "native": "4096", "most": "16384", "modes": " ".join(kind.pipelines),
        "purpose": "tests",
    }  # fmt: skip
    return "\t".join((cells | changes).values())


@pytest.fixture(scope="session", autouse=True)
def small_pictures() -> Iterator[None]:
    """Pipelines that bring what they look at to a size of their own, 1 MP, bring it to 64 px instead."""
    from diffusers.pipelines.flux import pipeline_flux_kontext, pipeline_flux_kontext_inpaint
    from diffusers.pipelines.qwenimage import pipeline_qwenimage_edit_inpaint, pipeline_qwenimage_edit_plus

    patch, dimensions = pytest.MonkeyPatch(), pipeline_qwenimage_edit_inpaint.calculate_dimensions
    for kontext in (pipeline_flux_kontext, pipeline_flux_kontext_inpaint):
        patch.setattr(kontext, "PREFERRED_KONTEXT_RESOLUTIONS", [(64, 64), (64, 96), (96, 64)])
    patch.setattr(pipeline_qwenimage_edit_plus, "VAE_IMAGE_SIZE", SIZE * SIZE)
    patch.setattr(pipeline_qwenimage_edit_plus, "CONDITION_IMAGE_SIZE", SIZE * SIZE)
    patch.setattr(
        pipeline_qwenimage_edit_inpaint, "calculate_dimensions", lambda _, ratio: dimensions(SIZE * SIZE, ratio)
    )
    yield
    patch.undo()


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A saved pipeline of every family."""
    import torch

    from tests.diffusion import tiny

    torch.set_num_threads(1)  # a second thread only costs at this size
    root = tmp_path_factory.mktemp("tiny")
    return {family: tiny.save(family, root / family) for family in tiny.FAMILIES}


@pytest.fixture(scope="session")
def settings(folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> DiffusionSettings:
    """Settings under which every tiny checkpoint `tiny-<family>` is pulled."""
    root = tmp_path_factory.mktemp("gpu")
    registry = root / "own.tsv"
    registry.write_text("\n".join(row(f"tiny-{family}", family) for family in folders), encoding="utf-8")
    made = DiffusionSettings(models_dir=root / "models", registry=registry, device="cpu", warm=False)
    for family, folder in folders.items():
        weights.pull(checkpoints(registry)[f"tiny-{family}"], made, source=folder)
    return made


@pytest.fixture(scope="session")
def sampler(settings: DiffusionSettings) -> Sampler:
    from gouache.engines.diffusion.sampler import Sampler

    return Sampler(settings)


@pytest.fixture(scope="session")
def engines(settings: DiffusionSettings, sampler: Sampler) -> Iterator[Callable[[str], Diffusion]]:
    """The engine that prefers the tiny checkpoint of a family; all share one sampler."""
    made: dict[str, Diffusion] = {}

    def engine(family: str) -> Diffusion:
        if family not in made:
            made[family] = Diffusion(settings.model_copy(update={"model": f"tiny-{family}"}), sampler)
        return made[family]

    yield engine
    for one in made.values():
        one.close()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def draw(engine: Diffusion, operation: Operation, desk: Desk) -> list[Image]:
    return list(engine.run(operation, desk.context()))


def drawn(engine: Diffusion, operation: Operation, desk: Desk) -> list[Pixels]:
    """The pixels of the pictures of an operation."""
    made = [image.pixels for image in draw(engine, operation, desk)]
    return [pixels for pixels in made if pixels is not None]


def photo(width: int = SIZE, height: int = SIZE) -> Pixels:
    """A smooth opaque picture."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    planes = [255 * x / width, 255 * y / height, 128 + 80 * np.sin((x + y) / 9), np.full_like(x, 255)]
    return np.dstack(planes).round().astype(np.uint8)


def hole(width: int = SIZE, height: int = SIZE) -> Pixels:
    """A mask with a white box in the middle."""
    mask = np.zeros((height, width), np.uint8)
    mask[height // 4 : 3 * height // 4, width // 4 : 3 * width // 4] = 255
    return mask
