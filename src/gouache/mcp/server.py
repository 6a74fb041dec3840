"""The MCP server: lists the tools, calls them, answers with previews and links."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from mcp import types
from mcp.server import Server, ServerRequestContext

from gouache import __version__
from gouache.errors import GouacheError, Invalid
from gouache.mcp.preview import preview
from gouache.mcp.tools import Spec, specs


@dataclass(frozen=True, slots=True)
class Result:
    """A finished picture: its bytes, and where it can be had in full."""

    name: str
    uri: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call came to: a line for the agent, and pictures."""

    text: str
    results: tuple[Result, ...] = ()


Call = Callable[[Spec, dict[str, Any], Any], Awaitable[Answer]]  # tool, arguments, the HTTP request if there is one


def mcp_server(call: Call) -> Server[Any]:
    """A server whose tools are carried out by `call`. Errors of ours become tool errors that name the argument."""

    async def listed(_: ServerRequestContext[Any], __: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[one.tool for one in specs().values()])

    async def called(context: ServerRequestContext[Any], params: types.CallToolRequestParams) -> types.CallToolResult:
        try:
            spec = specs().get(params.name)
            if spec is None:
                raise Invalid(f"no tool {params.name!r}; known: {', '.join(specs())}", field="name")
            arguments = _checked(spec, params.arguments or {})
            answer = await call(spec, arguments, context.request)
        except GouacheError as error:
            return types.CallToolResult(content=[types.TextContent(text=f"Error: {error.message}")], is_error=True)
        return types.CallToolResult(content=_content(answer))

    return Server(
        "gouache", version=__version__, title="gouache", on_list_tools=listed, on_call_tool=called,
        instructions="Pictures of prompts, as pixels or true SVG, and every edit around them.",
    )  # fmt: skip


def _checked(spec: Spec, arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments that were given; raises Invalid for unknown and missing ones."""
    given = {name: value for name, value in arguments.items() if value is not None}
    for name in given:
        if name not in spec.arguments:
            raise Invalid(f"{name}: {spec.name} has no such argument", field=name)
    for name in spec.required:
        if name not in given:
            raise Invalid(f"{name} is required", field=name)
    return given


def _content(answer: Answer) -> list[Any]:
    content: list[Any] = [types.TextContent(text=answer.text)]
    for one in answer.results:
        small = preview(one.data)
        content.append(types.ImageContent(data=base64.b64encode(small).decode(), mime_type="image/webp"))
        content.append(types.ResourceLink(name=one.name, uri=one.uri, mime_type=one.media_type, size=len(one.data)))
    return content
