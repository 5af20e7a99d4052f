"""Reports of a small invented war, one of every format, for the tests of the commands."""

from __future__ import annotations

import json
from pathlib import Path

WIRE = """Northern Front fighters capture Sommer

By Coast Wire

TARN, May 4 - The Northern Front captured the town of Sommer from government forces on Sunday, a monitoring group said.

At least 17 soldiers were killed in an air strike on Sommer on Saturday, the Coast Observatory said.
Government forces withdrew from the town.
"""
DESK = """# Notes of 5 May 2031

- Government forces shelled Sommer on Monday. Nine civilians were killed.
- The Northern Front denied that it had captured Halden.
"""
PAGE = """<!doctype html><html lang="en"><head><title>Front takes Sommer - Daily Tarn</title>
<meta property="article:published_time" content="2031-05-05T08:00:00Z"><meta property="og:site_name" content="Daily Tarn"></head>
<body><nav><a href="/">Home</a> <a href="/war">War</a></nav><article><h1>Front takes Sommer</h1>
<p>The Northern Front captured Sommer from government forces on Sunday, residents said. Shops in the town opened again on Monday.</p>
<p>About 40 families fled from Sommer to Halden, a relief worker told the paper, and 12 people were injured on the road there.</p>
<p>“Nobody &amp; nothing is left,” the mayor of Halden said on Monday. He asked the government for help.</p></article>
<footer>All rights reserved.</footer></body></html>"""
LINES = [
    {
        "id": "7",
        "title": "Shelling",
        "text": "Government forces shelled Halden on 6 May 2031. Three people were killed, a doctor said.",
        "published": "2031-05-06",
    },
    {
        "id": "8",
        "text": "The Northern Front and the government agreed on a ceasefire in Sommer on 7 May 2031.",
        "published": "2031-05-07",
    },
]
MANIFEST = [
    {"doc": "wire-0504", "published": "2031-05-04", "publisher": "Coast Wire", "language": "en"},
    {"doc": "desk-0505", "published": "2031-05-05", "publisher": "River Desk", "language": "en"},
]
NAMES = ("wire-0504.txt", "desk-0505.md", "page-0505.html", "digest.jsonl")


def write(folder: Path, *names: str, manifest: bool = True) -> None:
    """Writes the reports of these names (all when none is given) into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "wire-0504.txt": WIRE,
        "desk-0505.md": DESK,
        "page-0505.html": PAGE,
        "digest.jsonl": "".join(json.dumps(line) + "\n" for line in LINES),
    }
    for name in names or NAMES:
        (folder / name).write_text(texts[name], encoding="utf-8", newline="")
    if manifest:
        (folder / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in MANIFEST), encoding="utf-8")


ACTORS = """
[[actor]]
name = "Northern Front"
aliases = ["the Front"]
side = "opposition"

[[actor]]
name = "government"
aliases = ["government forces"]
side = "government"
"""
PLACES = "name,lat,lon,kind,country\nSommer,60.1,10.2,populated,NO\nHalden,59.1,11.4,populated,NO\n"


def make_monitor(folder: Path, *names: str) -> Path:
    """A monitor with its reports; nothing read yet."""
    write(folder / "reports", *names)
    (folder / "monitor.toml").write_text('name = "Tarn"\ncountries = ["NO"]\n', encoding="utf-8")
    (folder / "actors.toml").write_text(ACTORS, encoding="utf-8")
    (folder / "places.csv").write_text(PLACES, encoding="utf-8")
    return folder
