"""The command door: parses what was asked, shows what came of it. Decides nothing."""
