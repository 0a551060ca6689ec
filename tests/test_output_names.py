"""Names of results: unlike each other, in the folder of their source, whatever the sources are called."""

from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.outputs.folder import OutputFolder
from extractor.outputs.names import output_names
from normalizers.errors import ReestrError

PARTS = st.text("aA.é~j", min_size=1, max_size=4).filter(lambda part: part not in (".", ".."))
SOURCES = st.lists(st.lists(PARTS, min_size=1, max_size=3), max_size=12)


@given(SOURCES)
def test_no_two_sources_share_a_name_and_each_stays_in_its_folder(sources: list[list[str]]) -> None:
    paths = [PurePath(*parts) for parts in sources]
    names = output_names(paths, ["manifest.json"])
    folded = {name.as_posix().casefold() for name in names}
    assert len(folded) == len(paths)
    assert [name.parent for name in names] == [path.parent for path in paths]
    assert all(name.suffix == ".json" for name in names)
    assert "manifest.json" not in folded


@given(
    st.permutations([PurePath("a.txt"), PurePath("a.docx"), PurePath("a.pdf"), PurePath("b/a.txt"), PurePath("A.txt")])
)
def test_the_order_of_the_sources_does_not_matter(sources: list[PurePath]) -> None:
    names = dict(zip(sources, output_names(sources), strict=True))
    assert names[PurePath("a.pdf")] == PurePath("a.pdf.json")
    assert names[PurePath("a.txt")] == PurePath("a.txt.json")


@pytest.mark.parametrize("name", ["../a.json", "out/a.json", "/a.json"])
def test_nothing_is_written_outside_the_folder(name: str, tmp_path: Path) -> None:
    inside, outside = tmp_path / "results", tmp_path / "outside"
    outside.mkdir()
    folder = OutputFolder(inside)
    (inside / "out").symlink_to(outside)
    with pytest.raises(ReestrError, match="output"):
        folder.write(PurePath(name), "{}")
    assert list(outside.iterdir()) == []
    assert not (tmp_path / "a.json").exists()


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.json" / "x").mkdir(parents=True)
    with pytest.raises(ReestrError, match="output"):
        OutputFolder(tmp_path).write(PurePath("a.json"), "{}")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
