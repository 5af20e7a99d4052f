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
    place: Name | None = None
    speaker: Name | None = None
    actor_names: set[str] = field(default_factory=set)
    affiliations: dict[str, str] = field(default_factory=dict)
    by_head: dict[str, Name] = field(default_factory=dict)

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

    def saw_group(self, name: Name) -> None:
        """A group was named as a doer."""
        self.group = name
        self.actor_names.add(name.text)
