"""The word lists, loaded and parsed: the packaged ones, with a monitor's own laid over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import msgspec

from warledger.base.errors import UsageError
from warledger.records import quantity_words, time_words
from warledger.records.confidence_words import parse_confidence
from warledger.records.control_words import ControlWords, parse_control_words
from warledger.records.dispute_words import DisputeWords, parse_dispute_words
from warledger.records.family_words import FamilyWords, parse_family_words
from warledger.records.gate_words import parse_gate_words
from warledger.records.happening_words import HappeningWords, parse_happening_words
from warledger.records.known_sources import parse_known_sources
from warledger.records.layout import Layout, parse_layout
from warledger.records.place_words import LinkingWords, WorldNames, parse_actor_words, parse_place_words, parse_world_names
from warledger.records.series_words import SeriesWords, parse_series_words
from warledger.records.side_words import SideWords, parse_side_words
from warledger.records.source import Source
from warledger.records.vocab import Vocabulary, parse_demonyms, parse_frames, parse_modality, parse_nations, parse_nouns, parse_reporting
from warledger.stages.claims.story import Words

T = TypeVar("T")


@dataclass(frozen=True)
class WordLists:
    """The files of `records/vocab`, each parsed when it is first asked for; `own` are the texts in the folder `home` laid over them.

    A list that cannot be parsed raises `UsageError` with the file and the entry.
    """

    folder: Traversable
    own: Mapping[str, str] = field(default_factory=dict)
    home: Path | None = None

    @classmethod
    def packaged(cls, own: Mapping[str, str] | None = None, home: Path | None = None) -> WordLists:
        """Those that come with Warledger, with a monitor's own over them."""
        return cls(files("warledger.records") / "vocab", own or {}, home)

    def text(self, name: str) -> str:
        """The text of one file."""
        return (self.folder / name).read_text(encoding="utf-8")

    def _parsed(self, name: str, parse: Callable[..., T]) -> T:
        own = self.own.get(name)
        if own is None:
            return parse(self.text(name))
        try:
            return parse(self.text(name), own)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            place = self.home / name if self.home else name
            raise UsageError(f"{place}: {error}", mend="Mend that entry; `warledger lint DIR` checks all of the monitor's lists") from error

    @cached_property
    def claims(self) -> Vocabulary:
        """What the claim reader knows about words."""
        return Vocabulary(
            frames=self._parsed("frames.toml", parse_frames),
            nouns=self._parsed("nouns.toml", parse_nouns),
            reporting=self._parsed("reporting.toml", parse_reporting),
            modality=self._parsed("modality.toml", parse_modality),
            demonyms=self._parsed("demonyms.toml", parse_demonyms),
            gate=self._parsed("gate.toml", parse_gate_words),
            confidence=self._parsed("confidence.toml", parse_confidence),
        )

    @cached_property
    def grammars(self) -> Words:
        """The words of dates and amounts."""
        return Words(self._parsed("times.toml", time_words.parse), self._parsed("quantities.toml", quantity_words.parse))

    @cached_property
    def layout(self) -> Layout:
        """How pages and texts are laid out."""
        return parse_layout(self.text("layout.toml"))

    @cached_property
    def linking(self) -> LinkingWords:
        """How places and actors are called."""
        from warledger.pipeline.nations import nations

        nouns = self.claims.nouns
        kinds = nouns.armed | nouns.political | nouns.civilian | nouns.crowd | nouns.people_before
        actors = self._parsed("linking.toml", parse_actor_words)
        actors = msgspec.structs.replace(actors, nations=nations(self.nations, self.world), kinds=kinds)
        demonyms = self._parsed("demonyms.toml", parse_demonyms)
        places = msgspec.structs.replace(parse_place_words(self.text("places.toml")), demonyms=demonyms)
        return LinkingWords(places, actors)

    @cached_property
    def nations(self) -> dict[str, str]:
        """Adjectives of nations -> the nation."""
        return self._parsed("demonyms.toml", parse_nations)

    @cached_property
    def world(self) -> WorldNames:
        """Countries, waters and regions beside the gazetteer's."""
        return parse_world_names(self.text("places.toml"))

    @cached_property
    def sides(self) -> SideWords:
        """What a name says of its side."""
        return self._parsed("sides.toml", parse_side_words)

    @cached_property
    def happenings(self) -> HappeningWords:
        """What tells that claims are about one happening."""
        return parse_happening_words(self.text("happenings.toml"), nations=self.linking.actors.nations)

    @cached_property
    def series(self) -> SeriesWords:
        """How agreements hang together and positions show over time."""
        return self._parsed("series.toml", parse_series_words)

    @cached_property
    def disputes(self) -> DisputeWords:
        """How two reports of one thing differ."""
        return self._parsed("disputes.toml", parse_dispute_words)

    @cached_property
    def control(self) -> ControlWords:
        """What a town's parts are called."""
        return self._parsed("control.toml", parse_control_words)

    @cached_property
    def known_sources(self) -> tuple[Source, ...]:
        """Agencies, monitors and state media that reports of many wars cite."""
        return parse_known_sources(self.text("sources.toml"))

    def families(self, sources: tuple[Source, ...]) -> FamilyWords:
        """What the family stage knows, with the agencies a monitor lists."""
        agencies = {s.name: s.aliases for s in (*self.known_sources, *sources) if s.kind == "agency"}
        return parse_family_words(self.text("families.toml"), agencies)
