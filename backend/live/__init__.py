"""The live channel: one hub a watched town, which reads its news once and sends it to every page that watches."""
