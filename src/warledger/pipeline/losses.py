"""An actor's own losses, each as one source tells it. Nothing is added up: sources differ, and so do the happenings they count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from warledger.base.inflection import singular
from warledger.pipeline.cast import Cast, Member
from warledger.records.claim import FACTUAL, Claim, Count, Event, Toll
from warledger.records.place_words import ActorWords
from warledger.records.profile import Loss
from warledger.records.registry import fold_actor
from warledger.records.side_words import SideWords
from warledger.records.vocab import Nouns
from warledger.stages.linking.actor_forms import NameReader

#: Tolls that tell of people lost, in the words of the codebook.
MEASURES = frozenset({"killed", "injured", "captured", "casualties", "missing"})


@dataclass(frozen=True)
class LossReader:
    """Reads losses of one member out of claims. `happenings` maps a record to its event; `own` are the member's folded names,
    `sides` what a name says of its side."""

    cast: Cast
    member: Member
    words: ActorWords
    nouns: Nouns
    happenings: Mapping[str, str]
    own: frozenset[str]
    sides: SideWords

    def losses(self, claims: Iterable[Claim]) -> tuple[Loss, ...]:
        """The losses in the claims, in order of time; reports of one independent source that give one figure for one happening once."""
        reader, generic = NameReader(self.words), {fold_actor(name): fold_actor(key) for name, key in self.words.generic.items()}
        found: dict[tuple[object, ...], Loss] = {}
        for claim in claims:
            for measure, count, by in _counts(claim) if claim.modality in FACTUAL else ():
                stated = count.low is not None or count.high is not None
                if stated and self._is_own(claim, count.group, reader, generic):
                    loss = self._loss(claim, measure, count, by)
                    same = (loss.origin, loss.happening or loss.words.record, measure, loss.low, loss.high)
                    found.setdefault(same, loss)
        return tuple(sorted(found.values(), key=_order))

    def _is_own(self, claim: Claim, group: str, reader: NameReader, generic: Mapping[str, str]) -> bool:
        """Whether the group counted are the actor's: by name, by the description that is the actor, or as the only target's fighters."""
        folded = fold_actor(group)
        if not folded:
            return False
        if generic.get(folded) == self.member.key or any(form.folded in self.own for form in reader.read(group).forms):
            return True
        armed = singular(group.split()[-1]) in self.nouns.armed
        other = self.sides.side(group)
        if other is not None and other != self.sides.side(self.member.name):
            return False  # "government soldiers" are not the rebels' who were shot at
        targets = {self.cast.key(claim, name) for name in claim.content.actors2} if isinstance(claim.content, Event) else set()
        return armed and reader.names_nobody(folded) and targets == {self.member.key}

    def _loss(self, claim: Claim, measure: str, count: Count, by: tuple[str, ...]) -> Loss:
        evidence, time = self.cast.evidence(claim), claim.time
        return Loss(
            measure=measure,
            group=count.group,
            low=count.low,
            high=count.high,
            start=time.start if time else None,
            end=time.end if time else None,
            places=claim.places,
            by=tuple(name for name in by if self.cast.key(claim, name) != self.member.key),  # of a clash both sides are doers
            source=evidence.source,
            origin=self.cast.origin(claim),
            happening="" if isinstance(claim.content, Toll) else self.happenings.get(claim.id, ""),
            running=isinstance(claim.content, Toll),
            modality=claim.modality.value,
            words=evidence,
        )


def counting(claims: Iterable[Claim], own: frozenset[str]) -> Iterator[Claim]:
    """The claims that count people under one of these folded names, whoever else they name."""
    for claim in claims:
        groups = {fold_actor(count.group) for _, count, _ in _counts(claim)}
        if any(f" {name} " in f" {group} " for group in groups for name in own):
            yield claim


def _counts(claim: Claim) -> Iterator[tuple[str, Count, tuple[str, ...]]]:
    """(measure, count, held responsible) of every count of people lost."""
    match claim.content:
        case Event(actors1=by, killed=killed, injured=injured, captured=captured):
            for measure, counts in (("killed", killed), ("injured", injured), ("captured", captured)):
                yield from ((measure, count, by) for count in dict.fromkeys(counts))
        case Toll(measure=measure, group=group, low=low, high=high, by=by) if measure in MEASURES:
            whole = Count(group, None if low is None else int(low), None if high is None else int(high))
            yield measure, whole, by


def _order(loss: Loss) -> tuple[str, str, str, str, str]:
    day = loss.start or loss.end
    return str(day or ""), str(loss.end or ""), loss.measure, loss.words.doc, loss.words.record
