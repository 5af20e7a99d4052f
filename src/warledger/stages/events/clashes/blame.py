"""Who did it, in statements: credit taken, blame laid, and each side blaming the other."""

from __future__ import annotations

from warledger.records.claim import Agreement, Statement
from warledger.records.side_words import SideWords
from warledger.stages.events.clashes.clash import WHO, Clash, Side, gap
from warledger.stages.events.clashes.kin import akin, same
from warledger.stages.events.clashes.matter import in_words, one_place, own_matter, shared_words

#: What a claim of responsibility and the deed have in common in words.
_ONE_DEED = 2
#: Days within which two sides blame each other for one thing, and within which blame is laid for what is told.
_MUTUAL, _AFTER = 3, 60


def held_responsible(side: Side) -> tuple[str, ...]:
    """Whom a statement makes the doer of what it speaks of: its speaker who takes credit, or whom it blames."""
    content = side.claim.content
    if not isinstance(content, Statement):
        return ()
    if "credit" in side.said.cues and content.act != "ACCUSE":
        return side.bodies
    return content.target if content.act == "ACCUSE" and {"blame", "accuse"} & side.said.cues.keys() else ()


def responsible(a: Side, b: Side) -> Clash | None:
    """`a` says who did what `b` tells of another, or says of another."""
    blamed = held_responsible(a)
    done_by = held_responsible(b) or (b.by.names if b.facet.kind in ("event", "control") and b.done else ())
    if not blamed or not done_by or a.voice == b.voice or gap(a, b) > _AFTER or set(blamed) & set(done_by) or akin(blamed, done_by):
        return None
    if b.facet.doers.described and not (b.facet.doers.sides or b.act):
        return None
    shared = shared_words(a, b)
    if not _one_deed(a, b, shared):
        return None
    by, others = " and ".join(blamed), " and ".join(done_by)
    return Clash(WHO, f"by {by}", f"not by {by}", f"done by {by}, says {a.speaker}, or by {others} ({in_words(shared)})", 0.5)


def _one_deed(a: Side, b: Side, shared: frozenset[str]) -> bool:
    """Whether what is blamed on somebody can have been once only and both have more words for it, or place and day agree."""
    blamed = {term.removesuffix(":") for term in shared & a.said.blamed}
    if blamed & a.words.once and {"credit", "blame"} & a.said.cues.keys():
        return len(shared) >= _ONE_DEED and bool(shared & a.said.names)
    more = shared - own_matter(b) - a.said.names
    return bool(blamed & a.words.deeds) and one_place(a, b) and not gap(a, b) and bool(more)


def mutual(a: Side, b: Side) -> Clash | None:
    """Each accuses the other of one thing."""
    if not a.act == b.act == "ACCUSE" or gap(a, b) > _MUTUAL:
        return None
    if not (a.facet.doers.keys & b.facet.targets.keys and b.facet.doers.keys & a.facet.targets.keys):
        return None
    shared = frozenset(term for term in shared_words(a, b) if term not in a.said.names)
    if not shared:
        return None
    return Clash(WHO, f"says {a.speaker}", f"says {b.speaker}", f"{a.speaker} and {b.speaker} blame each other ({in_words(shared)})", 0.6)


def broken(a: Side, b: Side, sides: SideWords) -> Clash | None:
    """Who broke one agreement, by two reports."""
    one, other = a.claim.content, b.claim.content
    if not (isinstance(one, Agreement) and isinstance(other, Agreement)) or not one.status == other.status == "violated":
        return None
    if not (same(a.everyone, b.everyone) or len(shared_words(a, b)) >= _ONE_DEED) or gap(a, b) > _MUTUAL:
        return None
    first, second = breaker(a, sides), breaker(b, sides)
    if not first or not second or first == second:
        return None
    return Clash(WHO, f"broken by {first}", f"broken by {second}", f"broken by the {first} or by the {second}", 0.6)


def breaker(side: Side, sides: SideWords) -> str | None:
    """The side that the words in front of "violate" name, who says so left out."""
    cue = side.said.cues.get("breach", "")
    words = side.claim.quote.partition(cue)[0] if cue else ""
    for name in side.claim.said_by:
        words = words.replace(name, "")
    return sides.side(words)
