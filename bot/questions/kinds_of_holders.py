"""Kinds of holders that a sentence names: cornerstones, founders, funds, staff."""

from __future__ import annotations

from bot.questions.sentence import Sentence


def kinds_of(s: Sentence) -> list[str]:
    """Returns the kinds of holders a sentence names, each once."""
    small = s.text.lower()
    return [kind for kind, words in _HOLDERS if any(w in small for w in words)]


def holders_of(s: Sentence) -> str | list[str] | None:
    """Returns the kinds of holders a sentence speaks of: one as a word, several as a list."""
    found = kinds_of(s)
    return None if not found else found[0] if len(found) == 1 else found


_HOLDERS = (
    ("state", ("state-owned", "state owned", "state fund", "国资", "国有")),
    ("cornerstone", ("cornerstone", "基石")),
    ("founders", ("founder", "management", "创始人", "管理层", "高管")),
    ("vc", ("financial vc", " vc", "venture", "风投", "财务投资")),
    ("employees", ("employee", "staff share", "员工持股", "员工的")),
    ("pre_ipo", ("pre-ipo", "pre ipo", "上市前", "首次公开发售前")),
    ("strategic", ("strategic", "industrial", "战略投资", "产业资本")),
)
