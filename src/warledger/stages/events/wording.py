"""How alike two quotes are: the share of their telling words, and the pairs of words they have in common."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")
#: Letters by which words count as one ("reconcile", "reconciliation").
_STEM = 6
#: Added to the claims of a document, so that in a short one too a word used once weighs something.
_SMOOTH = 40


def stems(quote: str, plain: frozenset[str]) -> frozenset[str]:
    """The beginnings of the telling words."""
    words = _WORD.findall(_POSSESSIVE.sub("", quote.casefold()))
    return frozenset(word[:_STEM] for word in words if word not in plain and len(word) > 1)


def weights(quotes: Iterable[frozenset[str]]) -> dict[str, float]:
    """What each word weighs in a document, by its claims' words: the more of them have it, the less."""
    held = list(quotes)
    often = Counter(word for words in held for word in words)
    return {word: math.log((len(held) + _SMOOTH) / n) for word, n in often.items()}


def weighed(words: frozenset[str], weight: Mapping[str, float]) -> dict[str, float]:
    """The words of one quote with what they weigh, to unit length; sorted, so that sums come out the same everywhere."""
    length = math.sqrt(sum(weight[word] ** 2 for word in sorted(words))) or 1.0
    return {word: weight[word] / length for word in sorted(words)}


def alike(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of the weighed words, 0-1."""
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def shared_pairs(a: str, b: str, telling: Set[str]) -> int:
    """Pairs of neighbouring words that stand in both quotes, `telling` being the beginnings of the words that count."""
    return len(_pairs(a, telling) & _pairs(b, telling)) if len(telling) > 1 else 0


def _pairs(quote: str, telling: Set[str]) -> set[tuple[str, str]]:
    words = _WORD.findall(_POSSESSIVE.sub("", quote.casefold()))
    return {(a, b) for a, b in itertools.pairwise(words) if a[:_STEM] in telling and b[:_STEM] in telling}
