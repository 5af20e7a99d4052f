"""What the words say: from one document to its claims, each with its span and its reasons. Knows no place or actor by name."""
