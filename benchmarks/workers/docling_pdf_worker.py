"""docling without models: its native pipeline, text cells with their places, no layout, no tables, no recognition."""

import io

from docling.backend.docling_parse_backend import DoclingParseDocumentBackend
from docling.datamodel.base_models import InputFormat
from docling.datamodel.document import InputDocument
from docling.datamodel.pipeline_options import NativePdfPipelineOptions
from docling.pipeline.native_pdf_pipeline import NativePdfPipeline
from serving import serve

pipeline = NativePdfPipeline(NativePdfPipelineOptions())


def work(contents: list[bytes]) -> None:
    for content in contents:
        source = InputDocument(io.BytesIO(content), InputFormat.PDF, DoclingParseDocumentBackend, filename="order.pdf")
        assert pipeline.execute(source, raises_on_error=True).document.texts


serve(work)
