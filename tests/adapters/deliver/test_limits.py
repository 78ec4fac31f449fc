"""Fan-outs in simulated time: as fast as the platforms let us, and never refused, whatever their clocks show."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import pytest

from adapters.deliver.gates import Allowance, Gate, Hold, Jitter, Spacing
from adapters.deliver.turnstile import ANSWER, UNLOCK, VALUE, Turnstile, Waiter
from adapters.deliver.window import Window
from adapters.discord.limits_of_posting import PostingLimits as DiscordLimits
from adapters.slack.limits_of_posting import BURST, PER_SECOND
from adapters.slack.limits_of_posting import PostingLimits as SlackLimits
from tests.adapters.deliver.simulated import FixedWindows, Sent, Server, SlidingWindow, Tokens, fan_out

POSTS = 10_000


def on_discord(server: Server, jitter: float, posts: int = POSTS, late: list[float] | None = None) -> Sent:
    measured = Jitter()
    window = Window(50, 1.0, measured)
    requests = [(0.0, "big", f"C{n}") for n in range(posts)]
    requests += [(at, f"small{n}", f"D{n}") for n, at in enumerate(late or [])]
    return fan_out(requests, lambda _owner, _channel: [window], server, jitter, measured.note)


@pytest.mark.parametrize("jitter", [0.0, 0.02, 0.08])
@pytest.mark.parametrize("phase", [0.0, 0.13, 0.37, 0.5, 0.71, 0.99])
def test_ten_thousand_on_discord_in_nearly_the_least_time_and_none_refused(phase: float, jitter: float) -> None:
    server = FixedWindows(50, phase)
    sent = on_discord(server, jitter)
    assert server.refused == 0
    assert (POSTS - 50) / 50 / sent.last >= 0.97


@pytest.mark.parametrize("ahead", [0.05, 0.1, 0.2])
def test_one_that_went_ahead_of_all_others_falls_in_with_them(ahead: float) -> None:
    refused = 0
    for seed in range(1, 6):
        measured, server = Jitter(), FixedWindows(50, 0.71)
        window: list[Gate] = [Window(50, 1.0, measured)]
        requests = [(0.0 if n == 0 else ahead, "big", f"C{n}") for n in range(POSTS)]
        fan_out(requests, partial(_same, window), server, 0.08, measured.note, seed)
        refused += server.refused
    # Where each window's first kept ahead of the others, about one in each run was refused.
    assert refused <= 2


@pytest.mark.parametrize(("at_once", "later"), [(45, 0.15), (35, 0.3), (20, 0.2), (1, 0.5)])
def test_those_that_went_late_go_with_the_others_the_next_time(at_once: int, later: float) -> None:
    measured, server = Jitter(), FixedWindows(50, 0.4)
    window: list[Gate] = [Window(50, 1.0, measured)]
    requests = [(0.0 if n < at_once else later, "big", f"C{n}") for n in range(600)]
    sent = fan_out(requests, partial(_same, window), server, 0.0, measured.note)
    went = sent.went["big"]
    assert server.refused == 0
    assert went[at_once] >= later
    # From the second window on what goes at its beginning goes at once, and one in its middle.
    second = next(n for n, at in enumerate(went) if at > 1)
    pauses = [at for before, at in pairwise(went[second:]) if at - before > 0.03]
    assert len(pauses) <= 2 * len(went) / 50
    assert sent.last <= 12 * 1.02 + later


def test_a_machine_that_stands_still_now_and_then_is_not_refused() -> None:
    refused = 0
    for seed in range(1, 4):
        measured, server = Jitter(), FixedWindows(50, seed / 4)
        window: list[Gate] = [Window(50, 1.0, measured)]
        requests = [(0.0, "big", f"C{n}") for n in range(POSTS)]
        sent = fan_out(requests, partial(_same, window), server, 0.05, measured.note, seed, stalls=0.3)
        refused += server.refused
        assert (POSTS - 50) / 50 / sent.last >= 0.96
    assert refused == 0


def test_a_platform_that_counts_any_second_refuses_hardly_more() -> None:
    server = SlidingWindow(50)
    on_discord(server, 0.0, 2_000)
    assert server.refused == 0


def test_a_sender_without_a_margin_is_refused_in_some_phase() -> None:
    refused = 0
    for phase in (0.03, 0.05, 0.07):
        measured, server = Jitter(), FixedWindows(50, phase)
        bare: list[Gate] = [Window(50, 1.0 / 1.02, measured)]
        fan_out([(0.0, "big", str(n)) for n in range(2_000)], partial(_same, bare), server, 0.08, _unheard)
        refused += server.refused
    assert refused > 0


def test_three_hundred_milliseconds_of_jitter_widen_the_window() -> None:
    server = FixedWindows(50, 0.3)
    sent = on_discord(server, 0.3, 3_000)
    assert server.refused <= 3
    assert 0.85 <= (3_000 - 50) / 50 / sent.last <= 0.97


@pytest.mark.parametrize("jitter", [0.0, 0.03, 0.08])
def test_one_alert_of_another_workspace_waits_less_than_a_window(jitter: float) -> None:
    dues = [5.03 + 1.9 * n for n in range(97)]
    server = FixedWindows(50, 0.2)
    sent = on_discord(server, jitter, late=dues)
    waited = sorted(sent.went[f"small{n}"][0] - due for n, due in enumerate(dues))
    assert server.refused == 0
    # A second and its margin, where nothing of a window is held back for whoever comes after its beginning.
    assert waited[-1] <= 0.85
    assert waited[len(waited) // 2] <= 0.5


def test_what_was_held_back_is_never_twice_in_one_window_of_the_platform() -> None:
    for phase in range(0, 100, 5):
        server = FixedWindows(50, phase / 100)
        on_discord(server, 0.08, 1_500)
        assert server.refused == 0, phase


@pytest.mark.parametrize("jitter", [0.0, 0.08])
def test_slack_teams_are_each_served_at_their_own_pace_using_their_burst(jitter: float) -> None:
    measured = Jitter()
    teams = {f"T{n}": (Allowance(BURST, PER_SECOND), Tokens()) for n in range(5)}
    channels: dict[str, Spacing] = {}
    each = 400

    def gates(owner: str, channel: str) -> list[Gate]:
        return [teams[owner][0], channels.setdefault(channel, Spacing(1.0, measured))]

    class Every:
        def arrive(self, at: float, channel: str) -> None:
            teams[channel.split(":")[0]][1].arrive(at, channel)

    requests = [(n * 1e-6, f"T{team}", f"T{team}:{n % 60}") for n in range(each) for team in range(5)]
    sent = fan_out(requests, gates, Every(), jitter, measured.note)  # type: ignore[arg-type]
    assert sum(server.refused for _, server in teams.values()) == 0
    assert (each - 20) / 5.0 / sent.last >= 0.97


def test_answers_go_first_and_owners_take_turns() -> None:
    stile, gate = Turnstile(), Allowance(1, 1.0)
    for owner, rank in (("a", VALUE), ("a", VALUE), ("b", VALUE), ("c", UNLOCK), ("d", ANSWER)):
        stile.add(Waiter(owner, rank, [gate]))
    order = []
    for second in range(5):
        found = stile.next(float(second))
        assert isinstance(found, Waiter)
        order.append(found.owner)
        assert isinstance(stile.next(float(second)), float)
    assert order == ["d", "c", "a", "b", "a"]


def _same(gates: list[Gate], _owner: str, _channel: str) -> list[Gate]:
    return gates


def _unheard(_seconds: float) -> None:
    return


def test_ten_minutes_of_refusals_make_fewer_than_a_hundred_and_one_answer_ends_them() -> None:
    hold, now, asked = Hold(), 0.0, 0
    hold.refused(now, 1.0)
    while now < 600:
        now += max(hold.wait(now), 0.001)
        if now < 600:
            hold.take(now)
            asked += 1
            assert hold.wait(now) >= 1
            assert hold.wait(now + 29) > 0
            hold.refused(now + 0.05, 1.0)
    assert asked < 100
    assert hold.wait(600) <= 6.6
    hold.take(610)
    hold.answered()
    assert hold.wait(610) == 0.0
    hold.take(610)
    assert hold.wait(610) == 0.0


def test_one_that_asked_and_was_not_answered_is_not_waited_for() -> None:
    hold = Hold()
    hold.refused(100.0, 1.0)
    hold.take(101.0)
    assert hold.wait(101.5) > 0
    hold.given_up(101.5)
    assert hold.wait(102.1) == 0.0


def on_slack_posting() -> tuple[Gate, Callable[[float], object], Callable[[float], object]]:
    limits = SlackLimits(60)
    hold, *_ = limits.of_post("T1", "C1")
    return (
        hold,
        lambda now: limits.refused("T1", reading=False, now=now, seconds=1.0),
        lambda now: limits.given_up("T1", reading=False, now=now),
    )


def on_discord_everywhere() -> tuple[Gate, Callable[[float], object], Callable[[float], object]]:
    limits = DiscordLimits()
    hold, *_ = limits.gates("C1", "POST")
    return hold, lambda now: limits.refused(now, 1.0), lambda now: limits.given_up("C1", "POST", now)


def on_discord_in_a_channel() -> tuple[Gate, Callable[[float], object], Callable[[float], object]]:
    limits = DiscordLimits()
    _, bucket, _ = limits.gates("C1", "POST")
    return (
        bucket,
        lambda now: limits.refused_by("C1", "POST", now, 1.0),
        lambda now: limits.given_up("C1", "POST", now),
    )


@pytest.mark.parametrize("platform", [on_slack_posting, on_discord_everywhere, on_discord_in_a_channel])
def test_on_each_platform_a_probe_without_an_answer_lets_the_next_one_ask(
    platform: Callable[[], tuple[Gate, Callable[[float], object], Callable[[float], object]]],
) -> None:
    gate, refused, given_up = platform()
    refused(100.0)
    gate.take(101.0)
    assert gate.wait(101.5) > 0
    given_up(101.5)
    assert gate.wait(102.1) == 0.0


@pytest.mark.parametrize("seconds", [0.5, 1.0, 3600.0])
def test_a_refusal_is_waited_for_as_long_as_it_says(seconds: float) -> None:
    hold = Hold()
    assert hold.refused(100.0, seconds) >= seconds
    assert hold.wait(100.0 + seconds - 0.01) > 0
