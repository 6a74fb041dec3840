"""Routes without their framework: FastAPI documents them; what asks nothing of it at run time is called directly.

That is a coroutine that takes the request and plain path parameters, makes its own response, and depends on nothing but
coroutines that look at the request. Solving dependencies, validating nothing and keeping exit stacks costs as much as
half of a submit.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from inspect import isclass, iscoroutinefunction, signature
from typing import Any, cast, get_type_hints

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

Check = Callable[[Request], Awaitable[object]]
Endpoint = Callable[..., Awaitable[Response]]
_OTHER_PARAMETERS = (
    "query_params", "header_params", "cookie_params", "body_params", "websocket_param_name",
    "http_connection_param_name", "response_param_name", "background_tasks_param_name", "security_scopes_param_name",
)  # fmt: skip


def lean(dependant: Dependant | None) -> ASGIApp | None:
    """The same route called directly; None when it needs the framework. Its scope must hold `path_params`."""
    if dependant is None or not _plain(dependant) or not _responds(dependant.call):
        return None
    if not all(_checks(one) for one in dependant.dependencies):
        return None
    calls = dict.fromkeys(cast(Check, one.call) for one in dependant.dependencies)  # each once, as the framework does
    names = [field.name for field in dependant.path_params]
    return _direct(tuple(calls), cast(Endpoint, dependant.call), dependant.request_param_name, names)


def _direct(checks: tuple[Check, ...], endpoint: Endpoint, request_name: str | None, names: list[str]) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive, send)
        for check in checks:
            await check(request)
        values: dict[str, Any] = {name: scope["path_params"][name] for name in names}
        if request_name is not None:
            values[request_name] = request
        response = await endpoint(**values)
        await response(scope, receive, send)

    return app


def _plain(dependant: Dependant) -> bool:
    """Whether it takes nothing but the request and path parameters that are any text."""
    if any(getattr(dependant, name) for name in _OTHER_PARAMETERS) or not iscoroutinefunction(dependant.call):
        return False
    return all(
        one.field_info.annotation is str and not one.field_info.metadata and one.alias == one.name
        for one in dependant.path_params
    )


def _checks(dependant: Dependant) -> bool:
    """Whether a dependency only looks at the request: none of its own, its result is not wanted."""
    if dependant.dependencies or dependant.path_params or dependant.name is not None or not _plain(dependant):
        return False
    return dependant.request_param_name is not None and len(signature(dependant.call or _checks).parameters) == 1


def _responds(endpoint: Callable[..., Any] | None) -> bool:
    """Whether it says that it makes its response itself."""
    made = get_type_hints(endpoint).get("return")
    return isclass(made) and issubclass(made, Response)
