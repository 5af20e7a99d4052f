"""The claim vocabulary: parsing, merging, and what a broken file is told."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from warledger.pipeline.vocabulary import WordLists
from warledger.records.claim import KINDS
from warledger.records.layers import VocabularyError
from warledger.records.vocab import (
    Frames,
    Nouns,
    Vocabulary,
    parse_demonyms,
    parse_frames,
    parse_modality,
    parse_nouns,
    parse_reporting,
)

FRAME = """
light = ["mount"]
[[frame]]
id = "x.taken"
kind = "control"
set = { mode = "captured" }
verbs = ["snatch", "take hold of"]
nouns = ["snatching", "change of hands", "land grab"]
roles = { places = "object|of" }
noun_roles = { places = "of" }
[[means]]
type = "Grenade"
words = ["grenade"]
"""


@pytest.fixture(scope="module")
def packaged() -> Vocabulary:
    return WordLists.packaged().claims


def test_frames_are_found_by_the_word_that_can_tell() -> None:
    frames = parse_frames(FRAME)
    assert set(frames.by_verb) == {"snatch", "take"}
    assert frames.by_verb["take"][0].words == ("take", "hold", "of")
    assert set(frames.by_noun) == {"snatching", "change", "grab"}
    assert (frames.means, frames.light) == ((("Grenade", frozenset({"grenade"})),), frozenset({"mount"}))


def test_slots_of_a_noun_and_of_a_verb() -> None:
    (frame,) = parse_frames(FRAME).frames
    assert frame.slots("places", noun=False) == ("object", "of")
    assert frame.slots("places", noun=True) == ("of",)
    assert frame.slots("nothing", noun=False) == ()


def test_the_longest_pattern_of_a_word_comes_first() -> None:
    text = '[[frame]]\nid = "a"\nkind = "event"\nverbs = ["take", "take to streets", "take over"]\n'
    assert [len(p.words) for p in parse_frames(text).by_verb["take"]] == [3, 2, 1]


def test_a_later_file_replaces_frames_by_id_and_adds_the_rest() -> None:
    later = '[[frame]]\nid = "x.taken"\nkind = "event"\nverbs = ["nab"]\n[[frame]]\nid = "y"\nkind = "event"\nverbs = ["jolt"]\n'
    frames = parse_frames(FRAME, later)
    assert [f.id for f in frames.frames] == ["x.taken", "y"]
    assert set(frames.by_verb) == {"nab", "jolt"}
    assert frames.by_noun == {}
    assert frames.light == frozenset({"mount"})


def test_no_files_give_no_frames() -> None:
    assert parse_frames() == Frames((), {}, {})


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('id = "x.bad"\nkind = "event"\nverbs = "snatch"', "x.bad"),
        ('id = "x.bad"\nkind = "event"\nverb = ["snatch"]', "x.bad"),
        ('id = "x.bad"\nkind = "event"\nroles = ["object"]', "x.bad"),
        ('id = "x.bad"\nverbs = ["snatch"]', "x.bad"),
        ('kind = "event"\nverbs = ["snatch"]', "`id`"),
    ],
)
def test_a_frame_with_a_wrong_unknown_or_missing_field_is_named(row: str, told: str) -> None:
    with pytest.raises(VocabularyError, match=told):
        parse_frames(FRAME, f"[[frame]]\n{row}\n")


@pytest.mark.parametrize("parse", [parse_frames, parse_nouns, parse_modality, parse_reporting, parse_demonyms])
def test_what_is_no_toml_is_told(parse: Callable[[str], object]) -> None:
    with pytest.raises(VocabularyError, match="not TOML"):
        parse("[[frame")


def test_a_missing_class_of_nouns_is_named() -> None:
    text = "\n".join(f'{name} = ["word"]' for name in Nouns.__struct_fields__ if name != "weapon")
    with pytest.raises(VocabularyError, match="weapon"):
        parse_nouns(text)
    assert parse_nouns(f'{text}\nweapon = ["gun"]').weapon == {"gun"}


def test_acts_are_found_by_their_verb_longest_first() -> None:
    text = """
inform = ["say"]
claiming = []
denying = []
[[act]]
act = "REQUEST"
verbs = ["call", "call for"]
[[act]]
act = "ACCUSE"
verbs = ["blame"]
"""
    acts = parse_reporting(text).acts
    assert [a.words for a in acts["call"]] == [("call", "for"), ("call",)]
    assert acts["blame"][0].act == "ACCUSE"


# ---- the packaged files


def test_packaged_frames_have_known_kinds(packaged: Vocabulary) -> None:
    assert {f.kind for f in packaged.frames.frames} <= {*KINDS, "effect", "giving_way"}


def test_packaged_frames_need_only_what_their_roles_fill(packaged: Vocabulary) -> None:
    for frame in packaged.frames.frames:
        assert set(frame.needs) <= set(frame.roles), frame.id
        assert set(frame.noun_roles) <= set(frame.roles), frame.id


def test_every_packaged_frame_can_be_triggered_and_says_something(packaged: Vocabulary) -> None:
    for frame in packaged.frames.frames:
        assert frame.verbs or frame.nouns, frame.id
        assert frame.set, frame.id
        assert set(frame.weak_nouns) <= set(frame.nouns) | {"operation"}, frame.id


def test_packaged_words_are_lower_case_lemmas(packaged: Vocabulary) -> None:
    for record in (packaged.nouns, packaged.modality):
        for name, words in msgspec.structs.asdict(record).items():
            assert [w for w in words if w != w.lower()] == [], name


def test_packaged_demonyms_name_countries(packaged: Vocabulary) -> None:
    assert packaged.demonyms["Norwegian"] == "Norway"
    assert all(k[:1].isupper() and v[:1].isupper() for k, v in packaged.demonyms.items())
