"""A static research website made of policy briefs: claims, comparisons, timelines, a ledger, a bibliography.

Data flows one way: load, rules, pages / citations / exports, engine, publish. HACKING.md draws it."""
