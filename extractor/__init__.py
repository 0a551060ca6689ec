"""Structure to registry: the public face of the tool.

>>> from extractor import extract
>>> extract("corpus/magadan-2024-01-30-7-o.txt").id
'49-2024-01-30-7-о'
"""

from extractor.pipeline import document_to_registry, extract
from extractor.registry import Registry

__all__ = ["Registry", "document_to_registry", "extract"]
