"""DOCX: Word's automatic numbers stand in the text as the reader of the page sees them."""

import pytest

from parsers.docx.numerals import FORMATS, number_text
from tests.docx_factory import cells, listed, p, read, root, tbl, tc, texts, tr


def level(number: int, text: str, form: str = "decimal", start: int = 1, more: str = "", suffix: str = "space") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{overrides}</w:num>'


def restart(number: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{number}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def seen(definitions: str, places: list[tuple[int, int]], styles: str = "") -> list[str]:
    """Markers of paragraphs placed into (list, level)."""
    body = "".join(p("#", listed(*place)) for place in places)
    parts = {"numbering": root("numbering", definitions), "styles": root("styles", styles)}
    return [text.removesuffix("#").strip() for text in texts(read(body, parts=parts))]


LEGAL = abstract(0, level(0, "%1."), level(1, "%1.%2."), level(2, "%3)", "russianLower"))
CHAPTERS = abstract(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2.", more="<w:isLgl/>"))
KEPT = abstract(0, level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
FAR = abstract(0, level(0, "%1."), level(1, "%2)"), level(2, "%3-", more='<w:lvlRestart w:val="1"/>'))


@pytest.mark.parametrize(
    ("definitions", "places", "markers"),
    [
        (LEGAL + num(1, 0), [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["1.", "1.1.", "1.2.", "2.", "2.1."]),
        (LEGAL + num(1, 0), [(1, 0), (1, 2), (1, 2), (1, 1), (1, 2)], ["1.", "а)", "б)", "1.2.", "а)"]),
        (LEGAL + num(1, 0), [(1, 1), (1, 1), (1, 0)], ["1.1.", "1.2.", "2."]),
        (LEGAL + num(1, 0) + num(2, 0), [(1, 0), (2, 0), (1, 0)], ["1.", "2.", "3."]),
        (LEGAL + num(1, 0) + num(2, 0, restart(0, 1)), [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)],
         ["1.", "2.", "1.", "2.", "3."]),
        (LEGAL + num(1, 0) + num(2, 0, restart(0, 5)), [(1, 0), (2, 0), (2, 1)], ["1.", "5.", "5.1."]),
        (LEGAL + num(1, 0, restart(1, 4)), [(1, 0), (1, 1), (1, 0), (1, 1)], ["1.", "1.4.", "2.", "2.4."]),
        (LEGAL + num(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "Раздел %1")}</w:lvlOverride>'), [(1, 0), (1, 1)],
         ["Раздел 1", "1.1."]),
        (CHAPTERS + num(1, 0), [(1, 0), (1, 1), (1, 0), (1, 1)], ["I.", "1.1.", "II.", "2.1."]),
        (KEPT + num(1, 0), [(1, 0), (1, 1), (1, 0), (1, 1)], ["1.", "1)", "2.", "2)"]),
        (FAR + num(1, 0), [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
         ["1.", "1)", "1-", "2)", "2-", "2.", "1-"]),
        (abstract(0, level(0, "%1)", start=7)) + num(1, 0), [(1, 0), (1, 0)], ["7)", "8)"]),
        (abstract(0, level(0, "%1", "decimalZero")) + num(1, 0), [(1, 0)], ["01"]),
        (abstract(0, level(0, "%1.", "none")) + num(1, 0), [(1, 0)], ["."]),
        (abstract(0, level(0, "", "decimal")) + num(1, 0), [(1, 0)], [""]),
        (abstract(0, level(0, "\uf0b7", "bullet", more="")) + num(1, 0), [(1, 0), (1, 0)], ["•", "•"]),
        (abstract(0, level(0, "-", "bullet")) + num(1, 0), [(1, 0)], ["-"]),
        (abstract(0, level(0, "–", "bullet")) + num(1, 0), [(1, 0)], ["–"]),
        (abstract(0, level(0, "%1.", more="<w:rPr><w:vanish/></w:rPr>")) + num(1, 0), [(1, 0)], [""]),
        (LEGAL + num(1, 0), [(0, 0), (9, 0), (1, 0)], ["", "", "1."]),
        (LEGAL + num(1, 0), [(1, 8), (1, 0)], ["", "2."]),
        (abstract(0, level(0, "%1.", "upperRoman", start=99_999_999)) + num(1, 0), [(1, 0)], ["1000000."]),
    ],
)  # fmt: skip
def test_markers_count_as_word_counts(definitions: str, places: list[tuple[int, int]], markers: list[str]) -> None:
    assert seen(definitions, places) == markers


def test_a_custom_format_of_leading_zeros() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="8"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert seen(abstract(0, custom) + num(1, 0), [(1, 0), (1, 0)]) == ["008", "009"]


@pytest.mark.parametrize(
    ("suffix", "text"),
    [("tab", "1. слово"), ("space", "1. слово"), ("nothing", "1.слово")],
    ids=["tab", "space", "nothing"],
)
def test_the_suffix_parts_marker_and_text(suffix: str, text: str) -> None:
    numbering = root("numbering", abstract(0, level(0, "%1.", suffix=suffix)) + num(1, 0))
    assert texts(read(p("слово", listed(1)), parts={"numbering": numbering})) == [text]


def style(
    name: str, base: str = "", number: int | None = None, level_of: int | None = None, kind: str = "paragraph"
) -> str:
    inner = "" if level_of is None else f'<w:ilvl w:val="{level_of}"/>'
    inner += "" if number is None else f'<w:numId w:val="{number}"/>'
    own = f"<w:pPr><w:numPr>{inner}</w:numPr></w:pPr>" if inner else ""
    default = ' w:default="1"' if name == "a" else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{default}>{based}{own}</w:style>'


STYLES = (
    style("1", "a", 1)
    + style("2", "1", level_of=1)
    + style("3", "2")
    + style("tied", number=2, level_of=0)
    + style("N", number=3, kind="numbering")
    + style("x", "y")
    + style("y", "x")
)
NUMBERING = root(
    "numbering",
    LEGAL
    + abstract(1, level(0, "%1."), level(1, "Глава %2.", more='<w:pStyle w:val="tied"/>'))
    + '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="N"/>'
    + level(0, "ст. %1")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="N"/></w:abstractNum>'
    + num(1, 0)
    + num(2, 1)
    + num(3, 2)
    + num(4, 3),
)


def styled(name: str, more: str = "") -> str:
    return p("#", f'<w:pStyle w:val="{name}"/>{more}')


@pytest.mark.parametrize(
    ("body", "markers"),
    [
        (styled("1") + styled("2") + styled("3") + styled("1"), ["1.", "1.1.", "1.2.", "2."]),
        (styled("1") + styled("1", '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled("1"), ["1.", "", "2."]),
        (styled("1", '<w:numPr><w:ilvl w:val="2"/></w:numPr>'), ["а)"]),
        (styled("tied") + styled("tied"), ["Глава 1.", "Глава 2."]),
        (p("#", listed(4)) + p("#", listed(3)), ["ст. 1", "ст. 2"]),
        (styled("x") + styled("missing"), ["", ""]),
        (styled("1") + p("#") + styled("1"), ["1.", "", "2."]),
    ],
)
def test_styles_give_numbers(body: str, markers: list[str]) -> None:
    document = read(body, parts={"styles": root("styles", style("a") + STYLES), "numbering": NUMBERING})
    assert [text.removesuffix("#").strip() for text in texts(document)] == markers


def test_the_default_style_gives_numbers_too() -> None:
    styles = root("styles", style("a", number=1))
    assert texts(read(p("слово"), parts={"styles": styles, "numbering": NUMBERING})) == ["1. слово"]


@pytest.mark.parametrize(
    ("body", "seen_texts"),
    [
        (p("а", listed(1)) + f"<w:p><w:pPr>{listed(1)}<w:rPr><w:del/></w:rPr></w:pPr></w:p>" + p("б", listed(1)),
         ["1. а", "2. б"]),
        (p("а", listed(1)) + f"<w:p><w:pPr>{listed(1)}<w:rPr><w:vanish/></w:rPr></w:pPr></w:p>" + p("б", listed(1)),
         ["1. а", "2. б"]),
        (p("а", listed(1) + f"<w:pPrChange><w:pPr>{listed(2)}</w:pPr></w:pPrChange>"), ["1. а"]),
        (p("", listed(1)) + p("б", listed(1)), ["1.", "2. б"]),
        ("<w:sdt><w:sdtContent>" + p("а", listed(1)) + "</w:sdtContent></w:sdt>" + p("б", listed(1)), ["1. а", "2. б"]),
    ],
)  # fmt: skip
def test_only_paragraphs_that_are_seen_count(body: str, seen_texts: list[str]) -> None:
    assert texts(read(body, parts={"numbering": NUMBERING})) == seen_texts


def test_a_column_of_automatic_numbers_is_printed() -> None:
    rows = [tr(tc(p("", listed(1))), name) for name in ("Сайт", "МФЦ", "Почта")]
    found = cells(read(tbl(*rows), parts={"numbering": NUMBERING}))
    assert [[cell[0] for cell in row] for row in found] == [["1.", "Сайт"], ["2.", "МФЦ"], ["3.", "Почта"]]


def test_russian_letters_leave_out_what_word_leaves_out() -> None:
    printed = "".join(number_text("russianLower", number) for number in range(1, 29))
    assert printed == "абвгдежзиклмнопрстуфхцчшщэюя"
    assert number_text("russianUpper", 29) == "АА"


@pytest.mark.parametrize("name", [*FORMATS, "ideographDigital"])
@pytest.mark.parametrize("number", [0, 1, 4, 26, 27, 28, 3999, 40_000, 1_000_000])
def test_every_format_prints_any_number_shortly(name: str, number: int) -> None:
    assert len(number_text(name, number)) <= 60
