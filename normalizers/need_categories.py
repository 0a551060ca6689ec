"""Categories of a need: what the client does at a place, one code or more, the most specific.

Source: registry contract, version 1, section "Needs"; words: ``need_words.toml``. A need is read as a chain of
actions, each with its objects (``need_segments.py``); the first of the rules in ``need_rules.py`` that answers for an
action names its codes.

>>> categories_of("подача обращения, жалобы")
('submission.appeal', 'submission.complaint')
>>> categories_of("получение информации, в том числе о ходе рассмотрения документов")
('information', 'information.progress')
>>> categories_of("проведение документарной проверки (получение документов (акта, предписания) по ее итогам)")
('inspection',)
"""

from collections.abc import Sequence
from functools import lru_cache

from normalizers.need_rules import RULES
from normalizers.need_segments import Segment, text_to_segments
from normalizers.taxonomy import unique

_GENERAL = {"information.progress": "information", "feedback.result": "feedback"}


@lru_cache(1 << 14)
def categories_of(text: str) -> tuple[str, ...]:
    """Category codes of one need, in order of mention; ``("other",)`` where none fits.

    >>> categories_of("предоставление результата государственной услуги клиенту")
    ('result',)
    >>> categories_of("переход на единый портал государственных услуг для получения услуг")
    ('other',)
    """
    codes = unique(code for segment in text_to_segments(text) for code in _codes(segment))
    if "в том числе" not in text:
        codes = [code for code in codes if not any(_GENERAL.get(other) == code for other in codes)]
    return tuple(codes) or ("other",)


def _codes(segment: Segment) -> Sequence[str]:
    for rule in RULES:
        codes = rule(segment)
        if codes:
            return codes
    return ()
