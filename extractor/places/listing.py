"""Which clauses open a list of places, and which of their children are its items."""

import re
from collections.abc import Sequence

from extractor.places.contacts import read_contacts
from extractor.places.points import is_about_points
from normalizers.channels import is_channel_only
from normalizers.need_split import starts_need
from normalizers.touchpoint_types import types_of
from parsers.markers import Kind
from parsers.structure import Clause, Part

_POINTS = re.compile(r"\bточ(?:ка|ки|кам|ками|ек|ках)\b\s*(?:взаимодействия|контакта|касания|доступа)?", re.IGNORECASE)
_CHANNEL_POINTS = re.compile(
    r"(?:цифров|офф?лайн|онлайн|дистанционн|очн|физическ|электронн)\w*(?:\s*\([^()]*\))?[\s-]+"
    r"(?:точ(?:ка|ки|кам|ками|ек)|канал\w*)\b",
    re.IGNORECASE,
)
_ARE = re.compile(
    r"\b(?:относятся|являются|следующ\w+|включают|включает|составляют|предусмотрены|определены"
    r"|установлены|организованы|перечень|выступают|использу\w+)\b",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"\b(?:мест[ао]?|каналы?|способ\w*|инструмент\w*)\s+(?:личного\s+при[её]ма|при[её]ма"
    r"|взаимодействия|обращения|контакта|связи)",
    re.IGNORECASE,
)
_LISTS_OTHER = re.compile(
    r"\b(?:принцип|задач|цел[ьи]|потребност|требовани|показател|случа[яй]|основани|термин"
    r"|понят|указыва|анализ|подразделя|делятся|сведени|документ|критери|изменени)\w*",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^\W*(?:единый\s+|сводный\s+)?перечень\b", re.IGNORECASE)
_LONGEST_NAME = 120


def list_items(clause: Clause) -> list[Clause]:
    """The items of a list of places that a clause opens; empty where it opens none."""
    intro = clause.heading.text if clause.heading else clause.own.strip()
    if clause.kind is Kind.CHAPTER or (clause.heading is None and not intro.endswith(":")):
        return []
    items = [child for child in clause.children if child.heading is None]
    if not items or len(intro) > 300:
        return []
    marked = [item for item in items if item.kind is not Kind.NONE]
    if clause.heading is not None:
        items = marked if len(marked) == len(items) else []
    if not items or not _opens_places(intro, clause.heading is not None):
        return []
    named = [item for item in items if _names_place(item) or _gives_address(intro, item)]
    enough = 1 if _CHANNEL_POINTS.match(intro.strip()) else max(1, (len(items) + 1) // 2)
    return items if len(named) >= enough and not _are_requirements(items) else []


def announced_items(clause: Clause, part: Part) -> list[Clause]:
    """Items with addresses under a heading («Места приема») or a name («Кетовский округ:») in a list of places."""
    title = part.title.text if part.title else ""
    above = [each.heading for each in (clause, clause.parent) if each is not None and each.heading is not None]
    if clause.heading is None and (not clause.opens_list or len(clause.own) > _LONGEST_NAME):
        return []
    if not is_list_of_places(title) and not any(_PLACES.match(heading.text) for heading in above):
        return []
    items = [child for child in clause.children if child.kind in (Kind.ITEM, Kind.LETTER, Kind.BULLET)]
    with_address = [item for item in items if read_contacts(item.view, item.start, item.end).addresses]
    return items if len(with_address) == len(items) == len(clause.children) else []


def _opens_places(intro: str, heading: bool) -> bool:
    """Whether an introducing line (or a heading) announces places."""
    if _CHANNEL_POINTS.search(intro) and (len(intro) < 90 or _ARE.search(intro)):
        return not _LISTS_OTHER.search(intro)
    begins = _PLACES.match(intro.strip()) or _POINTS.match(intro.strip())
    opens = not heading and begins and len(intro) < 120
    if not opens and not ((_POINTS.search(intro) or _PLACES.search(intro)) and _ARE.search(intro)):
        return False
    return not _LISTS_OTHER.search(intro)


def _names_place(item: Clause) -> bool:
    text = item.own
    if is_channel_only(text) or starts_need(text):
        return False
    found = types_of(text)
    return bool(found.codes) and (not found.weak or len(text) < 60)


def _gives_address(intro: str, item: Clause) -> bool:
    """ "Места личного приема граждан:" over addresses: the heading names the type."""
    return bool(types_of(intro).codes) and bool(read_contacts(item.view, item.start, item.end).addresses)


def _are_requirements(items: Sequence[Clause]) -> bool:
    """A list that sets requirements for places adds a source only: its items open lists of rules."""
    opened = [item for item in items if item.opens_list and item.children]
    return any(not any(starts_need(child.own) for child in item.children) for item in opened)


def is_list_of_places(title: str) -> bool:
    """Whether a title says that below it stands a list of places.

    >>> is_list_of_places("Перечень мест личного приема граждан"), is_list_of_places("Перечень документов")
    (True, False)
    """
    return bool(_TITLE.match(title) and (_POINTS.search(title) or _PLACES.search(title)))


def titled_items(part: Part) -> list[Clause]:
    """Numbered items of an annex whose title says that it is a list of places, with no table in it."""
    title = part.title.text if part.title else ""
    if not is_list_of_places(title):
        return []
    if part.loose_tables or any(clause.tables for clause in part.walk()):
        return []
    top = [c for c in part.clauses if c.heading is None and c.kind in (Kind.INTEGER, Kind.ITEM, Kind.BULLET, Kind.NONE)]
    return [
        c
        for c in top
        if len(c.own) < 300
        and not is_about_points(c)
        and (_names_place(c) or (_PLACES.search(title) and read_contacts(c.view, c.start, c.end).addresses))
    ]
