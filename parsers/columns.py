"""Columns of a table to roles: header words and cell contents weighed together, the best overall assignment taken."""

from collections.abc import Sequence

from normalizers.column_roles import role_scores
from parsers.cell_looks import Looks, fit

ROLES = (
    "number",
    "process",
    "touchpoint",
    "needs",
    "channel",
    "features",
    "clients",
    "deadline",
    "responsible",
    "basis",
    "office",
)
"""Roles that one column of a table takes; ``contacts`` may be several."""

_HEADER_WEIGHT = 1.5
_CONTENT_WEIGHT = 0.5
_NOTHING = -1e9


def columns_to_roles(headers: Sequence[str], samples: Sequence[Sequence[Looks]]) -> tuple[list[str | None], float]:
    """A role for each column and the weight of the whole assignment.

    ``samples`` holds, for each column, the looks of some of its cells. A column without a known header takes a role
    only from its contents.
    """
    scores = [_column_scores(header, looks) for header, looks in zip(headers, samples, strict=True)]
    best: dict[int, tuple[float, list[str | None]]] = {0: (0.0, [])}
    for column in scores:
        following: dict[int, tuple[float, list[str | None]]] = {}
        for taken, (total, roles) in best.items():
            for role, bit in _options(column, taken):
                score = total + (column.get(role, 0.0) if role else 0.0)
                key = taken | bit
                if key not in following or following[key][0] < score:
                    following[key] = (score, [*roles, role])
        best = following
    total, roles = max(best.values(), key=lambda option: option[0])
    return roles, total


def _options(column: dict[str, float], taken: int) -> list[tuple[str | None, int]]:
    options: list[tuple[str | None, int]] = [(None, 0)]
    for index, role in enumerate(ROLES):
        if column.get(role, 0.0) > 0 and not taken & 1 << index:
            options.append((role, 1 << index))
    if column.get("contacts", 0.0) > 0:
        options.append(("contacts", 0))
    return options


def _column_scores(header: str, looks: Sequence[Looks]) -> dict[str, float]:
    """Positive scores of the roles that a column may take."""
    named = role_scores(header)
    scores: dict[str, float] = {}
    for role in (*ROLES, "contacts"):
        content = sum(fit(role, look) for look in looks) / len(looks) if looks else 0.0
        content = max(-2.0, min(2.5, content))
        if role in named:
            scores[role] = _HEADER_WEIGHT * named[role] + _CONTENT_WEIGHT * content
        elif not named and role in ("number", "touchpoint", "needs", "channel") and content > 1.2:
            scores[role] = _CONTENT_WEIGHT * content
    return scores
