"""Primitives with no war in them: spans, offset maps, times, quantities, ids, errors. Imports nothing of Warledger."""
