"""The situation for a reader: one page as text, Markdown or JSON. `pipeline/briefing.py` fills the page; this renders it."""
