"""The language identifier."""

from __future__ import annotations

from warledger.intake.languages import identifier


def test_tells_languages_apart() -> None:
    identify = identifier()
    assert identify("Fighters took the town of Marrow on Tuesday, residents and officials said.") == "en"
    assert identify("Les combattants ont pris la ville mardi, selon les habitants et les responsables.") == "fr"
    assert identify("سيطر المقاتلون على البلدة يوم الثلاثاء بحسب السكان والمسؤولين") == "ar"
