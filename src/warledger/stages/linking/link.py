"""Linking: every name of every claim, as places and actors."""

from __future__ import annotations

from collections.abc import Sequence

from warledger.records.actor import Actor
from warledger.records.claim import Claim
from warledger.records.link import Links
from warledger.records.place_words import LinkingWords
from warledger.stages.linking.actors import link_actors
from warledger.stages.linking.gazetteer import Gazetteer
from warledger.stages.linking.places import link_places


def link(claims: Sequence[Claim], gazetteer: Gazetteer, actors: Sequence[Actor], countries: Sequence[str], words: LinkingWords) -> Links:
    """What all names of the claims were taken to be; the same for the claims in any order.

    `actors` is the monitor's registry, `countries` (ISO 3166 alpha-2, may be empty) what it is about, `words` the vocabulary.
    """
    return Links(link_places(claims, gazetteer, words.places, countries), link_actors(claims, actors, words.actors))
