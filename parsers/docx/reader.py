"""Reader of DOCX: the front door. A file becomes a :class:`Document`; nothing after it knows what Word is.

``Document.text`` is the body, a paragraph a line and a cell a line (line breaks inside them are kept), then the streams
that are no part of the body, each entry a :class:`Mark` with the name of its bucket (see ``buckets.BUCKETS``).
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from normalizers.errors import Reason, ReestrError
from parsers.collector import collector_paused
from parsers.composing import draft_to_document
from parsers.document import Document
from parsers.docx.body import Body
from parsers.docx.numbering import Numbering
from parsers.docx.package import Package, Relation
from parsers.docx.part import Part, Shared
from parsers.docx.story import Rows, Story
from parsers.docx.streams import part_root, read_streams, targets
from parsers.docx.styles import Styles, trimmed
from parsers.docx.tables import Frame, Grid
from parsers.docx.xml import Element
from parsers.draft import Draft, GridCell
from parsers.limits import DEFAULT_LIMITS, Limits


def read_docx(source: bytes | str | Path, file: str, sha256: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a Word document (DOCX, DOCM, DOTX, DOTM, Strict or not).

    Raises :class:`ReestrError` with ``encrypted``, ``corrupt``, ``too_large``, ``unsupported``, ``unreadable`` or
    ``empty``.
    """
    draft = Draft()
    with collector_paused():
        with Package(source, limits) as package:
            _read_package(package, draft, limits)
        return draft_to_document(draft, file, "docx", sha256)


def _read_package(package: Package, draft: Draft, limits: Limits) -> None:
    main = package.main_part()
    relations = package.relations(main)
    styles = Styles(_root(package, relations, "styles", limits, trimmed))
    shared = Shared(styles, Numbering(_root(package, relations, "numbering", limits), styles), limits)
    blob = package.part(main) or b""
    part = Part(
        shared,
        targets(relations),
        hides=styles.hides or b"vanish" in blob,
        raises=styles.raises or b"superscript" in blob,
    )
    body = Body(blob, main)
    _read_body(Story(part), body, draft)
    body.leftovers(shared.buckets)
    if not draft.blocks or not any(piece.strip() for piece in draft.pieces):
        raise _empty(shared)
    read_streams(package, shared, relations)
    draft.streams(shared.buckets.entries())


def _root(
    package: Package,
    relations: list[Relation],
    kind: str,
    limits: Limits,
    prepared: Callable[[bytes], bytes] = bytes,
) -> Element | None:
    for relation in relations:
        if relation.kind == kind and not relation.external:
            return part_root(package, relation.target, limits.part_bytes, prepared)
    return None


def _read_body(story: Story, body: Body, draft: Draft) -> None:
    write_blocks(story, story.blocks(body.children()), draft)


def write_blocks(story: Story, blocks: Iterator[str | Rows], draft: Draft) -> None:
    """Write blocks of the page into the draft, tables as tables."""
    gap = False
    for block in blocks:
        if isinstance(block, Rows):
            _write_table(story, block, draft)
            gap = True
        elif block:
            draft.paragraph(block, gap)
            gap = False
        else:
            gap = True


def _write_table(story: Story, table: Rows, draft: Draft) -> None:
    """Write a table; where a row only frames other blocks, they stand between two tables."""
    grid = Grid(story)
    rows: list[list[GridCell]] = []
    start = draft.length
    for row in grid.rows(table):
        if isinstance(row, Frame):
            _close(draft, rows, grid, start)
            write_blocks(story, story.blocks(row.children), draft)
            rows, start = [], draft.length
        else:
            draft.cells(row)
            rows.append(row)
    _close(draft, rows, grid, start)


def _close(draft: Draft, rows: list[list[GridCell]], grid: Grid, start: int) -> None:
    if any(rows):
        draft.table(rows, grid.width, grid.ruled, start)


def _empty(shared: Shared) -> ReestrError:
    names = {name for name, _ in shared.buckets.entries()}
    if names & {"alt_chunk", "sub_document", "embedded_object"}:
        return ReestrError(
            Reason.UNSUPPORTED,
            "the text stands in another file inside this one",
            "open it in Word and save it again as DOCX",
        )
    return ReestrError(
        Reason.EMPTY,
        "the document holds no text",
        "if its pages are pictures, save it as PDF so that they are recognised",
    )
