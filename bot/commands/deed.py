"""What a command does beside answering: everything it asks to be written, in one value from the desk to the stores."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer import Answer, Change, SetLanguage
from bot.delivery import Decision, Delivery
from bot.digest import DigestChange
from bot.episode import MarkEpisode
from bot.form import Form
from bot.link import LinkChange
from bot.need import Need
from bot.preferences import SetPreference
from bot.programme import SwitchProgramme
from bot.quiet import QuietChange
from bot.roles import SetRole
from bot.rule import RuleChange


@dataclass(frozen=True, slots=True)
class Deed:
    """What a command that changes something, or only speaks of the bot itself, says and asks to be written.

    `released` is the number of a price that is let in from quarantine, 0 for none; `as_split` says that it is the first
    after a split of the shares, by the ratio that was kept with it. `form` is drawn instead of the answer where a
    platform draws forms. `needs` is what the deed needs of whoever asks for it, None for what its command says.
    """

    answer: Answer
    changes: tuple[Change, ...] = ()
    rules: tuple[RuleChange, ...] = ()
    released: int = 0
    as_split: bool = False
    decisions: tuple[Decision, ...] = ()
    episodes: tuple[MarkEpisode, ...] = ()
    quiet: tuple[QuietChange, ...] = ()
    digests: tuple[DigestChange, ...] = ()
    tests: tuple[Delivery, ...] = ()
    form: Form | None = None
    settings: tuple[SetPreference, ...] = ()
    roles: tuple[SetRole, ...] = ()
    needs: Need | None = None
    links: tuple[LinkChange, ...] = ()
    forgets: bool = False
    programmes: tuple[SwitchProgramme, ...] = ()

    @property
    def writes(self) -> bool:
        """Decides whether anything is to be written."""
        return bool(self.changes) or self.forgets or self._beside_changes

    @property
    def concerns_others(self) -> bool:
        """Decides whether a deed changes what others see or hear; a language is one's own affair."""
        return self._beside_changes or not all(isinstance(change, SetLanguage) for change in self.changes)

    @property
    def _beside_changes(self) -> bool:
        lists = (
            *(self.rules, self.episodes, self.quiet, self.digests, self.programmes),
            *(self.tests, self.decisions, self.settings, self.roles, self.links),
        )
        return any(lists) or bool(self.released)
