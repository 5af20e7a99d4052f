"""Nations by every name and adjective reports use for them."""

from __future__ import annotations

from collections.abc import Mapping

from warledger.base.similarity import fold_name
from warledger.intake.gazetteers.library import country_codes
from warledger.records.place_words import WorldNames


def nations(adjectives: Mapping[str, str], world: WorldNames) -> dict[str, str]:
    """Folded name or adjective -> the nation's name: the one its adjective stands for, where it has one.

    `adjectives` is the table of `vocab/demonyms.toml` without the seats of government.
    """
    codes = country_codes(world)
    named = by_code(adjectives, world)
    found = {name: named.get(code, name.title()) for name, code in codes.items()}
    for adjective, nation in adjectives.items():
        found[fold_name(adjective)] = nation
        found.setdefault(fold_name(nation), nation)
    return found


def by_code(adjectives: Mapping[str, str], world: WorldNames) -> dict[str, str]:
    """ISO 3166 alpha-2 code -> the nation's name, of those that have an adjective."""
    codes = country_codes(world)
    return {codes[fold_name(nation)]: nation for nation in sorted(set(adjectives.values())) if fold_name(nation) in codes}
