"""The tool: a build of a folder in which nothing changed since the last one."""

from pathlib import Path

from serving import serve_paths

from extractor.building.run import Options, build


def work(paths: list[Path]) -> None:
    corpus, results = paths
    summary = build(corpus, results, Options(), lambda done, _: iter(done))
    assert list(summary.outcomes) == ["unchanged"], summary.outcomes


serve_paths(work)
