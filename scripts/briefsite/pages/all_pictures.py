"""All pictures that are files too: on the site by their path, in documents by their name."""

from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.pages import actor_pages, agreement_map, forecast_ledger, timeline_pages
from briefsite.pages.charts import picture_file
from briefsite.pages.charts.picture_file import Picture

PICTURE_MODULES = (agreement_map, forecast_ledger, timeline_pages, actor_pages)
"""Their pictures are files of the site, and stand in documents in the place of what is named by
`data-picture`."""


def files(corpus: Corpus) -> dict[str, str]:
    """The SVG text of each picture: {"pictures/forecasts-….svg": "<svg…"}."""
    return {
        addresses.picture(picture.name): picture_file.svg(picture, corpus)
        for module in PICTURE_MODULES
        for picture in module.pictures(corpus)
    }


def in_documents(corpus: Corpus) -> dict[str, Picture]:
    """Each picture of the documents, by its name."""
    return {
        picture.name: picture for module in PICTURE_MODULES for picture in module.pictures(corpus)
    }
