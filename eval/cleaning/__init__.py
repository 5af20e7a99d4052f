"""How well pages are cleaned: pages of many site shapes made here from prose of our own, so what is article and what is not is known."""
