"""For whom a published folder is."""

from __future__ import annotations

from enum import StrEnum


class Profile(StrEnum):
    """Who a published folder is for: anybody, or those who may see everything."""

    PUBLIC = "public"
    INTERNAL = "internal"
