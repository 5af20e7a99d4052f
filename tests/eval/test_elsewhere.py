"""The pile about something else is the same everywhere, and as large as it says."""

from __future__ import annotations

from itertools import islice

from eval.elsewhere import articles, pile


def test_the_same_seed_gives_the_same_articles() -> None:
    first, again, other = (list(islice(articles(seed), 20)) for seed in (1, 1, 2))
    assert first == again != other
    assert len({row["id"] for row in first}) == 20
    assert not any("{" in row["text"] for row in first)


def test_nine_words_of_ten_are_about_something_else() -> None:
    war = [{"id": f"war-{n}", "text": "Rebels shelled Orsk Ford on Monday. " * 100} for n in range(3)]
    mixed = pile(war)
    words = {row["id"]: len(row["text"].split()) for row in mixed}
    ours = sum(words[row["id"]] for row in war)
    assert 0.85 < 1 - ours / sum(words.values()) < 0.95
    assert [row["id"] for row in mixed if row["id"].startswith("war")] == ["war-0", "war-1", "war-2"]
