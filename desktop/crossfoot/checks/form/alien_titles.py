"""A title that names a service of the council of which its record says nothing, for rule 33.

"Allotments: Review of Rents" above a report on council housing: words such as these have no shorter form and no
neighbour under which the text could speak of the same thing, so that one told nowhere else belongs to another paper.
"""

from __future__ import annotations

import re

_SERVICES = re.compile(
    r"\b(?P<name>allotments?|cemeter(?:y|ies)|crematori\w+|burials?|gambling|museums?|car parks?|parking|markets?"
    r"|pensions?|leisure|librar(?:y|ies)|highways?|taxis?|hackney|harbours?|tourism|theatres?|swimming|golf|dogs?|pest"
    r"|street lighting|lighting|flooding|coastal|airport|ferr(?:y|ies)|buses|bus|cycling|trees?|parks|playgrounds?"
    r"|toilets?|recycling|refuse|landfill|food hygiene|trading standards|registrars?|elections?|electoral|archives?"
    r"|arts|festivals?|licensing|procurement|home ?care|asbestos|energy|broadband|insurance|audit|catering|school meals"
    r"|fleet|vehicles?|printing|car hire|bridges?|footpaths?|gypsy|travellers?|conservation|heritage|stadium)\b",
    re.IGNORECASE,
)
_LONG = 1500
"""A record shorter than this may leave its subject to its title."""


def alien_service(title: str, body: str) -> str | None:
    """Return the service that a title names and of which the rest of its record has no word, or None."""
    if len(body) < _LONG:
        return None
    low = body.lower()
    for match in _SERVICES.finditer(title):
        stem = re.sub(r"(?:ies|y|s|ing)$", "", match["name"].lower())
        if stem not in low and stem.replace(" ", "") not in low:
            return match["name"]
    return None
