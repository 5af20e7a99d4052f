"""Changes between two states of the record, as text and as a feed."""
