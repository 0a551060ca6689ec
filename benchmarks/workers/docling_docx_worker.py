"""docling: a DOCX to its document, by the parts that its converter puts together for this format."""

import io

from docling.backend.msword_backend import MsWordDocumentBackend
from docling.datamodel.base_models import InputFormat
from docling.datamodel.document import InputDocument
from docling.datamodel.pipeline_options import ConvertPipelineOptions
from docling.pipeline.simple_pipeline import SimplePipeline
from serving import serve

pipeline = SimplePipeline(ConvertPipelineOptions())


def work(contents: list[bytes]) -> None:
    for content in contents:
        source = InputDocument(io.BytesIO(content), InputFormat.DOCX, MsWordDocumentBackend, filename="order.docx")
        assert pipeline.execute(source, raises_on_error=True).document.tables


serve(work)
