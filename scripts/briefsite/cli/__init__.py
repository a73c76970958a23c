"""The command line: a module a command, with `arguments(parser)` and `run(args) -> int`.

`args` holds, besides the command's own, `root` (the project's folder), `settings` (BuildSettings)
and `command` (the command's name).
"""
