"""What all reports together say of the names in them: which are written out elsewhere, which stand alone, and which look alike.

Everything here is counted over all claims at once, so no order of reading matters.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from warledger.base.similarity import consonants, name_similarity
from warledger.records.actor import ActorCandidate
from warledger.records.claim import Claim
from warledger.records.registry import fold_actor

#: Least likeness (of 100) at which two names are shown beside each other as perhaps one.
ALIKE = 82
#: Letters of a name's consonants below which likeness says nothing.
_FEW = 4
_SHORT_FORM = 0.5
_MOST = 5
#: Share of its uses in which a short form must stand for one name.
_NEARLY_ALWAYS = 0.9
#: A list of actors is none of them.
_SEVERAL = re.compile(r",| and ")


class Pile:
    """The names of actors in all claims, as written (`names`: name -> in how many claims it stands)."""

    def __init__(self, claims: Iterable[Claim], names: Mapping[str, int]) -> None:
        self._shown: dict[str, str] = {}
        for name in sorted(names, key=lambda n: (-names[n], n)):
            self._shown.setdefault(fold_actor(name), name)
        self.short = _written_out(claims)

    @property
    def folded(self) -> Iterable[str]:
        """Every name, folded."""
        return self._shown.keys()

    def has(self, folded: str) -> bool:
        """Whether some report uses just this name."""
        return folded in self._shown

    def shown(self, folded: str) -> str:
        """The name as most claims write it."""
        return self._shown.get(folded, folded)


def _written_out(claims: Iterable[Claim]) -> dict[str, str]:
    """Folded short form -> folded full name, where reports that use the one mean the other, and hardly ever anything else."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        for mention in claim.mentions:
            if mention.span is not None and claim.span.start <= mention.span.start and mention.span.end <= claim.span.end:
                surface = claim.quote[mention.span.start - claim.span.start : mention.span.end - claim.span.start]
                if surface != mention.name and shortens(surface, mention.name):
                    found[fold_actor(surface)][fold_actor(mention.name)] += 1
    meant = {short: min(full, key=lambda name: (-full[name], name)) for short, full in found.items()}
    return {short: name for short, name in meant.items() if found[short][name] >= _NEARLY_ALWAYS * found[short].total() and short != name}


def shortens(short: str, full: str) -> bool:
    """Whether a name is a short form of another: its initials ("ROA"), or its last word ("Marr" for Ivo Marr)."""
    one, whole = fold_actor(short), fold_actor(full).split()
    if not short[:1].isupper() or len(whole) < 2 or " " in one:
        return False
    return one == whole[-1] or (short.isupper() and initials(one, full))


def initials(short: str, full: str) -> bool:
    """Whether the letters of `short` are the initials of the words of `full`, those of small words left out or not."""
    words = full.replace("-", " ").split()
    spelt = {"".join(w[0] for w in chosen).casefold() for chosen in (words, [w for w in words if not w.islower()])}
    return len(words) > 1 and short.casefold() in spelt


def alike(shown: Mapping[str, str], common: Callable[[str], bool]) -> dict[str, tuple[ActorCandidate, ...]]:
    """Key -> other keys' names that may be the same actor, by spelling or as a short form. `shown` maps each key to its name as written;
    `common` says of a key that it is a word for many (a nation, "brigade"), which stands short for nobody.

    Names that differ in more than the vowels, doubled letters and h are never compared, so that a large pile stays quick.
    """
    found: dict[str, list[ActorCandidate]] = defaultdict(list)
    for one, other, score, why in (*_spelt_alike(shown, common), *_short_forms(shown, common)):
        found[one].append(ActorCandidate(shown[other], score, why))
        found[other].append(ActorCandidate(shown[one], score, why))
    return {key: tuple(sorted(set(listed), key=lambda c: (-c.score, c.name))[:_MOST]) for key, listed in found.items()}


def _spelt_alike(shown: Mapping[str, str], common: Callable[[str], bool]) -> Iterator[tuple[str, str, float, str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(shown):
        sound = consonants(key).replace("h", "")
        if len(sound.replace(" ", "")) >= _FEW and shown[key] != shown[key].lower():
            blocks[sound].append(key)
    for keys in blocks.values():
        for at, one in enumerate(keys):
            for other in keys[at + 1 :]:
                likeness = name_similarity(one, other)
                if likeness >= ALIKE and not any(map(common, set(one.split()) ^ set(other.split()))):
                    yield one, other, round(0.9 * likeness / 100, 2), f"spelt alike ({likeness:.0f} of 100)"


def _short_forms(shown: Mapping[str, str], common: Callable[[str], bool]) -> Iterator[tuple[str, str, float, str]]:
    """A short form and the one name it can stand for."""
    by_short: dict[str, set[str]] = defaultdict(set)
    for key in sorted(shown):
        name = shown[key]
        if " " in key and name.split()[-1][:1].isupper() and not _SEVERAL.search(name) and not common(key):
            by_short[key.split()[-1]].add(key)
            by_short["".join(w[0] for w in name.replace("-", " ").split() if not w.islower()).casefold()].add(key)
    for key in sorted(shown):
        full = sorted(by_short.get(key, ()))
        if len(full) == 1 and full[0] != key and not common(key) and shortens(shown[key], shown[full[0]]):
            how = "the last word" if key == full[0].split()[-1] else "the initials"
            yield key, full[0], _SHORT_FORM, f"{shown[key]} is {how} of {shown[full[0]]}, and of no other name"
