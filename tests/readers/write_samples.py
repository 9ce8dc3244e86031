"""Write the sample records of tests/seeds as .rtf and .odt, in the way in which word processors write these.

    python tests/readers/write_samples.py FOLDER

Automatic numbers and dots are no words of the text in .odt; in .rtf they stand in groups of their own.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape

_HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(_HERE.parent / "seeds"))

from odt_package import odt_package  # noqa: E402
from sample_source import HEADINGS, PAGE_END, Block, Kind, Resolution, Sample, read_sources  # noqa: E402

_NUMBERS = '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
_STYLES = (
    '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" {numbered}/>'
    "</text:outline-style>"
    '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"/>'
)
_AUTOMATIC = (
    f'<text:list-style style:name="L1">{_NUMBERS}</text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    "</text:list-style>"
)


def as_odt(sample: Sample) -> bytes:
    """Return the record as .odt; the numbers of its headings are automatic where the source underlines these."""
    numbered = sample.marks == "underline"
    parts = [_p(line) for line in (sample.council.upper(), "CABINET RECOMMENDATIONS", "PROFORMA")]
    parts.append(_p(sample.meeting_line))
    for number, (section, heading) in enumerate(HEADINGS.items(), start=1):
        words = heading if numbered else f"{number}. {heading}"
        parts.append(f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{escape(words)}</text:h>')
        for block in sample.body(section):
            if block.kind is Kind.RESOLUTIONS:
                parts.append(_p(sample.resolved))
                parts.extend(_odt_resolutions(block.resolutions))
            else:
                parts.append(_odt_block(block))
    parts += [_p("Proper Officer"), _p(sample.proper_officer)]
    form = 'style:num-format="1" style:num-suffix="."' if numbered else 'style:num-format=""'
    return odt_package("".join(parts), _AUTOMATIC, _STYLES.format(numbered=form))


def _p(words: str) -> str:
    """Return a paragraph of words; a page's end inside it leaves LibreOffice's mark."""
    marked = escape(words).replace(escape(PAGE_END) + " ", "<text:soft-page-break/>")
    return f'<text:p text:style-name="Standard">{marked}</text:p>'


def _odt_resolutions(resolutions: tuple[Resolution, ...]) -> list[str]:
    """Return the resolutions, one list after the other: a number that was typed ends a list, the next starts after."""
    parts: list[str] = []
    goes_on = False
    for each in resolutions:
        if each.stop:
            how = 'text:continue-numbering="true"' if goes_on else ""
            start = "" if goes_on else f' text:start-value="{each.number}"'
            item = f"<text:list-item{start}>{_p(each.words)}</text:list-item>"
            parts.append(f'<text:list text:style-name="L1" {how}>{item}</text:list>')
        else:
            parts.append(_p(f"{each.number} {each.words}"))
        goes_on = bool(each.stop)
    return parts


def _odt_block(block: Block) -> str:
    """Return a paragraph with its line breaks, a list with dots or a table."""
    if block.kind is Kind.TABLE:
        rows = ("".join(f"<table:table-cell>{_p(cell)}</table:table-cell>" for cell in row) for row in block.rows)
        return "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"
    if block.kind is Kind.BULLETS:
        items = "".join(f"<text:list-item>{_p(line)}</text:list-item>" for line in block.lines)
        return f'<text:list text:style-name="L2">{items}</text:list>'
    return _p("\n".join(block.lines)).replace("\n", "<text:line-break/>")


def as_rtf(sample: Sample) -> bytes:
    """Return the record as .rtf; the numbers of its headings are automatic where the source underlines these."""
    parts = [_par(line) for line in (sample.council.upper(), "CABINET RECOMMENDATIONS", "PROFORMA")]
    parts.append(_par(sample.meeting_line))
    for number, (section, heading) in enumerate(HEADINGS.items(), start=1):
        parts.append(_par(heading, label=f"{number}.", controls="\\s1\\outlinelevel0"))
        for block in sample.body(section):
            if block.kind is Kind.RESOLUTIONS:
                parts.append(_par(sample.resolved))
            parts.extend(_rtf_block(block))
    parts += [_par("Proper Officer"), _par(sample.proper_officer)]
    head = (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fcharset2 Symbol;}}\n"
        "{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 1;}}{\\info{\\title A record}}{\\header\\pard Head\\par}\n"
    )
    return (head + "".join(parts) + "}").encode("ascii")


def _rtf(words: str) -> str:
    """Return words as they stand in the file, signs beyond ASCII by their number with a stand-in."""
    words = words.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}").replace(PAGE_END + " ", "\\softpage ")
    return "".join(each if each.isascii() else f"\\u{ord(each)}\\'3f" for each in words)


def _par(words: str, *, label: str = "", controls: str = "") -> str:
    """Return one paragraph; line breaks in it stay."""
    text = f"{{\\listtext\\pard\\plain {label}\\tab}}\\ls1\\ilvl0" if label else ""
    return f"\\pard\\plain {controls}{text}{{{_rtf(words)}}}\\par\n".replace("\n}", "}")


def _rtf_block(block: Block) -> list[str]:
    """Return the paragraphs or rows of a block."""
    if block.kind is Kind.TABLE:
        return [*map(_rtf_row, block.rows), _par("")]
    if block.kind is Kind.BULLETS:
        return [_par(line, label="\\f1\\'b7") for line in block.lines]
    if block.kind is Kind.RESOLUTIONS:
        return [
            _par(each.words, label=f"{each.number}.") if each.stop else _par(f"{each.number} {each.words}")
            for each in block.resolutions
        ]
    return [_par("\n".join(block.lines)).replace("\n", "\\line ", len(block.lines) - 1)]


def _rtf_row(cells: tuple[str, ...]) -> str:
    """Return a table's row."""
    edges = "".join(f"\\cellx{3000 * (number + 1)}" for number in range(len(cells)))
    return f"\\trowd{edges}" + "".join(f"\\pard\\intbl {_rtf(cell)}\\cell" for cell in cells) + "\\row\n"


def main() -> None:
    """Write the samples into the folder that the command line names."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for sample in read_sources(_HERE.parent / "seeds" / "sources"):
        (folder / f"{sample.name}.odt").write_bytes(as_odt(sample))
        (folder / f"{sample.name}.rtf").write_bytes(as_rtf(sample))


if __name__ == "__main__":
    main()
