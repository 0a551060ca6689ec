"""Equal opportunities that the features of a place promise.

Source: registry contract, version 1, section "Touchpoint": ``low_mobility`` and ``equal_information``, only where the
order speaks of "равных возможностей". What the opportunities are for is read in the same phrase.

>>> accessibility_of("оффлайн-точка, обеспечение равных возможностей для доступа маломобильных граждан")
('low_mobility',)
>>> accessibility_of("обеспечены равные возможности для информирования граждан с нарушениями слуха и зрения")
('equal_information',)
>>> accessibility_of("вход оборудован пандусом для маломобильных граждан")
()
"""

import re

_EQUAL = re.compile(r"равн(?:ые|ых|ым|ыми|ая|ой|ую)\s+возможност", re.IGNORECASE)
_PHRASE_END = re.compile(r"[;.](?:\s|$)")
_INFORMATION = re.compile(r"информирован|информаци|осведомл[её]н|получени\w* сведений|оповещени", re.IGNORECASE)
_LOW_MOBILITY = re.compile(
    r"маломобильн|инвалид|ОВЗ\b|ограниченн\w+ (?:возможност|физическ|здоровь)"
    r"|ограничени\w+ (?:здоровь|жизнедеятельност)|пожил|опорно-двигательн|кресл\w+-коляс|передвижени",
    re.IGNORECASE,
)
_ACCESS = re.compile(r"доступ", re.IGNORECASE)
_REACH = 200


def accessibility_of(text: str) -> tuple[str, ...]:
    """Codes of the equal opportunities that a text promises, in order of mention, each once.

    >>> accessibility_of("равные возможности доступа инвалидов; равные возможности информирования граждан")
    ('low_mobility', 'equal_information')
    """
    found = [_code(text, match) for match in _EQUAL.finditer(text)]
    return tuple(dict.fromkeys(code for code in found if code))


def _code(text: str, match: re.Match[str]) -> str | None:
    """What a phrase promises: what stands first behind it, information or access of those who move with difficulty."""
    end = min(match.end() + _REACH, len(text))
    stop = _PHRASE_END.search(text, match.end(), end)
    phrase = text[match.start() : stop.start() if stop else end]
    information, low = _INFORMATION.search(phrase), _LOW_MOBILITY.search(phrase)
    if information and (low is None or information.start() < low.start()):
        return "equal_information"
    return "low_mobility" if low or _ACCESS.search(phrase, match.end() - match.start()) else None
