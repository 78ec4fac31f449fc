"""What Slack's words for no mean to a delivery: docs.slack.dev/reference/methods/chat.postMessage, errors."""

from __future__ import annotations

from bot.delivery import ClosedError, Reach, UnansweredError, Why

BAD_BLOCKS = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "only_one_table_allowed", "msg_too_long"}
)
NO_LOOKUP = frozenset({"missing_scope", "no_permission", "not_allowed_token_type", "invalid_cursor"})
"""Refusals of a look-up that say nothing of the channel: posting may go on all the same."""

_UNCLEAR = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
"""Slack's own faults: "It's possible some aspect of the operation succeeded before the error was raised"."""

_MEANT: dict[str, tuple[Why, Reach]] = {
    "channel_not_found": ("channel_gone", "channel"),
    "is_archived": ("channel_archived", "channel"),
    "not_in_channel": ("not_in_channel", "channel"),
    "channel_is_limited_access": ("forbidden", "channel"),
    "restricted_action": ("forbidden", "channel"),
    "restricted_action_read_only_channel": ("forbidden", "channel"),
    "restricted_action_thread_only_channel": ("forbidden", "channel"),
    "no_permission": ("forbidden", "channel"),
    "messages_tab_disabled": ("forbidden", "channel"),
    "user_is_bot": ("forbidden", "channel"),
    "cannot_reply_to_message": ("forbidden", "delivery"),
    "restricted_action_non_threadable_channel": ("forbidden", "delivery"),
    "thread_not_found": ("channel_gone", "delivery"),
    "message_not_found": ("nothing_to_edit", "delivery"),
    "cant_update_message": ("nothing_to_edit", "delivery"),
    "edit_window_closed": ("nothing_to_edit", "delivery"),
    "missing_scope": ("forbidden", "team"),
    "access_denied": ("forbidden", "team"),
    "ekm_access_denied": ("forbidden", "team"),
    "team_access_not_granted": ("team_gone", "team"),
    "account_inactive": ("token_refused", "team"),
    "invalid_auth": ("token_refused", "team"),
    "not_authed": ("token_refused", "team"),
    "token_revoked": ("token_refused", "team"),
    "token_expired": ("token_refused", "team"),
    "org_login_required": ("token_refused", "team"),
    "two_factor_setup_required": ("token_refused", "team"),
}


def closed(method: str, code: str) -> ClosedError | UnansweredError:
    """Returns the error that a refusal is to a delivery; the code is its last word."""
    if code in _UNCLEAR:
        return UnansweredError(f"{method} {code}")
    why, reach = _MEANT.get(code, ("refused", "delivery"))
    return ClosedError(why, reach, f"{method} {code}")
