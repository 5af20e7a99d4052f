"""Ids and addresses of resources. An address (`href`) is relative to the root of the API or of a published folder's data."""

from __future__ import annotations

from warledger.base.ids import content_id


def href(kind: str, key: str) -> str:
    """The address of one resource: `event/h-0123456789abcdef`. Ids hold no sign that an address would have to escape."""
    return f"{kind}/{key}"


def place_id(key: str) -> str:
    """The id of a place by the key its claims share (`records.keys`): keys of unplaced names may hold any sign."""
    return content_id("p", key)


def actor_id(key: str) -> str:
    """The id of an actor by the key its claims share."""
    return content_id("a", key)


def source_id(name: str) -> str:
    """The id of a publisher by its name."""
    return content_id("s", name)
