"""Canonical keys of documents: two mentions of one act have one key.

Source: ГОСТ Р 7.0.97-2016, 5.10 and 5.11: date and registration number name an act of a kind. Look-alike letters of the
two alphabets, dashes, blanks and letter case make no difference; the authority's many names ("Минтруд", "Министерство
труда …") are left out. A mention without date or number takes them from the one fuller mention that it can mean.

>>> act_key("law", "59-фз", "2006-05-02") == act_key("law", "59–ФЗ", "2006-05-02", "О порядке рассмотрения")
True
>>> act_key("standard", title="Государство для людей")
'standard:государство для людей'
>>> full = ("law", "59-ФЗ", "2006-05-02", "О порядке рассмотрения")
>>> set(linked_keys([full, ("law", "59-фз", None, None), ("law", None, None, "о порядке рассмотрения")]))
{'law:59-фз:2006-05-02'}
"""

import re
from collections.abc import Sequence

from normalizers.reference_names import find_names, name_key

Named = tuple[str, str | None, str | None, str | None]
"""Kind, number, ISO date and title of a mention."""

_LOOK_ALIKE = str.maketrans("aeopcyxkmhtbnё‐‑‒–—−", "аеорсухкмнтвне------")
_QUOTES = re.compile("[«»„“”‟\"'’‘]")


def act_key(kind: str, number: str | None = None, date: str | None = None, title: str | None = None) -> str:
    """The key of an act by what a mention says of it: kind, number and date, else kind and title.

    >>> act_key("order", "П/0241", "2021-06-01"), act_key("order", None, "2021-06-01")
    ('order:п/0241:2021-06-01', 'order:2021-06-01')
    >>> act_key("law", title="Трудовым кодексом Российской Федерации") == act_key("law", title="ТК РФ")
    True
    """
    if number:
        return ":".join(filter(None, (kind, fold_number(number), date)))
    name = next(find_names(title), None) if title else None
    if title and name and name.start == 0:
        return f"{kind}:{name_key(title)}"
    return ":".join(filter(None, (kind, date, fold_title(title) if title else None)))


def linked_keys(named: Sequence[Named]) -> list[str]:
    """The keys of all mentions of one order, short ones linked to the one fuller mention with their number or title."""
    full: dict[str, set[str]] = {}
    for kind, number, date, title in named:
        if number and date:
            key = act_key(kind, number, date)
            full.setdefault(act_key(kind, number), set()).add(key)
            if title:
                full.setdefault(act_key(kind, title=title), set()).add(key)
    keys = []
    for kind, number, date, title in named:
        key = act_key(kind, number, date, title)
        candidates = full.get(key, set()) if not (number and date) else set()
        keys.append(next(iter(candidates)) if len(candidates) == 1 else key)
    return keys


def fold_number(number: str) -> str:
    """A number without blanks, letter case and look-alikes.

    >>> fold_number("7-O") == fold_number("7 – О")
    True
    """
    return "".join(number.lower().translate(_LOOK_ALIKE).split())


def fold_title(title: str) -> str:
    """A title without quotation marks, letter case and closing punctuation.

    >>> fold_title("О программе «Развитие».")
    'о программе развитие'
    """
    return " ".join(_QUOTES.sub("", title.lower().replace("ё", "е")).split()).strip(" .,;")
