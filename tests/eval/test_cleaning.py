"""The made pages: what is said of their words is so, and the scores tell a whole article from half of one or too much."""

from __future__ import annotations

import html
import re

import pytest

from eval.cleaning.pages import HELD_OUT, WORKED_ON, Page, pages
from eval.cleaning.scoring import kept_out, plain, score
from eval.cleaning.sheet import Part

PAGES = pages()


def test_there_are_pages_enough_and_a_third_is_held_out() -> None:
    assert sum(not page.plain for page in PAGES) >= 40 and sum(page.plain for page in PAGES) >= 20
    assert len({page.name for page in PAGES}) == len(PAGES)
    assert 3 * len(HELD_OUT) >= len(WORKED_ON) + len(HELD_OUT)


def test_pages_are_the_same_each_time() -> None:
    assert pages() == PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_piece_stands_in_its_page(page: Page) -> None:
    seen = plain(page.source if page.plain else html.unescape(re.sub(r"<[^>]*>", "", page.source)))
    assert all(plain(piece.words).replace(" ", "") in seen.replace(" ", "") for piece in page.pieces)
    assert (page.words_of(Part.BODY) and page.words_of(Part.CLUTTER)) or page.shape == "typed"


def test_a_whole_article_scores_one_and_titles_cost_nothing() -> None:
    for page in PAGES:
        assert score(page, "\n".join(page.words_of(Part.BODY))).f1 == 1
        assert score(page, "\n".join(page.words_of(Part.BODY, Part.BESIDE))).f1 == 1


def test_what_is_missing_costs_recall_and_what_is_too_much_precision() -> None:
    page = next(page for page in PAGES if page.shape == "copied")
    body = page.words_of(Part.BODY)
    half = score(page, "\n".join(body[: len(body) // 2]))
    assert half.precision == 1 and half.recall < 0.7
    whole = score(page, page.source)
    assert whole.recall == 1 and whole.precision < 0.9
    assert score(page, "").f1 == 0


def test_pieces_kept_out_are_counted() -> None:
    page = next(page for page in PAGES if page.shape == "copied")
    assert kept_out(page, page.source, Part.CAPTION) == (0, 1)
    assert kept_out(page, "\n".join(page.words_of(Part.BODY)), Part.CAPTION) == (1, 1)
