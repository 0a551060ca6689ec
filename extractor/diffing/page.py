"""A difference as a page of its own: a table of changes, then both texts side by side; it loads nothing."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import Any

from extractor.checking.aligning import align
from extractor.diffing.changes import Change, Item
from extractor.diffing.lines import LABELS, summary
from extractor.diffing.orders import Compared
from extractor.diffing.words import marked
from extractor.registry import Source
from extractor.terminal.positions import position

_HEAD = """<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Изменения реестра</title><style>
{css}</style></head><body>
<h1>Изменения реестра</h1><p>{summary}</p>
"""
_TEXT_KEYS = ("number", "marker", "heading", "process", "name", "term", "text", "title", "features")


def page(results: Iterable[Compared]) -> str:
    """The whole page."""
    results = list(results)
    css = (files("extractor.diffing") / "page.css").read_text(encoding="utf-8")
    body = "".join(_order(each) for each in results if each.differs)
    return _HEAD.format(css=css, summary=escape(summary(results))) + body + "</body></html>\n"


def _order(compared: Compared) -> str:
    title = f"<h2>{_safe(compared.name)}</h2>\n"
    if compared.diff is None or compared.texts is None:
        return f"{title}<p>{compared.status}: {_safe(compared.new_file or compared.old_file or '')}</p>\n"
    old, new = _safe(compared.old_file or ""), _safe(compared.new_file or "")
    heads = f"<th>{old}</th><th>{new}</th></tr>\n"
    changes = "".join(_change(each, compared) for each in compared.diff.told)
    texts = "".join(_pair(one, other) for one, other in _side_by_side(*compared.texts))
    noted = "".join(f"<p>{_safe(note)}</p>\n" for note in compared.notes)
    return (
        f'{title}{noted}<table><tr><th class="what">Изменение</th>{heads}{changes}</table>\n'
        f"<details open><summary>Тексты рядом</summary><table><tr>{heads}{texts}</table></details>\n"
    )


def _change(change: Change, compared: Compared) -> str:
    owner = f"<small>«{_safe(change.within)}»</small>" if change.within else ""
    field = f": {_safe(change.field)}" if change.field else ""
    what = f"<b>{change.act.replace('_', ' ')}</b> {LABELS[change.kind]} «{_safe(change.item)}»{field}{owner}"
    one, other = marked(said(change.old), said(change.new))
    cells = (
        _cell(one, change.old, compared.old_file, change.old_source),
        _cell(other, change.new, compared.new_file, change.new_source),
    )
    return f"<tr><td>{what}<small>{change.ground}</small></td>{''.join(cells)}</tr>\n"


def _cell(html: str, value: Any, file: str | None, source: Item | None) -> str:
    if source is None:
        return '<td class="absent"></td>'
    place = _safe(position(file or "", Source(**source)))
    return f"<td>{html}<small>{place}</small></td>" if value is not None else f"<td>–<small>{place}</small></td>"


def said(value: Any) -> str:
    """The words of a value.

    >>> said(["a", "b"]), said({"number": "1", "name": "Сайт", "needs": [{"text": "жалоба"}]}), said(None)
    ('a; b', '1 Сайт: жалоба', '')
    """
    if isinstance(value, dict):
        own = " ".join(str(value[key]) for key in _TEXT_KEYS if isinstance(value.get(key), str) and value[key])
        needs = said(value.get("needs") or [])
        return f"{own}: {needs}" if needs else own
    if isinstance(value, list):
        return "; ".join(said(each) for each in value)
    return "" if value is None else str(value)


def _side_by_side(old: Item, new: Item) -> Iterator[tuple[str | None, str | None]]:
    """The lines of both texts, those that are one in one row."""
    from difflib import SequenceMatcher

    before, after = _lines(old), _lines(new)
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(before[first:last], after[start:end], strict=True)
            continue
        items = [{"text": line} for line in before[first:last]], [{"text": line} for line in after[start:end]]
        for one, other in align("needs", *items):
            yield (None if one is None else before[first + one], None if other is None else after[start + other])


def _lines(registry: Item) -> list[str]:
    """The text of an order as its registry holds it: clauses, and rows under their sections, in document order."""
    found = [(item["source"]["start"], "", said(item)) for item in _clauses(registry["order"]["clauses"])]
    for annex in registry["annexes"]:
        found.append((annex["source"]["start"], "", annex["title"] or ""))
        found += [(item["source"]["start"], "", said(item)) for item in _clauses(annex["clauses"])]
    rows = [item for item in registry["touchpoints"] if item["origin"] == "table"]
    found += [(item["source"]["start"], item["section"] or "", said(item)) for item in rows]
    lines: list[str] = []
    for section, group in groupby(sorted(found, key=lambda line: line[0]), key=lambda line: line[1]):
        lines += [section] if section else []
        lines += [line for _, _, line in group if line]
    return lines


def _clauses(clauses: list[Item]) -> Iterator[Item]:
    for clause in clauses:
        yield clause
        yield from _clauses(clause["children"])


def _pair(one: str | None, other: str | None) -> str:
    before, after = marked(one or "", other or "")
    cells = [
        f"<td>{html}</td>" if line is not None else '<td class="absent"></td>'
        for html, line in ((before, one), (after, other))
    ]
    return f"<tr>{''.join(cells)}</tr>\n"


def _safe(text: str | None) -> str:
    return escape((text or "").encode("utf-8", "backslashreplace").decode("utf-8"))
