"""The keys under which claims meet: each function gives those of one claim for one look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warledger.base.stems import stems_of
from warledger.records.claim import Toll
from warledger.stages.events.clashes.blame import held_responsible
from warledger.stages.events.clashes.clash import Side
from warledger.stages.events.clashes.counts import nearest
from warledger.stages.events.clashes.denials import is_denial
from warledger.stages.events.clashes.histories import takes
from warledger.stages.events.clashes.kin import proper
from warledger.stages.events.clashes.matter import matters, place_names
from warledger.stages.events.clashes.positions import REFUSING, YIELDING
from warledger.stages.events.clashes.wordings import head, quoted

Key = tuple[str, ...]
_DEEDS = frozenset({"event", "control", "movement"})


def home(side: Side) -> Iterator[Key]:
    """The happening."""
    yield (side.home,)


def place(side: Side) -> Iterator[Key]:
    """The place of what was done."""
    if side.facet.place is not None and side.facet.kind in _DEEDS:
        yield (side.facet.place,)


def named_place(side: Side) -> Iterator[Key]:
    """The names in the places of what was done on one day, with that day."""
    if side.facet.kind in _DEEDS and side.facet.days == 1:
        yield from ((name, str(side.facet.start)) for name in place_names(side))


def approached(side: Side) -> Iterator[Key]:
    """The names in the places to which an advance came near."""
    if nearest(side) is not None:
        yield from ((name,) for name in place_names(side))


def taken(side: Side) -> Iterator[Key]:
    """The place somebody took."""
    if takes(side) and side.facet.place is not None:
        yield (side.facet.place,)


def fought_for(side: Side) -> Iterator[Key]:
    """The place of fighting that goes on."""
    if side.facet.action == "clash" and side.facet.place is not None and "ongoing" in side.said.cues:
        yield (side.facet.place,)


def dead(side: Side) -> Iterator[Key]:
    """Counts of dead."""
    yield from {(str(bounds),) for (measure, _), bounds in side.facet.counts.items() if measure == "killed"}


def total(side: Side) -> Iterator[Key]:
    """What a toll counts and whose it is: by name, by side, by source or by place."""
    content = side.claim.content
    if isinstance(content, Toll):
        unit = "usd" if "usd" in content.measure else content.measure
        for who in _who(side):
            yield unit, who
        if not side.facet.doers.keys:
            yield unit, "at", *side.places[:1]


def risen(side: Side) -> Iterator[Key]:
    """The happening and the places of a count that "has risen"."""
    if "risen" in side.said.cues:
        yield from counted_at(side)


def counted_at(side: Side) -> Iterator[Key]:
    """The happening and the names of the places of a count."""
    if side.facet.counts and side.facet.kind in ("toll", "event"):
        yield (side.home,)
        yield from ((name,) for name in place_names(side))


def counted_by(side: Side) -> Iterator[Key]:
    """The source of a count."""
    if side.claim.said_by and side.facet.kind in ("toll", "event"):
        yield from {(measure, side.voice) for measure, _ in side.facet.counts}


def strength(side: Side) -> Iterator[Key]:
    """Of whom and what a strength is: people by who they are, anything else by what its holder is called."""
    if side.facet.kind != "strength":
        return
    unit = side.facet.action
    for who in _who(side):
        yield unit, who
    for one in side.facet.doers.sides:
        yield unit, one, side.claim.document
    if not unit.endswith("personnel"):
        plain = side.words.plain_stems.union(stems_of(unit))
        yield from {(unit, "called", word) for name in side.by.names for word in stems_of(name) if word not in plain}


def _who(side: Side) -> set[str]:
    sides = "/".join(sorted(side.facet.doers.sides))
    named = {f"{' '.join(sorted(words))}/{sides}" for name in side.by.names if (words := proper(name).named)}
    return named or {f"{key}/{sides}" for key in side.facet.doers.keys} | set(side.facet.doers.sides)


def moving(side: Side) -> Iterator[Key]:
    """The names of those who move."""
    if side.facet.kind == "movement":
        yield from ((name,) for name in _names(side.by.names))


def doing(side: Side) -> Iterator[Key]:
    """The names of those who move or act."""
    if side.facet.kind in ("movement", "event"):
        yield from ((name,) for name in _names(side.by.names))


def denying(side: Side) -> Iterator[Key]:
    """Of a denial its place, who speaks to whom, and the names in its words: it may name the place of what it denies."""
    if is_denial(side):
        facet = side.facet
        if facet.place is not None:
            yield "place", facet.place
        yield from (("saying", key) for key in facet.doers.keys | facet.targets.keys)
        yield from (("named", word) for name in side.said.names for word in name.split())


def told(side: Side) -> Iterator[Key]:
    """What a denial can meet: a place, a speaker or addressee, a place by name."""
    facet = side.facet
    if facet.place is not None:
        yield "place", facet.place
        yield from (("named", word) for name in side.places[:1] for word in stems_of(name))
    if facet.kind == "statement":
        yield from (("saying", key) for key in facet.doers.keys | facet.targets.keys)


def denier(side: Side) -> Iterator[Key]:
    """The names of who denies."""
    if is_denial(side):
        yield from ((name,) for name in _names(side.bodies))


def called_false(side: Side) -> Iterator[Key]:
    """Whose word is called false."""
    if side.act and "falsehood" in side.said.cues:
        yield from ((key,) for key in side.facet.targets.keys | side.facet.targets.sides)


def gained(side: Side) -> Iterator[Key]:
    """Who gained or attacked, by key and by side."""
    if side.facet.kind in ("control", "event", "toll"):
        yield from ((key,) for key in side.facet.doers.keys | side.facet.doers.sides)


def negating(side: Side) -> Iterator[Key]:
    """The matters that a statement says are not so, with the names of its parties."""
    if side.act == "INFORM":
        names = _names(side.everyone.names)
        yield from ((term, name) for term in matters(side.said.negated) for name in names)


def answering(side: Side) -> Iterator[Key]:
    """The matters of what is told as done or planned, with the names of its parties."""
    if not side.act:
        names = _names(side.everyone.names)
        yield from ((term, name) for term in matters(side.said.about) for name in names)


def denying_a_name(side: Side) -> Iterator[Key]:
    """Words that a statement says are not so, by their heads."""
    if side.act:
        named = quoted(side)
        yield from ((word,) for term in side.said.negated if (word := head(term)) in named)


def quoting(side: Side) -> Iterator[Key]:
    """Words in quotation marks, by their heads."""
    yield from ((word,) for word in quoted(side))


def matter(side: Side) -> Iterator[Key]:
    """The matters of the words."""
    yield from ((term,) for term in matters(side.said.about))


def about(side: Side) -> Iterator[Key]:
    """All that the words are about."""
    yield from ((term,) for term in side.said.about)


def begun(side: Side) -> Iterator[Key]:
    """What is said to have begun, and by whom against whom."""
    if "onset" in side.said.cues:
        yield from ((term,) for term in side.said.begun)
    if {"onset", "since"} & side.said.cues.keys() or side.facet.kind == "event":
        yield from (("war", one, other) for one in side.facet.doers.keys for other in side.facet.targets.keys)


def begun_by(side: Side) -> Iterator[Key]:
    """What kind of deed is said to have been begun against whom."""
    if "onset" in side.said.cues:
        yield from ((side.facet.action, key) for key in side.facet.targets.keys)


def first(side: Side) -> Iterator[Key]:
    """What is told as the first of its kind."""
    yield from ((term,) for term in matters(side.said.first))


def responsible(side: Side) -> Iterator[Key]:
    """The deeds somebody is held responsible for."""
    if held_responsible(side):
        yield from matter(side)


def answerable(side: Side) -> Iterator[Key]:
    """Deeds told, and those somebody is held responsible for."""
    if side.facet.kind in ("event", "control") or held_responsible(side):
        yield from matter(side)


def accusing(side: Side) -> Iterator[Key]:
    """Who accuses whom, in either direction."""
    if side.act == "ACCUSE":
        for one in side.facet.doers.keys:
            yield from (tuple(sorted((one, other))) for other in side.facet.targets.keys)


def violated(side: Side) -> Iterator[Key]:
    """All agreements told as broken."""
    if side.facet.action == "deal: violated":
        yield ("deal",)


def refusing(side: Side) -> Iterator[Key]:
    """Who refuses."""
    if side.act in REFUSING:
        yield from ((name,) for name in _names(side.bodies))


def yielding(side: Side) -> Iterator[Key]:
    """Who gives way."""
    if side.act in YIELDING:
        yield from ((name,) for name in _names(side.bodies))


def unsure(side: Side) -> Iterator[Key]:
    """Who cannot confirm."""
    if side.act and "unsure" in side.said.cues:
        yield from ((name,) for name in _names(side.bodies))


def sure(side: Side) -> Iterator[Key]:
    """Who confirms."""
    if side.act and "sure" in side.said.cues:
        yield from ((name,) for name in _names(side.bodies))


def turned(side: Side) -> Iterator[Key]:
    """What is said to be otherwise now."""
    yield from ((term,) for term in matters(side.said.turned))


def truce(side: Side) -> Iterator[Key]:
    """The parties of a truce."""
    if side.facet.kind == "agreement" and "truce:" in side.said.about:
        yield from ((key,) for key in side.facet.doers.keys)


def fighting(side: Side) -> Iterator[Key]:
    """Who fights."""
    if side.facet.kind == "event":
        yield from ((key,) for key in side.facet.doers.keys)


def poles(side: Side) -> Iterator[Key]:
    """Contrasts in the words, each with the parties by name, key and side."""
    for name, _ in side.said.poles:
        one, other = side.facet.doers, side.facet.targets
        for who in {*_names(side.everyone.names), *one.keys, *other.keys, *one.sides, *other.sides}:
            yield name, who


def notice(side: Side) -> Iterator[Key]:
    """What a notice of correction is about."""
    if side.act and "notice" in side.said.cues:
        yield from about(side)


def _names(names: Iterable[str]) -> set[str]:
    """The proper names in them, folded."""
    return {word for name in names for word in proper(name).named}
