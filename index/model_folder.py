"""Writing packed weights as an ordinary sentence-transformers folder.

By hand and without the libraries that read it: safetensors and the tokenizer are a documented
header and JSON, and this way half a gigabyte never stands in memory.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from index.packed_weights import PackedWeights, Shape, Vocabulary
    from index.progress import Progress

QUERY_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "

_STAGE = "准备向量模型"


def write_model(packed: PackedWeights, folder: Path, progress: Progress) -> None:
    """Settings, tokenizer and weights (bf16) of the model into an existing folder."""
    _write_settings(folder, packed.shape)
    _write_json(folder / "tokenizer.json", _tokenizer(packed.vocabulary))
    _write_weights(folder / "model.safetensors", packed, progress)


def _write_json(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _write_settings(folder: Path, shape: Shape) -> None:
    _write_json(
        folder / "config.json",
        {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "torch_dtype": "bfloat16",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "hidden_act": "gelu",
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.token_types,
            "layer_norm_eps": shape.norm_epsilon,
            "pad_token_id": 1,
            "position_embedding_type": "absolute",
        },
    )
    package = "sentence_transformers.models"
    _write_json(
        folder / "modules.json",
        [
            {"idx": 0, "name": "0", "path": "", "type": f"{package}.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{package}.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{package}.Normalize"},
        ],
    )
    _write_json(
        folder / "sentence_bert_config.json",
        {"max_seq_length": shape.positions, "do_lower_case": False},
    )
    _write_json(
        folder / "1_Pooling" / "config.json",
        {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
    )
    _write_json(folder / "2_Normalize" / "config.json", {})
    _write_json(
        folder / "config_sentence_transformers.json",
        {
            "prompts": {"query": QUERY_PREFIX, "document": PASSAGE_PREFIX},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    )
    _write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": shape.positions,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "cls_token": "<s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "mask_token": "<mask>",
            "clean_up_tokenization_spaces": False,
        },
    )


def _tokenizer(vocabulary: Vocabulary) -> dict[str, Any]:
    pieces, bos, eos = vocabulary.pieces, vocabulary.bos, vocabulary.eos
    special = [bos, vocabulary.pad, eos, vocabulary.unk, pieces.index("<mask>")]
    begin = {"SpecialToken": {"id": pieces[bos], "type_id": 0}}
    end = {"SpecialToken": {"id": pieces[eos], "type_id": 0}}
    first, second = ({"Sequence": {"id": name, "type_id": 0}} for name in ("A", "B"))
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {
                "id": number,
                "content": pieces[number],
                "single_word": False,
                "lstrip": pieces[number] == "<mask>",
                "rstrip": False,
                "normalized": False,
                "special": True,
            }
            for number in sorted(special)
        ],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "NFKC"},
                {"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "},
            ],
        },
        "pre_tokenizer": {
            "type": "Metaspace",
            "replacement": "▁",
            "prepend_scheme": "always",
            "split": True,
        },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [begin, first, end],
            "pair": [begin, first, end, end, second, end],
            "special_tokens": {
                pieces[number]: {
                    "id": pieces[number],
                    "ids": [number],
                    "tokens": [pieces[number]],
                }
                for number in (bos, eos)
            },
        },
        "decoder": {
            "type": "Metaspace",
            "replacement": "▁",
            "prepend_scheme": "always",
            "split": True,
        },
        "model": {
            "type": "Unigram",
            "unk_id": vocabulary.unk,
            "vocab": [list(pair) for pair in zip(pieces, vocabulary.scores, strict=True)],
            "byte_fallback": False,
        },
    }


def _tensors(shape: Shape) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Names in the packed file, in BertModel, and the shape there."""
    hidden, forward = shape.hidden, shape.feed_forward
    yield "emb.word", "embeddings.word_embeddings.weight", (shape.vocabulary, hidden)
    yield "emb.pos", "embeddings.position_embeddings.weight", (shape.positions, hidden)
    yield "emb.type", "embeddings.token_type_embeddings.weight", (shape.token_types, hidden)
    yield "emb.ln.w", "embeddings.LayerNorm.weight", (hidden,)
    yield "emb.ln.b", "embeddings.LayerNorm.bias", (hidden,)
    parts = [
        ("q", "attention.self.query", (hidden, hidden)),
        ("k", "attention.self.key", (hidden, hidden)),
        ("v", "attention.self.value", (hidden, hidden)),
        ("ao", "attention.output.dense", (hidden, hidden)),
        ("aln", "attention.output.LayerNorm", (hidden,)),
        ("fi", "intermediate.dense", (forward, hidden)),
        ("fo", "output.dense", (hidden, forward)),
        ("oln", "output.LayerNorm", (hidden,)),
    ]
    for layer in range(shape.layers):
        for short, name, size in parts:
            long = f"encoder.layer.{layer}.{name}"
            yield f"l{layer}.{short}.w", f"{long}.weight", size
            yield f"l{layer}.{short}.b", f"{long}.bias", size[:1]


def _pooler(shape: Shape) -> list[tuple[str, tuple[int, ...]]]:
    """BertModel's pooler, which mean pooling does not use: zeros, or loading it would warn."""
    return [
        ("pooler.dense.weight", (shape.hidden, shape.hidden)),
        ("pooler.dense.bias", (shape.hidden,)),
    ]


def _write_weights(path: Path, packed: PackedWeights, progress: Progress) -> None:
    """The safetensors form: length of the header, header as JSON, tensors one behind the other."""
    tensors = list(_tensors(packed.shape))
    for short, _, size in tensors:
        if packed.count(short) != np.prod(size):
            raise ValueError(f"{short}: {packed.count(short)} weights, shape {size} expected")
    pooler = _pooler(packed.shape)
    text = _header([(name, size) for _, name, size in tensors] + pooler)
    with path.open("wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        _write_tensors(file, packed, [short for short, _, _ in tensors], progress)
        file.write(bytes(sum(2 * int(np.prod(size)) for _, size in pooler)))
        file.flush()
        os.fsync(file.fileno())


def _header(tensors: list[tuple[str, tuple[int, ...]]]) -> bytes:
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    place = 0
    for name, size in tensors:
        end = place + 2 * int(np.prod(size))
        header[name] = {"dtype": "BF16", "shape": list(size), "data_offsets": [place, end]}
        place = end
    text = json.dumps(header).encode("ascii")
    return text + b" " * (-len(text) % 8)


def _write_tensors(
    file: BinaryIO, packed: PackedWeights, names: list[str], progress: Progress
) -> None:
    total = sum(packed.count(name) for name in names)
    done = 0
    for name in names:
        for chunk in packed.chunks(name):
            file.write(_bf16(chunk).tobytes())
            done += len(chunk)
            progress(_STAGE, done, total)


def _bf16(values: NDArray[np.float32]) -> NDArray[np.uint16]:
    """The upper halves of the fp32 bits, rounded to nearest, ties to even."""
    bits = np.ascontiguousarray(values, dtype="<f4").view("<u4")
    rounded = bits + np.uint32(0x7FFF) + ((bits >> np.uint32(16)) & np.uint32(1))
    return (rounded >> np.uint32(16)).astype("<u2")
