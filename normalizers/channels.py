"""The channel that an order declares for a place: digital, offline or both.

Source: registry contract, version 1, section "Touchpoint". A channel is declared by the name of a point, channel or
format ("цифровая и оффлайн точка", "в цифровом формате"); a lone channel word counts only where a text says nothing
else, since "онлайн-опрос" or "ответ в электронной форме" declares nothing.

>>> channels_of("цифровая точка/ офлайн точка"), channels_of("оффлайн-точка, обеспечение равных возможностей")
(('digital', 'offline'), ('offline',))
>>> channels_of("онлайн"), channels_of("онлайн-опрос клиентов")
(('digital',), ())
>>> is_channel_only("офлайн точки, цифровой точки"), is_channel_only("цифровая точка, нужна подпись")
(True, False)
"""

import re
from functools import lru_cache

from normalizers.folding import has_any, lowered

_DIGITAL = (
    r"цифров\w{1,3}|диджитал|digital|электронн\w{1,3}|он-?лайн\w{0,3}|on-?line|дистанционн\w{1,3}|удал[её]нн\w{1,3}"
    r"|виртуальн\w{1,3}"
)
_OFFLINE = (
    r"(?:не|вне)цифров\w{1,3}|неэлектронн\w{1,3}|оф{1,2}-?лайн\w{0,3}|of{1,2}-?line|физическ\w{1,3}|очн\w{1,3}"
    r"|традиционн\w{1,3}"
)
_BOTH = r"смешанн\w{1,3}|комбинированн\w{1,3}|гибридн\w{1,3}|универсальн\w{1,3}"
_WORD = rf"\b(?:{_OFFLINE}|{_DIGITAL}|{_BOTH})\b"
_NOUN = r"\b(?:точ(?:к\w{1,3}|ек)|канал\w{0,3}|формат\w{0,3})\b"
_JOINT = r"[\s,;/+()«»\"-]{0,4}(?:\b(?:и|или|либо|а также)\b\s{1,3})?(?:\(или\)\s?)?"
_CHAIN = rf"{_WORD}(?:{_JOINT}{_WORD}){{0,4}}"
_DECLARED = re.compile(
    rf"{_CHAIN}{_JOINT}{_NOUN}|{_NOUN}(?:\s(?:взаимодействия|контакта|доступа))?\s{{0,2}}[-–—:(«]{{0,2}}\s{{0,2}}{_CHAIN}",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"(?P<offline>\b(?:{_OFFLINE})\b)|(?P<digital>\b(?:{_DIGITAL})\b)|(?P<both>\b(?:{_BOTH})\b)", re.IGNORECASE
)
_FRAME = re.compile(
    r"\b(?:точ(?:к\w{1,3}|ек)|канал\w{0,3}|формат\w{0,3}|вид\w{0,3}|тип\w{0,3}|форм\w{1,3}|способ\w{0,3}|режим\w{0,3}"
    r"|взаимодействи\w|обслуживани\w|контакта|доступа|и|или|либо|а|также|в|для|через|как|так)\b|[\W_]",
    re.IGNORECASE,
)
_LONGEST_ONLY = 200
_SIGNS = (
    *("цифров", "электронн", "лайн", "line", "очн", "физическ", "дистанц", "даленн", "далённ", "виртуал", "диджит"),
    *("digital", "традиционн", "смешанн", "комбинирован", "гибридн", "универсал"),
)
"""What every channel word holds in small letters: the cheap look before the expressions."""


@lru_cache(4096)
def channels_of(text: str) -> tuple[str, ...]:
    """Channels that a text declares, ``digital`` before ``offline``.

    >>> channels_of("взаимодействие в дистанционном формате"), channels_of("очно, дистанционно")
    (('digital',), ('digital', 'offline'))
    """
    if not has_any(lowered(text), _SIGNS):
        return ()
    if is_channel_only(text):
        return _said(text)
    return _said(" ".join(match[0] for match in _DECLARED.finditer(text)))


@lru_cache(4096)
def is_channel_only(text: str) -> bool:
    """Whether a text says nothing but the channel.

    >>> is_channel_only("Цифровая точка взаимодействия"), is_channel_only("точка взаимодействия")
    (True, False)
    """
    if len(text) > _LONGEST_ONLY or not has_any(lowered(text), _SIGNS):
        return False
    rest, count = _SAID.subn(" ", text)
    return count > 0 and not _FRAME.sub("", rest)


def _said(text: str) -> tuple[str, ...]:
    """Channel words of a text."""
    kinds = {match.lastgroup for match in _SAID.finditer(text)}
    digital, offline = kinds & {"digital", "both"}, kinds & {"offline", "both"}
    return ("digital",) * bool(digital) + ("offline",) * bool(offline)
