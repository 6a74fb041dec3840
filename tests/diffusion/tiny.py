"""Whole pipelines of every family in miniature: real classes, random weights, tokenizers made from nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import diffusers as d
import torch
import transformers as t
from safetensors.torch import save_file

from gouache.engines.diffusion.processors import PictureProcessor

_CHAT = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{% if m['content'] is string %}{{ m['content'] }}"
    "{% else %}{% for c in m['content'] %}{% if c['type'] == 'text' %}{{ c['text'] }}{% endif %}{% endfor %}{% endif %}"
    "<|im_end|>\n{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
_SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>",
            "<|video_pad|>")  # fmt: skip
_END = 256  # <|endoftext|>, the first token after the bytes


def byte_alphabet() -> list[str]:
    """The printable stand-ins of the 256 bytes in byte-level tokenizers."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    stand_ins = dict(zip(plain, map(chr, plain), strict=True))
    return [stand_ins.get(byte) or chr(256 + others.index(byte)) for byte in range(256)]


def qwen_tokenizer() -> Any:
    made = t.Qwen2Tokenizer(vocab={char: i for i, char in enumerate(byte_alphabet())}, merges=[])
    made.add_tokens(list(_SPECIAL), special_tokens=True)
    made.chat_template = _CHAT
    return made


def clip_tokenizer() -> Any:
    chars = byte_alphabet()
    tokens = [*chars, *(f"{char}</w>" for char in chars), "<|startoftext|>", "<|endoftext|>"]
    return t.CLIPTokenizer(vocab={token: i for i, token in enumerate(tokens)}, merges=[], model_max_length=77)


def t5_tokenizer() -> Any:
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0), *((chr(c), -3.0) for c in range(33, 127))]
    return t.T5Tokenizer(vocab=pieces, extra_ids=0, model_max_length=512)


def qwen3(kind: Any, tokens: int, layers: int = 2) -> Any:
    sizes = {"hidden_size": 16, "intermediate_size": 16, "num_attention_heads": 2, "num_key_value_heads": 2}
    return kind(t.Qwen3Config(
        **sizes, head_dim=8, num_hidden_layers=layers, vocab_size=tokens, max_position_embeddings=512,
        pad_token_id=_END, bos_token_id=None, eos_token_id=_END,
    ))  # fmt: skip


def clip(kind: Any, tokenizer: Any) -> Any:
    return kind(t.CLIPTextConfig(
        bos_token_id=tokenizer.bos_token_id, eos_token_id=tokenizer.eos_token_id, pad_token_id=1, hidden_size=32,
        intermediate_size=37, num_attention_heads=4, num_hidden_layers=2, vocab_size=len(tokenizer), hidden_act="gelu",
        projection_dim=32,
    ))  # fmt: skip


def vae(channels: int, kind: Any = None, **more: Any) -> Any:
    down, up = ["DownEncoderBlock2D"] * 4, ["UpDecoderBlock2D"] * 4
    return (kind or d.AutoencoderKL)(
        in_channels=3, out_channels=3, down_block_types=down, up_block_types=up, block_out_channels=(4,) * 4,
        layers_per_block=1, latent_channels=channels, norm_num_groups=1, sample_size=32, use_quant_conv=False,
        use_post_quant_conv=False, **more,
    )  # fmt: skip


_SCALED = {"scaling_factor": 0.3611, "shift_factor": 0.1159}


def z_image() -> Any:
    tokenizer = qwen_tokenizer()
    network = d.ZImageTransformer2DModel(
        all_patch_size=(2,), all_f_patch_size=(1,), in_channels=16, dim=32, n_layers=2, n_refiner_layers=1, n_heads=2,
        n_kv_heads=2, cap_feat_dim=16, axes_dims=[8, 4, 4], axes_lens=[1024, 64, 64],
    )  # fmt: skip
    with torch.no_grad():  # the constructor leaves both as they lay in memory
        network.x_pad_token.normal_(std=0.02)
        network.cap_pad_token.normal_(std=0.02)
    return d.ZImagePipeline(
        scheduler=d.FlowMatchEulerDiscreteScheduler(shift=3.0), vae=vae(16, **_SCALED), tokenizer=tokenizer,
        text_encoder=qwen3(t.Qwen3Model, len(tokenizer)), transformer=network,
    )  # fmt: skip


def flux2_klein() -> Any:
    tokenizer = qwen_tokenizer()
    network = d.Flux2Transformer2DModel(
        patch_size=1, in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2,
        joint_attention_dim=48, timestep_guidance_channels=256, axes_dims_rope=[4, 4, 4, 4], guidance_embeds=False,
    )  # fmt: skip
    return d.Flux2KleinPipeline(
        scheduler=d.FlowMatchEulerDiscreteScheduler(), vae=vae(4, d.AutoencoderKLFlux2), tokenizer=tokenizer,
        text_encoder=qwen3(t.Qwen3ForCausalLM, len(tokenizer), layers=28), transformer=network, is_distilled=True,
    )  # fmt: skip


def flux2() -> Any:
    tokenizer = qwen_tokenizer()
    network = d.Flux2Transformer2DModel(
        patch_size=1, in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2,
        joint_attention_dim=48, timestep_guidance_channels=256, axes_dims_rope=[4, 4, 4, 4], guidance_embeds=True,
    )  # fmt: skip
    sizes = {"hidden_size": 16, "intermediate_size": 16, "num_attention_heads": 2, "head_dim": 8}
    text = {**sizes, "num_hidden_layers": 30, "num_key_value_heads": 2, "vocab_size": len(tokenizer),
            "pad_token_id": _END, "model_type": "mistral"}  # fmt: skip
    vision = {**sizes, "num_hidden_layers": 1, "image_size": 32, "patch_size": 8, "model_type": "pixtral"}
    encoder = t.Mistral3ForConditionalGeneration(t.Mistral3Config(text_config=text, vision_config=vision))
    return d.Flux2Pipeline(
        scheduler=d.FlowMatchEulerDiscreteScheduler(), vae=vae(4, d.AutoencoderKLFlux2), tokenizer=tokenizer,
        text_encoder=encoder, transformer=network,
    )  # fmt: skip


def flux_parts() -> dict[str, Any]:
    tokenizer, second = clip_tokenizer(), t5_tokenizer()
    network = d.FluxTransformer2DModel(
        patch_size=1, in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2,
        joint_attention_dim=32, pooled_projection_dim=32, axes_dims_rope=[4, 4, 8], guidance_embeds=False,
    )  # fmt: skip
    return {
        "scheduler": d.FlowMatchEulerDiscreteScheduler(), "vae": vae(4, **_SCALED), "transformer": network,
        "tokenizer": tokenizer, "text_encoder": clip(t.CLIPTextModel, tokenizer),
        "text_encoder_2": t5(second, 32), "tokenizer_2": second,
    }  # fmt: skip


def t5(tokenizer: Any, channels: int) -> Any:
    return t.T5EncoderModel(
        t.T5Config(vocab_size=len(tokenizer), d_model=channels, d_kv=8, d_ff=37, num_layers=2, num_heads=4)
    )


def flux() -> Any:
    return d.FluxPipeline(**flux_parts())


def flux_kontext() -> Any:
    return d.FluxKontextPipeline(**flux_parts())


def qwen_parts() -> dict[str, Any]:
    tokenizer = qwen_tokenizer()
    network = d.QwenImageTransformer2DModel(
        patch_size=2, in_channels=16, out_channels=4, num_layers=2, attention_head_dim=16, num_attention_heads=3,
        joint_attention_dim=16, guidance_embeds=False, axes_dims_rope=(8, 4, 4),
    )  # fmt: skip
    coder = d.AutoencoderKLQwenImage(
        base_dim=24, z_dim=4, dim_mult=[1, 1, 1, 1], num_res_blocks=1, temperal_downsample=[False, True, True],
        latents_mean=[0.0] * 4, latents_std=[1.0] * 4,
    )  # fmt: skip
    text = {
        "hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2,
        "num_key_value_heads": 2, "vocab_size": len(tokenizer), "pad_token_id": _END, "bos_token_id": _END,
        "eos_token_id": _END, "rope_theta": 1e6,
        "rope_scaling": {"mrope_section": [1, 1, 2], "rope_type": "default", "type": "default"},
    }  # fmt: skip
    vision = {"depth": 1, "hidden_size": 16, "intermediate_size": 16, "num_heads": 2, "out_hidden_size": 16}
    config = t.Qwen2_5_VLConfig(
        text_config=text, vision_config=vision, vocab_size=len(tokenizer), image_token_id=261, video_token_id=262,
        vision_start_token_id=259, vision_end_token_id=260, vision_token_id=261,
    )  # fmt: skip
    return {
        "scheduler": d.FlowMatchEulerDiscreteScheduler(), "vae": coder, "transformer": network, "tokenizer": tokenizer,
        "text_encoder": t.Qwen2_5_VLForConditionalGeneration(config),
    }  # fmt: skip


def qwen_image() -> Any:
    return d.QwenImagePipeline(**qwen_parts())


def qwen_image_edit() -> Any:
    parts = qwen_parts()
    reader = t.Qwen2VLImageProcessorPil(min_pixels=28 * 28, max_pixels=56 * 56)
    return d.QwenImageEditPlusPipeline(**parts, processor=PictureProcessor(reader, parts["tokenizer"]))


def sdxl(layers: int = 1) -> Any:
    first, second = clip_tokenizer(), clip_tokenizer()
    network = d.UNet2DConditionModel(
        block_out_channels=(8, 16), layers_per_block=layers, sample_size=32, in_channels=4, out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=(2, 4), use_linear_projection=True, addition_embed_type="text_time",
        addition_time_embed_dim=8, transformer_layers_per_block=(1, 1), projection_class_embeddings_input_dim=80,
        cross_attention_dim=64, norm_num_groups=1,
    )  # fmt: skip
    return d.StableDiffusionXLPipeline(
        scheduler=d.EulerDiscreteScheduler(), unet=network, vae=vae(4), tokenizer=first, tokenizer_2=second,
        text_encoder=clip(t.CLIPTextModel, first), text_encoder_2=clip(t.CLIPTextModelWithProjection, second),
        add_watermarker=False,
    )  # fmt: skip


def sdxl_style() -> Any:
    return sdxl(layers=2)  # as many layers a block as the adapter's strengths are for


def ip_adapter(network: Any, folder: Path) -> None:
    """An IP-Adapter for a UNet and the encoder that it looks through, as the real ones are filed."""
    encoder = t.CLIPVisionModelWithProjection(t.CLIPVisionConfig(
        hidden_size=16, intermediate_size=16, num_hidden_layers=2, num_attention_heads=2, image_size=32, patch_size=8,
        projection_dim=16,
    ))  # fmt: skip
    encoder.save_pretrained(folder / "models" / "image_encoder")
    width = network.config.cross_attention_dim
    tensors = {"image_proj.proj.weight": torch.randn(4 * width, 16), "image_proj.proj.bias": torch.zeros(4 * width),
               "image_proj.norm.weight": torch.ones(width), "image_proj.norm.bias": torch.zeros(width)}  # fmt: skip
    crossing = [module for name, module in network.named_modules() if name.endswith("attn2")]
    for place, module in enumerate(crossing):
        for part in ("k", "v"):
            tensors[f"ip_adapter.{2 * place + 1}.to_{part}_ip.weight"] = torch.randn(module.inner_dim, width)
    (folder / "sdxl_models").mkdir()
    save_file(tensors, folder / "sdxl_models" / "ip-adapter.safetensors")


def sd3() -> Any:
    first, second, third = clip_tokenizer(), clip_tokenizer(), t5_tokenizer()
    network = d.SD3Transformer2DModel(
        sample_size=32, patch_size=2, in_channels=16, num_layers=1, attention_head_dim=8, num_attention_heads=4,
        caption_projection_dim=32, joint_attention_dim=64, pooled_projection_dim=64, out_channels=16,
    )  # fmt: skip
    return d.StableDiffusion3Pipeline(
        scheduler=d.FlowMatchEulerDiscreteScheduler(), vae=vae(16, **_SCALED), transformer=network, tokenizer=first,
        text_encoder=clip(t.CLIPTextModelWithProjection, first), tokenizer_2=second, tokenizer_3=third,
        text_encoder_2=clip(t.CLIPTextModelWithProjection, second), text_encoder_3=t5(third, 64),
    )  # fmt: skip


def chroma() -> Any:
    tokenizer = t5_tokenizer()
    network = d.ChromaTransformer2DModel(
        patch_size=1, in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2,
        joint_attention_dim=32, axes_dims_rope=(4, 4, 8), approximator_num_channels=8, approximator_hidden_dim=16,
        approximator_layers=1,
    )  # fmt: skip
    return d.ChromaPipeline(
        scheduler=d.FlowMatchEulerDiscreteScheduler(), vae=vae(4, **_SCALED), transformer=network, tokenizer=tokenizer,
        text_encoder=t5(tokenizer, 32),
    )  # fmt: skip


def gemma_tokenizer() -> Any:
    pieces = ["<pad>", "<eos>", "<bos>", "<unk>", "▁", "\n", *map(chr, range(33, 127))]
    return t.GemmaTokenizer(vocab={piece: i for i, piece in enumerate(pieces)}, merges=[])


def gemma(tokenizer: Any) -> Any:
    return t.Gemma2Model(t.Gemma2Config(
        hidden_size=16, intermediate_size=16, num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=2,
        head_dim=8, vocab_size=len(tokenizer), pad_token_id=0, eos_token_id=1, bos_token_id=2,
    ))  # fmt: skip


def sana_parts(**network: Any) -> dict[str, Any]:
    """The VAE shrinks by 32 as the real one does."""
    tokenizer = gemma_tokenizer()
    channels, blocks = (8,) * 6, ("ResBlock",) * 6
    coder = d.AutoencoderDC(
        latent_channels=4, attention_head_dim=4, encoder_block_types=blocks, decoder_block_types=blocks,
        encoder_block_out_channels=channels, decoder_block_out_channels=channels, encoder_layers_per_block=(1,) * 6,
        decoder_layers_per_block=(1,) * 6, encoder_qkv_multiscales=((),) * 6, decoder_qkv_multiscales=((),) * 6,
    )  # fmt: skip
    transformer = d.SanaTransformer2DModel(
        in_channels=4, out_channels=4, num_attention_heads=2, attention_head_dim=8, num_layers=1,
        num_cross_attention_heads=2, cross_attention_head_dim=8, cross_attention_dim=16, caption_channels=16,
        sample_size=32, **network,
    )  # fmt: skip
    return {"tokenizer": tokenizer, "text_encoder": gemma(tokenizer), "vae": coder, "transformer": transformer}


def sana() -> Any:
    return d.SanaPipeline(**sana_parts(), scheduler=d.FlowMatchEulerDiscreteScheduler(shift=3.0))


def sana_sprint() -> Any:
    parts = sana_parts(guidance_embeds=True, qk_norm="rms_norm_across_heads")
    return d.SanaSprintPipeline(**parts, scheduler=d.SCMScheduler())


def lumina2() -> Any:
    tokenizer = gemma_tokenizer()
    network = d.Lumina2Transformer2DModel(
        sample_size=16, in_channels=16, hidden_size=24, num_layers=1, num_refiner_layers=1, num_attention_heads=2,
        num_kv_heads=1, multiple_of=16, axes_dim_rope=(4, 4, 4), axes_lens=(300, 64, 64), cap_feat_dim=16,
    )  # fmt: skip
    return d.Lumina2Pipeline(
        transformer=network, scheduler=d.FlowMatchEulerDiscreteScheduler(), vae=vae(16, **_SCALED), tokenizer=tokenizer,
        text_encoder=gemma(tokenizer),
    )  # fmt: skip


def ernie_image() -> Any:
    tokenizer = qwen_tokenizer()
    network = d.ErnieImageTransformer2DModel(
        hidden_size=32, num_attention_heads=2, num_layers=1, ffn_hidden_size=32, in_channels=16, out_channels=16,
        text_in_dim=16, rope_axes_dim=(8, 4, 4),
    )  # fmt: skip
    return d.ErnieImagePipeline(
        transformer=network, vae=vae(4, d.AutoencoderKLFlux2), text_encoder=qwen3(t.Qwen3Model, len(tokenizer)),
        tokenizer=tokenizer, scheduler=d.FlowMatchEulerDiscreteScheduler(),
    )  # fmt: skip


def ovis_image() -> Any:
    tokenizer = qwen_tokenizer()
    network = d.OvisImageTransformer2DModel(
        patch_size=1, in_channels=16, out_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16,
        num_attention_heads=2, joint_attention_dim=16, axes_dims_rope=(4, 4, 8),
    )  # fmt: skip
    return d.OvisImagePipeline(
        scheduler=d.FlowMatchEulerDiscreteScheduler(), vae=vae(4, **_SCALED), transformer=network, tokenizer=tokenizer,
        text_encoder=qwen3(t.Qwen3Model, len(tokenizer)),
    )  # fmt: skip


FAMILIES: dict[str, Callable[[], Any]] = {
    "z-image": z_image, "flux2-klein": flux2_klein, "flux2": flux2, "flux": flux, "flux-kontext": flux_kontext,
    "qwen-image": qwen_image, "qwen-image-edit": qwen_image_edit, "sdxl": sdxl, "sdxl-style": sdxl_style, "sd3": sd3,
    "chroma": chroma, "sana": sana, "sana-sprint": sana_sprint, "lumina2": lumina2, "ernie-image": ernie_image,
    "ovis-image": ovis_image,
}  # fmt: skip


_REAL = {  # components that real checkpoints name otherwise, and some that are left behind
    "qwen-image-edit": {"processor": "Qwen2VLProcessor"}, "flux2": {"tokenizer": "PixtralProcessor"},
    "ernie-image": {"pe": "Ministral3ForCausalLM", "pe_tokenizer": "LlamaTokenizerFast"},
}  # fmt: skip


def save(name: str, folder: Path) -> Path:
    """Build a family with the same weights every time and save it as a real checkpoint is saved."""
    torch.manual_seed(0)
    made = FAMILIES[name]()
    made.save_pretrained(folder, safe_serialization=True)
    if name == "sdxl-style":
        ip_adapter(made.unet, folder / "lora")
    index = folder / "model_index.json"
    stored = json.loads(index.read_text())
    real = {part: ["transformers", kind] for part, kind in _REAL.get(name, {}).items()}
    index.write_text(json.dumps(stored | real))
    return folder
