"""The sampler itself: batches, embeddings, cancelling, memory, caches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch

from gouache.engines.diffusion import device, speed
from gouache.engines.diffusion.errors import OutOfMemory, SamplingFailed, UnsupportedDevice
from gouache.engines.diffusion.families import FAMILIES
from gouache.engines.diffusion.sample import Pixels, Sample, Watch
from gouache.engines.diffusion.sampler import Sampler
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.errors import Canceled

DRAWING = [name for name, kind in FAMILIES.items() if "text" in kind.pipelines]
_WATCH = Watch(lambda _: None, lambda: False)


def sample(family: str = "z-image", prompt: str = "a red panda", seed: int = 1, **more: Any) -> Sample:
    kind = FAMILIES[family]
    values = {"steps": 2, "guidance": 2.0 if kind.negative and kind.unguided else 0.0} | more
    return Sample(f"tiny-{family}", "text", prompt, 64, 64, seed, **values)


def one(sampler: Sampler, wanted: Sample, watch: Watch = _WATCH) -> Pixels:
    return sampler([wanted], watch)[0].pixels


@pytest.fixture
def own(settings: DiffusionSettings) -> Iterator[Sampler]:
    """A sampler that may be spoilt."""
    made = Sampler(settings)
    yield made
    made.residency.keep_only(None)


@pytest.mark.parametrize("family", DRAWING)
def test_a_picture_is_the_same_in_every_batch(sampler: Sampler, family: str) -> None:
    prompts = ["a", "a much longer prompt, with more words than the other ones", "a dog"]
    wanted = [sample(family, prompt, seed) for seed, prompt in enumerate(prompts)]
    together = sampler(wanted, _WATCH)
    for picture, alone in zip(together, wanted, strict=True):
        assert np.abs(picture.pixels.astype(int) - one(sampler, alone)).max() <= 1
    assert not np.array_equal(together[0].pixels, together[1].pixels)


def test_prompts_are_encoded_once(own: Sampler) -> None:
    for seed in range(3):
        one(own, sample(seed=seed))
    assert (own.embeddings.misses, own.embeddings.hits) == (1, 2)
    one(own, sample("qwen-image", negative="cats"))
    assert own.embeddings.misses == 3


def test_the_embeddings_kept_are_limited(settings: DiffusionSettings) -> None:
    small = Sampler(settings.model_copy(update={"embedding_megabytes": 0}))
    one(small, sample(prompt="a"))
    one(small, sample(prompt="b"))
    one(small, sample(prompt="a"))
    assert small.embeddings.misses == 3


@pytest.mark.parametrize("family", DRAWING)
def test_drawing_stops_between_steps(sampler: Sampler, family: str) -> None:
    told: list[float] = []
    with pytest.raises(Canceled):
        one(sampler, sample(family, steps=10), Watch(told.append, lambda: len(told) >= 3))
    assert told == pytest.approx([0.1, 0.2, 0.3])
    assert one(sampler, sample(family)).shape == (64, 64, 3)


def test_models_make_room_for_each_other(settings: DiffusionSettings) -> None:
    tight = Sampler(settings.model_copy(update={"vram_gigabytes": 0.004}))
    first = one(tight, sample("z-image"))
    one(tight, sample("qwen-image"))
    assert tight.residency.names == ("tiny-qwen-image",)
    assert np.array_equal(one(tight, sample("z-image")), first)
    wide = Sampler(settings)
    for family in ("z-image", "flux", "z-image"):
        one(wide, sample(family))
    assert wide.residency.names == ("tiny-flux", "tiny-z-image")


class Choking:
    """A network that has no memory for more than `most` pictures, or none left at all."""

    def __init__(self, network: Any, most: int) -> None:
        self.plain, self.most, self.calls = network.forward, most, 0
        network.forward = self

    def __call__(self, latents: Any, *rest: Any, **more: Any) -> Any:
        self.calls += 1
        if len(latents) > self.most:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB")
        return self.plain(latents, *rest, **more)


def test_out_of_memory_a_batch_is_drawn_one_by_one(own: Sampler) -> None:
    wanted = [sample(seed=seed) for seed in range(3)]
    expected = [one(own, alone) for alone in wanted]
    one(own, sample("flux"))
    choking = Choking(own.residency.get("tiny-z-image").pipe.transformer, most=1)
    made = own(wanted, _WATCH)
    assert all(np.array_equal(a.pixels, b) for a, b in zip(made, expected, strict=True))
    assert own.residency.names == ("tiny-z-image",)
    choking.most = 0
    with pytest.raises(OutOfMemory, match="does not fit"):
        own(wanted[:1], _WATCH)
    choking.most = 1
    assert np.array_equal(one(own, wanted[0]), expected[0])


def test_what_breaks_fails_its_own_job(own: Sampler) -> None:
    network = own.residency.get("tiny-z-image").pipe.transformer
    plain = network.forward

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("shapes do not match\nmore of it")

    network.forward = broken
    with pytest.raises(SamplingFailed, match="tiny-z-image broke: shapes do not match$"):
        one(own, sample())
    network.forward = plain
    assert one(own, sample()).std() > 0


def test_no_numbers_are_no_picture(own: Sampler) -> None:
    with torch.no_grad():
        own.residency.get("tiny-z-image").pipe.vae.decoder.conv_out.bias.fill_(float("nan"))
    with pytest.raises(SamplingFailed, match="not a number"):
        one(own, sample())


@pytest.mark.parametrize("family", ["flux", "qwen-image"])
@pytest.mark.parametrize("kind", ["first_block", "taylor"])
def test_step_caches_are_for_many_steps_and_told(settings: DiffusionSettings, family: str, kind: str) -> None:
    caching = Sampler(settings.model_copy(update={"step_cache": kind, "step_cache_threshold": 0.9}))
    few, many = (caching([sample(family, steps=steps)], _WATCH)[0] for steps in (4, 20))
    assert not [word for word in few.means if "cache" in word]
    assert [word for word in many.means if word.startswith(f"step cache {kind}") and word.endswith("(lossy)")]
    plain = Sampler(settings)([sample(family, steps=20)], _WATCH)[0]
    assert many.pixels.shape == plain.pixels.shape
    again = caching([sample(family, steps=20)], _WATCH)[0]
    assert np.array_equal(many.pixels, again.pixels)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"device": "cuda"}, "no GPU"),
        ({"device": "tpu"}, "known: auto, cpu, cuda"),
        ({"precision": "fp8"}, "no 8-bit floats"),
    ],
)
def test_devices_that_cannot_are_told(settings: DiffusionSettings, change: dict[str, str], words: str) -> None:
    if torch.cuda.is_available() and change != {"device": "tpu"}:
        pytest.skip("this machine can")
    with pytest.raises(UnsupportedDevice, match=words):
        one(Sampler(settings.model_copy(update=change)), sample())


def test_errors_of_the_device_are_told_apart() -> None:
    assert isinstance(device.diagnosed(torch.OutOfMemoryError("x")), OutOfMemory)
    lost = device.diagnosed(RuntimeError("CUDA error: an illegal memory access was encountered\nmore"))
    assert lost is not None
    assert lost.code == "gpu_lost"
    assert device.diagnosed(ValueError("x")) is None


def test_only_wide_layers_of_blocks_are_worth_8_bits() -> None:
    chosen = speed.big_linear(("img_mlp",))
    wide, narrow = torch.nn.Linear(1024, 2048, device="meta"), torch.nn.Linear(1024, 64, device="meta")
    assert chosen(wide, "transformer_blocks.0.attn.to_q")
    assert chosen(wide, "layers.3.feed_forward.w1")
    assert not chosen(narrow, "transformer_blocks.0.attn.to_q")
    assert not chosen(wide, "transformer_blocks.0.img_mlp.net.0.proj")
    assert not chosen(wide, "proj_out")


def test_attention_without_a_kernel_goes_back_to_the_plain_one(own: Sampler) -> None:
    expected = one(own, sample())
    loaded = own.residency.get("tiny-z-image")
    network: Any = loaded.pipe.transformer
    plain, loaded.means = network.forward, ["attention native_cudnn"]

    def picky(*arguments: Any, **more: Any) -> Any:
        if loaded.means:
            raise RuntimeError("No available kernel. Aborting execution.")
        return plain(*arguments, **more)

    network.forward = picky
    made = own([sample()], _WATCH)[0]
    assert np.array_equal(made.pixels, expected)
    assert not [word for word in made.means if "attention" in word]
