"""Words: what the picture says around what it draws, in the reader's language."""

from graph.model.network import Edge, Network
from graph.picture.characters import printable
from graph.wording.sentences import Language, sentences, term

PREFIX = "page-"


def words(lang: Language) -> dict[str, str]:
    """The picture's sentences by their keys, without the prefix that they bear in `wording`."""
    return {key.removeprefix(PREFIX): text for key, text in sentences(lang).items() if key.startswith(PREFIX)}


def title_of(network: Network, lang: Language, asked: str | None = None) -> str:
    """The heading: as asked for, else the network's own, else what every such picture asks."""
    compared = any(node.change for node in network.nodes)
    own = words(lang)["title_changes" if compared else "title"]
    return " ".join(printable(asked or network.title).split()) or own


def source_line(network: Network, lang: Language) -> str:
    """Where it comes from and of which days: one document by its title, more by their number."""
    said = words(lang)
    if not network.documents:
        return said["no_source"]
    dates = sorted(date for _, _, date, _ in network.documents if date)
    if len(network.documents) == 1:
        _, name, _, file = network.documents[0]
        line = said["source"].format(title=name or file)
    else:
        line = said["sources"].format(count=len(network.documents))
    period = " – ".join(dict.fromkeys([dates[0], dates[-1]])) if dates else ""
    return printable(" · ".join(filter(None, (line, period))))


def relation_words(edge: Edge, lang: Language) -> str:
    """The tie as it reads from its source: "stöder", "företräder (vd)"."""
    return term("predicate", edge.predicate, lang) + (f" ({edge.role})" if edge.role else "")
