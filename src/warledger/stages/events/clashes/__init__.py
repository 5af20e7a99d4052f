"""What two claims say against each other, by kind: each detector is a small function of two sides that gives a `Clash` or nothing."""
