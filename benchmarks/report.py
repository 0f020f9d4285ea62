"""The report of a series as Markdown: `python -m benchmarks.report` writes it into the README.

What stands between the markers is made from the history and nothing else; a test holds it to that.
"""

import sys
from pathlib import Path

from benchmarks import ROOT
from benchmarks.figures import TITLES, Spread, values
from benchmarks.goals import Goal, Verdict, goals, judge
from benchmarks.plot import plot
from benchmarks.rows import ROWS, Row
from benchmarks.series import Cell, Missing, Series, latest, load

README = ROOT / "README.md"
PLOT = ROOT / "pictures/benchmarks.svg"
BEGIN, END = "<!-- benchmarks: made by `python -m benchmarks.report` -->", "<!-- /benchmarks -->"
TRIAL = "**A trial run on a machine that others used: its figures say nothing.** "
HOW = (
    "By turns, round by round; medians with the least and the greatest value; cpu and memory (PSS) "
    "are those of all processes."
)
NONE = "No series of a quiet machine is kept yet."


def main() -> None:
    """Write README and plot; with the file of a series, print its report instead."""
    if len(sys.argv) > 1:
        print(report(load(Path(sys.argv[1]))[-1]))
        return
    series = latest()
    README.write_text(placed(README.read_text("utf-8"), series), "utf-8")
    if series:
        PLOT.write_text(plot(series), "utf-8")


def placed(readme: str, series: Series | None) -> str:
    """The README with the report of this series between its markers."""
    before, _, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"the README lacks “{BEGIN}” or “{END}”")
    picture = f"![The same work beside peers]({PLOT.relative_to(ROOT)})\n\n"
    text = picture + report(series) if series else NONE
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


def report(series: Series) -> str:
    """Where it was measured, the figures of all, the goals, and what is missing."""
    parts = [_where(series), _figures(series), _goals(series), _missing(series)]
    return "\n\n".join(part for part in parts if part)


def _where(series: Series) -> str:
    machine = series.machine
    tools = ", ".join(f"{name} {said}" for name, said in series.versions.items())
    where = f"{machine['cores']} cores of {machine['processor']}, {machine['system']}"
    return (
        f"{TRIAL if series.trial else ''}{series.day}, a {series.scope} series, {where}, "
        f"Python {machine['python']}; {tools}. {HOW}"
    )


def _figures(series: Series) -> str:
    """A table of all rows in which others take part."""
    names = list(dict.fromkeys(who for row in _beside(series) for who in series.rows[row.name]))
    lines = [["", "", *names], ["---"] * (len(names) + 2)]
    for row in _beside(series):
        cells = series.rows[row.name]
        for figure in row.figures:
            title = row.title if figure == row.figures[0] else ""
            found = [_cell(cells.get(name), figure) for name in names]
            lines.append([title, TITLES[figure], *found])
    return _table(lines) if len(lines) > 2 else ""


def _beside(series: Series) -> list[Row]:
    """Rows with peers; the others are told by their goals."""
    return [row for row in ROWS if row.edit or row.whole if row.name in series.rows]


def _cell(cell: Cell | None, figure: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Missing):
        return cell.kind
    found = values(cell, figure)
    return spread(Spread.of(found)) if found else ""


def spread(found: Spread) -> str:
    """A median, and its range where there is one."""
    if found.least == found.most:
        return number(found.median)
    return f"{number(found.median)} ({number(found.least)}–{number(found.most)})"


def number(value: float) -> str:
    """Three digits that say something, no more."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.{3 if value < 0.1 else 2 if value < 10 else 1}f}"


def _goals(series: Series) -> str:
    titles = {row.name: row.title for row in ROWS}
    lines = [["work", "goal", "found", "", "next lever"], ["---"] * 5]
    for goal in goals():
        verdict = judge(goal, series)
        lever = goal.lever if verdict.word == "missed" else ""
        word = f"**{verdict.word}**" if verdict.word == "missed" else verdict.word
        lines.append([titles[goal.row], bar(goal), _found(verdict), word, lever])
    return _table(lines)


def bar(goal: Goal) -> str:
    """A goal in words: `wall at most 0.4 of WeasyPrint`."""
    few = goal.at_most is not None
    value = goal.at_most if few else goal.at_least
    words = "at most" if few else "at least"
    if goal.figure == "uneven":
        return f"a page costs {words} {value:.0%} more than another"
    if goal.figure == "base-memory":
        return f"{words} {value} MiB + {goal.a_page} MiB a page"
    title, _, unit = TITLES[goal.figure].rpartition(" ")
    if goal.ratio and goal.ratio[1] == "brochure":
        return f"{title} of {goal.ratio[0]} {words} {value} times ours"
    if goal.ratio:
        return f"{title if unit in ('s', 'MiB') else 'rate'} {words} {value} of {goal.ratio[1]}"
    return (
        f"{title} {words} {value} {unit}"
        if unit in ("s", "MiB")
        else f"{words} {value} {TITLES[goal.figure]}"
    )


def _found(verdict: Verdict) -> str:
    if not verdict.found:
        return ""
    if verdict.goal.figure == "uneven":
        return f"{verdict.found.median:.0%}"
    return spread(verdict.found)


def _missing(series: Series) -> str:
    """Each reason once, with the rows that it stands for."""
    reasons: dict[tuple[str, str, str], list[str]] = {}
    titles = {row.name: row.title for row in ROWS}
    for name, row in series.rows.items():
        for who, cell in row.items():
            if isinstance(cell, Missing):
                reasons.setdefault((cell.kind, who, cell.reason), []).append(titles[name])
    lines = [
        f"- {kind}: {who}, {'; '.join(rows)}: {reason}."
        for (kind, who, reason), rows in reasons.items()
    ]
    return "\n".join(lines)


def _table(lines: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    main()
