"""The data as files to reuse: pure functions from the Corpus to CSV, JSON and datapackage.json.

`tables` are what there is, `formats` write one table, `package` describes all of them.
"""

from exports.package import About, files
from exports.tables import tables

__all__ = ["About", "files", "tables"]
