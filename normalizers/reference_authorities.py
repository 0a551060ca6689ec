"""Whether the words between "приказом" and its date name an authority.

Sources: federal law of 21.12.2021 N 414-ФЗ for the bodies, ``authority.toml`` for the head nouns of their names.

>>> is_authority("Министерства труда и социальной защиты Российской Федерации"), is_authority("главного врача")
(True, True)
>>> is_authority("о назначении ответственных"), is_authority("согласно приложению")
(False, False)
"""

import re

from normalizers.authority_heads import AUTHORITY_HEAD_RE

LONGEST = 400
"""No name of an authority is longer."""

_OFFICIAL = re.compile(
    r"(?:(?:руководител|начальник|директор|министр|ректор|заведующ|губернатор|правительств|председател|президент|исполняющ|врио|мэр|глав[аынуе]|города\s|республики\s|автономн[а-я]{2,3}\s)"
    r"|(?:областн|краев|республиканск|городск|районн|окружн|территориальн|региональн|государственн|федеральн|муниципальн)[а-яё]{2,3}\s)"
    r"[а-яё]*",
    re.IGNORECASE,
)
# "приказом министерства, утвержденным …", "приказа согласно приложению N 2", "приказ и постановление Правительства"
_FOREIGN = re.compile(
    r"[;:<>{}|\[\]!?]|\.\s+[А-ЯЁ](?![.])(?<!обл\.\s.)(?<!респ\.\s.)(?<!г\.\s.)(?<!им\.\s.)"
    r"|(?<![а-яё])(?:согласно|приложени|пункт|подпункт|стать|раздел|утвер[жд]|принят|котор|настоящ|далее|вступ|издан|действующ"
    r"|зарегистрир|соответстви|размещ|являет|подлеж|внес[ле]|не\s|срок"
    r"|(?:закон|указ|постановлени|распоряжени|приказ|решени|протокол)(?:[аеяуюы]|[оа]м|ем|ами|ями|ах|ях)?(?![а-яё]))",
    re.IGNORECASE,
)


def is_authority(name: str) -> bool:
    """Whether the words can name the body or official who issued an act."""
    if not name or len(name) > LONGEST or name.count("(") != name.count(")"):
        return False
    known = name[0].isupper() or _OFFICIAL.match(name) or AUTHORITY_HEAD_RE.match(name)
    return bool(known) and not _FOREIGN.search(name)
