"""What the page and other programs ask for, as typed objects: a view in, one resource out. The API serves them, `publish` writes them to
disk. No HTTP here, and nothing is decided: the record's own services decide."""
