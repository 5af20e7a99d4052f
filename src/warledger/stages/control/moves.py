"""Control claims as moves on the map: who gained or lost the place by when, on whose word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from warledger.base.spans import Span
from warledger.records.claim import FACTUAL, Claim, Control, Modality
from warledger.records.keys import actor_key, is_name
from warledger.records.link import Links
from warledger.records.witness import Witness
from warledger.stages.control.parties import Parties

#: An interval of more days than this does not place a change among others; it then only confirms or gives way to a dated one.
WIDE_DAYS = 14

#: Modes after which the gainer holds the place.
TAKING = frozenset({"captured", "retaken", "handed_over"})
#: Modes that say who holds it without a change.
HOLDING = frozenset({"holds", "defended"})


class Group(msgspec.Struct, frozen=True):
    """Actors in one role: the names as written and their keys."""

    names: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.names)

    @property
    def text(self) -> str:
        """The names joined by " and "."""
        return " and ".join(self.names)


class Move(msgspec.Struct, frozen=True):
    """One factual control claim. It counts from `day`, the end of its interval: by then the change is certain.

    `since` is the start of its interval (`None` open); `party` names who claims it when it is a party's own word, and `against` says
    that the party thereby speaks against its own side. `source` is the original source, `heard` the last day it was reported on.
    """

    claim: str
    document: str
    span: Span
    mode: str
    gained: Group
    lost: Group
    day: dt.date
    since: dt.date | None
    source: str
    heard: dt.date
    party: str | None = None
    against: bool = False

    @property
    def assesses(self) -> bool:
        """Whether it moves the assessed map: a witness's word, or a party's against itself."""
        return self.party is None or self.against

    @property
    def wide(self) -> bool:
        """Whether its interval is too wide to order it among dated changes."""
        return self.since is None or (self.day - self.since).days >= WIDE_DAYS

    @property
    def changes(self) -> bool:
        """Whether it tells of a change rather than a state."""
        return self.mode not in HOLDING


def moves(claims: Iterable[Claim], links: Links, witnesses: Mapping[str, Witness], parties: Parties) -> list[Move]:
    """The moves the claims make, in order of day, document and place in the text. Denied, planned and hypothetical claims make none."""
    factual = [c for c in claims if isinstance(c.content, Control) and c.modality in FACTUAL]
    found = [_move(c, links, witnesses.get(c.document), parties) for c in factual]
    return sorted(found, key=lambda m: (m.day, m.document, m.span, m.claim))


def _move(claim: Claim, links: Links, witness: Witness | None, parties: Parties) -> Move:
    content = claim.content
    assert isinstance(content, Control)
    gained, lost = _group(content.gained_by, claim, links), _group(content.lost_by, claim, links)
    start, end = (claim.time.start, claim.time.end) if claim.time else (None, None)
    known = witness.known if witness else None
    day = end or start or known or dt.date.min
    party = _party(claim, witness, day, parties)
    return Move(
        claim=claim.id,
        document=claim.document,
        span=claim.span,
        mode=content.mode,
        gained=gained,
        lost=lost,
        day=day,
        since=start,
        source=_source(claim, links, witness),
        heard=max(day, known or day),
        party=party,
        against=party is not None and _against(party, gained, lost, day, parties),
    )


def _source(claim: Claim, links: Links, witness: Witness | None) -> str:
    """The key of who says so: the body or person the text names ("a monitor" is nobody one could tell from another), else the text."""
    named = next((name for name in claim.said_by if is_name(links, claim.document, name)), None)
    return actor_key(links, claim.document, named) if named else (witness.family if witness else claim.document)


def _group(names: tuple[str, ...], claim: Claim, links: Links) -> Group:
    distinct = tuple(dict.fromkeys(names))
    return Group(distinct, frozenset(actor_key(links, claim.document, name, claim.day) for name in distinct))


def _party(claim: Claim, witness: Witness | None, day: dt.date, parties: Parties) -> str | None:
    """Who claims it, when it is a party's own word: a claim marked as such, a speaker who is on a side by the registry or by name
    ("army officer"), or a party's medium."""
    speaker = claim.said_by[0] if claim.said_by else None
    if speaker and (claim.modality is Modality.CLAIMED or (parties.side(speaker, day) or parties.words.side(speaker)) is not None):
        return speaker
    medium = parties.medium_of(witness.publisher if witness else None)
    if medium is not None and not speaker:
        return medium
    if claim.modality is Modality.CLAIMED:
        return medium or (witness and (witness.publisher or witness.doc)) or claim.document
    return None


def _against(party: str, gained: Group, lost: Group, day: dt.date, parties: Parties) -> bool:
    """Whether the party says that its own side lost."""
    own_loss = any(parties.one_side(party, name, day) for name in lost.names)
    own_gain = any(parties.one_side(party, name, day) for name in gained.names)
    return own_loss and not own_gain
