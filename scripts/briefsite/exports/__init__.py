"""The data as files to reuse: tables in each format, the data package, search records, the feed, JSON Schemas."""
