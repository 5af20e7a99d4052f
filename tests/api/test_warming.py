"""A server that was warmed answers what the page asks for first without working anything out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.api.conftest import serving
from warledger.api.app import ROOT, make_app
from warledger.api.warming import warm
from warledger.pipeline.resources.catalogue import Catalogue
from warledger.pipeline.shelf import Shelf


class _Counting(Shelf):
    """A shelf that counts how often its catalogue was asked for."""

    asked = 0

    def catalogue(self, known: dt.date | None = None, decided: dt.date | None = None) -> Catalogue:
        self.asked += 1
        return super().catalogue(known, decided)


def test_what_the_page_asks_for_first_is_kept(example: Path) -> None:
    shelf = _Counting(example, {})
    app = make_app(shelf)
    warm(app, ROOT)
    made = shelf.asked
    for site in serving(shelf, app):
        for name in ("meta", "map", "days", "spells", "control", "events"):
            site.get(name)
    assert shelf.asked == made > 0
