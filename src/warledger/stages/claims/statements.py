"""Statements: who said, demanded, denied, supported, met or sanctioned; acts in PLOVER's terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from warledger.records.claim import Statement
from warledger.records.provenance import Why
from warledger.records.vocab import Act, Reporting
from warledger.stages.claims import syntax
from warledger.stages.claims.acts import Meaning, match_act, meaning_of, same_doer
from warledger.stages.claims.classes import Class
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.memory import Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.noun_acts import NounActs
from warledger.stages.claims.offices import fuller, of_body
from warledger.stages.claims.scene import Scene
from warledger.stages.claims.speakers import Speakers, quoted_as_saying
from warledger.stages.claims.targets import Targets

_SPEAKING = frozenset({Class.ARMED, Class.POLITICAL, Class.PERSON, Class.NAME, Class.COUNTRY, Class.CIVILIAN, Class.PRONOUN})
_DOING = _SPEAKING - {Class.CIVILIAN}
#: Acts that a participle behind a noun may state ("protesters demanding ..."); the others have to be a clause's own verb.
_ATTACHED = frozenset({"REQUEST", "ACCUSE", "THREATEN", "SANCTION"})
#: Verbs whose object may be an act: "announced the deployment of", "repeated the view that".
_ANNOUNCING = frozenset({"announce", "declare", "repeat", "reiterate", "reaffirm", "emphasize", "emphasise", "stress"})
#: Rule of an act that a negation makes: the negation is not also a denial of it.
WITHHELD = "consent withheld"
#: Acts that "not" turns into their refusal.
_CONSENT = frozenset({"AGREE", "SUPPORT", "COOPERATE"})
#: Acts of people in the street: "protesters demanded".
_IN_THE_STREET = frozenset({"REQUEST", "ACCUSE"})
#: Verbs under which an infinitive tells a deed that was done ("prompting Norway to recall its envoy").
_BRINGING = frozenset({"prompt", "lead", "cause", "force", "compel", "drive", "push", "continue", "begin", "start", "proceed", "manage"})
_NOT_YET = frozenset({"will", "would", "could", "can", "may", "might", "should", "must", "wo", "'ll"})
#: Words of a quotation's sentence below which it only carries on the one before.
_SHORT = 8


class Statements:
    """Finds the statements of one document's sentences."""

    def __init__(self, namer: Namer, reporting: Reporting, speakers: Speakers) -> None:
        self._namer = namer
        self._reporting = reporting
        self._speakers = speakers
        self._targets = Targets(namer, reporting)
        self._nouns = NounActs(namer, reporting, speakers, self._targets)

    def drafts(self, scene: Scene, told: Sequence[Token], voiced: Sequence[Token] = ()) -> list[Draft]:
        """Statements of one sentence. `told` are anchors of other claims, `voiced` the verbs of saying over them: what is said there needs
        no INFORM statement of its own."""
        found: dict[tuple[str, str, int], Draft] = {}
        for draft in self._found(scene, told):
            assert isinstance(draft.content, Statement)
            deed = draft.anchor.i if draft.rule != "statement.inform" else -1
            found.setdefault((draft.content.speaker, draft.content.act, deed), draft)
        found = {k: d for k, d in found.items() if not _goes_on(d, found)}
        deeds = [d.anchor for d in found.values() if d.rule != "statement.inform" and not _NOT_YET & set(syntax.modals(d.anchor))]
        return [d for d in found.values() if d.rule != "statement.inform" or not (d.anchor in voiced or _content_told(d.anchor, deeds))]

    def _found(self, scene: Scene, told: Sequence[Token]) -> Iterator[Draft]:
        for verb in scene.sentence:
            if verb.pos_ != "VERB" or verb.dep_ == "amod":
                continue
            act = match_act(verb, self._reporting)
            informs = verb.lemma_.lower() in self._reporting.inform
            if act is None and not (informs and self._says_something(verb)):
                continue
            draft = self._draft(verb, act, scene, told)
            if draft is not None:
                yield draft
        for meaning, doers, targets in self._nouns.of(scene.sentence):
            yield self._record(meaning, meaning.verb, doers, targets, scene)

    def _says_something(self, verb: Token) -> bool:
        """Whether the verb says something here: some do only with a clause, a quotation or an announcement behind them."""
        bare = verb.tag_ in {"VBG", "VBN"} and not syntax.own_subjects(verb) and verb.dep_ not in {"ROOT", "conj"}
        if verb.lemma_.lower() not in self._reporting.clausal and not bare:
            return True
        told = any(t.lemma_.lower() in self._reporting.told_things for t in syntax.patients(verb))
        return told or bool(contents_of(verb)) or (not bare and not syntax.is_passive(verb) and '"' in verb.sent.text)

    def _draft(self, verb: Token, act: Act | None, scene: Scene, told: Sequence[Token]) -> Draft | None:
        heads = quoted_as_saying(verb) or syntax.agents(verb)
        crowd = act is not None and act.act in _IN_THE_STREET and any(self._namer.classifier.is_crowd(h) for h in heads)
        speakers = self._who(verb, heads, _SPEAKING if act is None or crowd else _DOING)
        if not speakers or _inner_of_other(verb, self._reporting):
            return None
        meaning = self._meaning(verb, act, heads)
        if meaning is None or not self._stands(verb, act, meaning, told):
            return None
        return self._statement(verb, meaning, speakers, scene)

    def _who(self, verb: Token, heads: Sequence[Token], allowed: frozenset[Class]) -> list[Name]:
        of = self._namer.classifier.of
        speaks = verb.lemma_.lower() in self._reporting.inform
        classes = {of(self._namer.meant(h)) for h in heads}
        spoken = any(h.lemma_.lower() in self._reporting.utterances and (speaks or h.dep_ == "dobj") for h in heads)
        if classes & allowed or spoken:
            return self._speakers.names(heads)
        places = [h for h in heads if of(h) is Class.PLACE and h.pos_ == "PROPN" and not self._namer.is_time(h)]
        return [self._namer.name(h, long=False) for h in places]

    def _meaning(self, verb: Token, act: Act | None, heads: Sequence[Token]) -> Meaning | None:
        """The verb's own act, deepened by what is vowed; of a verb of saying what its content amounts to, else INFORM."""
        quoted = '"' in verb.sent.text
        for content in contents_of(verb):
            if act is not None and verb.lemma_ not in {"vow", "pledge", "promise", "warn"}:
                break
            found = meaning_of(content, self._reporting, heads, quoted and _in_marks(content))
            if found is not None and (act is None or found.act in {"SUPPORT", "AID", "COOPERATE", "RETREAT"}):
                return found
        if act is None:
            return self._named_things(verb) or Meaning("INFORM", "says so", verb)
        if verb.lemma_ in {"support", "back"} and self._armed(verb):
            return Meaning("AID", "backing fighters", verb)
        if act.act in _CONSENT and syntax.negated(verb):
            return Meaning("REJECT", WITHHELD, verb)
        if verb.lemma_ == "warn" and _warns_of_others(verb):
            return Meaning("INFORM", "warns of what others do", verb)
        return Meaning(act.act, "act: " + " ".join(act.words), verb)

    def _named_things(self, verb: Token) -> Meaning | None:
        """What an announced thing amounts to, or what somebody is called."""
        if verb.lemma_ in {"call", "describe", "denounce", "label", "brand", "characterize", "characterise"} and any(
            t.lemma_.lower() in self._reporting.accusing_nouns for t in verb.subtree if t.i > verb.i
        ):
            return Meaning("ACCUSE", "what is said is a reproach", verb)
        for thing in syntax.children(verb, "dobj"):
            found = meaning_of(thing, self._reporting, [])
            if found is not None and verb.lemma_ in _ANNOUNCING:
                return Meaning(found.act, found.rule, verb)
        return None

    def _armed(self, verb: Token) -> bool:
        """Whether those backed bear arms, or are a side of the war."""
        heads = syntax.patients(verb)
        fights = self._namer.classifier.is_party
        return any(self._namer.classifier.of(self._namer.meant(h)) is Class.ARMED for h in heads) or any(
            fights(n.text) for n in self._namer.actors(heads)
        )

    def _stands(self, verb: Token, act: Act | None, meaning: Meaning, told: Sequence[Token]) -> bool:
        """Whether a record is due: no INFORM for what another claim tells, no deeds only wished for or described in passing."""
        if (
            meaning.act == "INFORM"
            and verb.dep_ == "relcl"
            and any(self._namer.classifier.of(h) is Class.CIVILIAN for h in syntax.subjects(verb))
        ):
            return False  # "women who say they fled": who they are, not what was said
        if meaning.act == "INFORM":
            shows = verb.lemma_ in syntax.grammar(verb).showing and any(h.lower_ == "it" for h in syntax.subjects(verb))
            idle = syntax.negated(verb) or shows
            return not idle and not _content_told(verb, told) and not _under_saying(verb, self._reporting)
        if act is None:
            return True
        if meaning.act == "RETREAT" and verb in told:
            return False  # "three rebels surrendered": what was done, not what was said
        if act.needs == "body" and not self._targets.direct(verb, meaning.act):
            return False
        return _is_deed(verb, meaning.act)

    def _statement(self, verb: Token, meaning: Meaning, speakers: Sequence[Name], scene: Scene) -> Draft:
        informs = meaning.act == "INFORM"
        if informs:
            targets = [t for c in contents_of(verb)[:1] for t in self._targets.of_information(c)]
        else:
            targets = self._targets.of_meaning(meaning) if meaning.verb != verb else self._targets.of_deed(verb, meaning.act)
        return self._record(meaning, verb, speakers, targets, scene)

    def _record(self, meaning: Meaning, at: Token, speakers: Sequence[Name], targets: Sequence[Name], scene: Scene) -> Draft:
        targets = [t for t in targets if t.text not in {s.text for s in speakers}][:3]
        content = Statement(
            _listed(texts(speakers)),
            affiliation_of(speakers[0], self._namer),
            meaning.act,
            texts(targets),
            _topic(at),
        )
        why = {
            "act": Why(meaning.rule, at.text, scene.place_of(at)),
            "speaker": explain("speaker", speakers, "subject"),
            "target": explain("target", targets, "object"),
        }
        names = {"speaker": tuple(speakers), "target": tuple(targets)}
        return Draft(content, at, f"statement.{meaning.act.lower()}", (), names, why)

    def quoted(self, scene: Scene, told: Sequence[Token]) -> list[Draft]:
        """A quoted sentence that gave nothing else is a statement by its speaker."""
        root, speaker = scene.sentence.root, scene.speaker
        if not scene.quoted or speaker is None or told or len(scene.sentence) < 5:
            return []
        meaning = meaning_of(root, self._reporting, [], quoted=True)
        if meaning is None and len(scene.sentence) < _SHORT:
            return []
        meaning = meaning or Meaning("INFORM", "quotation", root)
        targets = (self._targets.of_information(root) if meaning.act == "INFORM" else self._targets.of_meaning(meaning))[:3]
        topic = " ".join(scene.quote.split()[:14]).strip('"“” ')
        content = Statement(speaker.text, affiliation_of(speaker, self._namer), meaning.act, texts(targets), topic)
        why = {"act": Why(meaning.rule, root.text), "speaker": explain("quotation goes on", [speaker], "speaker of the quotation")}
        return [Draft(content, root, "statement.quoted", (), {"speaker": (speaker,), "target": tuple(targets)}, why)]


def contents_of(verb: Token) -> list[Token]:
    """The clauses that a verb of saying puts forward."""
    found = [c for c in verb.children if c.dep_ in {"ccomp", "parataxis"} and c.pos_ in {"VERB", "AUX"}]
    return found or [c for c in verb.children if c.dep_ in {"xcomp", "advcl", "dep"} and c.pos_ in {"VERB", "AUX"} and _quote_like(c, verb)]


def _in_marks(content: Token) -> bool:
    """Whether the clause opens with a quotation mark."""
    first = content.left_edge
    return first.text == '"' or (first.i > 0 and first.nbor(-1).text == '"')


def _quote_like(clause: Token, verb: Token) -> bool:
    return clause.dep_ == "xcomp" or (clause.i < verb.i and not any(c.dep_ == "mark" for c in clause.children))


def _content_told(verb: Token, told: Sequence[Token]) -> bool:
    """Whether what is said is another claim already (codebook rule 9)."""
    contents = [*contents_of(verb), *syntax.children(verb, "dobj")]
    if any(t.dep_ == "acl" and t.head in contents for t in told):
        return True  # "issued a statement condemning ..."
    return any(_tells(t, c) for t in told for c in contents) or any(verb.is_ancestor(t) and verb.i < t.i and t.head == verb for t in told)


def _tells(anchor: Token, content: Token) -> bool:
    """Whether the claim is what the clause is about, not a thing it mentions in a clause or phrase of its own."""
    if not syntax.under(anchor, content):
        return False
    for at in (anchor, *syntax.ancestors(anchor)):
        if at == content:
            break
        if at.pos_ in {"VERB", "AUX"} and at.dep_ in {"relcl", "advcl", "acl", "pcomp"}:
            return False
    return True


def _under_saying(verb: Token, reporting: Reporting) -> bool:
    """Whether the verb stands in what somebody else says: the outer statement is the record."""
    return verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" and verb.head.lemma_.lower() in reporting.inform


def _inner_of_other(verb: Token, reporting: Reporting) -> bool:
    """Whether the verb is the content of another verb of saying by the same speaker: the outer one carries the record."""
    outer = verb.head
    if verb.dep_ not in {"ccomp", "xcomp"} or outer.pos_ != "VERB":
        return False
    if outer.lemma_ not in reporting.inform and match_act(outer, reporting) is None:
        return False
    return same_doer(verb, syntax.subjects(outer))


def _is_deed(verb: Token, act: str) -> bool:
    """Whether the verb states a deed: not an aim, a purpose or a description of somebody in passing."""
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether", "until"} for c in verb.children):
        return False
    if verb.tag_ == "VB" and not syntax.own_subjects(verb) and not any(c.tag_ == "MD" for c in verb.children):
        return verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in _BRINGING and not _NOT_YET & set(syntax.modals(verb.head))
    if verb.tag_ == "VBG" and verb.dep_ in {"acl", "advcl", "pcomp", "csubj", "nsubj"}:
        return act in _ATTACHED and verb.dep_ in {"acl", "advcl"}
    return True


def affiliation_of(speaker: Name, namer: Namer) -> str:
    """The office or body the document gives the speaker; for bodies named by nationality, the country."""
    known = fuller(speaker.affiliation, namer.memory.affiliations.get(speaker.text, ""))
    return known or of_body(speaker.text, namer.memory.affiliations, namer.demonyms)


def _warns_of_others(verb: Token) -> bool:
    """ "warned that the rebels were recruiting children": news, not a threat; no future, no condition, no deed of the speaker's own."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if clause is None or same_doer(clause, syntax.subjects(verb)):
        return False
    return not any(c.tag_ == "MD" for c in clause.children) and not any(t.lower_ in {"if", "unless"} for t in clause.subtree)


def _goes_on(draft: Draft, found: Mapping[tuple[str, str, int], Draft]) -> bool:
    """Whether a participle or a content clause only says again what the verb above it did ("imposed sanctions, freezing assets")."""
    at = draft.anchor
    below = (at.dep_ in {"advcl", "acl"} and at.tag_ == "VBG") or at.dep_ == "ccomp"
    above = [d for d in found.values() if below and d is not draft and d.anchor == at.head]
    return any(_key(d)[1] == _key(draft)[1] and (at.dep_ == "ccomp" or _key(d)[0] == _key(draft)[0]) for d in above)


def _key(draft: Draft) -> tuple[str, str]:
    assert isinstance(draft.content, Statement)
    return draft.content.speaker, draft.content.act


def _listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _topic(verb: Token) -> str:
    """The first words of what is said or done."""
    parts = [c for c in verb.children if c.dep_ in {"ccomp", "dobj", "xcomp", "prep", "attr"}]
    if not parts:
        return ""
    tokens = sorted(parts[0].subtree, key=lambda t: t.i)[:14]
    text = verb.doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1].text)]
    return " ".join(text.strip(' ,;:"“”').split())
