"""An order as a Word document, the way a typist or a program would make it: one layout, many ways to type it."""

import re
from collections.abc import Sequence
from itertools import groupby

from parsers.markers import Kind
from tests.docx_factory import field, package, root
from tests.pieces import Line, Piece, Sheet, Signature, Stamp, is_note
from tests.word_lists import Lists
from tests.word_markup import box, paragraph, run, section, styles, table
from tests.word_sheets import sheet_to_table
from tests.word_typing import Pen, Typing

_DATE_OR_NUMBER = re.compile(r"(?:от )?\d\d?[. ][\w.]+ ?(?:\d{4})?(?: г\.| года)?|(?:№|N) ?\S+|г\. ?[А-Я][\w-]+")
_CENTRE, _RIGHT, _BOTH = (f'<w:jc w:val="{side}"/>' for side in ("center", "right", "both"))
_STAMPS = {"lines": _RIGHT, "indent": '<w:ind w:left="5103"/>'}
_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_BEHIND = {"tab": "\t", "nbsp": "\xa0"}


def order_as_word(pieces: Sequence[Piece], typing: Typing) -> bytes:
    """The bytes of the document."""
    return _Word(typing).write(pieces)


class _Word:
    """One Word document in the making."""

    def __init__(self, typing: Typing) -> None:
        self.typing = typing
        self.pen = Pen(typing)
        self.lists = Lists()
        self.body: list[str] = []

    def write(self, pieces: Sequence[Piece]) -> bytes:
        kept = [piece for piece in pieces if self.typing.notes or not is_note(piece)]
        for look, group in groupby(kept, _look):
            self._group(look, list(group))
        footer = f"<w:p><w:pPr>{_CENTRE}</w:pPr>{field(' PAGE ', run('1'))}</w:p>"
        parts = {"styles": styles(), "footer": root("ftr", footer), "numbering": self.lists.part()}
        document = root("document", f"<w:body>{''.join(self.body)}<w:p/>{section(wide=False)}</w:body>")
        return package("", parts, self.pen.links, document=document)

    def _group(self, look: str, pieces: list[Piece]) -> None:
        """Pieces that look alike stand together; space parts them from the others."""
        if look == "head":
            self._head([piece for piece in pieces if isinstance(piece, Line)])
        else:
            for piece in pieces:
                self._piece(piece)
        if look not in ("clause", "note"):
            self._blank()

    def _piece(self, piece: Piece) -> None:
        if isinstance(piece, Sheet):
            self._sheet(piece)
        elif isinstance(piece, Stamp):
            self._stamp(piece)
        elif isinstance(piece, Signature):
            self._signature(piece)
        elif piece.role == "title":
            self._centred(piece)
        else:
            self._clause(piece)

    def _head(self, lines: Sequence[Line]) -> None:
        """The letterhead; date, number and place stand beside one another where they are typed so."""
        beside: list[str] = []
        for line in lines:
            if self.typing.heads == "beside" and _DATE_OR_NUMBER.fullmatch(line.text):
                beside.append(line.text)
                continue
            self._beside(beside)
            beside = []
            if line.gap and self.body:
                self._blank()
            self._centred(line)
        self._beside(beside)

    def _beside(self, texts: Sequence[str]) -> None:
        if texts:
            self.body.append(table([[paragraph(text) for text in texts]]))

    def _centred(self, line: Line) -> None:
        joint = {"breaks": "\n", "lines": "\f"}.get(self.typing.heads, " ")
        for text in joint.join(line.lines).split("\f"):
            self._add(text, _CENTRE)

    def _clause(self, line: Line) -> None:
        numbered = self.typing.lists and line.marker and (self.typing.letters or line.kind is not Kind.LETTER)
        place = self.lists.place(line.kind, line.marker) if numbered else None
        style = '<w:pStyle w:val="Heading1"/>' if line.role == "heading" else ""
        ends = f'<w:ind w:firstLine="709"/>{_BOTH}' if line.role == "clause" else ""
        if place is None:
            marker = line.marker + _BEHIND.get(self.typing.markers, " ") if line.marker else ""
            self._add(marker + line.text, style + ends)
        else:
            number, level = place
            own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            self._add(line.text, style + own + ends)
        if self.typing.spacing == "double":
            self._blank()

    def _stamp(self, stamp: Stamp) -> None:
        page = "<w:pageBreakBefore/>" if self.body else ""
        if self.typing.stamp in _STAMPS:
            for index, line in enumerate(stamp.lines):
                self._add(line, ("" if index else page) + _STAMPS[self.typing.stamp])
        elif self.typing.stamp == "breaks":
            self._add("\n".join(stamp.lines), page + _RIGHT)
        else:
            self.body += [_PAGE_BREAK] if page else []
            lines = "".join(self.pen.paragraph(line) for line in stamp.lines)
            self.body.append(box(lines) if self.typing.stamp == "box" else table([["<w:p/>", lines]]))

    def _signature(self, signature: Signature) -> None:
        *above, last = signature.position
        if self.typing.signature == "table":
            position = "".join(map(self.pen.paragraph, signature.position))
            self.body.append(table([[position, "<w:p/>", self.pen.paragraph(signature.name)]]))
            return
        for line in above:
            self._add(line)
        if self.typing.signature == "lines":
            self._add(last)
            self._blank()
            self._add(signature.name, _RIGHT)
        else:
            self._add(last + ("\t" if self.typing.signature == "tab" else " " * 30) + signature.name)

    def _sheet(self, sheet: Sheet) -> None:
        made = sheet_to_table(sheet, self.pen)
        if not self.typing.landscape:
            self.body.append(made)
            return
        upright, wide = (f"<w:p><w:pPr>{section(wide=wide)}</w:pPr></w:p>" for wide in (False, True))
        self.body += [upright, made, wide]

    def _add(self, text: str, properties: str = "") -> None:
        self.body.append(self.pen.control(self.pen.paragraph(text, properties)))

    def _blank(self) -> None:
        """Space between two blocks."""
        if self.typing.spacing != "property":
            self.body.append("<w:p/>")
        elif self.body[-1].startswith("<w:p>"):
            self.body[-1] = _with_space(self.body[-1])


def _with_space(markup: str) -> str:
    space = '<w:spacing w:after="240"/>'
    if markup.startswith("<w:p><w:pPr>"):
        return re.sub(r"(?=<w:ind|<w:jc|</w:pPr>)", space, markup, count=1)
    return markup.replace("<w:p>", f"<w:p><w:pPr>{space}</w:pPr>", 1)


def _look(piece: Piece) -> str:
    if isinstance(piece, Line):
        return "note" if is_note(piece) else piece.role
    return type(piece).__name__
