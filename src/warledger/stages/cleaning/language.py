"""Whether a text is English. The identifier is given; how far it is believed is decided here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from warledger.base.spans import Span
from warledger.records.document import Block, BlockKind

ENGLISH = "en"
#: Texts and paragraphs with fewer letters say too little: the identifier answers, but by chance.
FEWEST_LETTERS = 40
#: Letters of a paragraph that is a long passage. Of 5,000 paragraphs of English news this long, none was taken for another language.
LONG_PASSAGE = 150
#: What is looked at of one paragraph, and how many paragraphs.
_LONGEST, _MOST = 1000, 40
#: Names of English in metadata.
_NAMES = ("en", "eng", "english")


def declared(language: str | None) -> str | None:
    """The ISO 639-1 code (or what stands for it) of a language a manifest or container names: "en-GB" and "English" are `en`."""
    if not language:
        return None
    code = language.strip().lower().replace("_", "-").partition("-")[0]
    return ENGLISH if code in _NAMES else code


def other_language(text: str, blocks: Sequence[Block], identify: Callable[[str], str]) -> str | None:
    """The language of `text` when it is not English, else `None`.

    English unless paragraphs with more than half of the letters are something else: names of people and places mislead the
    identifier over a sentence or two, hardly over most of a text.
    """
    votes: Counter[str] = Counter()
    for words in _samples(text, blocks):
        votes[identify(words)] += _letters(words)
    if not votes or 2 * votes[ENGLISH] >= votes.total():
        return None
    return max((count, code) for code, count in votes.items() if code != ENGLISH)[1]


def other_passages(text: str, blocks: Sequence[Block], identify: Callable[[str], str]) -> list[tuple[Span, str]]:
    """The long passages of an English text that are in another language, paragraphs that follow one another taken together.

    A paragraph with fewer than `LONG_PASSAGE` letters, or one mostly in capitals (a list of names, as a rule), is not judged.
    """
    found: list[tuple[Span, str]] = []
    last = -1
    for index, block in enumerate(blocks):
        words = block.span.of(text)[:_LONGEST]
        letters = _letters(words)
        if block.kind is BlockKind.CLUTTER or letters < LONG_PASSAGE or 2 * sum(map(str.isupper, words)) > letters:
            continue
        code = identify(words.lower())
        if code == ENGLISH:
            continue
        if found and found[-1][1] == code and last == index - 1:
            found[-1] = (Span(found[-1][0].start, block.span.end), code)
        else:
            found.append((block.span, code))
        last = index
    return found


def _samples(text: str, blocks: Sequence[Block]) -> list[str]:
    """Paragraphs long enough to judge; where none is, everything together if that is. Capitals are lowered: the model knows no shouting."""
    pieces = [block.span.of(text)[:_LONGEST].lower() for block in blocks if block.kind is not BlockKind.CLUTTER]
    long = [piece for piece in pieces if _letters(piece) >= FEWEST_LETTERS][:_MOST]
    if long:
        return long
    together = " ".join(pieces)[:_LONGEST]
    return [together] if _letters(together) >= FEWEST_LETTERS else []


def _letters(words: str) -> int:
    return sum(map(str.isalpha, words))
