"""What an SVG says of itself: title, sources and licences (RDF, Creative Commons terms), and its scene graph."""

from __future__ import annotations

import json
from dataclasses import asdict
from html import escape
from typing import Any

from gouache.engines.composer.drawing import Source
from gouache.engines.composer.picture import Picture
from gouache.engines.composer.scene import Scene

_LICENCES = {"Apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0", "MIT": "https://opensource.org/license/mit"}


def metadata(picture: Picture, scene: Scene, report: dict[str, Any]) -> str:
    """The `<metadata>` element."""
    sources = sorted({s for e in picture.elements for s in e.sources}, key=lambda s: (s.collection, s.name))
    graph = json.dumps({"scene": scene_graph(scene), "report": report}, ensure_ascii=False, separators=(",", ":"))
    return (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format><dc:title>{escape(picture.title)}</dc:title>'
        f"<dc:publisher>gouache</dc:publisher>{''.join(_source(s) for s in sources)}</cc:Work></rdf:RDF>"
        f'<scene xmlns="urn:gouache:scene">{escape(graph)}</scene></metadata>'
    )


def scene_graph(scene: Scene) -> dict[str, Any]:
    """The scene as plain data, without what is empty."""
    graph = asdict(scene)
    graph.pop("prompt")
    graph["nodes"] = [{key: value for key, value in node.items() if value} for node in graph["nodes"]]
    return {key: value for key, value in graph.items() if value}


def _source(source: Source) -> str:
    licence = _LICENCES.get(source.licence, source.licence)
    return (
        f'<dc:source rdf:parseType="Resource"><dc:title>{escape(source.collection)}: {escape(source.name)}</dc:title>'
        f"<cc:license>{escape(licence)}</cc:license></dc:source>"
    )


def insert(svg: str, block: str) -> str:
    """The SVG with a block right after its opening tag."""
    end = svg.index(">", svg.index("<svg")) + 1
    return svg[:end] + block + svg[end:]
