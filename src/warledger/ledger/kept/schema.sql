-- The state last worked out of a ledger. Nothing here is a source: the file may be deleted at any time.
-- `body` is a record as MessagePack; the other columns are read from it, or worked out with it, to find it by.

CREATE TABLE head (                         -- what the state is of, and what is asked of the whole of it
  name     TEXT PRIMARY KEY,
  body     BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE witnesses (                    -- one document as a witness; `mark` says which rows of the ledger it was read from
  document TEXT PRIMARY KEY,
  mark     TEXT NOT NULL,
  doc      TEXT NOT NULL,
  family   TEXT NOT NULL,
  publisher TEXT,
  known    TEXT,
  body     BLOB NOT NULL
) STRICT;
CREATE INDEX witnesses_doc ON witnesses (doc);
CREATE INDEX witnesses_family ON witnesses (family);

CREATE TABLE claims (                       -- `hand`: coded by a person; `last` is the end of its interval, or the day it is known from; `first` and `last` ISO days
  id       TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  doc      TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  status   TEXT NOT NULL,
  hand     INTEGER NOT NULL,
  factual  INTEGER NOT NULL,
  dated    INTEGER NOT NULL,
  first    TEXT,
  last     TEXT,
  body     BLOB NOT NULL
) STRICT;
CREATE INDEX claims_document ON claims (document);
CREATE INDEX claims_order ON claims (doc, start_at, kind, id);
CREATE INDEX claims_kind ON claims (status, kind, factual, last);

CREATE TABLE links (                        -- what the names of one document were taken to be
  document TEXT PRIMARY KEY,
  body     BLOB NOT NULL
) STRICT;

CREATE TABLE gaps (                         -- the words of one document that gave nothing; `sentences`: how many that were about war
  document TEXT PRIMARY KEY,
  sentences INTEGER NOT NULL,
  body     BLOB NOT NULL
) STRICT;

CREATE TABLE families (id TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;
CREATE TABLE edges (id TEXT PRIMARY KEY, copy TEXT NOT NULL, origin TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE INDEX edges_copy ON edges (copy);
CREATE INDEX edges_origin ON edges (origin);
CREATE TABLE corrections (document TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;

CREATE TABLE happenings (                   -- `told`: somebody says that it happened, on days near enough to stand under a date
  id       TEXT PRIMARY KEY,
  first    TEXT,
  last     TEXT,
  place    TEXT NOT NULL,
  told     INTEGER NOT NULL,
  placed   INTEGER NOT NULL,
  body     BLOB NOT NULL
) STRICT;
CREATE INDEX happenings_order ON happenings (first IS NULL, first, place, id);
CREATE INDEX happenings_told ON happenings (told, last DESC, first DESC);

CREATE TABLE members (claim TEXT PRIMARY KEY, happening TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX members_happening ON members (happening);

CREATE TABLE disputes (                     -- `weight`: how many independent texts are in it, times how sure it is; `first` and `last`: the days of its claims
  id       TEXT PRIMARY KEY,
  real     INTEGER NOT NULL,
  weight   REAL NOT NULL,
  first    TEXT,
  last     TEXT,
  body     BLOB NOT NULL
) STRICT;
CREATE INDEX disputes_rank ON disputes (real, weight DESC, last DESC, id);

CREATE TABLE sides (claim TEXT NOT NULL, dispute TEXT NOT NULL, PRIMARY KEY (claim, dispute)) STRICT, WITHOUT ROWID;

CREATE TABLE control (key TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;

CREATE TABLE named (                        -- the places that claims which count name, by folded name
  key      TEXT NOT NULL,
  claim    TEXT NOT NULL,
  PRIMARY KEY (key, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_claim ON named (claim);

CREATE TABLE stakes (                       -- what a decision on a record would change: points, and what in words; `source` says what of
  claim    TEXT NOT NULL,
  source   TEXT NOT NULL,
  points   REAL NOT NULL,
  words    TEXT NOT NULL
) STRICT;
CREATE INDEX stakes_claim ON stakes (claim);
CREATE INDEX stakes_source ON stakes (source);

CREATE TABLE memory (                       -- what stages remember, so that one report more does not make them begin anew
  space    TEXT NOT NULL,
  key      TEXT NOT NULL,
  body     BLOB NOT NULL,
  PRIMARY KEY (space, key)
) STRICT;
