"""python-docx: merely reads the cells of every row."""

import io

import docx
from serving import serve


def work(contents: list[bytes]) -> None:
    for content in contents:
        for table in docx.Document(io.BytesIO(content)).tables:
            for row in table.rows:
                for cell in row.cells:
                    _ = cell.text


serve(work)
