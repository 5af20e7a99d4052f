"""Names are found under every way of importing them."""

from __future__ import annotations

import ast

import pytest

from tools.calls import uses


def names(source: str) -> set[str]:
    return {name for name, _ in uses(ast.parse(source))}


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\ndatetime.date.today()",
        "import datetime as dt\ndt.date.today()",
        "from datetime import date\ndate.today()",
        "from datetime import date as day\nday.today()",
    ],
)
def test_a_name_is_written_out_in_full(source: str) -> None:
    assert "datetime.date.today" in names(source)


def test_an_import_is_a_use() -> None:
    assert "os.environ" in names("from os import environ")


def test_a_method_of_something_unknown_keeps_its_last_part() -> None:
    assert ".read_text" in names("def f(path):\n    return path.parent.read_text()")


def test_a_field_is_not_a_method() -> None:
    assert ".open" in names("def f(path):\n    return path.open()")
    assert ".open" not in names("def f(shop):\n    return shop.open and not shop.closed")


def test_a_name_of_ones_own_is_not_the_builtin() -> None:
    assert "open" in names("open('x')")
    assert "open" not in names("def f(open):\n    return open('x')")


def test_lines_are_given() -> None:
    assert ("print", 3) in set(uses(ast.parse("x = 1\n\nprint(x)")))
