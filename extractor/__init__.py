"""Structure to registry: the public face of the tool.

>>> from extractor import extract
>>> extract("corpus/magadan-2024-01-30-7-o.txt").id
'49-2024-01-30-7-о'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.pipeline import document_to_registry, extract
    from extractor.registry import Registry

__all__ = ["Registry", "document_to_registry", "extract"]


def __getattr__(name: str) -> object:
    """The public names, loaded when one is first asked for: ``reestr --help`` starts without them."""
    if name == "Registry":
        from extractor.registry import Registry

        return Registry
    if name in __all__:
        from extractor.pipeline import document_to_registry, extract

        return extract if name == "extract" else document_to_registry
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
