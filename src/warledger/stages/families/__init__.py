"""Which documents carry one text, what came from what, what is site clutter. A recomputed decision, never a deletion."""
