-- The library's one file. Format 4 (PRAGMA user_version).
--
-- Truth: `document` and `path`, `decision`, `opinion`, `audit`, `tombstone`. Everything else is made from them in
-- the same transaction.
--
-- Ids: a row of a document has the id (document.id << 20) + its place in its table, counted from 1 in reading
-- order; so ORDER BY id within a document is reading order. document.id depends on the order of reading: order
-- answers by date and document.sha256, never by it. A passage is what a quote stands in: a statement and a
-- heading have their passage's id; a list line, table row, title or other line is a passage alone.
-- Codes (kind, status, certainty, reason, predicate …) are those of graph.model.terms.
-- Offsets are code points of document.text, half-open. `skipped` is JSON: [[start, end], …].

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;  -- generation, made_by

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,            -- of the file's bytes, 64 hex digits
  file TEXT NOT NULL,                     -- its name without folders
  format TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT,                              -- ISO, of the meeting
  layout TEXT NOT NULL,
  text TEXT NOT NULL,
  quads BLOB NOT NULL,                    -- canonical N-Quads of its named graph, UTF-8, zlib
  reading BLOB NOT NULL,                  -- the reading as canonical JSON, UTF-8, zlib
  statements INTEGER NOT NULL,
  actors INTEGER NOT NULL,
  relations INTEGER NOT NULL,
  read_share REAL NOT NULL,
  warnings TEXT NOT NULL,                 -- JSON list of keys of sentences
  unread TEXT NOT NULL,                   -- JSON: [[start, end], …], lines not understood
  lines TEXT NOT NULL,                    -- JSON: offsets at which lines begin
  pages TEXT NOT NULL,                    -- JSON: offsets at which pages begin, [] without pages
  version TEXT NOT NULL,                  -- of the reader
  fingerprint TEXT NOT NULL               -- SHA-256 over sha256, text, quads and reading, for `check`
);

CREATE TABLE path (path TEXT PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE) WITHOUT ROWID;
CREATE INDEX path_document ON path (document);

CREATE TABLE decision (                   -- people's; never derived
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, why TEXT,
  withdrawn TEXT                          -- when
) WITHOUT ROWID;

CREATE TABLE opinion (                    -- what others than the reader say; never derived, in no graph
  id TEXT PRIMARY KEY,                    -- 12 hex digits of SHA-256 over the rest
  document TEXT NOT NULL,                 -- document.sha256; no reference: a new reading leaves opinions be
  source TEXT NOT NULL, model TEXT NOT NULL, version TEXT NOT NULL,
  stance TEXT NOT NULL,                   -- holds, denies, named
  quote TEXT NOT NULL,                    -- words of one statement, in their reading form
  name TEXT NOT NULL, other TEXT, predicate TEXT, status TEXT, kind TEXT
) WITHOUT ROWID;
CREATE INDEX opinion_document ON opinion (document);

-- Who did what when: counts and hashes, no persons; `path` and `sha256` of a file that was written.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL,
  document TEXT, count INTEGER NOT NULL, path TEXT, sha256 TEXT
);

-- Who was erased: HMAC-SHA-256 of a name, and of the organisation or document with which it stood; never a name.
CREATE TABLE tombstone (
  form TEXT NOT NULL, within TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (form, within)
) WITHOUT ROWID;

-- Shared actors, derived: what the documents' actors denote.
CREATE TABLE shared (
  id INTEGER PRIMARY KEY,
  iri TEXT NOT NULL UNIQUE,               -- https://samverkan.example/id/…
  kind TEXT NOT NULL,                     -- never "unnamed"
  name TEXT NOT NULL,
  own TEXT NOT NULL,                      -- the name that documents make; `name` may be a person's choice
  classification TEXT,
  folded TEXT NOT NULL,                   -- the name that its key stands for, case folded
  join_keys TEXT NOT NULL,                -- JSON list; the store's
  sure INTEGER NOT NULL,                  -- 0: stands alone in its document
  parted INTEGER NOT NULL DEFAULT 0       -- 1: made by a decision that told it from another
);
CREATE INDEX shared_kind ON shared (kind, name);
CREATE INDEX shared_folded ON shared (kind, folded, sure, iri);

-- How many actors of documents join by the same keys under the same name, and what they denote; only the store uses it.
CREATE TABLE bearing (
  join_group TEXT NOT NULL, join_keys TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  classification TEXT NOT NULL, sure INTEGER NOT NULL,
  times INTEGER NOT NULL, shared INTEGER REFERENCES shared,
  PRIMARY KEY (join_group, join_keys, kind, name, classification, sure)
) WITHOUT ROWID;
CREATE INDEX bearing_shared ON bearing (shared);

-- Shared actors that may be one: near spelling, same name elsewhere …; one row a pair, first.iri < second.iri.
CREATE TABLE alike (
  first INTEGER NOT NULL REFERENCES shared ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES shared ON DELETE CASCADE,
  reason TEXT NOT NULL,
  PRIMARY KEY (first, second, reason)
) WITHOUT ROWID;
CREATE INDEX alike_second ON alike (second);
-- Keys under which near names meet; only the store uses it.
CREATE TABLE shared_key (key INTEGER NOT NULL, shared INTEGER NOT NULL REFERENCES shared ON DELETE CASCADE,
  PRIMARY KEY (key, shared)) WITHOUT ROWID;
CREATE INDEX shared_key_shared ON shared_key (shared);

-- The same minutes: pairs that words make one meeting, first < second, with the share of shingles that they have
-- in common and how many each has; the keys under which such texts meet; and who is silent, as decisions leave it
-- (a connection that asks all versions has an empty view of its own in the place of `silent`).
CREATE TABLE same_minutes (
  first INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  share REAL NOT NULL, first_words INTEGER NOT NULL, second_words INTEGER NOT NULL,
  PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX same_minutes_second ON same_minutes (second);
CREATE TABLE minutes_band (key INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  PRIMARY KEY (key, document)) WITHOUT ROWID;
CREATE INDEX minutes_band_document ON minutes_band (document);
CREATE TABLE silent (
  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  speaking INTEGER NOT NULL REFERENCES document ON DELETE CASCADE
);
CREATE INDEX silent_speaking ON silent (speaking);

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL UNIQUE REFERENCES document ON DELETE CASCADE,
  title TEXT NOT NULL, title_quote INTEGER, kind TEXT,
  date TEXT, date_quote INTEGER,
  next TEXT, next_quote INTEGER, next_certainty TEXT NOT NULL, next_reason TEXT,
  region INTEGER                          -- actor
);
CREATE INDEX meeting_date ON meeting (date);

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  kind TEXT NOT NULL                      -- statement, heading, line
);
CREATE INDEX passage_document ON passage (document);

CREATE TABLE heading (                    -- id: its passage's
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  whole TEXT NOT NULL,                    -- with the umbrella above it, joined by a space
  parent INTEGER                          -- heading
);
CREATE INDEX heading_document ON heading (document);

CREATE TABLE statement (                  -- id: its passage's
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  heading INTEGER,
  organisation INTEGER,                   -- actor: on whose behalf, as specific as named
  attribution TEXT,                       -- explicit, carried, one_of
  skipped TEXT NOT NULL
);
CREATE INDEX statement_document ON statement (document);
CREATE INDEX statement_organisation ON statement (organisation);

CREATE TABLE speaker (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  statement INTEGER NOT NULL, actor INTEGER NOT NULL
);
CREATE INDEX speaker_document ON speaker (document);
CREATE INDEX speaker_statement ON speaker (statement);
CREATE INDEX speaker_actor ON speaker (actor);

CREATE TABLE quote (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  passage INTEGER NOT NULL,
  text TEXT NOT NULL,                     -- the reading form
  raw TEXT NOT NULL,                      -- document.text[start:end]
  line INTEGER NOT NULL, page INTEGER,    -- from 1
  skipped TEXT NOT NULL,
  status TEXT NOT NULL
);
CREATE INDEX quote_document ON quote (document);
CREATE INDEX quote_passage ON quote (passage);

CREATE TABLE actor (                      -- as its document names it
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  iri TEXT NOT NULL,                      -- https://samverkan.example/doc/…#actor-…
  kind TEXT NOT NULL, name TEXT NOT NULL,
  part_of INTEGER,                        -- actor
  classification TEXT,
  listed INTEGER NOT NULL, scope TEXT,
  certainty TEXT NOT NULL, reason TEXT,
  description INTEGER NOT NULL,
  shared INTEGER REFERENCES shared,       -- NULL for unnamed parties that nobody has named
  natural INTEGER REFERENCES shared,      -- the same as names alone make it, without people's decisions
  join_group TEXT, join_keys TEXT,        -- what it joins others by (JSON list); the store's
  ground TEXT,                            -- reason code: why it denotes `shared`; NULL where it stands alone
  ground_certainty TEXT,
  natural_ground TEXT
);
CREATE INDEX actor_document ON actor (document);
CREATE INDEX actor_shared ON actor (shared);
CREATE INDEX actor_natural ON actor (natural);
CREATE INDEX actor_decided ON actor (id) WHERE shared IS NOT natural;
CREATE INDEX actor_part_of ON actor (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX actor_join ON actor (join_group);

CREATE TABLE name (                       -- every written form; the first is actor.name
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  actor INTEGER NOT NULL,
  name TEXT NOT NULL,
  folded TEXT NOT NULL                    -- case folded, white space collapsed
);
CREATE INDEX name_document ON name (document);
CREATE INDEX name_actor ON name (actor);
CREATE INDEX name_folded ON name (folded);

CREATE TABLE candidate (                  -- who an actor of the document might be
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  of INTEGER NOT NULL,                    -- actor
  name TEXT NOT NULL, reason TEXT NOT NULL,
  actor INTEGER                           -- the actor of this document that bears the name
);
CREATE INDEX candidate_document ON candidate (document);
CREATE INDEX candidate_of ON candidate (of);

CREATE TABLE mention (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  words TEXT NOT NULL,                    -- as written, white space collapsed
  actor INTEGER NOT NULL, kind TEXT NOT NULL, quote INTEGER NOT NULL,
  rule TEXT NOT NULL, nested INTEGER NOT NULL, certainty TEXT NOT NULL, reason TEXT
);
CREATE INDEX mention_document ON mention (document);
CREATE INDEX mention_actor ON mention (actor);
CREATE INDEX mention_quote ON mention (quote);

CREATE TABLE date_mention (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  words TEXT NOT NULL, iso TEXT, iso_end TEXT, quote INTEGER NOT NULL,
  certainty TEXT NOT NULL, reason TEXT
);
CREATE INDEX date_mention_document ON date_mention (document);
CREATE INDEX date_mention_quote ON date_mention (quote);

CREATE TABLE membership (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  person INTEGER NOT NULL, organisation INTEGER NOT NULL, quote INTEGER NOT NULL,
  role TEXT, certainty TEXT NOT NULL, reason TEXT
);
CREATE INDEX membership_document ON membership (document);
CREATE INDEX membership_person ON membership (person);
CREATE INDEX membership_organisation ON membership (organisation);

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  actor INTEGER NOT NULL, presence TEXT NOT NULL, quote INTEGER NOT NULL, instead_of TEXT
);
CREATE INDEX attendance_document ON attendance (document);
CREATE INDEX attendance_actor ON attendance (actor);

CREATE TABLE figure (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  as_written TEXT NOT NULL, quote INTEGER NOT NULL,
  value NUMERIC, low NUMERIC, high NUMERIC, bound TEXT, approximate INTEGER NOT NULL,
  unit TEXT, money INTEGER NOT NULL, measures TEXT,
  about INTEGER, place INTEGER, source INTEGER,  -- actors
  period TEXT, as_of TEXT, base TEXT, status TEXT NOT NULL,
  reason TEXT                             -- where a person said so
);
CREATE INDEX figure_document ON figure (document);
CREATE INDEX figure_quote ON figure (quote);
CREATE INDEX figure_about ON figure (about);

CREATE TABLE relation (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  subject INTEGER NOT NULL, predicate TEXT NOT NULL, object INTEGER NOT NULL, quote INTEGER NOT NULL,
  rule TEXT NOT NULL, status TEXT NOT NULL, certainty TEXT NOT NULL, reason TEXT,
  amount INTEGER, period TEXT              -- amount: figure
);
CREATE INDEX relation_document ON relation (document);
CREATE INDEX relation_subject ON relation (subject);
CREATE INDEX relation_object ON relation (object);

CREATE TABLE property (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  of INTEGER NOT NULL, detail TEXT NOT NULL, value NOT NULL, quote INTEGER NOT NULL,
  rule TEXT NOT NULL, actor INTEGER, unit TEXT,
  status TEXT NOT NULL, certainty TEXT NOT NULL, reason TEXT
);
CREATE INDEX property_document ON property (document);
CREATE INDEX property_of ON property (of);
CREATE INDEX property_actor ON property (actor);

CREATE TABLE promise (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  what TEXT NOT NULL, quote INTEGER NOT NULL, rule TEXT NOT NULL,
  organisation INTEGER, "to" INTEGER, condition TEXT, due TEXT, due_as_written TEXT,
  status TEXT NOT NULL, certainty TEXT NOT NULL, reason TEXT,
  iri TEXT NOT NULL,                      -- https://samverkan.example/doc/…#promise-…
  outcome TEXT, outcome_quote INTEGER     -- as the same minutes tell it, of what an earlier meeting left
);
CREATE INDEX promise_document ON promise (document);
CREATE INDEX promise_organisation ON promise (organisation);

CREATE TABLE promiser (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  promise INTEGER NOT NULL, actor INTEGER NOT NULL
);
CREATE INDEX promiser_document ON promiser (document);
CREATE INDEX promiser_promise ON promiser (promise);
CREATE INDEX promiser_actor ON promiser (actor);

-- Full text. rowid is the quote's or the passage's id; å, ä, ö are letters of their own; `stems` holds the Snowball
-- stem of each token in order, so that inflections meet. A passage's row has the heading over it as well.
CREATE VIRTUAL TABLE quote_text USING fts5(words, stems, tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE passage_text USING fts5(words, stems, tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(quote_text, col);  -- every word there is, for one wrong letter

-- What holds now: each plain triple once. `predicate` is a code of Predicate.
CREATE VIEW plain AS
  SELECT DISTINCT s.shared AS subject, r.predicate AS predicate, o.shared AS object
  FROM relation r JOIN actor s ON s.id = r.subject JOIN actor o ON o.id = r.object
  WHERE r.document NOT IN (SELECT document FROM silent)
    AND r.status = 'asserted' AND r.certainty IN ('explicit', 'inferred')
    AND s.shared IS NOT NULL AND o.shared IS NOT NULL AND s.shared <> o.shared;
CREATE VIEW plain_membership AS
  SELECT DISTINCT p.shared AS person, o.shared AS organisation
  FROM membership m JOIN actor p ON p.id = m.person JOIN actor o ON o.id = m.organisation
  WHERE m.document NOT IN (SELECT document FROM silent)
    AND m.certainty IN ('explicit', 'inferred') AND p.shared IS NOT NULL AND o.shared IS NOT NULL;
