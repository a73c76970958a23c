"""The only room that knows an engine: a build's context, the resolved tree, what finishes a site.

MkDocs is known to plugin, mkdocs_build, mkdocs_messages, bibtex_adapter and live_reload, its forks
to engine_choice; the theme to theme_internals; what they call knows neither.
"""
