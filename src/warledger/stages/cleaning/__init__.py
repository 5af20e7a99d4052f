"""Raw documents become documents: decoded text, blocks, metadata, and the way back. Text in, text out; no files."""
