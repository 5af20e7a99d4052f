"""One module for each format a report may come in; all give the same (see `intake.source.Reader`). Nothing is loaded before it is used."""
