"""What search finds: a record for each thing with an address of its own, from the Corpus alone."""

from finding.labels import labels
from finding.record import Record
from finding.records import generated, records, written

__all__ = ["Record", "generated", "labels", "records", "written"]
