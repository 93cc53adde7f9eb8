"""A reading becomes the quads that the data model shows: sorted, grounded, the same anywhere."""

import hashlib
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from readings_made import FORUM, SAMPLE, forum, meeting, sample_part

from graph.knowledge.quads.lines import Graph, number_literal, temporal_literal, text_literal
from graph.knowledge.quads.shapes import breaches
from graph.knowledge.quads.write import nquads
from graph.knowledge.vocabulary.terms import DERIVED, OA, PREFIXES, SAM, SCHEMA
from graph.model.reading import Actor, Mention, Relation
from graph.model.terms import Kind, Predicate
from graph.model.text import Span
from graph.reading.pipeline import read_bytes

HASH = re.compile(r"(?<=-)[0-9a-f]{12}$|(?<=-)[0-9a-f]{4}$")
HASHED = ("actor", "relation", "membership", "detail", "promise", "attendance", "candidate", "role")
IDENTIFIER = rdflib.URIRef("http://purl.org/dc/terms/identifier")
Triple = tuple[str, str, str]


def parsed(text: str, form: str) -> rdflib.Dataset:
    held = rdflib.Dataset()
    held.parse(data=text, format=form)
    return held


def without_hashes(held: rdflib.Dataset) -> set[Triple]:
    """The triples, each hashed node called by its name or, where it has none, by what it says."""
    triples = {(s, p, o) for s, p, o, _ in held.quads() if p != IDENTIFIER}

    def plain(node: object) -> str:
        text = str(node)
        name = text.partition("#")[2]
        return HASH.sub("", text) if name.startswith(HASHED) else repr(node)

    said: dict[str, list[str]] = defaultdict(list)
    for s, p, o in triples:
        said[str(s)].append(f"{p} {plain(o)}")
    ties = {
        node: f"{HASH.sub('', node)}({'; '.join(sorted(what))})"
        for node, what in said.items()
        if node.partition("#")[2].startswith(("relation-", "membership-"))
    }
    return {(ties.get(str(s), plain(s)), str(p), plain(o)) for s, p, o in triples}


def test_the_sample_becomes_what_the_data_model_shows() -> None:
    example = (Path(__file__).parent / "example.trig").read_text(encoding="utf-8")
    wanted = without_hashes(parsed(example, "trig"))
    written = without_hashes(parsed(nquads(sample_part()), "nquads"))
    assert wanted - written == set()


def test_a_heading_is_its_own_evidence() -> None:
    lines = nquads(sample_part())
    assert "#heading-6351-6373" in lines
    assert "#quote-6351-6373" not in lines


def test_every_mention_stands_where_its_selectors_say() -> None:
    reading = sample_part()
    held = parsed(nquads(reading), "nquads")
    oa = rdflib.Namespace(OA)
    targets = list({s for s, _, _, _ in held.quads((None, oa.hasSource, None, None))})
    assert len(targets) == len(reading.mentions)
    view = rdflib.Dataset(default_union=True)
    view.parse(data=nquads(reading), format="nquads")
    for target in targets:
        selectors = list(view.objects(target, oa.hasSelector))
        start, end, exact = (
            next(value for selector in selectors for value in view.objects(selector, term))
            for term in (oa.start, oa.end, oa.exact)
        )
        assert reading.document.text[int(str(start)) : int(str(end))] == str(exact)


def test_all_that_a_meeting_says_is_there_and_keeps_the_shapes() -> None:
    text = nquads(forum())
    for name in ("Attendance", "Detail", "Promise", "Relation", "DateMention"):
        assert f"<{SAM}{name}>" in text, name
    assert f"<{SCHEMA}MonetaryAmount>" in text
    assert breaches(text) == []
    assert breaches(nquads(sample_part())) == []


def test_a_tie_without_its_quote_breaks_a_shape() -> None:
    lines = nquads(sample_part()).splitlines(keepends=True)
    robbed = "".join(line for line in lines if not ("#relation-" in line and DERIVED in line))
    assert {problem.split(":")[0] for _, problem in breaches(robbed)} == {"http"}
    assert len(breaches(robbed)) == 2


def test_what_rests_on_no_quote_is_refused() -> None:
    reading = sample_part()
    loose = Relation("iuc", Predicate.FUNDS, "etablering", Span(0, 5), "rule")
    with pytest.raises(ValueError, match="rests on no quote"):
        nquads(replace(reading, relations=(loose,)))
    unknown = Relation("nobody", Predicate.FUNDS, "etablering", Span(6494, 6608), "rule")
    with pytest.raises(ValueError, match="nobody"):
        nquads(replace(reading, relations=(unknown,)))


def test_a_party_without_a_label_is_still_a_party() -> None:
    reading = sample_part()
    silent = replace(reading, actors=(*reading.actors, Actor("other", Kind.UNNAMED, "")))
    assert re.search(r"#actor-[0-9a-f]{12}> <\S+#type> <\S+UnnamedActor>", nquads(silent))


def test_two_namesakes_in_one_document_stay_two() -> None:
    reading = meeting("Möte", "Peter och Peter ses.", {"Peter": Kind.PERSON})
    quote = reading.quotes[0].span
    second = Span(quote.start + 10, quote.start + 15)
    both = replace(
        reading,
        actors=(Actor("Peter", Kind.PERSON, "Peter"), Actor("p2", Kind.PERSON, "Peter")),
        mentions=(*reading.mentions, Mention(second, "p2", Kind.PERSON, quote, "made")),
    )
    assert len(set(re.findall(r"#actor-peter-[0-9a-f]{12}", nquads(both)))) == 2


def test_the_lines_are_sorted_whole_and_without_blank_nodes() -> None:
    text = nquads(forum())
    lines = text.splitlines(keepends=True)
    assert lines == sorted(set(lines))
    assert all(line.endswith(" .\n") and not line.startswith("_:") for line in lines)
    quads = list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS))
    assert len(quads) == len(lines)
    assert {str(quad.graph_name) for quad in quads} == {
        f"<https://samverkan.example/doc/{forum().document.sha256[:12]}>"
    }


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_its_literal(text: str) -> None:
    graph = Graph(None)
    graph.add("http://a.example/s", "http://a.example/p", text_literal(text, "sv"))
    line = "".join(graph.lines())
    (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_QUADS)
    assert quad.object.value == text
    held = rdflib.Graph().parse(data=line, format="nt")
    assert [str(o) for o in held.objects()] == [text]


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_comes_back_without_an_exponent(value: float) -> None:
    literal = number_literal(value)
    digits = literal.split('"')[1]
    assert "e" not in digits.lower()
    assert float(digits) == float(value) if isinstance(value, float) else int(digits) == value


@pytest.mark.parametrize(
    ("iso", "kind"),
    [
        ("2021", "gYear"),
        ("2021-05", "gYearMonth"),
        ("2021-05-17", "date"),
        ("2021-05-17T15:00", "dateTime"),
        ("2021-05-17T15:00:00", "dateTime"),
    ],
)
def test_a_time_is_as_precise_as_its_words(iso: str, kind: str) -> None:
    assert temporal_literal(iso).endswith(f"#{kind}>")


def test_a_time_of_another_form_stays_text() -> None:
    assert temporal_literal("v. 34") == '"v. 34"'


SEEDED = """
import hashlib, sys, tempfile
from readings_made import SAMPLE, forum, sample_part
from graph.knowledge.store.entry import entry
from graph.knowledge.store.export import exported
from graph.knowledge.store.library import Store
from graph.reading.pipeline import read_bytes

with tempfile.TemporaryDirectory() as folder:
    store = Store(folder)
    for reading in (forum(), read_bytes(SAMPLE.name, SAMPLE.read_bytes())):
        store.commit(entry(reading), path=reading.document.name)
    for ending in (".nq", ".trig", ".jsonld", ".ttl", ".nt", ".rdf"):
        print(ending, hashlib.sha256(exported(store, ending)).hexdigest())
    store.close()
"""


def test_three_hash_seeds_give_the_same_bytes() -> None:
    """From the file to every export: the sample as it is read, and a meeting of our own."""
    here = Path(__file__).parent
    seen: set[str] = set()
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{here}{os.pathsep}{here.parent}"}
        run = subprocess.run(
            [sys.executable, "-c", SEEDED], env=environment, capture_output=True, text=True, check=True
        )
        seen.add(run.stdout)
    assert len(seen) == 1
    assert len(seen.pop().splitlines()) == 6


def test_the_file_s_name_is_no_part_of_what_it_says() -> None:
    assert nquads(forum(FORUM, "a.txt")) == nquads(forum(FORUM, "b.txt"))


def test_every_prefix_is_an_iri() -> None:
    assert all(iri.startswith("http") and iri[-1] in "#/" for iri in PREFIXES.values())


def test_the_sample_reads_as_it_did(golden: Callable[[str, str], None]) -> None:
    """The digest of all that is read in the sample: the same under every Python and on every system."""
    text = nquads(read_bytes(SAMPLE.name, SAMPLE.read_bytes()))
    assert breaches(text) == []
    golden("seed.nq.sha256", f"{hashlib.sha256(text.encode()).hexdigest()}  {SAMPLE.name}\n")
