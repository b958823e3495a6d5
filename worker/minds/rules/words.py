"""Lists of plain English words."""

from __future__ import annotations

_OPENERS = """
the a an there this that these those it its he she they we you his her their our your my some many several
few every everyone everybody all both no nobody none one two three four five six on in at by for from with
next last tomorrow today tonight yesterday soon somebody someone something people most another since after
before when while if because as only each any free new old
"""
OPENERS = frozenset(_OPENERS.split())
"""Words that begin with a capital only because a sentence begins with them."""

_STOP = """
the and you your are was were what when where why who how which that this there have has had with from
about into does did can could will would should tell know say think any some our their his her him she
they them for not but all one out get got let please just now here today yesterday tomorrow going been
being much many very more want like mean really ever never always something anything everything someone
anyone everybody thing things
"""
STOP = frozenset(_STOP.split())
"""Words by which nobody looks for a memory."""

_DAYS = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
September October November December I
"""
DAYS = frozenset(_DAYS.split())
"""Capital words that are no person's name."""

_COMMON = """
that this with from have heard told will been they them their there what when your about into know says
said saw noticed you'll want tell something seems word good morning afternoon evening hello just over some
more than here
"""
COMMON = frozenset(_COMMON.split())
"""Words that two lines may share without telling the same."""

_VERBS = """
looks takes follows practises practices invites asks tells tries gathers wants gives gets goes thinks finds
learns writes reads makes keeps carries believes remembers prepares teaches wonders sells sends says sees knows means
lives streams pins wins hears walks counts
"""
VERBS = frozenset(_VERBS.split())
"""Verbs in the third person, which a second clause about the same subject may begin with."""
