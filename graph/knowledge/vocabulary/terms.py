"""Published and own terms as IRIs, and the model's codes as terms.

`sam.ttl` declares every own term with Swedish and English labels; a test holds the two together.
"""

from graph.knowledge.vocabulary.minting import BASE
from graph.model.terms import Kind, Predicate

SAM = f"{BASE}ns#"
CLASSIFICATION = f"{BASE}classification/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
FOAF = "http://xmlns.com/foaf/0.1/"
DCTERMS = "http://purl.org/dc/terms/"

PREFIXES = {
    "sam": SAM,
    "id": f"{BASE}id/",
    "graph": f"{BASE}graph/",
    "rule": f"{BASE}rule/",
    "class": CLASSIFICATION,
    "org": ORG,
    "foaf": FOAF,
    "schema": SCHEMA,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "oa": OA,
    "rdf": RDF,
    "xsd": XSD,
}

TYPE = f"{RDF}type"
SUBJECT = f"{RDF}subject"
PREDICATE = f"{RDF}predicate"
OBJECT = f"{RDF}object"
LABEL = f"{SKOS}prefLabel"
OTHER_LABEL = f"{SKOS}altLabel"
DERIVED = f"{PROV}wasDerivedFrom"
ATTRIBUTED = f"{PROV}wasAttributedTo"
GENERATED = f"{PROV}wasGeneratedBy"
PART = f"{SCHEMA}isPartOf"
TEXT = f"{SCHEMA}text"
NAME = f"{SCHEMA}name"
START = f"{OA}start"
END = f"{OA}end"
DENOTES = f"{SAM}denotes"
STATUS = f"{SAM}status"
CERTAINTY = f"{SAM}certainty"
REASON = f"{SAM}reason"
PERSON_MEMBER = f"{ORG}memberOf"

KIND_CLASSES = {
    Kind.PERSON: f"{FOAF}Person",
    Kind.ORGANISATION: f"{ORG}Organization",
    Kind.PLACE: f"{SCHEMA}Place",
    Kind.PROJECT: f"{SAM}Project",
    Kind.SCHEME: f"{SAM}SupportScheme",
    Kind.EVENT: f"{SCHEMA}Event",
    Kind.UNNAMED: f"{SAM}UnnamedActor",
    Kind.RULE: f"{SCHEMA}Legislation",
    Kind.LINK: f"{SCHEMA}WebPage",
}


def concept(code: str) -> str:
    """The own term of a code that names a concept or class: `year_of_the_meeting` sam:YearOfTheMeeting."""
    return SAM + "".join(part[:1].upper() + part[1:] for part in code.replace("_", " ").split())


def own(code: str) -> str:
    """The own term of a code that names a property: `works_with` sam:worksWith."""
    first, *rest = code.split("_")
    return SAM + first + "".join(part.capitalize() for part in rest)


PREDICATES = {own(predicate): predicate for predicate in Predicate}
"""Relations between actors by their IRI."""
