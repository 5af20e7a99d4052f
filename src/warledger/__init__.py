"""Warledger reads reports about a war and keeps the ledger: every figure tied to the exact words it came from."""

__version__ = "0.1.0"
