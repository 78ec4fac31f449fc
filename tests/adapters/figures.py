"""The figures an answer says, in its order, as they are written: what every platform must say alike."""

from __future__ import annotations

from bot.answer import Answer, Fields, Table
from bot.quantities import Count, Money, Multiple, Percent, Points, Shares
from bot.words.writer import Writer


def figures_of(answer: Answer, writer: Writer) -> list[str]:
    """Returns the figures of an answer's fields and tables in reading order, in the writer's language."""
    cells = []
    for block in answer.blocks:
        match block:
            case Fields(fields=fields):
                cells += [field.cell for field in fields]
            case Table(rows=rows):
                cells += [cell for row in rows for cell in row]
            case _:
                pass
    return [
        writer.figure(cell.value)
        for cell in cells
        if isinstance(cell.value, Money | Shares | Percent | Points | Multiple | Count)
    ]
