"""Makes encoder.bin: all-MiniLM-L6-v2 with fewer bits a weight and the word pieces of ASCII, compressed.

    python3 -m venv venv && venv/bin/pip install --no-deps -r requirements.txt
    venv/bin/python build.py && venv/bin/python record.py && npm run vectors

The layout is read by src/core/search/meaning/encoderFile.ts and described there.
"""

import io
import json
import re
import struct
import zlib
from pathlib import Path

import numpy as np

import quantise
from model import HEADS, INNER, LAYERS, POSITIONS, WIDTH, embed, read_model, run_layer
from wordpiece import word_piece_ids

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
# What is lost by layers counts most, by embeddings little: see the table in src/core/search/meaning/README.md.
LAYERS_COARSENESS, EMBEDDINGS_COARSENESS, POSITIONS_COARSENESS = 0.5, 0.9, 0.05
CALIBRATION_PIECES = 128  # of each text that rounding is made good for
ASCII_PIECE = re.compile(r"[\x21-\x7e]+")


def main():
    model = read_model()
    model.pieces, model.embeddings = ascii_pieces(model)
    file = io.BytesIO()
    text = "\n".join(model.pieces).encode()
    text += b"\n" * (-len(text) % 4)
    file.write(struct.pack("<4s8I", b"MEAN", 2, WIDTH, LAYERS, HEADS, INNER, POSITIONS, len(model.pieces), len(text)))
    file.write(text)
    model.embeddings = write_matrix(file, *quantise.nearest(model.embeddings, EMBEDDINGS_COARSENESS))
    model.positions = write_matrix(file, *quantise.nearest(model.positions, POSITIONS_COARSENESS))
    write_norm(file, model.norm)
    states = [embed(model, ids) for ids in calibration(model.pieces)]
    for layer in model.layers:
        inputs = ([], [], [], [])
        for state in states:
            run_layer(layer, state, inputs)
        for linear, rows in zip(layer.linears(), inputs):
            whole, scale = quantise.compensated(linear.weight, LAYERS_COARSENESS, np.concatenate(rows))
            linear.weight = write_matrix(file, whole, scale)
            file.write(linear.bias.astype("<f4").tobytes())
            if linear is layer.output:
                write_norm(file, layer.attention_norm)
        write_norm(file, layer.norm)
        # What follows makes good what is lost here, too.
        states = [run_layer(layer, state) for state in states]
    packed = compress(file.getvalue())
    (HERE / "encoder.bin").write_bytes(packed)
    print(f"encoder.bin: {len(model.pieces):,} word pieces, {len(packed):,} bytes, {file.tell():,} unpacked")


def ascii_pieces(model):
    """Single marks and letters are among them, so that any word of ASCII can be written; other scripts the model hardly knows."""
    special = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
    kept = [
        i
        for i, piece in enumerate(model.pieces)
        if piece in special or (ASCII_PIECE.fullmatch(piece) and not re.fullmatch(r"\[\w+\]", piece))
    ]
    return [model.pieces[i] for i in kept], model.embeddings[kept]


def calibration(pieces):
    """Texts like those to be encoded: the bundled papers, and as queries their titles and the sentences of test/eval/data."""
    papers = json.loads((ROOT / "data/references.json").read_text("utf8"))
    queries = (ROOT / "test/eval/data/paraphrases/queries.jsonl").read_text("utf8").splitlines()
    texts = [f"{paper['title']}. {paper['abstract']}" for paper in papers]
    texts += [paper["title"] for paper in papers] + [json.loads(query)["text"] for query in queries]
    ids = {piece: i for i, piece in enumerate(pieces)}
    return [word_piece_ids(text, ids, CALIBRATION_PIECES) for text in texts]


def write_matrix(file, whole, scale):
    """Writes whole numbers and the scale of each row; returns the matrix that they are now."""
    file.write(whole.tobytes())
    file.write(scale.astype("<f4").tobytes())
    return whole * scale


def write_norm(file, norm):
    for part in norm:
        file.write(part.astype("<f4").tobytes())


def compress(data):
    """Gzip with Huffman's code alone: there are no repetitions in such numbers, and looking for them makes it larger."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31, 9, zlib.Z_HUFFMAN_ONLY)
    return packer.compress(data) + packer.flush()


if __name__ == "__main__":
    main()
