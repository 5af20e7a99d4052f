"""What a number in a text is: an amount with bounds, its kind and unit."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from warledger.base.quantities import Quantity
from warledger.base.spans import Span


class AmountKind(StrEnum):
    """What a number counts or names. Only `COUNT` says how many people or things there are."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    DISTANCE = "distance"
    AREA = "area"
    DURATION = "duration"
    WEIGHT = "weight"
    AGE = "age"
    CLOCK = "clock"
    YEAR = "year"
    DATE_PART = "date_part"
    DESIGNATION = "designation"
    FRACTION = "fraction"
    MULTIPLIER = "multiplier"


class Amount(msgspec.Struct, frozen=True):
    """A number in a text. `span` covers hedge, number and unit ("more than 20 kilometres"), `number_span` the number alone ("20").

    `unit`: an ISO 4217 code for money, the vocabulary's name for other units ("km", "year"), the word joined by a hyphen for
    designations ("10-member": "member"), else empty. `extra` marks "another 20", "20 more". Low and high are whole numbers
    unless the words give a decimal.
    """

    span: Span
    number_span: Span
    quantity: Quantity
    kind: AmountKind
    unit: str = ""
    extra: bool = False
