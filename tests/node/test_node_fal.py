"""The official fal client for Node against a real server."""

from __future__ import annotations

import base64

import httpx

from tests.api.samples import samples
from tests.api.test_fal_images import png
from tests.conftest import Server
from tests.node.conftest import Node

START = """
import { createFalClient } from "@fal-ai/client";
const hosts = [["https://queue.fal.run", "/fal/queue"], ["https://fal.run", "/fal/run"], ["https://rest.fal.ai", ""]];
const requestMiddleware = async (request) => {
  const found = hosts.find(([host]) => request.url.startsWith(host));
  return found ? {...request, url: request.url.replace(found[0], url + found[1])} : request;
};
const direct = createFalClient({credentials: "id:secret", requestMiddleware});
const proxied = createFalClient({credentials: "id:secret", proxyUrl: {url: url + "/fal/proxy", when: "always"}});
const model = "fal-ai/recraft/v3/text-to-image";
const input = {prompt: "a red apple", style: "vector_illustration"};
"""


def test_the_sample_of_the_page(server: Server, node: Node) -> None:
    [script] = samples("fal", "javascript")
    url = node(script.replace("http://127.0.0.1:8000", server.url) + "answer(data.images[0].url);")
    assert httpx.get(url).headers["content-type"] == "image/webp"


def test_subscribe(server: Server, node: Node) -> None:
    answers = node(START + """
        const seen = [];
        const onQueueUpdate = ({status}) => seen.push(status);
        const polled = await direct.subscribe(model, {input, logs: true, onQueueUpdate});
        const streamed = await direct.subscribe(model, {input, mode: "streaming"});
        const run = await direct.run(model, {input});
        answer({seen, results: [polled, streamed, run]});
    """, url=server.url)  # fmt: skip
    assert answers["seen"][-1] == "COMPLETED"
    for result in answers["results"]:
        assert len(result["requestId"]) == 36
        [image] = result["data"]["images"]
        assert httpx.get(image["url"]).headers["content-type"] == "image/svg+xml"


def test_the_proxy(server: Server, node: Node) -> None:
    result = node(START + "answer(await proxied.subscribe(model, {input}));", url=server.url)
    assert result["data"]["images"][0]["content_type"] == "image/svg+xml"


def test_upload(server: Server, node: Node) -> None:
    urls = node(START + """
        const file = new Blob([Buffer.from(picture, "base64")], {type: "image/png"});
        const lifecycle = {expiresIn: "1d"};
        answer([await direct.storage.upload(file, {lifecycle}), await proxied.storage.upload(file)]);
    """, url=server.url, picture=base64.b64encode(png()).decode())  # fmt: skip
    assert [httpx.get(url).content for url in urls] == [png(), png()]


def test_errors(server: Server, node: Node) -> None:
    caught = node(START + """
        const error = await direct.run(model, {input: {}}).catch((one) => one);
        answer({name: error.name, status: error.status, fields: error.fieldErrors.map((one) => one.loc)});
    """, url=server.url)  # fmt: skip
    assert caught == {"name": "ValidationError", "status": 422, "fields": [["body", "prompt"]]}
