"""Words of war the parser's model never met, shown to it as words it knows: the same form of a common verb or noun.

A small model takes "retook" for a noun and "mortars" for anything. spaCy's models read the NORM of a token, not its spelling; given the
NORM of "took" or "rockets" they tag and attach it as what it is, while text, lemma rules and offsets stay those of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from warledger.base.inflection import forms
from warledger.records.vocab import Vocabulary

#: Common verbs that take an object, by their form: one whose third person is never a noun, one whose past is past and participle.
_VERB = {"": "take", "s": "takes", "ed": "captured", "ing": "taking"}
#: By class of noun, a common noun of the class and its plural.
_NOUNS = {"armed": ("soldier", "soldiers"), "person": ("doctor", "doctors"), "civilian": ("worker", "workers"),
          "weapon": ("rocket", "rockets"), "place": ("town", "towns"), "area": ("area", "areas")}  # fmt: skip
#: Irregular forms of prefixed verbs go by the verb they repeat: "retook" as "took".
_AGAIN = "re"


#: British endings and their American ones, by which a word unknown in one may be known in the other.
_SPELLINGS = (("is(e|ed|es|er|ers|ing|ation|ations)$", r"iz\1"), ("our", "or"), ("ys(e|ed|ing)$", r"yz\1"), ("ll(ed|ing|er)$", r"l\1"))


class Known:
    """How to show a word to the model: as itself where it knows it (`None`), else as a word of the same form that it does know. A few words
    it knows and yet misreads are listed in the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, known: Set[str]) -> None:
        self._known = known
        self._like = as_known(vocabulary, known)
        self._shown = vocabulary.frames.grammar.shown

    def like(self, word: str) -> str | None:
        """The word to show instead of `word` (lower case)."""
        if word in self._known:
            return self._shown.get(word)
        return self._shown.get(word) or self._like.get(word) or next((other for other in _respelt(word) if other in self._known), None)


def _respelt(word: str) -> Iterator[str]:
    """The word in American spelling: "criticised", "neighbouring", "analysed", "travelled"."""
    for ending, other in _SPELLINGS:
        if (spelt := re.sub(ending, other, word, count=1)) != word:
            yield spelt


def as_known(vocabulary: Vocabulary, known: Set[str]) -> dict[str, str]:
    """Form -> the form of a known word it is shown as, for every form of a listed verb or noun that is not in `known` (lower case)."""
    irregular: Mapping[str, tuple[str, ...]] = vocabulary.gate.irregular if vocabulary.gate is not None else {}
    nouns, verbs = dict(reversed([*_nouns(vocabulary)])), dict(reversed([*_verbs(vocabulary, irregular, known)]))  # the first counts
    # What can be either is left to the model: "recaptures", "airstrikes".
    table = {form: like for form, like in (nouns | verbs).items() if not (form in nouns and form in verbs)}
    return {form: like for form, like in sorted(table.items()) if form.isalpha() and form not in known and like in known}


def _nouns(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for name, (one, many) in _NOUNS.items():
        for noun in sorted(getattr(vocabulary.nouns, name)):
            yield noun, one
            yield from ((form, many) for form in _plurals(noun))
    for frame in vocabulary.frames.frames:
        for noun in frame.nouns:
            last = noun.split()[-1]
            yield last, "attack"
            yield from ((form, "attacks") for form in _plurals(last))


def _plurals(noun: str) -> list[str]:
    return sorted(form for form in forms(noun, {}) if form.endswith(("s", "men")) and form != noun)


def _verbs(vocabulary: Vocabulary, irregular: Mapping[str, tuple[str, ...]], known: Set[str]) -> Iterator[tuple[str, str]]:
    for verb in sorted({phrase.split()[0] for frame in vocabulary.frames.frames for phrase in frame.verbs}):
        for form in sorted(forms(verb, irregular)):
            again = form.removeprefix(_AGAIN)
            ending = _ending(form, verb)
            plainly = form.endswith("ed") or ending != "ed"
            yield form, _VERB[ending] if plainly or again not in known else again


def _ending(form: str, verb: str) -> str:
    if form == verb:
        return ""
    return "ing" if form.endswith("ing") else "s" if form.endswith("s") else "ed"
