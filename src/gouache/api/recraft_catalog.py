"""What the server has to offer, in the Recraft dialect and those that share its paths: styles, models, status."""

from __future__ import annotations

from gouache.api.recraft_replies import BasicStyle, BasicStyles, Info, ModelCard, ModelList, Pricing, User
from gouache.ledger.accounts import OPEN, Accounts
from gouache.ledger.keys import Caller
from gouache.vocabulary.models import MODELS, Card, card, cards
from gouache.vocabulary.prices import price
from gouache.vocabulary.styles import style_id, styles

UNLIMITED = 1_000_000_000


def basic_styles() -> BasicStyles:
    """Every style of both models, with the `style_id` by which a request may name it."""
    return BasicStyles(
        styles=[
            BasicStyle(style_id=style_id(family, style), style=style.style, substyle=style.substyle, model=family)
            for family in ("recraftv3", "recraftv2")
            for style in styles(family)
        ]
    )


async def user(accounts: Accounts, caller: Caller) -> User:
    """The account of a caller; that of an open server never runs out and says so by a large number."""
    left = UNLIMITED if caller.name == OPEN else await accounts.balance(caller.account)
    return User(id=str(caller.account), credits=left, name=caller.name)


def model_list(table: str) -> ModelList:
    """All models, priced by a price table."""
    return ModelList(data=[_model_card(entry, table) for entry in cards()])


def one_model(name: str, table: str) -> ModelCard | None:
    """The model of an id or alias."""
    found = card(name)
    return _model_card(found, table) if found else None


def _model_card(entry: Card, table: str) -> ModelCard:
    kind = MODELS[entry.model.id].only or "raster"
    units = price("images.generations", entry.model.family, kind, 1, table)
    return ModelCard(
        id=entry.model.id,
        created=entry.created,
        name=entry.name,
        description=entry.description,
        input_modalities=["text", "image"] if entry.model.family == "recraftv3" else ["text"],
        output_modalities=["image"],
        pricing=Pricing(image=f"{units / 1000:g}"),
        aliases=list(entry.aliases),
        info=Info(name=entry.name, developer="Recraft", description=entry.description),
        tags=[],
    )
