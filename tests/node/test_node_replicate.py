"""The official Replicate client for Node against a real server."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.api.test_replicate_tools import picture
from tests.conftest import Server, launch
from tests.node.conftest import Node
from tests.receiver import Receiver

SVG = "recraft-ai/recraft-v3-svg"
START = """
import Replicate, {validateWebhook} from "replicate";
const client = new Replicate({auth: "r8_x", baseUrl: url + "/replicate/v1"});
const input = {prompt: "a red apple"};
"""


@pytest.fixture(scope="module")
def inline_server(scratch: Path, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """An open server that tells loopback, and whose outputs are data URIs."""
    settings = {"GOUACHE_FETCH_ALLOW": "127.0.0.0/8", "GOUACHE_REPLICATE_OUTPUT": "data"}
    settings["GOUACHE_DATABASE_URL"] = fresh_database()
    running, process = launch(scratch / "node", "--open", "--workers", "1", port=None, verify=None, **settings)
    yield running
    process.terminate()
    process.wait(30)


def test_run_gives_a_url(server: Server, node: Node) -> None:
    script = "answer(await client.run(model, {input}));"
    output = node(START + script, url=server.url, model=SVG)
    assert "<svg" in httpx.get(output).text


def test_run_gives_a_file(inline_server: Server, node: Node) -> None:
    script = """
        const made = await client.run(model, {input, wait: {mode: "poll", interval: 100}});
        answer([made.constructor.name, await (await made.blob()).text()]);
    """
    kind, text = node(START + script, url=inline_server.url, model=SVG)
    assert (kind, text[:4]) == ("FileOutput", "<svg")


def test_the_life_of_a_prediction(server: Server, node: Node) -> None:
    script = """
        const made = await client.predictions.create({model, input});
        const done = await client.wait(made, {interval: 100});
        const canceled = await client.predictions.cancel(made.id);
        const listed = (await client.predictions.list()).results.map((one) => one.id);
        answer({made, done, canceled, listed: listed.includes(made.id), got: await client.predictions.get(made.id)});
    """
    told = node(START + script, url=server.url, model=SVG)
    assert (told["made"]["status"], told["done"]["status"]) == ("starting", "succeeded")
    assert told["done"] == told["canceled"] == told["got"]
    assert told["listed"]


def test_the_stream(server: Server, node: Node) -> None:
    script = """
        const events = [];
        for await (const {event, data} of client.stream(model, {input})) {
            events.push([event, event === "output" ? [data.constructor.name, String(data.url())] : data]);
        }
        answer(events);
    """
    events = node(START + script, url=server.url, model=SVG)
    assert [kind for kind, _ in events] == ["logs", "logs", "output", "done"]
    assert events[2][1][0] == "FileOutput"
    assert events[2][1][1].startswith(server.url)


def test_files(server: Server, node: Node) -> None:
    script = """
        const blob = new Blob([Buffer.from(data, "base64")], {type: "image/png"});
        const made = await client.files.create(blob, {name: "disc"});
        const listed = (await client.files.list()).results.map((one) => one.id);
        const got = await client.files.get(made.id);
        const output = await client.run("recraft-ai/recraft-vectorize", {input: {image: made.urls.get}});
        const direct = await client.run("recraft-ai/recraft-vectorize", {input: {image: blob}});
        const third = await client.run(
            "recraft-ai/recraft-vectorize", {input: {image: "data:image/png;base64," + data}});
        answer({made, got, listed, gone: await client.files.delete(made.id), outputs: [output, direct, third]});
    """
    told = node(START + script, url=server.url, data=base64.b64encode(picture()).decode())
    assert told["made"] == {**told["got"], "urls": told["made"]["urls"]}
    assert (told["made"]["metadata"], told["made"]["content_type"]) == ({"name": "disc"}, "image/png")
    assert told["made"]["id"] in told["listed"]
    assert told["gone"] is True
    svgs = {httpx.get(output).text for output in told["outputs"]}
    assert len(svgs) == 1


def test_the_catalogue(server: Server, node: Node) -> None:
    script = """
        const model = await client.models.get("recraft-ai", "recraft-v3");
        const version = await client.models.versions.get("recraft-ai", "recraft-v3", model.latest_version.id);
        const found = (await client.models.search("upscale")).results.map((one) => one.name);
        const pages = [];
        for await (const page of client.paginate(client.models.list)) pages.push(page.length);
        answer({
            model, version, found, pages, account: await client.accounts.current(),
            collection: await client.collections.get("image-editing"), hardware: await client.hardware.list(),
            deployments: (await client.deployments.list()).results,
        });
    """
    told = node(START + script, url=server.url)
    assert told["version"] == told["model"]["latest_version"]
    assert told["found"] == ["recraft-crisp-upscale", "recraft-creative-upscale"]
    assert told["pages"] == [8]
    assert len(told["collection"]["models"]) == 2
    assert told["account"]["username"] == "open"
    assert (told["hardware"], told["deployments"]) == ([{"name": "CPU", "sku": "cpu"}], [])


def test_a_webhook_satisfies_the_client(inline_server: Server, node: Node) -> None:
    script = """
        const made = await client.predictions.create(
            {model, input, webhook: hook, webhook_events_filter: ["completed"]});
        answer({made, secret: (await client.webhooks.default.secret.get()).key});
    """
    with Receiver() as receiver:
        told = node(START + script, url=inline_server.url, model=SVG, hook=receiver.url)
        [post] = receiver.wait(lambda posts: len(posts) == 1)
    assert post.json["id"] == told["made"]["id"]
    check = """
        const request = (text) => new Request("http://localhost", {method: "POST", headers, body: text});
        answer([await validateWebhook(request(body), secret), await validateWebhook(request(body + " "), secret)]);
    """
    body = post.body.decode()
    assert node(START + check, url="", headers=post.headers, body=body, secret=told["secret"]) == [True, False]


def test_errors(server: Server, node: Node) -> None:
    script = """
        const caught = async (work) => { try { await work(); } catch (error) {
            return [error.name, error.response?.status, error.message]; } };
        answer([await caught(() => client.run(model, {input: {style: "none"}})),
                await caught(() => client.run("acme/none", {input})),
                await caught(() => client.deployments.get("acme", "mine"))]);
    """
    wrong, *missing = node(START + script, url=server.url, model=SVG)
    assert wrong[:2] == ["ApiError", 422]
    assert "style must be one of the following" in wrong[2]
    assert [error[:2] for error in missing] == [["ApiError", 404]] * 2
