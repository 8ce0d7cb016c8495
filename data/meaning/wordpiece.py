"""Cuts text into BERT's word pieces, as far as ASCII goes; others are unknown."""

import re
import unicodedata


def word_piece_ids(text, ids, limit):
    """The ids between the marks of start and end, `limit` at most with these."""
    found = [ids["[CLS]"]]
    for word in words(text):
        found += split(word, ids)
    return found[: limit - 1] + [ids["[SEP]"]]


def words(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    return re.findall(r"[a-z0-9]+|[^\sa-z0-9]", plain)


def split(word, ids):
    """The longest known piece first."""
    start, found = 0, []
    while start < len(word):
        mark = "##" if start else ""
        end = next((end for end in range(len(word), start, -1) if mark + word[start:end] in ids), None)
        if end is None:
            return [ids["[UNK]"]]
        found.append(ids[mark + word[start:end]])
        start = end
    return found
