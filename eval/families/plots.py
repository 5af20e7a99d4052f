"""Made-up happenings and who tells of them: an agency, a writer who has only the agency's text, a reporter who was there too; and
reports that a house fills in or brings up to date day after day."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

from eval.scale.names import Namer

Facts = Mapping[str, str]
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BODIES = ("Free Column", "March Front", "Valley Brigade", "Popular Guard", "Northern Army", "River Movement")
_OFFICES = ("Relief Bureau", "Observers' Mission", "Joint Inquiry Office", "Aid Desk", "Records Commission")


@cache
def _wordings() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "plots.toml").read_text(encoding="utf-8"))


def facts(random: Random, namer: Namer, day: dt.date, said: Sequence[str]) -> dict[str, str]:
    """What one happening was: names nobody else has, numbers, days and four quotations of `said`."""
    people = {role: namer.person() for role in ("witness", "chief", "doctor", "other1", "other2")}
    numbers = {role: str(random.randint(low, high)) for role, low, high in _NUMBERS}
    quoted = {f"said{n}": f"{words.rstrip('.!?')}," for n, words in enumerate(random.sample(list(said), 4), 1)}
    place = namer.word()
    return {
        **people,
        **numbers,
        **quoted,
        "place": place,
        "PLACE": place.upper(),
        "near": namer.word(),
        "port": namer.word(),
        "body": f"{namer.word()} {random.choice(_BODIES)}",
        "office": f"{namer.word()} {random.choice(_OFFICES)}",
        "day": _DAYS[day.weekday()],
        "date": _day(day),
        "shut": _day(day + dt.timedelta(random.randint(2, 9))),
    }


_NUMBERS = (("killed", 4, 39), ("hurt", 11, 98), ("rounds", 4, 60), ("craters", 3, 48), ("km", 6, 95))


def retimed(random: Random, known: Facts, day: dt.date) -> dict[str, str]:
    """The same names on another day with other numbers."""
    numbers = {role: str(random.randint(low, high)) for role, low, high in _NUMBERS}
    return {**known, **numbers, "date": _day(day), "day": _DAYS[day.weekday()], "shut": _day(day + dt.timedelta(3))}


def told(random: Random, half: str, way: str, known: Facts, wording: int | None = None) -> list[str]:
    """One telling: `wire`, `retold` (a slot may be left out or change places with the next) or `apart`; of each slot the given one of its
    two wordings, or any."""
    slots = [slot.split(" || ") for slot in _wordings()[half][way]]
    sentences = [(random.choice(slot) if wording is None else slot[wording]).format(**known) for slot in slots]
    if way != "wire":
        sentences = [s for s in sentences if random.random() < 0.9]
        at = random.randrange(len(sentences) - 1)
        sentences[at], sentences[at + 1] = sentences[at + 1], sentences[at]
    return [re.sub(r',("?)$', r".\1", s) for s in sentences]


def notice(half: str, form: int, known: Facts) -> list[str]:
    """A form filled in."""
    wording = _wordings()[half]["forms"][form_of(half, form)]
    return re.split(r"(?<=\.) (?=[A-Z])", wording.format(**known))


def form_of(half: str, number: int) -> int:
    """Which of the forms a house with this number fills in."""
    return number % len(_wordings()[half]["forms"])


def situation(random: Random, half: str, always: tuple[Sequence[str], Facts], today: Facts) -> list[str]:
    """A day's report: three or four of the day's lines among what `always` stands in its series: sentences of its own, and some that many
    series have, with the names and figures they always had."""
    own, known = always
    shared = [line.format(**known) for line in _wordings()[half]["standing"][:4]]
    daily = [line.format(**today) for line in random.sample(_wordings()[half]["daily"], random.randint(3, 4))]
    return [*daily[:2], *(line for line in (*shared, *own) if random.random() < 0.92), *daily[2:]]


def _day(day: dt.date) -> str:
    return f"{day:%B} {day.day}"
