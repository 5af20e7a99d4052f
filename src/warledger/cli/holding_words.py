"""Who holds a place, as lines a person reads: the answer, the rule that decided, the words it rests on, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator

from warledger.pipeline.citing import cite, says_who, short
from warledger.pipeline.limits import counted
from warledger.pipeline.view import View
from warledger.records.control import Holding, Spell

#: Records of one list that are shown, and the characters of their words.
_SHOWN = 15
_QUOTE = 300


def holding_lines(view: View, holding: Holding) -> Iterator[str]:
    """Who holds the place and why; both sides where sources disagree; what parties claim and deny; what was left aside."""
    spell = holding.assessed
    on = f" on {holding.on}" if holding.on else ""
    yield f"{holding.place}{on}: {_answer(spell)}\n"
    if holding.matched:
        yield f"  {holding.matched}\n"
    yield f"  {spell.why} [rule: {spell.rule.value}]\n"
    if spell.accounts:
        for account in spell.accounts:
            yield f"Says {account.holder} ({counted(account.sources, 'source')}):\n"
            yield from _evidence(view, account.evidence)
    else:
        yield from _evidence(view, spell.evidence)
    for claimed in holding.claimed:
        part = f" ({claimed.part})" if claimed.part else ""
        yield f"Claimed: {claimed.holder}{part}, by {claimed.by}\n"
        yield from _evidence(view, claimed.evidence)
    for denied in holding.denied:
        yield f"Denied{f' by {denied.by}' if denied.by else ''}: {denied.what}\n"
        yield from _evidence(view, denied.evidence)
    for aside in holding.aside:
        yield f"Left aside: {aside.why}\n"
        yield from _evidence(view, (aside.claim,))


def _answer(spell: Spell) -> str:
    since = f" since {spell.since}" if spell.since else ""
    status = f"{spell.status.value}{since}"
    return f"{spell.holder} ({status})" if spell.holder else status


def _evidence(view: View, ids: tuple[str, ...]) -> Iterator[str]:
    for claim in (view.by_id[i] for i in ids[:_SHOWN] if i in view.by_id):
        yield f'  "{short(claim.quote, _QUOTE)}" [{cite(view, claim)}, {says_who(view, claim)}] {claim.id}\n'
    if len(ids) > _SHOWN:
        yield f"  ... and {len(ids) - _SHOWN} more\n"
