"""The memory: one SQLite file, append-only. The only package that speaks SQL. `store.Ledger` is its door."""
