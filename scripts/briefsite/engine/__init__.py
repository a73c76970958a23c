"""The only room that knows MkDocs: one plugin, the build's context, the theme's patches, references, search."""
