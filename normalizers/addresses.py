"""Postal addresses, verbatim, to the house or room number.

Sources: the address elements of the order of the Ministry of Finance of 05.11.2015 N 171н (``addresses.toml``). An
address holds a street with a house, or a settlement with a house; it starts at its index, region, settlement or street,
whichever stands first, and ends at its last part of a building, floor or room.

>>> [found.value for found in find_addresses("по адресу: г. Новосибирск, ул. Ленина, д. 6, общественная приемная")]
['г. Новосибирск, ул. Ленина, д. 6']
>>> find_addresses("г. Новосибирск, 15 рабочих дней")
[]
>>> address_key("630007, город Магадан, улица Горького, дом 6") == address_key("г.Магадан, ул.Горького, 6")
True
>>> same_address("г. Магадан, ул. Горького, д. 6, каб. 201", "ул. Горького, 6")
True
"""

from dataclasses import dataclass

from normalizers.address_chain import find_chains
from normalizers.address_parts import parts_of
from normalizers.verbatim import verbatim


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """A postal address: where it stands and its verbatim value."""

    start: int
    end: int
    value: str


def find_addresses(text: str) -> list[FoundAddress]:
    """Every postal address in order."""
    return [
        FoundAddress(chain.start, chain.end, verbatim(text[chain.start : chain.end])) for chain in find_chains(text)
    ]


def address_key(value: str) -> str:
    """What the spellings of one address share; the index and the country stay out.

    >>> address_key("г. Севастополь, ул. Щербака, д. 12, каб. 28")
    'севастопол|ул щербак|12|каб 28'
    """
    return parts_of(value).key()


def same_address(a: str, b: str) -> bool:
    """Whether two addresses are one place: the same street and house; what only one of them names does not part them.

    >>> same_address("ул. Ленина, д. 6, каб. 1", "ул. Ленина, д. 6, каб. 2")
    False
    """
    return parts_of(a).same_place(parts_of(b))
