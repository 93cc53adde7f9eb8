"""Networks made by hand or by rule, for whoever tests the picture: 3 nodes, the sample's 40, thousands."""

import random
import re
from dataclasses import replace
from pathlib import Path

from graph.model.answers import Evidence
from graph.model.network import Edge, Network, Node

ROOT = Path(__file__).parent.parent
HASH = "1420b162a728" + "0" * 52
TITLE = "Anteckningar näringslivsdialog 19 april 2021"
FILE = "minutes.txt"
BASE = "https://samverkan.example/actor/"

KINDS = {
    "organisation": "Region Jämtland Härjedalen|Hälso- och sjukvården|Regional utveckling|"
    "Länsstyrelsen i Jämtlands län|Samling näringsliv|Arbetsförmedlingen|Företagarna|Nyföretagarcentrum|"
    "Handelskammaren|Mittuniversitetet|Almi|IUC|Jämtland Härjedalen Turism|Östersunds kommun|Synsam|"
    "Woolpower|Destination Östersund|Näringsdepartementet",
    "person": "Hans Svensson|Maria Söderkvist|Juliana Gardahl Wettersten|Annika Hermansson|Marita Ljung|"
    "Peter Andren|Jenny Grip|Ola Kereby|Joakim Sjöstedt|Olle Martinell|Oliver Dogo|Ludde Edgren|"
    "Martin Hellström|Stefan Fredriksson|Teres Gärdin|Fredric Kilander",
    "project": "Synsams etablering|Woolpowers nya fabrik|Hubbar ute i länet|Tillsynsuppdraget",
    "scheme": "Brygglån|Strategisk ekonomisk konsultation",
    "place": "Östersund|Jämtlands län",
    "unnamed": "kommunen",
}
ALIASES = {
    "Mittuniversitetet": ("MIUN",),
    "Jämtland Härjedalen Turism": ("JHT",),
    "Region Jämtland Härjedalen": ("Region JH", "RJH", "Regionen"),
}


def collapsed(text: str) -> str:
    """The reading form of a slice: white space as one blank."""
    return " ".join(text.split())


def place(text: str, words: str, start: int = 0) -> tuple[int, int]:
    """Where `text` says these words, however its lines are broken."""
    found = re.compile(r"\s+".join(map(re.escape, words.split()))).search(text, start)
    assert found, words
    return found.span()


def quoted(text: str, quote: str, words: str, speaker: str = "", organisation: str = "") -> Evidence:
    """Evidence on the first place where `text` says `quote`; `words` are marked in it."""
    start, end = place(text, quote)
    marked = place(text, words, start)
    return Evidence(
        document=HASH,
        title=TITLE,
        date="2021-04-19",
        start=start,
        end=end,
        skipped=(),
        line=text.count("\n", 0, start) + 1,
        page=None,
        text=text[start:end],
        quote=quote,
        words=(marked,),
        statement=collapsed(text[max(0, start - 60) : end + 40]),
        heading=f"{organisation} {speaker}".strip() or None,
        speakers=(speaker,) if speaker else (),
        attribution="carried" if speaker else None,
        organisation=organisation or None,
        part_of=None,
        status="asserted",
        file=FILE,
    )


def iri(name: str) -> str:
    """A node's IRI, made from its name."""
    return BASE + "".join(c if c.isalnum() else "-" for c in name)


def sample(computed: bool = False) -> Network:
    """About 40 actors of the sample minutes, with the words of the file itself as evidence."""
    text = next((ROOT / "data").glob("000_*.txt")).read_text(encoding="utf-8")
    evidence: dict[str, Evidence] = {}
    keys: dict[Evidence, str] = {}
    edges: list[Edge] = []
    named: dict[str, list[str]] = {}
    ties = (ROOT / "tests" / "sample_ties.txt").read_text(encoding="utf-8")
    for line in ties.splitlines()[1:]:
        source, predicate, target, status, quote, words, speaker, organisation = line.split("|")
        found = quoted(text, quote, words, speaker, organisation)
        key = keys.setdefault(found, f"e{len(keys) + 1}")
        evidence[key] = found
        for name in (source, target):
            if key not in named.setdefault(name, []):
                named[name].append(key)
        edges.append(
            Edge(
                iri(source),
                iri(target),
                predicate,
                status or "asserted",
                "inferred" if source == "kommunen" else "explicit",
                symmetric=predicate in ("works_with", "met_with"),
                evidence=(key,),
            )
        )
    if computed:
        edges += [
            Edge(iri(a), iri(b), "same_meeting", "asserted", "inferred", symmetric=True, computed=True)
            for a, b in (("Almi", "IUC"), ("Almi", "Handelskammaren"), ("Företagarna", "Samling näringsliv"))
        ]
    nodes = [
        Node(
            iri(name),
            kind,
            name,
            ALIASES.get(name, ()),
            tuple(named.get(name, ())),
            candidates=(("Östersunds kommun", "only_municipality_that_reports"),)
            if kind == "unnamed"
            else (),
        )
        for kind, names in KINDS.items()
        for name in names.split("|")
    ]
    return Network(
        tuple(sorted(nodes, key=lambda node: node.iri)),
        tuple(edges),
        evidence,
        ((HASH, TITLE, "2021-04-19", FILE),),
        TITLE,
    )


def three() -> Network:
    """Two organisations and what they both work for: an edge of each kind, two of them parallel."""
    text = "Norrsken Kraft och Alm AB bygger hamnen i Luleå tillsammans. Norrsken Kraft betalar."
    first = quoted(
        text,
        "Norrsken Kraft och Alm AB bygger hamnen i Luleå tillsammans.",
        "tillsammans",
        "Åsa Öberg",
        "Alm AB",
    )
    second = quoted(text, "Norrsken Kraft betalar.", "betalar", "Åsa Öberg", "Alm AB")
    kraft, alm, harbour = iri("Norrsken Kraft"), iri("Alm AB"), iri("hamnen i Luleå")
    return Network(
        (
            Node(alm, "organisation", "Alm AB", ("Alm",), ("e1",)),
            Node(harbour, "project", "hamnen i Luleå", (), ("e1", "e2")),
            Node(kraft, "organisation", "Norrsken Kraft", (), ("e1", "e2")),
        ),
        (
            Edge(alm, harbour, "plans", "asserted", "explicit", evidence=("e1",)),
            Edge(kraft, alm, "works_with", "asserted", "explicit", symmetric=True, evidence=("e1",)),
            Edge(kraft, harbour, "funds", "planned", "explicit", evidence=("e2",)),
            Edge(kraft, harbour, "plans", "asserted", "explicit", evidence=("e1",)),
        ),
        {"e1": first, "e2": second},
        ((HASH, TITLE, "2021-04-19", FILE),),
        "Hamnen i Luleå",
    )


def large(nodes: int = 2000, edges: int = 4000, seed: int = 7) -> Network:
    """A network as real ones are: few hubs, many leaves, some pieces apart; the same for a seed."""
    chance = random.Random(seed)  # noqa: S311 - a picture to test with, no secret
    kinds = ("organisation",) * 5 + ("person",) * 4 + ("project", "scheme", "place", "event")
    predicates = ("works_with", "supports", "funds", "plans", "offers", "represents", "member_of")
    first = three()
    made = [
        Node(f"{BASE}{i:05}", chance.choice(kinds), f"Aktör nummer {i}", (), ("e1",)) for i in range(nodes)
    ]
    ends: list[int] = [0, 1]
    ties: dict[tuple[int, int, str], Edge] = {}
    while len(ties) < edges:
        i = len(ties)
        a = i + 1 if i + 1 < nodes * 0.95 else chance.randrange(int(nodes * 0.97))
        b = chance.choice(ends) if chance.random() < 0.8 else chance.randrange(max(2, min(a, nodes - 1)))
        predicate = chance.choice(predicates)
        if a == b or (a, b, predicate) in ties:
            a = chance.randrange(int(nodes * 0.97))
            if a == b or (a, b, predicate) in ties:
                continue
        status = "planned" if chance.random() < 0.1 else "asserted"
        symmetric = predicate == "works_with"
        ties[a, b, predicate] = Edge(
            made[a].iri, made[b].iri, predicate, status, "explicit", symmetric, evidence=("e1",)
        )
        ends += (a, b)
    return Network(tuple(made), tuple(ties.values()), first.evidence, first.documents, "Stort nätverk")


def spoilt(*payloads: str) -> Network:
    """A three-node network for each payload, with the payload in every field that holds words."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    evidence: dict[str, Evidence] = {}
    for number, payload in enumerate(payloads):
        network = three()
        nodes += [
            replace(
                node,
                iri=f"{node.iri}{number}",
                name=f"{node.name} {payload}",
                aliases=(payload,),
                candidates=((payload, payload),),
                evidence=tuple(f"{number}{key}" for key in node.evidence),
            )
            for node in network.nodes
        ]
        edges += [
            replace(
                edge,
                source=f"{edge.source}{number}",
                target=f"{edge.target}{number}",
                role=payload,
                certainty=payload,
                evidence=tuple(f"{number}{key}" for key in edge.evidence),
            )
            for edge in network.edges
        ]
        evidence |= {f"{number}{key}": _spoilt(found, payload) for key, found in network.evidence.items()}
    return Network(
        tuple(nodes), tuple(edges), evidence, tuple((HASH, it, it, it) for it in payloads), " ".join(payloads)
    )


def _spoilt(found: Evidence, payload: str) -> Evidence:
    return replace(
        found,
        title=payload,
        date=payload,
        text=payload,
        quote=payload,
        words=((found.start, found.start + 3),),
        statement=payload + " och mer",
        heading=payload,
        speakers=(payload, payload),
        attribution=payload,
        organisation=payload,
        part_of=payload,
        status=payload,
        file=payload,
    )


def loop(node: str) -> Edge:
    """A tie of a node to itself."""
    return Edge(node, node, "supports", "asserted", "explicit")


def evidence_of(
    text: str, quote: str, words: tuple[tuple[int, int], ...], skipped: tuple[tuple[int, int], ...] = ()
) -> Evidence:
    """Evidence whose raw text is the whole of a document."""
    given = three().evidence["e1"]
    return replace(given, start=0, end=len(text), text=text, quote=quote, words=words, skipped=skipped)


EMPTY = Network((), ())
