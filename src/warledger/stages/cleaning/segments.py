"""The stretches of words of an HTML page between its block elements and line breaks, each with where in the page it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from warledger.records.layout import Layout
from warledger.stages.cleaning.units import folded

#: Elements that end a stretch of words.
_BLOCKS = frozenset(
    "address article aside blockquote body br button center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "  # noqa: SIM905
    "header hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul".split()
)
#: Elements whose words nobody reads as text.
_HIDDEN = frozenset("script style noscript template svg head title select textarea iframe object".split())  # noqa: SIM905
#: Elements that never hold an article's own text.
_APART = frozenset("nav footer aside form button menu dialog".split())  # noqa: SIM905
#: Code points of an element's class and id that are looked at.
_LONGEST_NAME = 200
_TOKENS = re.compile(r"[a-z]+")
#: A name of an element: in pages of applications it says what it holds.
_CUSTOM = re.compile(r"[a-z]+(?:-[a-z\d]+)+")


class Segment(msgspec.Struct, frozen=True):
    """`words` with single blanks; `linked` is the share of them in links to other pages, 0 to 1; `place` is the block they stand in."""

    words: str
    linked: float
    place: Place


class Place(msgspec.Struct, frozen=True, eq=False):
    """A block element of a page. `shape` names it and the two around it by tag and class; `caption` says that markup calls its words those
    under a picture, `apart` that markup sets it apart from the article (in both cases it, or an element around it up to `parent`)."""

    parent: Place | None = None
    shape: tuple[str, ...] = ()
    tag: str = ""
    caption: bool = False
    apart: bool = False

    def around(self) -> Iterator[Place]:
        """The place itself, and those it stands in, from the inside."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent


def segments(root: Any, layout: Layout) -> Iterator[Segment]:
    """The segments under an lxml element, in the page's order; none is empty."""
    yield from _Walk(layout).under(root)


class _Walk:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.parts: list[tuple[str, bool]] = []

    def under(self, root: Any) -> Iterator[Segment]:
        """The segments, by a walk that keeps its own stack: pages may be nested deep."""
        stack: list[tuple[Any, Place, bool, bool]] = [(root, Place(), False, False)]
        while stack:
            element, place, linked, leaving = stack.pop()
            if leaving:
                if element.tag in _BLOCKS or _is_custom(element.tag):
                    yield from self._flush(place)
                # What stands behind an element belongs to the one around it.
                self.parts.append((element.tail or "", linked))
                continue
            if not isinstance(element.tag, str) or element.tag in _HIDDEN or _is_hidden(element):
                self.parts.append((element.tail or "", linked))
                continue
            inner = place
            if element.tag in _BLOCKS or _is_custom(element.tag):
                yield from self._flush(place)
                inner = self._inside(element, place)
            within = linked or (element.tag == "a" and not (element.get("href") or "#").startswith("#"))
            self.parts.append((element.text or "", within))
            stack.append((element, inner, linked, True))
            stack.extend((child, inner, within, False) for child in reversed(element))
        yield from self._flush(Place())

    def _inside(self, element: Any, place: Place) -> Place:
        classes, own = element.get("class") or "", element.get("id") or ""
        named = " ".join((element.tag if _is_custom(element.tag) else "", classes, own))[:_LONGEST_NAME]
        names = f" {' '.join(_TOKENS.findall(named.lower()))} "
        return Place(
            parent=place,
            shape=(*place.shape[-2:], f"{element.tag} {classes[:_LONGEST_NAME]}"),
            tag=element.tag,
            caption=element.tag == "figcaption" or self.layout.markup_caption.search(names) is not None,
            apart=element.tag in _APART or self.layout.markup_apart.search(names) is not None,
        )

    def _flush(self, place: Place) -> Iterator[Segment]:
        words = folded("".join(part for part, _ in self.parts))
        linked = sum(len("".join(part.split())) for part, inside in self.parts if inside)
        self.parts = []
        if words:
            share = linked / max(1, len(words.replace(" ", "")))
            yield Segment(words, share, place)


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "")[:_LONGEST_NAME].replace(" ", "").lower()
    return (
        element.get("hidden") is not None or element.get("aria-hidden") == "true" or "display:none" in style or "visibility:hidden" in style
    )


def _is_custom(tag: str) -> bool:
    return _CUSTOM.fullmatch(tag) is not None
