"""The tool: complete extraction, bytes to registry."""

from serving import serve

from extractor.pipeline import document_to_registry
from parsers.reading import read_bytes


def work(contents: list[bytes]) -> None:
    for content in contents:
        document_to_registry(read_bytes(content, "order"))


serve(work)
