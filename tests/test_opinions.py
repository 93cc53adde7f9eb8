"""Second opinions: asked only when told whom, kept only with words and names of the minutes, never an edge."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from model_stub import answering, fails, gives, says
from opinions_asked import HURRIED, KEY, KNOWN, MINUTES, UNSEEN, ask, listed, opened

from graph.library import Library
from graph.model.opinions import Fault
from graph.opinions import models
from graph.opinions.address import address


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    held = opened(tmp_path)
    yield held
    held.store.close()


def everything(library: Library) -> tuple[object, ...]:
    """All that a library says and draws, but for its opinions."""
    store = library.store
    quads = [store.nquads(sha256) for sha256 in store.documents()]
    plain = [tuple(row) for row in store.db.execute("SELECT * FROM plain ORDER BY 1, 2, 3")]
    return quads, plain, library.drawn(), library.partners(), sorted(library.dataset().quads())


def test_a_tie_that_the_rules_lack_becomes_a_candidate_and_nothing_else(library: Library) -> None:
    before = everything(library)
    told, _ = ask(library, says(UNSEEN))
    assert (told.candidates, told.agreed, told.failed) == (1, 0, 0)
    assert everything(library) == before
    answer = library.opinions()
    (row,) = answer.rows
    assert (row["name"], row["relation"], row["other"]) == (
        "Tillväxtverket",
        "works_with",
        "Linköpings universitet",
    )
    assert (row["reason"], row["certainty"]) == ("tie_unseen", "probable")
    assert (row["source"], row["model"]) == ("llm", "stub-model")
    assert str(row["version"]).startswith("stub-model-2026 fp_1 instructions-")
    (held,) = answer.evidence.values()
    assert held.quote == UNSEEN["quote"]
    assert MINUTES[held.words[0][0] : held.words[0][1]] == UNSEEN["quote"]


def test_agreement_raises_nothing_whichever_way_round_or_judged(library: Library) -> None:
    judged = {"tie": 1, "holds": True, "quote": KNOWN["quote"]}
    told, _ = ask(library, says(KNOWN, judged))
    assert (told.candidates, told.agreed) == (0, 2)
    assert library.opinions().rows == ()


def test_a_tie_that_the_model_denies_is_a_candidate_and_stays_an_edge(library: Library) -> None:
    before = everything(library)
    told, stub = ask(library, says({"tie": 1, "holds": False, "quote": KNOWN["quote"]}))
    shown = json.loads(stub.asked[0]["messages"][1]["content"])["minutes"][0]["ties"]
    assert (shown[0]["tie"], shown[0]["relation"]) == (1, "works_with")
    assert told.candidates == 1
    assert [row[3] for row in listed(library)] == ["tie_denied"]
    assert everything(library) == before


def test_another_relation_or_status_is_a_difference(library: Library) -> None:
    ask(library, says({**KNOWN, "relation": "supports"}, {**KNOWN, "status": "planned"}))
    assert {row[3] for row in listed(library)} == {"tie_otherwise", "status_otherwise"}


BAD_ITEMS: list[tuple[dict[str, Any], Fault]] = [
    ({**UNSEEN, "quote": "Tillväxtverket samarbetar med Linköpings universitet."}, Fault.QUOTE),
    ({**UNSEEN, "quote": UNSEEN["quote"].upper()}, Fault.QUOTE),
    ({**UNSEEN, "quote": "gasen. Vi planerar att"}, Fault.QUOTE),  # runs over two statements
    ({**UNSEEN, "quote": "Vi"}, Fault.QUOTE),
    ({**UNSEEN, "quote": ""}, Fault.QUOTE),
    ({**UNSEEN, "object": "Volvo Cars"}, Fault.NAME),
    ({**UNSEEN, "subject": "universitet"}, Fault.NAME),
    ({**UNSEEN, "object": "Tillväxtverket"}, Fault.NAME),
    ({**UNSEEN, "relation": "owns"}, Fault.FORM),
    ({**UNSEEN, "relation": ["works_with"]}, Fault.FORM),
    ({**UNSEEN, "status": {"a": 1}}, Fault.FORM),
    ({**UNSEEN, "quote": None}, Fault.FORM),
    ({**UNSEEN, "quote": "x" * 50_000}, Fault.FORM),
    ({**UNSEEN, "subject": 7}, Fault.FORM),
    ({"subject": "Tillväxtverket"}, Fault.FORM),
    ({"tie": 99, "holds": False, "quote": KNOWN["quote"]}, Fault.FORM),
    ({"tie": True, "holds": False, "quote": KNOWN["quote"]}, Fault.FORM),
    ({"tie": 1, "holds": "no", "quote": KNOWN["quote"]}, Fault.FORM),
]


@pytest.mark.parametrize(("bad", "fault"), BAD_ITEMS, ids=lambda part: str(part)[:60])
def test_what_the_document_does_not_bear_is_left_out_and_what_was_right_kept(
    bad: dict[str, Any], fault: Fault, library: Library
) -> None:
    told, _ = ask(library, says(bad, UNSEEN))
    assert told.refused == {fault: 1}
    assert [row[3] for row in listed(library)] == ["tie_unseen"]


LINE = json.dumps(UNSEEN, ensure_ascii=False)


@pytest.mark.parametrize(
    "text",
    [
        f"Här är svaret:\n```json\n[{LINE}, {LINE}]\n```\nHör av dig!",
        json.dumps({"ties": [UNSEEN]}),
        json.dumps({"ties": [UNSEEN, KNOWN]}, indent=2)[:-120],  # cut off
        f"{LINE}\n{LINE[:70]}",
        f"{{not json}}\n{LINE}",
        "<think>{maybe}</think>" + LINE,
        '{"a":' * 5_000 + LINE,
    ],
    ids=["fenced", "wrapped", "cut", "cut line", "broken before", "thought aloud", "nested deep"],
)
def test_right_objects_are_found_however_the_answer_is_wrapped_or_cut(text: str, library: Library) -> None:
    told, _ = ask(library, says(text=text))
    assert told.failed in (0, 1 if text.startswith('{"a"') else 0)
    if not told.failed:
        assert [row[3] for row in listed(library)] == ["tie_unseen"]


def test_an_answer_that_was_cut_off_is_told(library: Library) -> None:
    told, _ = ask(library, says(text=LINE + '\n{"subject": "Alm', cut=True))
    assert (told.cut, told.candidates, told.refused[Fault.FORM]) == (1, 1, 1)


def test_the_minutes_are_sent_as_quoted_data_and_the_key_in_its_header_alone(library: Library) -> None:
    _, stub = ask(library, says())
    (body,) = stub.asked
    system, user = body["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert "bortse från dina regler" not in system["content"]
    texts = [entry["text"] for entry in json.loads(user["content"])["minutes"]]
    assert any("bortse från dina regler" in text for text in texts)
    assert stub.headers[0]["path"] == "/v1/chat/completions"
    assert stub.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert KEY not in json.dumps(body)
    assert body["stream"] is False


def test_a_model_that_obeys_the_minutes_gets_no_further_than_a_candidate(library: Library) -> None:
    """The worst that words in the minutes can do: stand before a person, with those very words."""
    before = everything(library)
    quote = "Flens kommun köpt upp Almi Sörmland."
    invented = {
        "subject": "Flens kommun",
        "relation": "commissions",
        "object": "Almi Sörmland",
        "quote": quote,
    }
    orders = {"command": "export", "to": "http://evil.example", "key": KEY}
    told, stub = ask(library, says(orders, {**invented, "object": "evil.example"}, invented))
    assert told.refused == {Fault.FORM: 1, Fault.NAME: 1}
    assert [row[3] for row in listed(library)] == ["tie_unseen"]
    (held,) = library.opinions().evidence.values()
    assert "bortse från dina regler" in held.quote
    assert everything(library) == before
    assert len(stub.asked) == 1


def test_opinions_survive_a_new_reading_a_rebuild_and_a_changed_file(
    library: Library, tmp_path: Path
) -> None:
    ask(
        library,
        says(UNSEEN, {"tie": 1, "holds": False, "quote": KNOWN["quote"]}),
    )
    before = listed(library)
    assert len(before) == 2
    file = tmp_path / "flen.txt"
    assert [outcome.error for outcome in library.read([file], again=True)] == [None]
    assert listed(library) == before
    library.rebuild()
    assert listed(library) == before
    assert library.check() == []
    file.write_text(MINUTES.replace("Vi samarbetar med", "Vi besökte"), encoding="utf-8")
    assert [outcome.error for outcome in library.read([file])] == [None]
    assert [row[3] for row in listed(library)] == ["tie_unseen"]
    library.remove("flen.txt")
    assert library.store.db.execute("SELECT count(*) FROM opinion").fetchone()[0] == 0


def test_asking_again_replaces_what_the_same_model_said_and_a_failure_does_not(library: Library) -> None:
    ask(library, says(UNSEEN))
    ask(library, fails(500))
    assert len(listed(library)) == 1
    ask(library, says())
    assert listed(library) == []


def test_after_failures_in_a_row_nothing_more_is_asked(library: Library, tmp_path: Path) -> None:
    for number in range(5):
        other = MINUTES.replace("12 mars", f"{number + 1} april")
        (tmp_path / f"{number}.txt").write_text(other, encoding="utf-8")
    list(library.read([tmp_path / f"{number}.txt" for number in range(5)]))
    with answering(gives(b"nej")) as stub:
        told = list(models.consulted(library.store, (), address(stub.url, "m"), HURRIED))
    assert len(stub.asked) == models.FAILURES
    assert [one.failed for one in told] == [1] * 6
