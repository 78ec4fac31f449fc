"""Times that a sentence only mentions: the committee tomorrow, the piece of 25 June, the close of the debut."""

from __future__ import annotations

import re

_ASIDES: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("day",), re.compile(
        r"(?<!\w)(?:have to|need to|got to|gotta|must|i'll|we'll|going to|presenting|speaking|meeting|publishing"
        r"|pitching"
        r"|flying|i'm on|we're on)(?!\w).{0,40}?(?P<aside>(?:on|this|next|by) (?:mon|tues|wednes|thurs|fri|satur"
        r"|sun)day)(?!\w)"
    )),
    (("first",), re.compile(
        r"(?P<aside>(?<!\w)first (?:trading )?(?:day|session))(?= (?:[\w-]+ ){0,3}?(?:can|could|may|might"
        r"|are allowed|allowed|able"
        r"|free|is free)(?!\w))"
    )),
    (("day", "night", "tomorrow", "week", "month", "morning", "noon", "evening", "am", "pm"), re.compile(
        r"(?<!\w)(?:(?:for|before|ahead of|in time for|by) )?(?:my|our|the|a|an|his|her|their|this|tomorrow's|today's|"
        r"tonight's|friday's|monday's) (?:[\w-]+ ){0,2}?(?:meeting|committee|call|pitch|memo|deck|board|lunch|dinner"
        r"|slot"
        r"|interview|seminar|bulletin|edition|show|podcast|newsletter|deadline|stand-?up|presentation|review"
        r"|print run)(?: (?:is|on|at|this|next|by|for|coming|tomorrow|today|tonight|monday|tuesday|wednesday|thursday"
        r"|friday|week|month|morning|afternoon|evening|\d+(?:am|pm)?))+(?!\w)"
    )),
    (("june",), re.compile(
        r"(?<!\w)(?:(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?june|june \d{1,2}(?:st|nd|rd|th)?)(?: 2026)?)(?='?s? (?:text"
        r"|article"
        r"|piece|column|essay|write-?up|story|op-?ed)(?!\w))"
    )),
    (("now",), re.compile(
        r"(?:^|[.,;:!]|(?<!\w)ok|(?<!\w)and|(?<!\w)so) ?(?P<aside>(?:right )?now)(?=,? (?:with|by|do|make|rank|show"
        r"|add|only"
        r"|just|without|try|flip|halve|double|say|same|drop|compare|for|in|on|what about|the|suppose|assume"
        r"|imagine|if|put|sort|give|exclude|leave|take|switch)(?!\w))"
    )),
    (("first", "debut", "day"), re.compile(
        r"(?<!\w)(?:(?:below|under|above|over|past|beneath|through) |(?:rewind|wind|roll|turn|reset"
        r"|back)(?: [\w']+){0,3} to )"
        r"(?P<aside>(?:its |the |their )?(?:first[- ]day|debut|day[- ]one|first)(?: trading)?(?: day)?(?:'s)? "
        r"(?:close|level|price|print)(?!\w))"
    )),
    (("day",), re.compile(r"(?<!\w)(?:mon|tues|wednes|thurs|fri|satur|sun)day,?(?= (?:the )?\d{1,2}(?:st|nd|rd"
               r"|th)? (?:of )?(?:jan|feb"
               r"|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
               r"|dec)[a-z]* \d)")),
)  # fmt: skip
"""With the letters one of which a text must hold, so that most sentences pay nothing."""


def without_asides(small: str) -> str:
    """Returns a text in small letters with times blanked that the question is not of; places stay places."""
    for letters, pattern in _ASIDES:
        if not any(said in small for said in letters):
            continue
        for match in pattern.finditer(small):
            start, end = match.span("aside" if "aside" in pattern.groupindex else 0)
            small = small[:start] + " " * (end - start) + small[end:]
    return small
