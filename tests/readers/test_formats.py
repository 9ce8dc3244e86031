"""The same record gives the same figures and facts in every form in which it may come."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

from crossfoot import assets
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Extraction
from crossfoot.readers import read_bytes

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "formats"), str(HERE.parent / "seeds")]

from rendering import FORMS, OFFICE_FORMS, by_office, office  # noqa: E402 - the folder of the forms is no package
from sample_source import read_sources  # noqa: E402 - as above
from sample_text import as_text  # noqa: E402 - as above

SOURCES = read_sources(HERE.parent / "seeds" / "sources")
RECORDS = {sample.name: as_text(sample).decode() for sample in SOURCES}
EXTRACTOR = Extractor(assets.dictionary())


def extracted(form: str, data: bytes) -> Extraction:
    return EXTRACTOR.extract(read_bytes(f"record.{form}", data).text)


@cache
def plain(name: str) -> Extraction:
    return extracted("txt", RECORDS[name].encode())


def said(extraction: Extraction) -> dict[str, object]:
    record = extraction.record
    figures = [
        (f.value, f.unit, f.indicator, f.period, f.nature, f.qualifier, f.subject.partition(",")[0])
        for f in extraction.figures
    ]
    facts = (record.council, record.title, record.meeting_date, record.call_in, record.proper_officer_date)
    sections = [section.kind for section in record.sections]
    resolutions = [(each.number, " ".join(each.text.split())) for each in record.resolutions]
    return {"figures": figures, "facts": facts, "sections": sections, "resolutions": resolutions}


@pytest.mark.parametrize("form", [form for form in FORMS if form != "wrapped.txt"])
def test_a_record_says_the_same_in_every_form(form: str) -> None:
    """Broken lines of a plain text are left to the benchmark: extraction has no width of a page to go by."""
    for name, text in RECORDS.items():
        assert said(extracted(form, FORMS[form](text))) == said(plain(name)), name


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", [form for form in OFFICE_FORMS if form != "office.pdf"])
def test_a_record_saved_by_libreoffice_says_the_same(form: str) -> None:
    names = list(RECORDS)[:3]
    for name, data in by_office({name: RECORDS[name] for name in names}, form).items():
        assert said(extracted(form, data)) == said(plain(name)), name
