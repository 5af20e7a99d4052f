"""One happening told in one sentence, by one of many reporters: their words, their figures and their sources differ."""

from __future__ import annotations

import datetime as dt
from random import Random

from eval.scale.happenings import Fact
from eval.scale.sentence import Builder, Said, Sentence
from eval.scale.world import Force, World
from warledger.base.times import Basis, Interval, Precision
from warledger.records.claim import Agreement, Content, Control, Count, Event, Modality, Movement, Statement, Strength, Toll

_GROUPS = ("civilians", "fighters", "soldiers", "people")
_TYPES = {
    "clash": ("Armed clash", ("clashed with", "fought", "exchanged fire with")),
    "strike": ("Air/drone strike", ("bombed", "struck from the air", "carried out an air strike on")),
    "shelling": ("Shelling/artillery/missile attack", ("shelled", "fired mortars at", "hit with rockets")),
    "bomb": ("Remote explosive/landmine/IED", ("set off a car bomb against", "blew up a vehicle of")),
    "arrest": ("Arrests", ("arrested members of", "detained men of")),
    "protest": ("Peaceful protest", ("marched against", "protested against")),
}
_CONTROL = {
    "capture": ("captured", ("captured", "seized", "took control of")),
    "entered": ("entered", ("entered", "pushed into")),
    "siege": ("besieged", ("besieged", "surrounded")),
    "withdrew": ("withdrew", ("withdrew from", "pulled out of")),
}
_SPOKEN = {
    "said": ("INFORM", "said", "the supply of bread and fuel"),
    "accused": ("ACCUSE", "accused", "breaking the truce along the river"),
    "denied": ("REJECT", "denied", "any shelling of the old market"),
}


class Teller:
    """Tells happenings as of a day. The same random numbers give the same words."""

    def __init__(self, random: Random, world: World) -> None:
        self._random = random
        self._world = world

    def tell(self, fact: Fact, published: dt.date) -> Sentence:
        """The sentence, with the claim it makes."""
        line = Builder()
        time = self._when(line, fact.day, published)
        content = self._content(line, fact)
        said_by = self._source(line, fact)
        line.say(".")
        said = Said(
            content=content,
            modality=self._modality(fact, said_by),
            said_by=said_by,
            time=time,
            places=tuple(name for role, name, _ in line.named if role == "places"),
            named=tuple(line.named),
            cue=line.cue,
            confidence=round(self._random.uniform(0.55, 0.95), 3),
        )
        return Sentence(line.text[0].upper() + line.text[1:], (said,))

    def _when(self, line: Builder, day: dt.date, published: dt.date) -> Interval:
        if self._random.random() < 0.08:
            day += dt.timedelta(self._random.choice((-1, 1)))
        if self._random.random() < 0.6:
            words = f"{day.day} {day:%B} {day.year}"
            line.say(f"On {words} ")
            return Interval(day, day, Precision.DAY, Basis.STATED, words)
        if (published - day).days < 6 and self._random.random() < 0.7:
            words = f"{day:%A}"
            line.say(f"On {words} ")
            return Interval(day, day, Precision.DAY, Basis.PUBLICATION, words)
        start = day - dt.timedelta(self._random.choice((1, 2, 5)))
        line.say("In recent days ")
        return Interval(start, max(day, start), Precision.DAYS, Basis.PUBLICATION, "In recent days")

    def _content(self, line: Builder, fact: Fact) -> Content:
        if fact.kind in _TYPES:
            return self._event(line, fact)
        if fact.kind in _CONTROL:
            return self._control(line, fact)
        if fact.kind in _SPOKEN:
            return self._statement(line, fact)
        return getattr(self, f"_{fact.kind}")(line, fact)  # type: ignore[no-any-return]

    def _event(self, line: Builder, fact: Fact) -> Event:
        kind, verbs = _TYPES[fact.kind]
        doer, target = self._force(fact.doer), self._force(fact.other)
        line.say("the ").name("actors1", doer).say(" ").verb(self._random.choice(verbs)).say(" the ").name("actors2", target)
        self._place(line, fact, self._random.choice((" in ", " near ")))
        if self._random.random() < 0.25:
            return Event(kind, (doer,), (target,))
        group = self._random.choice(_GROUPS)
        low, high = self._figure(line, fact.count, group)
        return Event(kind, (doer,), (target,), killed=(Count(group, low, high),))

    def _control(self, line: Builder, fact: Fact) -> Control:
        mode, verbs = _CONTROL[fact.kind]
        taker = self._force(fact.doer)
        role = "lost_by" if mode == "withdrew" else "gained_by"
        line.say("the ").name(role, taker).say(" ").verb(self._random.choice(verbs))
        self._place(line, fact, " ")
        if mode == "withdrew":
            return Control(mode, (), (taker,))
        if self._random.random() < 0.5:
            return Control(mode, (taker,), ())
        loser = self._force(fact.other)
        line.say(" from the ").name("lost_by", loser)
        return Control(mode, (taker,), (loser,))

    def _statement(self, line: Builder, fact: Fact) -> Statement:
        act, verb, topic = _SPOKEN[fact.kind]
        speaker, target = self._force(fact.doer), self._force(fact.other)
        line.say("the ").name("speaker", speaker).say(" ").verb(verb)
        line.say(" the ").name("target", target).say(f" about {topic}")
        self._place(line, fact, " in ")
        return Statement(speaker, "", act, (target,), topic)

    def _moved(self, line: Builder, fact: Fact) -> Movement:
        doer = self._force(fact.doer)
        line.say(f"{fact.count * 10} men of the ").name("actors1", doer).say(" were ").verb("sent")
        line.say(" to ").name("to", fact.spot.name)
        return Movement("deployed", (doer,), float(fact.count * 10), float(fact.count * 10), (), (fact.spot.name,))

    def _strength(self, line: Builder, fact: Fact) -> Strength:
        actor, size = self._force(fact.doer), float(100 * (1 + fact.count))
        line.say("the ").name("actor", actor).say(" ").verb("had").say(f" {size:.0f} men under arms")
        return Strength(actor, "personnel", size, size)

    def _deal(self, line: Builder, fact: Fact) -> Agreement:
        one, other = self._force(fact.doer), self._force(fact.other)
        line.say("the ").name("parties", one).say(" and the ").name("parties", other).say(" ").verb("agreed").say(" on a truce")
        self._place(line, fact, " for ")
        return Agreement((one, other), "truce", self._random.choice(("made", "made", "violated", "ended")))

    def _toll(self, line: Builder, fact: Fact) -> Toll:
        group = self._random.choice(_GROUPS)
        total = float(fact.count * 7)
        line.say(f"the number of {group} ").verb("killed").say(f" in the past month rose to {total:.0f}")
        self._place(line, fact, " in ")
        return Toll("killed", group, total, total)

    def _place(self, line: Builder, fact: Fact, link: str) -> None:
        line.say(link)
        shown = fact.spot.name
        if self._random.random() < 0.08:
            shown = self._random.choice((f"the outskirts of {shown}", f"{shown} countryside", f"{fact.spot.province} province"))
        line.name("places", shown)

    def _figure(self, line: Builder, count: int, group: str) -> tuple[int | None, int | None]:
        told = max(1, count + self._random.choice((0, 0, 0, 0, 0, 0, 1, -1, 2, max(1, count // 4))))
        how = self._random.random()
        line.say(f", killing {'at least ' if how < 0.3 else ''}{told} {group}")
        return told, None if how < 0.3 else told

    def _source(self, line: Builder, fact: Fact) -> tuple[str, ...]:
        how = self._random.random()
        if how < 0.35 or fact.kind in _SPOKEN:
            return ()
        who = self._random.choice(self._world.voices) if how < 0.75 else self._force(fact.doer)
        line.say(", the ").name("said_by", who).say(" said")
        return (who,)

    def _modality(self, fact: Fact, said_by: tuple[str, ...]) -> Modality:
        if not said_by:
            return Modality.ASSERTED
        party = said_by[0] in (fact.doer.name, *fact.doer.aliases)
        return Modality.CLAIMED if party else Modality.REPORTED

    def _force(self, force: Force) -> str:
        return force.name if self._random.random() < 0.7 else self._random.choice(force.aliases).removeprefix("the ")
