"""The text layer of PDFs: words with their places, put into reading order. Runs in a process of its own (see `worker`)."""
