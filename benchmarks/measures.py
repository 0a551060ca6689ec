"""What is measured: ratios against peers that ran beside the tool, in turns, on the same texts."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import peers
from office_variations import docx_variations
from processes import ROOT, Worker, run_cold

HERE = Path(sys.executable).parent
BATCH = 5
COLD_ROUNDS = 5
GROWTH = 100
MEGABYTE = 1e6


@dataclass(frozen=True)
class Result:
    """One line of the table; ``least`` tells whether the target is a least or a greatest value."""

    name: str
    value: float
    target: float
    least: bool
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the target is met."""
        return self.value >= self.target if self.least else self.value <= self.target


def hot(orders: list[Path]) -> Iterator[Result]:
    """Complete extraction against two peers that do less, batch by batch; every order is seen once."""
    warm, *batches = [orders[start : start + BATCH] for start in range(0, len(orders), BATCH)]
    workers = [Worker(HERE / "python", f"{name}_worker.py") for name in ("reestr", "spacy")]
    workers.append(Worker(peers.PYTHON, "natasha_worker.py"))
    for worker in workers:
        worker.batch(warm)
    rounds = [[_size(batch) / worker.batch(batch) for worker in workers] for batch in batches]
    for worker in workers:
        worker.close()
    own, spacy, natasha = (median(speeds) / MEGABYTE for speeds in zip(*rounds, strict=True))
    note = f"{own:.3f} to {{:.3f}} million characters a second"
    yield Result("hot / spaCy tokenizer", median(o / s for o, s, _ in rounds), 1.0, True, note.format(spacy))
    yield Result("hot / natasha", median(o / n for o, _, n in rounds), 4.0, True, note.format(natasha))
    yield Result("memory, hot (MB)", workers[0].peak / MEGABYTE, 180, False, f"after {len(orders)} orders")


def _size(paths: list[Path]) -> int:
    return sum(len(path.read_text(encoding="utf-8")) for path in paths)


def cold(order: Path) -> Iterator[Result]:
    """Whole processes: the order as text here, the same order as DOCX for the peer."""
    reestr = str(HERE / "reestr")
    commands = (
        [reestr, "extract", str(order)],
        [reestr, "--help"],
        [str(peers.MARKITDOWN), str(order.with_suffix(".docx"))],
    )
    rounds = [[run_cold(command) for command in commands] for _ in range(COLD_ROUNDS + 1)][1:]
    own, _, peer = (median(run.seconds for run in runs) for runs in zip(*rounds, strict=True))
    note = f"{own:.2f} s to {peer:.2f} s"
    yield Result("cold / markitdown", median(o.seconds / p.seconds for o, _, p in rounds), 1.0, False, note)
    yield Result("--help / markitdown", median(h.seconds / p.seconds for _, h, p in rounds), 0.3, False)
    yield Result("memory, cold (MB)", max(run.peak for run, _, _ in rounds) / MEGABYTE, 180, False, order.name)


def growth(order: Path, folder: Path) -> Iterator[Result]:
    """The same text many times over in one file, against the text once, in one warm process."""
    long = folder / "long.txt"
    long.write_text("\n".join([order.read_text(encoding="utf-8")] * GROWTH), encoding="utf-8")
    worker = Worker(HERE / "python", "reestr_worker.py")
    once = [worker.batch([order]) for _ in range(12)][3:]
    many = worker.batch([long])
    worker.close()
    note = f"{many:.1f} s for {long.stat().st_size / MEGABYTE:.1f} MB, {worker.peak / MEGABYTE:.0f} MB of memory"
    yield Result(f"growth of {GROWTH} times", many / median(once), 1.1 * GROWTH, False, note)


def against(name: str, paths: list[Path], python: Path, script: str, target: float) -> Result:
    """Complete extraction of files against a peer that reads a part of what is in them, file by file in turns."""
    own, peer = Worker(HERE / "python", "reestr_worker.py"), Worker(python, script)
    for worker in (own, peer):
        worker.batch(paths[:1])
    ratios = [own.batch([path]) / peer.batch([path]) for path in paths[1:]]
    own.close()
    peer.close()
    return Result(name, median(ratios), target, False, f"{len(ratios)} files, {own.peak / MEGABYTE:.0f} MB of memory")


def formats(folder: Path) -> Iterator[Result]:
    """DOCX against python-docx's cells, PDF against pdfplumber's text and tables."""
    orders = docx_variations("krasnodar-2024-03-22-110", 12, folder)
    yield against("DOCX / python-docx cells", orders, HERE / "python", "row_cells_worker.py", 1.0)
    pages = sorted(path for path in (ROOT / "corpus").glob("*.pdf") if ".scan" not in path.name)
    yield against("PDF / pdfplumber", pages, peers.PYTHON, "pdfplumber_worker.py", 0.35)


def all_results(orders: list[Path], folder: Path) -> Iterator[Result]:
    """Every measure in the order of the table."""
    order = ROOT / "corpus" / "krasnodar-2024-03-22-110.txt"
    yield from hot(orders)
    yield from cold(order)
    yield from growth(order, folder)
    yield from formats(folder)
