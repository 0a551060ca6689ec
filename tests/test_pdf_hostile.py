"""Files made to do harm, and broken ones: one error with a reason, and little memory."""

import tracemalloc
import zlib
from pathlib import Path

import pytest

from normalizers.errors import Reason, ReestrError
from parsers.limits import Limits
from parsers.pdf.read import read_pdf
from parsers.pdf.settings import PdfSettings
from tests.pdf_maker import PdfMaker, Sheet, make_pdf
from tests.pdf_typesetter import TableCell, Typesetter

GOOD = make_pdf([Sheet().text(100, 100, "Приказ министерства труда")])
LEAF = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"


def tree(kids: str, count: int, *others: str) -> bytes:
    """A file that is a page tree and nothing else; ``others`` are the objects from 3 on."""
    maker = PdfMaker()
    root = maker.add("<< /Type /Catalog /Pages 2 0 R >>")
    maker.add(f"<< /Type /Pages /Kids [{kids}] /Count {count} >>")
    for other in others:
        maker.add(other)
    return maker.bytes(root)


def encrypted(handler: str) -> bytes:
    secret = f"/Encrypt << {handler} /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00> <00>]"
    return make_pdf([Sheet().text(100, 100, "Приказ")], trailer=secret)


def bomb(megabytes: int, filters: int = 1) -> bytes:
    """A page whose content unpacks to so much white space."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(megabytes)) + packer.flush()
    for _ in range(filters - 1):
        data = zlib.compress(data, 9)
    maker = PdfMaker()
    root = maker.add("<< /Type /Catalog /Pages 2 0 R >>")
    maker.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    maker.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>")
    maker.stream(data, f"/Filter [{'/FlateDecode ' * filters}]")
    return maker.bytes(root)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", Reason.CORRUPT, id="nothing"),
        pytest.param(b"\0" * 5000, Reason.CORRUPT, id="zeros"),
        pytest.param(b"%PDF-1.7\n%%EOF", Reason.CORRUPT, id="head and tail"),
        pytest.param(b"a text of an order %%EOF", Reason.CORRUPT, id="no PDF"),
        pytest.param(GOOD[:-40], Reason.CORRUPT, id="cut at the end"),
        pytest.param(GOOD[: len(GOOD) // 2], Reason.CORRUPT, id="cut in the middle"),
        pytest.param(GOOD[: len(GOOD) // 2] + b"%%EOF", Reason.CORRUPT, id="cut, with an end mark"),
        pytest.param(tree("2 0 R", 1), Reason.CORRUPT, id="tree that is its own child"),
        pytest.param(tree("2 0 R " * 50, 50), Reason.CORRUPT, id="fifty times its own child"),
        pytest.param(
            tree("3 0 R", 2, "<< /Type /Pages /Kids [2 0 R 4 0 R] /Parent 2 0 R /Count 2 >>", LEAF),
            Reason.CORRUPT,
            id="tree with a loop",
        ),
        pytest.param(tree("3 0 R " * 10, 10, "<< /Type /Page >>"), Reason.EMPTY, id="one bare page ten times"),
        pytest.param(tree("3 0 R", 1000, LEAF), Reason.CORRUPT, id="pages that are not there"),
        pytest.param(tree("99 0 R", 1), Reason.CORRUPT, id="page that is not there"),
        pytest.param(tree("", 0), Reason.CORRUPT, id="no pages"),
        pytest.param(tree("", -5), Reason.CORRUPT, id="minus five pages"),
        pytest.param(tree("3 0 R " * 10_000, 10_000, LEAF), Reason.TOO_LARGE, id="ten thousand pages"),
        pytest.param(tree("3 0 R", 1_000_000, LEAF), Reason.TOO_LARGE, id="a million pages by its word"),
        pytest.param(encrypted("/Filter /Standard /V 1 /R 2"), Reason.ENCRYPTED, id="password"),
        pytest.param(encrypted("/Filter /Unknown /V 9"), Reason.ENCRYPTED, id="unknown encryption"),
        pytest.param(bomb(40), Reason.TOO_LARGE, id="bomb"),
        pytest.param(bomb(40, 2), Reason.TOO_LARGE, id="bomb in a bomb"),
        pytest.param(
            make_pdf([Sheet().raw("BT /F1 9 Tf " + "(aaaaaaaaaa) Tj " * 21_000 + "ET")]), Reason.TOO_LARGE, id="a novel"
        ),
    ],
)
def test_bad_files_are_refused_with_a_reason_and_advice(data: bytes, reason: Reason) -> None:
    with pytest.raises(ReestrError) as caught:
        read_pdf(data, "order.pdf", "")
    assert caught.value.reason == reason
    assert caught.value.advice


def test_a_bomb_is_not_unpacked() -> None:
    data = bomb(40)
    tracemalloc.start()
    with pytest.raises(ReestrError, match="unpacks to more"):
        read_pdf(data, "order.pdf", "")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 << 20


@pytest.mark.parametrize(
    ("limits", "reason"),
    [(Limits(file_bytes=100), Reason.TOO_LARGE), (Limits(pages=1), Reason.TOO_LARGE)],
)
def test_limits_hold(limits: Limits, reason: Reason) -> None:
    data = make_pdf([Sheet().text(100, 100, "Приказ")] * 2)
    with pytest.raises(ReestrError) as caught:
        read_pdf(data, "order.pdf", "", limits=limits)
    assert caught.value.reason == reason


def test_a_table_of_too_many_cells_is_refused() -> None:
    cells = [TableCell(row, column, 1, 1, "да") for row in range(60) for column in range(2)]
    data = Typesetter().table([200, 200], cells, 60).bytes()
    with pytest.raises(ReestrError, match="table_cells"):
        read_pdf(data, "order.pdf", "", limits=Limits(table_cells=100))


def test_reading_that_takes_too_long_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(0, 10_000, 100))
    monkeypatch.setattr("parsers.pdf.read.time.monotonic", lambda: next(ticks))
    with pytest.raises(ReestrError, match="timeout"):
        read_pdf(make_pdf([Sheet().text(100, 100, "Приказ")] * 9), "order.pdf", "", limits=Limits(seconds=250))


def art(count: int) -> Sheet:
    """Text among so many crossing lines."""
    sheet = Sheet().text(100, 40, "Приказ министерства труда")
    for number in range(count):
        sheet.rule(50 + number * 500 / count, 60, 50 + number * 500 / count, 800)
        sheet.rule(50, 60 + number * 740 / count, 550, 60 + number * 740 / count)
    return sheet


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(art(400), id="fine grid"),
        pytest.param(
            Sheet().text(100, 100, "Приказ министерства труда").raw("1 1 m 50 50 l S " * 60_000), id="many paths"
        ),
        pytest.param(Sheet().raw("q " * 50_000).text(100, 100, "Приказ министерства труда"), id="deep state"),
    ],
)
def test_drawn_art_does_not_hide_the_text(sheet: Sheet) -> None:
    document = read_pdf(make_pdf([sheet]), "order.pdf", "", settings=PdfSettings(page_objects=20_000))
    assert "Приказ министерства труда" in document.text


def test_a_form_that_draws_itself_is_read_once() -> None:
    maker = PdfMaker()
    root = maker.add("<< /Type /Catalog /Pages 2 0 R >>")
    maker.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    form = "<< /XObject << /X 5 0 R >> >>"
    maker.add(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources {form} >>")
    maker.stream(b"/X Do")
    maker.stream(b"/X Do", f"/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources {form}")
    with pytest.raises(ReestrError, match="empty"):
        read_pdf(maker.bytes(root), "order.pdf", "")


def test_pages_are_closed_as_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    open_pages: list[int] = [0, 0]
    get_page, close = pypdfium2.PdfDocument.get_page, pypdfium2.PdfPage.close

    def opened(self: object, index: int) -> object:
        open_pages[0] += 1
        open_pages[1] = max(open_pages)
        return get_page(self, index)

    def closed(self: object) -> None:
        open_pages[0] -= 1
        close(self)

    monkeypatch.setattr(pypdfium2.PdfDocument, "get_page", opened)
    monkeypatch.setattr(pypdfium2.PdfPage, "close", closed)
    path = tmp_path / "order.pdf"
    path.write_bytes(make_pdf([Sheet().text(100, 100, f"Страница приказа {number}") for number in range(6)]))
    read_pdf(path, path.name, "")
    assert open_pages == [0, 1]
