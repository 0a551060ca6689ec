"""Precision, recall and F1 of a field: of the values found, how many are right; of those expected, how many found."""

from dataclasses import dataclass


@dataclass(slots=True)
class Score:
    """Values of one field: expected, found, and the same in both."""

    expected: int = 0
    found: int = 0
    same: int = 0

    def add(self, other: "Score") -> None:
        """Count another's values too."""
        self.expected += other.expected
        self.found += other.found
        self.same += other.same

    @property
    def precision(self) -> float | None:
        """``None`` where nothing was found."""
        return self.same / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """``None`` where nothing was expected."""
        return self.same / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both: ``None`` where there is neither.

        >>> Score(expected=4, found=2, same=2).f1
        0.6666666666666666
        """
        both = self.expected + self.found
        return 2 * self.same / both if both else None


def total(scores: dict[str, Score]) -> Score:
    """All fields in one."""
    everything = Score()
    for score in scores.values():
        everything.add(score)
    return everything
