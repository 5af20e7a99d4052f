"""The packaged word lists, loaded and parsed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from warledger.records import quantity_words, time_words
from warledger.records.family_words import FamilyWords, parse_family_words
from warledger.records.gate_words import parse_gate_words
from warledger.records.layout import Layout, parse_layout
from warledger.records.place_words import LinkingWords, WorldNames, parse_actor_words, parse_place_words, parse_world_names
from warledger.records.side_words import SideWords, parse_side_words
from warledger.records.source import Source
from warledger.records.vocab import Vocabulary, parse_demonyms, parse_frames, parse_modality, parse_nouns, parse_reporting
from warledger.stages.claims.story import Words


@dataclass(frozen=True)
class WordLists:
    """The files of `records/vocab`; each is parsed when it is first asked for."""

    folder: Traversable

    @classmethod
    def packaged(cls) -> WordLists:
        """Those that come with Warledger."""
        return cls(files("warledger.records") / "vocab")

    def text(self, name: str) -> str:
        """The text of one file."""
        return (self.folder / name).read_text(encoding="utf-8")

    @cached_property
    def claims(self) -> Vocabulary:
        """What the claim reader knows about words."""
        return Vocabulary(
            frames=parse_frames(self.text("frames.toml")),
            nouns=parse_nouns(self.text("nouns.toml")),
            reporting=parse_reporting(self.text("reporting.toml")),
            modality=parse_modality(self.text("modality.toml")),
            demonyms=parse_demonyms(self.text("demonyms.toml")),
            gate=parse_gate_words(self.text("gate.toml")),
        )

    @cached_property
    def grammars(self) -> Words:
        """The words of dates and amounts."""
        return Words(time_words.parse(self.text("times.toml")), quantity_words.parse(self.text("quantities.toml")))

    @cached_property
    def layout(self) -> Layout:
        """How pages and texts are laid out."""
        return parse_layout(self.text("layout.toml"))

    @cached_property
    def linking(self) -> LinkingWords:
        """How places and actors are called."""
        return LinkingWords(parse_place_words(self.text("places.toml")), parse_actor_words(self.text("linking.toml")))

    @cached_property
    def world(self) -> WorldNames:
        """Countries, waters and regions beside the gazetteer's."""
        return parse_world_names(self.text("places.toml"))

    @cached_property
    def sides(self) -> SideWords:
        """What a name says of its side."""
        return parse_side_words(self.text("sides.toml"))

    def families(self, sources: tuple[Source, ...]) -> FamilyWords:
        """What the family stage knows, with the agencies a monitor lists."""
        agencies = {s.name: s.aliases for s in sources if s.kind == "agency"}
        return parse_family_words(self.text("families.toml"), agencies)
