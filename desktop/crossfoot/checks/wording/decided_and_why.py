"""What was decided beside its own reason, and what is said to be so beside what denies it, for rule 23.

"The extension was recommended because the cost could not be met", "it was rejected and was therefore taken forward",
"the Council has used such homes, and the number so placed was nil": the "not" that made sense of them was lost.
A reason speaks against a decision only where it is about the very thing decided on. That there was not enough of
something is often why more of it was agreed, and that is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.wording.contradictions import Contradiction
from crossfoot.checks.wording.said_against import NEGATED, Way, possible_ways, said_against

_BECAUSE = (
    r"(?:because|as|since|given that|seeing that|in that|on the grounds? that|for the reason that"
    r"|in view of the fact that|due to the fact that|owing to the fact that)"
)
_TAKEN = (
    r"(?:approved|agreed|accepted|adopted|supported|endorsed|favoured|recommended|pursued|granted|allowed|commissioned"
    r"|funded|implemented|progressed|proceeded with|taken (?:forward|up)|put (?:forward|into effect)|awarded"
    r"|considered (?:viable|feasible|appropriate|acceptable|suitable|practical|affordable))"
)
_DONE = r"(?:taken forward|implemented|pursued|progressed|carried out|adopted|put into effect|funded|proceeded with)"
_ITSELF = (
    r"(?:it|this|that|they|these|such an? [a-z]+|(?:the|this|that|its|their|her|his)(?: [a-z]+){0,2}? (?:options?"
    r"|proposals?|schemes?|bids?|plans?|offers?|tenders?|applications?|request|requests|idea|suggestion|alternatives?"
    r"|approach|model|route|course|extension|scale|submissions?|business case)"
    r"|(?:the|its|their) (?:extra |additional |full |likely |estimated |total |annual |net |capital |running )*"
    r"(?:costs?|price|expense|expenditure|outlay|sum asked|amount asked)(?! of (?!it\b|this\b|that\b|doing\b))"
    r"(?: of (?:it|this|that|doing (?:so|it)))?)"
)
_POOR = (
    r"(?:not (?:[a-z]+ )?(?:affordable|viable|feasible|practical|practicable|sustainable|deliverable"
    r"|cost[- ]effective|justified|acceptable|appropriate|suitable|possible|workable|value for money|good value"
    r"|lawful|safe|in the (?:public|council['’]s|borough['’]s) interests?)"
    r"|unaffordable|unviable|impractical|impracticable|unfeasible|unlawful|unacceptable|inappropriate|unsuitable"
    r"|unsafe|unworkable|unsustainable|undeliverable|unrealistic|unjustified|poor value|prohibitive|disproportionate"
    r"|excessive|incomplete|too (?:costly|expensive|dear|high|risky|late|small|slow|complex|far|disruptive|much)"
    r"|(?:beyond|above|outside|well over) (?:the |its |our )?(?:budget|means|resources|criteria|policy|sum available))"
)
_AGAINST = (
    rf"(?:{_ITSELF} (?:(?:was|were|is|are|would be|would have been|had been|has been|proved)"
    rf" (?:considered |judged |felt |thought |found |deemed |held |to be |clearly |simply |likely to be |far |both )*"
    rf"{_POOR}"
    r"|(?:would|could|can|did|does|do|might|will|has|had|have)(?:not\b| not| never) (?:have |been |be )*(?:meet|met"
    r"|satisf\w+|deliver\w*|achiev\w+|address\w*|represent\w*|produc\w+|secur\w+|improv\w+|solv\w+|comply|complied|fit"
    r"|afforded|justif\w+|funded|found|contained|recovered|accommodated|sustained|demonstrat\w+|qualif\w+|shown|work"
    r"|pay for itself)"
    r"|(?:had )?(?:failed|fell short|falls short|would (?:have )?(?:fail|breach|cost more|cost too much|exceed|delay"
    r"|worsen|jeopardis|undermin|disadvantag|harm|damage|disrupt|deprive|duplicate)"
    r"\w*|breached|lacked|scored (?:lowest|last|below)))"
    r"|(?:the |its )?(?:risks?|costs?|disadvantages|drawbacks) (?:would |far |clearly )*outweigh(?:ed|s)?"
    r" (?:the |its |any )*(?:benefits?|advantages?|savings?)"
    r"|(?:the |its |any )?(?:benefits?|advantages?|savings?) (?:would|did|do|could|does) not (?:outweigh|justify|cover"
    r"|match|warrant)"
    r"|there (?:was|is|were) (?:no|little|insufficient) (?:need|demand|case|business case|justification|support"
    r"|benefit)(?= for (?:it|this|them|such)\b| in (?:it|doing)\b|[.,;]|$))"
)
_ENDED = re.compile(
    r"\b(?:withdr\w+|clos(?:e|ed|ure|ing)|ceas\w+|cessation|end(?:ed|ing)?|terminat\w+|reduc\w+|cuts?|savings?|sav(?:e"
    r"|ed)|refus\w+|reject\w+|defer\w*|postpon\w+|delay\w*|abandon\w*|remov\w+|decommission\w*|delet\w+|suspen\w+"
    r"|cancel\w*|exempt\w*|waiv\w+|writ\w+ off|write-off|declin\w+|dispos\w+|sale|sold|redundan\w+|alternatives?"
    r"|instead|other|another|others|interim|do nothing|doing nothing|status quo|no change|pause\w*|halt\w*|stop\w*"
    r"|discontinu\w+|not|no|none|never|nor|neither|nobody|rather|unless|against|if|only|whether|than|however|but"
    r"|although|scal\w+ (?:down|back)|review\w*|replac\w+|amend\w+|chang\w+|revis\w+|different|further|mov\w+"
    r"|transfer\w*|out|in principle|smaller|less|shorter|fewer|apart|save|except)\b|n['’]t\b"
)
"""Words in front of a decision that turn it round, or that make its reason one for it: "the closure was approved"."""
_WHO = (
    r"(?:members|cabinet|(?:the )?(?:council|executive|committee|panel|board|governors|trustees|forum|partnership"
    r"|(?:strategic |assistant |corporate )?director|head of [a-z]+|portfolio holder|lead member|cabinet member"
    r"|[a-z]+ (?:committee|panel|board|forum))|officers|they|councillors|i|we)"
)
_WENT_ON = (
    rf"(?:{_WHO} (?:has |have |had |therefore |accordingly |thus |then |unanimously )*"
    r"(?:(?:agreed|decided|resolved|voted|chose|recommended) (?:to )?(?:fund|support|award|approve|proceed with|adopt"
    r"|accept|grant|go ahead with|pursue|commission|buy|pay for|take forward|funding|supporting|approving)"
    r"|approved|accepted|supported|endorsed|funded|granted|adopted|recommended)"
    r" (?:it|this|them|the (?:bid|proposal|scheme|application|option|tender|offer|request|plan|grant|award|contract))\b"
    rf"|(?:it|this|they|the (?:bid|proposal|scheme|application|option|tender|offer|request|plan|grant|contract))"
    rf" (?:was|were|has been|have been) (?:therefore |accordingly |thus )*{_TAKEN})"
)
_TURNED_DOWN = (
    r"(?:rejected|refused|ruled out|turned down|dismissed|discounted|declined|voted down|abandoned|dropped"
    r"|not (?:approved|supported|recommended|accepted|considered (?:viable|feasible|appropriate|acceptable)))"
)


_CAUSES = "because|as |since|given that|seeing that|ground| in that|fact that|reason that"
_WAYS = (
    Way(
        (
            _CAUSES,
            "was |were |is |are |been ",
        ),
        re.compile(
            rf"(?P<said>\b(?:was|were|is|are|has been|have been) (?:therefore |also |then )*{_TAKEN})"
            rf"(?: by [a-z' ]{{3,30}}?| for (?:funding|approval|support))?,? (?P<against>{_BECAUSE},? {_AGAINST})"
        ),
        turned=_ENDED,
    ),
    Way(
        (
            _CAUSES,
            "agreed|decided|resolved|approved|supported|recommended|adopted|accepted",
        ),
        re.compile(
            rf"(?P<said>\b{_WHO} (?:has |have |had |therefore )*(?:(?:agreed|decided|resolved|voted) to (?:fund|support"
            r"|award|approve|proceed with|adopt|accept|grant|go ahead with|pursue|commission|buy|pay for)|approved"
            r"|accepted|supported|endorsed|funded|granted|adopted|recommended|pursued) (?:it|this|them"
            r"|the [a-z' -]{3,50}?))"
            rf",? (?P<against>{_BECAUSE},? {_AGAINST})"
        ),
        turned=_ENDED,
    ),
    Way(
        (
            _CAUSES,
            "agreed|decided|resolved|approv|support|recommended|adopt|accept|taken",
        ),
        re.compile(rf"\b(?P<against>{_BECAUSE} {_AGAINST}[^.;]{{0,70}}?), (?P<said>{_WENT_ON})"),
    ),
    Way(
        (
            "so |therefore|accordingly|consequently",
            "fail|not |too | un|short|breach|above |beyond |outside |incomplete|excessive",
        ),
        re.compile(
            rf"\b(?P<against>{_AGAINST}[^.;,]{{0,60}}?)[,;.]? (?:and )?(?:so|therefore|accordingly"
            rf"|consequently|as a result),? (?P<said>{_WENT_ON})"
        ),
    ),
    Way(
        ("reject|refus|ruled out|turned down|dismiss|discount|declin|down|drop|not ",),
        re.compile(
            rf"(?P<against>\b(?:was|were|been|is|are) (?:[a-z]+ )?(?:and |but )?{_TURNED_DOWN}[^.;\n]{{0,60}}?)"
            rf"(?:[.;] |,? and )(?P<said>(?:(?:it|this|they|the (?:option|proposal|scheme|idea|bid)) )?(?:was|were"
            rf"|has been|will be|is) (?:(?:therefore|accordingly|thus|consequently|so) (?:{_TAKEN}|{_DONE})|{_DONE}))"
        ),
    ),
    Way(
        (
            "number|total|figure",
            "nil|zero|none| 0",
        ),
        re.compile(
            r"(?P<said>\b(?:has|have|had|does|did|do) (?!not\b|no\b|never\b|been no|had no)(?:[a-z]+ ){0,2}?[a-z]+"
            r"(?:ed|en|se|e|d|t)? [a-z -]{4,60}?),? (?:and|so|where|but|as) (?P<against>(?:that )?the (?:number|total"
            r"|figure)"
            r" (?:so [a-z]+|of (?:these|them|such [a-z ]{3,30})|(?:placed|used|made|found|held|received|reported)"
            r"(?: there| in it| in them)?|for this|for it) (?:was|is|has been|remains|stood at|stands at) (?:nil|zero"
            r"|none|0)\b)"
        ),
        turned=NEGATED,
    ),
    Way(
        (
            "nobody|no one|none |no child|no person|never",
            "uses|places|employs|allows|permits|makes use|relies|used|in use",
        ),
        re.compile(
            r"(?P<said>\b(?:is|are|was|were|still) (?!not\b|no\b)[a-z' -]{0,50}?(?:(?:that|which) (?:the council"
            r"|the authority|the service|we) (?:still )?(?:uses?|employs?|allows?|permits?|makes? use of|relies on"
            r"|places? (?:[a-z]+ )?in)|in use))[:;,.]? (?:and |as |because |since )?(?P<against>(?:nobody|no one|none"
            r"|no [a-z]+(?: [a-z]+)?) (?:has|have|had) (?:ever )?been (?:placed|put|housed|sent|sent there|employed"
            r"|allowed|accommodated|in)\b)"
        ),
    ),
    Way(
        (
            "upheld|substantiated|founded|justified|proved|proven",
            "no fa|no mal|no error|no merit|no substance|no breach|no evidence|no case|no gr|no inj|nothing wrong",
        ),
        re.compile(
            r"(?P<against>\b(?:no (?:fault|maladministration|failings?|errors?|merit|substance|breach|injustice"
            r"|grounds|case to answer|evidence (?:of|for|to support|that would support) (?:any |it|them|the )?[a-z]*)"
            r"|nothing wrong)\b(?:(?! but\b| however\b| although\b| except\b| others?\b)[^.;]){0,60})[.;,]? "
            r"(?:and |so |which |who )?(?P<said>(?:they|it|these|both|all|all of them|each|the (?:complaints?"
            r"|appeals?|allegations?|claims?|grievances?)|each of them)? ?(?:was|were|had been|has been) "
            r"(?:all |both |therefore |each |thus |accordingly )*(?:upheld|substantiated|well founded|founded"
            r"|justified|proved|proven))"
        ),
    ),
    Way(
        (
            " but |; |: ",
            "received|completed|published|finalised|signed|issued|confirmed|delivered|agreed|appointed|available|known|begun|started",
        ),
        re.compile(
            r"(?P<said>\b(?:has|have|had|was|were|is|are) (?:been |now been )?(?:received|completed|published"
            r"|finalised|signed|issued|confirmed|delivered|appointed|available|known|begun|started|settled))"
            r"(?:,? but|[;:] ) ?(?P<against>(?:(?:it|this|they|the [a-z]+) )?(?:is|are|was|were) (?:now |still |both )?"
            r"(?:expected|anticipated|awaited|outstanding|to follow|due)(?= (?:by|in|shortly|soon|before|next|at|on"
            r"|early|late|within|during|later)\b|[.,;]|$))"
        ),
        turned=NEGATED,
    ),
    Way(
        (" until | before | unless ",),
        re.compile(
            r"(?P<said>\b(?:will|would|can|could|may|should|is to|are to) (?:be (?:signed|finalised|published"
            r"|appointed|filled|awarded|determined|decided|released|confirmed|concluded|completed|commissioned"
            r"|appointed to)|start|begin|commence|proceed|go ahead|take effect|come into force|conclude)"
            r"(?: [a-z]+){0,3}?) (?P<against>until (?:the |a |an |all |both |every |each |it |they |that |its |their )"
            r"[a-z' -]{0,50}?\b(?:is|are|has|have|had|was|were)(?: been)? [a-z]+)"
        ),
        turned=NEGATED,
    ),
    Way(
        (
            "able to|possible to|managed to|succeeded in|enough|sufficient",
            "so |therefore|result|consequently|accordingly|had to",
        ),
        re.compile(
            r"(?P<said>\b(?:(?:was|were|is|are|been|proved) (?:able|possible) to|managed to|succeeded in"
            r"|(?:had|has|have|was|were|is) (?:enough|sufficient) (?!to\b)[a-z]+)(?:(?! but\b| not\b"
            r"|n't)[^.;]){3,80}?),?"
            r" (?P<against>(?:and (?:so|therefore|as a result)|so(?: that)?|therefore|as a result|consequently"
            r"|accordingly),?"
            r" (?!that no|no\b|none\b|nobody\b)[^.;,]{3,50}?\b(?:(?:was|were) (?:turned away|cancelled"
            r"|postponed|unfilled|refused|abandoned|put off"
            r"|left vacant|left empty|forced to)|had to (?:wait|close|be (?:turned away|cancelled|postponed|closed"
            r"|refused|delayed|abandoned|put off|covered by agency|brought in))|remain(?:s|ed)? (?:vacant|unfilled"
            r"|closed|empty|undone|outstanding)))"
        ),
        turned=NEGATED,
    ),
    Way(
        (
            "there ",
            _CAUSES,
            "met |funded|contained|absorbed|covered|borne|no |within",
        ),
        re.compile(
            r"(?P<said>\bthere (?:are|is|were|was|will be|would be) (?!no\b|not\b|none\b|few\b|little\b)(?:an? |any "
            r"|some )?(?:[a-z]+ ){0,2}?(?:costs?|implications?|effects?|impacts?|pressures?|risks?)"
            r"(?: [a-z']+){0,7}?),? "
            rf"(?P<against>{_BECAUSE} (?:(?:all|the (?:whole|full|entire)|any|every|it|they|these|this)\b[^.;]{{0,50}}?"
            r"\b(?:is|are|was|were|will|would|can) (?:all |fully |be |wholly |entirely |already )*(?:met|funded"
            r"|contained"
            r"|absorbed|covered|borne|paid)"
            r" (?:within|from|by|in|out of)|no (?:change|changes|new|additional|extra|further|additional)\b))"
        ),
        turned=NEGATED,
    ),
    Way(
        (
            "satisfied|content|accepted|agreed with|happy",
            "back|rewritten|redone|again",
        ),
        re.compile(
            r"(?P<said>\b(?:members|cabinet|the (?:committee|panel|board|executive)) (?:was |were )?(?:satisfied with"
            r"|content with|happy with|accepted|agreed with) [^.;,]{3,60}?),? and "
            r"(?P<against>(?:referred|sent) (?:it|them"
            r"|the (?:matter|report|plan|proposal)) back|(?:asked|required|instructed|called) (?:that|for) (?:it|them"
            r"|the [a-z]+) (?:to )?be (?:rewritten|redone|withdrawn|brought back|revised|done again))"
        ),
    ),
)


def _ways_here(context: Context) -> tuple[Way, ...]:
    return possible_ways(context.passages.low, _WAYS)


def decided_and_why(words: str, context: Context) -> Iterator[Contradiction]:
    """Yield what a passage, in small letters, says was so though the words that go with it say that it was not."""
    return said_against(words, context.once(_ways_here))
