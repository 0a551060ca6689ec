"""The head of a definition: "клиент (внешний клиент) – физическое лицо …".

Source: registry contract, version 1, "Definition"; the requirements of the Ministry of Justice to definitions in acts (term in the
nominative, a dash, what it means). A dash also stands in ranges, addresses, contacts, opening hours and lists of duties: the words
before and after it tell.

>>> text = "клиент (далее – заявитель) – гражданин или организация"
>>> term = find_term(text)
>>> text[term.start : term.end], text[term.body :]
('клиент', 'гражданин или организация')
>>> [find_term(line) for line in ("График: вторник – четверг: 14:00 – 18:00", "телефон – 8 (8692) 55-74-69", "При обращении – ответ")]
[None, None, None]
"""

import re
from typing import NamedTuple

from normalizers.morphology import Form, has_reading, readings

_DASH = re.compile(r"[\s\xa0](?:[-–—−]{1,2})[\s\xa0]+|[\s\xa0][–—](?=\S)|(?<=[^\s\d])[–—][\s\xa0]+")
_BRACKET = re.compile(r"[()]")
_ABBREVIATION = re.compile(r"[\s\xa0]*\(\s*далее[^()]*\)[\s\xa0]*$", re.IGNORECASE)
_QUOTED = re.compile(r"[«\"“„]([^«»\"“”„]+)[»\"”“]")
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+(?:-[A-Za-zА-Яа-яЁё]+)*")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_MARKS = re.compile(r"[;:!?<>|{}=]|\.\s|\.$")
_LONGEST, _MOST_WORDS = 220, 16
_NOT_FIRST = frozenset(
    "в во на при для по с со из от к ко у о об за до под над без через если когда как также а но и или не все всё это этот эта эти "
    "такой такая такие иной иные иная другой другие каждый настоящий настоящая настоящее указанный указанные данный "
    "согласно путем посредством либо то что который которые где чтобы ежедневно".split()
)
"""Words that begin no term: a preposition or conjunction, a pointing word."""
