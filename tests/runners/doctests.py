"""python doctests.py: runs the examples in the docstrings of the installed package; needs nothing else."""

import doctest
import importlib
import pkgutil
import sys

import namro


def main() -> int:
    """Run every module's examples; ``__main__`` would start the command line."""
    names = [module.name for module in pkgutil.iter_modules(namro.__path__, "namro.")]
    modules = [namro, *(importlib.import_module(name) for name in names if not name.endswith("__main__"))]
    results = [doctest.testmod(module) for module in modules]
    failed = sum(result.failed for result in results)
    print(f"{sum(result.attempted for result in results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
