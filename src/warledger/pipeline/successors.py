"""Records of a newer version of a report and those of the older one that they take the place of.

A version is a document of its own, so its records have other ids. Within one kind a record follows the one with the same words, else
the one whose words are most alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from warledger.pipeline.view import View
from warledger.records.claim import Claim

#: How alike (0-100, `rapidfuzz.fuzz.ratio`) words must be for one to be the other, mended: a changed figure or name in a sentence
#: leaves nine tenths of it, two sentences about other things share about half.
_ALIKE = 75


def successors(then: View, now: View, versions: Mapping[str, str]) -> dict[str, str]:
    """New record -> the old one it follows, both counted in their view and the old one no more. `versions` are document ids, newer ->
    older."""
    if not versions:
        return {}
    still = {c.id for c in now.current}
    old = _by_document(c for c in then.current if c.id not in still)
    new = _by_document(c for c in now.current if c.document in versions)
    found: dict[str, str] = {}
    for later, earlier in sorted(versions.items()):
        for kind, claims in new[later].items():
            found.update(_paired(claims, old[_first(earlier, versions)].get(kind, ())))
    return found


def unchanged(old: Claim, new: Claim) -> bool:
    """Whether the newer version says just the same there."""
    return _words(old) == _words(new) and (old.content, old.modality, old.said_by, old.time, old.places) == (
        new.content, new.modality, new.said_by, new.time, new.places,
    )  # fmt: skip


def _first(document: str, versions: Mapping[str, str]) -> str:
    """The oldest version, where one that came in between replaced another."""
    seen = {document}
    while versions.get(document, document) not in seen:
        document = versions[document]
        seen.add(document)
    return document


def _by_document(claims: Iterable[Claim]) -> dict[str, dict[str, list[Claim]]]:
    found: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        found[claim.document][claim.kind].append(claim)
    return found


def _paired(new: Sequence[Claim], old: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """The pairs most alike first; each record is in one. Records on the same words pair in the order they stand."""
    scored = [
        (-fuzz.ratio(_words(a), _words(b)), a.content != b.content, abs(i - j), a.id, b.id)
        for i, a in enumerate(new)
        for j, b in enumerate(old)
    ]
    taken: set[str] = set()
    for *_, later, earlier in sorted(s for s in scored if -s[0] >= _ALIKE):
        if later not in taken and earlier not in taken:
            taken |= {later, earlier}
            yield later, earlier


def _words(claim: Claim) -> str:
    return " ".join(claim.quote.split())
