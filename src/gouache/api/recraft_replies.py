"""What the Recraft dialect answers."""

from __future__ import annotations

import json
import secrets
from typing import Any

from fastapi.responses import Response
from pydantic import BaseModel, Field


class Features(BaseModel):
    nsfw_score: float = Field(description="0..1, of the words of the prompt; with `calculate_features`.")


class ImageItem(BaseModel):
    image_id: str = Field(description="A uuid.")
    url: str | None = None
    b64_json: str | None = None
    features: Features | None = None


class GenerateReply(BaseModel):
    created: int = Field(description="Unix seconds.")
    credits: int = Field(description="Units charged for the whole request.")
    data: list[ImageItem]


class ProcessReply(BaseModel):
    created: int = Field(description="Unix seconds.")
    credits: int = Field(description="Units charged.")
    image: ImageItem


class BasicStyle(BaseModel):
    style_id: str
    style: str
    substyle: str | None
    model: str


class BasicStyles(BaseModel):
    styles: list[BasicStyle]


class Pricing(BaseModel):
    image: str = Field(description="US dollars a picture.")


class Info(BaseModel):
    name: str
    developer: str
    description: str


class ModelCard(BaseModel):
    """One model in the shape of OpenAI, Recraft and AI/ML API at once."""

    id: str
    object: str = "model"
    created: int
    owned_by: str = "recraft"
    name: str
    description: str
    input_modalities: list[str]
    output_modalities: list[str]
    pricing: Pricing
    aliases: list[str]
    type: str = "image"
    info: Info
    tags: list[str]


class ModelList(BaseModel):
    object: str = "list"
    data: list[ModelCard]


class User(BaseModel):
    id: str
    credits: int = Field(description="Units left.")
    email: str | None = None
    name: str | None = None


class SystemStatus(BaseModel):
    service: bool
    generation: bool


class EnhanceReply(BaseModel):
    enhanced_prompt: str
    credits: int


class Replacement(BaseModel):
    """One colour of the palette and the colour that stands for it."""

    source: str = Field(alias="from")
    to: str


class OptimizeReply(BaseModel):
    mapping: list[Replacement]
    credits: int


def multipart_reply(reply: dict[str, Any], files: list[tuple[str, str, bytes]], headers: dict[str, str]) -> Response:
    """`response_format=multipart`: a part `response` with the JSON, then one part an image: (id, media type, bytes)."""
    boundary = f"gouache-{secrets.token_hex(16)}"
    parts = [_part(boundary, {"Content-Type": "application/json"}, "response", json.dumps(reply).encode())]
    parts += [
        _part(boundary, {"Content-Type": media, "Content-ID": name}, name, data) for name, media, data in files
    ]  # fmt: skip
    body = b"".join(parts) + f"--{boundary}--\r\n".encode()
    return Response(body, headers={**headers, "Content-Type": f"multipart/form-data; boundary={boundary}"})


def _part(boundary: str, headers: dict[str, str], name: str, data: bytes) -> bytes:
    lines = [f"--{boundary}", f'Content-Disposition: form-data; name="{name}"']
    lines += [f"{key}: {value}" for key, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + data + b"\r\n"
