"""What was last worked out of a ledger, kept beside it in a file of its own: nothing that cannot be worked out again."""
