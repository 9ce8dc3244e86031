"""Word lists of the grammar: which nouns count, which merely name or structure.

The lists hold classes of words, not sayings of any one record. Nouns are stems (see ``tokens.stem``); determiners,
auxiliaries, prepositions and verbs are words as they stand, in lower case.
"""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words and signs of a text that blanks part, as a set to look them up in."""
    return frozenset(words.split())


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
"""Months by their names and abbreviations."""

REFERENCE_NOUNS = word_set(
    """
    section sec subsection paragraph para subparagraph appendix appendice annex annexe schedule regulation
    reg article chapter clause page pp fig note footnote exhibit enclosure circular directive ref reference
    version volume vol issue edition recommendation resolution decision minute item agenda form list stage
    ks ni bv bvpi paf pi kpi si iso en circ act rule grade level band tier zone class type category option
    phase step room suite flat plot lot block floor junction jct route channel ext extension tel telephone
    fax phone mobile no nos s ss r tranche strand workstream quarter q key criterion criteria pillar
    component lane standard principle objective priority theme policy question scenario wave round motion
    amendment cab cllr model release module scp table outcome action order p ch agreement proposal part point
    change column bay pathway ward area district division unit group team cohort site house number slide sheet
    """
)
"""Nouns that a bare number behind them only names: "section 47", "Appendix 3", "option 2"."""

WEAK_REFERENCES = word_set(
    """
    item form list act class type category part point ward area district division unit group team cohort site
    house number note no model policy question issue round wave decision recommendation resolution priority
    standard key objective proposal theme motion amendment lot change pathway minute outcome action order agreement
    """
)
"""Of those, the ones that may also stand before a count: they need a capital or nothing counted behind."""

TIME_NOUNS = word_set(
    """
    year month week term day period quarter season night
    """
)
"""Stretches that a bare number names ("week 6", "Year 11") and a count does not follow."""

ABSTRACT_NOUNS = word_set(
    """
    aim area way option stage phase theme category priority strand element objective principle question issue
    point reason part type kind section factor aspect thing level tier step criterion criteria heading condition
    proposal side hand function outcome standard component pillar domain workstream key main respect front fold
    occasion purpose task approach method alternative scenario message challenge consideration course version
    copy sort form test stream lot goal feature half end dimension driver basis bullet paragraph word
    sense line characteristic stop topic round limb choice finger
    """
)
"""Nouns that structure a text; a count of them reports nothing about the service."""

TIME_STEMS = word_set(
    """
    day week month year hour minute night quarter term decade fortnight
    """
)
"""Stretches of time that a number before them measures."""

PEOPLE_AND_CASES = word_set(
    """
    child person pupil student young people adult carer adopter worker family parent resident tenant household
    applicant employee staff officer manager practitioner teacher patient client user volunteer governor member
    case referral contact assessment plan placement complaint compliment vacancy disclosure exclusion suspension
    incident disruption death breach appeal adoption order review conference visit episode allegation enquiry inspection
    application school home post team authority council academy nursery centre bed place property dwelling house
    flat unit site library vehicle accident collision offence crime claim audit action agreement transfer
    admission discharge bid tender contract response respondent submission objection representation reoffender
    entrant offender leaver baby infant boy girl male female man woman mother father sibling group councillor
    trainee apprentice agency provider setting practice hospital ward ambulance call notice visitor licence
    investigation prosecution fine penalty permit request session meeting attendance issue eviction acceptance
    let letting void sale completion start loan transaction investment deposit redundancy retirement resignation
    starter recruit interview registration birth marriage failure fall injury tree bin collection mile lane road
    pothole bridge light column defect repair job employer business company shop carehome package hour disposal
    purchase event course programme project scheme workshop participant
    """
)
"""Nouns whose number reports something, so that "one", "no" and small number words before them count."""

DETERMINERS = word_set(
    """
    the a an this that these those its his her their our your my each every any some all both another other such
    which whose no
    """
)
"""Words that open a noun phrase of its own, so that what stands before them is another one."""

AUXILIARIES = word_set(
    """
    was were is are be been being am had has have having will would shall should can could may might must did do
    does remain remains remained remaining became become becoming
    """
)
"""Auxiliaries and copulas: what stands before them is a subject."""

PREPOSITIONS = word_set(
    """
    of in at on to from by with for during since against than as between within under over across through into
    per after before until about above below among around via following without towards upon throughout
    including compared excluding despite due
    """
)
"""Words that end a noun phrase, "than" and "compared" among them."""

VERBS = word_set(
    """
    received completed undertaken considered assessed recorded reported made closed held opened started ended
    placed adopted approved granted inspected looked examined judged rated awarded employed recruited appointed
    waiting awaiting open subject active living attending missing achieved achieving gained identified allocated
    agreed issued submitted delivered supported helped seen visited registered excluded offered accepted refused
    dismissed upheld responded attended took taken left entered began moved transferred built sold let relet
    repaired met got gave given won kept paid found sought came went gone became saw seen grew led ran chose shown
    rose rise risen fell fall fallen increased increase decreased decrease dropped grew grown reduced
    improved worsened slipped dipped climbed peaked averaged numbered lived waited resigned retired joined
    returned withdrew attract attracts attracted get gets meet meets hold holds take takes come comes go goes receive
    receives achieve achieves reach reaches reached produced brought bring brings sent send sends fit fits
    stood totalled compared equating equates equated representing represented resulting against where who which
    that while when because although however but or if whether so then also still now only just already
    currently
    """
)
"""Verbs, participles, relatives and adverbs that end a run of nouns, whatever their ending."""

GENERIC_HEADS = word_set(
    """
    child person young people case pupil family adult resident individual total member episode number one
    household service user carer client
    """
)
"""Heads that say little by themselves, so that the sentence's subject may name the indicator."""
