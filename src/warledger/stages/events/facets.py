"""A claim as clustering sees it: action, places, days, doers and counts, worked out once, from the claims of its document alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from warledger.base.similarity import fold_name
from warledger.base.spans import Span
from warledger.records.claim import Agreement, Claim, Count, Event, Movement, Statement, Strength, Toll
from warledger.records.happening_words import HappeningWords
from warledger.records.keys import COUNTRY_WIDE, actor_key, place_key
from warledger.records.link import Links
from warledger.records.side_words import SideWords
from warledger.records.witness import Witness
from warledger.stages.events.actions import action_of, reality
from warledger.stages.events.parties import Actors, actors_of, leaning, leanings, roles
from warledger.stages.events.spots import Spot, place_names, spots_of
from warledger.stages.events.wording import stems, weighed, weights

#: Two capitalised words at the end of a description of one person ("general Ivo Marr").
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+(?=$|,)")
#: An interval of more days than this says too little to bring claims together.
VAGUE_DAYS = 14


class Facet(msgspec.Struct, frozen=True):
    """What clustering compares. Days are proleptic ordinals, both ends inclusive, `None` open.

    `place` is the key of the most specific place (`None`: none, or a country), `around` those of the others, `spots` all of them with what
    they lie in; `anchor` the keys that stand in for a place where claims of this kind have none (who speaks, who agrees, whose strength).
    `groups` are all that is counted, `counts` only those with a bound.

    `lead` is whose deed it is: the doers, of a withdrawal those who leave, of a statement the speaker with whom he speaks for; `foe` is
    the other role. `words` are the weighed words of the quote. `listed` is how many claims of the same deed by the same actors share its
    sentence, `crowd` how many of the document are of the same days (itself among them). `campaign` and `launch` say whether the
    words are of something larger than one fight, and of its beginning.
    """

    id: str
    document: str
    family: str
    kind: str
    action: str
    reality: str
    span: Span
    quote: str
    start: int | None
    end: int | None
    place: str | None
    around: frozenset[str]
    anchor: frozenset[str]
    doers: Actors
    targets: Actors
    counts: dict[tuple[str, str], tuple[float | None, float | None]]
    groups: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    spots: tuple[Spot, ...] = ()
    lead: Actors = Actors()
    foe: Actors = Actors()
    words: dict[str, float] = {}
    listed: int = 0
    crowd: int = 1
    campaign: bool = False
    launch: bool = False

    @property
    def days(self) -> int | None:
        """Days covered, `None` when an end is open."""
        return None if self.start is None or self.end is None else self.end - self.start + 1

    @property
    def vague(self) -> bool:
        """Whether it is too loose in place or time to bring others together."""
        return (self.place is None and not self.anchor) or self.days is None or self.days > VAGUE_DAYS

    @property
    def physical(self) -> bool:
        """Whether it tells of a deed on the ground, not of words, of a state or of how many an actor has."""
        return self.kind in ("event", "control", "toll", "movement") and self.action != "holds"


def facets_of(
    claims: Iterable[Claim],
    links: Links,
    witnesses: Mapping[str, Witness],
    sides: SideWords | None = None,
    words: HappeningWords | None = None,
) -> dict[str, Facet]:
    """The facet of every claim, by claim id. What is worked out of other claims comes from the same document only.

    `sides` is the parsed `vocab/sides.toml`, `words` the parsed `vocab/happenings.toml`; without them names say nothing about sides, and
    no campaign, region or part of a town is known.
    """
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.document].append(claim)
    reader = _Reader(links, witnesses, sides or SideWords(), words or HappeningWords())
    return {facet.id: facet for document in sorted(held) for facet in reader.facets(held[document])}


class _Reader:
    """Makes the facets of one document at a time."""

    def __init__(self, links: Links, witnesses: Mapping[str, Witness], sides: SideWords, words: HappeningWords) -> None:
        self._links = links
        self._witnesses = witnesses
        self._sides = sides
        self._words = words

    def facets(self, claims: Sequence[Claim]) -> list[Facet]:
        """The facets of a document's claims."""
        telling = {claim.id: stems(claim.quote, self._words.plain) for claim in claims}
        weight = weights(telling[i] for i in sorted(telling))
        plain = [self._facet(claim, weighed(telling[claim.id], weight)) for claim in sorted(claims, key=lambda c: (c.span, c.id))]
        taken = leanings((f.action, f.doers, f.targets) for f in plain)
        crowds = Counter((f.start, f.end) for f in plain)
        listed = _listed(plain)
        return [
            msgspec.structs.replace(
                f, lead=leaning(f.lead, taken), foe=leaning(f.foe, taken), listed=listed[f.id], crowd=crowds[f.start, f.end]
            )
            for f in plain
        ]

    def _facet(self, claim: Claim, words: dict[str, float]) -> Facet:
        doers, targets = roles(claim)
        keys = [place_key(self._links, claim.document, n) for n in place_names(claim) if not _wide(self._links, claim.document, n)]
        time, witness, action = claim.time, self._witnesses.get(claim.document), action_of(claim.content)
        one, other = self._actors(claim, doers), self._actors(claim, targets)
        leaves = claim.kind == "control" and action == "left"
        return Facet(
            id=claim.id,
            document=claim.document,
            family=witness.family if witness else claim.document,
            kind=claim.kind,
            action=action,
            reality=reality(claim.modality),
            span=claim.span,
            quote=claim.quote,
            start=time.start.toordinal() if time and time.start else None,
            end=time.end.toordinal() if time and time.end else None,
            place=keys[0] if keys else None,
            around=frozenset(keys[1:]),
            anchor=_anchor(claim, self._links, doers),
            doers=one,
            targets=other,
            counts=_counts(claim),
            groups=frozenset(group.casefold() for _, group, _, _ in figures_of(claim)),
            topic=_topic(claim),
            victims=_victims(claim),
            spots=spots_of(claim, self._links, self._words),
            lead=other if leaves else self._actors(claim, _voices(claim)) if claim.kind == "statement" else one,
            foe=one if leaves else other,
            words=words,
            campaign=claim.kind == "event" and self._words.campaign(claim.quote),
            launch=self._words.launch(claim.quote),
        )

    def _actors(self, claim: Claim, names: Iterable[str]) -> Actors:
        return actors_of(names, claim, self._links, self._sides, self._words)


def _voices(claim: Claim) -> tuple[str, ...]:
    """Who speaks, and for whom."""
    content = claim.content
    return tuple(n for n in (content.speaker, content.affiliation) if n) if isinstance(content, Statement) else ()


def _listed(facets: Sequence[Facet]) -> dict[str, int]:
    """How many others of the same kind, deed and actors share a sentence with each; `facets` by span."""
    found: dict[str, int] = dict.fromkeys((f.id for f in facets), 0)
    open_: list[Facet] = []
    for facet in facets:
        open_ = [other for other in open_ if other.span.end > facet.span.start]
        for other in open_:
            if (other.kind, other.action, other.lead.keys) == (facet.kind, facet.action, facet.lead.keys):
                found[facet.id] += 1
                found[other.id] += 1
        open_.append(facet)
    return found


def _wide(links: Links, document: str, name: str) -> bool:
    link = links.place(document, name)
    return link is not None and link.place is not None and link.precision >= COUNTRY_WIDE


def _anchor(claim: Claim, links: Links, doers: Iterable[str]) -> frozenset[str]:
    if claim.kind not in ("statement", "agreement", "strength", "movement"):
        return frozenset()
    return frozenset(actor_key(links, claim.document, name, claim.day) for name in doers)


def _counts(claim: Claim) -> dict[tuple[str, str], tuple[float | None, float | None]]:
    """(measure, group) -> bounds, the group in lower case; counts the text leaves open are left out."""
    return {
        (measure, group.casefold()): (low, high) for measure, group, low, high in figures_of(claim) if not (low is None and high is None)
    }


def figures_of(claim: Claim) -> list[tuple[str, str, float | None, float | None]]:
    """Every figure of the claim as (measure, group, low, high)."""
    content = claim.content
    match content:
        case Event():
            return [
                (measure, count.group, count.low, count.high)
                for measure, counts in (("killed", content.killed), ("injured", content.injured), ("captured", content.captured))
                for count in _distinct(counts)
            ]
        case Toll():
            return [(content.measure, content.group, content.low, content.high)]
        case Strength():
            return [(content.unit, content.actor, content.low, content.high)]
        case Movement() if content.count_low is not None or content.count_high is not None:
            return [(content.mode, " and ".join(content.actors1), content.count_low, content.count_high)]
        case _:
            return []


def _distinct(counts: tuple[Count, ...]) -> tuple[Count, ...]:
    return tuple(dict.fromkeys(counts))


def _victims(claim: Claim) -> frozenset[str]:
    """The last two words of every full personal name among those killed, injured or captured, folded: counts of one only."""
    if not isinstance(claim.content, Event):
        return frozenset()
    groups = [group for _, group, low, high in figures_of(claim) if low == high == 1]
    return frozenset(fold_name(match.group()) for group in groups if (match := _FULL_NAME.search(group)))


def _topic(claim: Claim) -> frozenset[str]:
    content = claim.content
    words = ""
    if isinstance(content, Statement):
        words = f"{content.topic} {claim.quote}"
    elif isinstance(content, Agreement):
        words = f"{content.what} {claim.quote}"
    return frozenset(w for w in (raw.strip(".,;:'\"“”‘’()").casefold() for raw in words.split()) if len(w) > 4)
