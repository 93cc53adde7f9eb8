"""Saved questions about meetings and people: when, who spoke, who was there, which roles, what is next."""

from graph.knowledge.query.asked import Asked
from graph.knowledge.query.evidence import speaker_cells
from graph.knowledge.query.names import bearers
from graph.knowledge.query.words import quotes
from graph.model.answers import Answer, Row


def meetings(asked: Asked) -> Answer:
    """One row a meeting: kind, title, date."""
    rows: list[Row] = []
    for row in asked.db.execute(
        "SELECT m.*, d.file FROM meeting m JOIN document d ON d.id = m.document ORDER BY m.date, d.sha256"
    ):
        if row["document"] in asked.period:
            found = [quote for quote in dict.fromkeys((row["title_quote"], row["date_quote"])) if quote]
            rows.append(
                {
                    "kind": row["kind"],
                    "title": row["title"],
                    "date": row["date"],
                    "file": row["file"],
                    "evidence": [asked.key(quote) for quote in found],
                }
            )
    return asked.answered(rows)


def next_meeting(asked: Asked) -> Answer:
    """One row an announced meeting: day, time, and how the year is known."""
    rows: list[Row] = []
    for row in asked.db.execute(
        "SELECT m.* FROM meeting m JOIN document d ON d.id = m.document WHERE m.next IS NOT NULL ORDER BY m.date, d.sha256"
    ):
        if row["document"] in asked.period:
            day, _, time = str(row["next"]).partition("T")
            keys = [asked.key(row["next_quote"])] if row["next_quote"] else []
            rows.append(
                {
                    "kind": row["kind"],
                    "next": row["next"],
                    "day": day,
                    "time": time[:5] or None,
                    "after": row["date"],
                    "certainty": row["next_certainty"],
                    "reason": row["next_reason"],
                    "evidence": list(keys),
                }
            )
    return asked.answered(rows)


SPOKE = """
SELECT s.id, s.document, s.heading, a.id AS actor, a.name, a.kind, o.name AS organisation, o.id AS organisation_id,
       o.classification, p.name AS part_of, d.date, (SELECT min(q.id) FROM quote q WHERE q.passage = s.id) AS first
FROM speaker k JOIN statement s ON s.id = k.statement JOIN actor a ON a.id = k.actor JOIN document d ON d.id = s.document
LEFT JOIN actor o ON o.id = s.organisation LEFT JOIN actor p ON p.id = o.part_of ORDER BY k.id
"""


def speakers(asked: Asked) -> Answer:
    """One row a speaker and the organisation spoken for, with the heading that names them."""
    kind, excepted = asked.get("type"), asked.get("except")
    left_out = {bearer.name for bearer in bearers(asked.db, excepted)} if excepted else set()
    seen: dict[tuple[object, ...], Row] = {}
    near: list[int] = []
    for row in asked.db.execute(SPOKE):
        if not asked.fits(row["document"], row["id"], (row["actor"], row["organisation_id"])):
            continue
        keys = _heading_quotes(asked, row["heading"]) or [row["first"]]
        classes = {row["kind"], row["classification"], "person" if row["kind"] == "person" else None}
        if kind and kind not in classes:
            continue
        if {row["name"], row["organisation"]} & left_out:
            near += keys
            continue
        named = row["name"] if row["kind"] == "person" else None
        cell = {
            "speaker": named,
            "organisation": row["organisation"] or (None if named else row["name"]),
            "part_of": row["part_of"],
            "type": row["classification"],
            "date": row["date"],
        }
        seen.setdefault(
            (row["document"], named, cell["organisation"]),
            {**cell, "evidence": [asked.key(quote) for quote in keys]},
        )
    return asked.answered(list(seen.values()), near)


def _heading_quotes(asked: Asked, heading: int | None) -> list[int]:
    """The quotes of a heading and of the umbrella above it, outermost first."""
    if heading is None:
        return []
    row = asked.db.execute("SELECT parent FROM heading WHERE id = ?", (heading,)).fetchone()
    above = _heading_quotes(asked, row["parent"]) if row and row["parent"] else []
    own = asked.db.execute("SELECT id FROM quote WHERE passage = ? ORDER BY id", (heading,)).fetchall()
    return above + [quote[0] for quote in own]


def attendance(asked: Asked) -> Answer:
    """One row a person or organisation in a list of attendance, or said to be absent."""
    rows: list[Row] = []
    found = asked.db.execute(
        "SELECT t.*, a.name, a.kind, a.classification, q.passage, d.date FROM attendance t JOIN actor a ON a.id = t.actor"
        " JOIN quote q ON q.id = t.quote JOIN document d ON d.id = t.document ORDER BY t.id"
    ).fetchall()
    for row in found:
        kind = asked.get("type")
        if kind and kind not in (row["kind"], row["classification"]):
            continue
        status = asked.get("status")
        if (
            status
            and status != row["presence"]
            and not (status == "absent" and row["presence"] == "declined")
        ):
            continue
        if row["document"] in asked.period and (
            asked.held is None or row["passage"] in asked.held or row["actor"] in asked.named
        ):
            organisation = asked.db.execute(
                "SELECT o.name FROM membership m JOIN actor o ON o.id = m.organisation WHERE m.person = ? ORDER BY m.id",
                (row["actor"],),
            ).fetchone()
            rows.append(
                {
                    "name": row["name"],
                    "type": row["kind"],
                    "organisation": organisation[0] if organisation else None,
                    "presence": row["presence"],
                    "instead_of": row["instead_of"],
                    "date": row["date"],
                    "evidence": [asked.key(row["quote"])],
                }
            )
    return asked.answered(rows)


def roles(asked: Asked) -> Answer:
    """One row a person's role: organisation, and the title where the words give one."""
    rows: list[Row] = []
    near: list[int] = []
    found = asked.db.execute(
        "SELECT m.*, p.name, p.id AS person_id, o.name AS organisation_name, q.passage, d.date FROM membership m"
        " JOIN actor p ON p.id = m.person JOIN actor o ON o.id = m.organisation JOIN quote q ON q.id = m.quote"
        " JOIN document d ON d.id = m.document ORDER BY m.id"
    ).fetchall()
    for row in found:
        named = {row["person_id"], row["organisation"]} & asked.named
        if row["document"] in asked.period and (asked.held is None or named):
            rows.append(
                {
                    "name": row["name"],
                    "organisation": row["organisation_name"],
                    "title": row["role"],
                    "date": row["date"],
                    "certainty": row["certainty"],
                    "evidence": [asked.key(row["quote"])],
                }
            )
    for actor in sorted(asked.named):
        near += [
            r[0]
            for r in asked.db.execute(
                "SELECT DISTINCT quote FROM mention WHERE actor = ? ORDER BY quote", (actor,)
            )
        ]
    return asked.answered(rows, near)


def names(asked: Asked) -> Answer:
    """One row a proper name that fits; what is only described has none."""
    rows: list[Row] = []
    near: list[int] = []
    about = asked.get("about") or ""
    for bearer in bearers(asked.db, about):
        row = asked.db.execute("SELECT * FROM actor WHERE id = ?", (bearer.id,)).fetchone()
        named = [
            r[0]
            for r in asked.db.execute(
                "SELECT DISTINCT quote FROM mention WHERE actor = ? ORDER BY quote", (bearer.id,)
            )
        ]
        if row["description"] or row["kind"] == "unnamed":
            near += named
            continue
        forms = [
            r[0] for r in asked.db.execute("SELECT name FROM name WHERE actor = ? ORDER BY id", (bearer.id,))
        ]
        rows.append(
            {
                "name": row["name"],
                "type": row["kind"],
                "aliases": forms[1:],
                "evidence": [asked.key(quote) for quote in named[:3]],
            }
        )
    return asked.answered(rows, near)


def where(asked: Asked) -> Answer:
    """One row a place that a statement on the subject names, with what its speaker says there."""
    rows: list[Row] = []
    found = asked.db.execute(
        "SELECT DISTINCT a.name, a.id, q.passage, m.document, d.date FROM mention m JOIN actor a ON a.id = m.actor"
        " JOIN quote q ON q.id = m.quote JOIN document d ON d.id = m.document JOIN statement s ON s.id = q.passage"
        " WHERE a.kind = 'place' ORDER BY m.id"
    ).fetchall()
    for row in found:
        if asked.fits(row["document"], row["passage"], (row["id"],)):
            every = [
                r[0]
                for r in asked.db.execute(
                    "SELECT id FROM quote WHERE passage = ? ORDER BY id", (row["passage"],)
                )
            ]
            rows.append(
                {
                    "place": row["name"],
                    **speaker_cells(asked.db, row["passage"]),
                    "date": row["date"],
                    "evidence": [asked.key(quote) for quote in every],
                }
            )
    return asked.answered(rows)


def concerns(asked: Asked) -> Answer:
    """Statements that name a worry, by the organisations that raise it; those on the words asked for."""
    worried = quotes(
        asked.db,
        "oro OR oroande OR bekymmer OR problem OR problematik OR utmaning OR svårt OR brist OR förvånas OR belastning",
        every=False,
    )
    rows: list[Row] = []
    found = asked.db.execute(
        "SELECT q.id, q.passage, q.status, q.document, d.date FROM quote q JOIN statement s ON s.id = q.passage JOIN document d ON d.id = q.document ORDER BY q.id"
    ).fetchall()
    for row in found:
        if row["id"] in worried and asked.fits(row["document"], row["passage"], status=row["status"]):
            rows.append(
                {
                    **speaker_cells(asked.db, row["passage"]),
                    "date": row["date"],
                    "status": row["status"],
                    "evidence": [asked.key(row["id"])],
                }
            )
    return asked.answered(rows)
