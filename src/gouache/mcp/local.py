"""Tools carried out in this process: no server, no key; results and styles are files."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from gouache import functions, net
from gouache.config import Settings
from gouache.errors import Invalid
from gouache.mcp.server import Answer, Result
from gouache.mcp.tools import Spec
from gouache.operations import picture_seed
from gouache.picture import Picture
from gouache.requests import seed_of
from gouache.styles.profile import StyleProfile, profile_of
from gouache.vocabulary.models import model
from gouache.vocabulary.styles import resolve_style

_STYLE_IDS = uuid.UUID("a7f6d4f2-6a53-4c0e-8a3f-0f5a4f5f3c11")
_MAX_BYTES = 20 << 20
_TOOLS = {
    "vectorize_image": functions.vectorize,
    "remove_background": functions.remove_background,
    "crisp_upscale": functions.upscale,
}


@dataclass(frozen=True, slots=True)
class Local:
    """The tools over a folder for results and one for styles."""

    results: Path
    styles: Path
    settings: Settings

    async def __call__(self, spec: Spec, arguments: dict[str, Any], _: Any) -> Answer:
        """Carry out one tool; raises GouacheError."""
        if spec.name == "get_user":
            return Answer("User email: none, name: local.\nDrawn on your own machine: no credits are spent.")
        named = arguments.pop(spec.image, []) if spec.image else []
        pictures = [await self._read(uri) for uri in ([named] if isinstance(named, str) else named)]
        if spec.name == "create_style":
            style = await asyncio.to_thread(self._create_style, pictures, arguments["style"])
            return Answer(f"A new style with style_id {style} created.\nUse it as styleID.")
        made = await asyncio.to_thread(lambda: list(self._made(spec.name, pictures, arguments)))
        results = tuple(self._kept(one) for one in made)
        return Answer("\n".join([f"{len(results)} made.", *(one.uri for one in results)]), results)

    def _made(self, tool: str, pictures: list[bytes], arguments: dict[str, Any]) -> Iterable[Picture]:
        if tool in _TOOLS:
            return [_TOOLS[tool](pictures[0])]
        if tool == "creative_upscale":
            return [functions.upscale(pictures[0], creative=True)]
        n, wishes = int(arguments.get("numberOfImages", 1)), self._look(arguments)
        if tool == "generate_image":
            size = str(arguments.get("size", "1024x1024"))
            return functions.generate(arguments["prompt"], n=n, size=size, **wishes)
        prompt, seeds = arguments["prompt"], [picture_seed(seed_of(None), k) for k in range(n)]
        if tool == "image_to_image":
            wishes["strength"] = float(arguments["strength"])
            return [functions.image_to_image(pictures[0], prompt, seed=seed, **wishes) for seed in seeds]
        return [functions.replace_background(pictures[0], prompt, seed=seed, **wishes) for seed in seeds]

    def _look(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """The style that the arguments ask for, as the server would read it."""
        if "styleID" in arguments:
            if "style" in arguments:
                raise Invalid("style and styleID are mutually exclusive", field="styleID")
            return {"profile": self._style(str(arguments["styleID"]))}
        chosen = model(arguments.get("model"))
        style = resolve_style(chosen, arguments.get("style"), arguments.get("substyle"), self.settings.default_style)
        return {"style": style.style, "substyle": style.substyle, "format": "svg" if style.output == "svg" else "png"}

    def _create_style(self, pictures: list[bytes], base: str) -> str:
        profile = functions.create_style(pictures, base=base)  # type: ignore[arg-type]
        text = profile.model_dump_json()
        style = str(uuid.uuid5(_STYLE_IDS, text))
        self.styles.mkdir(parents=True, exist_ok=True)
        (self.styles / f"{style}.json").write_text(text)
        return style

    def _style(self, style: str) -> StyleProfile:
        try:
            return profile_of((self.styles / f"{uuid.UUID(style)}.json").read_text())
        except (ValueError, OSError) as error:
            raise Invalid(f"no style {style[:80]!r}", field="styleID") from error

    def _kept(self, picture: Picture) -> Result:
        file = picture.encoded("svg" if picture.operation.format == "svg" else "png")
        suffix = file.media_type.removeprefix("image/").partition("+")[0]
        path = self.results / f"{hashlib.sha256(file.data).hexdigest()[:24]}.{suffix}"
        self.results.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
        return Result(path.name, path.absolute().as_uri(), file.media_type, file.data)

    async def _read(self, uri: str) -> bytes:
        found = read_file(uri)
        if found is not None:
            return found
        if uri.startswith("data:"):
            return _data(uri)
        allow = self.settings.fetch_allow
        return (await net.fetch(uri, max_bytes=_MAX_BYTES, field="imageURI", allow=allow)).data


def local() -> Local:
    """The tools over the data directory."""
    settings = Settings()
    return Local(settings.data_dir / "pictures", settings.data_dir / "styles", settings)


def read_file(uri: str) -> bytes | None:
    """The bytes behind a file:// URI, None for another kind; raises Invalid."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        return None
    try:
        return Path(unquote(parts.path)).read_bytes()
    except OSError as error:
        raise Invalid(f"{uri}: {error.strerror}", field="imageURI") from error


def no_file(uri: str) -> bytes | None:
    """For a server that others reach: file:// means its own disk, which is not theirs. Raises Invalid."""
    if urlsplit(uri).scheme == "file":
        raise Invalid("file:// is not taken here; send an http(s) or data: URL", field="imageURI")
    return None


def _data(uri: str) -> bytes:
    try:
        return base64.b64decode(uri.partition(",")[2], validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid("imageURI is no data URL in base64", field="imageURI") from error
