"""The public profile: what becomes of each value of each resource before it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from warledger.pipeline.publishing.masking import MASK, Masked, Masker
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.resources.links import href

#: Characters of a record's words that may be given.
LONGEST = 300
#: Values that are codes of ours, addresses or dates, and no one's words.
_CODES = frozenset(
    [
        "id",
        "href",
        "event",
        "record",
        "permanent",
        "type",
        "types",
        "kind",
        "kinds",
        "status",
        "modality",
        "modalities",
        "precision",
        "basis",
        "format",
        "language",
        "genre",
        "measure",
        "reason",
        "meaning",
        "frame",
        "field",
        "profile",
        "api",
        "version",
        "state",
        "metric",
        "start",
        "end",
        "day",
        "known",
        "published",
        "on",
        "change",
    ]
)
_ADDRESS = re.compile(r"(?:[a-z]+/)+[\w.-]+|[a-z]-[0-9a-f]{16}|\d{4}-\d{2}-\d{2}")
#: Ids that are made of a name or of exact coordinates, from which both could be guessed.
_GUESSABLE = re.compile(r"\b[aspt]-[0-9a-f]{16}\b")
_PLACE_KEYS = {"id", "href", "name", "lat", "lon", "where_prec"}
_ACTOR_KEYS = {"name", "id", "href"}
_PAGE_KEYS = {"items", "total", "next"}
_PASSAGE_KEYS = {"document", "start", "end"}


@dataclass
class PublicEdition:
    """What may be shown of one record. `decimals` of degrees are kept of coordinates."""

    catalogue: Catalogue
    masker: Masker
    decimals: int
    counts: Counter[str] = field(default_factory=Counter)
    _texts: dict[str, Masked] = field(default_factory=dict)
    _ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        view = self.catalogue.view
        self._hidden = {href(kind, i) for kind, i, name in self._named_things() if self._hides(name)}
        reprints = {s.name for s in view.monitor.sources if s.may_reprint}
        self._free = {w.document for w in view.state.witnesses.values() if w.publisher in reprints}
        names = [(w.doc, w.document) for w in view.state.witnesses.values()] + [(d.name, d.id) for d in view.documents]
        self._files = {n: f"document {i[2:8]}" for n, i in names if not self.masker.is_safe_slug(n)}
        self.counts["files"] = len({i for n, i in names if n in self._files})
        links = {w.url for w in view.state.witnesses.values() if w.url}
        self._links = {url: other for url in links if (other := self._link(url)) != url}
        self.counts["links"] = len(self._links)
        replaced = {**self._files, **{url: other or "[link withheld]" for url, other in self._links.items()}}
        self._replaced = replaced
        longest = sorted(replaced, key=len, reverse=True)
        self._literal = re.compile("|".join(map(re.escape, longest))) if longest else None

    def is_shown(self, address: str) -> bool:
        """Whether the resource is published at all."""
        return address not in self._hidden and not address.startswith("diff/")

    def shown(self, value: Any) -> Any:
        """The value as it may be shown."""
        if isinstance(value, dict):
            return self._object(value)
        if isinstance(value, list | tuple):
            return [self.shown(part) for part in value]
        return self._text(value) if isinstance(value, str) else value

    def rename(self, text: str) -> str:
        """The text with ids that could be guessed from a name replaced by ones that cannot."""
        return _GUESSABLE.sub(lambda m: self._ids.setdefault(m[0], f"{m[0][:2]}{len(self._ids) + 1:016x}"), text)

    def _named_things(self) -> Iterator[tuple[str, str, str]]:
        """(kind, id, name) of the resources that are about something with a name."""
        c = self.catalogue
        yield from (("actor", a.id, a.name) for a in c.actors.values())
        yield from (("source", s.id, s.name) for s in c.sources.values())
        yield from (("place", p.id, p.names[0]) for p in c.places.values())

    def _page(self, page: Mapping[str, Any]) -> dict[str, Any]:
        """A shard of a list without the rows of what is not published; `total` counts those that are."""
        rows = [row for row in page["items"] if _about(row) not in self._hidden]
        kind = next((_about(row).partition("/")[0] for row in page["items"]), "")
        hidden = sum(address.startswith(f"{kind}/") for address in self._hidden) if kind in ("actor", "source", "place") else 0
        return {"items": self.shown(rows), "total": page["total"] - hidden, "next": page["next"]}

    def _object(self, value: Mapping[str, Any]) -> Any:
        keys = value.keys()
        if keys == _PLACE_KEYS and self._hides(value["name"]):
            return None
        if keys == _ACTOR_KEYS and self._hides(value["name"]):
            return {"name": MASK, "id": None, "href": None}
        if keys == _PAGE_KEYS:
            return self._page(value)
        if keys == _PASSAGE_KEYS:
            text = self._masked(value["document"]["id"])
            value = {**value, "start": text.at(value["start"]), "end": text.at(value["end"])}
        elif "passage" in keys:
            value = self._card(value)
        elif "marks" in keys:
            value = self._document(value)
        return {self._key(name): self._field(name, part) for name, part in value.items()}

    def _key(self, name: str) -> str:
        """Names of fields stand; other keys of objects may be anything."""
        return name if re.fullmatch(r"[a-z0-9_]+", name) else self._text(name)

    def _field(self, name: str, part: Any) -> Any:
        if name in ("lat", "lon", "coordinates"):
            return self._coarse(part)
        if name in ("explanation", "diff") or (name in ("source", "href") and part in self._hidden):
            return None
        if name == "places" and isinstance(part, list | tuple):
            return [shown for row in part if not _homeless(shown := self.shown(row))]
        if name == "unread":
            return [self._input(row) for row in part] if isinstance(part, list | tuple) else part
        if name in ("quote", "words", "wrong", "right") and isinstance(part, str):
            return self._short(self._text(part))
        if name in _CODES and isinstance(part, str):
            return part
        if name in ("url", "file", "doc", "key"):
            return self._slug(name, part)
        return self.shown(part)

    def _input(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """An input that was not read: its name may be anybody's, and so may what is said of it."""
        named = row["name"] if self.masker.is_safe_slug(row["name"]) else "an input"
        kept = {name: row[name] for name in ("reason", "severity") if name in row}
        told = {name: "" for name in ("detail", "why") if name in row}
        return {"name": named, **kept, **told}

    def _coarse(self, part: Any) -> Any:
        if isinstance(part, list | tuple):
            return [self._coarse(p) for p in part]
        return round(part, self.decimals) if isinstance(part, int | float) else part

    def _slug(self, name: str, part: Any) -> Any:
        if not isinstance(part, str):
            return part
        if name == "key":
            return part if part.startswith("geonames:") else ""
        return self._links.get(part, part) if name == "url" else self._files.get(part, part)

    def _link(self, url: str) -> str | None:
        """The link, without its path where that may name somebody; `None` for what is no link to a site."""
        address = urlsplit(url)
        if address.scheme not in ("http", "https") or "@" in address.netloc or not self.masker.is_safe_slug(address.netloc):
            return None
        if self.masker.is_safe_slug(address.path) and not address.query and not address.fragment:
            return url
        return f"{address.scheme}://{address.netloc}/"

    def _text(self, text: str) -> str:
        if _ADDRESS.fullmatch(text):
            return text
        if self._literal is not None:
            text = self._literal.sub(lambda m: self._replaced[m[0]], text)
        return self.masker.mask(text)

    def _short(self, text: str) -> str:
        if len(text) <= LONGEST:
            return text
        self.counts["quotes"] += 1
        return text[: LONGEST - 3].rsplit(" ", 1)[0] + "..."

    def _card(self, card: Mapping[str, Any]) -> dict[str, Any]:
        """A record's card: its words as the whole text has them masked, its paragraph only where the text may be reprinted."""
        document = card["document"]["id"]
        text = self._masked(document)
        start, end, passage = text.at(card["start"]), text.at(card["end"]), card["passage"]
        free = document in self._free
        if not (free and passage):
            return {**card, "quote": text.text[start:end], "passage": None}
        first, last = text.at(passage["start"]), text.at(passage["end"])
        around = {**passage, "start": first, "end": last, "text": text.text[first:last]}
        return {**card, "quote": text.text[start:end], "start": start, "end": end, "passage": around}

    def _document(self, value: Mapping[str, Any]) -> dict[str, Any]:
        document = value["row"]["document"]["id"]
        if document not in self._free:
            self.counts["texts"] += 1
            return {**value, "text": None, "blocks": []}
        text = self._masked(document)

        def moved(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
            return [{**row, "start": text.at(row["start"]), "end": text.at(row["end"])} for row in rows]

        lists = {name: moved(value[name]) for name in ("blocks", "marks", "skipped", "corrections")}
        return {**value, "text": text.text, **lists}

    def _masked(self, document: str) -> Masked:
        if document not in self._texts:
            self._texts[document] = self.masker.masked(self.catalogue.documents[document].text)
        return self._texts[document]

    def _hides(self, name: str) -> bool:
        return MASK in self.masker.mask(name)


def _homeless(row: Any) -> bool:
    """Whether it is a place that is not named, or a row about one: it says nothing without."""
    return row is None or (isinstance(row, dict) and "place" in row and row["place"] is None)


def _about(row: Mapping[str, Any]) -> str:
    """The address of what a row of a list is about: its own, or that of its place."""
    place = row.get("place")
    return str(row.get("href") or (place["href"] if "key" in row and place else ""))
