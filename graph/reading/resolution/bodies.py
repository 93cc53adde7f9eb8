"""Whom the name of an organisation stands for: authorities of the county, units, bare heads."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.lexicon.gazetteer import Entry, organisations
from graph.model.outline import Party
from graph.model.recognition import Found
from graph.model.terms import Certainty, Kind, Reason
from graph.model.text import Document, Span
from graph.reading.resolution.clusters import Naming, naming_of, with_reason
from graph.reading.resolution.naming import reading_name, unshouted
from graph.reading.resolution.region import Setting

COUNTY_BOARD = frozenset({"länsstyrelsen", "länsstyrelse"})
REGION = frozenset({"regionen"})
CHAMBER = frozenset({"handelskammaren", "kammaren"})


@dataclass(frozen=True, slots=True)
class Bodies:
    """What is needed to say who an organisation is: the setting, and the parties of the layout."""

    document: Document
    setting: Setting
    parties: Mapping[Span, Party]

    def naming(self, found: Found) -> Naming:
        """The organisation that a name stands for, under the fullest name that is sure."""
        written = unshouted(reading_name(found.name))
        party = self.parties.get(found.span)
        if party and party.unit_of and found.classification == "unit":
            return self._unit(found, written, party.unit_of)
        if found.canonical:
            return naming_of(found, reading_name(found.canonical))
        return self._bare_head(found, written) or naming_of(found, written)

    def chamber(self) -> str | None:
        """The chamber of commerce of the county, if the lists have one."""
        return self._of_county("chamber of commerce")

    def _unit(self, found: Found, written: str, above: Span) -> Naming:
        head = reading_name(above.of(self.document.text))
        own = written[len(head) :].strip(" ,:–-") or written
        entries = organisations().get(head.casefold(), ())
        parent = entries[0].name if len(entries) == 1 else unshouted(head)
        return Naming(Kind.ORGANISATION, f"{parent}, {own}", parent=parent, classification="unit")

    def _bare_head(self, found: Found, written: str) -> Naming | None:
        """A head alone is the county's own where the document says which county it is about."""
        low = written.casefold()
        county = self.setting.county
        if county is None or not (low in COUNTY_BOARD or low in REGION):
            return None
        entry = county.board if low in COUNTY_BOARD else county.region
        reason = Reason.COUNTY_OF_THE_MEETING if low in COUNTY_BOARD else Reason.REGION_OF_THE_MEETING
        named = Naming(Kind.ORGANISATION, entry.name, classification=entry.classification, listed=True)
        return with_reason(named, Certainty.INFERRED, reason)

    def _of_county(self, classification: str) -> str | None:
        if self.setting.county is None:
            return None
        short = self.setting.county.short
        fitting: list[Entry] = []
        for entries in organisations().values():
            for entry in entries:
                if (
                    entry.classification == classification
                    and short in entry.counties
                    and entry not in fitting
                ):
                    fitting.append(entry)
        return fitting[0].name if len(fitting) == 1 else None
