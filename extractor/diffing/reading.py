"""A difference read back from JSON."""

from extractor.diffing.changes import DIFF_VERSION, Act, Change, Diff, Ground, Item
from normalizers.errors import Reason, ReestrError


def data_to_diff(data: Item) -> Diff:
    """The difference that plain data holds.

    Raises :class:`ReestrError` (``bad_data``) for data of another form.
    """
    if data.get("diff_version") != DIFF_VERSION:
        raise ReestrError(Reason.BAD_DATA, "it is no difference of registries", "give what reestr diff wrote")
    try:
        changes = [
            Change(**{**each, "act": Act(each["act"]), "ground": Ground(each["ground"])}) for each in data["changes"]
        ]
        return Diff(data["old"], data["new"], changes, data["order"], data["rest"])
    except (KeyError, TypeError, ValueError) as error:
        raise ReestrError(Reason.BAD_DATA, f"it is no difference: {error}", "give what reestr diff wrote") from error
