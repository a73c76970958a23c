"""The data as files to reuse: tables, the data package, search records, the feed, JSON Schemas."""
