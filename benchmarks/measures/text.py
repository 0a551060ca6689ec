"""Complete extraction of texts, hot, against two peers that do less; growth with the length of a text."""

from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median

from machine import OWN_PYTHON, ROOT
from orders.variations import lines_seen_before, variations
from race import Race, Rival
from results import MEGABYTE, Result, at_most
from warm import Worker

BATCH = 5
ORDERS = 125
GROWTH = 100
WARMING, ONCE, TURNS = 3, 12, 2

RIVALS = (
    Rival("hot / spaCy tokenizer", "spacy_worker.py", 1.0, faster=True, python=OWN_PYTHON),
    Rival("hot / natasha", "natasha_worker.py", 4.0, faster=True, every=2),
)


def hot(folder: Path) -> Iterator[Result]:
    """Batches of five orders; every order is seen once."""
    orders = variations(ORDERS, folder)
    race = Race(RIVALS).run([orders[start : start + BATCH] for start in range(0, len(orders), BATCH)])
    yield from race.results()
    repeated = f"{lines_seen_before(orders):.0%} of their text in lines that an earlier one had"
    yield at_most("memory, hot (MB)", race.peak, 180, f"after {len(orders)} orders, {repeated}")


def growth(folder: Path) -> Iterator[Result]:
    """The same text many times over in one file, between runs over the text once, in one warm process."""
    order = ROOT / "corpus" / "krasnodar-2024-03-22-110.txt"
    long = folder / "long.txt"
    long.write_text("\n".join([order.read_text(encoding="utf-8")] * GROWTH), encoding="utf-8")
    worker = Worker("reestr_worker.py")
    worker.batch([order] * WARMING)
    once, many = [], []
    for _ in range(TURNS):
        once += [worker.batch([order]) for _ in range(ONCE)]
        many.append(worker.batch([long]))
    worker.close()
    note = f"{mean(many):.1f} s for {long.stat().st_size / MEGABYTE:.1f} MB, {worker.peak / MEGABYTE:.0f} MB of memory"
    yield at_most(f"growth of {GROWTH} times", mean(many) / median(once), 1.1 * GROWTH, note)
