"""Is one side read otherwise than the other? Names of two sides take each other's place, words that take sides stand for plain ones;
every label of a record that changes is counted. What happened, how it is put forward and how many it befell do not depend on who did it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec import structs

from eval.data import ROOT, Row
from eval.gate import toolkit
from eval.result import Result
from eval.workshop import Workshop
from warledger.pipeline.build import Toolkit
from warledger.records.claim import Claim
from warledger.records.document import Metadata, RawDocument

WORDS = ROOT / "eval" / "bias.toml"
EXAMPLE = ROOT / "examples" / "aleppo-2024" / "reports"
_SLOT = re.compile(r"\{(\w+)(?::(\w))?\}")
_LABELS = ("type", "mode", "act", "status", "measure", "unit")
_COUNTS = ("killed", "injured", "captured")


@dataclass(frozen=True)
class Change:
    """Records read, and how many of them have another label (kind, type, mode, act, status, counts) or modality."""

    records: int
    changed: int
    examples: tuple[str, ...] = ()

    def __add__(self, other: Change) -> Change:
        return Change(self.records + other.records, self.changed + other.changed, (*self.examples, *other.examples))

    @property
    def same(self) -> float:
        """The share that stays."""
        return 1 - self.changed / max(1, self.records)


def evaluate(workshop: Workshop) -> Result:
    """Labels that change with the names (our own texts, the example, the seeds), and with loaded words, by side (our own texts)."""
    table, kit = tomllib.loads(WORDS.read_text(encoding="utf-8")), toolkit(workshop.work / "bias", gate=True)
    names = {"own": own_names(kit, table)}
    for name, folder in (("example", EXAMPLE), ("seeds", workshop.seeds_folder)):
        names[name] = others_names(kit, folder, table["swapped"][name])
    loaded = {side: own_loaded(kit, table, side) for side in "ab"}
    metrics = {f"bias.names.{name}": change.same for name, change in names.items()}
    metrics |= {f"bias.loaded.{side}": change.same for side, change in loaded.items()}
    report = [f"names swapped, {name}: {change.changed} of {change.records} records change" for name, change in names.items()]
    report += [f"loaded words for side {side}: {change.changed} of {change.records} records change" for side, change in loaded.items()]
    report += [f"  {name}: {line}" for name, change in {**names, **loaded}.items() for line in change.examples[:6]]
    return Result("bias", metrics, tuple(report))


def own_names(kit: Toolkit, table: Row) -> Change:
    """Our own texts with each pair of names both ways round."""
    total = Change(0, 0)
    for pair in table["names"]:
        back = swapper([(pair["a"], pair["b"])])
        for text in table["text"]:
            one, other = filled(text["told"], pair, table["loaded"], ""), filled(text["told"], _turned(pair), table["loaded"], "")
            total += changes(read(kit, one), read(kit, other), back)
    return total


def own_loaded(kit: Toolkit, table: Row, side: str) -> Change:
    """Our own texts with plain words and with words loaded against, or for, one side."""
    total = Change(0, 0)
    plain = {loaded: word for word, loaded in table["loaded"].items()}
    for text in table["text"]:
        one, other = (filled(text["told"], table["names"][0], table["loaded"], taken) for taken in ("", side))
        total += changes(read(kit, one), read(kit, other), replacer(plain))
    return total


def others_names(kit: Toolkit, folder: Path, pairs: Sequence[Sequence[str]]) -> Change:
    """The text files of a folder as they are and with the names swapped throughout."""
    swap, total = swapper(pairs), Change(0, 0)
    for raw in kit.reading_tools().collect([folder]):
        if isinstance(raw, RawDocument) and raw.format in {"txt", "md"}:
            total += changes(_claims(kit, raw), _claims(kit, _with_text(raw, swap(raw.text))), swap)
    return total


def filled(told: str, names: Mapping[str, str], loaded: Mapping[str, str], side: str) -> str:
    """A text with its names, and plain words but for those said of `side`."""

    def word(slot: re.Match[str]) -> str:
        return names[slot[1]] if slot[2] is None else loaded[slot[1]] if slot[2] == side else slot[1]

    return _SLOT.sub(word, told.strip()).replace("\n", "\n\n")


def swapper(pairs: Iterable[Sequence[str]]) -> Callable[[str], str]:
    """A function that puts each name in the place of its pair, whole words only; applied twice it changes nothing."""
    table = {name: other for a, b in pairs for name, other in ((a, b), (b, a))}
    return replacer(table)


def replacer(table: Mapping[str, str]) -> Callable[[str], str]:
    """A function that replaces whole words, longest first."""
    words = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in sorted(table, key=len, reverse=True)))
    return lambda text: words.sub(lambda found: table[found[0]], text)


def changes(plain: Sequence[Claim], other: Sequence[Claim], back: Callable[[str], str]) -> Change:
    """How many labels differ, sentence by sentence; `back` undoes the change of words in a quote of `other`."""
    ours, theirs = Counter(label(c, c.quote) for c in plain), Counter(label(c, back(c.quote)) for c in other)
    gone, new = ours - theirs, theirs - ours
    examples = [f"{sign} {' '.join(row[1:])} | {row[0][:110]}" for sign, rows in (("-", gone), ("+", new)) for row in sorted(rows)]
    return Change(max(len(plain), len(other)), max(sum(gone.values()), sum(new.values())), tuple(examples))


def label(claim: Claim, quote: str) -> tuple[str, ...]:
    """What is compared of a claim: its words, kind, the code of its kind, modality, and every count."""
    content = claim.content
    code = next((str(getattr(content, name)) for name in _LABELS if hasattr(content, name)), "")
    counts = [f"{name} {c.low}-{c.high}" for name in _COUNTS for c in getattr(content, name, ())]
    bounds = [str(getattr(content, name)) for name in ("low", "high", "count_low", "count_high") if hasattr(content, name)]
    return (" ".join(quote.split()), claim.kind, code, claim.modality.value, ", ".join([*counts, *bounds]))


def read(kit: Toolkit, text: str) -> tuple[Claim, ...]:
    """The claims of a text of ours."""
    return _claims(kit, RawDocument("text.txt", text.encode(), "txt", given=Metadata(published="2030-04-12"), text=text))


def _claims(kit: Toolkit, raw: RawDocument) -> tuple[Claim, ...]:
    document, _ = kit.reading_tools().clean(raw)
    return () if document is None else next(iter(kit.reader.read([document]))).claims


def _with_text(raw: RawDocument, text: str) -> RawDocument:
    return structs.replace(raw, text=text, data=text.encode())


def _turned(pair: Mapping[str, str]) -> dict[str, str]:
    return {"a": pair["b"], "b": pair["a"]}
