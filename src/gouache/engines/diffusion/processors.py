"""What reads pictures for vision-language encoders, where transformers' own would ask for torchvision."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import transformers

_IMAGE, _VIDEO = "<|image_pad|>", "<|video_pad|>"


class PictureProcessor(transformers.Qwen2VLProcessor):  # type: ignore[misc]
    """Qwen2-VL's processor of text and pictures, without its videos: only they need torchvision."""

    def __init__(self, image_processor: Any = None, tokenizer: Any = None, chat_template: Any = None, **_: Any) -> None:
        self.image_token, self.video_token = _IMAGE, _VIDEO
        self.image_token_id, self.video_token_id = tokenizer.convert_tokens_to_ids([_IMAGE, _VIDEO])
        transformers.ProcessorMixin.__init__(self, image_processor, tokenizer, chat_template=chat_template)


# FLUX.2 reads no pictures with its Pixtral processor: the tokenizer in it is all that is asked for.
_STAND_INS: dict[str, Any] = {"Qwen2VLProcessor": PictureProcessor, "PixtralProcessor": transformers.AutoTokenizer}


def stand_ins(index: dict[str, Any], root: Path) -> dict[str, Any]:
    """The components of a saved pipeline that ours stand in for, loaded, by name."""
    parts = {name: part[1] for name, part in index.items() if isinstance(part, list) and part[1] in _STAND_INS}
    return {name: _STAND_INS[kind].from_pretrained(root / name) for name, kind in parts.items()}
