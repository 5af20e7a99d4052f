"""Statements: who said, demanded, denied, supported, met or sanctioned; acts in PLOVER's terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from warledger.records.claim import Statement
from warledger.records.provenance import Why
from warledger.records.vocab import Act, Reporting
from warledger.stages.claims import syntax
from warledger.stages.claims.classes import Class
from warledger.stages.claims.draft import Draft, explain, texts
from warledger.stages.claims.memory import Memory, Name
from warledger.stages.claims.naming import Namer
from warledger.stages.claims.offices import fuller, of_body
from warledger.stages.claims.scene import Scene

_TARGETS = ("object", "with", "to", "against", "on", "from", "for", "by", "between", "of")
_BODIES = frozenset({Class.ARMED, Class.POLITICAL, Class.PERSON, Class.NAME, Class.COUNTRY, Class.CIVILIAN, Class.PRONOUN})
_DEED_BODIES = frozenset({Class.ARMED, Class.POLITICAL, Class.PERSON, Class.NAME, Class.COUNTRY, Class.PRONOUN})
_DUTY = frozenset({"must", "should", "ought"})


def statement_drafts(scene: Scene, namer: Namer, reporting: Reporting, told: Sequence[Token]) -> Iterator[Draft]:
    """Statements of one sentence. `told` are anchors of other claims: what is said there needs no INFORM statement of its own."""
    used: set[str] = set()
    for verb in scene.sentence:
        if verb.pos_ not in {"VERB"} or verb.dep_ == "amod":
            continue
        act = match_act(verb, reporting)
        informs = verb.lemma_.lower() in reporting.inform
        if act is None and not informs:
            continue
        if act is None and _content_told(verb, told):
            continue
        draft = _draft(verb, act, scene, namer, reporting)
        key = f"{draft.content.speaker}|{draft.content.act}" if draft and isinstance(draft.content, Statement) else ""
        if draft is not None and key not in used:
            used.add(key)
            yield draft


def match_act(verb: Token, reporting: Reporting) -> Act | None:
    """The PLOVER act of a verb with the words that must follow it, longest first."""
    for act in reporting.acts.get(verb.lemma_.lower(), ()):
        at: Token | None = verb
        for word in act.words[1:]:
            at = next((c for c in at.children if word in (c.lemma_.lower(), c.lower_)), None) if at is not None else None
        if at is not None:
            return act
    return None


def _content_told(verb: Token, told: Sequence[Token]) -> bool:
    """Whether what is said is another claim already (codebook rule 9)."""
    contents = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "advcl", "dep", "parataxis", "dobj"}]
    return any(syntax.under(t, c) for t in told for c in contents) or any(
        verb.is_ancestor(t) and verb.i < t.i and t.head == verb for t in told
    )


def _draft(verb: Token, act: Act | None, scene: Scene, namer: Namer, reporting: Reporting) -> Draft | None:
    heads = syntax.agents(verb)
    kinds = {namer.classifier.of(namer.meant(h)) for h in heads}
    allowed = _BODIES if act is None or verb.lemma_ in reporting.inform else _DEED_BODIES
    metonym = [h for h in heads if namer.classifier.of(h) is Class.PLACE and h.pos_ == "PROPN"]
    if not kinds & allowed and not metonym:
        return None
    speakers = namer.actors(heads) or [namer.name(h, long=False) for h in metonym]
    if not speakers:
        return None
    namer.memory.speaker = speakers[0]
    if _inner_of_other(verb, reporting):
        return None
    chosen, rule = _act(verb, act, namer, reporting)
    targets = [t for t in _targets(verb, namer) if t.text not in {s.text for s in speakers}]
    topic = _topic(verb)
    speaker = " and ".join(texts(speakers)) if len(speakers) < 4 else ", ".join(texts(speakers))
    content = Statement(speaker, affiliation_of(speakers[0], namer.memory, namer.demonyms), chosen, texts(targets[:3]), topic)
    why = {
        "act": Why(rule, verb.text, scene.place_of(verb)),
        "speaker": explain("speaker", speakers, "subject"),
        "target": explain("target", targets, "object"),
    }
    names = {"speaker": tuple(speakers), "target": tuple(targets[:3])}
    return Draft(content, verb, f"statement.{chosen.lower()}", (), names, why)


def _inner_of_other(verb: Token, reporting: Reporting) -> bool:
    """Whether the verb is the content of another verb of saying by the same speaker: the outer one carries the record."""
    outer = verb.head
    if (
        verb.dep_ not in {"ccomp", "xcomp"}
        or outer.pos_ != "VERB"
        or (outer.lemma_ not in reporting.inform and match_act(outer, reporting) is None)
    ):
        return False
    return _same_doer(outer, verb)


def _act(verb: Token, act: Act | None, namer: Namer, reporting: Reporting) -> tuple[str, str]:
    if act is None:
        return content_act(verb, reporting)
    for inner in (c for c in verb.children if c.dep_ == "xcomp"):
        deeper = match_act(inner, reporting)
        if deeper is not None and verb.lemma_ in {"vow", "pledge", "promise"}:
            return deeper.act, "act vowed: " + " ".join(deeper.words)
    if (
        act.act == "SUPPORT"
        and any(namer.classifier.of(namer.meant(h)) is Class.ARMED for h in syntax.patients(verb))
        and verb.lemma_ in {"support", "back"}
    ):
        return "AID", "backing fighters"
    return act.act, "act: " + " ".join(act.words)


def affiliation_of(speaker: Name, memory: Memory, demonyms: dict[str, str]) -> str:
    """The office or body the document gives the speaker; for bodies named by nationality, the country."""
    known = fuller(speaker.affiliation, memory.affiliations.get(speaker.text, ""))
    return known or of_body(speaker.text, memory.affiliations, demonyms)


def content_act(verb: Token, reporting: Reporting) -> tuple[str, str]:
    """The act that what is said amounts to: the verb it is built on, duty ("must leave" asks), refusal ("will not")."""
    if _accuses(verb, reporting):
        return "ACCUSE", "what is said is a reproach"
    for content in (c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "parataxis"} and c.pos_ in {"VERB", "AUX"}):
        auxiliaries = syntax.modals(content)
        if any(a in _DUTY for a in auxiliaries):
            return "REQUEST", "duty in what is said"
        inner = match_act(content, reporting)
        if inner is not None and _same_doer(verb, content):
            if syntax.negated(content):
                return "REJECT", "refusal in what is said"
            return inner.act, "act in what is said: " + " ".join(inner.words)
        if syntax.negated(content) and any(a in {"will", "wo", "would"} for a in auxiliaries) and _same_doer(verb, content):
            return "REJECT", "refusal in what is said"
    return "INFORM", "says so"


def _accuses(verb: Token, reporting: Reporting) -> bool:
    """Whether something is called, or said to be, a word of reproach."""
    if verb.lemma_ in {"call", "describe", "denounce", "label", "brand"}:
        return any(t.lemma_.lower() in reporting.accusing_nouns for t in verb.subtree if t.i > verb.i)
    said = [c for c in verb.children if c.dep_ == "ccomp" and c.lemma_ == "be"]
    return any(a.lemma_.lower() in reporting.accusing_nouns for c in said for a in c.children if a.dep_ in {"attr", "acomp"})


def _same_doer(verb: Token, content: Token) -> bool:
    inner = syntax.own_subjects(content)
    return (
        not inner
        or any(t.lower_ in {"it", "he", "she", "they", "we", "i"} for t in inner)
        or bool({t.i for t in inner} & {t.i for t in syntax.subjects(verb)})
    )


def _targets(verb: Token, namer: Namer) -> list[Name]:
    slots: dict[str, list[Token]] = {"object": syntax.patients(verb), **syntax.obliques(verb)}
    for slot in _TARGETS:
        heads = [h for h in slots.get(slot, []) if namer.classifier.of(namer.meant(h)) in _BODIES]
        found = namer.actors(heads)
        if found:
            return found
    inner = [
        h
        for o in slots["object"]
        for p in ("of", "against", "to", "for", "with", "on", "from", "between")
        for h in syntax.obliques(o).get(p, [])
    ]
    found = namer.actors([h for h in inner if namer.classifier.of(namer.meant(h)) in _BODIES])
    if found:
        return found
    owners = [c for o in slots["object"] for c in o.children if c.dep_ == "poss"]
    return namer.actors(owners)


def _topic(verb: Token) -> str:
    """The first words of what is said or done."""
    parts = [c for c in verb.children if c.dep_ in {"ccomp", "dobj", "xcomp", "prep", "attr"}]
    if not parts:
        return ""
    tokens = sorted(parts[0].subtree, key=lambda t: t.i)[:14]
    text = verb.doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1].text)]
    return " ".join(text.strip(' ,;:"“”').split())


def content_of_quote(root: Token, reporting: Reporting, namer: Namer) -> tuple[str, tuple[str, ...], str]:
    """Act, targets and rule for a quoted sentence that stands on its own."""
    auxiliaries = syntax.modals(root)
    targets = texts(_targets(root, namer)[:2])
    if any(a in _DUTY for a in auxiliaries):
        return "REQUEST", targets, "duty in the quotation"
    first = any(t.lower_ in {"we", "i"} for t in syntax.subjects(root))
    act = match_act(root, reporting)
    if act is not None and first:
        return ("REJECT" if syntax.negated(root) else act.act), targets, "act in the quotation: " + " ".join(act.words)
    if first and syntax.negated(root):
        return "REJECT", targets, "refusal in the quotation"
    return "INFORM", (), "quotation"
