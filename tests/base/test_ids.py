"""Ids: one content one id, on every machine and in every process."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.base.ids import canonical, content_id, digest
from warledger.base.spans import Span

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=4), values, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_keys_makes_no_difference(value: dict[str, object], random: object) -> None:
    keys = list(value)
    getattr(random, "shuffle")(keys)  # noqa: B009  (hypothesis gives it no public type)
    assert canonical({key: value[key] for key in keys}) == canonical(value)


@given(values, values)
def test_different_values_have_different_encodings(one: object, other: object) -> None:
    assert (canonical(one) == canonical(other)) == (repr_sorted(one) == repr_sorted(other))
    assert msgspec.json.decode(canonical(one)) == one


def repr_sorted(value: object) -> str:
    """Like `repr`, with sorted keys; tells 1 from True, which `==` does not."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{key!r}:{repr_sorted(value[key])}" for key in sorted(value)) + "}"
    return "[" + ",".join(map(repr_sorted, value)) + "]" if isinstance(value, list) else repr(value)


def test_parts_do_not_run_into_each_other() -> None:
    ids = {content_id("x", "ab", "c"), content_id("x", "a", "bc"), content_id("x", "abc"), content_id("x", ["ab", "c"]), content_id("x")}
    assert len(ids) == 5


def test_an_id_is_its_prefix_and_so_many_digits() -> None:
    assert content_id("d", "name", Span(1, 2)) == content_id("d", "name", [1, 2])
    assert content_id("e", "name").removeprefix("e") == content_id("d", "name").removeprefix("d")
    long, short = content_id("d", "name", digits=64), content_id("d", "name", digits=8)
    assert long.startswith(short)
    assert (len(short), len(content_id("d", "name")), len(long)) == (10, 18, 66)


def test_ids_are_these_for_good() -> None:
    """Decisions and exports name records by id: another way of making them would orphan every one."""
    assert content_id("r", "d-1", "event", 3, 9) == "r-" + hashlib.sha256(b'["d-1","event",3,9]').hexdigest()[:16]
    assert canonical({"b": "é", "a": [1, None]}) == '{"a":[1,null],"b":"é"}'.encode()


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_ids_do_not_depend_on_the_process(seed: str) -> None:
    made = {"z": 1, "a": {"x": [2, "é"]}}
    program = f"from warledger.base.ids import content_id; print(content_id('d', {made!r}))"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    found = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == content_id("d", made)


def test_the_digest_is_sha_256() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
