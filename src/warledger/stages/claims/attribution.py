"""Who says so, and how firmly: the chain of voices over a clause and the modality of its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from warledger.records.claim import Modality
from warledger.records.provenance import Why
from warledger.records.vocab import Vocabulary
from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.speakers import Speakers

_AUTHOR = frozenset({"we", "i"})
_CONTENT = frozenset({"ccomp", "xcomp", "parataxis", "advcl", "dep", "acl", "pcomp"})


_OWN = frozenset({"it", "they", "we"})


@dataclass(frozen=True)
class Attribution:
    """The voices nearest first, the modality, the reporting verb that was found, and why."""

    said_by: tuple[Name, ...] = ()
    modality: Modality = Modality.ASSERTED
    verb: Token | None = None
    why: tuple[Why, ...] = field(default=())


class Attributor:
    """Finds who says so for the words of one document."""

    def __init__(self, vocabulary: Vocabulary, namer: Namer, speakers: Speakers) -> None:
        self._words = vocabulary.modality
        self._reporting = vocabulary.reporting
        self._namer = namer
        self._speakers = speakers

    def of(self, token: Token, speaker: Name | None = None) -> Attribution:
        """Voices and modality over the clause of `token`; `speaker` is who utters the quotation it stands in, if it does."""
        verb = self.reporting_verb(token)
        voices = self._voices(verb) if verb is not None else []
        voices += [n for n in self._according_to(token) if n.text not in {v.text for v in voices}]
        if speaker is not None and not voices:
            voices = [speaker]
        modality, rule = self._modality(token, verb, voices)
        words = verb.text if verb is not None else ""
        return Attribution(tuple(voices), modality, verb, (Why(rule, words),))

    def reporting_verb(self, token: Token) -> Token | None:
        """The nearest verb of saying whose content the token belongs to."""
        below = token
        for above in syntax.ancestors(token):
            if (
                above.pos_ == "VERB"
                and above.lemma_ in self._reporting.accusing_verbs
                and below.dep_ in {"prep", "dobj", "nsubjpass"}
                and below != token
            ):
                return above
            if (
                above.pos_ == "VERB"
                and above.lemma_.lower() in self._reporting.inform
                and (self._told_of(below, token) or (below.dep_ in _CONTENT and self._is_content(below, above)))
            ):
                return above
            below = above
        return None

    def _told_of(self, noun: Token, token: Token) -> bool:
        """ "announced the capture of X", "claimed the attack", "confirmed the death of Y": the noun is what is told."""
        return noun.dep_ == "dobj" and noun.pos_ == "NOUN" and syntax.clause_verb(token) == noun.head

    def _is_content(self, clause: Token, verb: Token) -> bool:
        if clause.i < verb.i and any(t.text == ";" for t in clause.doc[clause.i : verb.i]):
            return False  # two halves of a sentence, told apart
        if clause.dep_ == "advcl":
            return clause.i < verb.i and not any(c.dep_ == "mark" and c.lower_ not in {"that"} for c in clause.children)
        return clause.dep_ in {"ccomp", "parataxis", "dep"} or (
            clause.dep_ == "xcomp" and (syntax.is_passive(verb) or verb.lemma_ in self._reporting.denying)
        )

    def _voices(self, verb: Token) -> list[Name]:
        if syntax.is_passive(verb):
            heads = [t for by in syntax.children(verb, "agent") for t in syntax.conjuncts(by) if t.dep_ == "pobj"]
            return self._namer.actors(heads or syntax.agents(verb))
        heads = syntax.subjects(verb)
        return self._speakers.names(heads) or self._sources([h for h in heads if h.lower_ not in _AUTHOR])

    def _sources(self, heads: Sequence[Token]) -> list[Name]:
        """Reports, statements and documents that say something: whose they are, else themselves."""
        found: list[Name] = []
        for head in heads:
            owner = (
                [c for c in head.children if c.dep_ == "poss"]
                or syntax.obliques(head).get("by", [])
                or syntax.obliques(head).get("from", [])
            )
            found.extend(self._namer.actors(owner) or ([self._namer.name(head)] if head.pos_ in {"NOUN", "PROPN"} else []))
        return found

    def _according_to(self, token: Token) -> list[Name]:
        for mark in token.sent:
            if mark.lower_ != "according":
                continue
            to = next((c for c in mark.children if c.lower_ == "to"), None)
            heads = [t for c in (to.children if to is not None else []) if c.dep_ == "pobj" for t in syntax.conjuncts(c)]
            if heads and self._over(mark, token):
                return self._speakers.names(heads) or self._sources(heads)
        return []

    def _over(self, mark: Token, token: Token) -> bool:
        """Whether "according to" stands over the token: in its clause, or in one above it."""
        clause = syntax.clause_verb(mark.head)
        while clause.dep_ == "conj" and clause.head.pos_ == "VERB":
            clause = clause.head  # it stands behind the last of several deeds and covers them all
        return clause == syntax.clause_verb(token) or clause.is_ancestor(token) or clause.dep_ == "ROOT"

    def _modality(self, token: Token, verb: Token | None, voices: Sequence[Name]) -> tuple[Modality, str]:
        ground = self._unreal(token, verb)
        if ground:
            return ground
        if verb is not None and verb.lemma_ in self._reporting.denying:
            return Modality.DENIED, f"under the verb {verb.lemma_}"
        if verb is not None and verb.lemma_ in self._reporting.claiming:
            return Modality.CLAIMED, f"under the verb {verb.lemma_}"
        if voices and verb is not None and self._own_deed(token, verb):
            return Modality.CLAIMED, "the speaker tells of its own deed"
        if voices:
            party = [v for v in voices if self._namer.classifier.is_party(f"{v.text} {v.affiliation}")]
            return (Modality.CLAIMED, "a party speaks") if party else (Modality.REPORTED, "somebody else says so")
        if self._hearsay(token):
            return Modality.REPORTED, "hearsay adverb"
        return Modality.ASSERTED, "the text itself says so"

    def _own_deed(self, token: Token, verb: Token) -> bool:
        """ "the movement said it had taken the town": armed bodies and states claim what they say they did."""
        doers = syntax.subjects(syntax.clause_verb(token))
        if not any(d.lower_ in _OWN for d in doers) or syntax.is_passive(verb):
            return False
        kinds = {self._namer.classifier.of(self._namer.meant(h)) for h in syntax.subjects(verb)}
        return bool(kinds & {Class.ARMED, Class.COUNTRY, Class.NAME, Class.POLITICAL})

    def _hearsay(self, token: Token) -> bool:
        clause = syntax.clause_verb(token)
        near = [*clause.children, *token.children]
        if token != clause and syntax.is_passive(clause) and clause.lemma_ in syntax.grammar(clause).told_of and token.dep_ == "nsubjpass":
            return True  # "Clashes were reported in the north"
        passive = (
            any(c.dep_ == "xcomp" for c in clause.head.children)
            and syntax.is_passive(clause.head)
            and clause.head.lemma_ in self._reporting.inform
        )
        return passive or any(c.lower_ in self._words.hearsay for c in near)

    def _unreal(self, token: Token, reporting: Token | None) -> tuple[Modality, str] | None:
        """Negation, plans, conditions between the token and the verb of saying over it."""
        clause = syntax.clause_verb(token)
        if self._none(token, clause):
            return Modality.DENIED, "none of it"
        if syntax.negated(clause) and (clause == token or token.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}):
            return Modality.DENIED, "negated"
        if token != clause and any(
            a.lower_ in self._words.background for a in syntax.ancestors(token) if a.pos_ in {"ADP", "SCONJ", "VERB"} and a.i > clause.i
        ):
            return None  # "... following the raid": the raid took place whatever is asked or planned
        apart = clause.dep_ == "conj" and syntax.joined_to(clause) != clause.head
        chain = [clause, *(() if apart else syntax.ancestors(clause))]
        below = clause
        for at in chain:
            if at is not clause and reporting is not None and at == reporting:
                break
            found = self._unreal_step(at, below, clause)
            if found:
                return found
            if at.dep_ in {"ccomp", "relcl"} and at != clause:
                break
            below = at if at.pos_ != "ADP" else below  # "aimed at capturing"
        return None

    def _none(self, token: Token, clause: Token) -> bool:
        """ "no clashes", "nobody was killed", "denied any attack", "rejected reports that ...": it is said not to be so."""
        about = [token, *syntax.subjects(clause)] if clause == token else [token]
        if any(c.lower_ in {"no", "neither"} for t in about for c in t.lefts) or any(s.lower_ in self._words.nobody for s in about):
            return True
        if token.dep_ in {"dobj", "pobj"} and syntax.clause_verb(token).lemma_ in self._words.denying and token.pos_ != "VERB":
            return True
        over = clause.head
        return clause.dep_ == "acl" and over.lemma_ in self._words.accounts and syntax.clause_verb(over).lemma_ in self._words.denying

    def _unreal_step(self, at: Token, below: Token, clause: Token) -> tuple[Modality, str] | None:
        if at.pos_ in {"VERB", "AUX"}:
            auxiliaries = syntax.modals(at)
            if any(a in self._words.planned_modals for a in auxiliaries) and self._same_event(at, below, clause):
                return Modality.PLANNED, "future"
            if auxiliaries == ["would"] and self._announced(at) and self._same_event(at, below, clause):
                return Modality.PLANNED, "announced"
            if any(a in self._words.hypothetical_modals for a in auxiliaries) and self._same_event(at, below, clause):
                return Modality.HYPOTHETICAL, "modal"
            if any(c.dep_ == "mark" and c.lower_ in self._words.conditionals for c in at.children):
                return Modality.HYPOTHETICAL, "condition"
        above_plans = at != clause and below.dep_ in {"xcomp", "ccomp", "acl", "advcl", "pcomp"} and below.tag_ in {"VB", "VBG"}
        if above_plans and at.pos_ == "VERB" and at.lemma_ in self._words.planning and not (below.dep_ == "advcl" and below.tag_ == "VBG"):
            return Modality.PLANNED, f"under the verb {at.lemma_}"
        if above_plans and at.pos_ == "NOUN" and at.lemma_ in self._words.planning_nouns:
            return Modality.PLANNED, f"under the noun {at.lemma_}"
        return None

    def _announced(self, verb: Token) -> bool:
        """ "said it would": what was still to come when it was said."""
        said = verb.head
        told = verb.dep_ == "ccomp" and said.tag_ in {"VBD", "VBN"} and said.lemma_ in self._reporting.inform
        return told and not any(t.lower_ in self._words.conditionals for t in verb.subtree)

    def _same_event(self, at: Token, below: Token, clause: Token) -> bool:
        return at == clause or below.dep_ in {"conj", "xcomp", "dobj"}
