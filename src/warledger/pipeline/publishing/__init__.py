"""The record as a folder of files: the resources the API serves, written to disk; in the public profile without full texts, names of
persons and exact coordinates."""
