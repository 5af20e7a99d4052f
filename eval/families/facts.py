"""One wire story on two sites, and what the copy adds that is no report."""

from __future__ import annotations

import json
from collections.abc import Sequence

from eval.data import Row, rows, texts
from eval.result import Result
from eval.workshop import Workshop

CASES = ("gold/news-extra.json",)
_JOINING = {"reprint", "rewrite", "version", "excerpt"}


def known_pair(workshop: Workshop) -> Result:
    """The share of the facts known about the syndicated pair that come out right."""
    known = json.loads((workshop.gold / "news-extra.json").read_text(encoding="utf-8"))["syndication"]
    facts = check(known, workshop.seeds.families, rows(workshop.seeds.records), texts(workshop.seeds_folder))
    report = tuple(f"{'right' if right else 'WRONG'}  {what}" for what, right in facts.items())
    return Result("families", {"families.facts": sum(facts.values()) / len(facts)}, report, CASES)


def check(known: Row, families: Sequence[Row], records: Sequence[Row], documents: dict[str, str]) -> dict[str, bool]:
    """Each fact in words, and whether it came out right. The first document of the known family is the origin."""
    origin, copy = known["family"]
    own: Row = next((f for f in families if copy in f["members"]), {"members": [], "origin": None, "edges": []})
    edges = [(e["from"], e["to"]) for e in own["edges"] if e["type"] in _JOINING]
    text = documents[copy]
    end = text.index(known["article_end_ctv"]) + len(known["article_end_ctv"])
    clutter = text.index(known["boilerplate_start_ctv"])
    starts = [r["start"] for r in records if r["doc"] == copy]
    return {
        "the two copies are one family, and nothing else is in it": set(own["members"]) == {origin, copy},
        "no other family among the five": len(families) == 1,
        "the agency's text is the origin": own["origin"] == origin,
        "the copy points to what it came from": edges == [(copy, origin)],
        "the copy's article is read": any(at < end for at in starts),
        "no record that counts comes from the site's own furniture": not any(at >= clutter for at in starts),
    }
