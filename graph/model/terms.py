"""The closed sets of words with which the project speaks of what it read.

Values are the codes that stand in JSON, lower case, in every language; `knowledge` maps them to RDF
terms, `wording` to Swedish and English.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What an actor or a thing is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PROJECT = "project"
    SCHEME = "scheme"
    EVENT = "event"
    UNNAMED = "unnamed"  # a party that the words point at without naming it
    RULE = "rule"  # an act, a proposal
    LINK = "link"  # a web address


class Status(StrEnum):
    """How the words hold what they say: as a fact, a plan, a question …"""

    ASSERTED = "asserted"
    PLANNED = "planned"
    OFFERED = "offered"
    CONSIDERED = "considered"
    ESTIMATED = "estimated"
    PROPOSED = "proposed"
    ASKED = "asked"
    UNCLEAR = "unclear"
    NEGATED = "negated"


class Outcome(StrEnum):
    """What became of a promise, as a later meeting tells it, or says nothing of it."""

    KEPT = "kept"
    PARTLY = "partly"
    REPEATED = "repeated"  # promised again
    CHANGED = "changed"  # promised again otherwise: by others, to another day, something else
    NOT_KEPT = "not_kept"  # told as not done, and not promised again
    SILENT = "silent"  # there is a later meeting, which does not speak of it


class Certainty(StrEnum):
    """How sure the reading is: in the words, from layout or context, or only a candidate."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"
    PROBABLE = "probable"


class Attribution(StrEnum):
    """How a statement's speaker was found."""

    EXPLICIT = "explicit"  # named in the statement or on its line
    CARRIED = "carried"  # from the heading or an earlier turn
    ONE_OF = "one_of"  # several could have said it: all are named, none is chosen
    SAID_BY_A_PERSON = "said_by_a_person"  # a person corrected it


class Predicate(StrEnum):
    """Relations between actors. `METWITH` is written `works_with` in the reading format."""

    WORKS_WITH = "works_with"
    MET_WITH = "met_with"
    PARTICIPATES_IN = "participates_in"
    OFFERS = "offers"
    FUNDS = "funds"
    SUPPORTS = "supports"
    PLANS = "plans"
    ORGANISES = "organises"
    COMMISSIONS = "commissions"
    LOCATED_IN = "located_in"
    MEMBER_OF = "member_of"


SYMMETRIC = frozenset({Predicate.WORKS_WITH, Predicate.MET_WITH})


class Presence(StrEnum):
    """Whether somebody was there."""

    PRESENT = "present"
    ABSENT = "absent"
    DECLINED = "declined"
    SUBSTITUTE = "substitute"


class Bound(StrEnum):
    """Which side of a figure is open: "över 43 000", "högst 150 000", "minst ett halvår"."""

    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"


class Reason(StrEnum):
    """Why something is inferred, or only a candidate. Each has Swedish and English labels."""

    NAMED_TOGETHER_IN_HEADING = "named_together_in_heading"
    NAMED_TOGETHER_IN_LIST = "named_together_in_list"
    NAMED_BESIDE = "named_beside"  # "Name, Org", "Name (Org)", "vd Org Name"
    LABEL_OF_TURN = "label_of_turn"
    YEAR_OF_THE_MEETING = "year_of_the_meeting"
    NEXT_SUCH_DAY = "next_such_day"
    DAY_RELATIVE_TO_MEETING = "day_relative_to_meeting"
    DUE_AT_NEXT_MEETING = "due_at_next_meeting"
    COUNTY_OF_THE_MEETING = "county_of_the_meeting"
    MUNICIPALITY_OF_THE_MEETING = "municipality_of_the_meeting"
    REGION_OF_THE_MEETING = "region_of_the_meeting"
    PLACE_STANDS_FOR_MUNICIPALITY = "place_stands_for_municipality"
    PLACE_STANDS_FOR_COUNTY_BOARD = "place_stands_for_county_board"
    MUNICIPALITY_THAT_REPORTS = "municipality_that_reports"
    ONLY_MUNICIPALITY_THAT_REPORTS = "only_municipality_that_reports"
    SPEAKERS_OWN_ORGANISATION = "speakers_own_organisation"
    LAST_NAMED_OF_ITS_KIND = "last_named_of_its_kind"
    NEAR_SPELLING = "near_spelling"
    PART_OF_NAME = "part_of_name"
    INITIALS = "initials"
    KNOWN_ABBREVIATION = "known_abbreviation"
    ABBREVIATION_EXPLAINED = "abbreviation_explained"
    GIVEN_NAME_IN_SECTION = "given_name_in_section"
    GIVEN_NAME_OF_PARTICIPANT = "given_name_of_participant"
    SURNAME_OF_PARTICIPANT = "surname_of_participant"
    GIVEN_NAME_ALONE = "given_name_alone"
    SAME_NAME_OTHER_ORGANISATION = "same_name_other_organisation"
    SAME_NAME = "same_name"
    LISTED_NAME = "listed_name"
    DISTINCTIVE_NAME = "distinctive_name"
    SAME_PERSON_SAME_ORGANISATION = "same_person_same_organisation"
    DESCRIBED_BY_TOPIC = "described_by_topic"
    SAID_BY_A_PERSON = "said_by_a_person"
    SAME_MINUTES = "same_minutes"


class Detail(StrEnum):
    """What is said of a project, scheme, event, rule or link, beside its relations."""

    TOPIC = "topic"
    WHO = "who"
    PLACE = "place"
    WHEN = "when"
    JOBS = "jobs"
    AMOUNT = "amount"
    CONDITION = "condition"
    PRINCIPAL = "principal"
    FINANCIER = "financier"
    LIMIT = "limit"
    DEADLINE = "deadline"
    CHANNEL = "channel"
    APPLICANTS = "applicants"
    STATE = "state"  # open, paused, closed, proposed, unclear; planned, held, cancelled
    DECISION = "decision"  # granted, refused, extended, appealed
    UNTIL = "until"
    STAGE = "stage"  # out for consultation, in force
    WHAT = "what"
    ADDRESS = "address"
