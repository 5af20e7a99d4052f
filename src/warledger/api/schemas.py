"""The OpenAPI document: its answers' schemas are made from the very structs that are sent, so the two cannot differ."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from warledger.api.faults import JSON, Fault

_AT = "#/components/schemas/{name}"
_FAULTS = {
    404: "Not there.",
    409: "The name means several things; they are listed.",
    414: "The address is too long.",
    421: "Asked under a host name that is not this server's.",
    422: "A parameter that is unknown or does not fit; `mend` says how it should be.",
    503: "The ledger cannot be read now.",
}


#: Every struct that some route answers with, by its name in the document.
_ANSWERS: dict[str, type[msgspec.Struct]] = {}


_REVIEW_FAULTS = {
    400: "The body is no JSON.",
    401: "Without the token.",
    403: "This server only reads.",
    409: "The record is no longer what the decider saw; or an id that several begin with.",
    413: "The body is too large.",
    423: "Another process is writing to the ledger.",
}


def review_answers(kind: type[msgspec.Struct], status: int = 200) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route of review that answers with this struct."""
    told = answers(kind, status) | {code: _content(Fault, what) for code, what in _REVIEW_FAULTS.items()}
    return {code: told[code] for code in sorted(told, key=str) if code != 304}


def answers(kind: type[msgspec.Struct], status: int = 200) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that answers with this struct."""
    told: dict[int | str, dict[str, Any]] = {status: _content(kind, "The answer.")}
    if status == 200:
        told[304] = {"description": "Not changed since the state in `If-None-Match`."}
    return {**told, **{code: _content(Fault, what) for code, what in _FAULTS.items()}}


def _content(kind: type[msgspec.Struct], what: str) -> dict[str, Any]:
    if _ANSWERS.setdefault(kind.__name__, kind) is not kind:
        raise ValueError(f"two structs are called {kind.__name__}")
    return {"description": what, "content": {JSON: {"schema": {"$ref": _AT.format(name=kind.__name__)}}}}


def document(app: FastAPI) -> dict[str, Any]:
    """The document of the application; made once."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        _, components = msgspec.json.schema_components(list(_ANSWERS.values()), ref_template=_AT)
        held = made.setdefault("components", {}).setdefault("schemas", {})
        held.update({name: _always(schema) for name, schema in components.items()})
        for unused in ("HTTPValidationError", "ValidationError"):
            held.pop(unused, None)
        made["components"]["schemas"] = dict(sorted(held.items()))
        app.openapi_schema = made
    return app.openapi_schema


def _always(schema: dict[str, Any]) -> dict[str, Any]:
    """Answers hold every field always: a default is one of the struct, not of the answer."""
    if "properties" not in schema:
        return schema
    properties = {name: {k: v for k, v in field.items() if k != "default"} for name, field in schema["properties"].items()}
    return {**schema, "properties": properties, "required": list(properties)}
