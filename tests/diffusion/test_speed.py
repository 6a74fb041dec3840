"""What makes it fast: proven on a CPU to be the same arithmetic, without breaks, and for all sizes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch._dynamo.testing import CompileCounter
from torch.utils._python_dispatch import TorchDispatchMode

from gouache.engines.diffusion import health, rotary, speed, unmasked, vae
from gouache.engines.diffusion.embeddings import tokens_of
from gouache.engines.diffusion.families import family
from gouache.engines.diffusion.pixels import rgb
from gouache.engines.diffusion.sample import Sample, Watch
from gouache.engines.diffusion.sampler import Sampler
from gouache.engines.diffusion.settings import DiffusionSettings
from tests.diffusion import tiny

_GUIDANCE = {"z-image": 0.0, "flux2-klein": 1.0, "flux": 0.0, "qwen-image": 1.0}
_LONG = "a much longer prompt with words in it, more of them than the thirty-two tokens that some networks pad to"
_WATCH = Watch(lambda _: None, lambda: False)


@pytest.fixture
def open_shapes() -> Iterator[None]:
    """Nothing compiled before, and the compiler's settings as they were."""
    import torch.fx.experimental._config as shapes

    torch._dynamo.reset()
    before = torch._dynamo.config.recompile_limit, shapes.use_duck_shape
    yield
    torch._dynamo.config.recompile_limit, shapes.use_duck_shape = before
    torch._dynamo.reset()


@pytest.fixture
def own(settings: DiffusionSettings) -> Iterator[Sampler]:
    """A sampler that may be spoilt."""
    made = Sampler(settings)
    yield made
    made.residency.keep_only(None)


def sample(name: str, prompt: str = "a red panda", seed: int = 1, width: int = 64, **more: Any) -> Sample:
    values = {"steps": 2, "guidance": _GUIDANCE[name]} | more
    return Sample(f"tiny-{name}", "text", prompt, width, 64, seed, **values)


def compiled(sampler: Sampler, name: str, backend: Any) -> Any:
    """The loaded checkpoint of a family, tuned as on a GPU, for another compiler."""
    loaded = sampler.residency.get(f"tiny-{name}")
    rotary.real(speed.denoiser(loaded.pipe))
    speed.compile_blocks(loaded.pipe, DiffusionSettings(models_dir=Path("/nowhere")), backend=backend)
    loaded.means.append("compiled blocks")
    return loaded


@pytest.mark.timeout(600)  # the compiler's front end is slow, on a busy machine very
@pytest.mark.usefixtures("open_shapes")
@pytest.mark.parametrize(("name", "kinds"), [("flux2-klein", 2), ("z-image", 2), ("qwen-image", 1), ("flux", 2)])
def test_blocks_are_compiled_whole_and_once_for_all_sizes_and_prompts(own: Sampler, name: str, kinds: int) -> None:
    wanted = [sample(name, steps=1), sample(name, _LONG, width=96, steps=1), sample(name, "b", width=128, steps=1)]
    plain = [own([one], _WATCH)[0].pixels for one in wanted]
    counter = CompileCounter()
    compiled(own, name, counter)
    fast = [own([one], _WATCH)[0].pixels for one in wanted]
    assert all(np.abs(a.astype(int) - b).max() <= 1 for a, b in zip(fast, plain, strict=True))
    decoders = counter.frame_count - kinds
    assert 2 <= decoders <= 3  # for one size, for all others; a CPU takes other convolutions above some size


@pytest.mark.timeout(600)  # the compiler's front end is slow, on a busy machine very
@pytest.mark.usefixtures("open_shapes")
@pytest.mark.parametrize("kind", ["first_block", "taylor"])
def test_step_caches_go_around_compiled_blocks(own: Sampler, kind: Any) -> None:
    counter = CompileCounter()
    loaded = compiled(own, "qwen-image", counter)
    one = sample("qwen-image", steps=20)
    full = own([one], _WATCH)[0].pixels
    before, calls = counter.frame_count, list[int]()
    block = loaded.pipe.transformer.transformer_blocks[1]
    whole = block.forward

    def counted(*given: Any, **named: Any) -> Any:
        calls.append(1)
        return whole(*given, **named)

    block.forward = counted
    own._settings = own._settings.model_copy(update={"step_cache": kind, "step_cache_threshold": 0.5})
    drawn = own([one], _WATCH)[0]
    assert any(word.startswith(f"step cache {kind}") for word in drawn.means)
    assert counter.frame_count == before
    assert 1 <= len(calls) <= 8
    assert np.abs(drawn.pixels.astype(int) - full).mean() < 8
    own._settings = own._settings.model_copy(update={"step_cache": "none"})
    assert np.array_equal(own([one], _WATCH)[0].pixels, full)


@pytest.mark.timeout(600)  # the compiler's front end is slow, on a busy machine very
@pytest.mark.usefixtures("open_shapes")
def test_where_nothing_compiles_layers_run_one_by_one(own: Sampler) -> None:
    expected = own([sample("qwen-image")], _WATCH)[0].pixels

    def no_compiler(*_: Any) -> Any:
        raise RuntimeError("Failed to find C compiler. Please specify via CC environment variable.")

    compiled(own, "qwen-image", no_compiler)
    made = own([sample("qwen-image")], _WATCH)[0]
    assert np.array_equal(made.pixels, expected)
    assert "compiled blocks" not in made.means
    assert any("not compiled" in word for word in made.means)


@pytest.mark.timeout(600)
@pytest.mark.usefixtures("open_shapes")
def test_a_decoder_that_does_not_compile_leaves_the_blocks_compiled(own: Sampler) -> None:
    expected = own([sample("qwen-image", steps=1)], _WATCH)[0].pixels
    graphs: list[int] = []

    def picky(graph: Any, _inputs: Any) -> Any:
        graphs.append(sum(node.target is torch.conv2d for node in graph.graph.nodes))
        if graphs[-1]:
            raise RuntimeError("LoweringException: no such kernel")
        return graph.forward

    compiled(own, "qwen-image", picky)
    made = own([sample("qwen-image", steps=1)], _WATCH)[0]
    assert np.abs(made.pixels.astype(int) - expected).max() <= 1
    assert "compiled blocks" in made.means
    assert graphs[0] == 0
    assert any(graphs)


@pytest.mark.parametrize("name", ["z-image", "qwen-image"])
def test_rotary_positions_in_reals_are_the_same(name: str) -> None:
    torch.manual_seed(0)
    pipe = tiny.FAMILIES[name]()
    pipe.set_progress_bar_config(disable=True)
    plain = [_latents(pipe, name, count) for count in (1, 2)]
    assert rotary.real(pipe.transformer)
    for before, count in zip(plain, (1, 2), strict=True):  # two prompts of two lengths are masked
        assert torch.allclose(_latents(pipe, name, count), before, atol=1e-5)
    assert not rotary.real(tiny.FAMILIES["flux2-klein"]().transformer)


def _latents(pipe: Any, name: str, count: int) -> Any:
    prompts = ["a red panda", _LONG][:count]
    dice = [torch.Generator().manual_seed(seed) for seed in range(count)]
    guidance = {family(name).guidance: _GUIDANCE[name]}
    return pipe(
        prompt=prompts, width=64, height=64, num_inference_steps=2, generator=dice, output_type="latent", **guidance
    ).images


def test_flat_convolutions_decode_and_encode_the_same() -> None:
    torch.manual_seed(0)
    coder = tiny.qwen_image().vae.eval()
    latents, picture = torch.randn(2, 4, 1, 8, 12), torch.rand(1, 3, 1, 64, 48)
    with torch.no_grad():
        seen = [coder.decode(latents).sample, coder.encode(picture).latent_dist.mode(), _tiled(coder, latents)]
        assert vae.one_frame(coder)
        vae.channels_last(coder)
        flat = [coder.decode(latents).sample, coder.encode(picture).latent_dist.mode(), _tiled(coder, latents)]
    for before, after in zip(seen, flat, strict=True):
        assert torch.allclose(before, after, atol=1e-5)
    kernels = [module.weight.ndim for module in coder.modules() if "Conv" in type(module).__name__]
    assert set(kernels) == {4}
    assert not vae.one_frame(tiny.flux().vae)


def _tiled(coder: Any, latents: torch.Tensor) -> torch.Tensor:
    coder.enable_tiling(32, 32, 24, 24)
    made: torch.Tensor = coder.decode(latents).sample
    coder.disable_tiling()
    return made


class Waits(TorchDispatchMode):  # type: ignore[misc]  # torch is not typed without the extra
    """Counts what makes a CPU wait for a GPU: numbers read from tensors."""

    count = 0

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.count += func in (torch.ops.aten._local_scalar_dense.default, torch.ops.aten.nonzero.default)
        return func(*args, **(kwargs or {}))


@pytest.mark.parametrize("name", ["flux2-klein", "z-image", "qwen-image", "flux"])
def test_no_step_waits_for_the_one_before(sampler: Sampler, name: str) -> None:
    sampler([sample(name)], _WATCH)  # the prompt is read, the model is here
    counts = []
    for steps in (2, 6):
        with Waits() as waits:
            sampler([sample(name, steps=steps)], _WATCH)
        counts.append(waits.count)
    assert counts[0] == counts[1] <= 3


@pytest.mark.parametrize("name", ["z-image", "qwen-image"])
def test_texts_of_several_lengths_are_drawn_without_masks(own: Sampler, name: str) -> None:
    loaded = own.residency.get(f"tiny-{name}")
    masks: list[Any] = []
    told: list[float] = []
    for block in speed.repeated_blocks(loaded.pipe.transformer):
        block.register_forward_pre_hook(
            lambda _block, given, named: masks.append(named.get("encoder_hidden_states_mask", (*given, None, None)[1])),
            with_kwargs=True,
        )
    wanted = [sample(name, prompt, seed) for seed, prompt in enumerate(["a", _LONG, "b"])]
    together = own(wanted, Watch(told.append, lambda: False))
    assert masks
    assert all(mask is None for mask in masks)
    assert told == pytest.approx([0.25, 0.5, 0.75, 1.0])
    for picture, alone in zip(together, wanted, strict=True):
        assert np.abs(picture.pixels.astype(int) - own([alone], _WATCH)[0].pixels).max() <= 1


def test_a_prompt_and_its_negative_are_not_masked() -> None:
    torch.manual_seed(0)
    network = tiny.z_image().transformer.eval()
    latents = [torch.randn(16, 1, 8, 8) for _ in range(4)]
    texts = [torch.randn(tokens, 16) for tokens in (5, 70, 30, 90)]
    times, masks = torch.tensor([0.5, 0.25, 0.5, 0.75]), []
    for block in speed.repeated_blocks(network):
        block.register_forward_pre_hook(lambda _block, given: masks.append(given[1]))
    with torch.no_grad():
        together = network(list(latents), times, list(texts), return_dict=False)[0]
        assert any(mask is not None for mask in masks)
        masks.clear()
        assert unmasked.unmask(network)
        apart = network(list(latents), times, list(texts), return_dict=False)[0]
    assert all(mask is None for mask in masks)
    for one, other in zip(together, apart, strict=True):
        assert torch.allclose(one, other, atol=1e-5)
    assert not unmasked.unmask(tiny.qwen_image().transformer)


@pytest.mark.timeout(600)
@pytest.mark.usefixtures("open_shapes")
def test_layers_in_8_bits_compile_whole_for_all_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    quantising = pytest.importorskip("torchao.quantization.quant_api")
    monkeypatch.setattr(quantising, "_check_hardware_support", lambda _: None)  # torch multiplies them on a CPU, too
    torch.manual_seed(0)
    network = torch.nn.ModuleDict({"block": torch.nn.Linear(1024, 1024), "proj_out": torch.nn.Linear(1024, 1024)})
    plain = network.bfloat16().requires_grad_(False)["block"].forward(torch.ones(1, 4, 1024).bfloat16())
    speed.to_fp8(network, (), "cpu")
    assert type(network["block"].weight).__name__ == "Float8Tensor"
    assert type(network["proj_out"].weight) is torch.nn.Parameter
    counter = CompileCounter()
    fast = torch.compile(network["block"].forward, fullgraph=True, dynamic=True, backend=counter)
    made = fast(torch.ones(1, 4, 1024).bfloat16())
    assert float((made - plain).norm() / plain.norm()) < 0.05
    for tokens in (64, 100, 333):
        fast(torch.randn(1, tokens, 1024).bfloat16())
    assert counter.frame_count == 1


def test_tokens_are_counted_as_the_network_pads_them() -> None:
    text = {"prompt_embeds": torch.zeros(1, 33, 8)}
    listed, plain = family("z-image").encoding, family("qwen-image").encoding
    assert listed is not None
    assert plain is not None
    assert tokens_of(listed, text) == 64
    assert tokens_of(plain, text) == 33


def test_pixels_are_rounded_and_never_black_for_nan() -> None:
    made = rgb(torch.tensor([-1.0, 0.5 / 255, 1.5 / 255, 0.999, 2.0, 0.2]).view(1, 3, 1, 2))
    assert made.shape == (1, 1, 2, 3)
    assert made.ravel().tolist() == [0, 2, 255, 0, 255, 51]
    with pytest.raises(ValueError, match="not a number"):
        rgb(torch.full((1, 3, 2, 2), float("nan")))


@pytest.mark.parametrize("name", ["flux2-klein", "z-image", "qwen-image", "flux"])
def test_8_bits_are_for_layers_that_run_over_all_tokens(name: str) -> None:
    from accelerate import init_empty_weights

    with init_empty_weights():
        network = _FULL[name]()
    chosen = speed.big_linear(family(name).skip_fp8)
    names = [place for place, module in network.named_modules() if chosen(module, place)]
    assert len(names) >= 100
    sensitive = ("mod", "norm", "embed", "proj_out", "final_layer", "time_", "img_in", "txt_in", "refiner.0.adaLN")
    inside = [place.replace("proj_out", "") if "single" in place else place for place in names]  # a block's own
    assert not [place for place in inside if any(part in place for part in sensitive)]


def _full() -> dict[str, Any]:
    import diffusers as d

    return {
        "flux2-klein": lambda: d.Flux2Transformer2DModel(
            num_layers=5, num_single_layers=20, num_attention_heads=24, joint_attention_dim=7680
        ),
        "z-image": d.ZImageTransformer2DModel, "qwen-image": d.QwenImageTransformer2DModel,
        "flux": d.FluxTransformer2DModel,
    }  # fmt: skip


_FULL = _full()


def test_a_compiler_that_is_missing_is_told(settings: DiffusionSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    def found() -> dict[str, health.Finding]:
        return {finding.name: finding for finding in health.examine(settings)}

    assert "compiler" not in found()
    monkeypatch.setattr(health, "gpus", lambda: 1)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.delenv("CC", raising=False)
    assert found()["compiler"].state == "note"
    assert "a C compiler" in found()["compiler"].detail
    monkeypatch.setenv("CC", "cc")
    monkeypatch.setattr(Path, "is_file", lambda _: True)
    assert health._compiler() == health.Finding("compiler", "ok", "cc")
