"""The OpenAPI document against the server: no question made from it breaks the server, and answers are what it says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from tests.api.conftest import TOKEN, Site

DOCUMENT = json.loads((Path(__file__).parents[2] / "docs" / "reference" / "openapi.json").read_text(encoding="utf-8"))
SCHEMA: Any = schemathesis.openapi.from_dict(DOCUMENT)
OPERATIONS: dict[str, Any] = {made.definition.raw["operationId"]: made for made in (each.ok() for each in SCHEMA.get_all_operations())}
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
#: Questions an operation; the same in every run.
QUESTIONS = 20


REAL = ("event", "explain", "document", "place", "actor", "source", "family", "diff")


@pytest.fixture(scope="module")
def addresses(open_site: Site) -> dict[str, list[list[str]]]:
    """Ids that are there, by the operation that takes them."""
    found: dict[str, list[list[str]]] = {name: [] for name in REAL}
    event = open_site.get(open_site.get("events?sort=-sources")["items"][0]["href"])
    listed = [open_site.get(name) for name in ("places", "actors", "sources", "families", "documents")]
    families = [open_site.get(row["href"]) for row in listed[3]["items"]]
    for part in [event, *listed, *families]:
        for text in re.findall(rf'"((?:{"|".join(REAL)})/[\w./-]+)"', json.dumps(part)):
            name, *ids = text.split("/")
            found[name].append(ids)
    return found


@pytest.mark.parametrize("name", OPERATIONS)
def test_no_question_breaks_it(open_site: Site, addresses: dict[str, list[list[str]]], name: str) -> None:
    @settings(
        max_examples=QUESTIONS,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def ask(data: Any) -> None:
        case = data.draw(OPERATIONS[name].as_strategy())
        if addresses.get(name) and data.draw(st.booleans()):
            ids = data.draw(st.sampled_from(addresses[name]))
            case.path_parameters = dict(zip(list(case.path_parameters), ids, strict=True))
        case.call_and_validate(base_url=f"http://127.0.0.1:{open_site.port}", checks=CHECKS, headers={"Authorization": f"Bearer {TOKEN}"})

    ask()


@pytest.mark.parametrize("name", REAL)
def test_answers_about_one_thing_are_what_the_document_says(open_site: Site, addresses: dict[str, list[list[str]]], name: str) -> None:
    assert addresses[name]
    for ids in addresses[name]:
        named = dict(zip(("old", "new") if name == "diff" else ("id",), ids, strict=True))
        case = OPERATIONS[name].Case(path_parameters=named)
        case.call_and_validate(base_url=f"http://127.0.0.1:{open_site.port}", checks=[*CHECKS, _is_there])


def _is_there(context: Any, response: Any, case: Any) -> None:
    assert response.status_code == 200
