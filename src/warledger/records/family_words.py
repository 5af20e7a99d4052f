"""What the family stage knows about words: house spellings, credit lines, notices and agencies (`vocab/families.toml`)."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import msgspec

from warledger.base.similarity import fold_name
from warledger.records.family import CorrectionKind

#: The term a pattern begins with.
_FIRST = re.compile(r"(?:\\b)?\{\w+\}")


class FamilyWords(msgspec.Struct, frozen=True):
    """Compiled patterns, in the order they are tried. `agencies` maps a folded name or short name to the agency's own name.

    `notices` are how notices begin, by kind, and `any_notice` the same in few patterns; `goes_on` how a sentence behind one begins that
    belongs to it; `readings` have named groups `wrong` and `right`; `numerals` are numbers in words. The empty default knows no house
    spelling, notice or agency.
    """

    spellings: tuple[tuple[re.Pattern[str], str], ...] = ()
    credits: tuple[re.Pattern[str], ...] = ()
    notices: tuple[tuple[CorrectionKind, re.Pattern[str]], ...] = ()
    any_notice: tuple[re.Pattern[str], ...] = ()
    goes_on: tuple[re.Pattern[str], ...] = ()
    readings: tuple[re.Pattern[str], ...] = ()
    numerals: frozenset[str] = frozenset()
    agencies: dict[str, str] = {}

    def agency(self, name: str | None) -> str | None:
        """The agency that `name` names, if it is one."""
        return self.agencies.get(fold_name(name)) if name else None

    def has_notice(self, text: str) -> bool:
        """Whether somewhere in the text a notice begins."""
        return any(pattern.search(text) for pattern in self.any_notice)


def parse_family_words(text: str, extra_agencies: dict[str, tuple[str, ...]] | None = None) -> FamilyWords:
    """The words in the TOML `text`, with the agencies a monitor adds (name -> other names).

    Raises:
        ValueError: not TOML, a missing list, or a pattern that does not compile; the message names it.
    """
    data = tomllib.loads(text)
    spellings = tuple((_compiled(pattern, 0), str(replacement)) for pattern, replacement in data.get("spellings", []))
    names = {**data.get("agencies", {}), **(extra_agencies or {})}
    terms = _terms(data.get("terms", {}))
    kinds = [kind for kind in CorrectionKind if kind is not CorrectionKind.SILENT]
    notices = _table(data, "notices")
    return FamilyWords(
        spellings=spellings,
        credits=_patterns(data, "credits"),
        notices=tuple((kind, one) for kind in kinds for one in _patterns(notices, kind.value, terms)),
        any_notice=_together([one for kind in kinds for one in notices[kind.value]], terms),
        goes_on=_patterns(_table(data, "goes_on"), "lines", terms),
        readings=_patterns(_table(data, "readings"), "lines", terms),
        numerals=frozenset(data.get("numerals", ())),
        agencies=_agencies(names),
    )


def _terms(told: dict[str, str]) -> dict[str, str]:
    """The words patterns are built of; a later one may use those before it."""
    terms: dict[str, str] = {}
    for name, pattern in told.items():
        terms[name] = _filled(pattern, terms)
    return terms


def _filled(pattern: str, terms: dict[str, str]) -> str:
    for name, words in terms.items():
        pattern = pattern.replace("{" + name + "}", words)
    return pattern


def _together(patterns: list[str], terms: dict[str, str]) -> tuple[re.Pattern[str], ...]:
    """Those that begin with the same term as one pattern: most texts have no notice, and are looked through a few times only."""
    groups: dict[str, list[str]] = {}
    for pattern in patterns:
        first = _FIRST.match(pattern)
        head = first[0] if first else ""
        groups.setdefault(head, []).append(pattern.removeprefix(head))
    joined = (f"{head}(?:{'|'.join(rest)})" for head, rest in groups.items())
    return tuple(_compiled(_filled(one, terms), re.IGNORECASE | re.MULTILINE) for one in joined)


def _table(data: dict[str, Any], key: str) -> dict[str, Any]:
    found = data.get(key)
    if not isinstance(found, dict):
        raise ValueError(f"families.toml has no table {key!r}")
    return found


def _patterns(data: dict[str, Any], key: str, terms: dict[str, str] | None = None) -> tuple[re.Pattern[str], ...]:
    if key not in data:
        raise ValueError(f"families.toml has no list {key!r}")
    return tuple(_compiled(_filled(pattern, terms or {}), re.IGNORECASE | re.MULTILINE) for pattern in data[key])


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    try:
        return re.compile(pattern, flags)
    except re.error as error:
        raise ValueError(f"families.toml: {pattern!r} is no pattern: {error}") from error


def _agencies(names: dict[str, Any]) -> dict[str, str]:
    return {fold_name(alias): name for name in sorted(names) for alias in (name, *names[name])}
