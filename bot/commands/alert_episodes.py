"""Living with what was told: /alert open, ack, snooze, resolve and log, each of an episode by its id."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.alerts import episodes
from bot.alerts.closes import VENUES, next_close
from bot.alerts.ladder import DEFAULT_ZONE, zones_of
from bot.alerts.timing import local_instant
from bot.analysis.moments import Moment
from bot.analysis.releases import releases
from bot.answer import Answer, Cell, Choice, Column, Field, Fields, Prose, Table
from bot.call import Ask
from bot.commands.alert_proof import book_of
from bot.commands.deed import Deed
from bot.commands.desk import Desk
from bot.days import Day, Instant
from bot.episode import Acknowledge, Episode, MarkEpisode, Resolve, Snooze
from bot.errors import ProblemError
from bot.facts.book import Needs
from bot.rule import MORNING, Rule
from bot.text import Message, Raw, folded

VERBS = ("ack", "snooze", "resolve", "log")
LONGEST_DAYS = 366
_CLOSE = re.compile(r"(?:until )?(?:the )?next close|(?:until )?close|(?:到)?(?:下次|下一次)?收盘")
_UNLOCK = re.compile(r"(?:until )?(?:the )?unlock|(?:到)?解禁(?:日)?")
_FOR = re.compile(
    r"(?:for )?(?P<n>\d{1,4}) ?(?:(?P<m>m|min|mins|minutes?|分钟)|(?P<h>h|hours?|小时|个小时)|(?P<d>d|days?|天))"
)
_UNTIL = re.compile(r"(?:until|到|至) ?(?P<day>\d{4}-\d{2}-\d{2})(?: (?P<hour>\d{1,2}:\d{2}))?")


def listed(desk: Desk) -> Answer:
    """Returns what goes on in a workspace: what was told, whose it is, until when it is silent."""
    found = desk.episodes.going_on(desk.workspace) if desk.episodes else ()
    if not found:
        return Answer(Message("episodes-none"), visible_to="asker")
    rows = tuple(
        (
            Cell(Raw(e.id)),
            Cell(e.opening.headline),
            Cell(Message("plain", {"text": e.opened_at})),
            Cell(Message("plain", {"text": episodes.member(e.owner)}) if e.owner else None),
            Cell(Message("plain", {"text": e.snooze.until}) if e.snooze else None),
        )
        for e in found
    )
    columns = tuple(
        Column(Message(key))
        for key in ("column-episode", "column-happened", "column-since", "column-owner", "column-silent-until")
    )
    said = Message("episodes-listed", {"count": len(found)})
    return Answer(said, (Table(Message("episodes-caption"), columns, rows),), visible_to="asker")


def marked(verb: str, name: str, words: str, desk: Desk) -> Deed:
    """Returns what a person does about an episode, or its record.

    Raises ProblemError for an episode that is not there or over, and for a time that is none.
    """
    episode = _named(name, desk)
    if verb == "log":
        return Deed(_record(episode))
    if episode.resolved_at is not None:
        after = episodes.lasting(episode.opened_at, episode.resolved_at)
        raise ProblemError(Message("episode-is-over", {"after": after}), f"/alert log {episode.id}", "/alert open")
    by, now = desk.call.person, desk.now
    match verb:
        case "ack":
            mark: Acknowledge | Snooze | Resolve = Acknowledge(by)
        case "resolve":
            mark = Resolve(by)
        case _:
            if not words.strip():
                return Deed(_until_when(episode, desk))
            mark = _snooze(episode, folded(words.strip()), desk)
    after_it = episodes.marked(episode, mark, now)
    done = after_it.record[-1].what if after_it != episode else Message("episode-yours-already")
    answer = Answer(done, (Prose((episode.opening.headline,)),), visible_to="asker")
    return Deed(answer, episodes=(MarkEpisode(episode.id, mark),))


def closed_with(rule: Rule, desk: Desk) -> tuple[MarkEpisode, ...]:
    """Returns the changes that close what a rule told and nobody will follow any more."""
    found = desk.episodes.going_on(desk.workspace) if desk.episodes else ()
    return tuple(MarkEpisode(e.id, Resolve(desk.call.person)) for e in found if e.rule == rule.id)


def _named(name: str, desk: Desk) -> Episode:
    found = desk.episodes.find(desk.workspace, folded(name)) if desk.episodes and name else None
    if found is None:
        raise ProblemError(Message("episode-not-there", {"words": Raw(name[:40])}), "/alert open", outcome="clarify")
    return found


def _record(episode: Episode) -> Answer:
    rows = tuple((Cell(Message("plain", {"text": h.at})), Cell(h.what)) for h in episode.record)
    columns = (Column(Message("column-when")), Column(Message("column-happened")))
    fields = [Field(Message("field-rule"), Cell(Raw(episode.rule)))]
    if episode.extreme_value is not None:
        fields.append(Field(Message("field-extreme"), Cell(episode.extreme_value)))
    said = Message("episode-record", {"headline": episode.opening.headline})
    return Answer(said, (Fields(tuple(fields)), Table(Message("episode-record-caption"), columns, rows)))


def _until_when(episode: Episode, desk: Desk) -> Answer:
    """The times one can choose from, each as a button."""
    asked = [("choice-until-close", "close"), ("choice-for-day", "1 day"), ("choice-for-week", "7 days")]
    if _unlock(episode, desk) is not None:
        asked.insert(0, ("choice-until-unlock", "unlock"))
    choices = tuple(Choice(Message(key), Ask("alert", f"snooze {episode.id} {words}")) for key, words in asked)
    said = Message("episode-until-when", {"headline": episode.opening.headline})
    return Answer(said, choices=choices, visible_to="asker")


def _snooze(episode: Episode, words: str, desk: Desk) -> Snooze:
    by, now = desk.call.person, desk.now
    zone = _zone(episode, desk)
    if _CLOSE.fullmatch(words):
        return Snooze(by, _close(episode, desk), "close")
    if _UNLOCK.fullmatch(words):
        unlock = _unlock(episode, desk)
        if unlock is None:
            steps = (f"/alert snooze {episode.id} close", f"/alert snooze {episode.id} 1 day")
            raise ProblemError(Message("episode-no-unlock"), *steps)
        return Snooze(by, unlock, "unlock")
    if match := _FOR.fullmatch(words):
        unit = "minutes" if match["m"] else "hours" if match["h"] else "days"
        return Snooze(by, _within(Instant(now.at + timedelta(**{unit: int(match["n"])})), episode, desk))
    if match := _UNTIL.fullmatch(words):
        try:
            until = local_instant(Day.of(match["day"]), (match["hour"] or MORNING).rjust(5, "0"), zone)
        except ValueError:
            raise ProblemError(Message("no-such-day", {"words": Raw(words[:40])}), "/alert open") from None
        return Snooze(by, _within(until, episode, desk))
    steps = (f"/alert snooze {episode.id} close", f"/alert snooze {episode.id} 2 hours")
    raise ProblemError(Message("episode-no-time", {"words": Raw(words[:40])}), *steps, outcome="clarify")


def _within(until: Instant, episode: Episode, desk: Desk) -> Instant:
    if not desk.now.at < until.at <= desk.now.at + timedelta(days=LONGEST_DAYS):
        steps = (f"/alert snooze {episode.id} 1 day", f"/alert resolve {episode.id}")
        raise ProblemError(Message("episode-too-far", {"count": LONGEST_DAYS}), *steps)
    return until


def _close(episode: Episode, desk: Desk) -> Instant:
    """The next close of the exchange on which the first listed company of an episode trades, else of Hong Kong's."""
    book = book_of(desk, Needs(episode.companies, (), bars=False))
    listed = next((listing for c in episode.companies for listing in book.listings.get(c, ())), None)
    zone = listed.zone if listed is not None else DEFAULT_ZONE
    return next_close(desk.now, zone, book.sessions.get(listed.venue if listed is not None else VENUES[zone]))


def _unlock(episode: Episode, desk: Desk) -> Instant | None:
    """The morning of the unlock that an episode is about, else of the next one of its companies."""
    if episode.unlock is not None and episode.unlock.at > desk.now.at:
        return episode.unlock
    rule = _rule(episode, desk)
    if rule is None or not episode.companies:
        return None
    book = book_of(desk, Needs(episode.companies, ("shares_in_issue",), bars=True, holdings=True))
    zone = _zone(episode, desk)
    today = desk.now.day_in(zone)
    moment = Moment(today, today, desk.now)
    coming = (r for c in episode.companies for r in releases(book, c, today, today.plus(LONGEST_DAYS), moment))
    mornings = (local_instant(r.first_session or r.first_free_day, rule.morning, zone) for r in coming)
    return min((at for at in mornings if at.at > desk.now.at), default=None)


def _rule(episode: Episode, desk: Desk) -> Rule | None:
    kept = desk.rules.of(desk.workspace) if desk.rules else ()
    return next((k.rule for k in kept if k.rule.id == episode.rule), None)


def _zone(episode: Episode, desk: Desk) -> str:
    """The zone of an episode's rule, else of the exchange that it looks at."""
    rule = _rule(episode, desk)
    if rule is not None and rule.zone:
        return rule.zone
    book = book_of(desk, Needs(episode.companies, (), bars=False))
    return next(iter(zones_of(book).values()), DEFAULT_ZONE)
