"""What a clause says against the word that comments on it or the sequel that it has, for rule 23.

"Unfortunately we were able to", "despite four reminders the form was returned", "the target can be met, and the
shortfall will be carried forward", "found to be eligible and were therefore refused": a "not" or an "un-" was lost. And
what is said with stress, "the grant does cover the cost", where nothing is set against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.wording.contradictions import Contradiction
from crossfoot.checks.wording.said_against import NEGATED, Way, possible_ways, said_against

_EVEN_SO = re.compile(
    r"\b(?:no|not|never|none|nor|neither|nobody|nothing|without|hardly|rarely|if|whether|unless|until|only|just|late"
    r"|eventually|finally|at last|in the end|than|but|however|although|though|while|still|partly|some|un\w+)\b|n['’]t\b"
)
_STRESSED = re.compile(
    r"\b(?:no|not|never|none|nor|neither|nobody|nothing|without|hardly|rarely|if|whether|unless|until|only|just|how"
    r"|what"
    r"|who|which|where|when|why|that|those|as|than|so|but|however|although|though|while|whilst|whereas|still|even|often"
    r"|people|nevertheless|also|yet|again|few|little|because|once|members|i|we|you)\b|n['’]t\b|\?"
)
"""What makes a stressed verb a sound one: something that it is set against, a question, or a clause of its own."""
_VERBS = (
    r"(?:cover|meet|reach|exceed|match|comply|include|provide|allow|receive|respond|reply|agree|attend|require|affect"
    r"|change|achieve|identify|result|lead|arise|justify|qualify|breach|contain|extend|apply|succeed|pay|fall within)"
)
_CONCERN = (
    r"(?:concern\w*|regret\w*|disappoint\w*|complain\w*|worr\w+|criticis\w+|alarm\w*|dismay\w*|anxi\w+|frustrat\w+)"
)
_FULL = (
    r"(?:(?<!not )\b(?:sufficient|adequate|enough)(?= to| for|,)|(?:can|could|will|would|was|were|has been|had been) "
    r"(?:be )?(?:fully |all |now )*(?:met|achieved|delivered|reached|secured|recovered|collected|covered|balanced"
    r"|found|saved)(?! by| from| with| out| in part)|(?:was|were|is|been) able to (?:meet|cover|pay|fund|afford|deliver"
    r"|achieve|recover))"
)
_SHORT = (
    r"(?:the|this|that) (?:difference|shortfall|gap|deficit|balance|remainder|rest|excess|missing [a-z]+"
    r"|remaining [a-z£0-9,]+)"
)
_FIT = (
    r"(?:(?<!in)(?<!un)(?:eligible|entitled|qualified|suitable|acceptable|compliant|satisfactory|complete|valid"
    r"|in order"
    r"|correct|safe|legible|viable|adequate)|(?:met|satisfied|fulfilled|passed) (?:all |each of |every one of )?(?:the "
    r"|our )?(?:criteria|conditions|test|tests|requirements|standard|standards|threshold))"
)
_UNFIT = (
    r"(?:ineligible|not (?:eligible|entitled|qualified|suitable)|unqualified|incomplete|invalid|unsuitable|defective"
    r"|illegible|unsafe|(?:failed|did not meet) (?:all |each of |every one of )?(?:the |our )?(?:criteria|conditions"
    r"|test|tests|requirements|standard|standards|threshold))"
)
_THUS = r"(?:therefore|accordingly|consequently|thus|so|for that reason|as a result)"
_ANY_ONE = r"(?:[a-z]+ ){0,3}?"
_WAYS = (
    Way(
        (
            "unfortunately|regrettably|sadly|worryingly|disappointingly|alarmingly|regret|of concern|troubling",
            "able to|managed to|succeeded|possible to|in time|successful",
        ),
        re.compile(
            r"(?P<against>\b(?:unfortunately|regrettably|sadly|(?:more |most )?worryingly|disappointingly|alarmingly"
            r"|to our regret|it is regretted that|of (?:more |greater )?concern(?: is that)?|(?:more )?troublingly),? )"
            r"(?P<said>[^.;:,]{2,70}?\b(?:(?:was|were|is|are|has been|have been|had been|proved) (?:able|possible) to"
            r"|managed to|succeeded in|(?:was|were|has been|have been|had been|proved) (?:successful|completed in time"
            r"|finished in time|done in time))\b)"
        ),
        turned=_EVEN_SO,
    ),
    Way(
        ("fortunately|encouragingly|pleasingly|happily|gratifying|pleased", "unable to|failed|could not|impossible"),
        re.compile(
            r"(?P<against>(?<!un)\b(?:fortunately|encouragingly|pleasingly|happily|it is gratifying that),? )"
            r"(?P<said>[^.;:,]{2,70}?\b(?:(?:was|were|is|are|has been|have been|had been|proved) (?:unable|impossible)"
            r" to|failed to (?!find|identify)|could not (?:be )?(?:met|meet|fill|filled|complete\w*|deliver\w*"
            r"|recruit\w*|reach\w*))\b)"
        ),
    ),
    Way(
        ("despite|in spite of|notwithstanding",),
        re.compile(
            r"(?P<against>\b(?:despite|in spite of|notwithstanding) (?:[a-z0-9]+ ){0,3}?(?:advertisements?|adverts"
            r"|attempts|efforts|reminders|letters|visits|requests|warnings|interviews|campaigns?|appeals|e-?mails|calls"
            r"|rounds of [a-z]+|approaches|searches|chasing|pressing)\b[^.;,]{0,60}?),? (?P<said>(?:[a-z' ]{3,60}?)"
            r"\b(?:(?:had been|has been|have been|was|were|is|are) (?:able to|successful|(?:filled|found|paid|returned"
            r"|received|recruited|appointed|let|sold|answered|supplied|traced|completed|resolved|signed)"
            r"(?! (?:only|late|in part|by only|too)\b))|managed to|succeeded in|(?:had|has|have) (?:replied|responded"
            r"|paid|returned|answered|come forward|applied))\b)"
        ),
        turned=_EVEN_SO,
    ),
    Way(
        ("fill", "still vacant|remains vacant|is vacant|was vacant|remain vacant|vacant still|still empty"),
        re.compile(
            r"(?P<said>\b(?:(?:able|possible) to fill|managed to fill|succeeded in filling|(?:has|had|have) (?:now )?"
            r"(?:been )?filled|(?:was|were) filled)\b[^.;]{0,80}?),? (?P<against>(?:which|and it|and they|and"
            r"|it) (?:(?:was"
            r"|were|is|are) still|remain(?:s|ed)?|(?:is|was|are|were) (?:therefore )?) ?(?:vacant|empty|unfilled))\b"
        ),
        turned=NEGATED,
    ),
    Way(
        (
            "shortfall|difference|gap |deficit|balance |remainder|the rest|excess|missing|remaining",
            "sufficient|enough|adequate|met|achieved|delivered|reached|secured|recovered|collected|covered|able|found",
        ),
        re.compile(
            rf"(?P<said>\b[^.;,]{{0,30}}?{_FULL}\b[^.;]{{0,60}}?)(?:,|;|:)?(?: and"
            rf"| so)? (?P<against>{_SHORT} (?:of £?[\d,·]+m? "
            r")?(?:had to|has to|must|will (?:have to )?(?:be|fall)|would (?:have to )?be|was|is to be|is being"
            r"|should be)"
            r"(?: be| then)? ?(?:found|met|made (?:up|good)|funded|carried (?:forward|over)|rolled (?:forward|over)"
            r"|written"
            r" off|borrowed|drawn|taken|covered|financed|added to|sought|recovered|on|charged|borne|paid|collected)\b)"
        ),
        turned=NEGATED,
    ),
    Way(
        (
            "refus|reject|turned down|returned|declin|disqualif|exclud|remov|dismiss|turned away|sent back|prosecut",
            "therefore|accordingly|consequently|thus|so |reason|result",
        ),
        re.compile(
            rf"(?P<said>\b(?:was|were|is|are|been|be) (?:found |judged |considered |thought |held |deemed "
            rf"|to be )*{_FIT}\b"
            rf"|\b{_FIT})(?P<gap>[^.;]{{0,40}}?)(?:,? and|[;.,])? ?(?P<against>(?:(?:it|they|he|she|this"
            rf"|these) )?(?:(?:was|were|has"
            rf" been|have been|is|are) {_THUS}|{_THUS},? (?:(?:it|they|he|she) )?(?:was|were|has been|have been|is"
            rf"|are)) "
            r"(?:refused|rejected|turned down|turned away|returned|declined|disqualified|excluded|removed|dismissed"
            r"|sent back|prosecuted|struck off)\b)"
        ),
        turned=NEGATED,
    ),
    Way(
        (
            "ineligible|not |unqualified|incomplete|invalid|unsuitable|defective|illegible|failed|unsafe",
            "grant|approv|accept|award|paid|admit|licensed|registered|passed",
        ),
        re.compile(
            rf"(?P<said>\b{_UNFIT}\b)[^.;]{{0,40}}?(?:,? and|[;.,])? ?(?P<against>(?:(?:it|they|he|she|this"
            rf"|these) )?(?:(?:was|were|has"
            rf" been|have been) {_THUS}|{_THUS},? (?:(?:it|they|he|she) )?(?:was|were|has been|have been)) "
            r"(?:granted|approved|accepted|awarded|paid|admitted|licensed|registered|passed)\b)"
        ),
    ),
    Way(
        (
            "objection|representation|appeal|complaint|adverse",
            "at once|immediately|without|forthwith|straight away|as advertised|unopposed|as planned|as drafted",
        ),
        re.compile(
            r"(?P<said>\b(?:as|since|because|given that) (?:objections|representations|appeals|complaints"
            r"|adverse comments"
            r"|any objections) (?:had been|were|have been|was) (?:made|received|lodged|raised|submitted)\b)"
            r"[^.;]{0,60}?, (?P<against>[^.;]{3,60}?\b(?:could|can|may|will|would|was|were|is|has been) (?:now "
            r"|therefore |be |then )*"
            r"(?:confirmed|sealed|made|closed|implemented|adopted|approved|proceed|go ahead|brought into force|granted)"
            r" (?:at once|immediately|without|forthwith|straight away|as advertised|unopposed|as planned|as drafted))"
        ),
    ),
    Way(
        (
            "successful|succeeded|awarded|won",
            "resubmit|re-submit|submitted again|reappl|re-appl|try again|another |appeal",
        ),
        re.compile(
            r"(?P<said>(?:application|bid|claim|submission|appeal|proposal|tender)[^.;]{0,60}?\b(?:was|were|had been"
            r"|proved) (?<!un)successful|\b(?:was|were|proved) successful)[.;,] (?P<against>(?:and )?[^.;]{0,30}?"
            r"\b(?:resubmitted|re-submitted|submitted again|(?:reapply|re-apply)|try again|another (?:bid|application"
            r"|attempt)|appeal(?:ed)? against))"
        ),
        turned=NEGATED,
    ),
    Way(
        (
            "state|condition|quality|supply|level|performance|standard|staffing|position",
            "necessary|had to|meant|forced|concern|closure|closed",
        ),
        re.compile(
            r"(?P<said>(?<!un)(?<!in)(?<!not )\b(?:satisfactory|adequate|good|sound|safe|sufficient|suitable|reliable"
            r"|healthy|stable|excellent|improved) (?:state|condition|quality|supply|level|performance|standard|staffing"
            r"|position|number)\b of [^.;,]{3,60}(?:, [^.;,]{3,80},)?) (?P<against>(?:made it necessary"
            r"|has made it necessary"
            r"|meant that [^.;]{0,40}?had to|led to the closure|forced|caused (?:real |great |some |grave )?(?:concern"
            r"|the closure)|had to be (?:closed|taken))\b)"
        ),
    ),
    Way(
        ("there remain|there still remain|still |remaining",),
        re.compile(
            r"\b(?P<against>there (?:still )?remain(?:s|ed)?) (?P<said>(?:\d[\d,]*|several|some|many|a number of|a few)"
            r" (?:filled|completed|allocated|assessed|resolved|paid|answered|finished|processed|repaired|inspected"
            r"|visited|trained|spent|used|occupied|decided|determined|tested|approved) [a-z]+)"
        ),
    ),
    Way(
        ("for reasons such|for various reasons|for a variety|for several reasons|for other reasons|owing to",),
        re.compile(
            r"(?P<said>\b(?:are|is|was|were) (?<!un)(?:available|open|occupied|in use|usable|operational|filled))"
            r" (?P<against>(?:for (?:various |several |other |a variety of )?reasons|owing to (?:sickness|illness"
            r"|repairs|damage|staff shortages?|a lack|shortages?|floods?|fire|disrepair))\b)"
        ),
        turned=NEGATED,
    ),
    Way(
        ("available for a further|available for the|available for another|available on the",),
        re.compile(
            r"(?P<against>\b(?:reported|rated|shown|given|scored|judged|included"
            r"|compared)\b[^;]{0,90}[.:;,] (?:and |but )?)"
            r"(?P<said>(?:the )?(?:data|figures|results|information|returns|ratings) (?:was|were|is"
            r"|are) available (?:for|on) "
            r"(?:a further|the (?:other|remaining|rest)|another))\b"
        ),
        turned=NEGATED,
    ),
    Way(
        ("at no time|at no point|at no stage|on no occasion|in no case",),
        re.compile(
            r"\b(?P<said>(?:at no (?:time|point|stage)|on no occasion|in no case) (?:was|were|has|had|have"
            r"|did) (?:an?|any|the)"
            r" [a-z ]{2,30}?(?:with (?:an?|their|his|her|its)|been (?:seen|visited|covered|staffed|supervised)|seen"
            r"|visited|covered|staffed|supervised|in time|up to date) ?[a-z]*)[^.;]{0,20}?(?P<against>[.,;]|\band\b)"
        ),
    ),
    Way(
        (
            "stubbornly|worryingly|unacceptably|disappointingly|too high|far too many|still too many",
            "in education|in time|on time|complet|attend|in work|in post|allocated|seen|visited|recycl",
        ),
        re.compile(
            r"(?P<said>\b(?:(?<!not )in (?:education|employment|work|training|time|post)|(?<!not )on time"
            r"|(?<!not )completed"
            r"|(?<!un)allocated|attendance|(?<!not )seen|(?<!not )visited|recycl(?:ed|ing))(?:, [a-z]+ (?:or"
            r"|and) [a-z]+)?)"
            r" (?P<against>(?:(?:is|was|are|were|remains?|remained|stands?|stood|continues to be) )(?:still |again )?"
            r"(?:stubbornly high|worryingly high|unacceptably high|disappointingly high|too high|far too (?:high"
            r"|many)))"
        ),
        turned=NEGATED,
    ),
    Way(
        ("cheaper|save|release|reduce|quicker|attract|simpler|easier|less |raise", " but "),
        re.compile(
            r"(?P<against>\b(?:would|could) (?:have )?(?:been |be )?(?:(?:the )?(?:cheaper|cheapest|quicker"
            r"|quickest|simpler"
            r"|easier|attractive)|saved?|released?|reduced? (?:costs?|the)|raised?"
            r"|cost(?:ed)? (?:£?[\d,·]+m? )?less)\b[^.;]{0,60}?)"
            r",? (?P<said>but (?:(?:it|this) )?(?:(?:was|is|were) (?:considered |thought |judged |felt |held "
            r"|to be )*(?:consistent"
            r"|compatible|in keeping|in line|affordable|viable|feasible|deliverable|acceptable|lawful|practicable"
            r"|sustainable|supported|safe)|would (?:have )?(?:meet|met|satisf\w+|deliver\w*|address\w*|achiev\w+"
            r"|provid\w+"
            r"|secur\w+|compl\w+)))(?! (?:only|less|few\w*|part|half|little|no)\b)"
        ),
    ),
    Way(
        ("concern|regret|disappoint|complain|worr|critici|alarm|dismay|anxi|frustrat", "did |does |do "),
        re.compile(
            rf"(?P<against>\b{_CONCERN}\b[^.;]{{0,30}}? that [^.;]{{2,70}}?)(?P<said>\b(?:did|does|do) {_VERBS})\b"
        ),
        turned=_EVEN_SO,
    ),
    Way(
        ("did |does |do ",),
        re.compile(
            rf"(?P<against>(?:^|[.;:] )(?:the |our |its |their |each |all |these |this )?[a-z0-9£][^.;:]{{2,70}}?)"
            rf" (?P<said>(?:did|does|do) {_VERBS}\b(?! so\b)[^.;]{{0,100}})"
        ),
    ),
)


def _ways_here(context: Context) -> tuple[Way, ...]:
    return possible_ways(context.passages.low, _WAYS)


def out_of_tune(words: str, context: Context) -> Iterator[Contradiction]:
    """Yield what a passage, in small letters, says against its own comment or sequel."""
    for found in said_against(words, context.once(_ways_here)):
        stressed = re.match(r"(?:did|does|do) ", found.none)
        if stressed is None or _CONCERNED.search(found.some) or not _is_set_against(words, found):
            yield found


_CONCERNED = re.compile(rf"\b{_CONCERN}\b")


def _is_set_against(words: str, found: Contradiction) -> bool:
    """Tell whether a stressed verb has something that it is set against, in its sentence or the one before."""
    end = _STOP.search(words, found.end)
    behind = words[found.end : end.end() + _NEXT if end else len(words)]
    *before, own = _STOP.split(words[max(0, found.start - _BACK) : found.start])
    denied = before and NEGATED.search(before[-1])
    return bool(denied or _STRESSED.search(own) or _CONTRAST.search(found.none) or _CONTRAST.search(behind))


_STOP = re.compile(r"[.;:]\s")
_CONTRAST = re.compile(r"\b(?:but|however|although|though|only|not|than|while|whereas|yet|still|partly)\b|n['’]t\b|\?")
_BACK, _NEXT = 260, 30
