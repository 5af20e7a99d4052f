"""Happenings: every claim in exactly one, joined only where much speaks for it. Precision goes before recall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from warledger.records.claim import Claim
from warledger.records.event import Happening
from warledger.records.link import Links
from warledger.records.ruling import Together
from warledger.records.witness import Witness
from warledger.stages.events.bonds import bonds_of, loners
from warledger.stages.events.copies import copies
from warledger.stages.events.facets import Facet
from warledger.stages.events.grouping import Group, group
from warledger.stages.events.parts import parts
from warledger.stages.events.sources import origins
from warledger.stages.events.telling import happening


def cluster(
    claims: Sequence[Claim],
    links: Links,
    witnesses: Mapping[str, Witness],
    facets: Mapping[str, Facet],
    decided: Sequence[Together] = (),
) -> tuple[Happening, ...]:
    """The happenings of the claims, sorted by day, place and id; the same in whatever order the claims come.

    `facets` are those of the claims, by claim id (`facets_of`); `decided` is what people joined and split, in the order they did.
    """
    by_id = {claim.id: claim for claim in claims}
    same = copies(list(by_id.values()), facets, loners(decided))
    bonds = bonds_of(decided, {i: first for first, ids in same.items() for i in ids})
    first = origins(witnesses)
    standing = [facets[first] for first in sorted(same)]
    found = [
        happening([by_id[i] for f in joined.facets for i in same[f.id]], _reasons(joined, same), links, first)
        for joined in group(standing, bonds)
    ]
    wholes = parts(standing, {member: h.id for h in found for member in h.members})
    found = [msgspec.structs.replace(h, part_of=wholes[h.id]) if h.id in wholes else h for h in found]
    return tuple(sorted(found, key=lambda h: (h.start is None, h.start or 0, h.place or "", h.id)))


def _reasons(joined: Group, same: Mapping[str, Sequence[str]]) -> dict[str, str]:
    copied = {i: "the same record in a copy of the text" for first in (f.id for f in joined.facets) for i in same[first] if i != first}
    return {**joined.why, **copied}
