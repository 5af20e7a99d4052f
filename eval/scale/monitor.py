"""A monitor of the made-up war: its files, and a ledger that has "read" them; only the reading of sentences is left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval.scale.reports import Report, War
from eval.scale.sentence import Said
from eval.scale.world import COUNTRY
from warledger.base.spans import Span
from warledger.ledger.store import Ledger
from warledger.pipeline.build import Toolkit
from warledger.pipeline.monitor import Monitor, load_monitor
from warledger.pipeline.read import Outcome, read_reports
from warledger.records.claim import Claim, claim_id
from warledger.records.document import Document
from warledger.records.gap import Gap
from warledger.records.mention import Mention
from warledger.records.provenance import Why

#: The instant of a run is no part of what is measured.
INSTANT = "2000-01-01T00:00:00+00:00"


@dataclass(frozen=True)
class Taken:
    """What a reader of sentences would have taken from one document."""

    claims: tuple[Claim, ...]
    gaps: tuple[Gap, ...]
    passed: int = 0


def write_monitor(folder: Path, war: War) -> Monitor:
    """The folder with actors, places, sources and every report with its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "monitor.toml").write_text(f'name = "A made-up war"\ncountries = ["{COUNTRY}"]\n', encoding="utf-8")
    (folder / "actors.toml").write_text("\n".join(_actors(war)), encoding="utf-8")
    (folder / "sources.toml").write_text("\n".join(_sources(war)), encoding="utf-8")
    (folder / "places.csv").write_text("\n".join(_places(war)) + "\n", encoding="utf-8")
    write_reports(folder / "reports", war.reports)
    return load_monitor(folder, {})


def write_reports(folder: Path, reports: Iterable[Report]) -> None:
    """The files below the folder, with a manifest in each folder of it."""
    manifests: dict[str, list[str]] = {}
    for report in reports:
        (folder / report.folder).mkdir(parents=True, exist_ok=True)
        (folder / report.folder / report.name).write_text(report.text, encoding="utf-8")
        manifests.setdefault(report.folder, []).append(json.dumps(_manifest(report)) + "\n")
    for name, lines in manifests.items():
        with (folder / name / "manifest.jsonl").open("a", encoding="utf-8") as file:
            file.writelines(lines)


def take(monitor: Monitor, reports: Iterable[Report], paths: Sequence[Path]) -> Outcome:
    """Reads the paths into the monitor's ledger, with the reports' own claims in the place of a reader's."""
    tools = replace(Toolkit(monitor).reading_tools(), read=_Reader({r.text: r for r in reports}).read, batch=512)
    with Ledger.open(monitor.ledger, write=True) as ledger:
        return read_reports(ledger, tools, paths, clock=lambda: INSTANT)


class _Reader:
    """Stands for the reader of sentences."""

    def __init__(self, told: Mapping[str, Report]) -> None:
        self._told = told

    def read(self, documents: Sequence[Document]) -> Iterator[Taken]:
        """What each document says."""
        return (taken(d, self._told[d.text]) for d in documents)


def taken(document: Document, report: Report) -> Taken:
    """The report's claims and gaps, on its document."""
    claims, gaps = [], []
    for start, sentence in report.sentences():
        quoted = Span(start, start + len(sentence.text))
        claims += [_claim(document, quoted, said) for said in sentence.claims]
        if sentence.skipped:
            gaps.append(Gap(document.id, quoted, sentence.skipped.of(sentence.text), "event.attack unfilled places"))
    return Taken(tuple(claims), tuple(gaps))


def _claim(document: Document, quoted: Span, said: Said) -> Claim:
    kind = said.content.__struct_config__.tag
    rule = f"{kind}.made"
    mentions = tuple(Mention(role, name, span.shifted(quoted.start)) for role, name, span in said.named)
    why = {role: Why(rule, f"{name} (as written)", span.shifted(quoted.start), "who does it") for role, name, span in said.named}
    if said.cue:
        cue = said.cue.shifted(quoted.start)
        why["kind"] = Why(rule, cue.of(document.text), cue, "matches")
    why["dates"] = Why("time.stated", said.time.words, None, "day")
    return Claim(
        id=claim_id(document.id, str(kind), quoted),
        document=document.id,
        span=quoted,
        quote=quoted.of(document.text),
        content=said.content,
        modality=said.modality,
        said_by=said.said_by,
        time=said.time,
        places=said.places,
        mentions=mentions,
        confidence=said.confidence,
        why=why,
        confidences={**dict.fromkeys(why, 0.9)},
        maker="made up",
    )


def _manifest(report: Report) -> dict[str, str | None]:
    return {
        "doc": report.name,
        "title": report.title,
        "publisher": report.publisher,
        "agency": report.agency,
        "published": report.published.isoformat(),
        "updated": report.updated.isoformat() if report.updated else None,
        "language": "en",
    }


def _actors(war: War) -> Iterator[str]:
    for force in war.world.forces:
        if force.listed:
            yield f'[[actor]]\nname = "{force.name}"\naliases = {json.dumps(force.aliases)}\nkind = "armed group"\nside = "{force.side}"\n'


def _sources(war: War) -> Iterator[str]:
    for name in war.world.agencies:
        yield f'[[source]]\nname = "{name}"\nkind = "agency"\n'
    for name in war.world.outlets:
        yield f'[[source]]\nname = "{name}"\nkind = "outlet"\n'
    for name in war.world.voices:
        yield f'[[source]]\nname = "{name}"\nkind = "monitor"\n'


def _places(war: War) -> Iterator[str]:
    yield "name,lat,lon,country,kind,aliases"
    for spot in war.world.spots:
        if spot.listed:
            yield f"{spot.name},{spot.lat},{spot.lon},{COUNTRY},populated,"
    for province in sorted({spot.province for spot in war.world.spots}):
        first = next(spot for spot in war.world.spots if spot.province == province)
        yield f"{province},{first.lat},{first.lon},{COUNTRY},admin1,"
