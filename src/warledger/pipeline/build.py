"""The composition root: loads models, word lists and the gazetteer, each when first needed, and hands them to the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from importlib import metadata
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from msgspec import structs

from warledger import __version__
from warledger.base.errors import UsageError
from warledger.base.ids import digest
from warledger.intake.collect import collect
from warledger.intake.limits import Limits
from warledger.pipeline.assemble import StateTools
from warledger.pipeline.fingerprints import READING, STATE, code_fingerprint
from warledger.pipeline.monitor import Monitor
from warledger.pipeline.own_words import words_mark
from warledger.pipeline.read import Reading, ReadingTools
from warledger.records.document import Document, RawDocument
from warledger.records.reason import Problem

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from warledger.intake.gazetteers.index import Index
    from warledger.intake.gazetteers.load import LayeredGazetteer
    from warledger.pipeline.vocabulary import WordLists
    from warledger.stages.claims.reader import ClaimReader, Model


class Toolkit:
    """Everything a monitor's runs and questions work with. Nothing is loaded before it is used; what is loaded is kept.

    `announce` is told before a slow step.
    """

    def __init__(self, monitor: Monitor, *, announce: Callable[[str], None] = lambda _: None) -> None:
        self._monitor = monitor
        self._announce = announce

    @property
    def state_version(self) -> str:
        """What the state depends on beside the ledger and the monitor's files."""
        return f"{__version__} {code_fingerprint(STATE)}"

    @cached_property
    def maker(self) -> str:
        """Who reads: version, code and word lists, model, the monitor's own places and words: all that changes what is read from a text."""
        settings = self._monitor.settings
        model = settings.model if settings.gate else f"{settings.model} ungated"
        brought = "".join(digest(path.read_bytes()) for path in self._monitor.place_lists)
        places = digest((self._supplement + brought).encode())[:8] if (self._supplement + brought).strip() else "none"
        words = words_mark(self._monitor.words)
        made = f"warledger {__version__} code {code_fingerprint(READING)} {model} {_installed(settings.model)} places {places}"
        return f"{made} words {words}" if words else made

    def reading_tools(self) -> ReadingTools:
        """What a run of `read` works with."""
        settings = self._monitor.settings
        limits = Limits(settings.max_document, settings.max_container, settings.max_unpacked)

        def collected(paths: Sequence[Path]) -> Iterator[RawDocument | Problem]:
            return collect(paths, monitor=self._monitor.folder, limits=limits, fields=self._monitor.articles)

        def readings(documents: Sequence[Document]) -> Iterable[Reading]:
            return self.reader.read(documents)

        return ReadingTools(collected, self._clean, readings, self.maker, settings.batch, self._monitor.folder)

    def state_tools(self) -> StateTools:
        """What assembling the state works with."""
        from warledger.stages.control.parties import make_parties
        from warledger.stages.control.spells import control_of
        from warledger.stages.events.cluster import cluster
        from warledger.stages.events.disputes import Lexicon, find_disputes
        from warledger.stages.events.facets import facets_of
        from warledger.stages.families.find import find_families
        from warledger.stages.linking.link import link

        monitor, words = self._monitor, self.words
        lexicon = Lexicon(words.disputes, words.sides)
        family_words, parties = words.families(monitor.sources), make_parties(monitor.actors, monitor.sources, words.sides)
        return StateTools(
            find_families=lambda documents: find_families(documents, family_words),
            link=lambda claims: link(claims, self.gazetteer, monitor.actors, monitor.countries, words.linking),
            facets_of=lambda claims, links, witnesses: facets_of(claims, links, witnesses, words.sides, words.happenings),
            cluster=cluster,
            find_disputes=lambda happenings, claims, witnesses, facets: find_disputes(happenings, claims, witnesses, facets, lexicon),
            control_of=lambda claims, links, witnesses: control_of(claims, links, witnesses, parties, words.control),
        )

    @cached_property
    def words(self) -> WordLists:
        """The packaged word lists with the monitor's own over them."""
        from warledger.pipeline.vocabulary import WordLists

        return WordLists.packaged(self._monitor.words, self._monitor.vocab)

    @cached_property
    def gazetteer(self) -> LayeredGazetteer:
        """The world's places with the monitor's own before them."""
        from warledger.intake.gazetteers.load import load_gazetteer

        return load_gazetteer(
            self._cache_dir,
            self._supplement,
            self._lists,
            world=self.words.world,
            not_places=self.words.claims.demonyms,
            announce=self._announce,
        )

    @cached_property
    def place_problems(self) -> tuple[Problem, ...]:
        """Rows of the monitor's own place lists that could not be used."""
        from warledger.intake.gazetteers.places_csv import parse_places_csv

        own = parse_places_csv(self._supplement)[1] if self._supplement.strip() else ()
        return (*own, *(problem for index in self._lists for problem in index.header.problems))

    @cached_property
    def _lists(self) -> tuple[Index, ...]:
        from warledger.base.similarity import fold_name
        from warledger.intake.gazetteers.brought import open_lists
        from warledger.intake.gazetteers.library import country_codes

        files = [(path, digest(path.read_bytes())) for path in self._monitor.place_lists]
        codes = country_codes(self.words.world) if files else {}
        return open_lists(files, lambda name: codes.get(fold_name(name), ""), self._cache_dir, self._announce)

    @cached_property
    def reader(self) -> ClaimReader:
        """The claim reader with its language model."""
        return self._reader(self.words, self._parse())

    def readers_to_compare(self) -> tuple[ClaimReader, ClaimReader]:
        """A reader with the packaged words alone and one with the monitor's own over them; they share each parse."""
        from warledger.pipeline.trying import kept_parses
        from warledger.pipeline.vocabulary import WordLists

        parse = kept_parses(self._parse())
        return self._reader(WordLists.packaged(), parse), self._reader(self.words, parse)

    def _parse(self) -> Callable[[Iterable[str]], Iterator[Doc]]:
        from warledger.stages.claims.reader import spacy_parse

        return spacy_parse(load_model(self._monitor.settings.model), self.words.claims)

    def _reader(self, words: WordLists, parse: Callable[[Iterable[str]], Iterator[Doc]]) -> ClaimReader:
        from warledger.stages.claims.reader import ClaimReader

        return ClaimReader(
            parse=parse,
            vocabulary=words.claims if self._monitor.settings.gate else structs.replace(words.claims, gate=None),
            words=words.grammars,
            is_place=self.gazetteer.is_place,
            countries=self._country_names,
            maker=self.maker,
        )

    @cached_property
    def identify(self) -> Callable[[str], str]:
        """Which language a text is in (ISO 639-1)."""
        from warledger.intake.languages import identifier

        return identifier()

    def _clean(self, raw: RawDocument) -> tuple[Document | None, tuple[Problem, ...]]:
        from warledger.stages.cleaning.clean import clean

        return clean(raw, identify=self.identify, layout=self.words.layout)

    @cached_property
    def _supplement(self) -> str:
        try:
            return self._monitor.places.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{self._monitor.places}: cannot be read ({error})", mend="Save it as UTF-8 text, readable by you") from error

    @property
    def _cache_dir(self) -> Path:
        given = self._monitor.settings.cache_dir
        return Path(given) if given else Path(platformdirs.user_cache_dir("warledger", appauthor=False))

    @property
    def _country_names(self) -> frozenset[str]:
        from warledger.intake.gazetteers.library import country_codes

        words = self.words
        spelt = {name.lower() for name in words.claims.demonyms.values()}
        spelt.update(name.lower() for names in words.world.country_names.values() for name in names)
        return frozenset(spelt | set(country_codes(words.world)))


def load_model(name: str) -> Model:
    """The spaCy pipeline of that name, with the words it knows.

    Raises:
        UsageError: it is not installed.
    """
    import spacy

    from warledger.stages.claims.reader import Model

    try:
        # Entities are never asked for: names and contexts decide what is a place or an actor (see docs/decisions/0001).
        nlp = spacy.load(name, exclude=["ner"])
    except OSError as error:
        raise UsageError(
            f'the spaCy pipeline "{name}" is not installed', mend=f"Install it, or mend `model` in [settings]: pip install {name}"
        ) from error
    return Model(nlp, frozenset(nlp.vocab.strings))


def example_folder(package: Traversable) -> Traversable:
    """The example monitor: in the installed package, or in the repository's `examples` when run from a checkout.

    Raises:
        UsageError: there is none.
    """
    name = "aleppo-2024"
    for place in (package / "examples" / name, package / ".." / ".." / "examples" / name):
        if (place / "monitor.toml").is_file():
            return place
    raise UsageError("the example did not come with this installation", mend="Install Warledger again with pip")


def _installed(model: str) -> str:
    try:
        return metadata.version(model)
    except metadata.PackageNotFoundError:
        return "unknown"
