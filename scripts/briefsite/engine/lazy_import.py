"""Modules that packages of ours import and never use here, loaded only if somebody does use them."""

import importlib.util
import sys


def put_off(name: str) -> None:
    """Let `import name` cost nothing until an attribute of the module is asked for."""
    if name in sys.modules or (spec := importlib.util.find_spec(name)) is None:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
