"""How good and how fast the assignment is, beside other ways to answer the same question.

``python -m bench`` draws instances from seeds, gives each to every method in a process of its
own, lets the independent judge of ``dispatch.routing`` value every plan, and writes
``docs/benchmarks.md``. Nothing in ``dispatch`` imports this package.
"""
