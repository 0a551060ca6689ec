"""markitdown: a PDF to Markdown."""

import io

from markitdown import MarkItDown, StreamInfo
from serving import serve

converter = MarkItDown()


def work(contents: list[bytes]) -> None:
    for content in contents:
        assert converter.convert_stream(io.BytesIO(content), stream_info=StreamInfo(extension=".pdf")).markdown


serve(work)
