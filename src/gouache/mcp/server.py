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
            arguments = checked_arguments(spec, params.arguments or {})
            answer = await call(spec, arguments, context.request)
        except GouacheError as error:
            return types.CallToolResult(content=[types.TextContent(text=f"Error: {error.message}")], is_error=True)
        return types.CallToolResult(content=_content(answer))

    return Server(
        "gouache", version=__version__, title="gouache", on_list_tools=listed, on_call_tool=called,
        instructions="Pictures of prompts, as pixels or true SVG, and every edit around them.",
    )  # fmt: skip


def checked_arguments(spec: Spec, arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments that were given; raises Invalid for unknown and missing ones and for those of a wrong type."""
    given = {name: value for name, value in arguments.items() if value is not None}
    for name in given:
        if name not in spec.arguments:
            raise Invalid(f"{name}: {spec.name} has no such argument", field=name)
        _check_type(name, given[name], spec.arguments[name])
    for name in spec.required:
        if name not in given:
            raise Invalid(f"{name} is required", field=name)
    return given


def _check_type(name: str, value: Any, schema: dict[str, Any]) -> None:
    """Hold a value to its JSON schema, loosely: agents send numbers as text and one string for a list of one."""
    kind = schema["type"]
    if kind in ("integer", "number"):
        least, most = schema["minimum"], schema["maximum"]
        number = _number(value)
        if number is None or not least <= number <= most or (kind == "integer" and number % 1):
            raise Invalid(f"{name}: {kind} from {least} to {most} needed", field=name)
    elif kind == "array" and isinstance(value, list):
        least, most = schema["minItems"], schema["maxItems"]
        if not least <= len(value) <= most or not all(isinstance(item, str) for item in value):
            raise Invalid(f"{name}: {least} to {most} strings needed", field=name)
    elif not isinstance(value, str):
        raise Invalid(f"{name}: string needed", field=name)


def _number(value: Any) -> float | None:
    try:
        return None if isinstance(value, bool) else float(value)
    except (TypeError, ValueError, OverflowError):
        return None


def _content(answer: Answer) -> list[Any]:
    content: list[Any] = [types.TextContent(text=answer.text)]
    for one in answer.results:
        small = preview(one.data)
        content.append(types.ImageContent(data=base64.b64encode(small).decode(), mime_type="image/webp"))
        content.append(types.ResourceLink(name=one.name, uri=one.uri, mime_type=one.media_type, size=len(one.data)))
    return content
