"""Whether a length of time is a limit on a conversation, a wait or a reception, and no term of an action.

>>> text = "Время ожидания в очереди не должно превышать 15 минут"
>>> is_limit(text, 45, 53, "PT15M")
True
>>> is_limit("Ответ дается в течение 15 минут", 23, 31, "PT15M")
False
"""

import re

_SUBJECT = re.compile(
    r"\bврем(?:я|ени)\b|\bпродолжительност|\bдлительност|\bожидани|\bразговор|\bдлит[сь]|\bперерыв|\bскорост|\bзанима(?:ет|ют)\b|\bочеред",
    re.IGNORECASE,
)
_WAIT = re.compile(r"\bожидани|\bочеред|\bразговор|\bпродолжительност|\bдлительност", re.IGNORECASE)
_WITHIN = re.compile(r"\bв\s+течени[еи](?:\s+\w+){0,2}\s*$|\bне\s+поз(?:днее|же)\b.{0,20}$", re.IGNORECASE)
_RUNS_FROM = re.compile(
    r"\s+(?:(?:со?|от)\s+(?:дня|дат[ыа]|момента)\b|после\s+(?:поступлени|регистраци|получени))", re.IGNORECASE
)
_LOOK_BACK = 300


def is_limit(text: str, start: int, end: int, iso: str) -> bool:
    """Whether the length of time at ``text[start:end]`` bounds how long a thing lasts."""
    if not iso.startswith("PT") or _WITHIN.search(text, max(0, start - 40), start):
        return False
    before = text[max(0, start - _LOOK_BACK) : start]
    if _SUBJECT.search(before) is None or _RUNS_FROM.match(text, end):
        return False
    return "срок" not in before.lower() or bool(_WAIT.search(before))
