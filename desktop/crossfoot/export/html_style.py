"""The style sheet of the HTML summary: light, dark and on paper, WCAG AA throughout, no font or file of others."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme: light dark;
  --page: #f3f4f6; --sheet: #ffffff; --ink: #1b2430; --muted: #56616e; --line: #d5dae0; --quiet: #eef0f3;
  --accent: #1b5e9e; --arrived: #ffe08a;
  --unreviewed: #6a4a00; --unreviewed-fill: #fff1c2; --unreviewed-edge: #c79222;
  --confirmed: #14572f; --confirmed-fill: #dcf2e3; --confirmed-edge: #2f9158;
  --corrected: #123f73; --corrected-fill: #dbe8fb; --corrected-edge: #3f7fc4;
  --rejected: #4a5360; --rejected-fill: #eceef1; --rejected-edge: #9aa3ae;
  --queried: #6a2468; --queried-fill: #f4e2f3; --queried-edge: #a95ca9;
  --yellow: #fff3a3; --green: #d5f2c8; --blue: #cfe6ff; --pink: #ffd9e6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #1a1e24; --sheet: #21262d; --ink: #e6e9ed; --muted: #a3adb9; --line: #3c4550; --quiet: #2a3038;
    --accent: #74b6f4; --arrived: #6b5a14;
    --unreviewed: #f5d37a; --unreviewed-fill: #453a16; --unreviewed-edge: #b18d30;
    --confirmed: #8fdcab; --confirmed-fill: #1e3d2b; --confirmed-edge: #4fb878;
    --corrected: #a6cdf7; --corrected-fill: #203a57; --corrected-edge: #5f9fdc;
    --rejected: #b4bdc8; --rejected-fill: #343b44; --rejected-edge: #76818d;
    --queried: #e9b3e6; --queried-fill: #462a46; --queried-edge: #b76cb4;
    --yellow: #5a5014; --green: #2b4d22; --blue: #1f4468; --pink: #5c2a40;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 24px; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
main, body > header, body > footer { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
body > header { padding-top: 48px; padding-bottom: 8px; }
.kicker { margin: 0; color: var(--muted); letter-spacing: .04em; }
h1 { margin: 0 0 8px; font-size: 32px; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 0; font-size: 24px; line-height: 1.25; font-weight: 650; }
h2 + p { margin-top: 16px; }
h3 { margin: 40px 0 8px; font-size: 17px; font-weight: 650; }
p { margin: 0 0 8px; }
a { color: var(--accent); text-underline-offset: 2px; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.muted, .none { color: var(--muted); }
.promise { max-width: 64ch; margin-top: 16px; padding-left: 16px; border-left: 3px solid var(--accent); }
article, .sheet {
  background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 32px; margin: 24px 0;
}
.bar { display: flex; height: 12px; margin: 16px 0 8px; border-radius: 6px; overflow: hidden; gap: 2px; }
.bar span { min-width: 4px; }
.bar .unreviewed { background: var(--unreviewed-edge); } .bar .confirmed { background: var(--confirmed-edge); }
.bar .corrected { background: var(--corrected-edge); } .bar .rejected { background: var(--rejected-edge); }
.bar .queried { background: var(--queried-edge); }
.tally { display: flex; flex-wrap: wrap; gap: 4px 8px; padding: 0; margin: 8px 0 0; list-style: none; }
.state {
  display: inline-block; padding: 0 8px; border-radius: 4px; white-space: nowrap; border: 1px solid transparent;
}
.state.unreviewed { color: var(--unreviewed); background: var(--unreviewed-fill); }
.state.confirmed { color: var(--confirmed); background: var(--confirmed-fill); }
.state.corrected { color: var(--corrected); background: var(--corrected-fill); }
.state.rejected { color: var(--rejected); background: var(--rejected-fill); }
.state.queried { color: var(--queried); background: var(--queried-fill); }
.facts {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(176px, 1fr)); gap: 16px 24px; margin: 24px 0 0;
}
.facts div { min-width: 0; } .facts .wide { grid-column: 1 / -1; }
dt { color: var(--muted); font-size: 13px; } dd { margin: 0; overflow-wrap: anywhere; }
code { font: 12.5px/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; }
.jump {
  display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 24px 0 0; padding: 8px 0;
  border-top: 1px solid var(--line); border-bottom: 1px solid var(--line);
}
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.4; }
th {
  text-align: left; font-weight: 600; color: var(--muted); border-bottom: 2px solid var(--line);
  padding: 6px 12px 6px 0; vertical-align: bottom;
}
td { border-bottom: 1px solid var(--line); padding: 8px 12px 8px 0; vertical-align: top; overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; white-space: nowrap; } .whole { white-space: nowrap; }
tfoot td { font-weight: 650; border-top: 2px solid var(--line); border-bottom: 0; }
td small { display: block; color: var(--muted); font-size: .92em; }
ins { text-decoration: none; font-weight: 650; color: var(--corrected); }
s { text-decoration-thickness: 1px; color: var(--muted); }
tr.rejected .printed { text-decoration: line-through; color: var(--muted); }
tr:target { background: var(--arrived); }
ul.plain, ol.plain { padding: 0; margin: 0; list-style: none; }
ul.plain li, ol.plain li { padding: 8px 0; border-bottom: 1px solid var(--line); }
ul.plain li:last-child, ol.plain li:last-child { border-bottom: 0; }
.finding, .open { display: grid; grid-template-columns: 200px 1fr; gap: 0 16px; }
.open { grid-template-columns: 112px 1fr; }
.what small, .working { display: block; color: var(--muted); font-size: inherit; }
.verdict { font-weight: 650; }
.verdict.query { color: var(--unreviewed); }
.verdict.holds { color: var(--confirmed); }
.rule { color: var(--muted); font-size: 13px; display: block; font-weight: 400; }
.resolution { display: grid; grid-template-columns: 40px 1fr; }
blockquote { margin: 0; padding: 0 0 0 12px; border-left: 3px solid var(--line); }
.tag { padding: 0 6px; border: 1px solid var(--line); border-radius: 8px; font-size: 13px; color: var(--muted); }
.record { font: 16px/1.65 Georgia, "Times New Roman", "DejaVu Serif", serif; max-width: 72ch; }
.record p { white-space: pre-line; margin: 0 0 16px; overflow-wrap: break-word; }
.record .heading { font-weight: 700; margin-top: 32px; }
.lit {
  color: inherit; text-decoration: none; border-radius: 3px; padding: 1px 2px; border-bottom: 2px solid;
  scroll-margin: 30vh; -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
.lit::after {
  content: attr(data-beside); margin-left: 3px; font: 600 11px/1 system-ui, "Segoe UI", sans-serif;
  vertical-align: 3px;
}
.lit[data-beside=""]::after { margin: 0; }
.lit.unreviewed { background: var(--unreviewed-fill); border-color: var(--unreviewed-edge); }
.lit.unreviewed::after { color: var(--unreviewed); }
.lit.confirmed { background: var(--confirmed-fill); border-color: var(--confirmed-edge); }
.lit.confirmed::after { color: var(--confirmed); }
.lit.corrected { background: var(--corrected-fill); border-color: var(--corrected-edge); }
.lit.corrected::after { color: var(--corrected); }
.lit.rejected { background: var(--rejected-fill); border-color: var(--rejected-edge); text-decoration: line-through; }
.lit.rejected::after { color: var(--rejected); display: inline-block; text-decoration: none; }
.lit.queried { background: var(--queried-fill); border-color: var(--queried-edge); }
.lit.queried::after { color: var(--queried); }
.record span[id] { scroll-margin: 30vh; }
.record span:target + .lit, .record span:target + span + .lit, mark:target {
  outline: 3px solid var(--accent); outline-offset: 1px;
}
mark { color: inherit; border-radius: 2px; }
mark.yellow { background: var(--yellow); }
mark.green { background: var(--green); }
mark.blue { background: var(--blue); } mark.pink { background: var(--pink); }
summary { cursor: pointer; font-size: 17px; font-weight: 650; }
details table { margin-top: 16px; }
body > footer { color: var(--muted); padding-bottom: 48px; font-size: 13px; }
@media (max-width: 720px) {
  article, .sheet { padding: 16px; } .finding, .open { grid-template-columns: 1fr; }
}
@page { size: A4; margin: 16mm 14mm; }
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --sheet: #fff; --ink: #000; --muted: #444; --line: #bbb; --accent: #123f73; --arrived: #fff;
    --unreviewed: #6a4a00; --unreviewed-fill: #fff1c2; --unreviewed-edge: #a67300;
    --confirmed: #14572f; --confirmed-fill: #dcf2e3; --confirmed-edge: #1f7a45;
    --corrected: #123f73; --corrected-fill: #dbe8fb; --corrected-edge: #1b5e9e;
    --rejected: #4a5360; --rejected-fill: #eceef1; --rejected-edge: #6b7480;
    --queried: #6a2468; --queried-fill: #f4e2f3; --queried-edge: #8e3a8e;
    --yellow: #fff3a3; --green: #d5f2c8; --blue: #cfe6ff; --pink: #ffd9e6;
  }
  body { font-size: 10pt; } .record { font-size: 10.5pt; max-width: none; } table { font-size: 8.5pt; }
  main, body > header, body > footer { max-width: none; padding: 0; }
  article, .sheet { border: 0; padding: 0; margin: 0 0 24px; border-radius: 0; }
  td:last-child { white-space: normal; }
  article { break-before: page; } .jump { display: none; } .scroll { overflow: visible; }
  h2, h3 { break-after: avoid; } tr, li { break-inside: avoid; } thead { display: table-header-group; }
  .bar, .state, .lit, mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
"""
