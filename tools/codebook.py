"""`python -m tools.codebook`: writes docs/codebook.md from the word lists and the codes; a test says when the page is out of date.

Words and codes come from the program, what they mean from tools/codebook.toml. A code without a meaning, or a meaning without a
code, is an error: the page can leave nothing out.
"""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.reference import MADE
from warledger.base.times import Basis, Precision
from warledger.exports import ged, weekly
from warledger.records import claim
from warledger.records.change import By, Change, What
from warledger.records.claim import KINDS, Modality
from warledger.records.control import Rule, Status
from warledger.records.crosswalk import EVENT_TYPES
from warledger.records.decision import Verdict
from warledger.records.dispute import DISPUTE_TYPES
from warledger.records.family import EdgeType
from warledger.records.gap import MEANING
from warledger.records.quantity_words import parse
from warledger.records.reason import GapReason, Reason, Severity
from warledger.records.status import ClaimStatus
from warledger.records.vocab import Frame, Frames, parse_frames, parse_reporting

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "codebook.md"
VOCAB = ROOT / "src" / "warledger" / "records" / "vocab"
KIND_TYPES = (claim.Event, claim.Control, claim.Toll, claim.Strength, claim.Movement, claim.Statement, claim.Agreement)
#: What a frame asks for beside its words, as sentences.
CONDITIONS = {
    "settled": "without a doer too",
    "state": "a state, not a change",
    "movers": "only where forces or people move",
    "persons_only": "only of persons without a name",
    "counted_only": "only with a count",
    "places_only": "only of counted places",
    "weapons_only": "only of arms",
    "ways_only": "only of roads and crossings",
}
#: Kinds that only frames have: what their records become.
FRAME_KINDS = {
    "effect": "a count of the event in its sentence, or an event or toll of its own",
    "giving_way": "who loses the place that the same sentence says is taken",
}

Meanings = Mapping[str, str]


class Gap(ValueError):
    """Codes and their meanings do not match; the message names them."""


def page() -> str:
    """The whole page."""
    told = tomllib.loads((ROOT / "tools" / "codebook.toml").read_text(encoding="utf-8"))
    sections = (
        records,
        conventions,
        event_types,
        modes,
        acts,
        modality,
        counts,
        times,
        places,
        standing,
        other_shapes,
        reasons,
        frames,
        sources,
    )
    head = (MADE, "", "# Codebook", "", told["intro"].strip(), "")
    return "\n".join([*head, *(line for section in sections for line in section(told))])


def records(told: Mapping[str, Any]) -> Iterator[str]:
    """The kinds and their fields."""
    yield from ("## Records", "", "Every record has", "", *table("field", "meaning", told["common_fields"]))
    yield from ("and by its kind", "", *table("kind", "what it is", matched("kinds", KINDS, told["kinds"])))
    matched("fields", KINDS, told["fields"])
    for kind in KIND_TYPES:
        name = str(kind.__struct_config__.tag)
        fields = kind.__struct_encode_fields__
        yield from (f"### {name}", "", *table("field", "meaning", matched(name, fields, told["fields"][name])))
    yield from ("In an export the `status` of an agreement is called `agreement_status`: see [Exports](reference/exports.md).", "")


def conventions(told: Mapping[str, Any]) -> Iterator[str]:
    """The rules of coding."""
    yield from ("## Conventions", "", told["conventions"].strip(), "")


def event_types(told: Mapping[str, Any]) -> Iterator[str]:
    """ACLED's sub-event types, and which of them the program itself gives."""
    every, groups = all_frames(), told["event_types"]
    given = {f.set["type"] for f in every.frames if "type" in f.set} | {name for name, _ in every.means}
    matched("event_types", given, flat(groups), whole=False)
    yield from ("## Event types", "", "Types marked * no frame gives: they come from coding by hand.", "")
    yield from ("| type | what it is |", "| --- | --- |")
    for group, rows in groups.items():
        yield f"| **{group}** | |"
        yield from (f"| {name}{'' if name in given else ' *'} | {cell(meaning)} |" for name, meaning in rows.items())
    yield from ("", told["means"], "", "| type | words |", "| --- | --- |")
    yield from (f"| {name} | {words(sorted(found))} |" for name, found in every.means)
    yield from ("", told["crosswalk"], "", "| `disorder_type` | `event_type` | `sub_event_type` |", "| --- | --- | --- |")
    yield from (f"| {disorder} | {kind} | {words(subs)} |" for kind, (disorder, subs) in EVENT_TYPES.items())
    yield ""


def modes(told: Mapping[str, Any]) -> Iterator[str]:
    """The modes of control and movement, the statuses of agreements."""
    parts = (("Control modes", "control", "mode"), ("Movement modes", "movement", "mode"), ("Agreement status", "agreement", "status"))
    for title, name, key in parts:
        used = {f.set[key] for f in all_frames().frames if f.kind == name}
        meanings = matched(f"{key} of {name}", used, told[key][name], whole=False)
        yield from (f"## {title}", "", *table("code", "meaning", meanings))


def acts(told: Mapping[str, Any]) -> Iterator[str]:
    """PLOVER's acts with their verbs, and the verbs of saying."""
    known = parse_reporting(vocabulary("reporting"))
    verbs: dict[str, dict[str, list[str]]] = {}
    for act in (a for rows in known.acts.values() for a in rows):
        verbs.setdefault(act.act, {}).setdefault(act.words[0], []).append(" ".join(act.words[1:]))
    verbs["INFORM"] = {"the verbs of saying below, where they have no other act": []}
    meanings = matched("acts", verbs, told["acts"], whole=False)
    yield from ("## Acts", "", "| act | what it is | verbs |", "| --- | --- | --- |")
    yield from (f"| `{act}` | {cell(meaning)} | {words(together(verbs.get(act, {})))} |" for act, meaning in meanings.items())
    yield from ("", "An act without verbs comes from coding by hand.", "")
    yield from (f"Verbs of saying, whose subject becomes `said_by`: {words(sorted(known.inform))}.", "")
    yield from (f"Of these, {words(sorted(known.claiming))} make what they introduce doubtful.", "")
    yield from (f"Whoever is called one of these is accused: {words(sorted(known.accusing_nouns))}.", "")


def together(phrases: Mapping[str, list[str]]) -> list[str]:
    """Verbs with the words that may follow each, in one: "send aid / food"."""
    return [f"{verb} {' / '.join(sorted(more))}".strip(" /") for verb, more in sorted(phrases.items())]


def modality(told: Mapping[str, Any]) -> Iterator[str]:
    """How firmly, and the words that tell."""
    lists = {name: rows for name, rows in tomllib.loads(vocabulary("modality")).items() if isinstance(rows, list)}
    yield from ("## Modality", "", *table("code", "meaning", matched("modality", Modality, told["modality"])))
    yield from ("`denied`, `planned` and `hypothetical` never count as having happened.", "", "| words | which |", "| --- | --- |")
    meanings = matched("modality_lists", lists, told["modality_lists"])
    yield from (f"| {cell(meaning)} | {words(lists[name])} |" for name, meaning in meanings.items())
    yield ""


def counts(told: Mapping[str, Any]) -> Iterator[str]:
    """How number words become bounds."""
    known = parse(vocabulary("quantities"))
    before, after = spellings("before"), spellings("after")
    yield from ("## Counts", "", "`low` and `high` are inclusive; null is a bound the words leave open. Both null: no count is stated.", "")
    yield from ("| wording | `low` | `high` |", "| --- | --- | --- |", "| six or seven; 6–7; between six and seven | 6 | 7 |")
    yield from (f"| {word} | {low:,} | null |" for word, low in known.vague.items())
    yield from (f"| a {word} | {low} | {high or 'null'} |" for word, (low, high) in known.after_article.items())
    yield from ("", "| words around a number | what they do |", "| --- | --- |")
    for bound, meaning in matched("bounds", {*before.values(), *after.values()}, told["bounds"]).items():
        stand = [*(f"{w} N" for w, b in before.items() if b == bound), *(f"N {w}" for w, b in after.items() if b == bound)]
        yield f"| {words(stand)} | {cell(meaning)} |"
    yield from ("", "A number that names something is no count.", "", f"After it: {words(sorted(known.designated))}.", "")
    yield from (f"Before it: {words(sorted(known.designators))}.", "")


def times(told: Mapping[str, Any]) -> Iterator[str]:
    """How finely the words fix a time, and on what ground."""
    yield from ("## Time", "", "How finely the words fix it (`date_precision`):", "")
    yield from table("code", "meaning", matched("precision", Precision, told["precision"]))
    yield from ("What the days were worked out from (`date_basis`), firmest first:", "")
    yield from table("code", "meaning", matched("basis", Basis, told["basis"]))


def places(told: Mapping[str, Any]) -> Iterator[str]:
    """UCDP's codes and the words that make a name an area."""
    known = tomllib.loads(vocabulary("places"))
    meanings = matched("where_prec", {*known["before"], *known["after"]}, told["where_prec"], whole=False)
    yield from ("## Place precision", "", told["precision_of_places"], "")
    yield from ("| code | where it was | words before the name | words after it |", "| --- | --- | --- | --- |")
    for code, meaning in meanings.items():
        yield f"| {code} | {cell(meaning)} | {words(known['before'].get(code, ()))} | {words(known['after'].get(code, ()))} |"
    yield ""


def standing(told: Mapping[str, Any]) -> Iterator[str]:
    """Disputes, families, decisions and statuses."""
    parts: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("Disputes", "dispute_types", DISPUTE_TYPES),
        ("Copies", "edge_types", EdgeType),
        ("Decisions of people", "verdicts", Verdict),
        ("Status of a record", "claim_status", ClaimStatus),
        ("Status of a place", "control_status", Status),
        ("What decided who holds a place", "control_rules", Rule),
        ("What changed in the record", "changed_lines", What),
        ("How it changed", "changes", Change),
        ("What brought a change about", "change_causes", By),
    )
    for title, name, codes in parts:
        yield from (f"## {title}", "", *table("code", "meaning", matched(name, codes, told[name])))
        if name == "dispute_types":
            yield from ("The last two are no real conflicts (`real` is false).", "")


def other_shapes(told: Mapping[str, Any]) -> Iterator[str]:
    """How our codes become those of the tables that other programmes made known."""
    yield from ("## In the shape of other tables", "", told["other_shapes"], "", "| `ged` | from |", "| --- | --- |")
    yield f"| `type_of_violence` 3 | {words(sorted(ged.ONE_SIDED))} |"
    yield from (f"| `date_prec` {code} | {meaning} |" for code, meaning in _lengths(ged.date_prec).items())
    yield from ("", "| `weekly` | from |", "| --- | --- |")
    yield from (f"| `time_precision` {code} | {meaning} |" for code, meaning in _lengths(weekly.time_precision).items())
    codes = sorted(int(code) for code in told["where_prec"])
    reached: dict[int, list[str]] = {}
    for code in codes:
        reached.setdefault(weekly.geo_precision(code) or 0, []).append(str(code))
    yield from (f"| `geo_precision` {code} | `where_prec` {', '.join(found)} |" for code, found in sorted(reached.items()))
    yield ""


def _lengths(code_of: Callable[[int], int]) -> dict[int, str]:
    """The lengths of an interval in days that have each code."""
    reached: dict[int, list[int]] = {}
    for days in range(1, 400):
        reached.setdefault(code_of(days), []).append(days)
    return {code: _span(found, last=code == max(reached)) for code, found in sorted(reached.items())}


def _span(days: Sequence[int], *, last: bool) -> str:
    if last:
        return f"{days[0]} days or more"
    return f"{days[0]} to {days[-1]} days" if len(days) > 1 else f"{days[0]} day{'s' if days[0] > 1 else ''}"


def reasons(told: Mapping[str, Any]) -> Iterator[str]:
    """Why something was not done."""
    groups = told["reasons"]
    matched("reasons", Reason, flat(groups))
    yield from ("## Reasons", "")
    for title, rows in groups.items():
        yield from (f"### {title}", "", *table("reason", "meaning", rows))
    gaps = matched("gaps", GapReason, {str(reason): meaning for reason, meaning in MEANING.items()})
    yield from ("### Why a sentence with a word of war gave no record", "", *table("reason", "meaning", gaps))
    yield from ("### How bad it is", "", *table("code", "meaning", matched("severity", Severity, told["severity"])))


def frames(told: Mapping[str, Any]) -> Iterator[str]:
    """Every frame."""
    yield from ("## Frames", "", told["frames"].strip(), "")
    light = sorted(all_frames().light)
    yield from (f"Verbs that only carry a noun which tells what happened: {words(light)}.", "")
    for frame in all_frames().frames:
        yield from (f"### {frame.id}", "", *frame_lines(frame), "")


def frame_lines(frame: Frame) -> Iterator[str]:
    """What one frame records, by which words, and when."""
    fixed = ", ".join(f"`{field}` {value}" for field, value in frame.set.items())
    yield f"- Records: {FRAME_KINDS.get(frame.kind, frame.kind)} ({fixed})"
    if frame.verbs:
        yield f"- Verbs: {words(frame.verbs)}"
    if frame.nouns:
        yield f"- Nouns: {words(frame.nouns)}"
    if frame.weak_nouns:
        yield f"- Only with a party: {words(frame.weak_nouns)}"
    yield f"- Fields: {slots(frame, frame.roles, noun=False)}"
    if frame.noun_roles:
        yield f"- Fields of the nouns: {slots(frame, frame.noun_roles, noun=True)}"
    if asked := [*conditions(frame)]:
        yield f"- Condition: {'; '.join(asked)}"


def slots(frame: Frame, fields: Iterable[str], *, noun: bool) -> str:
    """Where each field stands in the clause."""
    return "; ".join(f"`{field}` {' or '.join(frame.slots(field, noun))}" for field in fields)


def conditions(frame: Frame) -> Iterator[str]:
    """What a frame asks for beside its words."""
    if frame.needs:
        yield "needs " + " and ".join(f"`{field}`" for field in frame.needs)
    if frame.armed:
        yield "an armed party" if frame.armed == "any" else f"`{frame.armed}` must bear arms"
    if frame.typed_by:
        yield f"the {frame.typed_by} decide the type"
    yield from (asked for flag, asked in CONDITIONS.items() if getattr(frame, flag))


def sources(_: Mapping[str, Any]) -> Iterator[str]:
    """Where each word list comes from."""
    yield from ("## Where the words come from", "", "| list | what it holds | source | of |", "| --- | --- | --- | --- |")
    for path in sorted(VOCAB.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        head = tomllib.loads(text)
        link = f"[`{path.name}`](../{path.relative_to(ROOT).as_posix()})"
        yield f"| {link} | {cell(purpose(text))} | {cell(head['source'])} | {head['date']} |"
    yield ""


def purpose(text: str) -> str:
    """The first sentence of the comment a word list begins with."""
    lines = itertools.takewhile(lambda line: line.startswith("#"), text.splitlines())
    return " ".join(line.removeprefix("#").strip() for line in lines).partition(". ")[0].rstrip(".") + "."


def matched(name: str, codes: Iterable[str], meanings: Meanings, *, whole: bool = True) -> Meanings:
    """The meanings, once every code is known to have one (and, when `whole`, every meaning a code).

    Raises:
        Gap: one is missing.
    """
    known = {str(code) for code in codes}
    missing, idle = known - meanings.keys(), meanings.keys() - known
    if missing or (whole and idle):
        raise Gap(f"tools/codebook.toml, {name}: no meaning for {sorted(missing)}, no code for {sorted(idle)}")
    return meanings


def flat(groups: Mapping[str, Meanings]) -> Meanings:
    """The meanings of all groups in one."""
    return {code: meaning for rows in groups.values() for code, meaning in rows.items()}


def table(left: str, right: str, rows: Meanings) -> Iterator[str]:
    """A table of codes and meanings."""
    yield from (f"| {left} | {right} |", "| --- | --- |")
    yield from (f"| `{code}` | {cell(meaning)} |" for code, meaning in rows.items())
    yield ""


def words(found: Iterable[str]) -> str:
    """Words in a row, safe in a table."""
    return cell(", ".join(found))


def cell(text: str) -> str:
    """The text as one cell of a table."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("~", "\\~")


def vocabulary(name: str) -> str:
    """The text of one packaged word list."""
    return (VOCAB / f"{name}.toml").read_text(encoding="utf-8")


def spellings(which: str) -> dict[str, str]:
    """The hedges that stand `before` or `after` a number, as they are written."""
    return dict(tomllib.loads(vocabulary("quantities"))[which])


def all_frames() -> Frames:
    """The packaged frames."""
    return parse_frames(vocabulary("frames"))


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.relative_to(ROOT).as_posix())


if __name__ == "__main__":
    main()
