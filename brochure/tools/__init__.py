"""Outside programs and libraries, one file each; the only room that starts programs."""
