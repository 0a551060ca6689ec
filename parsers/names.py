"""Names of persons as signatures write them."""

import re

_INITIALS = r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?"
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_CAPITALS = r"[А-ЯЁ]{2,}(?:-[А-ЯЁ]{2,})?"
_PERSON = re.compile(rf"{_INITIALS}(?:{_CAPITALS}|{_SURNAME})(?![а-яё])")
_SURNAME_FIRST = re.compile(rf"(?:{_SURNAME}|{_CAPITALS})\s{_INITIALS}(?=$|[\s,;.)])")
_ONLY = re.compile(
    rf"(?:{_INITIALS}(?:{_SURNAME}|[А-ЯЁ]+(?:-[А-ЯЁ]+)?)|{_SURNAME}\s{_INITIALS}" rf"|{_SURNAME}(?:\s{_SURNAME}){{2}})"
)


def is_person(text: str) -> bool:
    """Whether a text is nothing but a person's name.

    >>> is_person("А.И. Баскакова"), is_person("Петров П. П."), is_person("Министр")
    (True, True, False)
    """
    return bool(_ONLY.fullmatch(text.strip()))


def find_person(text: str) -> re.Match[str] | None:
    """A person's name in a text, initials before or behind the surname.

    >>> find_person("Глава города Смоленска Р.Е. Заболотный")[0]
    'Р.Е. Заболотный'
    """
    return _PERSON.search(text) or _SURNAME_FIRST.search(text)
