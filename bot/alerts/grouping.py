"""Alerts that one event set off, told as one message with its parts: a close moves several rules on one company. Pure.

The first is the message; the others are parts of it. Each stays an episode of its own, whose later news is told
beneath the message; what people do about the message they do about all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.alerts import episodes
from bot.answer import Notice
from bot.delivery import Delivery
from bot.episode import Episode
from bot.text import Message, Raw

MOST_PARTS = 15
"""More of them at once are a storm, which has a summary of its own."""

Key = tuple[str, str]


def grouped(posts: Sequence[Delivery], by_key: dict[Key, Episode]) -> list[Delivery]:
    """Returns posts with those of one event put together; the episodes they begin are changed where they are.

    Together goes what is told to the same places of companies in common, value by value.
    """
    groups = [g for g in _groups(posts, by_key) if 1 < len(g) <= MOST_PARTS]
    lead_of: dict[Key, Key] = {}
    for group in groups:
        lead, *members = group
        said = by_key[lead]
        lines = tuple(Notice(_part(by_key[key])) for key in members)
        opening = replace(said.opening, blocks=(*said.opening.blocks, *lines))
        by_key[lead] = replace(said, opening=opening, parts=tuple(key for _, key in members))
        for key in members:
            by_key[key] = replace(by_key[key], lead=said.key)
            lead_of[key] = lead
    leads = set(lead_of.values())
    return [
        replace(each, document=episodes.shown(by_key[key])) if key in leads else each
        for each in posts
        if (key := (each.workspace, each.episode)) not in lead_of or each.act != "post"
    ]


def parts_of(post: Delivery) -> list[Message]:
    """Returns what the parts of a message say, each as args `headline` and `id`; none of an ordinary one."""
    return [b.sentence for b in post.document.blocks if isinstance(b, Notice) and b.sentence.key == "alert-part"]


def _groups(posts: Sequence[Delivery], by_key: Mapping[Key, Episode]) -> list[list[Key]]:
    found: list[tuple[object, set[str], list[Key]]] = []
    for each in posts:
        key = (each.workspace, each.episode)
        episode = by_key.get(key)
        first = each.act == "post" and each.lane == "value" and each.alert == each.episode
        if episode is None or not first or not episode.companies:
            continue
        told = (episode.workspace, frozenset(episode.places), episode.language)
        near = [g for g in found if g[0] == told and (g[1] & set(episode.companies) or key in g[2])]
        companies = set(episode.companies).union(*(g[1] for g in near))
        keys = [k for g in near for k in g[2]]
        found = [g for g in found if g not in near]
        found.append((told, companies, keys if key in keys else [*keys, key]))
    return [keys for _, _, keys in found]


def _part(episode: Episode) -> Message:
    return Message("alert-part", {"headline": episode.opening.headline, "id": Raw(episode.id)})
