"""Alerts on their way out: one delivery for each place that a rule tells."""

from __future__ import annotations

from bot.alert import Alert, Lane
from bot.answer import Answer
from bot.days import Instant
from bot.delivery import Act, Delivery, delivery_key
from bot.plan import Plan
from bot.rule import ReleaseWatch, Rule


def alert(
    rule: Rule,
    key: str,
    lane: Lane,
    reason: str,
    document: Answer,
    due_at: Instant,
    now: Instant,
    *,
    episode: str = "",
    supersedes: str = "",
) -> Alert:
    """Returns an alert of a rule; without an episode it stands for itself."""
    plan = _plan(rule)
    return Alert(key, rule.workspace, rule.id, lane, reason, due_at, now, document, episode or key, supersedes, plan)


def deliveries(rule: Rule, said: Alert) -> tuple[Delivery, ...]:
    """Returns one delivery of an alert for each of the rule's places; what corrects an earlier one replies to it."""
    act: Act = "reply" if said.supersedes and said.reason == "source_corrected" else "post"
    return tuple(
        Delivery(
            key=delivery_key(said.key, said.workspace, place, act, 1),
            alert=said.key,
            workspace=said.workspace,
            rule=said.rule,
            destination=place,
            lane=said.lane,
            act=act,
            document=said.document,
            language=rule.language,
            due_at=said.due_at,
            next_attempt_at=said.decided_at,
            episode=said.episode,
            plan=said.plan,
        )
        for place in rule.destinations
    )


def _plan(rule: Rule) -> Plan | None:
    """The question whose answer holds the figures of a rule's alerts, by which they are explained where they stand."""
    if rule.subject is not None:
        return Plan("lookup", rule.subject.companies, (rule.subject.measure,))
    if isinstance(rule.watch, ReleaseWatch):
        return Plan("unlocks", rule.watch.companies)
    return None
