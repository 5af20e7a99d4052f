"""Who held which place when, from claims alone: spells with evidence, assessed apart from claimed."""
