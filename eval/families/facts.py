"""One wire story on two sites, and what the copy adds that is no report."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from eval.cleaning.reading import document_of
from eval.data import Row, rows, texts
from eval.result import Result
from eval.workshop import Workshop, warledger
from warledger.pipeline.vocabulary import WordLists
from warledger.records.document import BlockKind, Document
from warledger.stages.families.find import find_families

CASES = ("gold/news-extra.json",)
_JOINING = {"reprint", "rewrite", "version", "excerpt"}


def known_pair(workshop: Workshop) -> Result:
    """The share of the facts known about the syndicated pair that come out right."""
    extra = json.loads((workshop.gold / "news-extra.json").read_text(encoding="utf-8"))
    known, documents = extra["syndication"], texts(workshop.seeds_folder)
    told = [json.loads(line) for line in warledger("diff", workshop.seeds.folder, *known["family"], "--json").splitlines()]
    facts = check(known, workshop.seeds.families, rows(workshop.seeds.records), documents)
    facts |= marked(known, document_of(known["family"][1] + ".txt", documents[known["family"][1]]))
    facts |= differences(extra, told)
    report = tuple(f"{'right' if right else 'WRONG'}  {what}" for what, right in facts.items())
    return Result("families", {"families.facts": sum(facts.values()) / len(facts)}, report, CASES)


def differences(extra: Row, told: Sequence[Row]) -> dict[str, bool]:
    """Whether `diff` lists every known difference of wording, each as often as it stands, and every insertion."""
    listed = Counter((_bare(row["old"]), _bare(row["new"])) for row in told)
    wanted = Counter((_bare(one), _bare(other)) for one, other in extra["wording_differences"])
    added = " ".join(" ".join(row["new"].split()) for row in told)
    return {
        "every difference of wording is listed, as often as it stands": wanted <= listed,
        "every insertion is listed": all(" ".join(words.split()) in added for words in extra["insertions_ctv"]),
    }


def _bare(words: str) -> str:
    """Without the marks and quotes around and in it, which are differences of their own."""
    return words.replace("’", "'").strip(' .,;:"“”')


def marked(known: Row, document: Document) -> dict[str, bool]:
    """What cleaning and the notices' grammar make of the copy."""
    text = document.text
    kinds = {block.span.of(text).strip(): block.kind for block in document.blocks}
    at = {block.span.start: block.kind for block in document.blocks}
    end = text.index(known["article_end_ctv"]) + len(known["article_end_ctv"])
    behind = [block.kind for block in document.blocks if block.span.start >= end]
    notice, right = known["correction"], find_families([document], WordLists.packaged().families(())).corrections
    return {
        "the credit line is known as one": kinds.get(known["credit_line"]) is BlockKind.CREDIT,
        "the notice of correction is known as one": kinds.get(notice["quote"]) is BlockKind.NOTICE,
        "the notice says what was wrong and what is right": [(c.words, c.wrong, c.right) for c in right]
        == [(notice["quote"], notice["wrong"], notice["right"])],
        "the article ends where it does": not {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM} & {*behind},
        "furniture begins where it does": min(s for s, kind in at.items() if kind is BlockKind.CLUTTER)
        == text.index(known["boilerplate_start_ctv"]),
    }


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
