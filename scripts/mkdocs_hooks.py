"""The hook of mkdocs.yml: registers briefsite's plugin, so that nothing has to be installed."""

from briefsite.engine.plugin import on_config as on_config
