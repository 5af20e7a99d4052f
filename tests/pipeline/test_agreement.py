"""Who agrees with whom: the last word of each person counts, and what was taken back does not."""

from __future__ import annotations

from warledger.base.spans import Span
from warledger.pipeline.agreement import agreement_of
from warledger.records.claim import Claim, Statement
from warledger.records.decision import Anchor, Decision, Verdict

CLAIMS = tuple(Claim(f"r-{n}", "d-1", Span(10 * n, 10 * n + 9), "q" * 9, Statement("mayor")) for n in range(4))


def decided(who: str, record: int, verdict: Verdict, at: int = 1) -> Decision:
    claim = CLAIMS[record]
    return Decision(claim.id, verdict, who, f"2031-05-{at:02}T00:00:00Z", anchor=Anchor("d-1", "statement", claim.span, claim.quote))


def test_only_records_that_two_have_judged_count() -> None:
    made = [decided("ann", 0, Verdict.ACCEPT), decided("bob", 0, Verdict.ACCEPT), decided("ann", 1, Verdict.REJECT)]
    found = agreement_of(made, CLAIMS)
    assert found.records == 1 and [(p.both, p.same, p.kappa) for p in found.pairs] == [(1, 1, None)] and found.differing == ()


def test_the_last_word_of_a_person_counts_and_an_undone_or_reset_one_does_not() -> None:
    changed = [decided("ann", 0, Verdict.ACCEPT), decided("bob", 0, Verdict.REJECT), decided("ann", 0, Verdict.REJECT, 2)]
    assert agreement_of(changed, CLAIMS).differing == ()
    undo = Decision(changed[2].id, Verdict.UNDO, "ann", "2031-05-03T00:00:00Z")
    assert agreement_of([*changed, undo], CLAIMS).differing[0].judged == {"ann": "accept", "bob": "reject"}
    assert agreement_of([*changed, decided("bob", 0, Verdict.RESET, 4)], CLAIMS).records == 0


def test_an_edit_is_a_judgement_until_a_verdict_follows() -> None:
    made = [decided("ann", 0, Verdict.EDIT), decided("bob", 0, Verdict.ACCEPT)]
    assert agreement_of(made, CLAIMS).differing[0].judged == {"ann": "edit", "bob": "accept"}
    assert agreement_of([*made, decided("ann", 0, Verdict.ACCEPT, 2)], CLAIMS).differing == ()


def test_a_decision_finds_its_record_again_after_a_new_reading() -> None:
    made = [decided("ann", 0, Verdict.ACCEPT), decided("bob", 0, Verdict.REJECT)]
    read_anew = [Claim("r-9", "d-1", Span(0, 8), "q" * 8, Statement("mayor"))]
    assert agreement_of(made, read_anew).differing[0].record == "r-9"
    assert agreement_of(made, ()).records == 0


def test_three_reviewers_make_three_pairs_and_one_alpha() -> None:
    verdicts = (Verdict.ACCEPT, Verdict.REJECT, Verdict.ACCEPT)
    made = [decided(who, n, v) for who in ("ann", "bob", "cy") for n, v in enumerate(verdicts)]
    found = agreement_of(made, CLAIMS)
    assert [(p.a, p.b, p.kappa) for p in found.pairs] == [("ann", "bob", 1.0), ("ann", "cy", 1.0), ("bob", "cy", 1.0)]
    assert found.alpha == 1.0
