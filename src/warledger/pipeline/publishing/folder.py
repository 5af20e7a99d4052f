"""Writing a record to a folder: one JSON file a resource, the search index, and the page where it was built."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from warledger.base.errors import UsageError, WarledgerError
from warledger.base.policy import POLICY
from warledger.exports.names import actor_names, place_names
from warledger.pipeline.accuracy import Measured
from warledger.pipeline.publishing.index import Postings
from warledger.pipeline.publishing.known import known_in, may_be_named, names_of, person_kinds
from warledger.pipeline.publishing.listing import resources
from warledger.pipeline.publishing.marker import DATA, MARKER, is_published
from warledger.pipeline.publishing.masking import Masker
from warledger.pipeline.publishing.profile import Profile
from warledger.pipeline.publishing.public import PublicEdition
from warledger.pipeline.resources.about import Withheld, meta
from warledger.pipeline.resources.catalogue import Catalogue

_DECIMALS = 2


class Published(msgspec.Struct, frozen=True):
    """What was written: files, bytes, what was withheld (`None`: nothing), the most frequent of the names withheld, and whether the page is
    there. The names are for who publishes, and in no file."""

    files: int
    size: int
    withheld: Withheld | None
    names: tuple[tuple[str, int], ...]
    page: bool


def publish(
    catalogue: Catalogue, accuracy: tuple[Measured, ...], state: str, out: Path, page: Path, profile: Profile = Profile.PUBLIC
) -> Published:
    """Writes the record to the folder `out`, with the page of the folder `page` if there is one. A folder it wrote before is replaced.

    Raises:
        UsageError: the folder holds something else.
        WarledgerError: it cannot be written.
    """
    edition = _edition(catalogue) if profile is Profile.PUBLIC else None
    writer = _Writer(out)
    try:
        writer.begin()
        postings = Postings()
        for address, value in _shown(catalogue, accuracy, edition):
            writer.write(address, value, edition)
            postings.take(address, value)
        for address, words in postings.shards():
            writer.write(address, words, edition)
        writer.write("search", postings.about(), edition)
        withheld = _withheld(edition)
        about = meta(catalogue, state, accuracy, review=False, profile=profile.value)
        links = {name: name for name in about.links if name != "changes"}
        told = msgspec.to_builtins(msgspec.structs.replace(about, withheld=withheld, links=links))
        writer.write("meta", edition.shown(told) if edition else told, edition)
        paged = writer.copy_page(page)
    except OSError as error:
        raise WarledgerError(f"cannot write {out}: {error.strerror or error}", mend="Name a folder you may write to, with room") from error
    names = tuple(edition.masker.names.most_common()) if edition else ()
    return Published(writer.files, writer.size, withheld, names, paged)


def _edition(catalogue: Catalogue) -> PublicEdition:
    view = catalogue.view
    masker = Masker(known_in(view))
    kinds = person_kinds()
    for actor in view.monitor.actors:
        if not may_be_named(actor, kinds):
            for name in names_of(actor):
                masker.must_hide(name)
    for text in _told(catalogue):
        masker.learn(text)
    return PublicEdition(catalogue, masker, _DECIMALS)


def _told(catalogue: Catalogue) -> Iterator[str]:
    """Everything strangers wrote that may be shown."""
    view = catalogue.view
    for document in view.documents:
        yield document.text
        meta = document.meta
        yield from filter(None, (meta.title, meta.publisher, meta.agency))
    for claim in view.state.claims:
        yield from (*actor_names(claim), *place_names(claim))
        yield from _texts(msgspec.to_builtins(claim.content))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in ("kind", "type", "mode", "measure", "act", "status"):
                yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _shown(catalogue: Catalogue, accuracy: tuple[Measured, ...], edition: PublicEdition | None) -> Iterator[tuple[str, Any]]:
    is_shown, decimals = (edition.is_shown, edition.decimals) if edition else (lambda _: True, None)
    for address, made in resources(catalogue, accuracy, is_shown, decimals):
        if edition is None:
            yield address, msgspec.to_builtins(made)
        elif edition.is_shown(address):
            yield address, edition.shown(msgspec.to_builtins(made))


def _withheld(edition: PublicEdition | None) -> Withheld | None:
    if edition is None:
        return None
    counts = edition.counts
    return Withheld(len(edition.masker.names), counts["texts"], counts["quotes"], counts["links"], counts["files"], edition.decimals)


class _Writer:
    """Writes into a folder, and counts."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self.files = 0
        self.size = 0

    def begin(self) -> None:
        """An empty folder, or one of an earlier run emptied of what that wrote.

        Raises:
            UsageError: it holds something else.
        """
        if self._out.exists() and (not self._out.is_dir() or (any(self._out.iterdir()) and not is_published(self._out))):
            raise UsageError(f"{self._out} is there already and was not written by publish", mend="Name a new or empty folder")
        if self._out.is_dir():
            shutil.rmtree(self._out)
        self._out.mkdir(parents=True)
        (self._out / MARKER).write_text("", encoding="utf-8")

    def write(self, address: str, value: Any, edition: PublicEdition | None) -> None:
        """One resource, its address renamed as in the texts."""
        text = msgspec.json.encode(value).decode()
        if edition is not None:
            address, text = edition.rename(address), edition.rename(text)
        path = self._out / DATA / f"{address}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        self.size += path.write_bytes(text.encode())
        self.files += 1

    def copy_page(self, page: Path) -> bool:
        """The built page beside the data; it finds in its head where the data are. Whether there is one."""
        if not (page / "index.html").is_file():
            return False
        for source in sorted(page.rglob("*")):
            target = self._out / source.relative_to(page)
            if source.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
        index = self._out / "index.html"
        policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        # First of all: a policy holds for what stands after it.
        head = f'<head>{policy}<meta name="warledger-data" content="./{DATA}/">'
        index.write_text(index.read_text(encoding="utf-8").replace("<head>", head, 1), encoding="utf-8")
        return True
