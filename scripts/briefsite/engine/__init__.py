"""The only room that knows MkDocs: one plugin, a build's context, the theme's patches, search.

MkDocs is known to plugin, mkdocs_build, mkdocs_messages, bibtex_adapter and live_reload; the theme
to theme_patches; what they call knows neither.
"""
