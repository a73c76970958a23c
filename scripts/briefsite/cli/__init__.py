"""The command line: a module for each command, with `arguments(parser)` and `run(args) -> int`,
and what several of them need.

`args` holds, besides the command's own, `root` (the project's folder), `settings` (BuildSettings)
and `command` (the command's name).
"""
