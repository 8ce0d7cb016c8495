"""Records what a plain implementation makes of encoder.bin, and Hugging Face's tokenizers of its word pieces, for the tests:
writes test/fixtures/meaning/encoded.json.

    venv/bin/pip install tokenizers==0.23.3 && venv/bin/python record.py    (build.py tells how to make venv)
"""

import gzip
import json
import struct
from pathlib import Path

import numpy as np
from tokenizers import BertWordPieceTokenizer

from model import Layer, Linear, Model, encode

HERE = Path(__file__).parent
RECORDED = HERE.parent.parent / "test/fixtures/meaning/encoded.json"
TEXTS = [
    "Language models can be taught with outcome rewards alone to decide when to query an external source while thinking.",
    "two chatbots, a broad one and a doctor",
    "café naïve Ünïcode—dash “quotes” 中文字 \u200bzero",
    "",
    "Pre-trained few-shot   learners\n\tfor OOD (2023); 100% of α-β … emoji 😀",
    "supercalifragilistic " * 3,
    "ﬁne ½ №5 ’s İstanbul ẞ",
    "On the stability of laminar boundary layers over heated plates. " * 30,
]
LIMIT = 256


def main():
    model = read_encoder(gzip.decompress((HERE / "encoder.bin").read_bytes()))
    tokenizer = BertWordPieceTokenizer({piece: i for i, piece in enumerate(model.pieces)}, lowercase=True)
    tokenizer.enable_truncation(LIMIT)
    recorded = []
    for text in TEXTS:
        ids = tokenizer.encode(text).ids
        vector = [round(float(value), 5) for value in encode(model, ids)]
        recorded.append({"text": text, "ids": ids, "vector": vector})
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in recorded)
    RECORDED.write_text(f"[\n{lines}\n]\n", "utf8")


def read_encoder(data):
    width, layers, _, inner, positions, pieces, text = struct.unpack_from("<7I", data, 8)
    at = 36

    def take(kind, *shape):
        nonlocal at
        values = np.frombuffer(data, kind, int(np.prod(shape)), at).reshape(shape)
        at += values.nbytes
        return values

    def matrix(rows, columns):
        whole = take("i1", rows, columns)
        return whole.astype("f4") * take("<f4", rows, 1)

    linear = lambda outputs, inputs: Linear(matrix(outputs, inputs), take("<f4", outputs))
    norm = lambda: (take("<f4", width), take("<f4", width))
    names = bytes(take("u1", text)).decode().split("\n")[:pieces]
    first = matrix(pieces, width), matrix(positions, width), norm()
    made = [
        Layer(linear(3 * width, width), linear(width, width), norm(), linear(inner, width), linear(width, inner), norm())
        for _ in range(layers)
    ]
    return Model(names, *first, made)


if __name__ == "__main__":
    main()
