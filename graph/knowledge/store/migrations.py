"""Libraries of older formats brought up to this one, in one transaction; documents and decisions stay."""

import sqlite3

from graph.knowledge.store.remade import remake

STEPS: dict[int, tuple[str, ...]] = {
    1: (
        "ALTER TABLE decision ADD COLUMN why TEXT",
        "ALTER TABLE shared ADD COLUMN own TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE shared ADD COLUMN parted INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE actor ADD COLUMN natural INTEGER REFERENCES shared",
        "ALTER TABLE actor ADD COLUMN natural_ground TEXT",
        "UPDATE actor SET natural = shared, natural_ground = ground",
        "UPDATE shared SET own = name",
        "CREATE INDEX actor_natural ON actor (natural)",
        "CREATE INDEX actor_decided ON actor (id) WHERE shared IS NOT natural",
        "ALTER TABLE promise ADD COLUMN iri TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE promise ADD COLUMN outcome TEXT",
        "ALTER TABLE promise ADD COLUMN outcome_quote INTEGER",
    ),
    2: (
        "ALTER TABLE figure ADD COLUMN reason TEXT",
        "CREATE TABLE opinion (id TEXT PRIMARY KEY, document TEXT NOT NULL, source TEXT NOT NULL,"
        " model TEXT NOT NULL, version TEXT NOT NULL, stance TEXT NOT NULL, quote TEXT NOT NULL,"
        " name TEXT NOT NULL, other TEXT, predicate TEXT, status TEXT, kind TEXT) WITHOUT ROWID",
        "CREATE INDEX opinion_document ON opinion (document)",
        "CREATE TABLE audit (id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL,"
        " document TEXT, count INTEGER NOT NULL, path TEXT, sha256 TEXT)",
        "CREATE TABLE tombstone (form TEXT NOT NULL, within TEXT NOT NULL, at TEXT NOT NULL,"
        " PRIMARY KEY (form, within)) WITHOUT ROWID",
    ),
    3: (
        "CREATE TABLE same_minutes (first INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,"
        " second INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, share REAL NOT NULL,"
        " first_words INTEGER NOT NULL, second_words INTEGER NOT NULL, PRIMARY KEY (first, second)) WITHOUT ROWID",
        "CREATE INDEX same_minutes_second ON same_minutes (second)",
        "CREATE TABLE minutes_band (key INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES document"
        " ON DELETE CASCADE, PRIMARY KEY (key, document)) WITHOUT ROWID",
        "CREATE INDEX minutes_band_document ON minutes_band (document)",
        "CREATE TABLE silent (document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,"
        " speaking INTEGER NOT NULL REFERENCES document ON DELETE CASCADE)",
        "CREATE INDEX silent_speaking ON silent (speaking)",
        "DROP VIEW IF EXISTS plain",
        "DROP VIEW IF EXISTS plain_membership",
        "CREATE VIEW plain AS SELECT DISTINCT s.shared AS subject, r.predicate AS predicate, o.shared AS object"
        " FROM relation r JOIN actor s ON s.id = r.subject JOIN actor o ON o.id = r.object"
        " WHERE r.document NOT IN (SELECT document FROM silent)"
        " AND r.status = 'asserted' AND r.certainty IN ('explicit', 'inferred')"
        " AND s.shared IS NOT NULL AND o.shared IS NOT NULL AND s.shared <> o.shared",
        "CREATE VIEW plain_membership AS SELECT DISTINCT p.shared AS person, o.shared AS organisation"
        " FROM membership m JOIN actor p ON p.id = m.person JOIN actor o ON o.id = m.organisation"
        " WHERE m.document NOT IN (SELECT document FROM silent) AND m.certainty IN ('explicit', 'inferred')"
        " AND p.shared IS NOT NULL AND o.shared IS NOT NULL",
    ),
}
"""What leads from each format to the next; what is derived is then made anew."""


def migrate(db: sqlite3.Connection, wanted: int) -> None:
    """Goes from an older format to `wanted`; whoever opens the file at the same time goes only once."""
    db.execute("BEGIN IMMEDIATE")
    try:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        for step in range(version, wanted):
            for statement in STEPS[step]:
                db.execute(statement)
        if version < wanted:
            remake(db)
            db.execute(f"PRAGMA user_version = {wanted}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # of a full disk SQLite has rolled back itself
            db.execute("ROLLBACK")
        raise
