"""Sentences between the claims: ordinary words in orders that hardly repeat, so that two texts only share what one took from the other."""

from __future__ import annotations

from random import Random

from eval.scale.names import Namer


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(" ".join(lines).split())


_NOUNS = _words(
    "baker bridge bus canal carpenter ceiling chimney clinic clock cloth coat corner cousin curtain customer depot doctor door driver dust",
    "electrician engine errand farmer fence ferry field flour fuel garden gate generator grain harbour harvest hill hospital hotel kettle",
    "kitchen ladder lamp lane letter lorry market mechanic mill neighbour night notebook nurse office orchard oven parcel path pharmacist",
    "pier pipe platform porch price pump queue radio rain rent river road roof room rope sack salt school shelf shop shutter signal sister",
    "station stove street student suitcase tailor teacher ticket tower tractor train tree valley van wall warehouse water weather well",
    "window winter workshop yard",
)
_VERBS = _words(
    "answered arranged avoided borrowed brought carried checked cleaned closed collected counted covered crossed described dried emptied",
    "fetched filled fixed followed found gathered guarded heard held hid kept lent lifted locked measured mended missed moved needed",
    "noticed opened packed painted passed patched planted pushed remembered rented repaired replaced reached sold sorted stacked stored",
    "swept tied took traded turned unloaded visited waited washed watched wrapped",
)
_ADJECTIVES = _words(
    "borrowed broken careful cheap cold crowded damp distant dry dusty early empty familiar faded frozen green grey heavy late long",
    "narrow new old painted patient plain quiet rusty second short silent slow small spare steep tall temporary thin tired wet whole wide",
    "wooden yellow young",
)
_LINKS = ("because", "although", "while", "after", "before", "until", "so", "and", "but", "since")
_PLACES = ("behind", "beside", "above", "below", "near", "across", "along", "under", "inside", "past")


def filler(random: Random, namer: Namer) -> str:
    """One sentence of 14 to 26 words about nothing that is counted."""
    one, other = _clause(random), _clause(random)
    end = f" {random.choice(_PLACES)} the {_noun(random)}" if random.random() < 0.5 else ""
    said = f", {namer.person()} recalled" if random.random() < 0.3 else ""
    return f"{one[0].upper()}{one[1:]} {random.choice(_LINKS)} {other}{end}{said}."


def _clause(random: Random) -> str:
    link, article = random.choice(_PLACES), random.choice(("a", "the", "one"))
    return f"the {_noun(random)} {random.choice(_VERBS)} a {_noun(random)} {link} {article} {_noun(random)}"


def _noun(random: Random) -> str:
    noun = random.choice(_NOUNS)
    return f"{random.choice(_ADJECTIVES)} {noun}" if random.random() < 0.6 else noun
