"""Pictures drawn at build time as SVG."""
