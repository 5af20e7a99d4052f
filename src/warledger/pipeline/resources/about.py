"""What the whole is: the monitor, the days it spans, how much is in it, how it was measured, and where everything is."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from warledger import __version__
from warledger.pipeline.accuracy import Measured
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.shapes import Shape
from warledger.records.crosswalk import EVENT_TYPES


class Counts(Shape, frozen=True):
    """How much there is. `set_aside` are records that do not count: superseded, rejected, clutter."""

    documents: int
    families: int
    sources: int
    records: int
    set_aside: int
    events: int
    disputes: int
    places: int
    placed: int
    actors: int
    gaps: int
    unread: int
    undated_documents: int


class SideName(Shape, frozen=True):
    """A side and the actors that `actors.toml` puts on it at some time."""

    name: str
    actors: tuple[str, ...]


class Withheld(Shape, frozen=True):
    """What a published record leaves out, and how much: different names of persons (or what may be one), documents whose text is not
    given, quotes cut to 300 characters, links cut to their site, names of files; coordinates have `decimals` decimals at most (2 are
    about a kilometre)."""

    names: int
    texts: int
    quotes: int
    links: int
    files: int
    decimals: int


class Meta(Shape, frozen=True):
    """The monitor and its defaults. `on` is the day views show unless asked for another (the latest published one), `known` the day the
    answer is as known on (`None`: with everything read); `first` and `last` span the dated happenings, `first_known` and `last_known`
    the documents. `state` changes whenever any answer may. `review` says whether this server takes decisions, `withheld` what a published
    record leaves out (`None`: nothing); `links` lists the resources by name, `kinds` the field's event types and their sub-event types,
    `types` and `dispute_types` how many happenings and disputes there are of each."""

    api: str
    version: str
    state: str
    profile: str
    monitor: str
    period_start: dt.date | None
    period_end: dt.date | None
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    on: dt.date | None
    known: dt.date | None
    first: dt.date | None
    last: dt.date | None
    first_known: dt.date | None
    last_known: dt.date | None
    counts: Counts
    sides: tuple[SideName, ...]
    kinds: dict[str, tuple[str, ...]]
    types: dict[str, int]
    dispute_types: dict[str, int]
    accuracy: tuple[Measured, ...]
    review: bool
    withheld: Withheld | None
    links: dict[str, str]


#: The resources that need no id, by name.
LINKS = (
    "meta", "brief", "events", "disputes", "map", "days", "places", "areas", "control", "spells", "actors", "sources", "families",
    "documents", "series", "statements", "agreements", "search", "changes", "gaps", "method",
)  # fmt: skip


def meta(catalogue: Catalogue, state: str, accuracy: tuple[Measured, ...], *, review: bool, profile: str = "live") -> Meta:
    """The meta object; `state` is the mark of what is shown."""
    view = catalogue.view
    monitor = view.monitor
    days = sorted(d for h in view.state.happenings for d in (h.start, h.end) if d)
    known = sorted(w.known for w in view.state.witnesses.values() if w.known)
    return Meta(
        api="v1",
        version=__version__,
        state=state,
        profile=profile,
        monitor=monitor.name,
        period_start=monitor.period.start,
        period_end=monitor.period.end,
        countries=monitor.countries,
        languages=monitor.languages,
        on=view.state.on,
        known=view.state.known,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        first_known=known[0] if known else None,
        last_known=known[-1] if known else None,
        counts=_counts(catalogue),
        sides=_sides(catalogue),
        kinds={kind: subs for kind, (_, subs) in EVENT_TYPES.items()},
        types=dict(sorted(Counter(h.type for h in view.state.happenings).items())),
        dispute_types=dict(sorted(Counter(d.type for d in view.state.disputes).items())),
        accuracy=accuracy,
        review=review,
        withheld=None,
        links={name: name for name in LINKS},
    )


def _counts(catalogue: Catalogue) -> Counts:
    view, state = catalogue.view, catalogue.view.state
    return Counts(
        documents=len(state.witnesses),
        families=len({w.family for w in state.witnesses.values()}),
        sources=len(catalogue.sources),
        records=len(view.current),
        set_aside=len(state.claims) - len(view.current),
        events=len(state.happenings),
        disputes=sum(d.real for d in state.disputes),
        places=len(catalogue.places),
        placed=sum(h.lat is not None for h in state.happenings),
        actors=sum(not a.described for a in catalogue.actors.values()),
        gaps=len({(g.document, g.span) for g in view.gaps}),
        unread=len(state.unread),
        undated_documents=sum(w.known is None for w in state.witnesses.values()),
    )


def _sides(catalogue: Catalogue) -> tuple[SideName, ...]:
    found: dict[str, list[str]] = {}
    for actor in catalogue.view.monitor.actors:
        for name in dict.fromkeys(side.name for side in actor.sides):
            found.setdefault(name, []).append(actor.name)
    return tuple(SideName(name, tuple(actors)) for name, actors in found.items())
