"""The commands of ``townlet``, one file each; ``townlet.cli`` lists them."""
