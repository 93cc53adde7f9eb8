"""The one place where IRIs are minted: from content, never from a counter, a clock or chance."""

import hashlib
import re
import unicodedata

BASE = "https://samverkan.example/"
"""The base inside the library; `export --base` and the server put the user's own in its place."""

HEX = 12
SLUG = 40
NOT_PLAIN = re.compile(r"[^a-z0-9]+")

IDENTITY_GRAPH = f"{BASE}graph/identity"
OUTCOMES_GRAPH = f"{BASE}graph/outcomes"


def digest(*parts: str) -> str:
    """12 hex digits of SHA-256 over the parts, told apart by a character that no text holds."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:HEX]


def slug(text: str) -> str:
    """A text in the letters a-z, digits and hyphens, at most 40 long; "" where nothing is left."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    return NOT_PLAIN.sub("-", plain).strip("-")[:SLUG].strip("-")


def named(kind: str, name: str, *parts: str) -> str:
    """`<kind>-<slug>-<12 hex of kind and parts>`; without a slug where the name has no letters."""
    return "-".join(part for part in (kind, slug(name), digest(kind, *parts)) if part)


def document_iri(sha256: str) -> str:
    """The IRI of a document, which is that of its named graph: 12 digits of its file's SHA-256."""
    return f"{BASE}doc/{sha256[:HEX]}"


def shared_iri(kind: str, name: str, key: str) -> str:
    """The IRI of a shared actor; `key` is all that makes it itself: normalised name and scope."""
    return f"{BASE}id/{named(kind, name, key)}"


def pair_iri(first: str, second: str, reason: str) -> str:
    """The IRI of the conjecture that two shared actors are one."""
    return f"{BASE}id/candidate-{digest(first, second, reason)}"


def rule_iri(rule: str) -> str:
    """The IRI of the rule that found something."""
    return f"{BASE}rule/{slug(rule) or digest(rule)}"
