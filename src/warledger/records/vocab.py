"""The claim vocabulary as records: frames, classes of nouns, verbs of saying, words of certainty, demonyms.

Parses text it is given; `pipeline/build.py` loads the packaged files and a monitor's own.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from warledger.records.codes import ACTS
from warledger.records.confidence_words import ConfidenceWords
from warledger.records.frame_check import mistakes
from warledger.records.gate_words import GateWords
from warledger.records.layers import VocabularyError, layered, meant

T = TypeVar("T")


class Pattern(msgspec.Struct, frozen=True):
    """A trigger: `words[0]` is the lemma of the verb (or the last word of a noun compound), the rest must follow it in the parse."""

    words: tuple[str, ...]
    frame: Frame


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one way of reporting something means. See the head of `vocab/frames.toml` for the fields."""

    id: str
    kind: str
    set: dict[str, str] = {}
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    weak_nouns: tuple[str, ...] = ()
    roles: dict[str, str] = {}
    noun_roles: dict[str, str] = {}
    needs: tuple[str, ...] = ()
    unaccusative: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    armed: str = ""
    typed_by: str = ""
    settled: bool = False
    state: bool = False
    movers: bool = False
    persons_only: bool = False
    counted_only: bool = False
    places_only: bool = False
    weapons_only: bool = False
    total: bool = False
    weak_verbs: tuple[str, ...] = ()
    ways_only: bool = False

    def slots(self, field: str, noun: bool) -> tuple[str, ...]:
        """Where `field` stands in the clause, most likely first."""
        table = self.noun_roles if noun and self.noun_roles else self.roles
        return tuple(table.get(field, "").split("|")) if table.get(field) else ()


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that decide how a clause is read (`[grammar]` in `vocab/frames.toml`)."""

    object_control: frozenset[str] = frozenset()
    blaming: frozenset[str] = frozenset()
    quantifying: frozenset[str] = frozenset()
    standing_for: frozenset[str] = frozenset()
    period: frozenset[str] = frozenset()
    incident: frozenset[str] = frozenset()
    happens: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()
    onsets: frozenset[str] = frozenset()
    averting: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    intransitive: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    delivering: frozenset[str] = frozenset()
    judging: frozenset[str] = frozenset()
    plotting: frozenset[str] = frozenset()
    foreboding: frozenset[str] = frozenset()
    unreal: frozenset[str] = frozenset()
    attempted: frozenset[str] = frozenset()
    ongoing: frozenset[str] = frozenset()
    causing: frozenset[str] = frozenset()
    vague_moves: frozenset[str] = frozenset()
    place_objects: frozenset[str] = frozenset()
    allied: frozenset[str] = frozenset()
    fleeing: frozenset[str] = frozenset()
    owning: frozenset[str] = frozenset()
    placed: frozenset[str] = frozenset()
    resizing: frozenset[str] = frozenset()
    deal_made: frozenset[str] = frozenset()
    deal_violated: frozenset[str] = frozenset()
    deal_ended: frozenset[str] = frozenset()
    deal_left: frozenset[str] = frozenset()
    deal_failed: frozenset[str] = frozenset()
    seeking: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    voicing: frozenset[str] = frozenset()
    witnessing: frozenset[str] = frozenset()
    shaking: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    visiting: frozenset[str] = frozenset()
    wars: frozenset[str] = frozenset()
    sending: frozenset[str] = frozenset()
    shells: frozenset[str] = frozenset()
    told_of: frozenset[str] = frozenset()
    showing: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()
    overthrown: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()
    membership: frozenset[str] = frozenset()
    gathering: frozenset[str] = frozenset()
    shown: dict[str, str] = {}


class Frames(msgspec.Struct, frozen=True):
    """All frames, indexed by the lemma that can trigger them."""

    frames: tuple[Frame, ...]
    by_verb: dict[str, tuple[Pattern, ...]]
    by_noun: dict[str, tuple[Pattern, ...]]
    means: tuple[tuple[str, frozenset[str]], ...] = ()
    light: frozenset[str] = frozenset()
    results: dict[str, Frame] = {}
    grammar: Grammar = Grammar()

    def flies(self, word: str) -> bool:
        """Whether the word (lower case) is one for what strikes from the air."""
        return any(kind == "Air/drone strike" and word in words for kind, words in self.means)


class Nouns(msgspec.Struct, frozen=True):
    """Classes of head nouns (lemmas, lower case)."""

    armed: frozenset[str]
    political: frozenset[str]
    person: frozenset[str]
    civilian: frozenset[str]
    crowd: frozenset[str]
    collective: frozenset[str]
    lawful: frozenset[str]
    people_endings: frozenset[str]
    not_people: frozenset[str]
    place: frozenset[str]
    area: frozenset[str]
    facility: frozenset[str]
    quarter: frozenset[str]
    uprooted: frozenset[str]
    armed_body: frozenset[str]
    assets: frozenset[str]
    way: frozenset[str]
    weapon: frozenset[str]
    never_actor: frozenset[str]
    titles: frozenset[str]
    party: frozenset[str]
    held: frozenset[str]
    stronghold: frozenset[str]
    measure: frozenset[str]
    back_group: frozenset[str]
    back_person: frozenset[str]
    back_place: frozenset[str]
    bodies_before: frozenset[str]
    people_before: frozenset[str]
    holding: frozenset[str]
    fought_over: frozenset[str]
    military_place: frozenset[str]
    target: frozenset[str]
    role: frozenset[str]
    strife: frozenset[str]
    medium: frozenset[str]
    division: frozenset[str]
    crowd_event: frozenset[str]
    projectile: frozenset[str]
    kind_of_group: frozenset[str]
    own_fighters: frozenset[str]
    befalls: frozenset[str]
    body_if_named: frozenset[str]


class Act(msgspec.Struct, frozen=True):
    """A verb of saying or doing without fighting, its further words, and the PLOVER act it states. `needs`: it counts only with an
    "object", or with somebody ("body") as its object."""

    words: tuple[str, ...]
    act: str
    needs: str = ""


class Cue(msgspec.Struct, frozen=True):
    """Words that make what is said amount to an act; `own`: only when the speaker speaks of itself. `rank`: its act's place in the file."""

    words: tuple[str, ...]
    act: str
    own: bool
    rank: int


class Reporting(msgspec.Struct, frozen=True):
    """Verbs of saying and PLOVER acts, by lemma. See the comments of `vocab/reporting.toml` for the lists."""

    inform: frozenset[str]
    claiming: frozenset[str]
    denying: frozenset[str]
    acts: dict[str, tuple[Act, ...]]
    accusing_nouns: frozenset[str] = frozenset()
    accusing_verbs: frozenset[str] = frozenset()
    clausal: frozenset[str] = frozenset()
    told_things: frozenset[str] = frozenset()
    utterances: frozenset[str] = frozenset()
    hearers: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    deputies: frozenset[str] = frozenset()
    nouns: dict[str, str] = {}
    cues: dict[str, tuple[Cue, ...]] = {}


class ModalityWords(msgspec.Struct, frozen=True):
    """Words of plan, doubt, condition and hearsay (lemmas)."""

    planning: frozenset[str]
    planning_nouns: frozenset[str]
    planned_modals: frozenset[str]
    hypothetical_modals: frozenset[str]
    conditionals: frozenset[str]
    hearsay: frozenset[str]
    denying: frozenset[str]
    nobody: frozenset[str]
    accounts: frozenset[str]
    background: frozenset[str]


class Vocabulary(msgspec.Struct, frozen=True):
    """Everything the claim reader knows about words. Without `gate` every text is parsed whole."""

    frames: Frames
    nouns: Nouns
    reporting: Reporting
    modality: ModalityWords
    demonyms: dict[str, str]
    gate: GateWords | None = None
    confidence: ConfidenceWords = ConfidenceWords()


def parse_frames(*texts: str) -> Frames:
    """Frames from one or more TOML files, later ones laid over the first (`records/layers.py`).

    Raises:
        VocabularyError: a file is no TOML, or a frame has an unknown, a missing or an impossible field.
    """
    data = layered(*texts)
    found = {frame.id: frame for frame in map(_frame, data.get("frame", []))}
    return Frames(
        tuple(found.values()),
        _index(found.values(), "verbs"),
        _index(found.values(), "nouns"),
        tuple((row["type"], frozenset(row["words"])) for row in data.get("means", [])),
        frozenset(data.get("light", [])),
        {word: f for f in found.values() for word in f.results},
        _converted(data.get("grammar", {}), Grammar, "grammar"),
    )


def _frame(row: dict[str, Any]) -> Frame:
    frame = _converted(row, Frame, f"frame {row.get('id', '?')}")
    wrong = next(mistakes(frame), None)
    if wrong:
        raise VocabularyError(f"frame {frame.id}: {wrong}")
    return frame


def _index(frames: Any, field: str) -> dict[str, tuple[Pattern, ...]]:
    table: dict[str, list[Pattern]] = {}
    for frame in frames:
        for phrase in getattr(frame, field):
            words = tuple(phrase.lower().split())
            head = words[0] if field == "verbs" or "of" in words else words[-1]
            table.setdefault(head, []).append(Pattern(words, frame))
    return {head: tuple(sorted(rows, key=lambda p: (-len(p.words), p.frame.id))) for head, rows in table.items()}


def parse_nouns(*texts: str) -> Nouns:
    """Noun classes from TOML. Raises `VocabularyError` when a class is missing."""
    return _classes(texts, Nouns)


def parse_modality(*texts: str) -> ModalityWords:
    """Certainty words from TOML. Raises `VocabularyError` when a class is missing."""
    return _classes(texts, ModalityWords)


class _Pairs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that state an act with any of the things."""

    verbs: tuple[str, ...]
    things: tuple[str, ...]


class _ActRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    act: str
    verbs: tuple[str, ...] = ()
    needs: str = ""
    says: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    pairs: tuple[_Pairs, ...] = ()

    def phrases(self) -> tuple[str, ...]:
        """The verbs with the words that must follow them, each of the pairs written out."""
        return (*self.verbs, *(f"{verb} {thing}" for pair in self.pairs for verb in pair.verbs for thing in pair.things))


def parse_reporting(*texts: str) -> Reporting:
    """Verbs of saying and acts from TOML. Raises `VocabularyError` when malformed."""
    data = layered(*texts)
    acts: dict[str, list[Act]] = {}
    cues: dict[str, list[Cue]] = {}
    nouns: dict[str, str] = {}
    for n, given in enumerate(data.pop("act", []), 1):
        row = _converted(given, _ActRow, f"act {given.get('act', n)}")
        if row.act not in ACTS:
            raise VocabularyError(f'act {n}: "{row.act}" is no act of PLOVER{meant(row.act, ACTS)}')
        for words in dict.fromkeys(tuple(phrase.split()) for phrase in row.phrases()):
            acts.setdefault(words[0], []).append(Act(words, row.act, row.needs))
        for phrase in (*row.says, *row.own):
            words = tuple(phrase.split())
            cues.setdefault(words[0], []).append(Cue(words, row.act, phrase in row.own, n))
        nouns.update(dict.fromkeys(row.nouns, row.act))
    longest_first = {head: tuple(sorted(rows, key=lambda a: (-len(a.words), a.words, a.act))) for head, rows in acts.items()}
    return _converted({**data, "acts": longest_first, "cues": cues, "nouns": nouns}, Reporting, "lists")


def parse_demonyms(*texts: str) -> dict[str, str]:
    """Demonym or seat of government -> country name from TOML."""
    data = layered(*texts)
    return {str(k): str(v) for table in ("demonyms", "seats") for k, v in data.get(table, {}).items()}


def parse_nations(*texts: str) -> dict[str, str]:
    """Demonym -> country name from TOML, without the seats of government: those are bodies of their own."""
    return {str(k): str(v) for k, v in layered(*texts).get("demonyms", {}).items()}


def _classes(texts: tuple[str, ...], kind: type[T]) -> T:
    return _converted({name: value for name, value in layered(*texts).items() if isinstance(value, list)}, kind, "lists")


def _converted(data: Any, kind: type[T], entry: str) -> T:
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise VocabularyError(f"{entry}: {error}") from error
