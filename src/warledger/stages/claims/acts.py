"""What a verb, or what is said, amounts to: acts in PLOVER's terms, read off the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from warledger.records.vocab import Act, Cue, Reporting
from warledger.stages.claims import syntax

_DUTY = frozenset({"must", "should", "ought"})
_WILL = frozenset({"will", "wo", "'ll"})
_FUTURE = frozenset({"would", "'ll", "wo", "shall"})
_FIRST = frozenset({"we", "i"})
_OWN = frozenset({"his", "her", "its", "their"})
#: Words of need: "we have to" asks nothing of others.
_MUST = frozenset({"have", "need", "needs", "must", "should", "ought"})
_SELF = frozenset({"we", "i", "it", "he", "she", "they"})
#: Parts of speech that may stand between the words of a cue ("will [also] respond", "support [the rebel] cause").
_PASSING = frozenset({"DET", "ADV", "ADJ", "PRON", "PART", "PUNCT"})
_INFINITIVE = frozenset({"xcomp", "ccomp", "advcl"})
_TEMPORAL = frozenset({"after", "before", "during", "since", "until", "following"})


@dataclass(frozen=True)
class Meaning:
    """The act that words amount to, the rule that says so, and the verb they hang on."""

    act: str
    rule: str
    verb: Token


def match_act(verb: Token, reporting: Reporting) -> Act | None:
    """The PLOVER act of a verb with the words that must follow it, longest first."""
    return next((a for a in reporting.acts.get(verb.lemma_.lower(), ()) if _follow(verb, a.words[1:]) and _has_object(verb, a)), None)


def _has_object(verb: Token, act: Act) -> bool:
    return act.needs == "" or bool(syntax.patients(verb) or syntax.shared_object(verb) or "for" in syntax.obliques(verb))


def _follow(verb: Token, words: Sequence[str]) -> bool:
    at: Token | None = verb
    for word in words:
        at = _below(at, word) or (_below(verb, word) if at != verb else None) if at is not None else None
    return at is not None


def _below(at: Token, word: str) -> Token | None:
    """The word under the token, or under a preposition there; a preposition only behind it, and not before a date. The "to" of an
    infinitive stands for the infinitive ("voted to lift ...")."""
    if at.tag_ == "VB" and at.lemma_ == word and at.dep_ in _INFINITIVE:
        return at
    for child in at.children:
        if word == "to" and child.tag_ == "VB" and child.dep_ in _INFINITIVE and any(c.lower_ == "to" for c in child.lefts):
            return child
        if word not in (child.lemma_.lower(), child.lower_):
            plain = child.pos_ == "ADP" and child.lower_ not in _TEMPORAL
            inner = next((c for c in child.children if plain and c.lemma_.lower() == word), None)
            if inner is not None and child.i > at.i:
                return inner
            continue
        if child.pos_ not in {"ADP", "PART"} or (child.i > at.i and not any(c.ent_type_ in {"DATE", "TIME"} for c in child.children)):
            return child
    return None


def meaning_of(content: Token, reporting: Reporting, doers: Sequence[Token], quoted: bool = False) -> Meaning | None:
    """The act that a clause put forward by a speaker amounts to. `doers`: the heads that name the speaker; `quoted`: the clause is
    the speaker's own words, where only "we" and "I" mean the speaker."""
    found = _duty(content, doers, quoted) or _reproach(content, reporting)
    if found:
        return found
    hits = _cues(content, reporting, doers, quoted)
    act = match_act(content, reporting) if same_doer(content, doers, quoted) else None
    if act is not None and act.needs == "" and not syntax.negated(content) and (not hits or hits[0][0].act != "REJECT"):
        return Meaning(act.act, "act in what is said: " + " ".join(act.words), content)
    if hits:
        cue, at = hits[0]
        return Meaning(cue.act, "words in what is said: " + " ".join(cue.words), syntax.clause_verb(at))
    return _refusal(content, doers, quoted)


def _duty(content: Token, doers: Sequence[Token], quoted: bool) -> Meaning | None:
    """ "must leave" asks, save where the speaker says it of itself."""
    for clause in _main_clauses(content):
        if any(a in _DUTY for a in syntax.modals(clause)) and not any(t.lower_ in _FIRST for t in syntax.own_subjects(clause)):
            if same_doer(clause, doers, quoted) and not syntax.is_passive(clause) and syntax.own_subjects(clause):
                continue
            return Meaning("REQUEST", "duty in what is said", clause)
    return None


def _main_clauses(content: Token) -> list[Token]:
    inner = [c for c in content.children if c.dep_ in {"conj", "ccomp"} and c.pos_ in {"VERB", "AUX"}]
    return [content, *inner, *(c for i in inner for c in i.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"})]


def _reproach(content: Token, reporting: Reporting) -> Meaning | None:
    """ "It is a violation of ...": what something is called."""
    for clause in _main_clauses(content):
        if clause.lemma_ == "be" and not syntax.negated(clause):
            told = [c for c in clause.children if c.dep_ in {"attr", "acomp"}]
            if any(t.lemma_.lower() in reporting.accusing_nouns for c in told for t in (c, *c.lefts, *syntax.obliques(c).get("of", []))):
                return Meaning("ACCUSE", "what is said is a reproach", clause)
    return None


def _refusal(content: Token, doers: Sequence[Token], quoted: bool) -> Meaning | None:
    personal = any(t.lower_ in _FIRST | _SELF for t in syntax.subjects(content))
    own = personal and same_doer(content, doers, quoted)
    if own and syntax.negated(content) and any(a in _WILL or a == "would" for a in syntax.modals(content)):
        return Meaning("REJECT", "refusal in what is said", content)
    return None


def same_doer(content: Token, doers: Sequence[Token], quoted: bool = False) -> bool:
    """Whether the clause speaks of the speaker's own deeds."""
    inner = syntax.subjects(content)
    if quoted:
        over = next((a for a in syntax.ancestors(content) if a.pos_ in {"VERB", "AUX"} and syntax.own_subjects(a)), None)
        inner = inner or (syntax.own_subjects(over) if over is not None else [])
        return any(t.lower_ in _FIRST or any(c.lower_ in {"our", "my"} for c in t.lefts) for t in inner)
    own = any(t.lower_ in _SELF or any(c.lower_ in _OWN for c in t.lefts) for t in inner)
    return not inner or own or bool({t.i for t in inner} & {t.i for t in doers})


def _cues(content: Token, reporting: Reporting, doers: Sequence[Token], quoted: bool) -> list[tuple[Cue, Token]]:
    """Cues in the clause, the first act of the vocabulary first."""
    tokens = [t for t in content.subtree if not t.is_space]
    found = []
    for index, token in enumerate(tokens):
        for cue in (c for key in _forms(token) for c in reporting.cues.get(key, ())):
            if _runs(tokens[index:], cue.words) and _in_force(cue, token, content):
                clause = syntax.clause_verb(token.head if token.dep_ in {"aux", "auxpass", "neg"} else token)
                own = same_doer(clause, doers, quoted)
                if own if cue.own else not (cue.act == "REQUEST" and own and cue.words[0] in _MUST):
                    found.append((cue, token))
    return sorted(found, key=lambda hit: (hit[0].rank, hit[1].i))


def _forms(token: Token) -> set[str]:
    """What a cue may have for the token; reported speech has "would" for "will"."""
    future = {"will"} if token.lower_ in _FUTURE else set()
    return {token.lower_, token.lemma_.lower()} | future


def _in_force(cue: Cue, token: Token, content: Token) -> bool:
    """Whether the words stand in the main line of what is said, and are not denied."""
    at = syntax.clause_verb(token)
    if syntax.negated(at) and cue.act != "REJECT" and not {"not", "no", "never"} & set(cue.words):
        return False
    for above in (token, *syntax.ancestors(token)):
        if above == content:
            return True
        if above.dep_ == "relcl" or (above.dep_ in {"acl", "advcl"} and above.tag_ not in {"VBG", "VB"}):
            return False
    return True


def _runs(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    """Whether the words follow each other with few others between."""
    if len(words) == 1:
        return tokens[0].dep_ not in {"compound", "amod"}
    at = 0
    for word in words:
        while at < len(tokens) and word not in _forms(tokens[at]):
            if at == 0 or tokens[at].pos_ not in _PASSING:
                return False
            at += 1
        if at == len(tokens):
            return False
        at += 1
    return True
