"""Names of persons as signatures write them."""

import re

_INITIALS = r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?"
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
PERSON = re.compile(rf"{_INITIALS}{_SURNAME}|{_SURNAME}\s{_INITIALS}(?=$|[\s,;.)])")
_ONLY = re.compile(rf"(?:{_INITIALS}(?:{_SURNAME}|[А-ЯЁ]+(?:-[А-ЯЁ]+)?)|{_SURNAME}\s{_INITIALS}|{_SURNAME}(?:\s{_SURNAME}){{2}})")


def is_person(text: str) -> bool:
    """Whether a text is nothing but a person's name.

    >>> is_person("А.И. Баскакова"), is_person("Петров П. П."), is_person("Министр")
    (True, True, False)
    """
    return bool(_ONLY.fullmatch(text.strip()))
