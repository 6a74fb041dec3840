"""The official Replicate client for Node against a real server."""

from __future__ import annotations

from tests.conftest import Server
from tests.node.conftest import Node

START = """
import Replicate from "replicate";
const client = new Replicate({auth: "r8_x", baseUrl: url + "/replicate/v1"});
"""


def test_run(server: Server, node: Node) -> None:
    output = node(START + """
        answer(await client.run("recraft-ai/recraft-v3-svg", {input: {prompt: "a red apple"}}));
    """, url=server.url)  # fmt: skip
    assert output.startswith(server.url)
