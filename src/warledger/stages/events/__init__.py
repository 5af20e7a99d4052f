"""Claims about one happening are brought together; figures and disputes follow."""
