"""The API document of each dialect, `/openapi/<dialect>.json`, and pages to read and try it, `/docs/<dialect>`.

The pages are Swagger UI, served from here: nothing is fetched from anywhere else.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.staticfiles import StaticFiles

from gouache.api.links import origin
from gouache.errors import NoPage

_ROOT = r"^/(v1/(images|prompts|colors|users|styles|models)\b|ping|status|health|ready)"
_BEARER = {"bearer": {"type": "http", "scheme": "bearer"}}
_ENTRIES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "recraft": ("Recraft", _ROOT, _BEARER),
    "openai": ("OpenAI Images", r"^/v1/(images/(generations|edits|variations)$|models)", _BEARER),
    "segmind": (
        "Segmind", r"^/((segmind/)?(v1/(\{slug\}|requests|get-user-credits)|v2/|upload-asset)|api/auth|inference-)",
        {"key": {"type": "apiKey", "in": "header", "name": "x-api-key"}},
    ),
    "aimlapi": ("AI/ML API", r"^/(aimlapi/|v1/billing)", _BEARER),
    "replicate": ("Replicate", r"^/replicate/", _BEARER),
    "fal": (
        "fal", r"^/(fal/|storage/|files/|\.well-known/)",
        {"key": {"type": "apiKey", "in": "header", "name": "Authorization", "description": "`Key ...`"}},
    ),
}  # fmt: skip
DIALECTS = tuple(_ENTRIES)
_REFERENCE = "#/components/schemas/"
_STATIC = Path(str(files("fastapi_offline") / "static"))
_INDEX = """<!doctype html><html lang="en"><meta charset="utf-8"><title>gouache: the API</title>
<style>body{{font:18px/1.6 system-ui;max-width:36em;margin:3em auto;padding:0 1em}}</style>
<h1>gouache: the API</h1><ul>{items}</ul></html>"""
router = APIRouter(include_in_schema=False)


def document(app: FastAPI, dialect: str) -> dict[str, Any]:
    """The part of an application's document that one dialect is; raises NoPage."""
    if dialect not in _ENTRIES:
        raise NoPage()
    title, paths, schemes = _ENTRIES[dialect]
    whole = app.openapi()
    part = {name: copy.deepcopy(item) for name, item in whole["paths"].items() if re.search(paths, name)}
    schemas = _reached(part, whole.get("components", {}).get("schemas", {}))
    return {
        "openapi": whole["openapi"],
        "info": {**whole["info"], "title": f"gouache: {title}"},
        "paths": part,
        "components": {"schemas": schemas, "securitySchemes": schemes},
        "security": [{name: []} for name in schemes],
    }


def _reached(part: Any, schemas: dict[str, Any]) -> dict[str, Any]:
    """The schemas that a part of the document refers to, directly or through others."""
    found: dict[str, Any] = {}
    waiting = list(_references(part))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = schemas[name]
            waiting += _references(schemas[name])
    return dict(sorted(found.items()))


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        target = node.get("$ref")
        if isinstance(target, str):
            yield target.removeprefix(_REFERENCE)
        node = list(node.values())
    for item in node if isinstance(node, list) else ():
        yield from _references(item)


@router.get("/openapi/{dialect}.json")
async def json(request: Request, dialect: str) -> JSONResponse:
    """One dialect's document."""
    return JSONResponse({**document(request.app, dialect), "servers": [{"url": origin(request)}]})


@router.get("/docs")
async def index() -> HTMLResponse:
    """The dialects' pages."""
    links = (f'<li><a href="docs/{name}">{title}</a></li>' for name, (title, _, _) in _ENTRIES.items())
    return HTMLResponse(_INDEX.format(items="".join(links)))


@router.get("/docs/{dialect}")
async def page(dialect: str) -> HTMLResponse:
    """One dialect's page."""
    if dialect not in _ENTRIES:
        raise NoPage()
    return get_swagger_ui_html(
        openapi_url=f"../openapi/{dialect}.json",
        title=f"gouache: {_ENTRIES[dialect][0]}",
        swagger_js_url="static/swagger-ui-bundle.js",
        swagger_css_url="static/swagger-ui.css",
        swagger_favicon_url="static/favicon.png",
    )


def install(app: FastAPI) -> None:
    """Serve the documents and their pages."""
    app.mount("/docs/static", StaticFiles(directory=_STATIC), name="docs")
    app.include_router(router)
