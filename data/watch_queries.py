"""What the clock asks of the database: what is due, which rules a series touches, what marks the facts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, bindparam, func, select, union_all

from data.episode_tables import EpisodeRow
from data.market_store import PRICES
from data.quiet_tables import QuietRow, SilenceRow
from data.rule_tables import DueRow, RuleLevelRow, RuleRow, RuleStateRow, SeriesRow, TickRow
from data.tables import ClaimRow, EditionRow, table

RULES = "rules"
"""The row of `tick` that says how far rules were put against the facts."""


class Queries:
    """The statements of data.watch_store, built once for each."""

    def __init__(self) -> None:
        rule, state, level, due = table(RuleRow), table(RuleStateRow), table(RuleLevelRow), table(DueRow)
        episode, quiet, silence = table(EpisodeRow), table(QuietRow), table(SilenceRow)
        tick, edition, claim = table(TickRow), table(EditionRow), table(ClaimRow)
        self.waiting: tuple[Select[Any], ...] = (
            select(rule.c.id).limit(1),
            select(episode.c.key).where(episode.c.over.is_(False), episode.c.wake_at.is_not(None)).limit(1),
            select(quiet.c.channel).where(quiet.c.release_at.is_not(None)).limit(1),
            select(silence.c.id).limit(1),
        )
        self.last: Select[Any] = select(tick.c.at, tick.c.mark).where(tick.c.name == RULES)
        parts = select(edition.c.part, edition.c.fingerprint)
        self.shipped: Select[Any] = parts.order_by(edition.c.workspace, edition.c.part)
        self.prices: Select[Any] = select(tick.c.mark).where(tick.c.name == PRICES)
        mine = select(claim.c.workspace, func.count()).where(claim.c.workspace > "")
        self.own: Select[Any] = mine.group_by(claim.c.workspace)
        columns = (
            rule.c.workspace.label("rule_workspace"),
            rule.c.id.label("rule_id"),
            rule.c.document.label("rule_document"),
            state.c.document.label("state_document"),
            state.c.version.label("state_version"),
            state.c.why.label("state_why"),
            state.c.blind_since.label("state_blind_since"),
        )
        of_rule = (state.c.workspace == rule.c.workspace) & (state.c.rule == rule.c.id)
        joined = rule.join(state, of_rule, isouter=True)
        this = [level.c.series == bindparam("series"), level.c.view == bindparam("view")]
        calm = select(level.c.workspace, level.c.rule).where(
            *this, level.c.active.is_(False), level.c.level.between(bindparam("low"), bindparam("high"))
        )
        active = select(level.c.workspace, level.c.rule).where(*this, level.c.active.is_(True))
        hits = union_all(calm, active).subquery()
        self.touched: Select[Any] = select(*columns).select_from(
            hits.join(joined, (hits.c.workspace == rule.c.workspace) & (hits.c.rule == rule.c.id))
        )
        self.of_kind: Select[Any] = (
            select(*columns)
            .select_from(joined)
            .where(rule.c.kind == bindparam("kind"), rule.c.paused.is_(False))
            .order_by(rule.c.workspace, rule.c.id)
        )
        self.due: Select[Any] = (
            select(due, *columns)
            .select_from(due.join(joined, (due.c.workspace == rule.c.workspace) & (due.c.rule == rule.c.id)))
            .where(due.c.at <= bindparam("now"))
            .order_by(due.c.at, due.c.workspace, due.c.rule, due.c.key)
        )
        self.next_due: Select[Any] = select(due.c.at).where(due.c.at > bindparam("after")).order_by(due.c.at).limit(1)
        series = table(SeriesRow)
        held = select(level.c.rule).where(level.c.series == series.c.series, level.c.view == series.c.view)
        self.watched: Select[Any] = select(series).where(held.exists()).order_by(series.c.series, series.c.view)
