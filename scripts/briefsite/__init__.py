"""A static research website made of policy briefs: claims, comparisons, timelines, a ledger.

Data flows one way: load, rules, pages / citations / exports, engine, publish; see HACKING.md."""
