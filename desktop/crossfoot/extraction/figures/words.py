"""Word lists of the grammar: which nouns count, which merely name or structure.

The lists hold classes of words, not sayings of any one record. All are stems (see ``tokens.stem``)
unless a comment says otherwise.
"""

from __future__ import annotations

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

REFERENCE_NOUNS = frozenset(
    ["section", "sec", "subsection", "paragraph", "para", "subparagraph", "appendix", "appendice", "annex", "annexe", "schedule", "regulation", "reg", "article", "chapter", "clause", "page", "pp", "fig", "note", "footnote", "exhibit", "enclosure", "circular", "directive", "ref", "reference", "version", "volume", "vol", "issue", "edition", "recommendation", "resolution", "decision", "minute", "item", "agenda", "form", "list", "stage", "ks", "ni", "bv", "bvpi", "paf", "pi", "kpi", "si", "iso", "en", "circ", "act", "rule", "grade", "level", "band", "tier", "zone", "class", "type", "category", "option", "phase", "step", "room", "suite", "flat", "plot", "lot", "block", "floor", "junction", "jct", "route", "channel", "ext", "extension", "tel", "telephone", "fax", "phone", "mobile", "no", "nos", "s", "ss", "r", "tranche", "strand", "workstream", "quarter", "q", "key", "criterion", "criteria", "pillar", "component", "lane", "schedule", "standard", "principle", "objective", "priority", "theme", "policy", "question", "scenario", "wave", "round", "motion", "amendment", "cab", "cllr", "lot", "model", "proposal", "part", "point", "change", "column", "bay", "pathway", "ward", "area", "district", "division", "unit", "group", "team", "cohort", "site", "house", "number"]
)
"""Nouns that a bare number behind them only names: "section 47", "Appendix 3", "option 2"."""

WEAK_REFERENCES = frozenset(
    ["item", "form", "list", "act", "class", "type", "category", "part", "point", "ward", "area", "district", "division", "unit", "group", "team", "cohort", "site", "house", "number", "note", "no", "model", "policy", "question", "issue", "round", "wave", "decision", "recommendation", "resolution", "priority", "standard", "key", "objective", "proposal", "theme", "motion", "amendment", "key", "lot", "change", "pathway", "minute"]
)
"""Of those, the ones that may also stand before a count: they need a capital or nothing counted behind."""

TIME_NOUNS = frozenset({"year", "month", "week", "term", "day", "period", "quarter", "season", "night"})

ABSTRACT_NOUNS = frozenset(
    ["aim", "area", "way", "option", "stage", "phase", "theme", "category", "priority", "strand", "element", "objective", "principle", "question", "issue", "point", "reason", "part", "type", "kind", "section", "factor", "aspect", "thing", "level", "tier", "step", "criterion", "criteria", "heading", "condition", "proposal", "side", "hand", "function", "outcome", "standard", "component", "pillar", "domain", "workstream", "key", "main", "respect", "front", "fold", "occasion", "purpose", "task", "approach", "method", "alternative", "scenario", "message", "challenge", "consideration", "course", "version", "copy", "sort", "form", "test", "stream", "lot", "goal", "feature", "half", "end", "dimension", "driver", "basis", "bullet", "paragraph", "sentence", "word", "sense", "word", "objective", "target_area", "line", "stop", "topic", "group_of", "round", "limb", "choice", "finger"]
)
"""Nouns that structure a text; a count of them reports nothing about the service."""

TIME_STEMS = frozenset(
    {"day", "week", "month", "year", "hour", "minute", "night", "quarter", "term", "decade", "fortnight"}
)

PEOPLE_AND_CASES = frozenset(
    ["child", "person", "pupil", "student", "young", "people", "adult", "carer", "adopter", "worker", "family", "parent", "resident", "tenant", "household", "applicant", "employee", "staff", "officer", "manager", "practitioner", "teacher", "patient", "client", "user", "volunteer", "governor", "member", "case", "referral", "contact", "assessment", "plan", "placement", "complaint", "compliment", "vacancy", "disclosure", "exclusion", "suspension", "incident", "death", "breach", "appeal", "adoption", "order", "review", "conference", "visit", "episode", "allegation", "enquiry", "inspection", "application", "school", "home", "post", "team", "authority", "council", "academy", "nursery", "centre", "bed", "place", "property", "dwelling", "house", "flat", "unit", "site", "school", "library", "vehicle", "accident", "collision", "offence", "crime", "claim", "audit", "action", "agreement", "transfer", "admission", "discharge", "bid", "tender", "contract", "response", "respondent", "submission", "objection", "representation", "reoffender", "entrant", "offender", "leaver", "baby", "infant", "boy", "girl", "male", "female", "man", "woman", "mother", "father", "sibling", "group", "councillor", "trainee", "apprentice", "agency", "provider", "setting", "practice", "hospital", "ward", "ambulance", "call", "notice", "visitor", "licence", "inspection", "investigation", "prosecution", "fine", "penalty", "permit", "request", "session", "meeting", "attendance", "issue", "eviction", "acceptance", "let", "letting", "void", "sale", "completion", "start", "loan", "transaction", "investment", "deposit", "redundancy", "retirement", "resignation", "starter", "recruit", "interview", "registration", "birth", "marriage", "failure", "fall", "injury", "tree", "bin", "collection", "mile", "lane", "road", "pothole", "bridge", "light", "column", "defect", "repair", "job", "employer", "business", "company", "shop", "carehome", "package", "hour", "disposal", "purchase", "event", "course", "programme", "project", "scheme", "workshop", "participant"]
)
"""Nouns whose number reports something, so that "one", "no" and small number words before them count."""

DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "your", "my", "each", "every", "any", "some", "all", "both", "another", "other", "such", "which", "whose", "no"]
)

AUXILIARIES = frozenset(
    ["was", "were", "is", "are", "be", "been", "being", "am", "had", "has", "have", "having", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "did", "do", "does", "remain", "remains", "remained", "remaining", "became", "become", "becoming"]
)

PREPOSITIONS = frozenset(
    ["of", "in", "at", "on", "to", "from", "by", "with", "for", "during", "since", "against", "than", "as", "between", "within", "under", "over", "across", "through", "into", "per", "after", "before", "until", "about", "above", "below", "among", "around", "via", "following", "without", "towards", "upon", "throughout", "including", "compared", "excluding", "despite", "due"]
)

VERBS = frozenset(
    ["received", "completed", "undertaken", "considered", "assessed", "recorded", "reported", "made", "closed", "held", "opened", "started", "ended", "placed", "adopted", "approved", "granted", "inspected", "looked", "examined", "judged", "rated", "awarded", "employed", "recruited", "appointed", "waiting", "awaiting", "open", "subject", "active", "living", "attending", "missing", "achieved", "achieving", "gained", "identified", "allocated", "agreed", "issued", "submitted", "delivered", "supported", "helped", "seen", "visited", "registered", "excluded", "offered", "accepted", "refused", "dismissed", "upheld", "responded", "attended", "took", "taken", "left", "entered", "began", "moved", "transferred", "built", "sold", "let", "relet", "repaired", "rose", "rise", "risen", "fell", "fall", "fallen", "increased", "increase", "decreased", "decrease", "dropped", "grew", "grown", "reduced", "stood", "totalled", "compared", "equating", "equates", "equated", "representing", "represented", "resulting", "against", "where", "who", "which", "that", "while", "when", "because", "although", "however", "but", "or", "if", "whether", "so", "then", "also", "still", "now", "only", "just", "already", "currently"]
)

GENERIC_HEADS = frozenset(
    ["child", "person", "young", "people", "case", "pupil", "family", "adult", "resident", "individual", "people", "total", "member", "episode", "number", "one", "household", "young", "service", "user", "carer", "client"]
)
"""Heads that say little by themselves, so that the sentence's subject may name the indicator."""
