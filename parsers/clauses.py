"""Paragraphs and tables of a part to the tree of its clauses.

A clause's id is its part and the path of labels: a decimal number names the whole path by itself, chapters stay out,
an arabic chapter without decimal clauses stays in; items after a paragraph that ends in ":" are its children; a bullet
is "-2", an unnumbered paragraph "p2", a repeated id takes "~2".
"""

from collections.abc import Sequence

from normalizers.verbatim import Span
from parsers.document import Block, Paragraph, Table
from parsers.headings import is_heading, is_unnumbered_heading
from parsers.markers import Kind, Marker, marker_of
from parsers.structure import Clause, Part

_LEVELS = {Kind.ITEM: 1, Kind.LETTER: 2}


class ClauseBuilder:
    """Places one paragraph after another into the tree. ``feed`` everything, then take ``part.clauses``."""

    def __init__(self, part: Part, blocks: Sequence[Block]) -> None:
        self.part = part
        self.blocks = blocks
        self.markers = [marker_of(b.text) if isinstance(b, Paragraph) else None for b in blocks]
        self.decimal_chapters = {m.label.split(".")[0] for m in self.markers if m and m.kind is Kind.DECIMAL}
        self.ids: dict[str, int] = {}
        self.counts: dict[tuple[int, str], int] = {}
        self.chapter: Clause | None = None
        self.numbered: dict[str, Clause] = {}
        self.current: Clause | None = None
        self.last: Clause | None = None
        self.nested_integers = False
        self.position = 0

    def build(self) -> None:
        """Walk the blocks once."""
        for index, block in enumerate(self.blocks):
            if isinstance(block, Table):
                self._table(block)
                continue
            marker = self.markers[index]
            assert marker is not None
            place = _PLACES[marker.kind]
            place(self, index, block, marker)

    def _table(self, table: Table) -> None:
        holder = self.last
        (holder.tables if holder else self.part.loose_tables).append(table)

    # -- chapters and numbered clauses ------------------------------------------------------------------------

    def place_chapter(self, index: int, block: Paragraph, marker: Marker) -> None:
        """«III. Система внешней обратной связи»: a chapter stays out of the path."""
        chapter = self._make(block, marker, self.part.id, None, marker.label)
        self._as_heading(chapter)
        self.chapter, self.current = chapter, None
        self.numbered = {}

    def place_integer(self, index: int, block: Paragraph, marker: Marker) -> None:
        """«5. Лица, ответственные …», or a chapter that is numbered like a clause."""
        if self._is_listed(marker):
            self.place_item(index, block, marker)
            return
        heading = is_heading(block.text[marker.end :])
        following = self._next_numbered(index)
        if heading and self._is_arabic_chapter(marker, following):
            self.place_arabic_chapter(block, marker)
            return
        parent = self.chapter
        base = self.part.id
        if parent is not None and parent.kind is Kind.INTEGER and parent.label not in self.decimal_chapters:
            base = parent.id
        clause = self._make(block, marker, base, parent, marker.label)
        if heading and self._has_body(index):
            self._as_heading(clause)
        self.numbered[marker.label] = clause
        self.current = clause

    def _is_listed(self, marker: Marker) -> bool:
        """ "1. г. Пушкин, …" right below an unnumbered paragraph of an annex that ends in ":", and its neighbours."""
        last = self.last
        if last is None or self.part.id == "order":
            return False
        if last.kind is Kind.NONE and last.opens_list:
            return marker.label == "1" and last.heading is None
        parent = last.parent
        return last.kind is Kind.INTEGER and parent is not None and parent.kind is Kind.NONE and parent.heading is None

    def place_arabic_chapter(self, block: Paragraph, marker: Marker) -> None:
        """«2. Порядок формирования Перечня» above 2.1, or above clauses that count on by themselves."""
        chapter = self._make(block, marker, self.part.id, None, marker.label)
        self._as_heading(chapter)
        if marker.label not in self.decimal_chapters:
            self.nested_integers = True
        self.chapter = chapter
        self.numbered = {marker.label: chapter}
        self.current = chapter

    def place_decimal(self, index: int, block: Paragraph, marker: Marker) -> None:
        """«1.4.3. К точкам …» under the longest open prefix of its number."""
        parts = marker.label.split(".")
        parent = self.chapter
        for size in range(len(parts) - 1, 0, -1):
            found = self.numbered.get(".".join(parts[:size]))
            if found is not None:
                parent = found
                break
        clause = self._make(block, marker, self.part.id, parent, marker.label)
        if is_heading(block.text[marker.end :]) and self._has_body(index):
            self._as_heading(clause)
        self.numbered[marker.label] = clause
        self.current = clause

    def _is_arabic_chapter(self, marker: Marker, following: Marker | None) -> bool:
        if following is None:
            return False
        if following.kind is Kind.DECIMAL:
            return following.label.split(".")[0] == marker.label
        if self.chapter is not None and self.chapter.kind is Kind.CHAPTER:
            return False
        return int(following.label) != int(marker.label) + 1 or self.nested_integers

    def _next_numbered(self, index: int) -> Marker | None:
        for marker in self.markers[index + 1 :]:
            if marker and marker.kind in (Kind.INTEGER, Kind.DECIMAL):
                return marker
            if marker and marker.kind is Kind.CHAPTER:
                return None
        return None

    def _has_body(self, index: int) -> bool:
        """Whether the next block can be the body of a heading: text of a lower level."""
        if index + 1 >= len(self.blocks):
            return False
        following = self.markers[index + 1]
        return following is None or following.kind not in (Kind.INTEGER, Kind.CHAPTER)

    # -- items, bullets, paragraphs ---------------------------------------------------------------------------

    def place_item(self, index: int, block: Paragraph, marker: Marker) -> None:
        """«1) …», "а) …": under the paragraph that opened the list."""
        owner = self._list_owner(marker.kind)
        self._make(block, marker, owner.id if owner else self.part.id, owner, marker.label)

    def place_bullet(self, index: int, block: Paragraph, marker: Marker) -> None:
        """«- …»: under the paragraph that opened the list, numbered by its place."""
        owner = self._list_owner(Kind.BULLET)
        base = owner.id if owner else self.part.id
        self._make(block, marker, base, owner, f"-{self._count(base, '-')}")

    def place_paragraph(self, index: int, block: Paragraph, marker: Marker) -> None:
        """An unnumbered paragraph: an item of an open list, or the next paragraph of the clause."""
        following = self.markers[index + 1] if index + 1 < len(self.blocks) else None
        if self._may_be_heading(index, block, following):
            heading = self._make(block, marker, self.part.id, None, f"h{self._count(self.part.id, 'h')}")
            self._as_heading(heading)
            self.chapter, self.current, self.numbered = heading, None, {}
            return
        owner = self._paragraph_owner(block)
        base = owner.id if owner else self.part.id
        self._make(block, marker, base, owner, f"p{self._count(base, 'p')}")

    def _may_be_heading(self, index: int, block: Paragraph, following: Marker | None) -> bool:
        """An unnumbered heading of an annex; over the clauses of an order stands its preamble."""
        if following is None or self.part.id == "order" or self._list_is_open():
            return False
        below = self.blocks[index + 1]
        return isinstance(below, Paragraph) and is_unnumbered_heading(block.text, following, below.text)

    def _list_owner(self, kind: Kind) -> Clause | None:
        """Up from the last unit: past items of the same kind or of a finer one, to what opened the list."""
        node = self.last
        while node is not None and node is not self.current and node is not self.chapter:
            if node.kind is kind:
                return node.parent
            if kind is Kind.LETTER and node.kind is Kind.ITEM:
                return node
            if kind is Kind.BULLET and node.kind in _LEVELS and (node.opens_list or self._only_follows_letters(node)):
                return node
            if node.kind is Kind.NONE and node.opens_list:
                return node
            if kind is Kind.BULLET and node.kind in _LEVELS and not self._list_above(node):
                return node
            node = node.parent
        return node if node is not None else (self.current or self.chapter)

    def _only_follows_letters(self, node: Clause) -> bool:
        return node.kind is Kind.LETTER and node.opens_list

    def _list_above(self, node: Clause) -> bool:
        return node.parent is None or node.parent.opens_list or bool(node.parent.children)

    def _list_is_open(self) -> bool:
        last = self.last
        return last is not None and (last.opens_list or last.own.rstrip().endswith((";", ",")))

    def _paragraph_owner(self, block: Paragraph) -> Clause | None:
        """An open unmarked list takes the paragraph; else it continues the numbered clause (or the chapter)."""
        last = self.last
        above = self.current or self.chapter
        if last is None or last is self.chapter or last is self.current:
            return above
        if last.opens_list:
            return last
        node = last
        while node is not None and node is not above:
            parent = node.parent
            if (
                node.kind is Kind.NONE
                and parent is not None
                and parent is not above
                and parent.opens_list
                and not last.own.rstrip().endswith(".")
                and _parallel(parent.children[0], block)
            ):
                return parent
            if parent is None:
                break
            node = parent
        return above

    # -- making -----------------------------------------------------------------------------------------------

    def _count(self, base: str, sign: str) -> int:
        key = (hash(base), sign)
        self.counts[key] = self.counts.get(key, 0) + 1
        return self.counts[key]

    def _make(self, block: Paragraph, marker: Marker, base: str, parent: Clause | None, label: str) -> Clause:
        wanted = f"{base}/{label}"
        seen = self.ids.get(wanted, 0) + 1
        self.ids[wanted] = seen
        view = block.view
        clause = Clause(
            id=wanted if seen == 1 else f"{wanted}~{seen}",
            kind=marker.kind,
            marker=marker.printed,
            label=marker.label,
            view=view,
            start=marker.end,
            end=len(view.text),
            span=Span(block.spans[0].start, block.spans[-1].end),
            text=view.quote(marker.end),
            parent=parent,
            position=self.position,
        )
        self.position += 1
        (parent.children if parent else self.part.clauses).append(clause)
        self.last = clause
        return clause

    def _as_heading(self, clause: Clause) -> None:
        clause.heading = clause.text
        clause.text = clause.text._replace(text="", spans=())


def _parallel(first: Clause, block: Paragraph) -> bool:
    """Items of one list begin alike: all with a verb in the infinitive, or none ("предоставлять …: имеется …;")."""
    return _is_infinitive(first.own) == _is_infinitive(block.text)


def _is_infinitive(text: str) -> bool:
    word = text.lstrip('«"(').split(" ", 1)[0].lower().rstrip(",;:")
    return word.endswith(("ть", "ться", "ти", "чь"))


_PLACES = {
    Kind.CHAPTER: ClauseBuilder.place_chapter,
    Kind.INTEGER: ClauseBuilder.place_integer,
    Kind.DECIMAL: ClauseBuilder.place_decimal,
    Kind.ITEM: ClauseBuilder.place_item,
    Kind.LETTER: ClauseBuilder.place_item,
    Kind.BULLET: ClauseBuilder.place_bullet,
    Kind.NONE: ClauseBuilder.place_paragraph,
}


def blocks_to_clauses(part: Part, blocks: Sequence[Block]) -> None:
    """Build the clause tree of a part from its body blocks.

    Postconditions: every paragraph is one clause, ids are unique within the part, every table has one holder.
    """
    ClauseBuilder(part, blocks).build()
