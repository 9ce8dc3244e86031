"""The one door to ``resources/`` and ``seeds/``, in a checkout and in an installed program alike."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from crossfoot.model import Better, Dictionary, Field, Indicator, Measure, Role, Stage

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    """Return the folder that holds ``resources`` and ``seeds``.

    A wheel carries both inside the package; a checkout has them at its top.
    """
    installed = _PACKAGE / "_assets"
    return installed if installed.is_dir() else _PACKAGE.parents[1]


def resource(name: str) -> Path:
    """Return the path of a file of ``resources/``; raise FileNotFoundError where there is none."""
    path = _root() / "resources" / name
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def sample_records() -> tuple[Path, ...]:
    """Return the sample records that come with the program, in the order of their names."""
    folder = _root() / "seeds"
    return tuple(sorted(p for p in folder.glob("*") if p.suffix in {".txt", ".docx", ".pdf", ".html"}))


@lru_cache(maxsize=1)
def dictionary() -> Dictionary:
    """Return the indicators that come with the program, with the groups of phrases that their terms name.

    They are in ``resources/indicators.tsv`` and ``resources/phrases.tsv``; ``resources/other_measures.txt`` holds names
    of what no indicator measures.
    """
    lines = resource("other_measures.txt").read_text(encoding="utf-8").splitlines()
    others = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    with resource("phrases.tsv").open(encoding="utf-8", newline="") as file:
        groups = {
            row["group"]: tuple(phrase.strip() for phrase in row["phrases"].split("|"))
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    with resource("indicators.tsv").open(encoding="utf-8", newline="") as file:
        indicators = [
            Indicator(
                key=row["key"],
                name=row["canonical_name"],
                aliases=tuple(a.strip() for a in row["aliases"].split("|") if a.strip()),
                usual_unit=row["usual_unit"],
                measure=Measure(row["stock_or_flow"]),
                stage=Stage(row["process_place"]),
                better=Better(row["better_direction"]),
                code=row["dfe_or_lait_code"] or "",
                note=row["note"] or "",
                terms=tuple(a.strip() for a in row["terms"].split("|") if a.strip()),
                role=Role(row["role"]),
                share_of=row["share_of"],
                field=Field(row["field"]),
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    return Dictionary.of(indicators, groups, others)
