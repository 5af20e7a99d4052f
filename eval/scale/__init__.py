"""A made-up war of any size, told by made-up reports with the claims they make, and how long a monitor of it takes to answer."""
