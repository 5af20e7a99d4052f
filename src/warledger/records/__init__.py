"""The vocabulary every part speaks: frozen typed records, one noun per file, and the field's knowledge in vocab/*.toml.

No work is done here.
"""
