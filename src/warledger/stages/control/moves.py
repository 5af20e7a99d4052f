"""Control claims as moves on the map: who gained or lost the place by when, on whose word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from warledger.base.spans import Span
from warledger.base.times import Basis, Interval
from warledger.records.claim import FACTUAL, Claim, Control, Event, Modality
from warledger.records.control import Told
from warledger.records.keys import actor_key, is_name
from warledger.records.link import Links
from warledger.records.place import PlaceLink
from warledger.records.witness import Witness
from warledger.stages.control.parties import Parties

#: An interval of more days than this does not place a change among others; it then only confirms or gives way to a dated one.
WIDE_DAYS = 14

#: Modes after which the gainer holds the place.
TAKING = frozenset({"captured", "retaken", "handed_over"})
#: Modes that say who holds it without a change.
HOLDING = frozenset({"holds", "defended"})
#: Modes that change who holds it, or who is in it.
TURNING = TAKING | {"entered", "withdrew"}
#: The mode of a move made of a clash between two sides in the place (`gained` and `lost`), and of one made of a part of it taken.
FOUGHT, PART = "fought", "part"
_CLASH = "Armed clash"
#: Grounds of a day that is not in the claim's own words: the running date of the text, or the text's own.
_LOOSE = frozenset({Basis.CARRIED, Basis.DOCUMENT})


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
    """One factual claim about who holds, takes, leaves or fights for a place. It counts from `day`: for a change the end of its interval,
    since by then it is certain.

    `since` and `until` are its interval (`since` `None`: open); `loose` says that the claim's own words give no day. `party` names who
    claims it when it is a party's own word, and `against` says that the party thereby speaks against its own side. `source` is the
    original source.
    """

    claim: str
    document: str
    span: Span
    mode: str
    gained: Group
    lost: Group
    day: dt.date
    since: dt.date | None
    until: dt.date
    source: str
    party: str | None = None
    against: bool = False
    loose: bool = False

    @property
    def assesses(self) -> bool:
        """Whether it moves the assessed map: a witness's word, or a party's against itself."""
        return self.party is None or self.against

    @property
    def length(self) -> int | None:
        """Days between the ends of its interval, `None` where it is open."""
        return None if self.since is None else (self.until - self.since).days

    @property
    def wide(self) -> bool:
        """Whether its interval is too wide to order it among dated changes."""
        return self.length is None or self.length >= WIDE_DAYS

    @property
    def lasting(self) -> bool:
        """Whether it says who held the place over several days, the first of them named."""
        return self.mode == "holds" and bool(self.gained) and bool(self.length)

    @property
    def takes(self) -> bool:
        """Whether it names who took the place."""
        return self.mode in TAKING and bool(self.gained)

    @property
    def told(self) -> Told:
        """Whose word it is, and for which days it speaks: a state for all of its days, a change for the day it was certain."""
        return Told(self.source, self.day, self.until if self.mode in ("holds", FOUGHT) else self.day)

    @property
    def order(self) -> tuple[dt.date, str, Span, str]:
        """By day, document and place in the text."""
        return self.day, self.document, self.span, self.claim


def moves(claims: Iterable[Claim], links: Links, witnesses: Mapping[str, Witness], parties: Parties) -> list[Move]:
    """The moves the control claims make, in order of day, document and place in the text. Denied, planned and hypothetical claims make
    none."""
    found = []
    for claim in claims:
        if isinstance(claim.content, Control) and claim.modality in FACTUAL:
            witness = witnesses.get(claim.document)
            us = _us(claim, links, witness, parties)
            gained, lost = (_group(names, claim, links, us) for names in (claim.content.gained_by, claim.content.lost_by))
            found.append(_move(claim, claim.content.mode, (gained, lost), links, witness, parties))
    return sorted(found, key=lambda m: m.order)


def fights(claims: Iterable[Claim], links: Links, witnesses: Mapping[str, Witness], parties: Parties) -> list[Move]:
    """Clashes whose two sides are named, as moves that contest the place from their first day; only witnesses' word, and only where
    the days are told closely enough."""
    found = []
    for claim in claims:
        sides = _opposed(claim, links)
        if sides is None:
            continue
        move = _move(claim, FOUGHT, sides, links, witnesses.get(claim.document), parties)
        if move.party is None and not move.wide:
            found.append(msgspec.structs.replace(move, day=move.since or move.day))
    return sorted(found, key=lambda m: m.order)


def _opposed(claim: Claim, links: Links) -> tuple[Group, Group] | None:
    """The two sides of a clash; "A and B clashed" names both as doers."""
    event = claim.content
    if not isinstance(event, Event) or event.type != _CLASH or claim.modality not in FACTUAL:
        return None
    doers, targets = (event.actors1, event.actors2) if event.actors2 else (event.actors1[:1], event.actors1[1:])
    return (_group(doers, claim, links, ""), _group(targets, claim, links, "")) if doers and targets else None


def _move(claim: Claim, mode: str, sides: tuple[Group, Group], links: Links, witness: Witness | None, parties: Parties) -> Move:
    start, end = (claim.time.start, claim.time.end) if claim.time else (None, None)
    known = witness.known if witness else None
    day = day_of(claim.time, known)
    until = max(day, known or day) if end is None and mode == "holds" else day
    party = _party(claim, links, witness, day, parties)
    return Move(
        claim=claim.id,
        document=claim.document,
        span=claim.span,
        mode=mode,
        gained=sides[0],
        lost=sides[1],
        day=day,
        since=start,
        until=until,
        source=_source(claim, links, witness),
        party=party,
        against=party is not None and _against(party, *sides, day, parties),
        loose=claim.time is None or claim.time.basis in _LOOSE,
    )


def _source(claim: Claim, links: Links, witness: Witness | None) -> str:
    """The key of who says so: the body or person the text names ("a monitor" is nobody one could tell from another), else the text."""
    named = next((name for name in claim.said_by if is_name(links, claim.document, name)), None)
    return actor_key(links, claim.document, named) if named else (witness.family if witness else claim.document)


def _group(names: tuple[str, ...], claim: Claim, links: Links, us: str) -> Group:
    """The actors, "our fighters" under the name of whoever says so. Beside others, a name that the document uses for a town is no actor
    but a slip of the reading."""
    actors = [name for name in names if not _is_town(links.place(claim.document, name))]
    distinct = tuple(dict.fromkeys(us if us and _own(name) else name for name in actors or names))
    return Group(distinct, frozenset(actor_key(links, claim.document, name, claim.day) for name in distinct))


def _us(claim: Claim, links: Links, witness: Witness | None, parties: Parties) -> str:
    """Who "we" are: the one quoted by name, else the party the publisher speaks for, else whoever is quoted, else the publisher; "" when
    nobody is named."""
    publisher = witness.publisher if witness else None
    named = next((name for name in claim.said_by if is_name(links, claim.document, name)), "")
    return named or parties.medium_of(publisher) or next((n for n in claim.said_by if not _own(n)), "") or publisher or ""


def _own(name: str) -> bool:
    """Whether it names the speaker's own people ("our fighters", "our spokesman")."""
    return name.partition(" ")[0].casefold() in ("our", "my")


def _is_town(link: PlaceLink | None) -> bool:
    return link is not None and link.place is not None and link.place.kind == "populated"


def _party(claim: Claim, links: Links, witness: Witness | None, day: dt.date, parties: Parties) -> str | None:
    """Who claims it, when it is a party's own word: a claim marked as such, a speaker who is on a side by the registry or by name
    ("army officer"), or a party's medium, unless it quotes somebody by name."""
    speaker = next((name for name in claim.said_by if not _own(name)), None)
    if speaker and (claim.modality is Modality.CLAIMED or (parties.side(speaker, day) or parties.words.side(speaker)) is not None):
        return speaker
    medium = parties.medium_of(witness.publisher if witness else None)
    if medium is not None and not (speaker and is_name(links, claim.document, speaker)):
        return medium
    if claim.modality is Modality.CLAIMED:
        return medium or (witness and (witness.publisher or witness.doc)) or claim.document
    return None


def _against(party: str, gained: Group, lost: Group, day: dt.date, parties: Parties) -> bool:
    """Whether the party says that its own side lost."""
    own_loss = any(parties.one_side(party, name, day) for name in lost.names)
    own_gain = any(parties.one_side(party, name, day) for name in gained.names)
    return own_loss and not own_gain


def day_or_none(day: dt.date) -> dt.date | None:
    """The day, or `None` for that of a claim without any."""
    return None if day == dt.date.min else day


def day_of(time: Interval | None, known: dt.date | None) -> dt.date:
    """The day from which a claim counts: the end of its interval, else its start, else the day it was known; the first day there is for
    a claim without any."""
    return (time and (time.end or time.start)) or known or dt.date.min


def shift(day: dt.date, by: dt.timedelta) -> dt.date:
    """The day that much later or earlier, within the days there are."""
    try:
        return day + by
    except OverflowError:
        return dt.date.max if by > dt.timedelta() else dt.date.min
