"""The vocabulary of `concern`: plain English stems for what alarms, what puzzles and what pleases people.

Each table is a list of stems; a stem matches every word that begins with it. A stem that ends in "." matches
that word alone ("rat." is not "rate"). Nothing here knows any scenario.
"""

from __future__ import annotations

DANGER = """
ablaze aflame afire burn. burns. burnt burning blaz blaze flame. flames. flaming fire. fires. inferno scorch
smoulder smolder smoke. smoky smoking smokes. gas. gases. fume. fumes. explod explos bomb. bombs. detonat
erupt electrocut electrif shock. sparking sparks. sparked spark. shorting overheat boilover poison toxic
venom acid. radioactiv radiation asbestos carbon flood flooded submerg drown deluge avalanche landslide
sinkhole quake earthquake tornado hurricane lightning blood bloodst bleed bleeding corpse dead. death. dying
die. died. murder kill. killed killer injur wound hurt. gore knife. knives. gun. guns. weapon shot. shooting
stab attack violen threat danger deadly lethal fatal hazard unsafe collaps cave-in caving crumbl tottering
toppl unstable bursting burst ruptur emergency alarm alarms. screaming scream. screams. evacuat panic sos.
help.
"""
"""Runs a risk to life or house; 1.0."""

DAMAGE = """
broke. broken breaks. breaking smash shatter crack cracked fractur snapp splinter dent dented bent. warped
buckl torn. tear. tearing rip. ripped rips. ripping shred slash slashed gash cut-up punctur pierc perforat
destroy demolish wreck ruin vandal defac graffiti scrawl scratch scraped gouge chew chewed gnaw bitten
eaten-up crush flatten mangl maul batter bash trampl mash. mashed malfunction defect fault faulty fail
failed failing jam. jammed jamming stuck wedged seiz stall stalled dead-battery bust busted loose. loosen
wobbl detach dislodg unhing unscrew fall-apart collapsed fallen fell. tipped tip-over overturn upturn upend
topple capsiz derail sag. sagging lopsided crooked slant tilt leak leaky leaking drip dripp seep ooz gush
spray spurt spill spilt spew pour-out overflow overflown brim-over soak drench sodden waterlog puddl
wet-through inundat melt. melts. melting melted molten frozen freez froze. ice. iced. icy. frost frosted
deforest rust rusted rusting corrod rot. rots. rotten rotting decay mould mold mildew moldy fung fungus putr
spoil spoiled spoilt curdl fester wither wilt wilted decompos stale.
"""
"""Something is being lost or harmed; 0.75."""

PESTS = """
ant. ants. rat. rats. mouse. mice. roach cockroach beetle bug. bugs. bedbug flea fleas. lice. louse. tick.
ticks. wasp hornet bee. bees. fly. flies. maggot worm. worms. termite moth. moths. mosquito gnat spider
cobweb spiderweb snake viper scorpion centipede slug. slugs. snail leech locust cricket. crickets. vermin
rodent pigeon gull. gulls. seagull crow. crows. raven bat. bats. fox. foxes. raccoon skunk badger boar.
wolf. wolves. bear. bears. lion. lions. tiger crocodil alligator shark. sharks. monkey gorilla elephant
frog. frogs. toad toads. lizard squirrel goat. goats. cow. cows. pig. pigs. horse. horses. geese goose
hedgehog crab. crabs. jellyfish octopus hen. hens. infest swarm swarming crawl crawling teem teeming overrun
nesting nest. nests. insect
"""
"""Animals where one does not expect them; 0.7."""

DIRT = """
dirty filth filthy grim. grimy grime soil soiled stain stained smear smudg muddy mud. muck mucky grease.
greasy sooty soot. ash. ashes. slime slimy goo. gooey gunk sludg sewage vomit feces faeces excrement dung
manure poop urine pee. spit. phlegm trash garbage rubbish litter junk debris rubble dust. dusty grubby messy
mess. clutter squalid splatter spatter splash. splashed sticky gluey tar. tarred oily scum blot clog clogged
block. blocked blocking blockage backed-up obstruct barricad chok overgrown weedy
"""
"""Somebody ought to clean or clear it; 0.55."""

NUISANCE = """
stink stinks. stench reek smelly pong. odour odor pungent foul rancid acrid nasty disgust nause revolt
gross. noise noisy loud loudly. bang. banging clang clank rattl screech squeal squeak shriek howl. howls.
howling wail grind grinding grinds. buzz. buzzing hiss hissing roar. roaring rumbl groan moan moaning whine
whining thump thud knock knocking beep beeping blar siren shake. shakes. shaking tremb trembl vibrat quiver
shudder jolt lurch flicker flashing strob twitch convuls
"""
"""It bothers one's nose, ears or peace; 0.5."""

WRONG = """
stolen steal. theft thief thieves. rob. robbed robber burgl loot ransack missing gone. lost. vanish
disappear absent. empty-hand removed swapp stripped taken-away kidnap trespass intrud intruder stranger.
forced pried lockpick unlock sabotag tamper hack. hacked hoax forg counterfeit cheat strange odd. oddly
weird peculiar unusual unexpected unexplain inexplic mysteri eerie creepy spooky haunt ghost uncanny bizarre
surreal supernatur paranormal demon possessed cursed curse. hex. magic. enchant alien aliens. ufo. monster
zombie skeleton skull bone. bones. glow. glows. glowing luminous luminesc phosphor fluoresc levitat float.
floats. floating hover. hovers. hovering transparent invisible translucent pulsat throb tentacle slither
whisper whispers. whispering speaking-in talking-by mutter chant. chanting alive. breath-by shrink shrunk
shrinking growing-tall gigantic enormous bulg swollen swell bloat expand inflat multipl duplicat transform
mutat upside-down inside-out backward reversed suspicious sinister omin forbidding abandon desert. deserted
unattended forgotten locked-in trapped trap. traps. hostage wrong. wrongly awry amiss haywire berserk mad.
crazy insane chaos chaotic disarray ransom wild. wildly
"""
"""It is not as it should be and nobody knows why; 0.6."""

ODD_COLOURS = """
green. purple. blue. violet. orange. pink. turquoise. neon.
"""
"""Alarming only beside another puzzling word ("glowing green")."""

WEAK = """
smell smells. smelling scent old. worn. worn-out shabby faded dim. dimly dark. cold. chilly damp. wet. moist
hot. scalding steam-by slow. slowly late. delayed closed-for shut-down crowded cramped low. thin. bare.
blank. unfinished half-broken untidy unmade
"""
"""Barely worth a look, and not at all beside something pleasant; 0.2."""

PLEASANT = """
clean. cleaned cleaner. cleaning cleanly spotless scrub scrubbed swept wash. washed polish polished shiny
shine. shining shines. gleam glisten sparkl spark-ling glitter tidy tidied tidily neat neatly orderly
arranged organis organiz sorted straightened dusted-off wiped mopped vacuumed fresh fresh. freshly refresh
new. newly brand-new renew renovat refurbish restor repaired repair-ed fixed mended mend. patched serviced
tuned oiled sharpened replaced improv upgrad painted varnish waxed decorat adorn garland ribbon festiv
festoon flower blossom bloom bouquet rose. roses. tulip candlelit candle candles. lantern cosy cozy
comfortable comfy comfort soft. softly warm warm. warmly toasty snug beautiful beautif pretty lovely nice.
nicely pleasant delightful charming elegant splendid gorgeous wonderful magnificent superb perfect delicious
tasty appetis appetiz sweet. fragrant perfum aromatic golden crisp ripe. juicy homemade bright. brightly
sunny sunlit well-lit illuminated glowing-warm cheerful merry happy joyful colourful colorful welcoming
inviting friendly calm. calmly peaceful quiet. quietly serene tranquil safe. safely secure. secured sturdy
solid-ly steady stable healthy thriving lush ready. prepared stocked restocked refilled gift gifts.
present-wrapped wrapped treat. treats. cake. cakes. cookie cookies. chocolate biscuit free-of-charge good.
great. fine. well. excellent best. better. smooth. smoothly working. works. functioning operational intact
undamaged unharmed whole. complete. completed
"""
"""Plainly pleasant, or simply in order; -0.6."""

NEUTRAL = """
idle. on. off. open. opened opening closed. close. closing shut. locked. unlocked. occupied used. using use.
in-use busy. available vacant free. empty. full. half. quarter filled filling waiting running. run. runs.
going. on-hold standing sitting lying resting paused started starting stopped. stop. brew brewing cook
cooking cooked bake baking baked boil boiling simmer fry. frying roast toast toasting steaming steam.
heating heated heat. chilled cooling cool. cooled drying dry. dried draining drained rinsing washing
soaking-in kneading rising dough bread breads. coffee tea. teas. soup stew meal meals. food. foods. dish.
dishes. plate plates. cup. cups. mug. mugs. glass. glasses. bottle bottles. pot. pots. pan. pans. kettle
table tables. chair chairs. cloth tablecloth blanket sheet sheets. pillow curtain book books. paper papers.
page pages. letter letters. note. notes. newspaper magazine map. maps. picture pictures. photo poster box.
boxes. basket bag. bags. tool. tools. toolbox part. parts. bicycle bike. wheel wheels. engine machine lamp.
lamps. light. lights. lit. switched turned laid. made. put. placed hung. moved. stacked piled folded spread
tune tunes tunes. emitting covered chime chiming squeaky. set. playing play. music song. radio television
tv. showing show. displaying display ticking tick-ing ringing rung. counting humming hum. spinning spin.
turning reading writing drawing painting sewing knitting typing studying teaching talking chatting speaking
singing dancing eating drinking sleeping slept. being served serving selling sold. bought priced weighed
paid. count. reserved booked taken. shared lent. left. kept. customer customers. people. person guest
guests. visitor visitors. child children. water. milk. juice. sugar salt. flour egg. eggs. butter cheese
apple apples. fruit fruits. vegetable vegetables. plant plants. leaf leaves. grass wood. wooden metal stone.
stones. brick plastic leather wool cotton. sand. red. white. black. brown. grey. gray. yellow. silver.
colour color. large. small. big. little. tall. short. long. round. square. heavy. wide. narrow. high.
middle. left-hand right. usual normal ordinary plain. simple. common. regular same. first. second. third.
last. next. one. two. three. four. five. six. seven. eight. nine. ten. many. few. some. several more. most.
less. any. each. every. both. all. other. today. tomorrow. morning evening night. noon. hour hours. minute
minutes. day. days. week.
"""
"""Ordinary words of a household or a shop; 0."""

FUNCTION = """
a an the of in on at to by for from with without and or but as is are was were be been being am it its it's
his her hers their theirs my our your this that these those there here some any into onto over under up down
out off through across between behind beside near around about again still just now then so very quite
rather really almost nearly already yet soon currently apparently seemingly somehow has have had having do
does did doing will would can could shall should may might must get gets getting got gotten who which what
he she they them him we us i you someone somebody something everyone everybody everything anything inside
outside itself themselves like than too also only while when where because if
"""
"""Words that carry no meaning of their own."""

NEGATIONS = """
not no never nothing nobody none neither nor cannot cant won't wont can't isn't isnt doesn't doesnt don't
dont didn't hasn't haven't wasn't weren't aren't refuses refusing fails failing unable hardly barely without
lacks lacking
"""
"""What turns a good word bad ("not working") and a bad word harmless ("not leaking")."""

RESOLVED = (
    "not any more", "free of", "cleared of", "cleaned of", "put out", "extinguished",
    "under control", "has stopped", "stopped leaking", "safe again", "fine again", "working again",
    "repaired", "fixed", "mended",
)  # fmt: skip
"""The trouble is over."""

PHRASES: tuple[tuple[str, float], ...] = (
    ("on fire", 1.0), ("in flames", 1.0), ("up in smoke", 1.0), ("about to blow", 1.0), ("caved in", 1.0),
    ("short circuit", 1.0), ("falling down", 0.9), ("coming down", 0.7), ("falling apart", 0.8),
    ("falling over", 0.7), ("fallen over", 0.7), ("knocked over", 0.7), ("tipped over", 0.7),
    ("pushed over", 0.7), ("turned over", 0.6), ("lying on its side", 0.6), ("on its side", 0.6),
    ("upside down", 0.65), ("inside out", 0.6), ("on its head", 0.6), ("back to front", 0.5),
    ("wrong way", 0.55), ("out of order", 0.65), ("out of service", 0.6), ("out of control", 0.9),
    ("out of place", 0.5), ("out of use", 0.5), ("out of ink", 0.3), ("out of stock", 0.4),
    ("out of tune", 0.45), ("ran out", 0.45), ("run out", 0.45), ("running out", 0.45), ("used up", 0.4),
    ("run dry", 0.45), ("boiling over", 0.7), ("boiled over", 0.6), ("spilling over", 0.7),
    ("running over", 0.6), ("brimming over", 0.6), ("pouring out", 0.7), ("pouring with", 0.7),
    ("in pieces", 0.8), ("to pieces", 0.8), ("in bits", 0.8), ("in ruins", 0.9), ("in two", 0.7),
    ("in half", 0.6), ("come off", 0.65), ("came off", 0.65), ("coming off", 0.6), ("come loose", 0.6),
    ("fallen off", 0.65), ("broken off", 0.75), ("a hole in", 0.65), ("full of holes", 0.75),
    ("holes in", 0.65), ("broken into", 0.85), ("break in", 0.85), ("taken apart", 0.5), ("by itself", 0.6),
    ("on its own", 0.55), ("of its own accord", 0.6), ("for no reason", 0.6), ("all by themselves", 0.6),
    ("under water", 0.9), ("under a foot of", 0.85), ("ankle deep", 0.8), ("knee deep", 0.85),
    ("sinking", 0.8), ("sunk", 0.7), ("turned to stone", 0.8), ("made of cheese", 0.6),
    ("turned into", 0.5), ("cut off", 0.55), ("switched off by", 0.4), ("given up", 0.5),
    ("power cut", 0.6), ("no power", 0.6), ("no water", 0.6), ("no light", 0.5), ("gone out", 0.5),
    ("blown out", 0.5), ("blown up", 1.0), ("stops working", 0.65), ("stopped working", 0.65),
    ("won't stop", 0.65), ("will not stop", 0.65), ("does not stop", 0.6), ("won't close", 0.6),
    ("won't open", 0.6), ("won't start", 0.6), ("acting up", 0.55), ("playing up", 0.55),
    ("on the blink", 0.6), ("someone has written", 0.6), ("written all over", 0.65), ("scribbled on", 0.6),
    ("wet paint", 0.3), ("do not touch", 0.5), ("keep out", 0.5), ("smells of", 0.35),
    ("smelling of", 0.35), ("smells like", 0.35), ("smell of", 0.35),
)  # fmt: skip
"""Several words together that mean more than each."""

COVERINGS = (
    "covered in", "covered with", "covered by", "full of", "filled with", "coated in", "coated with",
    "plastered with", "dripping with", "wrapped in", "buried under", "buried in", "stuffed with",
    "soaked in", "surrounded by",
)  # fmt: skip
"""Something lies on or in it; worth a look unless that is ordinary or pleasant."""
