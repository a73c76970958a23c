"""Which fork of MkDocs 1.x builds the site: decided here alone, before anything imports MkDocs.

ProperDocs keeps MkDocs' modules under its own name. Its import hook, `properdocs.replacement`,
makes every later `import mkdocs…`, ours, the theme's and mkdocs-bibtex's, find ProperDocs.
"""

import sys
from importlib import import_module

from briefsite.engine.build_error import BuildError
from briefsite.model.problems import Problem

ENGINES = ("mkdocs", "properdocs")
LOGGERS = ENGINES
"""The names under which the engines and their plugins log."""


def use(engine: str) -> None:
    """Let this process build with `engine`, one of ENGINES, whatever it imports from now on.

    Raises BuildError when it is not installed, RuntimeError when MkDocs is imported already.
    """
    if engine == "mkdocs":
        return
    if "mkdocs" in sys.modules and sys.modules["mkdocs"].__name__ == "mkdocs":
        raise RuntimeError("the engine must be chosen before MkDocs is imported")
    try:
        import_module("properdocs.replacement")
    except ImportError:
        message = "ProperDocs is not installed"
        hint = "make engines; then .venv-properdocs/bin/python scripts/build.py site --engine …"
        raise BuildError([Problem("requirements-properdocs.txt", 1, message, hint)]) from None
