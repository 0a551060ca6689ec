"""The commands of ``reestr``, a file each: ``run`` with its options, ``EXAMPLE`` for its help.

``run`` returns the exit code. Imports of the extractor stand inside it: the help of all commands starts without them.
"""
