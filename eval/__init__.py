"""Quality, not correctness: how much of what careful people wrote down Warledger finds, with floors it may not fall under.

Imports Warledger and is never imported by it. The hand-made records and their scorers lie beside the repository
(`WARLEDGER_DATA`, default `../shared`) and are never copied; where they are absent a suite says "skipped".
"""
