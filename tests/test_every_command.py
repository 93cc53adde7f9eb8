"""Every command as a person or a program runs it, on the sample minutes."""

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from graph.commands.table import samverkan

ROOT = Path(__file__).parent.parent
SEED = ROOT / "data" / "000_fcd71412aabef359.txt"
HASH = "1420b162a728a48fc4b5a33eafe4ad7d15c6c7e6ba38083d7a4f3624b3cdbc5c"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("library")
    assert run(folder, "read", str(SEED)).exit_code == 0
    return folder


def run(library: Path, *arguments: str) -> Result:
    return CliRunner().invoke(samverkan, ["--library", str(library), *arguments])


def rows(library: Path, *arguments: str) -> list[dict[str, Any]]:
    result = run(library, *arguments, "--json")
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)["rows"]
    return found


def test_mentions_are_as_the_contract_shows_them(library: Path) -> None:
    answer = json.loads(run(library, "mentions", "Synsam", "--json").stdout)
    assert answer["question"] == {"name": "mentions", "parameters": {"name": "Synsam"}}
    first = answer["rows"][0]
    assert (first["name"], first["type"], first["speaker"], first["organisation"], first["date"]) == (
        "Synsams etablering", "project", "Stefan Fredriksson", "IUC", "2021-04-19",
    )  # fmt: skip
    shown = answer["evidence"][first["evidence"][0]]
    assert (shown["document"], shown["start"], shown["end"], shown["line"], shown["page"]) == (
        HASH,
        6494,
        6608,
        154,
        None,
    )
    assert shown["quote"].endswith("få bra förutsättningar för Synsams etablering.")
    assert shown["words"] == [[6589, 6607]]
    assert (shown["heading"], shown["speakers"], shown["attribution"], shown["status"]) == (
        "IUC Stefan Fredriksson", ["Stefan Fredriksson"], "carried", "asserted",
    )  # fmt: skip
    assert (answer["more"], answer["silent"]) == (False, None)


def test_partners_name_establishments_and_unnamed_parties_with_candidates(library: Path) -> None:
    found = rows(library, "partners", "IUC")
    assert {"Synsams etablering", "Woolpowers nya fabrik"} <= {row["name"] for row in found}
    unnamed = {row["as_written"]: row["candidates"] for row in found if row["name"] is None}
    assert unnamed.keys() == {"kommunen", "arbetsfördelningen"}
    assert all(unnamed.values())


def test_presence_at_a_meeting_is_no_tie(library: Path) -> None:
    assert rows(library, "partners", "Nyföretagarcentrum") == []
    weaker = rows(library, "partners", "Nyföretagarcentrum", "--computed")
    assert {row["relation"] for row in weaker} <= {"same_meeting", "same_statement", "spoke_about"}
    assert weaker


def test_nothing_found_is_no_error_but_silence(library: Path) -> None:
    result = run(library, "mentions", "Kebnekaise AB", "--json")
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["rows"]) == (0, [])
    assert answer["silent"]["documents"] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["documents"], ["actors", "--type", "project"], ["actor", "Almi"], ["search", "besöksnäring"], ["promises"],
        ["path", "IUC", "Woolpower"], ["figures", "--about", "export"], ["statements", "--by", "Almi"], ["ask", "speakers"],
        ["ask", "När är nästa möte?"],
    ],
    ids=lambda arguments: " ".join(arguments),
)  # fmt: skip
def test_a_person_and_a_program_get_an_answer(arguments: list[str], library: Path) -> None:
    assert rows(library, *arguments)
    shown = run(library, *arguments)
    assert shown.exit_code == 0
    assert shown.stdout.strip()
    assert "\x1b[" not in shown.stdout


@pytest.mark.parametrize("ending", [".json", ".csv", ".xlsx"])
def test_an_answer_can_be_kept_as_a_file(ending: str, library: Path, tmp_path: Path) -> None:
    out = tmp_path / f"answer{ending}"
    assert run(library, "mentions", "Synsam", "--out", str(out)).exit_code == 0
    if ending == ".csv":
        with out.open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.reader(file))) == 3
    elif ending == ".xlsx":
        assert openpyxl.load_workbook(out).active.max_row == 3
    else:
        assert len(json.loads(out.read_text(encoding="utf-8"))["rows"]) == 2


def test_limit_and_offset_page_through_the_rows(library: Path) -> None:
    every = rows(library, "statements")
    page = json.loads(run(library, "statements", "--limit", "3", "--offset", "2", "--json").stdout)
    assert [row["status"] for row in page["rows"]] == [row["status"] for row in every[2:5]]
    assert page["more"] is True


def test_sparql_sees_what_holds_now(library: Path) -> None:
    query = "SELECT ?b WHERE { ?a <https://samverkan.example/ns#supports> ?b } ORDER BY ?b"
    result = run(library, "sparql", query, "--json")
    assert result.exit_code == 0, result.output
    assert len(json.loads(result.stdout)["results"]["bindings"]) == 2


@pytest.mark.parametrize("ending", ["nq", "trig", "jsonld", "ttl", "nt", "rdf"])
def test_knowledge_is_exported(ending: str, library: Path, tmp_path: Path) -> None:
    out = tmp_path / f"knowledge.{ending}"
    assert run(library, "export", str(out)).exit_code == 0
    before = out.read_bytes()
    assert run(library, "export", str(out)).exit_code == 0
    assert out.read_bytes() == before
    assert b"samverkan.example" in before


def test_check_and_rebuild_find_and_leave_all_well(library: Path) -> None:
    assert run(library, "check").exit_code == 0
    before = run(library, "mentions", "Synsam", "--json").stdout
    assert run(library, "rebuild").exit_code == 0
    assert run(library, "mentions", "Synsam", "--json").stdout == before


def test_a_document_shows_its_text_and_statements(library: Path) -> None:
    answer = json.loads(run(library, "document", "1420b1", "--json").stdout)
    assert answer["text"] == SEED.read_bytes().decode("utf-8")
    assert len(answer["rows"]) == 26
    assert answer["unread"] == []


def test_reading_again_skips_what_is_unchanged_and_removal_takes_all_out(tmp_path: Path) -> None:
    library = tmp_path / "library"
    assert [row["state"] for row in rows(library, "read", str(SEED))] == ["read"]
    assert [row["state"] for row in rows(library, "read", str(SEED))] == ["unchanged"]
    assert run(library, "remove", SEED.name).exit_code == 0
    assert rows(library, "documents") == []
    assert run(library, "remove", SEED.name).exit_code == 1


def test_a_bad_file_is_named_and_the_rest_go_on(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 broken")
    result = run(tmp_path / "library", "read", str(bad), str(SEED))
    assert result.exit_code == 3
    assert "bad.pdf" in result.stderr
    assert "26" in result.stdout
    assert "Traceback" not in result.output


def test_extract_writes_what_evaluate_scores(tmp_path: Path) -> None:
    out = tmp_path / "found"
    assert run(tmp_path / "none", "extract", str(SEED), "--out", str(out)).exit_code == 0
    scored = json.loads(
        run(tmp_path / "none", "evaluate", str(ROOT / "tests/gold/seed"), str(out), "--json").stdout
    )
    figures = {(row["kind"], row["type"]): row for row in scored["rows"]}
    assert figures["mention exact", "all"]["f1"] >= 0.9
    assert figures["represents", "all"]["f1"] >= 0.93
    assert figures["statement", "span+speaker"]["f1"] >= 0.95
    assert figures["relation", "all"]["recall"] >= 0.8
    assert not (tmp_path / "none").exists()


def test_two_files_of_one_stem_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    other = tmp_path / f"{SEED.stem}.docx"
    other.write_bytes(b"")
    result = run(tmp_path / "none", "extract", str(SEED), str(other), "--out", str(tmp_path / "out"))
    assert result.exit_code != 0
    assert str(SEED) in result.stderr
    assert str(other) in result.stderr
    assert not (tmp_path / "out").exists()


def test_demo_ends_with_three_lines_that_work(tmp_path: Path) -> None:
    result = CliRunner().invoke(samverkan, ["demo", str(tmp_path / "out"), str(SEED)])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "network.html").stat().st_size > 100_000
    lines = [line.split(" --library ")[1] for line in result.stdout.splitlines() if " --library " in line]
    assert len(lines) == 3


def test_demo_has_a_sample_of_its_own(tmp_path: Path) -> None:
    result = CliRunner().invoke(samverkan, ["--lang", "en", "demo", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert "Näringslivsdialog" in result.stdout or "näringslivsdialog" in result.stdout


def test_show_leaves_nothing_behind_but_the_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run(tmp_path / "library", "show", str(SEED), "--out", str(page))
    assert result.exit_code == 0, result.output
    assert page.exists()
    assert not (tmp_path / "library").exists()


def test_doctor_tells_what_there_is(tmp_path: Path) -> None:
    result = run(tmp_path, "doctor")
    assert "sqlite" in result.stdout
    assert "✗" not in result.stdout
