"""The house: imports point one way, no cycles, no file knows an order, data names no region as a rule."""

import ast
import re
from pathlib import Path

import pytest

from tests.places import ROOT, SOURCES

ALLOWED = {"normalizers": set(), "parsers": {"normalizers"}, "extractor": {"normalizers", "parsers"}}
MODULES = [path for room in ALLOWED for path in sorted((ROOT / room).rglob("*.py"))]


def imports(path: Path) -> set[str]:
    """Dotted names of what a module imports, at any depth."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return found


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(ROOT)) for path in MODULES])
def test_imports_point_one_way(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    rooms = {name.split(".")[0] for name in imports(path)} & {*ALLOWED, "tests"}
    assert rooms <= ALLOWED[room] | {room}


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_no_import_cycles() -> None:
    names = {dotted(path): path for path in MODULES}
    graph = {
        name: {other for other in imports(path) if other in names and other != name} for name, path in names.items()
    }
    done: set[str] = set()
    path: list[str] = []

    def visit(name: str) -> None:
        assert name not in path, f"a cycle: {' -> '.join([*path[path.index(name) :], name])}"
        if name in done:
            return
        path.append(name)
        for other in sorted(graph[name]):
            visit(other)
        path.pop()
        done.add(name)

    for name in sorted(graph):
        visit(name)


def test_no_bare_except_and_no_ignored_decoding_errors() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"except\s*:|except Exception:\s*pass", text), path
        assert 'errors="ignore"' not in text.replace("``", ""), path


def test_no_rule_names_an_authority_or_an_address_of_a_known_order() -> None:
    """Sites, mailboxes and telephones of the orders at hand stand in no code and no data."""
    own = re.compile(r"[\w.-]+\.(?:ru|рф)\b|\b\d{2}-\d{2}-\d{2}\b")
    general = {"gosuslugi.ru", "proverki.gov.ru", "ervk.gov.ru", "knd.gov.ru"}
    addresses = {
        found
        for source in SOURCES[:5]
        for found in own.findall(source.read_text(encoding="utf-8"))
        if not found.endswith(tuple(general)) and "garant" not in found
    }
    assert addresses
    for path in MODULES + sorted((ROOT / "normalizers").glob("*.toml")):
        code = re.sub(r'"""[\s\S]*?"""|#.*|(?:counter_)?examples = \[[^\]]*\]', "", path.read_text(encoding="utf-8"))
        assert not {address for address in addresses if address in code}, path
