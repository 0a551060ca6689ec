"""The frame a page is read in: user space turned so that most of its text runs from left to right."""

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle of the frame, from the top left corner downwards."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Turns user space by ``quarter`` quarters (the direction text runs in) and puts the origin at the top left."""

    quarter: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page in this frame."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarter % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space in the frame.

        >>> Frame(0, 0, 0, 595, 842).point(100, 800), Frame(1, 0, 0, 595, 842).point(100, 800)
        ((100, 42), (800, 100))
        """
        match self.quarter:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle of user space in the frame."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A point of the frame in user space.

        >>> frame = Frame(3, 0, 0, 595, 842)
        >>> frame.back(*frame.point(100, 800))
        (100, 800)
        """
        match self.quarter:
            case 0:
                return x + self.left, self.top - y
            case 1:
                return y + self.left, x + self.bottom
            case 2:
                return self.right - x, y + self.bottom
            case _:
                return self.right - y, self.top - x

    def turned(self, quarter: int) -> "Frame":
        """The same page read in another direction."""
        return Frame(quarter, self.left, self.bottom, self.right, self.top)

    def box_of(self, other: "Frame", box: Box) -> Box:
        """A rectangle of another frame of the same page in this one."""
        return self.box(*other.back(box.x0, box.top), *other.back(box.x1, box.bottom))
