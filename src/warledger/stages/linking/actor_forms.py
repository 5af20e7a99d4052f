"""A name of an actor, taken apart: titles, words that leave it who it is, its body ("X fighters"), its nation, and how a described
actor hangs on a named one ("X-backed rebels"). Spelling and word lists only; what else the reports say is the business of `actor_pile`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from warledger.base.inflection import singular
from warledger.base.similarity import fold_name
from warledger.records.place_words import ActorWords
from warledger.records.registry import fold_actor

#: "fighters of the X", in folded names; "soldiers in Tessk", as written.
_OF = re.compile(r"(\w+) (?:of|from) ")
_WHERE = re.compile(r"\s+(?:(?:stationed|based|deployed|fighting)\s+)?(?:in|at|near|around|inside|across|along)\s+\w")
_SIDE = re.compile(r"^(?:pro)[ -]", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.,]+$")
#: "government of X", in folded names.
_GOVERNMENT = re.compile(r"(.+) of (.+)$")
#: As it is written, the one name of a nation that is a word of its own in lower case.
_PRONOUN = "us"
#: Words of a person's name that must be left when a title goes ("General Staff" is no general).
_PERSON = 2
LED, LOYAL = "led by", "loyal to"

#: How sure a reading is: the name itself; a name with words that leave it who it is; a name of whom it only is led by.
WHOLE, WITHOUT, LEADER = 1.0, 0.9, 0.6


class Form(msgspec.Struct, frozen=True):
    """One folded name that may stand for the actor, how sure that is (0-1), and why in words."""

    folded: str
    why: str
    score: float


class Reading(msgspec.Struct, frozen=True):
    """A name taken apart. `forms` are surest first and always begin with the folded name; `bare` is the folded name without a body that
    is written as a common noun ("X fighters"), "" where nothing or no name is left; `tied` is the folded name of whom it hangs on and
    `described` whether it has no name of its own beside."""

    forms: tuple[Form, ...]
    bare: str = ""
    nation: str = ""
    tie: str = ""
    tied: str = ""
    described: bool = False

    @property
    def folded(self) -> str:
        """The folded name."""
        return self.forms[0].folded


class NameReader:
    """Takes names apart with the words of `vocab/linking.toml`."""

    def __init__(self, words: ActorWords) -> None:
        self._words = words
        self._known: dict[str, Reading] = {}
        self._bodies = frozenset(map(fold_name, words.bodies))
        self._titles: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for title in sorted((tuple(fold_name(t).split()) for t in words.titles), key=lambda t: (-len(t), t)):
            self._titles[title[0]].append(title)
        self._state = frozenset(map(fold_name, words.state))
        self._loose = frozenset(map(fold_name, words.loose))
        self._short = {fold_name(short): fold_name(name) for short, name in words.short.items()}
        kinds = frozenset(map(fold_name, words.kinds))
        self._plain = self._bodies | self._state | self._loose | kinds | {fold_actor(name) for name in words.generic}
        self._ties = {fold_name(word): tie for tie, listed in words.ties.items() for word in listed}
        after = "|".join(sorted(self._ties, key=lambda w: (-len(w), w))) or "(?!)"
        self._tied_behind = re.compile(rf"^(.+?) ({after}) (?:by|to|with) (.+)$")
        self._tied_before = re.compile(rf"^(.+?) ({after}) (.+)$")

    def read(self, name: str) -> Reading:
        """The name taken apart; a name without letters keeps its own spelling."""
        if name not in self._known:
            self._known[name] = self._reading(name)
        return self._known[name]

    def _reading(self, name: str) -> Reading:
        folded = fold_actor(name) or name.casefold().strip()
        tie, tied, head = self._tie(name, folded)
        forms: dict[str, Form] = {}
        for form in (*self._forms(name, folded, head), *self._leader(folded, tie, tied, head)):
            if form.folded:
                forms.setdefault(form.folded, form)
        own = (folded, self._trimmed(name), self.untitled(folded), head)
        nation = "" if (tie and not head) or name.strip() == _PRONOUN else next((n for form in own if (n := self.nation(form)[0])), "")
        ordered = tuple(sorted(forms.values(), key=lambda f: -f.score)) or (Form(folded, "a name", WHOLE),)
        return Reading(ordered, head or self._bare_name(name), nation, tie, tied, bool(tie) and not head)

    def nation(self, folded: str) -> tuple[str, str]:
        """The nation a folded name is, or whose own forces or offices it names, and the words for those; two empty strings when it is
        no nation's."""
        if (of := _GOVERNMENT.match(folded)) and of[2] in self._words.nations and all(token in self._state for token in of[1].split()):
            return self._words.nations[of[2]], of[1]
        tokens = folded.split()
        for length in range(min(4, len(tokens)), 0, -1):
            nation = self._words.nations.get(" ".join(tokens[:length]))
            if nation and all(token in self._state for token in tokens[length:]):
                return nation, " ".join(tokens[length:])
        return "", ""

    def written_out(self, folded: str) -> str:
        """A folded name whose first word is the initials of a body of the whole world, with its name instead."""
        first, _, rest = folded.partition(" ")
        return f"{self._short[first]} {rest}".strip() if first in self._short else folded

    def untitled(self, folded: str) -> str:
        """Without offices and ranks in front, as long as two words of a name are left ("General Staff" is no general)."""
        tokens = tuple(folded.split())
        while True:
            nation = 1 if tokens[:1] and tokens[0] in self._words.nations else 0  # "Xish President Ada Orlin"
            title = self._title(tokens[nation:])
            if not title or len(tokens) - nation - len(title) < _PERSON:
                return " ".join(tokens)
            tokens = tokens[nation + len(title) :]

    def names_nobody(self, folded: str) -> bool:
        """Whether every word of a folded name is a common noun or adjective of actors."""
        return all(self._plain_word(word) for word in folded.split())

    def _forms(self, name: str, folded: str, head: str) -> Iterator[Form]:
        yield Form(folded, "a name", WHOLE)
        untitled = self.untitled(folded)
        yield Form(untitled, "a name, with a title,", WHOLE)
        yield Form(self.written_out(untitled), "a name, by its initials,", WHOLE)
        yield from self._without_body(untitled)
        trimmed = self._trimmed(name)
        if trimmed != folded:
            yield Form(trimmed, f"a name, in {name!r},", WITHOUT)
            yield from self._without_body(trimmed)
        if (body := _OF.match(folded)) and body[1] in self._bodies:
            yield Form(fold_actor(folded[body.end() :]), f"a name, with {body[1]!r},", WITHOUT)
        if head and head != folded:
            yield Form(head, f"a name, in {name!r},", WITHOUT)
            yield from self._without_body(head)

    def _without_body(self, folded: str) -> Iterator[Form]:
        tokens = folded.split()
        while len(tokens) > 1 and tokens[-1] in self._bodies:
            tokens = tokens[:-1]
            yield Form(" ".join(tokens), f"a name, with {folded.split()[len(tokens)]!r},", WITHOUT)

    def _bare_name(self, name: str) -> str:
        """ "X fighters", "fighters of X": X, where it is written as a name and the body as a common noun."""
        where = _WHERE.search(name)
        words = (name[: where.start()] if where and fold_actor(name[: where.start()].split()[-1]) in self._bodies else name).split()
        end = len(words)
        while end > 1 and words[end - 1].islower() and fold_actor(words[end - 1]) in self._bodies:
            end -= 1
        rest = words[:end]
        if len(words) > 2 and words[1] in ("of", "from") and fold_actor(words[0]) in self._bodies:
            rest = words[2:]
        if rest == name.split() or not rest or not rest[-1][:1].isupper():
            return ""
        trimmed = self._trimmed(" ".join(rest))
        return "" if trimmed in self._words.nations else trimmed  # "Xish rebels" are not the nation

    def _leader(self, folded: str, tie: str, tied: str, head: str) -> Iterator[Form]:
        """Forces led by somebody are taken for the leader's, less surely; a coalition led by somebody is an actor of its own."""
        tokens = folded.split()
        if tie == LED and not head and (tokens[-1] in self._bodies or tokens[0] in self._bodies):
            yield Form(tied, "a name, of whom leads it,", LEADER)

    def _trimmed(self, name: str) -> str:
        """Without numbers and loose words in front, and without where it is ("residual X troops in Tessk")."""
        where = _WHERE.search(name)
        bodies = self._bodies | self._state
        before = fold_actor(name[: where.start()]).split() if where else []
        tokens = before if before and before[-1] in bodies else fold_actor(name).split()
        while len(tokens) > 1 and (tokens[0] in self._loose or _NUMBER.match(tokens[0])):
            tokens = tokens[1:]
        return " ".join(tokens)

    def _tie(self, name: str, folded: str) -> tuple[str, str, str]:
        """(tie, folded name of whom it hangs on, folded own name or "")."""
        if _SIDE.match(folded):
            return LOYAL, self._bare(folded[4:]), ""
        if folded.endswith(" loyalists"):
            return LOYAL, folded.removesuffix(" loyalists"), ""
        if behind := self._tied_behind.match(folded):
            return self._ties[behind[2]], self._bare(fold_actor(behind[3])), "" if self._described(behind[1]) else behind[1]
        if before := self._tied_before.match(folded):
            names_itself = not name.split()[-1].islower() and (" " in before[3] or not self._described(before[3]))
            return self._ties[before[2]], self._bare(before[1]), before[3] if names_itself else ""
        return "", "", ""

    def _described(self, folded: str) -> bool:
        """Whether the words name nobody, whatever nation they are said to be of."""
        tokens = [token for token in folded.split() if token not in self._words.nations]
        return all(self._plain_word(token) for token in tokens)

    def _plain_word(self, token: str) -> bool:
        return token in self._plain or singular(token) in self._plain or bool(_NUMBER.match(token))

    def _bare(self, folded: str) -> str:
        """The name without words of a body behind it ("X forces")."""
        tokens = folded.split()
        while len(tokens) > 1 and self._plain_word(tokens[-1]):
            tokens = tokens[:-1]
        bare = " ".join(tokens)
        return fold_name(self._words.nations.get(bare, bare))

    def _title(self, tokens: tuple[str, ...]) -> tuple[str, ...]:
        listed = self._titles.get(tokens[0], ()) if tokens else ()
        return next((title for title in listed if tokens[: len(title)] == title), ())
