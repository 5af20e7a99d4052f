"""MUC-4 development texts: newswire in capitals with hand-filled templates of incidents. Part of the large sets."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.data import rows, texts
from eval.gate import toolkit
from eval.releases import majority, names
from eval.result import Result
from eval.truecase import Truecaser
from eval.workshop import Workshop
from warledger.records.claim import Claim, Count, Event, Modality, Statement
from warledger.records.document import Metadata, RawDocument

FOLDER = Path("data") / "muc4-dev"
_MESSAGE = re.compile(r"^(DEV-MUC3-\d+) \([^)]*\)\s*$", re.M)
_SLOT = re.compile(r"^ ?(\d+)\. +[A-Z ]+?(?:: [A-Z ]+?)? {2,}(.*)$")
_TAG = re.compile(r"\[(?:TEXT|REPORT|COMMUNIQUE|EDITORIAL|ARTICLE|COMMENTARY|EXCERPTS?|PASSAGE OMITTED|WORDS? INDISTINCT)\]\s*")
_DATE = re.compile(r"\b(\d{1,2}) (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) (\d{2})\b")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"
_FILL = re.compile(r'"([^"]+)"')
#: What our event types are there.
_TYPES = {
    "BOMBING": {"Remote explosive/landmine/IED", "Suicide bomb", "Air/drone strike", "Grenade"},
    "KIDNAPPING": {"Abduction/forced disappearance"},
    "ARSON": {"Looting/property destruction"},
    "ROBBERY": {"Looting/property destruction"},
}
_AUTHORITIES = re.compile(
    r"\b(?:police|army|military|government|official|officials|ministry|minister|president|command|brigade|battalion|forces|judge)\b", re.I
)


@dataclass(frozen=True)
class Template:
    """One incident as coded: the lines of its slots by number."""

    message: str
    slots: dict[int, tuple[str, ...]]

    def first(self, slot: int) -> str:
        """The first line of a slot; empty where it is not filled."""
        line = next(iter(self.slots.get(slot, ())), "-")
        return "" if line in {"-", "*"} else line

    @property
    def fills(self) -> list[str]:
        """Every string the coder took from the text: weapons, perpetrators, targets."""
        return [fill for slot in (6, 9, 10, 12, 18, 19) for line in self.slots.get(slot, ()) for fill in _FILL.findall(line)]


@dataclass(frozen=True)
class Match:
    """A template with our claims on its words, best first."""

    template: Template
    claims: tuple[Claim, ...]

    @property
    def event(self) -> Claim | None:
        """The event that holds most of the coder's words."""
        return next((claim for claim in self.claims if isinstance(claim.content, Event)), None)

    @property
    def first(self) -> Claim:
        """The same, where there is one."""
        return self.event or self.claims[0]

    @property
    def counting(self) -> Claim:
        """The first event that says how many were harmed or taken, else the first."""
        return next((claim for claim in self.claims if isinstance(claim.content, Event) and counts_of(claim.content)), self.first)


def evaluate(workshop: Workshop) -> Result:
    """Accuracy by slot over all templates that fill it, beside the commonest answer."""
    folder = workshop.data / FOLDER
    if not folder.is_dir():
        raise FileNotFoundError(2, "no such folder", str(folder))
    caser = Truecaser(cased_texts(workshop))
    kit, claims = toolkit(workshop.work / "muc", gate=True), {}
    for message, text in messages(folder):
        raw = RawDocument(f"{message}.txt", b"", "txt", given=Metadata(published=published(text)), text=caser.restore(text))
        document, _ = kit.reading_tools().clean(raw)
        if document is not None:
            claims[message] = next(iter(kit.reader.read([document]))).claims
    matched = [Match(template, tuple(on_words(template, claims.get(template.message, ())))) for template in templates(folder)]
    metrics, report = shares(matched)
    found = sum(match.event is not None for match in matched)
    return Result("muc", metrics, (f"{found} of {len(matched)} templates have an event of ours on their words", *report))


def cased_texts(workshop: Workshop) -> Iterator[str]:
    """Texts in both cases to learn from."""
    yield from (row["text"] for row in rows(workshop.data / "data" / "t17-libya" / "articles.jsonl"))
    for folder in (workshop.seeds_folder, workshop.libya_folder):
        yield from texts(folder).values()


def messages(folder: Path) -> Iterator[tuple[str, str]]:
    """Number and text of every message: paragraphs on one line each, without the tags of the monitoring service."""
    for file in sorted(folder.glob("dev-muc3-*")):
        parts = _MESSAGE.split(file.read_text(encoding="latin-1"))[1:]
        for number, body in zip(parts[::2], parts[1::2], strict=True):
            paragraphs = re.split(r"\n\s*\n", body.strip())
            yield number, _TAG.sub("", "\n\n".join(" ".join(p.split()) for p in paragraphs))


def published(text: str) -> str | None:
    """The day of the dateline."""
    day = day_of(text[:120])
    return day.isoformat() if day else None


def day_of(text: str) -> dt.date | None:
    """The first day such as "30 DEC 89" in the text."""
    found = _DATE.search(text)
    if found is None:
        return None
    try:
        return dt.date(1900 + int(found[3]), _MONTHS.split().index(found[2]) + 1, int(found[1]))
    except ValueError:  # a slip of the coder's pen: the 31st of November
        return None


def templates(folder: Path) -> Iterator[Template]:
    """The filled templates that are not optional."""
    for file in sorted(folder.glob("key-dev-*.muc4")):
        for block in re.split(r"\n\s*\n", file.read_text(encoding="latin-1")):
            made = _template(block.splitlines())
            if made and made.first(4) and "OPTIONAL" not in made.first(1):
                yield made


def _template(lines: Iterable[str]) -> Template | None:
    slots: dict[int, list[str]] = {}
    at = -1
    for line in lines:
        match = _SLOT.match(line)
        if match:
            at = int(match[1])
        if at >= 0 and not line.startswith(";"):
            slots.setdefault(at, []).append(match[2].strip() if match else line.strip())
    message = next(iter(slots.get(0, [""]))).split(" ")[0]
    return Template(message, {n: tuple(found) for n, found in slots.items()}) if message else None


def on_words(template: Template, claims: Sequence[Claim]) -> list[Claim]:
    """The claims whose words hold what the coder took from the text: those that hold most of it first, of equals the earlier."""
    held = [(sum(fill.lower() in claim.quote.lower() for fill in template.fills), claim) for claim in claims]
    return [claim for hits, claim in sorted(held, key=lambda row: -row[0]) if hits]


def shares(matched: Sequence[Match]) -> tuple[dict[str, float], list[str]]:
    """The metrics, and each in words; a template without an event of ours is wrong."""
    tests: dict[str, tuple[Callable[[Template], str], Callable[[str, Match], bool]]] = {
        "type": (lambda t: t.first(4).split(" / ")[0], lambda gold, match: type_right(gold, match.first)),
        "date": (lambda t: t.first(2), lambda gold, match: date_right(gold, match.first)),
        "place": (lambda t: t.first(3), lambda gold, match: place_right(gold, match.first)),
        "confidence": (lambda t: t.first(11).lstrip("? ").split(":")[0], lambda gold, match: confidence(match) in gold.split(" / ")),
        "count": (lambda t: t.first(21).split(":")[0], lambda gold, match: count_right(gold, match.counting)),
        "effect": (lambda t: t.first(23).split(":")[0], lambda gold, match: effect_right(gold, match.counting)),
    }
    metrics, report = {}, []
    for name, (asked, right) in tests.items():
        cases = [(asked(match.template), match) for match in matched if asked(match.template)]
        met = [(gold, match) for gold, match in cases if match.event is not None]
        hits = sum(right(gold, match) for gold, match in met)
        metrics[f"muc.{name}"] = hits / max(1, len(cases))
        common = majority([gold for gold, _ in cases])
        report.append(
            f"{name}: {hits} of {len(cases)} ({metrics[f'muc.{name}']:.3f}); of the {len(met)} with an event of ours "
            f"{hits / max(1, len(met)):.3f}; the commonest answer to all {common:.3f}"
        )
    return metrics, report


def type_right(gold: str, claim: Claim) -> bool:
    """Whether our event type is one of those the incident type stands for; all that is no bombing, kidnapping or arson is an attack."""
    ours = claim.content.type if isinstance(claim.content, Event) else ""
    return ours in _TYPES[gold] if gold in _TYPES else not any(ours in types for types in _TYPES.values())


def date_right(gold: str, claim: Claim) -> bool:
    """Whether our interval has the coded day as both ends, or ends with it where only the end is coded ("- 04 MAR 90")."""
    days = [day_of(part) for part in re.split(r" ?- ?", gold) if part]
    if claim.time is None or not days:
        return False
    return claim.time.end == days[-1] and (gold.startswith("-") or claim.time.start == days[0])


def place_right(gold: str, claim: Claim) -> bool:
    """Whether one of our places is the coded place or an area around it."""
    wanted = [re.sub(r"\(.*?\)", "", part).strip() for part in re.split(r":| - ", gold)]
    return any(names(place, name) for place in claim.places for name in wanted if name)


def confidence(match: Match) -> str:
    """How sure our claims are of who did it: one that owns up or accuses goes before how the event itself is put forward."""
    for claim in match.claims:
        said = claim.content
        if isinstance(said, Statement) and "responsib" in f"{claim.quote} {said.topic}".lower() and said.act != "REJECT":
            return "CLAIMED OR ADMITTED"
        if isinstance(said, Statement) and said.act == "ACCUSE":
            return _accused([said.speaker, said.affiliation])
    claim = match.first
    if claim.modality is Modality.ASSERTED or not claim.said_by:
        return "REPORTED AS FACT"
    if claim.modality in {Modality.HYPOTHETICAL, Modality.PLANNED}:
        return "POSSIBLE"
    doers = claim.content.actors1 if isinstance(claim.content, Event) else ()
    return "CLAIMED OR ADMITTED" if set(doers) & set(claim.said_by) else _accused(claim.said_by)


def _accused(voices: Iterable[str]) -> str:
    authority = any(_AUTHORITIES.search(voice) for voice in voices)
    return "SUSPECTED OR ACCUSED BY AUTHORITIES" if authority else "SUSPECTED OR ACCUSED"


def counts_of(event: Event) -> list[Count]:
    """Everybody an event counts."""
    return [*event.killed, *event.injured, *event.captured]


def count_right(gold: str, claim: Claim) -> bool:
    """Whether a count of ours of people harmed or taken is the coded number of targets; PLURAL is more than one, however many."""
    if not isinstance(claim.content, Event):
        return False
    counts = counts_of(claim.content)
    if "PLURAL" in gold:
        return any(c.high is None and c.low != 1 for c in counts)
    number = re.search(r"\d+", gold)
    return number is not None and any(int(number[0]) in {c.low, c.high} for c in counts)


def effect_right(gold: str, claim: Claim) -> bool:
    """Whether we say that somebody died, was hurt, or neither."""
    if not isinstance(claim.content, Event):
        return False
    ours = "DEATH" if claim.content.killed else "INJURY" if claim.content.injured else "NO INJURY OR DEATH"
    return ours in gold.split(" / ") or (gold.startswith("NO ") and ours.startswith("NO "))
