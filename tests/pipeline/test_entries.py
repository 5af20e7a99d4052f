"""The list entry behind a rule."""

from __future__ import annotations

import pytest

from warledger.pipeline.entries import entry_of

OWN = {"frames.toml": '[[frame]]\nid = "own.x"\n[[extend]]\nid = "control.captured"\n'}


@pytest.mark.parametrize(
    ("rule", "entry"),
    [
        ("control.fell", "frames.toml, control.fell"),
        ("control.captured", "frames.toml, control.captured, extended in vocab/frames.toml"),
        ("own.x", "vocab/frames.toml, own.x"),
        ("time.carried", "times.toml"),
        ("statement.accuse", "reporting.toml"),
        ("act: call for", "reporting.toml"),
        ("under the verb plan", "modality.toml"),
        ("subject of the clause", ""),
    ],
)
def test_where_a_rule_is_mended(rule: str, entry: str) -> None:
    assert entry_of(rule, OWN) == entry
