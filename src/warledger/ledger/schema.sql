-- The ledger: one SQLite file. Rows are added, never changed or removed; triggers at the end of this page see to it.
-- What counts today is read through the current_* views. Bodies are JSON as msgspec writes the records; blobs are zlib.

CREATE TABLE identity (                     -- one row, made with the file: tells what was kept of this ledger from what was kept of another
  token     TEXT NOT NULL
) STRICT;
INSERT INTO identity (token) VALUES (lower(hex(randomblob(16))));

CREATE TABLE runs (                         -- one row per reading or import; `versions` says which tools and models did it
  id        INTEGER PRIMARY KEY,
  started   TEXT NOT NULL,
  versions  TEXT NOT NULL CHECK (json_valid(versions))
) STRICT;

CREATE TABLE run_ends (                     -- a run without a row here was cut short
  run       INTEGER PRIMARY KEY REFERENCES runs,
  ended     TEXT NOT NULL,
  counts    TEXT NOT NULL CHECK (json_valid(counts))
) STRICT;

CREATE TABLE documents (                    -- one (name, bytes) handed in; `id` is a hash of both, `digest` of the bytes alone
  id        TEXT PRIMARY KEY,
  run       INTEGER NOT NULL REFERENCES runs,
  name      TEXT NOT NULL,
  stem      TEXT NOT NULL,
  digest    TEXT NOT NULL,
  format    TEXT NOT NULL,
  source    BLOB NOT NULL                   -- the bytes, compressed
) STRICT;
CREATE INDEX documents_name ON documents (name);

CREATE TABLE sightings (                    -- the folders a document was found in; `ordinal` counts the versions of one name there
  id        INTEGER PRIMARY KEY,
  document  TEXT NOT NULL REFERENCES documents,
  run       INTEGER NOT NULL REFERENCES runs,
  location  TEXT NOT NULL,
  ordinal   INTEGER NOT NULL,
  UNIQUE (document, location)
) STRICT;
CREATE INDEX sightings_location ON sightings (location);

CREATE TABLE texts (                        -- a document as read; a changed way of cleaning adds a row, the newest counts
  id        INTEGER PRIMARY KEY,
  document  TEXT NOT NULL REFERENCES documents,
  run       INTEGER NOT NULL REFERENCES runs,
  digest    TEXT NOT NULL,                  -- of text, language, blocks and offsets
  language  TEXT NOT NULL,
  text      BLOB NOT NULL,                  -- UTF-8, compressed; all spans are code points of it
  layout    BLOB NOT NULL                   -- blocks and offsets as JSON, compressed
) STRICT;
CREATE INDEX texts_document ON texts (document);

CREATE TABLE metadata (                     -- title, publisher, dates ...; the newest row of a document counts
  id        INTEGER PRIMARY KEY,
  document  TEXT NOT NULL REFERENCES documents,
  run       INTEGER NOT NULL REFERENCES runs,
  body      TEXT NOT NULL CHECK (json_valid(body)),
  title     TEXT AS (json_extract(body, '$.title'))
) STRICT;
CREATE INDEX metadata_document ON metadata (document);

CREATE TABLE readings (                     -- one complete reading of one text by one maker: its claims and gaps are all here or none is
  id        INTEGER PRIMARY KEY,
  document  TEXT NOT NULL REFERENCES documents,
  text      INTEGER NOT NULL REFERENCES texts,
  run       INTEGER NOT NULL REFERENCES runs,
  maker     TEXT NOT NULL,                  -- extractor and version, or hand:<name>
  digest    TEXT NOT NULL,                  -- of its claims and gaps
  hand      INTEGER AS (maker GLOB 'hand:*')
) STRICT;
CREATE INDEX readings_document ON readings (document);

CREATE TABLE claims (                       -- what a text says; the columns after `body` are read from it
  id        INTEGER PRIMARY KEY,
  reading   INTEGER NOT NULL REFERENCES readings,
  body      TEXT NOT NULL CHECK (json_valid(body)),
  claim     TEXT AS (json_extract(body, '$.id')),
  kind      TEXT AS (json_extract(body, '$.content.kind')),
  start_at  INTEGER AS (json_extract(body, '$.span[0]')),
  end_at    INTEGER AS (json_extract(body, '$.span[1]')),
  quote     TEXT AS (json_extract(body, '$.quote'))
) STRICT;
CREATE INDEX claims_reading ON claims (reading);

CREATE TABLE gaps (                         -- sentences with a trigger that gave no claim, and why
  id        INTEGER PRIMARY KEY,
  reading   INTEGER NOT NULL REFERENCES readings,
  start_at  INTEGER NOT NULL,
  end_at    INTEGER NOT NULL,
  cue       TEXT NOT NULL,                  -- the trigger
  why       TEXT NOT NULL
) STRICT;
CREATE INDEX gaps_reading ON gaps (reading);

CREATE TABLE problems (                     -- inputs not read, or not fully
  id        INTEGER PRIMARY KEY,
  run       INTEGER NOT NULL REFERENCES runs,
  name      TEXT NOT NULL,
  reason    TEXT NOT NULL,
  severity  TEXT NOT NULL,
  detail    TEXT NOT NULL
) STRICT;
CREATE INDEX problems_name ON problems (name);

CREATE TABLE mended (                       -- a name with problems that was later handled well (`read`), or is there again (`back`)
  id        INTEGER PRIMARY KEY,
  run       INTEGER NOT NULL REFERENCES runs,
  name      TEXT NOT NULL,
  what      TEXT NOT NULL CHECK (what IN ('read', 'back'))
) STRICT;

CREATE TABLE decisions (                    -- what people decided of records, names and decisions
  id        INTEGER PRIMARY KEY,
  target    TEXT NOT NULL,
  verdict   TEXT NOT NULL,
  decider   TEXT NOT NULL,
  at        TEXT NOT NULL,
  reason    TEXT NOT NULL,
  detail    TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
  anchor    TEXT CHECK (anchor IS NULL OR json_valid(anchor)),  -- where the record stood, to find it after a better reading
  UNIQUE (target, verdict, decider, at, reason, detail)
) STRICT;

CREATE TABLE forgotten (                    -- documents erased on request: the id (a hash) is all that is left of them
  document  TEXT PRIMARY KEY,
  at        TEXT NOT NULL,
  reason    TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE quotes USING fts5 (quote, content = 'claims', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE titles USING fts5 (title, content = 'metadata', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TRIGGER claims_indexed AFTER INSERT ON claims BEGIN INSERT INTO quotes (rowid, quote) VALUES (new.id, new.quote); END;
CREATE TRIGGER metadata_indexed AFTER INSERT ON metadata BEGIN INSERT INTO titles (rowid, title) VALUES (new.id, new.title); END;

CREATE VIEW current_texts AS SELECT * FROM texts t WHERE t.id = (SELECT max(id) FROM texts WHERE document = t.document);
CREATE VIEW current_metadata AS SELECT * FROM metadata m WHERE m.id = (SELECT max(id) FROM metadata WHERE document = m.document);
CREATE VIEW current_readings AS             -- of the newest text: the newest reading by machine, and every reading by hand
  SELECT * FROM readings r
  WHERE r.text = (SELECT max(id) FROM texts WHERE document = r.document)
    AND (r.hand OR r.id = (SELECT max(id) FROM readings WHERE document = r.document AND text = r.text AND NOT hand));
CREATE VIEW current_claims AS               -- one row per claim id of a document: hand before machine, the later reading before the earlier
  SELECT id, document, reading, maker, claim, kind, start_at, end_at, quote, body FROM (
    SELECT c.*, r.document, r.maker, row_number() OVER (PARTITION BY r.document, c.claim ORDER BY r.hand DESC, r.id DESC) AS place
      FROM claims c JOIN current_readings r ON r.id = c.reading)
  WHERE place = 1;

CREATE TRIGGER identity_kept BEFORE UPDATE ON identity BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER identity_held BEFORE DELETE ON identity BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER runs_kept BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER runs_held BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER run_ends_kept BEFORE UPDATE ON run_ends BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER run_ends_held BEFORE DELETE ON run_ends BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER documents_kept BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER documents_held BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER sightings_kept BEFORE UPDATE ON sightings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER sightings_held BEFORE DELETE ON sightings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER texts_kept BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER texts_held BEFORE DELETE ON texts BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER metadata_kept BEFORE UPDATE ON metadata BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER metadata_held BEFORE DELETE ON metadata BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER readings_kept BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER readings_held BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER claims_kept BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER claims_held BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER gaps_kept BEFORE UPDATE ON gaps BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER gaps_held BEFORE DELETE ON gaps BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER problems_kept BEFORE UPDATE ON problems BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER problems_held BEFORE DELETE ON problems BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER mended_kept BEFORE UPDATE ON mended BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER mended_held BEFORE DELETE ON mended BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER decisions_kept BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER decisions_held BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER forgotten_kept BEFORE UPDATE ON forgotten BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER forgotten_held BEFORE DELETE ON forgotten BEGIN SELECT RAISE(ABORT, 'append-only'); END;
