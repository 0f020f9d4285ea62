"""The merge report: what each record lacks, before anything is made."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from brochure.catalog.records import limits
from brochure.content.records.read import Records
from brochure.diagnostics import Diagnostic, Severity, Span
from brochure.document.data import Value
from brochure.merge.file_names import alike, fault_of, file_names, values_for
from brochure.merge.meaning import Scope, truth
from brochure.merge.syntax import condition
from brochure.merge.template import MergeTemplate


@dataclass(frozen=True)
class Report:
    """Which records are selected, how their files are called, and what is wrong with them.

    `names` has a list for each language and format, as long as `selected`; `lacks` has the
    findings of a record by its place in the file.
    """

    records: Records
    selected: Sequence[int]
    keys: Sequence[str]
    names: Mapping[tuple[str, str], Sequence[str]] = field(repr=False)
    lacks: Mapping[int, tuple[Diagnostic, ...]] = field(repr=False)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Rows that could not be read, then what the records lack, in the order of the file."""
        told = [*self.records.table.findings]
        for index in sorted(self.lacks):
            told += self.lacks[index]
        return tuple(told)

    def is_bad(self, index: int) -> bool:
        """Whether a record can't be made."""
        found = self.lacks.get(index, ())
        return any(finding.severity is Severity.ERROR for finding in found)


def report_on(
    records: Records,
    languages: Sequence[str],
    formats: Sequence[str],
    texts: Sequence[MergeTemplate] = (),
) -> Report:
    """Examine every record; nothing is kept of it but its key and the names of its files.

    `texts` are those of which some records are not shown all.
    """
    making = _Making(records, languages, formats, texts)
    for index in range(len(records)):
        making.take(index)
    making.tell_long_texts()
    lacks = {index: tuple(found) for index, found in making.lacks.items()}
    return Report(records, making.selected, making.keys, making.names, lacks)


class _Making:
    """A report while it grows, record by record."""

    def __init__(
        self,
        records: Records,
        languages: Sequence[str],
        formats: Sequence[str],
        texts: Sequence[MergeTemplate],
    ) -> None:
        data, self.texts = records.data, texts
        scope = Scope(data.fields, languages[0])
        self.records, self.data = records, data
        self.where = truth(condition(data.where), scope) if data.where else None
        self.patterns = {language: file_names(data, language) for language in languages}
        self.selected, self.keys = array("L"), list[str]()
        self.names: dict[tuple[str, str], list[str]] = {
            (language, format_): [] for language in languages for format_ in formats
        }
        self.lacks: dict[int, list[Diagnostic]] = {}
        self.seen_keys: dict[str, int] = {}
        self.seen_names: dict[tuple[str, str], int] = {}
        named = [name for name, field in data.fields.items() if field.type == "text"]
        self.lengths = {name: array("L") for name in named}

    def take(self, index: int) -> None:
        """Examine one record, if it is meant."""
        values, findings = self.records.examine(index)
        key = values.get(self.data.key)
        if isinstance(key, (str, int)):
            findings += self._key(index, str(key))
        if not findings and self.where and not self.where(values):
            return
        self.selected.append(index)
        self.keys.append(str(key))
        for name, lengths in self.lengths.items():
            lengths.append(len(str(values.get(name) or "")))
        if not findings:
            findings = [*self._names(index, values), *self._emptied(index, values)]
        else:
            for names in self.names.values():
                names.append("")
        if findings:
            self.lacks[index] = findings

    def tell_long_texts(self) -> None:
        """Warn of texts much longer than the others of their field: they are likely to overflow."""
        if len(self.selected) < limits().long_records:
            return
        for name, lengths in self.lengths.items():
            usual = sorted(lengths)[int(len(lengths) * 0.9) - 1]
            most = max(limits().long_letters, int(usual * limits().long_factor))
            for place, length in enumerate(lengths):
                if length > most:
                    self._tell_long(self.selected[place], name, length, usual)

    def _tell_long(self, index: int, name: str, length: int, usual: int) -> None:
        column = next(column for field_, column, _ in self.records.readers if field_ == name)
        place = column if column >= 0 else None
        finding = Diagnostic.of(
            "records/long-text",
            self.records.span(index, place),
            Severity.WARNING,
            record=self.records.label(index, place),
            name=name,
            length=length,
            usual=usual,
        )
        self.lacks.setdefault(index, []).append(finding)

    def _key(self, index: int, key: str) -> list[Diagnostic]:
        first = self.seen_keys.setdefault(key, index)
        if first == index:
            return []
        span, record = self.records.span(index), self.records.label(index)
        code, other = "records/key-twice", self._first(first)
        return [Diagnostic.of(code, span, record=record, name=self.data.key, first=other)]

    def _names(self, index: int, values: Mapping[str, Value]) -> list[Diagnostic]:
        """Give the record its file names; what is wrong with one is told once."""
        findings: list[Diagnostic] = []
        for (language, format_), names in self.names.items():
            name = self.patterns[language].of(values_for(values, format_, language))
            names.append(name)
            first = self.seen_names.setdefault((language, alike(name)), index)
            if findings:
                continue
            if fault := fault_of(name):
                findings.append(self._unsafe(index, name, *fault))
            elif first != index:
                findings.append(self._same_records(index, first, name))
            elif alike(name) in map(alike, self._others(language, format_)):
                findings.append(self._same_formats(index, name))
        return findings

    def _emptied(self, index: int, values: Mapping[str, Value]) -> Iterator[Diagnostic]:
        """Tell where all is hidden that a list has: no edition without messages."""
        for text in self.texts:
            for path in text.emptied_for(values):
                is_part = path != ("messages",)
                yield Diagnostic.of(
                    "records/nothing-shown",
                    self.records.span(index),
                    Severity.WARNING if is_part else Severity.ERROR,
                    variant="section" if is_part else "",
                    record=self.records.label(index),
                    place=text.source.places[path],
                )

    def _others(self, language: str, format_: str) -> list[str]:
        """Names of the same record in the formats that came before."""
        return [
            names[-1]
            for (tongue, other), names in self.names.items()
            if tongue == language and other != format_ and len(names) == len(self.selected)
        ]

    def _same_records(self, index: int, first: int, name: str) -> Diagnostic:
        span, record = self.records.span(index), self.records.label(index)
        code, other = "records/file-name-twice", self._first(first)
        return Diagnostic.of(code, span, record=record, first=other, file=name)

    def _same_formats(self, index: int, name: str) -> Diagnostic:
        span, record = self.records.span(index), self.records.label(index)
        return Diagnostic.of("records/file-name-formats", span, record=record, file=name)

    def _unsafe(self, index: int, name: str, variant: str, part: str) -> Diagnostic:
        span, record = self.records.span(index), self.records.label(index)
        return Diagnostic.of(
            "records/file-name", span, variant=variant, record=record, file=name, part=part
        )

    def _first(self, index: int) -> str:
        """Where the record stands that was there before: its line, or its cell."""
        place = self.records.table.place(index, None)
        return place.cell or str(place.span).rpartition("/")[2]


def capped(findings: Sequence[Diagnostic], file: str) -> tuple[Diagnostic, ...]:
    """The first findings, and how many more there are."""
    most = limits().most_told
    if len(findings) <= most:
        return tuple(findings)
    rest = Diagnostic.of("records/more", Span(file), count=len(findings) - most)
    return (*findings[:most], rest)
