"""Finding the names in a question of fifteen words with 5,000 and with 50,000 aliases (P23, P24 of the goals)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from rapidfuzz import fuzz, process

from bot.ports import Alias, Vocabulary
from bot.questions.names import Names
from tests.benchmarks.frame import Bench, Contestant
from tests.benchmarks.house import cpu, open_shipped

KNOWN = "how does the market value of zhipu compare with minimax anthropic and openai this week please"
MISTYPED = "how does the market value of zhippu compare with minimax anthropic and openai this week please"
FEW, MANY = 5_000, 50_000
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qi ro su ta ve wi xo yu za".split()


def names_with(vocabulary: Vocabulary, count: int) -> Names:
    """Returns an index with so many made-up aliases of one to three words beside the shipped ones."""
    luck = Random(23)  # noqa: S311  # nothing here is secret
    companies = list(vocabulary.companies)

    def word() -> str:
        return "".join(luck.choices(SYLLABLES, k=luck.randint(2, 4)))

    made = [
        Alias(" ".join(word() for _ in range(luck.randint(1, 3))), luck.choice(companies), "made", ambiguous=False)
        for _ in range(count - len(vocabulary.aliases))
    ]
    return Names(replace(vocabulary, aliases=(*vocabulary.aliases, *made)))


def every_stretch(aliases: list[str], text: str) -> Callable[[], object]:
    """The thing done wrong: every stretch of up to three words is compared with every alias."""
    words = text.split()
    stretches = [" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)]
    return lambda: [process.extractOne(stretch, aliases, scorer=fuzz.ratio) for stretch in stretches]


def benches() -> Iterator[Bench]:
    """Yields both questions on both indexes."""
    with open_shipped() as (house, _):
        vocabulary = house.facts.vocabulary("x")
        few, many = names_with(vocabulary, FEW), names_with(vocabulary, MANY)
        aliases = [alias.text for alias in few.vocabulary.aliases]
        for title, text, times in (("all names known", KNOWN, 200), ("one of them mistyped", MISTYPED, 20)):
            yield Bench(
                f"Names in {len(text.split())} words, {title}",
                "us",
                ours=(Contestant(f"{MANY:,} aliases", cpu(lambda t=text: many.find(t, typos=True), times)),),  # type: ignore[misc]
                reference=Contestant(f"{FEW:,} aliases", cpu(lambda t=text: few.find(t, typos=True), times)),  # type: ignore[misc]
                control=Contestant(f"every stretch against {FEW:,} aliases", cpu(every_stretch(aliases, text), 1)),
                apart=2,
                rounds=9,
            )
