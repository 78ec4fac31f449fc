"""The chats' contract on Slack's and Discord's stand-ins and on the fake that other tests deliver to."""

from __future__ import annotations

import functools

import pytest

from tests.adapters.deliver.rooms import discord_room, fake_room, slack_room
from tests.contracts.chats import ChatContract, Open


class TestSlack(ChatContract):
    @pytest.fixture
    def rooms(self) -> Open:
        return slack_room


class TestDiscord(ChatContract):
    @pytest.fixture
    def rooms(self) -> Open:
        return discord_room


class TestFakeLikeSlack(ChatContract):
    @pytest.fixture
    def rooms(self) -> Open:
        return fake_room


class TestFakeLikeDiscord(ChatContract):
    @pytest.fixture
    def rooms(self) -> Open:
        return functools.partial(fake_room, 100.0)
