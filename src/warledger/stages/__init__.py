"""The work: pure functions from records to records. No stage imports another; none does I/O."""
