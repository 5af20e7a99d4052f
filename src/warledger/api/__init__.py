"""The HTTP door: the record as JSON, and decisions where review is on. It checks and hands over; what an answer says comes from
`pipeline.resources`. Read-only unless a token was made, and no text of a document is ever sent as markup."""
