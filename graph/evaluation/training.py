"""Fits the tagger's model to marked text: `python -m graph.evaluation.training CORPUS... --out MODEL`.

Needs python-crfsuite (dependency group `train`); tagging does not. The same inputs give the same bytes.
"""

import argparse
import gzip
import json
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from graph.evaluation.corpus import Sentence, common_words, corpus, without_teams
from graph.evaluation.counts import Count
from graph.evaluation.training_lines import MadeUp
from graph.lexicon.tagger_model import TaggerModel, model_from_bytes
from graph.reading.recognition.tagger_decoding import best, scores, stretches
from graph.reading.recognition.tagger_features import attributes

SETTINGS = {
    "c1": 1.0,
    "c2": 0.01,
    "max_iterations": 120,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
SEED = 1
LEAST = 0.02
"""Weights nearer to zero are left out: they change no name."""


def train(sentences: Sequence[Sentence], made_up: int) -> bytes:
    """A model fitted to marked sentences and so many made-up lines, without its header."""
    words = common_words(sentences)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.crfsuite"
        crfsuite_model([*without_teams(sentences), *MadeUp(SEED).sentences(made_up)], words, file)
        return packed_model(file, words)


def crfsuite_model(sentences: Sequence[Sentence], words: frozenset[str], file: Path) -> None:
    """Fits a model to marked sentences and writes it to a file in the trainer's own format."""
    trainer = pycrfsuite.Trainer("lbfgs", SETTINGS, verbose=False)
    for sentence in sentences:
        rows = attributes([token for token, _ in sentence], words)
        trainer.append(pycrfsuite.ItemSequence(rows), [label for _, label in sentence])
    trainer.train(str(file))


def packed_model(file: Path, words: frozenset[str]) -> bytes:
    """The trainer's file as the tagger reads it: weights rounded, the smallest left out."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(file))
    info = tagger.info()
    tagger.close()
    labels = sorted(info.labels, key=lambda label: int(info.labels[label]))
    state: dict[str, dict[str, float]] = defaultdict(dict)
    for (attribute, label), weight in sorted(info.state_features.items()):
        if abs(weight) >= LEAST:
            state[attribute][str(labels.index(label))] = round(weight, 2)
    after = [[round(info.transitions.get((one, other), 0.0), 3) for other in labels] for one in labels]
    return _packed({"after": after, "labels": labels, "state": state, "words": " ".join(sorted(words))}, {})


def with_header(packed: bytes, header: dict[str, str]) -> bytes:
    """The same model under another header."""
    return _packed(json.loads(gzip.decompress(packed)), header)


def _packed(content: dict[str, object], header: dict[str, str]) -> bytes:
    rest = {key: content[key] for key in sorted(content) if key != "header"}
    text = json.dumps({"header": header, **rest}, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def figures(model: TaggerModel, sentences: Sequence[Sentence]) -> dict[str, Count]:
    """Names found by the model alone in marked sentences, exact in place and kind, by label."""
    found = {label: Count() for label in ("PER", "ORG", "LOC")}
    for sentence in sentences:
        rows = attributes([token for token, _ in sentence], model.words)
        given = set(stretches(best(model, scores(model, rows))))
        wanted = set(stretches([label for _, label in sentence]))
        for label in found:
            one = {stretch for stretch in given if stretch.label == label}
            other = {stretch for stretch in wanted if stretch.label == label}
            found[label] += Count(len(one & other), len(one - other), len(other - one))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m graph.evaluation.training", description=__doc__)
    parser.add_argument(
        "corpus", nargs="+", type=Path, help="token TAB label a line, blank between sentences"
    )
    parser.add_argument("--out", required=True, type=Path, help="the model, gzip over JSON")
    parser.add_argument("--made-up", type=int, default=1_500, help="made-up lines of minutes besides")
    parser.add_argument("--licence", default="", help="the licence of the corpus, for the model's header")
    parser.add_argument("--attribution", default="", help="whom the licence wants named")
    parser.add_argument("--test", type=Path, help="marked text to take the header's figures from")
    given = parser.parse_args(arguments)
    packed = train([sentence for path in given.corpus for sentence in corpus(path)], given.made_up)
    header = {
        "what": "Weights of a linear-chain CRF for names of persons, organisations and places in Swedish",
        "trained on": ", ".join(path.name for path in given.corpus)
        + f" and {given.made_up} made-up lines of minutes from the word lists",
        "licence": given.licence,
        "attribution": given.attribution,
        "changes": "Sentences in which a town is a team left out; soft hyphens removed; of the text only "
        "weights and a list of common words remain",
        "command": f"python -m graph.evaluation.training {' '.join(path.name for path in given.corpus)}"
        f" --made-up {given.made_up} --out tagger.json.gz",
    }
    if given.test:
        counts = figures(model_from_bytes(packed), corpus(given.test))
        told = "; ".join(
            f"{label} P {count.precision or 0:.3f} R {count.recall or 0:.3f} F1 {count.f1 or 0:.3f}"
            for label, count in counts.items()
        )
        header["figures"] = f"names exact on {given.test.name}, without the rules: {told}"
    given.out.write_bytes(with_header(packed, header))


if __name__ == "__main__":
    main()
