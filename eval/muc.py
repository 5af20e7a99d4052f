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
from warledger.records.claim import Claim, Event, Modality
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
    matched = [(template, best(template, claims.get(template.message, ()))) for template in templates(folder)]
    metrics, report = shares(matched)
    found = sum(claim is not None for _, claim in matched)
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


def best(template: Template, claims: Sequence[Claim]) -> Claim | None:
    """The event whose words hold most of what the coder took from the text; the first of equals, none where none holds any."""
    told = [c for c in claims if isinstance(c.content, Event)]
    ranked = [(sum(fill.lower() in c.quote.lower() for fill in template.fills), -i, c) for i, c in enumerate(told)]
    top = max(ranked, key=lambda row: row[:2], default=None)
    return top[2] if top and top[0] else None


def shares(matched: Sequence[tuple[Template, Claim | None]]) -> tuple[dict[str, float], list[str]]:
    """The metrics, and each in words; a template without an event of ours is wrong."""
    tests: dict[str, tuple[Callable[[Template], str], Callable[[str, Claim], bool]]] = {
        "type": (lambda t: t.first(4).split(" / ")[0], type_right),
        "date": (lambda t: t.first(2), date_right),
        "place": (lambda t: t.first(3), place_right),
        "confidence": (lambda t: t.first(11).split(":")[0], lambda gold, claim: confidence(claim) == gold),
        "count": (lambda t: t.first(21).split(":")[0], count_right),
        "effect": (lambda t: t.first(23).split(":")[0], effect_right),
    }
    metrics, report = {}, []
    for name, (asked, right) in tests.items():
        cases = [(asked(template), claim) for template, claim in matched if asked(template)]
        met = [(gold, claim) for gold, claim in cases if claim is not None]
        hits = sum(right(gold, claim) for gold, claim in met)
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


def confidence(claim: Claim) -> str:
    """What the modality and the voices of a claim are called there."""
    if claim.modality is Modality.ASSERTED:
        return "REPORTED AS FACT"
    if claim.modality in {Modality.HYPOTHETICAL, Modality.PLANNED}:
        return "POSSIBLE"
    doers = claim.content.actors1 if isinstance(claim.content, Event) else ()
    if set(doers) & set(claim.said_by):
        return "CLAIMED OR ADMITTED"
    if any(_AUTHORITIES.search(voice) for voice in claim.said_by):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES"
    return "SUSPECTED OR ACCUSED" if claim.said_by else "REPORTED AS FACT"


def count_right(gold: str, claim: Claim) -> bool:
    """Whether a count of ours of people harmed or taken is the coded number of targets; PLURAL is more than one, however many."""
    if not isinstance(claim.content, Event):
        return False
    counts = [*claim.content.killed, *claim.content.injured, *claim.content.captured]
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
