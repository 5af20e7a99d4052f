"""Forms of English words: what a lemma may look like in a text.

A superset on purpose: spellings no writer uses ("bombbed") do no harm to a search, a missing one does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: Endings of plurals and of their singulars, those tried first first.
_PLURALS = (("men", "man"), ("ies", "y"), ("ss", "ss"), ("s", ""))
_VOWELS = frozenset("aeiou")
#: Prefixes that make a new verb of an irregular one without changing its forms ("retake", "overthrow", "withdraw").
_PREFIXES = ("re", "over", "under", "with", "out", "up", "fore", "mis", "un", "in", "counter")


def forms(lemma: str, irregular: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Every form of a verb or noun of one word in lower case, itself included. `irregular` has the forms no rule gives, by lemma."""
    return frozenset({lemma, *_plain(lemma), *_changed(lemma), *_doubled(lemma), *_irregular(lemma, irregular)})


def singular(word: str) -> str:
    """The singular of a noun by its ending alone, in lower case, without a possessive ending ("gunmen's" is "gunman")."""
    low = word.casefold().removesuffix("'s").removesuffix("’s")
    for plural, ending in _PLURALS:
        if low.endswith(plural):
            return low.removesuffix(plural) + ending
    return low


def _plain(lemma: str) -> tuple[str, ...]:
    return tuple(lemma + ending for ending in ("s", "es", "ed", "ing"))


def _changed(lemma: str) -> tuple[str, ...]:
    """Forms that change the end: "seizing", "fled", "occupied", "dying", "knives", "gunmen"."""
    stem = lemma[:-1]
    if lemma.endswith("ie"):
        return (lemma + "d", lemma[:-2] + "ying")
    if lemma.endswith("e"):
        return (lemma + "d", stem + "ing", *((lemma[:-2] + "ves",) if lemma.endswith("fe") else ()))
    if lemma.endswith("y"):
        return (stem + "ies", stem + "ied")
    if lemma.endswith("f"):
        return (stem + "ves",)
    return (lemma[:-3] + "men",) if lemma.endswith("man") else ()


def _doubled(lemma: str) -> tuple[str, ...]:
    """Forms that double the last consonant ("stabbed", "quelling") or add a k ("mimicked")."""
    last = lemma[-1:]
    if not last.isalpha() or last in _VOWELS:
        return ()
    return tuple(lemma + added + ending for added in {last, "k" if last == "c" else last, "s"} for ending in ("ed", "ing", "es"))


def _irregular(lemma: str, table: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    own = tuple(table.get(lemma, ()))
    built = (prefix + form for prefix in _PREFIXES if lemma.startswith(prefix) for form in table.get(lemma[len(prefix) :], ()))
    return (*own, *built)
