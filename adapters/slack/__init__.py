"""Slack: answers as Block Kit."""
