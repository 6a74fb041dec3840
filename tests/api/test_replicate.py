"""The official Replicate client 1.x, and the wire beneath it, against a real server."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import replicate
from PIL import Image
from replicate.client import Client
from replicate.exceptions import ReplicateError

from gouache.api.replicate_catalog import choices, listed
from tests.api.samples import run, samples
from tests.conftest import Server, launch

SVG = "recraft-ai/recraft-v3-svg"
APPLE = {"prompt": "a red apple"}
SEEDS_INPUT = {
    "size": "1365x1024",
    "style": "any",
    "prompt": "a wildlife photography photo of a red panda using a laptop in a snowy forest",
    "aspect_ratio": "Not set",
}


@pytest.fixture(autouse=True)
def closed_clients(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The vendor's client leaves its connections open; they are closed here."""
    opened: list[Any] = []
    build = replicate.client._build_httpx_client

    def kept(*arguments: Any, **options: Any) -> Any:
        opened.append(build(*arguments, **options))
        return opened[-1]

    monkeypatch.setattr(replicate.client, "_build_httpx_client", kept)
    yield
    for one in opened:
        if isinstance(one, httpx.Client):
            one.close()


def client(server: Server, key: str = "r8_x", base: str = "/replicate") -> Client:
    return Client(api_token=key, base_url=server.url + base)


@pytest.fixture(scope="module")
def still_server(scratch: Any, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """An open server without workers: whatever is submitted stays queued."""
    running, process = launch(scratch / "rstill", "--open", "--workers", "0", GOUACHE_DATABASE_URL=fresh_database())
    yield running
    process.terminate()
    process.wait(30)


def post(server: Server, body: Any, path: str = f"models/{SVG}/predictions", **headers: str) -> httpx.Response:
    return httpx.post(f"{server.url}/replicate/v1/{path}", json=body, headers=headers, timeout=70)


def test_the_client_of_the_page(server: Server) -> None:
    output = str(run(samples("replicate")[0], server.url)["output"])
    assert Image.open(io.BytesIO(httpx.get(output).content)).size == (1365, 1024)


def test_the_request_of_the_page(server: Server) -> None:
    answer: Any = run(samples("replicate")[1], server.url)["answer"]
    assert answer.json()["status"] == "succeeded"
    assert Image.open(io.BytesIO(httpx.get(answer.json()["output"]).content)).size == (1820, 1024)


def test_the_documents_request_is_answered_as_the_document_says(still_server: Server) -> None:
    response = post(still_server, {"input": SEEDS_INPUT}, "models/recraft-ai/recraft-v3/predictions")
    answer = response.json()
    assert response.status_code == 200
    assert {"model": "recraft-ai/recraft-v3", "version": "hidden", "status": "starting", "logs": ""}.items() <= (
        answer.items()
    )
    assert (answer["output"], answer["error"], answer["data_removed"]) == (None, None, False)
    assert answer["input"] == SEEDS_INPUT
    assert len(answer["id"]) == 26
    assert answer["created_at"].endswith("Z")
    assert answer["urls"].keys() == {"cancel", "get", "stream", "web"}
    assert all(url.startswith(still_server.url) for url in answer["urls"].values())
    assert "started_at" not in answer


def test_defaults_are_filled_in(still_server: Server) -> None:
    answer = post(still_server, {"input": APPLE}).json()
    assert answer["input"] == {"size": "1024x1024", "style": "any", "prompt": "a red apple", "aspect_ratio": "Not set"}


@pytest.mark.parametrize("base", ["/replicate", "/replicate/v1"])
def test_create_reload_wait(server: Server, base: str) -> None:
    made = client(server, base=base).models.predictions.create(SVG, input={**APPLE, "style": "line_art"})
    assert made.started_at is None
    made.wait()
    assert made.status == "succeeded"
    assert "<svg" in httpx.get(str(made.output)).text
    assert str(made.logs).endswith("sec")
    assert made.metrics is not None
    assert 0 < made.metrics["predict_time"] <= made.metrics["total_time"]
    assert str(made.created_at) <= str(made.started_at) <= str(made.completed_at)


def test_a_version_is_echoed(server: Server) -> None:
    version = listed()[SVG].versions[0]
    output = client(server).run(f"{SVG}:{version}", input=APPLE)
    assert str(output).startswith(server.url)
    made = post(server, {"version": version, "input": APPLE}, "predictions", Prefer="wait").json()
    assert (made["version"], made["model"], made["status"]) == (version, SVG, "succeeded")
    named = post(server, {"version": SVG, "input": APPLE}, "predictions").json()
    assert named["version"] == "hidden"


@pytest.mark.parametrize("model", ["recraft-20b", "recraft-20b-svg"])
def test_the_older_models(server: Server, model: str) -> None:
    made = post(server, {"input": APPLE}, f"models/recraft-ai/{model}/predictions", Prefer="wait").json()
    assert made["status"] == "succeeded"


def test_the_ratio_wins_over_the_size(server: Server) -> None:
    made = post(server, {"input": {**APPLE, "size": "1024x1024", "aspect_ratio": "7:5"}}, Prefer="wait").json()
    assert 'viewBox="0 0 1434 1024"' in httpx.get(made["output"]).text


def test_a_seed_makes_the_same_picture(server: Server) -> None:
    urls = [post(server, {"input": {**APPLE, "seed": 3}}, Prefer="wait").json()["output"] for _ in range(2)]
    assert httpx.get(urls[0]).content == httpx.get(urls[1]).content


def test_waiting_ends_with_starting(still_server: Server) -> None:
    assert post(still_server, {"input": APPLE}, Prefer="wait=1").json()["status"] == "starting"


def test_cancel(still_server: Server) -> None:
    made = client(still_server).models.predictions.create(SVG, input=APPLE)
    made.cancel()
    assert made.status == "canceled"
    again = httpx.post(f"{still_server.url}/replicate/v1/predictions/{made.id}/cancel").json()
    assert (again["status"], again["output"]) == ("canceled", None)
    assert again["metrics"]["predict_time"] == 0


def test_what_is_over_cannot_be_canceled(server: Server) -> None:
    made = post(server, {"input": APPLE}, Prefer="wait").json()
    assert httpx.post(made["urls"]["cancel"]).json()["status"] == "succeeded"


@pytest.mark.parametrize("span", ["5m", "30s", "90", "1h30m45s"])
def test_a_deadline_is_told(still_server: Server, span: str) -> None:
    made = post(still_server, {"input": APPLE}, **{"Cancel-After": span}).json()
    assert made["deadline"] > made["created_at"]


@pytest.mark.parametrize("span", ["4s", "0", "soon", "", "-5"])
def test_a_deadline_is_not_too_near(still_server: Server, span: str) -> None:
    assert post(still_server, {"input": APPLE}, **{"Cancel-After": span}).status_code == 422


def test_pages_follow_each_other(still_server: Server) -> None:
    made = [post(still_server, {"input": APPLE}).json()["id"] for _ in range(103)]
    page = client(still_server).predictions.list()
    assert [one.id for one in page] == made[::-1][:100]
    assert page.next is not None
    rest = client(still_server).predictions.list(page.next)
    assert [one.id for one in rest][:3] == made[2::-1]


def test_pages_by_time(still_server: Server) -> None:
    first, second = (post(still_server, {"input": APPLE}).json() for _ in range(2))
    url = f"{still_server.url}/replicate/v1/predictions"
    older = httpx.get(url, params={"created_before": second["created_at"]}).json()["results"]
    newer = httpx.get(url, params={"created_after": first["created_at"]}).json()["results"]
    assert second["id"] not in [one["id"] for one in older]
    assert [one["id"] for one in newer][0] == second["id"]
    assert httpx.get(url, params={"cursor": "!"}).status_code == 422
    assert httpx.get(url, params={"created_after": "!"}).status_code == 400


def test_the_stream_by_the_client(server: Server) -> None:
    events = list(client(server).stream(SVG, input=APPLE))
    assert [event.event.value for event in events] == ["logs", "logs", "output", "done"]
    assert events[2].data.startswith(server.url)
    assert events[3].data == "{}"


def test_the_stream_is_told_again(server: Server) -> None:
    made = post(server, {"input": APPLE}, Prefer="wait").json()
    first, second = (httpx.get(made["urls"]["stream"]).text for _ in range(2))
    assert first == second
    name = next(line for line in first.splitlines() if line.startswith("id: "))
    rest = httpx.get(made["urls"]["stream"], headers={"Last-Event-ID": name[4:]}).text
    assert first.endswith(rest)
    assert name not in rest.splitlines()
    assert first.rstrip().endswith("data: {}")


def test_a_stream_needs_its_secret(server: Server) -> None:
    made = post(server, {"input": APPLE}, Prefer="wait").json()
    url = made["urls"]["stream"]
    for wrong in (url[:-1] + ("0" if url[-1] != "0" else "1"), f"{server.url}/v1/files/x", f"{url}a"):
        assert httpx.get(wrong).status_code == 404


def test_a_canceled_stream_says_so(still_server: Server) -> None:
    made = post(still_server, {"input": APPLE}).json()
    httpx.post(made["urls"]["cancel"])
    assert 'data: {"reason": "canceled"}' in httpx.get(made["urls"]["stream"]).text


WRONG: list[tuple[Any, str, str]] = [
    ({"input": {}}, "required", "input"),
    ({}, "required", ""),
    ({"input": 5}, "invalid_type", "input"),
    ({"input": APPLE, "model": "x"}, "additional_property_not_allowed", ""),
    ({"input": {"prompt": 5}}, "invalid_type", "input.prompt"),
    ({"input": {"prompt": "a\0"}}, "invalid_type", "input.prompt"),
    ({"input": {"prompt": " "}}, "string_gte", "input.prompt"),
    ({"input": {"prompt": "a" * 4001}}, "string_lte", "input.prompt"),
    ({"input": {**APPLE, "style": "grain"}}, "enum", "input.style"),
    ({"input": {**APPLE, "style": ["any"]}}, "enum", "input.style"),
    ({"input": {**APPLE, "size": "1x1"}}, "enum", "input.size"),
    ({"input": {**APPLE, "aspect_ratio": "1:3"}}, "enum", "input.aspect_ratio"),
    ({"input": {**APPLE, "seed": 2**32}}, "number_lte", "input.seed"),
    ({"input": {**APPLE, "seed": "1"}}, "invalid_type", "input.seed"),
    ({"input": APPLE, "webhook": "example"}, "format", "webhook"),
]


@pytest.mark.parametrize(("body", "kind", "field"), WRONG, ids=lambda value: str(value)[:40])
def test_wrong_input(server: Server, body: Any, kind: str, field: str) -> None:
    response = post(server, body)
    answer = response.json()
    assert (response.status_code, answer["status"], answer["title"]) == (422, 422, "Input validation failed")
    assert [(one["type"], one["field"]) for one in answer["invalid_fields"]] == [(kind, field)]
    assert answer["detail"] == "".join(f"- {one['field']}: {one['description']}\n" for one in answer["invalid_fields"])


def test_lone_surrogates_are_refused(server: Server) -> None:
    url = f"{server.url}/replicate/v1/models/{SVG}/predictions"
    assert httpx.post(url, content=b'{"input": {"prompt": "\\ud800"}}').status_code == 422


def test_all_complaints_come_at_once(server: Server) -> None:
    answer = post(server, {"input": {"style": "x", "size": "y"}}).json()
    assert len(answer["invalid_fields"]) == 3


def test_the_client_gets_the_problem(server: Server) -> None:
    with pytest.raises(ReplicateError) as caught:
        client(server).run(SVG, input={})
    assert (caught.value.status, caught.value.title) == (422, "Input validation failed")
    with pytest.raises(ReplicateError) as caught:
        client(server).predictions.create(version="0" * 64, input=APPLE)
    assert (caught.value.status, caught.value.title) == (422, "Invalid version or not permitted")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("POST", "models/recraft-ai/none/predictions", 404), ("GET", "predictions/w5k77rccg1rma0crb40tssh86g", 404),
     ("GET", "predictions/x", 404), ("GET", "nothing", 404), ("DELETE", "predictions", 405),
     ("GET", "models/recraft-ai/recraft-v3/versions/x", 404)],
)  # fmt: skip
def test_every_refusal_is_a_problem(server: Server, method: str, path: str, status: int) -> None:
    body = {"input": APPLE} if method == "POST" else None
    response = httpx.request(method, f"{server.url}/replicate/v1/{path}", json=body)
    assert (response.status_code, response.json()["status"]) == (status, status)
    assert response.json().keys() == {"title", "detail", "status"}


def test_models_by_the_client(server: Server) -> None:
    one = client(server)
    assert [model.name for model in one.models.list()] == [name.partition("/")[2] for name in listed()]
    assert [model.name for model in one.models.search("svg logos")] == ["recraft-v3-svg"]
    model = one.models.get("recraft-ai/recraft-v3")
    assert model.latest_version is not None
    schemas = model.latest_version.openapi_schema["components"]["schemas"]
    assert schemas["Input"]["required"] == ["prompt"]
    assert schemas["style"]["enum"] == list(choices(listed()["recraft-ai/recraft-v3"])["style"])
    versions = list(model.versions.list())
    assert [v.id for v in versions] == list(listed()["recraft-ai/recraft-v3"].versions)
    assert model.versions.get(versions[1].id).id == versions[1].id


def test_the_account_by_the_client(closed_server: Server) -> None:
    closed_server.shell("accounts", "create", "replicate-acme")
    key = closed_server.shell("keys", "create", "--account", "replicate-acme")
    assert client(closed_server, key).accounts.current().name == "replicate-acme"


def test_keys(closed_server: Server) -> None:
    url = f"{closed_server.url}/replicate/v1/account"
    missing = httpx.get(url)
    assert missing.json() == {
        "title": "Unauthenticated", "detail": "You did not pass a valid authentication token", "status": 401,
    }  # fmt: skip
    key = closed_server.shell("keys", "create")
    assert httpx.get(url, headers={"Authorization": f"Token {key}"}).status_code == 200


def test_credit_runs_out_with_402(closed_server: Server) -> None:
    closed_server.shell("accounts", "create", "replicate-poor", "--units", "50")
    key = closed_server.shell("keys", "create", "--account", "replicate-poor")
    refused = post(closed_server, {"input": APPLE}, Authorization=f"Bearer {key}")
    assert (refused.status_code, refused.json()["title"]) == (402, "Insufficient credit")


def test_predictions_are_of_their_account(closed_server: Server) -> None:
    for name in ("replicate-one", "replicate-two"):
        closed_server.shell("accounts", "create", name)
    mine, other = (closed_server.shell("keys", "create", "--account", f"replicate-{n}") for n in ("one", "two"))
    made = post(closed_server, {"input": APPLE}, Authorization=f"Bearer {mine}").json()
    theirs = {"Authorization": f"Bearer {other}"}
    assert httpx.get(made["urls"]["get"], headers=theirs).status_code == 404
    assert httpx.post(made["urls"]["cancel"], headers=theirs).status_code == 404
    assert httpx.get(f"{closed_server.url}/replicate/v1/predictions", headers=theirs).json()["results"] == []
