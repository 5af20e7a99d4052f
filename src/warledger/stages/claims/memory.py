"""What a document has spoken of so far: short forms, people, groups and places, for names that refer back."""

from __future__ import annotations

from dataclasses import dataclass, field

from warledger.base.spans import Span
from warledger.stages.claims.definitions import FullNames, expand


@dataclass(frozen=True)
class Name:
    """A name as a record has it; `span` its words in the document (`None`: resolved from elsewhere); `how` the rule that gave it."""

    text: str
    span: Span | None
    how: str = "as written"
    affiliation: str = ""


@dataclass
class Memory:
    """One document's running memory. Later mentions replace earlier ones of their kind."""

    short_forms: dict[str, str]
    people: FullNames = field(default_factory=FullNames)
    person: Name | None = None
    group: Name | None = None
    named_group: Name | None = None
    several: Name | None = None
    turn: int = 0
    group_turn: int = 0
    place: Name | None = None
    country: Name | None = None
    capital: str = ""
    listed: tuple[Name, ...] = ()
    speaker: Name | None = None
    counted: str = ""
    strikes: dict[str, str] = field(default_factory=dict)
    actor_names: set[str] = field(default_factory=set)
    affiliations: dict[str, str] = field(default_factory=dict)
    by_head: dict[str, Name] = field(default_factory=dict)
    defined: list[tuple[Span, str]] = field(default_factory=list)
    text: str = ""
    full_names: dict[str, str] = field(default_factory=dict)

    def find_defined(self, text: str) -> None:
        """Remember where the long forms that the document defines stand in its text."""
        for long in sorted(set(self.short_forms.values()), key=lambda name: (-len(name), name)):  # the longest form covers its pieces
            at = text.find(long)
            while at >= 0:
                self.defined.append((Span(at, at + len(long)), long))
                at = text.find(long, at + len(long))

    def defined_at(self, span: Span) -> tuple[Span, str] | None:
        """The defined long form that the words are part of: the parser may cut it in pieces."""
        return next(((place, long) for place, long in self.defined if place.covers(span)), None)

    def written_out(self, name: str) -> str:
        """The name with the document's own short forms and surnames written out."""
        return self.people.full(expand(name, self.short_forms))

    def saw_person(self, name: Name, *, leading: bool = True) -> None:
        """A person was named; only a `leading` one (a subject) is who "he" or "she" will mean."""
        self.people.see([name.text])
        if leading or self.person is None:
            self.person = name
        if name.affiliation:
            self.affiliations.setdefault(name.text, name.affiliation)

    def saw_group(self, name: Name, *, leading: bool = True, named: bool = False, several: bool = False) -> None:
        """A group was named; who leads a clause stays the one meant by "they" before others of the same and the next sentence."""
        if leading or self.group is None or self.turn - self.group_turn > 1:
            self.group, self.group_turn = name, self.turn
        if named:
            self.named_group = name
        if several and leading:
            self.several = name
        self.actor_names.add(name.text)
