"""What the project knows: records, the Corpus, dates, addresses, words. Reads, writes and prints nothing."""
