"""Data of the taxonomies, checked both ways."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import normalizers
from extractor.codes import Context, TouchpointType
from normalizers import column_roles, contexts, need_segments, touchpoint_types
from normalizers.contexts import context_of
from normalizers.errors import Reason, ReestrError
from normalizers.language import analyse, has_case
from normalizers.need_split import need_nouns
from normalizers.taxonomy import Entry, Taxonomy, expand, load_entries
from normalizers.touchpoint_types import type_hits, types_of, weak_hits

FOLDER = Path(normalizers.__file__).parent
TAXONOMIES = {
    "columns.toml": column_roles.taxonomy().entries,
    "contexts.toml": contexts.entries(),
    "need_words.toml": need_segments.entries(),
    "touchpoint_types.toml": touchpoint_types.entries(),
}
ENTRIES = [(file, entry) for file, entries in TAXONOMIES.items() for entry in entries]
IDS = [f"{file[:-5]}-{entry.code}" for file, entry in ENTRIES]
each_entry = pytest.mark.parametrize(("file", "entry"), ENTRIES, ids=IDS)


def patterns_of(entry: Entry) -> list[tuple[str, str]]:
    """Field and pattern of everything that an entry matches."""
    fields = [("patterns", entry.patterns), ("weak", entry.fields.get("weak", ()))]
    return [(field, pattern) for field, patterns in fields for pattern in patterns]


def folded(phrase: str) -> str:
    """What a phrase is to the matcher."""
    return " ".join(analyse(phrase).lemmas)


def codes_of(file: str, text: str) -> list[str]:
    """The codes that the taxonomy of a file finds in a text."""
    if file == "touchpoint_types.toml":
        return list(types_of(text).codes)
    if file == "contexts.toml":
        return [context_of(text) or "skip"]
    if file == "columns.toml":
        return list(column_roles.role_scores(text))
    return need_segments.taxonomy().codes(text)


def test_every_file_with_entries_is_checked() -> None:
    files = {path.name for path in FOLDER.glob("*.toml") if "entry" in tomllib.loads(path.read_text(encoding="utf-8"))}
    assert files == set(TAXONOMIES)


@each_entry
def test_every_pattern_matches_an_example_of_its_entry(file: str, entry: Entry) -> None:
    examples = [analyse(example) for example in entry.examples]
    idle = []
    for field, pattern in patterns_of(entry):
        alone = Taxonomy([entry._replace(patterns=(pattern,))])
        if not any(alone.hits(example) for example in examples):
            idle.append(f"{field}: {pattern}")
    assert not idle


@each_entry
def test_every_example_gives_the_code(file: str, entry: Entry) -> None:
    silent = [example for example in entry.examples if entry.code not in codes_of(file, example)]
    assert not silent


@each_entry
def test_no_counter_example_gives_the_code(file: str, entry: Entry) -> None:
    wrong = [example for example in entry.counter_examples if entry.code in codes_of(file, example)]
    assert not wrong


@pytest.mark.parametrize("file", TAXONOMIES)
def test_a_phrase_stands_in_one_entry(file: str) -> None:
    """Twice only where one of the two entries holds it as a weak one."""
    owners = Counter(
        phrase
        for entry in TAXONOMIES[file]
        for phrase in {folded(phrase) for pattern in entry.patterns for phrase in expand(pattern)}
    )
    assert [phrase for phrase, count in owners.items() if count > 1] == []


@pytest.mark.parametrize("file", TAXONOMIES)
def test_a_weak_phrase_stands_in_one_entry(file: str) -> None:
    owners = Counter(
        phrase
        for entry in TAXONOMIES[file]
        for phrase in {folded(phrase) for pattern in entry.fields.get("weak", ()) for phrase in expand(pattern)}
    )
    assert [phrase for phrase, count in owners.items() if count > 1] == []


@pytest.mark.parametrize("file", TAXONOMIES)
def test_a_code_and_a_pattern_stand_once(file: str) -> None:
    codes = Counter(entry.code for entry in TAXONOMIES[file])
    repeats = [
        (entry.code, pattern)
        for entry in TAXONOMIES[file]
        for pattern, count in Counter(patterns_of(entry)).items()
        if count > 1
    ]
    assert max(codes.values()) == 1 and repeats == []


@pytest.mark.parametrize("file", ["contexts.toml", "touchpoint_types.toml"])
def test_every_entry_has_a_counter_example(file: str) -> None:
    assert [entry.code for entry in TAXONOMIES[file] if not entry.counter_examples] == []


def test_types_are_those_of_the_registry() -> None:
    assert {entry.code for entry in touchpoint_types.entries()} == set(TouchpointType) - {"other"}


def test_contexts_are_those_of_the_registry() -> None:
    assert {entry.code for entry in contexts.entries()} == {*Context, "skip"}


def test_fields_that_name_types_name_known_ones() -> None:
    known = {entry.code for entry in touchpoint_types.entries()}
    named = {
        code
        for entry in touchpoint_types.entries()
        for field in ("yields_to", "takes_next", "takes_previous")
        for code in entry.fields.get(field, ())
    }
    assert named <= known


def test_capitals_name_patterns_of_their_entry() -> None:
    stray = [
        pattern
        for entry in touchpoint_types.entries()
        for pattern in entry.fields.get("capitals", ())
        if pattern not in entry.patterns
    ]
    assert stray == []


def test_channels_of_types_are_known() -> None:
    assert {entry.fields["channel"] for entry in touchpoint_types.entries()} == {"digital", "offline", "both"}


def test_a_host_stands_in_one_entry() -> None:
    hosts = Counter(host for entry in touchpoint_types.entries() for host in entry.fields.get("hosts", ()))
    assert set(hosts.values()) == {1}


@pytest.mark.parametrize("entry", touchpoint_types.entries(), ids=lambda entry: entry.code)
def test_every_type_has_a_word_in_its_examples(entry: Entry) -> None:
    analyses = [analyse(example) for example in entry.examples]
    assert any(hit.code == entry.code for analysis in analyses for hit in (*type_hits(analysis), *weak_hits(analysis)))


def test_nouns_that_start_needs_are_nominative_and_stand_once() -> None:
    nouns = tomllib.loads((FOLDER / "need_starts.toml").read_text(encoding="utf-8"))["nouns"]
    assert len(nouns) == len(set(nouns)) and set(nouns) == need_nouns()
    assert [noun for noun in nouns if not has_case(noun, "nomn")] == []


BAD = {
    "no code": '[[entry]]\npatterns = ["сайт"]\nexamples = ["сайт"]',
    "no examples": '[[entry]]\ncode = "website"\npatterns = ["сайт"]',
    "unknown field": '[[entry]]\ncode = "website"\npatterns = ["сайт"]\nexamples = ["сайт"]\npaterns = ["сайт"]',
    "no entry": 'title = "нет записей"',
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_broken_data_is_refused(data: str, tmp_path: Path) -> None:
    path = tmp_path / "types.toml"
    path.write_text(data, encoding="utf-8")
    with pytest.raises(ReestrError) as caught:
        load_entries(path, ("weak",))
    assert caught.value.reason == Reason.BAD_DATA


def test_known_field_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "types.toml"
    path.write_text('[[entry]]\ncode = "website"\nweak = ["портал"]\nexamples = ["портал"]', encoding="utf-8")
    assert load_entries(path, ("weak",))[0].fields == {"weak": ["портал"]}


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("сайт", ["сайт"]),
        ("[официальный] сайт", ["официальный сайт", "сайт"]),
        ("(место|пункт) приема", ["место приема", "пункт приема"]),
        ("портал [услуг|государственных услуг]", ["портал услуг", "портал государственных услуг", "портал"]),
    ],
)
def test_pattern_stands_for_phrases(pattern: str, phrases: list[str]) -> None:
    assert expand(pattern) == phrases


def test_longest_phrase_wins() -> None:
    entries = [Entry("place", ("место приема",), (), (), {}), Entry("mail", ("место приема почты",), (), (), {})]
    assert Taxonomy(entries).codes("место приема почты и место приема граждан") == ["mail", "place"]
