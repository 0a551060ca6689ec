"""The parts of one address in the form by which two spellings are compared.

Rule: capitals, blanks, quotes, "ё" and case endings do not count, words of elements are folded by ``addresses.toml``
("улица" and "ул."), a house is a house with and without "д.", a settlement is compared without its mark.

>>> parts_of("г. Москва, Красный проспект, дом 12 «А», корпус 2")
Parts(region='', places=('москв',), street='пр-кт красн', house='12а к2', rooms=frozenset(), floor='')
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from normalizers.address_chain import Chain, Element, find_chains
from normalizers.address_words import WORDS, forms_pattern

_FOLDS = str.maketrans("ё‐‑–—\u00a0", "е---- ", '«»"“”„№,')
_BLANKS = re.compile(r"\s+")
_ENDING = re.compile(r"(?<=\w{3})(?:ого|ому|ым|ом|ой|ый|ий|ая|ое|[аеиоуыюяьй])(?!\w)")
_LETTER = re.compile(r"(?<=\d)[\s-]+(?=[а-я](?!\w))")  # "12 а", "12-а"
_SLASH = re.compile(r"\s*/\s*")
_GLUED = re.compile(r"(?<=\d)(корп|стр|лит|к|с)\.?\s?(?=\d)")  # "5к2", "5стр1"
_GLUED_KEYS = {"корп": "к", "с": "стр"}
_DEDICATED = re.compile(r"(?<!\w)(?:имени|им\.?)(?!\w)\s*")
_GROUPS: dict[str, tuple[str, ...]] = {kind: (kind,) for kind in ("settlement", "house", "building", "room")}
_GROUPS["street"] = ("street", "plain_street")
_MARKS = {kind: re.compile(rf"(?<![\w-]){forms_pattern(*groups)}\s*") for kind, groups in _GROUPS.items()}
_KEYS = {
    kind: {form.rstrip("."): key for group in groups for key, forms in WORDS[group].items() for form in forms}
    for kind, groups in _GROUPS.items()
}
_PLAIN_HOUSES = ("д", "зд", "влд", "соор")  # "зд. 5" is "д. 5"
_NAME_FIRST = re.compile(r"\s+(?:г|пгт|п|с|рп|х|ст-ца|д)$")
_SUBJECTS = ("республика", "респ", "область", "обл", "край", "автономная", "автономный", "округ", "ао")


@dataclass(frozen=True, slots=True)
class Parts:
    """An address taken apart; an empty part is one the address does not name."""

    region: str
    places: tuple[str, ...]
    street: str
    house: str
    rooms: frozenset[str]
    floor: str

    def key(self) -> str:
        """All parts in one string."""
        parts = (self.region, *self.places, self.street, self.house, self.floor, *sorted(self.rooms))
        return "|".join(part for part in parts if part)

    def same_place(self, other: "Parts") -> bool:
        """Whether nothing that both addresses name differs."""
        if (self.street, self.house) != (other.street, other.house) or not _agree(self.region, other.region):
            return False
        if not self.street and not self.places:
            return self == other
        places = not self.places or not other.places or bool(set(self.places) & set(other.places))
        return places and (not self.rooms or not other.rooms or self.rooms == other.rooms)


@lru_cache(4096)
def parts_of(value: str) -> Parts:
    """The parts of an address; a text without street and house is one part of its own."""
    chains = find_chains(value)
    return _parts(chains[0]) if chains else Parts("", (), "", _fold(value), frozenset(), "")


def _parts(chain: Chain) -> Parts:
    def texts(*kinds: str) -> list[Element]:
        return [element for element in chain.elements if element.kind in kinds]

    house = [_house(element) for element in texts("house", "building")]
    return Parts(
        region=" ".join(_region(element.text) for element in texts("region")),
        places=tuple(_place(element.text) for element in texts("settlement")),
        street=" ".join(_named("street", _DEDICATED.sub("", _fold(element.text))) for element in texts("street")),
        house=" ".join(part for part in house if part),
        rooms=frozenset(_named("room", _fold(element.text)) for element in texts("room")),
        floor=" ".join(_fold(element.text) for element in texts("floor")),
    )


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _fold(text: str) -> str:
    return _BLANKS.sub(" ", text.lower().translate(_FOLDS)).strip(" .")


def _region(text: str) -> str:
    words = [word.strip(".-") for word in _fold(text).split()]
    return " ".join(_ENDING.sub("", word) for word in words if word not in _SUBJECTS)


def _place(text: str) -> str:
    _, name = _split("settlement", _NAME_FIRST.sub("", _fold(text)))
    return _stems(name)


def _named(kind: str, text: str) -> str:
    """The mark in its folded form and the name: "ул ленин"."""
    key, name = _split(kind, text)
    return f"{key} {_stems(name)}".strip()


def _split(kind: str, text: str) -> tuple[str, str]:
    mark = _MARKS[kind].search(text)
    if mark is None:
        return "", text
    key = _KEYS[kind].get(_BLANKS.sub(" ", mark[0]).strip(" ."), "")
    return key, _BLANKS.sub(" ", text[: mark.start()] + " " + text[mark.end() :]).strip(" .")


def _house(element: Element) -> str:
    key, number = _split(element.kind, _fold(element.text))
    number = _SLASH.sub("/", _LETTER.sub("", number))
    number = _GLUED.sub(lambda glued: " " + _GLUED_KEYS.get(glued[1], glued[1]), number)
    return number if key in _PLAIN_HOUSES else key + number


def _stems(name: str) -> str:
    return _BLANKS.sub(" ", _ENDING.sub("", name.replace(".", " "))).strip()
