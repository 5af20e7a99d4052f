"""Why something is absent or was not done: a closed set, each with the mend."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Reason(StrEnum):
    """Why an input was not read, a name not placed, or a sentence gave nothing."""

    EMPTY = "empty"
    BINARY = "binary"
    BROKEN_ARCHIVE = "broken_archive"
    DAMAGED = "damaged"
    NO_TEXT = "no_text"
    BAD_ENCODING = "bad_encoding"
    TOO_LARGE = "too_large"
    LINE_TOO_LONG = "line_too_long"
    NO_ARTICLE = "no_article"
    BAD_JSON = "bad_json"
    BAD_MANIFEST = "bad_manifest"
    OUTSIDE_FOLDER = "outside_folder"
    UNREADABLE = "unreadable"
    BAD_DATE = "bad_date"
    NO_FILE = "no_file"
    FILE_GONE = "file_gone"
    OTHER_LANGUAGE = "other_language"
    GUESSED_ENCODING = "guessed_encoding"
    TOO_COMPLEX = "too_complex"
    LEFT_OUT = "left_out"
    INTERNAL = "internal"
    NOT_IN_GAZETTEER = "not_in_gazetteer"
    ELSEWHERE = "elsewhere"
    AMBIGUOUS = "ambiguous"
    NOT_A_NAME = "not_a_name"
    NO_PLACE = "no_place"
    BAD_RECORD = "bad_record"
    NO_DOCUMENT = "no_document"
    NOT_GROUNDED = "not_grounded"
    FORGOTTEN = "forgotten"


class GapReason(StrEnum):
    """Why a sentence with a word of war gave no record; most are about one field of the frame."""

    UNFILLED = "unfilled"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    AIM = "aim"
    NOT_ARMED = "not_armed"
    NOT_PEOPLE = "not_people"
    NOT_A_PLACE = "not_a_place"
    NOT_COUNTED = "not_counted"
    WRONG_KIND = "wrong_kind"
    NO_PARTY = "no_party"
    GENERIC = "generic"
    COUNTRY = "country"
    TOO_LONG = "too_long"
    OFF_TOPIC = "off_topic"
    UNEXPLAINED = "unexplained"


class Severity(StrEnum):
    """`failed`: the input was not read, or part of it was lost (exit code 1). `skipped`: passed over on purpose. `noted`: read, with a
    remark."""

    FAILED = "failed"
    SKIPPED = "skipped"
    NOTED = "noted"


class Problem(msgspec.Struct, frozen=True, order=True):
    """One input, why it was not (fully) read, and the mend, in words a user can act on."""

    name: str
    reason: Reason
    severity: Severity
    detail: str = ""
