"""The JavaScript of the AI/ML API page, as it stands there."""

from __future__ import annotations

import httpx

from tests.api.samples import samples
from tests.conftest import Server
from tests.node.conftest import Node

ANSWERING = """
const {log} = console;
console.log = (...words) => words[0] === "Generation:" ? answer(words[1]) : log(...words);
"""


def test_the_documents_script(server: Server, node: Node) -> None:
    [script] = samples("aimlapi", "javascript")
    told = node(ANSWERING + script.replace("http://127.0.0.1:8000", server.url))
    [image] = told["images"]
    assert len(httpx.get(image["url"]).content) == image["file_size"]
    assert set(image) == {"url", "content_type", "file_name", "file_size"}
