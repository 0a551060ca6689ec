"""Places where the words of a mention mention nothing: abbreviations ("далее - …"), editor's notes, "настоящий приказ".

>>> text = "2) утратил силу. - Приказ комитета от 11.02.2025 N 57-пр;"
>>> is_no_mention(text, 19)
True
>>> is_no_mention("Признать утратившим силу приказ комитета от 11.02.2025 N 57-пр", 25)
False
"""

import re

_REACH = 160
_ABBREVIATION = re.compile(r"\(\s*далее[^()]*\Z", re.IGNORECASE)
_OWN = re.compile(r"(?<![а-яё])настоящ[а-яё]{2,4}\s+\Z", re.IGNORECASE)
# "2) утратил силу. - Приказ …", "Пункт 3 изменен с 15 ноября 2024 г. - Приказ …"
_AFTER_CHANGE = re.compile(
    r"(?:утрати\w+\s+силу|утративш\w+\s+силу|исключен\w*|измен[её]н\w*|дополнен\w*|введен\w*|не действует)"
    r"[^;:]{0,60}?\s[-–—]\s*\Z",
    re.IGNORECASE,
)
# "(п. 5 введен Приказом …)", "{Абзац введен приказом …}"; a drafter's "(в редакции приказа …)" follows a number
_NOTE = re.compile(
    r"(?P<before>\A|.)\s*(?P<bracket>[({])\s*(?:(?:в\s+ред|с\s+изм|в\s+редакции)"
    r"|(?:п|пп|подп|абз|ст|ч|пункт|подпункт|абзац|раздел|глава|строка|позиция|приложение|наименование|введен|сноска)"
    r"(?![а-яё])[^(){}]*?(?:введен|ред\.|редакции|измен|дополнен|исключен|утрати))[^(){}]*\Z",
    re.IGNORECASE | re.DOTALL,
)


def is_no_mention(text: str, start: int) -> bool:
    """Whether words that begin at ``start`` stand in an abbreviation or an editor's note, or mean the act itself."""
    before = text[max(0, start - _REACH) : start]
    if _OWN.search(before) or _AFTER_CHANGE.search(before):
        return True
    if "(" not in before and "{" not in before:
        return False
    return bool(_ABBREVIATION.search(before)) or _in_note(text, start, before)


def _in_note(text: str, start: int, before: str) -> bool:
    note = _NOTE.search(before)
    if note is None:
        return False
    drafted = note["before"].isalnum() or note["before"] in '»"”@'
    return note["bracket"] == "{" or not drafted or text[start].isupper()
