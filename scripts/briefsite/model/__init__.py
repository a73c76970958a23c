"""What is known: records, the Corpus, dates, addresses, words. Reads, writes and prints nothing."""
