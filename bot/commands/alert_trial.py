"""/alert test: a message marked as a test, by the way that a real one goes, to every channel of an alert."""

from __future__ import annotations

from bot.alerts import saying
from bot.answer import Answer, Block, Notice
from bot.commands import alert_proof
from bot.commands.deed import Deed
from bot.commands.desk import Desk
from bot.delivery import Delivery, delivery_key
from bot.rule import ReleaseWatch, Rule
from bot.text import Message, Raw


def tested(rule: Rule, desk: Desk) -> Deed:
    """Returns a marked test of an alert for each of its channels, and that it is on its way.

    Quiet hours and budgets do not hold it back: somebody waits to see it.
    """
    words = saying.rule_words(rule, desk.names.vocabulary)
    blocks: list[Block] = [Notice(Message("alert-test-note", {"id": Raw(rule.id)}), "warning")]
    if isinstance(rule.watch, ReleaseWatch):
        blocks.append(alert_proof.coming(rule, desk))
    elif rule.subject is not None:
        blocks.append(alert_proof.standing(alert_proof.proof(rule, desk).now(desk)))
    document = Answer(Message("alert-test", {"rule": words}), tuple(blocks))
    key = f"test:{rule.id}:{desk.now.iso}"
    sent = tuple(
        Delivery(
            key=delivery_key(key, desk.workspace, place, "post", 1),
            alert=key,
            workspace=desk.workspace,
            rule=rule.id,
            destination=place,
            lane="notice",
            act="post",
            document=document,
            language=rule.language,
            due_at=desk.now,
            next_attempt_at=desk.now,
            episode=key,
        )
        for place in rule.destinations
    )
    said = Message("alert-test-sent", {"count": len(sent), "rule": words})
    return Deed(Answer(said, (Notice(Message("alert-test-look")),), visible_to="asker"), tests=sent)
