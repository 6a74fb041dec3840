"""The official OpenAI client for Node, and the AI SDK on top of the same paths, against a real server."""

from __future__ import annotations

import base64
import io

import httpx
from PIL import Image

from tests.conftest import Server
from tests.node.conftest import Node

OPENAI = """
import OpenAI from "openai";
const client = new OpenAI({baseURL: url + "/v1", apiKey: "k", maxRetries: 0});
"""
AI_SDK = """
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateImage } from "ai";
const openai = createOpenAI({baseURL: url + "/v1", apiKey: "k"}).image("recraftv3");
const recraft = createOpenAICompatible({name: "recraft", baseURL: url + "/v1", apiKey: "k"}).imageModel("recraftv3");
const drawn = async (model, more) => {
  const {images} = await generateImage({model, prompt: "a red apple", ...more});
  return images.map(({base64, mediaType}) => ({base64, mediaType}));
};
"""


def test_generate(server: Server, node: Node) -> None:
    answers = node(OPENAI + """
        const body = {prompt: "race car on a track", style: "vector_illustration", model: "recraftv3"};
        const link = await client.images.generate(body);
        const data = await client.images.generate({...body, response_format: "b64_json", n: 2});
        answer({link: link.data[0].url, data: data.data.map((one) => one.b64_json), credits: data.credits});
    """, url=server.url)  # fmt: skip
    assert httpx.get(answers["link"]).headers["content-type"] == "image/svg+xml"
    assert answers["credits"] == 160
    assert all(base64.b64decode(one).lstrip().startswith(b"<") for one in answers["data"])


def test_errors(server: Server, closed_server: Server, node: Node) -> None:
    script = OPENAI + """
        const error = await client.images.generate({prompt: "a", size: "1x1"}).catch((one) => one);
        const {status, code, param, type, requestID, message} = error;
        answer({status, code, param, type, requestID, message, kind: error.constructor.name});
    """  # fmt: skip
    wrong = node(script, url=server.url)
    assert (wrong["status"], wrong["param"], wrong["kind"]) == (400, "size", "BadRequestError")
    assert (wrong["code"], wrong["type"]) == ("invalid_value", "invalid_request_error")
    assert len(wrong["requestID"]) == 36
    refused = node(script, url=closed_server.url)
    assert (refused["status"], refused["kind"]) == (401, "AuthenticationError")
    assert "request unauthorized" in refused["message"]


def test_models(server: Server, node: Node) -> None:
    names = node(OPENAI + """
        const names = [];
        for await (const one of client.models.list()) names.push(one.id);
        answer(names);
    """, url=server.url)  # fmt: skip
    assert "recraftv3" in names


def test_the_ai_sdk(server: Server, node: Node) -> None:
    answers = node(AI_SDK + """
        const providerOptions = {recraft: {style: "digital_illustration", image_format: "png"}};
        answer([
          ...await drawn(openai, {size: "1024x1024"}),
          ...await drawn(recraft, {size: "1280x1024", n: 2, seed: 5, providerOptions}),
        ]);
    """, url=server.url)  # fmt: skip
    pictures = [Image.open(io.BytesIO(base64.b64decode(one["base64"]))) for one in answers]
    assert [(one.size, one.format) for one in pictures] == [
        ((1024, 1024), "WEBP"), ((1280, 1024), "PNG"), ((1280, 1024), "PNG"),
    ]  # fmt: skip
    assert [one["mediaType"] for one in answers] == ["image/webp", "image/png", "image/png"]
    assert len({one["base64"] for one in answers}) == 3


def test_edits_by_the_ai_sdk(server: Server, node: Node) -> None:
    refused = node(AI_SDK + """
        const prompt = {text: "winter", images: ["data:image/png;base64,AAAA"]};
        const error = await drawn(openai, {prompt, maxRetries: 0}).catch((one) => one);
        answer({status: error.statusCode, url: error.url, body: JSON.parse(error.responseBody)});
    """, url=server.url)  # fmt: skip
    assert (refused["status"], refused["url"]) == (400, f"{server.v1}/images/edits")
    assert refused["body"]["error"]["param"] == "image"
