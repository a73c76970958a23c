"""All pictures that are files too, by their path in the site."""

from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.pages import actor_pages, agreement_map, forecast_ledger, timeline_pages
from briefsite.pages.charts import picture_file

PICTURE_MODULES = (forecast_ledger, timeline_pages, actor_pages, agreement_map)


def files(corpus: Corpus) -> dict[str, str]:
    """The SVG text of each picture: {"pictures/forecasts-….svg": "<svg…"}."""
    return {
        addresses.picture(picture.name): picture_file.svg(picture, corpus)
        for module in PICTURE_MODULES
        for picture in module.pictures(corpus)
    }
