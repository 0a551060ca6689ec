"""The layer of a page to its content: lines and drawn tables from top to bottom."""

from collections.abc import Sequence
from itertools import chain

from parsers.pdf.grid import Grid, rules_to_grids
from parsers.pdf.layer import GridCell, GridPart, Line, PageContent, PageLayer, Rule, Word
from parsers.pdf.lines import words_to_lines
from parsers.pdf.settings import PdfSettings
from parsers.pdf.watermark import without_watermark

_SHORT = 0.45


def layer_to_content(layer: PageLayer, settings: PdfSettings) -> PageContent:
    """Words into the cells they stand in, the rest into lines of the page.

    Postcondition: every word stands in one line of an item or a mark.
    """
    layer = without_watermark(layer)
    grids = rules_to_grids(layer.rules, settings)
    free, off_page, cells = _sorted_out(layer, grids)
    items: list[Line | GridPart] = list(words_to_lines(free, layer.number, settings))
    for grid, owned in zip(grids, cells, strict=True):
        items.append(_grid_to_part(grid, owned, layer.number, settings))
    items.sort(key=_top)
    content = PageContent(layer.number, layer.width, layer.height, items, confidence=layer.confidence)
    content.marks = [("off_page", line) for line in words_to_lines(off_page, layer.number, settings)]
    content.marks += [("watermark", line) for line in words_to_lines(layer.oblique, layer.number, settings)]
    content.marks += [(name, _below(layer, text)) for name, text in layer.beside]
    for rule in layer.rules:
        if not rule.vertical and not any(_touches(grid, rule, settings) for grid in grids):
            is_short = rule.end - rule.start < _SHORT * layer.width
            (content.short_rules if is_short else content.long_rules).append(rule.at)
    return content


def _touches(grid: Grid, rule: Rule, settings: PdfSettings) -> bool:
    return grid.ys[0] - settings.snap <= rule.at <= grid.ys[-1] + settings.snap


def _below(layer: PageLayer, text: str) -> Line:
    """A text that has no place on the page, after all that has one."""
    end = layer.height + 1.0
    return Line(layer.number, text, 0.0, 0.0, end, end, end, 1.0, 0.0, 0.0)


def _top(item: Line | GridPart) -> float:
    return item.top


def _sorted_out(layer: PageLayer, grids: Sequence[Grid]) -> tuple[list[Word], list[Word], list[dict[int, list[Word]]]]:
    """Words of no table, of those the ones beyond the paper, and for each table the words of its cells."""
    free: list[Word] = []
    off_page: list[Word] = []
    owned: list[dict[int, list[Word]]] = [{} for _ in grids]
    for word in chain(layer.words, layer.boxed):
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for grid, cells in zip(grids, owned, strict=True):
            cell = grid.cell_at(x, y)
            if cell:
                cells.setdefault(id(cell), []).append(word)
                break
        else:
            seen = 0 <= x <= layer.width and 0 <= y <= layer.height
            (free if seen else off_page).append(word)
    return free, off_page, owned


def _grid_to_part(grid: Grid, owned: dict[int, list[Word]], page: int, settings: PdfSettings) -> GridPart:
    cells: list[GridCell] = grid.cells
    for cell in cells:
        words = owned.get(id(cell))
        if words:
            cell.lines = words_to_lines(words, page, settings)
    return GridPart(page, grid.xs, len(grid.ys) - 1, cells, grid.ys[0], grid.ys[-1])
