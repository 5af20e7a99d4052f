"""What `make check` and `make docs` run. Reads the project's sources; no part of the installed package."""
