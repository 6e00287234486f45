"""Runs notebooks from top to bottom and keeps what their cells put out: scripts/run_notebook.py docs/relations.ipynb"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient


def run(path: Path) -> nbformat.NotebookNode:
    """The notebook with the output of each cell. Raises `CellExecutionError` for a cell that fails."""
    book = nbformat.read(path, as_version=4)
    for cell in book.cells:
        cell.pop("outputs", None)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(book, timeout=120, kernel_name="python3", resources={"metadata": {"path": path.parent}})
    client.execute()
    # When and how long it ran is nobody's business, and would differ each time.
    book.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    for cell in book.cells:
        cell.metadata = {}
    return book


if __name__ == "__main__":
    for name in sys.argv[1:]:
        nbformat.write(run(Path(name)), name)
