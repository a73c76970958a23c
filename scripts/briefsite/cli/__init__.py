"""The command line: a module for each command of build.py, with `arguments(parser)` and `run(args) -> int`.

`args` holds, besides the command's own, `root` (the project's folder), `settings` (BuildSettings)
and `command` (the command's name).
"""
