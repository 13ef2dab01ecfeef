-- Original bytes and their text: immutable, kept by content, never removed, so that undoing an import can be redone.
CREATE TABLE content (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT,
  text TEXT NOT NULL,
  notes TEXT NOT NULL CHECK (json_valid(notes))
) STRICT;
CREATE TRIGGER content_is_immutable BEFORE UPDATE ON content BEGIN
  SELECT raise(ABORT, 'sources are immutable');
END;

-- What finds texts that are nearly equal: the least hashes of each, and the bands of them that such texts share.
CREATE TABLE sketch (
  content_id INTEGER PRIMARY KEY REFERENCES content (id),
  hashes BLOB NOT NULL
) STRICT;
CREATE TABLE sketch_band (
  band INTEGER NOT NULL,
  content_id INTEGER NOT NULL REFERENCES content (id),
  PRIMARY KEY (band, content_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE REFERENCES content (sha256),
  name TEXT NOT NULL,
  path TEXT,
  imported_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('new', 'in-review', 'reviewed', 'excluded')),
  page TEXT NOT NULL,
  parser_version TEXT NOT NULL,
  leftover TEXT NOT NULL CHECK (json_valid(leftover)),
  boilerplate TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(boilerplate))
) STRICT, WITHOUT ROWID;
CREATE INDEX session_source ON session (source_id);

CREATE TABLE field (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  value TEXT,
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  state TEXT NOT NULL CHECK (state IN ('parsed', 'accepted', 'corrected', 'cleared')),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  reason TEXT NOT NULL,
  reading TEXT CHECK (json_valid(reading)),
  rule_id TEXT,
  CHECK ((value IS NULL) = (state = 'cleared'))
) STRICT, WITHOUT ROWID;
CREATE INDEX field_session ON field (session_id, key, position);
CREATE INDEX field_rule ON field (rule_id) WHERE rule_id IS NOT NULL;
CREATE UNIQUE INDEX field_scalar ON field (session_id, key) WHERE key NOT IN ('topics', 'sdgs');

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  role TEXT NOT NULL,
  name TEXT,
  affiliation TEXT,
  stakeholder_group TEXT,
  regional_group TEXT,
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  state TEXT NOT NULL CHECK (state IN ('parsed', 'accepted', 'corrected', 'cleared')),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  reason TEXT NOT NULL,
  reading TEXT CHECK (json_valid(reading)),
  rule_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX person_session ON person (session_id, position);
CREATE INDEX person_rule ON person (rule_id) WHERE rule_id IS NOT NULL;

CREATE TABLE section (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  heading TEXT,
  text TEXT,
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  state TEXT NOT NULL CHECK (state IN ('parsed', 'accepted', 'corrected', 'cleared')),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  reason TEXT NOT NULL,
  reading TEXT CHECK (json_valid(reading)),
  rule_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX section_session ON section (session_id);
CREATE INDEX section_rule ON section (rule_id) WHERE rule_id IS NOT NULL;

CREATE TABLE problem (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  choices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices)),
  other_session_id TEXT REFERENCES session (id) ON DELETE CASCADE,
  is_resolved INTEGER NOT NULL DEFAULT 0 CHECK (is_resolved IN (0, 1)),
  row_id TEXT,
  quote TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX problem_session ON problem (session_id, is_resolved);
CREATE INDEX problem_row ON problem (row_id) WHERE row_id IS NOT NULL;
CREATE INDEX problem_other ON problem (other_session_id) WHERE other_session_id IS NOT NULL;

-- What corrections taught. A rule's id stays on the values it set, also where a person has accepted them since.
CREATE TABLE rule (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) > 0),
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'name', 'boilerplate', 'roleOrder')),
  -- As written, and as it is compared.
  pattern TEXT NOT NULL CHECK (length(pattern) > 0),
  folded TEXT NOT NULL CHECK (length(folded) > 0),
  target TEXT,
  is_on INTEGER NOT NULL DEFAULT 1 CHECK (is_on IN (0, 1)),
  CHECK ((kind = 'boilerplate') = (target IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX rule_once ON rule (kind, folded);

-- Earlier texts of a session, in their order; the newest is its source.
CREATE TABLE version (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX version_session ON version (session_id, number);
CREATE INDEX version_source ON version (source_id);

-- Texts that a person said are not of the same session, each pair once. By content, so that importing them again does not ask again.
CREATE TABLE not_same (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES content (sha256),
  other_sha256 TEXT NOT NULL REFERENCES content (sha256),
  CHECK (sha256 < other_sha256)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX not_same_pair ON not_same (sha256, other_sha256);
CREATE INDEX not_same_other ON not_same (other_sha256);

CREATE TABLE theme (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES theme (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) > 0),
  description TEXT NOT NULL DEFAULT '',
  color TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  codebook TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX theme_parent ON theme (parent_id, position);

CREATE TABLE tagging (
  id TEXT PRIMARY KEY,
  theme_id TEXT NOT NULL REFERENCES theme (id) ON DELETE CASCADE,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  start INTEGER CHECK (start >= 0),
  "end" INTEGER,
  lost_quote TEXT,
  CHECK ((start IS NULL) = ("end" IS NULL) AND (start IS NULL OR start < "end")),
  CHECK (lost_quote IS NULL OR start IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX tagging_theme ON tagging (theme_id, session_id);
CREATE INDEX tagging_session ON tagging (session_id);
CREATE UNIQUE INDEX tagging_once ON tagging (theme_id, session_id, ifnull(start, -1), ifnull("end", -1)) WHERE lost_quote IS NULL;

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  target TEXT NOT NULL CHECK (target IN ('session', 'value', 'span')),
  row_id TEXT,
  start INTEGER CHECK (start >= 0),
  "end" INTEGER,
  text TEXT NOT NULL CHECK (length(text) > 0),
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  lost_quote TEXT,
  CHECK ((target = 'value') = (row_id IS NOT NULL)),
  CHECK ((target = 'span') = (start IS NOT NULL OR lost_quote IS NOT NULL)),
  CHECK (lost_quote IS NULL OR start IS NULL),
  CHECK ((start IS NULL) = ("end" IS NULL) AND (start IS NULL OR start < "end"))
) STRICT, WITHOUT ROWID;
CREATE INDEX note_session ON note (session_id);

-- A problem about a row goes with the row, and before it, so that taking both back brings the row first.
CREATE TRIGGER problem_of_field BEFORE DELETE ON field BEGIN DELETE FROM problem WHERE row_id = old.id; END;
CREATE TRIGGER problem_of_person BEFORE DELETE ON person BEGIN DELETE FROM problem WHERE row_id = old.id; END;
CREATE TRIGGER problem_of_section BEFORE DELETE ON section BEGIN DELETE FROM problem WHERE row_id = old.id; END;
CREATE TRIGGER problem_of_tagging BEFORE DELETE ON tagging BEGIN DELETE FROM problem WHERE row_id = old.id; END;
CREATE TRIGGER problem_of_note BEFORE DELETE ON note BEGIN DELETE FROM problem WHERE row_id = old.id; END;

-- The journal. Triggers, made from the tables above by journal.ts, write every change under the open action.
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
  undoes INTEGER REFERENCES action (id),
  undone_by INTEGER REFERENCES action (id),
  -- 1 while an action goes on that is nothing unless it ends, and for good where it did not.
  must_end INTEGER NOT NULL DEFAULT 0 CHECK (must_end IN (0, 1)),
  CHECK ((kind = 'edit') = (undoes IS NULL))
) STRICT;
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES action (id),
  noun TEXT NOT NULL,
  row_id TEXT NOT NULL,
  session_id TEXT,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  before TEXT
) STRICT;
CREATE INDEX change_action ON change (action_id);
CREATE INDEX change_row ON change (noun, row_id, action_id);
CREATE INDEX change_session ON change (session_id, action_id) WHERE session_id IS NOT NULL;
-- The action that changes are written under, and the session that it made last.
CREATE TABLE open_action (id INTEGER, made_session TEXT) STRICT;
INSERT INTO open_action VALUES (NULL, NULL);

-- What happened to each file of an import; kept as it was said, also when the import is undone.
CREATE TABLE imported_file (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES action (id),
  file TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('imported', 'duplicate', 'failed')),
  session_id TEXT,
  message TEXT NOT NULL
) STRICT;
CREATE INDEX imported_file_action ON imported_file (action_id, status);

-- What lists and filters need of a session, derived from the tables above at the end of every action.
CREATE TABLE summary (
  id INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL UNIQUE REFERENCES session (id) ON DELETE CASCADE,
  content_id INTEGER NOT NULL REFERENCES content (id),
  title TEXT,
  year INTEGER,
  session_type TEXT,
  session_number INTEGER,
  confidence REAL NOT NULL,
  problems INTEGER NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX summary_content ON summary (content_id);
CREATE INDEX summary_code ON summary (year, session_type, session_number);

-- Filled at the end of every action.
CREATE VIRTUAL TABLE content_search USING fts5 (text, content = 'content', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE summary_search USING fts5 (words, content = 'summary', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER summary_search_insert AFTER INSERT ON summary BEGIN
  INSERT INTO summary_search (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER summary_search_update AFTER UPDATE OF words ON summary WHEN old.words IS NOT new.words BEGIN
  INSERT INTO summary_search (summary_search, rowid, words) VALUES ('delete', old.id, old.words);
  INSERT INTO summary_search (rowid, words) VALUES (new.id, new.words);
END;
CREATE TRIGGER summary_search_delete AFTER DELETE ON summary BEGIN
  INSERT INTO summary_search (summary_search, rowid, words) VALUES ('delete', old.id, old.words);
END;
