"""The command line: what a person types, what comes back, and what the shell is told."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from commands_called import asked, call

from graph.library import Library

ROOT = Path(__file__).parent.parent


SEED = ROOT / "data" / "000_fcd71412aabef359.txt"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("commands") / "library"
    assert all(outcome.error is None for outcome in Library(folder).read([SEED]))
    return folder


def test_mentions_answers_as_the_interface_says(library: Path) -> None:
    found = asked(library, "mentions", "Synsam")
    assert list(found) == ["question", "rows", "evidence", "more", "silent"]
    assert found["question"] == {"name": "mentions", "parameters": {"name": "Synsam"}}
    first = next(row for row in found["rows"] if row["name"] == "Synsams etablering")
    key = first["evidence"][0]
    assert first == {
        "name": "Synsams etablering",
        "type": "project",
        "speaker": "Stefan Fredriksson",
        "organisation": "IUC",
        "date": "2021-04-19",
        "certainty": "explicit",
        "evidence": [key],
    }
    evidence = found["evidence"][key]
    assert evidence["document"].startswith("1420b162a728")
    assert len(evidence["document"]) == 64
    del evidence["document"], evidence["statement"], evidence["file"], evidence["words"]
    assert evidence == {
        "title": "Anteckningar näringslivsdialog 19 april 2021",
        "date": "2021-04-19",
        "start": 6494,
        "end": 6608,
        "skipped": [],
        "line": 154,
        "page": None,
        "text": "Vi jobbar tillsammans med \nkommunen och arbetsfördelningen för att få bra "
        "förutsättningar för \nSynsams etablering.",
        "quote": "Vi jobbar tillsammans med kommunen och arbetsfördelningen för att få bra "
        "förutsättningar för Synsams etablering.",
        "heading": "IUC Stefan Fredriksson",
        "speakers": ["Stefan Fredriksson"],
        "attribution": "carried",
        "organisation": "IUC",
        "part_of": None,
        "status": "asserted",
    }
    assert (found["more"], found["silent"]) == (False, None)


def test_what_the_text_does_not_say_is_no_error_but_silence(library: Path) -> None:
    found = asked(library, "figures", "--about", "Synsam", "--measures", "jobb")
    assert found["rows"] == []
    assert found["silent"]["documents"] == 1
    assert found["silent"]["statements"] == 26
    assert set(found["silent"]["closest"]) <= found["evidence"].keys()
    assert found["silent"]["closest"] != []


def test_an_answer_in_a_terminal_reads_as_a_sentence_with_its_source(library: Path) -> None:
    result = call("--library", library, "partners", "IUC", "--relation", "supports")
    assert result.stdout.splitlines()[:3] == [
        "IUC stöder Synsams etablering",
        "  ”Vi jobbar tillsammans med kommunen och arbetsfördelningen för att få bra förutsättningar "
        "för Synsams etablering.”",
        "  Stefan Fredriksson, IUC – Anteckningar näringslivsdialog 19 april 2021, rad 154",
    ]
    english = call("--library", library, "--lang", "en", "partners", "IUC", "--relation", "supports")
    assert english.stdout.startswith("IUC supports Synsams etablering\n")


def test_a_list_says_when_there_is_more(library: Path) -> None:
    result = call("--library", library, "statements", "--limit", "2")
    assert result.stderr == "Det finns fler rader; se --limit och --offset.\n"
    whole = asked(library, "statements")["rows"]
    page = asked(library, "statements", "--limit", "2", "--offset", "2")
    assert (len(page["rows"]), page["more"]) == (2, True)
    assert [row["speaker"] for row in page["rows"]] == [row["speaker"] for row in whole[2:4]]


def test_an_answer_as_a_file(library: Path, tmp_path: Path) -> None:
    for name in ("answer.json", "answer.csv", "answer.xlsx"):
        result = call("--library", library, "mentions", "Synsam", "--out", tmp_path / name)
        assert (result.exit_code, result.stdout) == (0, "")
    whole = asked(library, "mentions", "Synsam")
    assert json.loads((tmp_path / "answer.json").read_text(encoding="utf-8")) == whole
    with (tmp_path / "answer.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["name"] for row in rows] == [row["name"] for row in whole["rows"]]
    assert rows[0]["quote"] in {held["quote"] for held in whole["evidence"].values()}
    sheet = openpyxl.load_workbook(tmp_path / "answer.xlsx").active
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [row["name"] for row in rows]
    refused = call("--library", library, "mentions", "Synsam", "--out", tmp_path / "answer.doc")
    assert refused.exit_code == 2
    assert "answer.doc" in refused.stderr


def test_a_bad_file_is_named_and_the_rest_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "papper"
    folder.mkdir()
    (folder / "tom.txt").write_bytes(b" \n")
    (folder / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (folder / "bra.txt").write_bytes(SEED.read_bytes())
    result = call("--library", tmp_path / "library", "read", folder)
    assert result.exit_code == 3
    assert "tom.txt" in result.stderr
    assert "bra.txt" in result.stdout
    assert [row["file"] for row in asked(tmp_path / "library", "documents")["rows"]] == ["bra.txt"]
    (folder / "tom.txt").unlink()
    again = call("--library", tmp_path / "library", "read", folder, "--json")
    assert again.exit_code == 0, "a kind that is not read is skipped, not failed"
    states = {Path(row["path"]).name: row["state"] for row in json.loads(again.stdout)["rows"]}
    assert states == {"bild.png": "skipped", "bra.txt": "unchanged"}


def test_a_document_with_its_text_and_taken_out(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    call("--library", folder, "read", SEED)
    found = asked(folder, "document", "1420b162a728")
    assert found["text"] == SEED.read_bytes().decode("utf-8")
    assert len(found["rows"]) == 26
    assert found["unread"] == []
    assert call("--library", folder, "check").exit_code == 0
    assert call("--library", folder, "rebuild").exit_code == 0
    assert call("--library", folder, "remove", SEED.name).exit_code == 0
    assert asked(folder, "documents")["rows"] == []


USAGE = {
    "a command that there is not": ["mention"],
    "an option that there is not": ["mentions", "Synsam", "--colour"],
    "too little": ["mentions"],
    "too much": ["remove", "a", "b"],
    "a day that there is not": ["mentions", "Synsam", "--from", "2021-02-30"],
    "a value that is none": ["partners", "--status", "glad"],
    "a question that there is not": ["ask", "vad är klockan"],
    "a parameter without value": ["ask", "roles", "-p", "about"],
}


@pytest.mark.parametrize("words", USAGE.values(), ids=USAGE)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_wrong_use_is_one_sentence_and_exit_code_2(words: list[str], language: str, library: Path) -> None:
    result = call("--lang", language, "--library", library, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    told = call("--lang", language, "--library", library, *words, "--json")
    if not words[0].startswith("remove"):
        error = json.loads(told.stdout)["error"]
        assert told.exit_code == 2
        assert error["what"]
        assert error["next"]
        assert list(error) == ["what", "where", "next"]


def test_a_failure_is_one_sentence_and_exit_code_1(library: Path) -> None:
    result = call("--library", library, "document", "finns-inte.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "finns-inte.txt" in result.stderr
    error = json.loads(call("--library", library, "document", "finns-inte.txt", "--json").stdout)["error"]
    assert "finns-inte.txt" in error["where"]


def test_two_files_with_one_stem_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "möte.txt").write_bytes(SEED.read_bytes())
    out = tmp_path / "out"
    result = call("extract", tmp_path / "a" / "möte.txt", tmp_path / "b" / "möte.txt", "--out", out)
    assert result.exit_code == 2
    assert str(tmp_path / "a" / "möte.txt") in result.stderr
    assert str(tmp_path / "b" / "möte.txt") in result.stderr
    assert not out.exists()


def test_extract_and_evaluate_speak_the_same_lines(tmp_path: Path) -> None:
    gold = ROOT / "tests" / "gold" / "seed"
    result = call("extract", SEED, "--out", tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    scored = json.loads(call("evaluate", gold, tmp_path, "--json").stdout)
    rows = {(row["kind"], row["type"]): row for row in scored["rows"]}
    assert rows["statement", "span+speaker"]["f1"] >= 0.95
    assert "statement / span" in call("evaluate", gold, tmp_path).stdout


def test_the_demo_works_from_nothing_and_what_it_says_to_try_works(tmp_path: Path) -> None:
    result = call("demo", tmp_path / "ut", SEED)
    assert result.exit_code == 0
    assert (tmp_path / "ut" / "network.html").stat().st_size > 100_000
    lines = [line.strip() for line in result.stdout.splitlines() if line.startswith("  samverkan --library")]
    assert [line.partition("demo-library ")[2] for line in lines] == [
        "mentions Synsam",
        "partners IUC",
        "ask speakers",
    ]
    for line in lines:
        assert call(*line.split()[1:]).exit_code == 0
    own = call("demo", tmp_path / "ut")
    assert own.exit_code == 0, "the sample that the package holds"
    titles = [row["title"] for row in asked(tmp_path / "ut" / "demo-library", "documents")["rows"]]
    assert titles == ["Minnesanteckningar näringslivsdialog Dalarna 6 oktober 2025"]


def test_a_look_keeps_nothing(tmp_path: Path) -> None:
    result = call("--library", tmp_path / "library", "show", SEED, "--out", tmp_path / "page.html")
    assert result.exit_code == 0
    assert "IUC stöder Synsams etablering" in result.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize(
    "name", ["n.html", "n.svg", "n.png", "n.pdf", "n.xlsx", "n.gexf", "n.graphml", "n.csv"]
)
def test_the_network_in_every_format(name: str, library: Path, tmp_path: Path) -> None:
    assert call("--library", library, "network", tmp_path / name, "--around", "IUC").exit_code == 0
    assert (tmp_path / name).stat().st_size > 200


def test_the_knowledge_as_rdf_and_asked_in_sparql(library: Path, tmp_path: Path) -> None:
    for name in ("k.nq", "k.trig", "k.jsonld", "k.ttl", "k.nt", "k.rdf"):
        assert call("--library", library, "export", tmp_path / name).exit_code == 0
        assert (tmp_path / name).stat().st_size > 1000
    assert call("--library", library, "export", tmp_path / "k.doc").exit_code == 2
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    found = json.loads(call("--library", library, "sparql", query, "--json").stdout)
    assert int(found["results"]["bindings"][0]["n"]["value"]) > 50
    refused = call("--library", library, "sparql", "DELETE WHERE { ?s ?p ?o }")
    assert refused.exit_code == 2
    piped = call("--library", library, "sparql", "-", "--format", "csv", input="ASK {}")
    assert piped.exit_code == 0


def test_what_works_on_this_machine(tmp_path: Path) -> None:
    found = json.loads(call("--library", tmp_path / "none", "doctor", "--json").stdout)
    parts = {row["part"]: row["works"] for row in found["rows"]}
    assert parts.keys() >= {"python", "sqlite", "reading", "knowledge", "picture", "library", "containment"}
    assert parts["sqlite"]
    assert not (tmp_path / "none").exists()
