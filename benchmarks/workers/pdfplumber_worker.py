"""pdfplumber: text and tables of every page."""

import io

import pdfplumber
from serving import serve


def work(contents: list[bytes]) -> None:
    for content in contents:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.extract_tables()
                page.close()


serve(work)
