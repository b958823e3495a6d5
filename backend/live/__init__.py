"""The live channel: one hub a watched town, which reads its news once for all pages that watch."""
