"""What brochure is measured beside: one file a tool, each as its own documentation has it.

A module has `NAME`, `version()`, `cold(folder, target)`, which gives the command that makes the
file in a new process, and, where the tool has such a way, `warm(folder)` with `SOURCE` (see
`benchmarks.resident`). Only the standard library is imported at the top, as `warm` may run in
another Python than ours. Fonts come from `fonts/` by FONTCONFIG_FILE, as if they were installed.
"""
