"""Orders that no cache has seen: the seeds with other names, needs, numbers and addresses, the same for the same index.

Every variation differs from its seed in nearly every line that says something, and keeps the genre and the grammar:
names change by stem (so that all cases of a name change together), words by words of the same form.
"""

import random
import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from machine import ROOT

CORPUS = ROOT / "corpus"
SEEDS = sorted(CORPUS.glob("*.txt"))
SHORT_SEEDS = [seed for seed in SEEDS if seed.stat().st_size < 20_000]

REGIONS = ("Калужск", "Тамбовск", "Воронежск", "Иркутск", "Челябинск", "Тюменск", "Ростовск", "Псковск", "Самарск")
EDGES = ("Пермск", "Хабаровск", "Алтайск", "Приморск", "Камчатск", "Ставропольск", "Красноярск", "Забайкальск")
TOWNS = ("Калуга", "Тамбов", "Воронеж", "Иркутск", "Челябинск", "Тюмень", "Псков", "Самара", "Благовещенск")
STREETS = ("Садовая", "Советская", "Заводская", "Набережная", "Профсоюзная", "Октябрьская", "Лесная", "Полевая")
SURNAMES = ("Кузнецов", "Соколов", "Лебедев", "Морозов", "Никитин", "Ковалев", "Зайцев", "Тихонов", "Афанасьев")

SWAPPED_STEMS = (
    (("Магаданск", "Свердловск", "Новосибирск"), REGIONS),
    (("Краснодарск",), EDGES),
    (("Новосибирск", "Магадан", "Екатеринбург", "Краснодар"), TOWNS),
    (("Серебренниковская", "Горького", "Красная"), STREETS),
    (("Щербак", "Свалов", "Смирнов", "Баскаков", "Бахарев"), SURNAMES),
)

# One word for another of the same form, so that needs and clauses are new ones.
SWAPPED_WORDS = (
    ("получение", "приобретение", "обретение"),
    ("получения", "приобретения", "обретения"),
    ("информации", "актуальной информации", "нужной информации", "сведений"),
    ("информация", "полная информация", "нужная информация"),
    ("услуг", "востребованных услуг", "массовых услуг"),
    ("услуги", "востребованной услуги", "массовой услуги"),
    ("удобного", "простого", "привычного", "доступного"),
    ("рассмотрения", "разбора", "изучения", "объективного рассмотрения"),
    ("осуществления", "ведения", "выполнения", "исполнения"),
    ("осуществление", "ведение", "выполнение", "исполнение"),
    ("предоставления", "оказания", "выдачи"),
    ("предоставление", "оказание", "выдача"),
    ("деятельности", "текущей деятельности", "основной деятельности"),
    ("обращения", "устного обращения", "нового обращения", "повторного обращения"),
    ("жалобы", "новой жалобы", "повторной жалобы"),
    ("документов", "нужных документов", "всех документов", "материалов"),
    ("сведений", "точных сведений", "данных"),
    ("мероприятий", "плановых мероприятий", "событий"),
    ("контроля", "внутреннего контроля", "текущего контроля"),
    ("хозяйства", "комплекса", "сектора"),
    ("энергетики", "связи", "транспорта", "науки"),
    ("оздоровления", "обучения", "воспитания"),
    ("граждан", "всех граждан", "жителей"),
    ("клиентов", "новых клиентов", "всех клиентов"),
    ("вопросам", "всем вопросам", "отдельным вопросам"),
    ("порядке", "установленном порядке", "общем порядке"),
    ("целях", "первую очередь в целях", "том числе в целях"),
    ("решения", "быстрого решения", "верного решения"),
    ("отношения", "чуткого отношения", "внимания"),
    ("ответа", "полного ответа", "итогового ответа"),
    ("связи", "устойчивой связи", "постоянной связи"),
    ("доступной", "открытой", "внятной"),
    ("соответствии", "полном соответствии", "точном соответствии"),
    ("посредством", "с помощью", "при помощи"),
    ("проверок", "плановых проверок", "выездных проверок"),
    ("формирование", "создание", "развитие"),
    ("повышения", "роста", "увеличения"),
    ("официальном", "главном официальном", "общем официальном"),
    ("сотрудника", "дежурного сотрудника", "старшего сотрудника"),
    ("заявления", "нового заявления", "письменного заявления"),
    ("возможность", "полная возможность", "реальная возможность"),
)

# An adjective before a noun that some ending tells the form of: "рассмотрения" -> "полного рассмотрения".
ADJECTIVES = ("полн", "открыт", "постоянн", "скор", "верн", "общ", "текущ", "очередн", "точн", "удобн", "дневн", "нов")
SOFT = ("общ", "текущ")

_STEMS = {stem: others for stems, others in SWAPPED_STEMS for stem in stems}
_WORDS = {first: others for first, *others in SWAPPED_WORDS}
_STEM = re.compile("|".join(sorted(_STEMS, key=len, reverse=True)))
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b")
_NOUN = re.compile(
    r"(?<=[а-я,] )(?!взаимодействия|соответстви|отношени)[а-я]{4,}"
    r"(?:(?P<neuter>ния|тия|ства)|(?P<feminine>ости|ции|ги|бы|ты)|(?P<many>ний|ций|ов|ей))\b"
)
_ENDINGS = {"neuter": "ого", "feminine": "ой", "many": "ых"}
_SOFT_ENDINGS = {"neuter": "его", "feminine": "ей", "many": "их"}
_NAME = re.compile(r"(?<=@)[a-z]+(?=[a-z0-9-]*\.)|(?<=//)[a-z]+(?=[a-z0-9-]*\.)")
# Numbers that mean nothing to the order's own structure: telephones, codes, numbers of acts and houses, dates.
_PHONE = re.compile(r"\(\d{3,5}\) ?[\d-]{5,9}\b")
_DATE = re.compile(r"\b\d\d\.\d\d\.(?:19|20)\d\d\b")
_NUMBER = re.compile(r"(?<=[N№] )\d+|(?<=д\. )\d+\b|\b\d{6}(?=,)")


def vary(text: str, index: int) -> str:
    """The variation of an order under an index."""
    dice = random.Random(index)
    stems = {stem: dice.choice(others) for stem, others in _STEMS.items()}
    for changed in (
        (_STEM, lambda found: stems[found.group()]),
        (_WORD, lambda found: dice.choice((found.group(), *_WORDS[found.group()]))),
        (_NOUN, lambda found: _with_adjective(found, dice)),
        (_NAME, lambda found: f"{found.group()}{index}"),
        (_PHONE, lambda found: _other_digits(found.group(), dice)),
        (_DATE, lambda found: f"{dice.randint(1, 28):02}.{dice.randint(1, 12):02}.{dice.randint(2006, 2024)}"),
        (_NUMBER, lambda found: _other_digits(found.group(), dice)),
    ):
        text = changed[0].sub(changed[1], text)
    return text


def _with_adjective(found: re.Match[str], dice: random.Random) -> str:
    """The noun, and half of the times an adjective before it."""
    if dice.random() < 0.5:
        return found.group()
    stem = dice.choice(ADJECTIVES)
    endings = _SOFT_ENDINGS if stem in SOFT else _ENDINGS
    return f"{stem}{endings[found.lastgroup or 'many']} {found.group()}"


def _other_digits(number: str, dice: random.Random) -> str:
    """Other digits in the same places; the first stays, as codes do."""
    return number[:2] + re.sub(r"\d", lambda _: str(dice.randint(1, 9)), number[2:])


def variations(count: int, folder: Path, seeds: Sequence[Path] = SEEDS) -> list[Path]:
    """``count`` different orders written into a folder, seeds by turns."""
    folder.mkdir(exist_ok=True)
    with ProcessPoolExecutor() as pool:
        turns = [seeds[index % len(seeds)] for index in range(count)]
        return list(pool.map(_write, turns, range(count), [folder] * count, chunksize=25))


def _write(seed: Path, index: int, folder: Path) -> Path:
    path = folder / f"{seed.stem}-{index:04}.txt"
    path.write_text(vary(seed.read_text(encoding="utf-8"), index), encoding="utf-8")
    return path


def lines_seen_before(paths: list[Path]) -> float:
    """The share of characters in lines that an earlier order had word for word."""
    seen: set[str] = set()
    repeated = total = 0
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines()
        repeated += sum(len(line) for line in lines if line in seen)
        total += sum(map(len, lines))
        seen.update(lines)
    return repeated / total
