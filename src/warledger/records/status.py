"""What became of a claim in the record."""

from __future__ import annotations

from enum import StrEnum


class ClaimStatus(StrEnum):
    """`current` counts; `superseded` stands in an older version or under hand coding; `rejected` by a person; `clutter` is site
    furniture."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    REJECTED = "rejected"
    CLUTTER = "clutter"
