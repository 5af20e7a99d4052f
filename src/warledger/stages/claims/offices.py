"""People a document introduces, with the office or body it gives them: "Foreign Minister Ann Lee", "Ann Lee, spokeswoman for X,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from warledger.records.vocab import Nouns

_TOKEN = re.compile(r"(?:[A-Z]\.)+|[\w'’–-]+|\S")
_PARTICLE = frozenset(
    {"al", "el", "bin", "bint", "ben", "ibn", "abu", "van", "von", "de", "da", "di", "del", "der", "den", "la", "le", "ter", "dos"}
)
_OF = frozenset({"state", "defense", "defence", "staff", "war", "interior", "treasury"})
_OPENERS = frozenset(
    {
        "The",
        "But",
        "And",
        "On",
        "In",
        "At",
        "When",
        "As",
        "By",
        "For",
        "While",
        "After",
        "Former",
        "A",
        "An",
        "Then",
        "Late",
        "Asked",
        "Its",
        "Their",
    }
)
#: Bodies that a nation before them makes the nation's own: what they say, it says.
STATE_BODIES = frozenset({"government", "ministry", "military", "army", "navy", "officials", "official", "authorities", "forces", "police"})
STATE_BODIES |= {"presidency", "parliament", "command", "court", "senate", "embassy", "administration", "regime"}
_RANKLESS = frozenset({"staff", "first", "rear", "vice", "foreign", "prime", "defense", "defence", "interior", "presidential"})
_CAP = r"(?:[A-Z][\w'’-]*[^\W_]|al-[A-Z][\w'’-]+|[A-Z]\.|bin|al|van|von|de)"
_NAME = rf"{_CAP}(?: {_CAP}){{1,4}}"
_AFTER = re.compile(rf"({_NAME}),? ?(?:\(\w+\))?(?:, [A-Z]-[A-Z][\w.]+)?, ((?:(?:the|a|an|its|their) )?[^,.;:\"“”()]{{6,110}})(?=[,.;\"”])")
_BODY = r"((?:[A-Z][\w'’-]+)(?: (?:(?:of|for|and|the|on|in) )*[A-Z][\w'’-]+){1,6})"
_OF_BODY = re.compile(rf"({_NAME}),? (?:of|from|at|with) (?:the )?{_BODY}(?=,| said| says| told| added| wrote)")
_OWNED = re.compile(rf"\b([A-Z][\w.]+(?: [A-Z][\w.]+){{0,3}})['’]s? ({_NAME}) (?:said|says|told|added|wrote|reported|reports)")
_INTRODUCED = re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts) ([^,.;:\"“”()]{{6,90}}), ({_NAME})(?=,| said| says| told)")
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her) ", re.IGNORECASE)
_CUT = re.compile(r" (?:who|which|that|whose|where|when|said|says|told) .*$")


class Introductions:
    """Finds introductions in texts, with the vocabulary's words for offices and bodies."""

    def __init__(self, nouns: Nouns, demonyms: dict[str, str]) -> None:
        self._titles = nouns.titles
        self._demonyms = demonyms
        self._roles = nouns.titles | nouns.person | nouns.role
        self._bodies = (nouns.armed | nouns.political | nouns.place) - nouns.person - nouns.titles - {"general"}

    def people(self, text: str) -> dict[str, str]:
        """Full name -> office or body, for everybody the document introduces; the fullest wording of several."""
        found: dict[str, str] = {}
        for name, office in (*self._before(text), *self._after(text)):
            if office and self._person(name) and len(office.split()) > len(found.get(name, "").split()):
                found[name] = office
        return found

    def _person(self, name: str) -> bool:
        words = name.lower().split()
        known = self._bodies | self._titles
        if name.split()[0] in _OPENERS:
            return False
        return not any(w in known or w.removesuffix("s") in known for w in words) and not words[0][0].isdigit()

    def _before(self, text: str) -> Iterator[tuple[str, str]]:
        """Offices right before a name: runs of capitalised words and titles that end in a title."""
        for line in text.splitlines():
            words = [m.group() for m in _TOKEN.finditer(line)]
            for i, word in enumerate(words):
                if self._title(word):
                    yield from self._named_after(words, i)

    def _title(self, word: str) -> bool:
        last = word.lower().rsplit("-", 1)[-1] if "-in-" in word else word.lower()
        return last in self._titles or f"{last}." in self._titles or "-in-chief" in word.lower()

    def _named_after(self, words: list[str], at: int) -> Iterator[tuple[str, str]]:
        start = at + 1
        if start < len(words) and words[start] == ".":
            start += 1  # "Gen. Lee"
        start = self._behind_of(words, start)
        end = start
        while end < len(words) and end < start + 5 and self._in_name(words, start, end):
            end += 1
            if words[end - 1].endswith(("'s", "’s")):
                break
        name = words[start:end]
        if len(name) < 2 or self._title(name[0]) or not name[-1][:1].isupper():
            return
        office = [*self._leading(words, at), *words[at:start]]
        if _joined(office).lower() not in _RANKLESS:
            yield _joined(name), _joined(office)

    def _behind_of(self, words: list[str], at: int) -> int:
        """Where a name can start after "Secretary of State" or "Commander-in-Chief of the RDF"."""
        if words[at : at + 1] != ["of"]:
            return at
        inner = at + 2 if words[at + 1 : at + 2] == ["the"] else at + 1
        word = words[inner] if inner < len(words) else ""
        return inner + 1 if word.lower() in _OF or (word.isupper() and len(word) > 1) else at

    def _in_name(self, words: list[str], start: int, at: int) -> bool:
        word = words[at]
        if at == start and word.lower() in _PARTICLE and not word[:1].isupper():
            return False
        return word[:1].isupper() or word.lower() in _PARTICLE or word.lower().startswith(("al-", "el-", "ash-", "as-"))

    def _leading(self, words: list[str], at: int) -> list[str]:
        """What stands before a title and belongs to the office: nations, bodies, further titles."""
        before = words[max(0, at - 7) : at]
        found: list[str] = []
        for i in range(len(before) - 1, -1, -1):
            if not self._of_office(before, i, first=not found):
                break
            found.append(before[i])
        return [w for w in reversed(found) if w != "."] or self._owned_office(before)

    def _of_office(self, words: list[str], at: int, *, first: bool) -> bool:
        word = words[at]
        capital = word[:1].isupper() and word not in _OPENERS
        inside = word in {"of", "for"} and 0 < at < len(words) - 1 and words[at - 1][:1].isupper() and words[at + 1][:1].isupper()
        return capital or inside or self._title(word) or (word == "." and first) or word.lower() == "former"

    def _owned_office(self, before: list[str]) -> list[str]:
        """ "Norway's oil and energy (minister)": lower-case words back to a nation or a possessive; else a body ("army (chief)")."""
        if before[-1:] == ["."]:
            return []  # that was the sentence before
        for back in range(2, min(5, len(before)) + 1):
            word = before[-back]
            if word.endswith(("'s", "’s")) or word in self._demonyms:
                return before[-back:]
            if not word.islower():
                break
        return before[-1:] if before and before[-1] in self._bodies else []

    def _after(self, text: str) -> Iterator[tuple[str, str]]:
        for match in _AFTER.finditer(text):
            yield from self._apposed(self._untitled(match[1]), match[2])
        for match in _INTRODUCED.finditer(text):
            yield from self._apposed(match[2], match[1])
        for match in _OF_BODY.finditer(text):
            if any(
                w.lower() in self._bodies or w.lower() in {"institute", "foundation", "university", "center", "centre"}
                for w in match[2].split()
            ):
                yield self._untitled(match[1]), match[2]
        for match in _OWNED.finditer(text):
            yield match[2], " ".join(w for w in match[1].split() if w not in _OPENERS)

    def _apposed(self, name: str, office: str) -> Iterator[tuple[str, str]]:
        office = _CUT.sub("", _ARTICLE.sub("", office.strip()))
        head = re.split(r" (?:of|for|at|to|in|with|from|on) ", office, maxsplit=1)[0].lower().split()
        once = head[:1] == ["formerly"] or len(office.split()[-1]) == 1
        if head and len(head) <= 8 and any(w in self._roles for w in head[-2:]) and not office[:1].isdigit() and not once:
            yield name, _body_at(office)

    def _untitled(self, name: str) -> str:
        words = name.split()
        while len(words) > 2 and self._title(words[0].rstrip(".")):
            words = words[1:]
        last = max((i for i, w in enumerate(words[:-2]) if self._title(w)), default=-1)
        return " ".join(words[last + 1 :])


def _body_at(office: str) -> str:
    """The body of a fellow or an analyst "at the X Institute"; other offices whole."""
    found = re.search(r" (?:at|with) (?:the )?(?:[a-z]+ )*((?:[A-Z][\w'’&-]+)(?: (?:(?:of|for|and|the|on) )*[A-Z][\w'’&-]+)*)", office)
    return found[1] if found else office


def _joined(words: list[str]) -> str:
    text = " ".join(words).replace(" . ", ". ").strip(" .")
    return re.sub(r"['’]s?$", "", text)


def of_body(speaker: str, known: dict[str, str], demonyms: dict[str, str]) -> str:
    """The nation of a body named after it ("French army"), or the office of whom it is named after ("Lee administration")."""
    if speaker in demonyms:
        return demonyms[speaker]
    *before, last = speaker.split()
    owner = re.sub(r"['’]s?$", "", " ".join(before))
    if not before or last.lower() not in STATE_BODIES:
        return ""
    person = next((office for name, office in known.items() if name == owner or name.endswith(f" {owner}")), "")
    first = owner.split()[0]
    nation = re.sub(r"['’]s?$", "", first)
    return person or demonyms.get(first, "") or (nation if nation in set(demonyms.values()) else "")


def fuller(one: str, other: str) -> str:
    """The wording of an office that says more: a bare rank or title yields to one that names a body or a nation."""
    return other if len(other.split()) > len(one.split()) and len(one.split()) < 2 else one or other
