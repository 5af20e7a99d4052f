"""Place lists become one compact index; importers for the lists users bring."""
