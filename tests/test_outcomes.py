"""What becomes of promises over a series: kept, partly, repeated, changed, not kept, or never spoken of."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph.knowledge.query.asking import asked
from graph.knowledge.query.promises import promises
from graph.knowledge.query.saved import saved_questions
from graph.knowledge.store.index import index_path
from graph.knowledge.store.library import Store
from graph.knowledge.store.opening import FORMAT
from graph.knowledge.store.outcomes import about
from graph.knowledge.store.series import series
from graph.lexicon.outcomes import told_outcome
from graph.library import Library
from graph.model.answers import Answer
from graph.model.terms import Outcome

SERIES = Path(__file__).parent / "series"


@pytest.fixture(scope="module")
def library(series_read: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    held = Library(shutil.copytree(series_read, tmp_path_factory.mktemp("series") / "library"))
    yield held
    held.store.close()


def told(answer: Answer) -> list[tuple[str, str, str | None, str | None]]:
    """Day, words, outcome and the words that tell it."""
    rows = []
    for row in answer.rows:
        held = [answer.evidence[str(key)] for key in row["evidence"] or ()]  # type: ignore[union-attr]  # keys
        later = [one.quote for one in held if (one.date or "") > str(row["date"])]
        words = later or [one.quote for one in held[1:] if row["outcome"]]
        rows.append((str(row["date"]), str(row["what"]), row["outcome"], words[0] if words else None))
    return rows  # type: ignore[return-value]  # cells that are words


def test_meetings_of_one_kind_and_region_are_a_series_by_date(library: Library) -> None:
    named = dict(library.store.db.execute("SELECT id, file FROM document"))
    found = sorted([named[document] for document in held] for held in series(library.store.db))
    assert found == [
        [f"kust-{number}.txt" for number in (1, 2, 3)],
        [f"siljan-{number}.txt" for number in (1, 2, 3, 4)],
    ]
    early = [named[document] for held in series(library.store.db, "2025-05") for document in held]
    assert sorted(early) == ["kust-1.txt", "siljan-1.txt", "siljan-2.txt"]


def test_every_promise_has_what_became_of_it_and_the_words_that_tell(library: Library) -> None:
    assert told(library.promises()) == [
        ("2025-02-12", "tar fram en kartläggning av lediga industrilokaler till nästa möte", "changed",
         "Kartläggningen av industrilokaler är inte klar, vi tar fram den till septembermötet i stället."),
        ("2025-02-12", "skicka enkäten om bredband till alla företag före den 1 april", "kept",
         "Enkäten om bredband är skickad till 310 företag."),
        ("2025-02-12", "återkommer med ett datum för studiebesöket", "silent", None),
        ("2025-02-12", "bjuder in Tillväxtverket till majmötet", "kept",
         "Tillväxtverket var inbjudet men kunde inte i dag, de kommer i september."),
        ("2025-03-06", "skriva ett förslag på ny hamntaxa till nästa möte", "kept",
         "Det är gjort, förslaget gick ut i maj."),
        ("2025-03-06", "skickar ut statistiken över lediga båtplatser senast den 15 april", "partly",
         "Delvis gjort."),
        ("2025-03-06", "ordna ett studiebesök i Smögen i augusti", "silent", None),
        ("2025-03-06", "kontaktar Jordbruksverket om stödet till fiskhamnar", "repeated",
         "Nytt försök till nästa möte."),
        ("2025-05-14", "tar fram den till septembermötet i stället", "kept",
         "Kartläggningen av lediga industrilokaler är klar och ligger på webben."),
        ("2025-05-14", "återkommer om lokalen", "silent", None),
        ("2025-06-05", "skriva ett förslag på ny hamntaxa", "kept", "Det är gjort, förslaget gick ut i maj."),
        ("2025-06-05", "skicka ut statistiken över båtplatser", "partly", "Delvis gjort."),
        ("2025-06-05", "kontakten med Jordbruksverket", "not_kept", "Nej, det har jag inte hunnit."),
        ("2025-06-05", "Nytt försök till nästa möte", "kept",
         "Jag har kontaktat Jordbruksverket, stödet till fiskhamnar är stängt till våren."),
        ("2025-09-17", "skickar underlaget om utlysningen till alla före den 1 oktober", "kept",
         "Underlaget om utlysningen har gått ut till alla i september."),
    ]  # fmt: skip


def test_open_are_those_that_nothing_tells_are_kept_each_once(library: Library) -> None:
    assert [row[1] for row in told(library.promises(open_only=True))] == [
        "återkommer med ett datum för studiebesöket",
        "skickar ut statistiken över lediga båtplatser senast den 15 april",
        "ordna ett studiebesök i Smögen i augusti",
        "återkommer om lokalen",
    ]


def test_what_is_open_on_a_day_is_told_by_meetings_up_to_it(library: Library) -> None:
    """In June the mapping is promised to September and the agency is to be asked again."""
    waiting = [(row[1], row[2]) for row in told(library.promises(open_only=True, as_of="2025-06-30"))]
    assert ("tar fram den till septembermötet i stället", None) in waiting
    assert ("Nytt försök till nästa möte", None) in waiting
    assert "skicka enkäten om bredband till alla företag före den 1 april" not in dict(waiting)
    early = told(library.promises(as_of="2025-02-28"))
    assert {row[2] for row in early if row[0] == "2025-02-12"} == {None}


def test_the_saved_question_and_the_read_model_tell_the_same(library: Library) -> None:
    store: Store = library.store
    own = asked(store.db, index_path(store), saved_questions()["promises"], {})
    read = promises(store.db)
    assert [(row["what"], row["outcome"]) for row in own.rows] == [
        (row["what"], row["outcome"]) for row in read.rows
    ]
    quotes = [
        {answer.evidence[str(key)].start for row in answer.rows for key in row["evidence"] or ()}  # type: ignore[union-attr]
        for answer in (own, read)
    ]
    assert quotes[0] <= quotes[1]  # which shows how the answer goes on, too


def test_a_later_promise_answers_the_one_whose_place_it_takes(library: Library) -> None:
    found = library.sparql(
        "PREFIX sam: <https://samverkan.example/ns#> SELECT ?old ?new WHERE {"
        " GRAPH ?outcomes { ?later sam:answers ?earlier }"
        " GRAPH ?one { ?earlier sam:what ?old } GRAPH ?two { ?later sam:what ?new } } ORDER BY ?old",
        "csv",
    )
    lines = bytes(found.content).decode().splitlines()[1:]
    assert "kontaktar Jordbruksverket om stödet till fiskhamnar,Nytt försök till nästa möte" in lines
    assert len(lines) == 3  # the recall of the same, too


TOLD = [
    ("Enkäten är skickad.", "skicka enkäten", Outcome.KEPT),
    ("Enkäten har ännu inte skickats.", "skicka enkäten", Outcome.NOT_KEPT),
    ("Vi har bjudit in alla.", "bjuda in alla", Outcome.KEPT),
    ("Alla är inbjudna.", "bjuda in alla", Outcome.KEPT),
    ("Rapporten är inte skriven.", "skriva rapporten", Outcome.NOT_KEPT),
    ("Rapporten skrevs i maj.", "skriva rapporten", None),
    ("Halvvägs, resten kommer.", "", Outcome.PARTLY),
    ("Mötet ställs in.", "ordna ett möte", Outcome.CHANGED),
    ("Det hann vi inte, vi tar det i stället i höst.", "", Outcome.CHANGED),
    ("Vi ska skicka enkäten.", "skicka enkäten", None),
    ("Enkäten var dyr.", "skicka enkäten", None),
    ("Arbetslösheten har stigit.", "skicka enkäten", None),
]


@pytest.mark.parametrize(("text", "deed", "outcome"), TOLD, ids=[row[0] for row in TOLD])
def test_the_words_tell_what_became_of_a_deed(text: str, deed: str, outcome: Outcome | None) -> None:
    assert told_outcome(text, deed) is outcome


def test_words_are_about_a_promise_by_its_own_words_or_their_compounds() -> None:
    assert about("rapporten om bussen", "Bussrapporten är inte skriven.")
    assert not about("skicka enkäten om bredband", "Bredband är viktigt för alla.")
    assert not about("återkommer till nästa möte", "Nästa möte är i maj.")


def test_a_library_of_the_format_before_is_brought_up_with_all_it_holds(tmp_path: Path) -> None:
    held = Library(tmp_path)
    assert all(outcome.error is None for outcome in held.read([SERIES]))
    before = told(held.promises())
    texts = held.store.db.execute("SELECT sha256, fingerprint FROM document ORDER BY 1").fetchall()
    kept = [tuple(row) for row in texts]
    held.store.close()
    with closing(sqlite3.connect(tmp_path / "library.db", isolation_level=None)) as db:
        for column in ("iri", "outcome", "outcome_quote"):
            db.execute(f"ALTER TABLE promise DROP COLUMN {column}")
        db.execute("ALTER TABLE decision DROP COLUMN why")
        for view in ("plain", "plain_membership"):
            db.execute(f"DROP VIEW {view}")
        for table in ("same_minutes", "minutes_band", "silent"):
            db.execute(f"DROP TABLE {table}")
        for index in ("actor_decided", "actor_natural"):
            db.execute(f"DROP INDEX {index}")
        for table, column in (
            ("actor", "natural"),
            ("actor", "natural_ground"),
            ("shared", "own"),
            ("shared", "parted"),
        ):
            db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        for table in ("opinion", "audit", "tombstone"):
            db.execute(f"DROP TABLE {table}")
        db.execute("ALTER TABLE figure DROP COLUMN reason")
        db.execute("PRAGMA user_version = 1")
    again = Library(tmp_path)
    assert told(again.promises()) == before
    assert [
        tuple(row) for row in again.store.db.execute("SELECT sha256, fingerprint FROM document ORDER BY 1")
    ] == kept
    assert again.store.db.execute("PRAGMA user_version").fetchone()[0] == FORMAT
    assert again.check() == []
    again.store.close()
