"""Word's automatic numbering: the marker that the reader of the page sees before a paragraph.

Sources: ECMA-376 part 1, 17.9 (numbering); levels that no paragraph has opened yet show their start.
Lists made of one abstract definition count on together; ``startOverride`` starts a list anew where it first appears.
"""

from dataclasses import dataclass, field, replace

from parsers.docx.numerals import number_text, padded
from parsers.docx.styles import Styles
from parsers.docx.xml import VAL, Element, flag, integer, mc, value, w

LEVELS = 9
_MOST_LINKS = 8
_SUFFIX = {"nothing": "", "space": " ", "tab": " "}


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints; ``restart`` is the 1-based level that restarts it, 0 for none."""

    start: int = 0
    format: str = "decimal"
    pattern: str | None = None
    text: str = ""
    suffix: str = " "
    restart: int | None = None
    legal: bool = False
    font: str | None = None
    hidden: bool = False
    style: str | None = None

    def number(self, count: int, legal: bool) -> str:
        """The count as this level prints it, or as a decimal where a legal level quotes it."""
        if legal and self.format not in ("none", "bullet", "decimalZero"):
            return str(count)
        custom = padded(self.pattern, count) if self.pattern else None
        return number_text(self.format, count) if custom is None else custom


@dataclass(slots=True)
class List:
    """One ``w:num``: the key of its counter and its levels with overrides applied."""

    key: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)

    def start(self, level: int) -> int:
        """What the level begins with in this list."""
        return self.starts.get(level, self.levels[level].start if level in self.levels else 1)


class Numbering:
    """The numbering part: its lists by id, each made when it is first asked for."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._numbers = _by_id(root, "num", "numId")
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, List] = {}

    def placed(self, own: Element | None, style: str | None) -> tuple[List, int] | None:
        """The list and level of a paragraph, from its own properties or its style's."""
        if not self._numbers:
            return None
        number = value(own, w("numId")) if own is not None else None
        level = value(own, w("ilvl")) if own is not None else None
        inherited, inherited_level, names = self._styles.numbering(style)
        found = self._found(inherited if number is None else number)
        if found is None:
            return None
        if level is not None:
            return found, integer(level, 0, LEVELS - 1)
        if number is not None:
            return found, inherited_level if inherited == number and inherited_level else 0
        return found, self._tied(found, names, inherited_level or 0)

    def _found(self, name: str | None) -> List | None:
        if name is None or name not in self._numbers:
            return None
        if name not in self._lists:
            self._lists[name] = self._list(self._numbers[name])
        return self._lists[name]

    def _tied(self, found: List, names: tuple[str, ...], level: int) -> int:
        """The level tied to a style by ``w:pStyle``, which wins over the style's own ``w:ilvl`` (17.9.23)."""
        for name in names:
            for number, item in found.levels.items():
                if item.style == name:
                    return number
        return level

    def _list(self, element: Element) -> List:
        key = self._resolved(value(element, w("abstractNumId")) or "")
        if key not in self._levels:
            abstract = self._abstract.get(key)
            found = () if abstract is None else abstract.iterfind(w("lvl"))
            self._levels[key] = dict(map(_numbered_level, found))
        levels = dict(self._levels[key])
        made = List(key, levels)
        for override in element.iterfind(w("lvlOverride")):
            number = integer(override.get(w("ilvl")), 0, LEVELS - 1)
            level = override.find(w("lvl"))
            if level is not None:
                levels[number] = _level(level)
            start = override.find(w("startOverride"))
            if start is not None:
                made.starts[number] = integer(start.get(VAL), 0)
        return made

    def _resolved(self, key: str) -> str:
        """The id of the definition itself, behind the links through numbering styles."""
        for _ in range(_MOST_LINKS):
            abstract = self._abstract.get(key)
            link = value(abstract, w("numStyleLink")) if abstract is not None else None
            target = self._numbers.get(self._styles.numbering(link)[0] or "") if link else None
            if target is None:
                return key
            key = value(target, w("abstractNumId")) or ""
        return key


def _by_id(root: Element | None, name: str, attribute: str) -> dict[str, Element]:
    return {} if root is None else {item.get(w(attribute)) or "": item for item in root.iter(w(name))}


def _numbered_level(element: Element) -> tuple[int, Level]:
    return integer(element.get(w("ilvl")), 0, LEVELS - 1), _level(element)


def _level(element: Element) -> Level:
    restart = value(element, w("lvlRestart"))
    properties = element.find(w("rPr"))
    fonts = properties.find(w("rFonts")) if properties is not None else None
    level = Level(
        start=integer(value(element, w("start")), 0),
        format=value(element, w("numFmt")) or "decimal",
        text=value(element, w("lvlText")) or "",
        suffix=_SUFFIX.get(value(element, w("suff")) or "tab", " "),
        restart=None if restart is None else integer(restart, 0, LEVELS),
        legal=bool(flag(element, w("isLgl"))),
        font=None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")),
        hidden=properties is not None and bool(flag(properties, w("vanish"))),
        style=value(element, w("pStyle")),
    )
    return _with_custom_format(element, level)


def _with_custom_format(element: Element, level: Level) -> Level:
    """A format that Word 2010 and later keep in alternate content: leading zeros, else the fallback's."""
    alternate = element.find(mc("AlternateContent"))
    formats = [] if alternate is None else list(alternate.iter(w("numFmt")))
    if not formats:
        return level
    return replace(level, pattern=formats[0].get(w("format")), format=formats[-1].get(VAL) or "decimal")
