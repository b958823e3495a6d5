"""Draws one frame of a person from the templates."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.colour import GLASS, SHADE, WHITE, YELLOW, Rgb, ramp
from frontend.art.people.looks import Figure
from frontend.art.people.templates import BEARD, BODY, HEAD, LEGS, REACHING, SITTING, SKIRT, STYLES

WIDTH, HEIGHT = 20, 28
"""Of every frame, in pixels, outline included."""
FOOT = 26 / HEIGHT
"""Where the feet stand, as a part of the height."""
DIRECTIONS = ("down", "up", "left", "right")
STEPS = (0, 1, 0, 2)
"""Stand, left foot, stand, right foot."""
ARMS = ("", "reach", "raise")
"""What arms do: hang, reach forward, or one of them up."""
SHOES = ramp(40, 0.05, 0.24, 0.42, 3)
APRON = ramp(80, 0.02, 0.75, 0.97, 3)
BAG = ramp(60, 0.08, 0.34, 0.60, 3)
HATS = frozenset({"hat", "straw hat", "sun hat", "cap", "beanie", "headscarf", "hijab"})
INK: Rgb = (46, 32, 60)


def palette(person: Figure) -> dict[str, Rgb]:
    return {
        "H": person.hair[1], "h": person.hair[0], "L": person.hair[2],
        "S": person.skin[2], "s": person.skin[1], "M": person.skin[0], "E": INK,
        "T": person.top[1], "t": person.top[0], "l": person.top[2],
        "P": person.bottom[1], "p": person.bottom[0], "B": SHOES[1], "b": SHOES[0],
    }  # fmt: skip


def walking(person: Figure, direction: str, step: int) -> Canvas:
    """`step` 0 stands, 1 and 2 put a foot forward."""
    if direction == "right":
        return walking(person, "left", step).flipped()
    body = Canvas(18, 26)
    legs = LEGS["left" if direction == "left" else "down"][step]
    skirted = "skirt" in person.extras or "dress" in person.extras
    if skirted:
        legs = tuple(row.replace("P", "S").replace("p", "s") for row in legs)
    body.art(2, 20, legs, palette(person))
    _torso(body, person, direction, step, 14)
    if skirted:
        body.art(2, 18, SKIRT[direction], palette(person))
    _clothes(body, person, direction, 14)
    body.blit(head(person, direction), 1, 1 if step else 2)
    return _framed(body)


def standing(person: Figure, direction: str, arms: str) -> Canvas:
    """On the spot, its arms at something."""
    if direction == "right":
        return standing(person, "left", arms).flipped()
    body = Canvas(18, 26)
    legs = LEGS["left" if direction == "left" else "down"][0]
    skirted = "skirt" in person.extras or "dress" in person.extras
    if skirted:
        legs = tuple(row.replace("P", "S").replace("p", "s") for row in legs)
    body.art(2, 20, legs, palette(person))
    _upper(body, person, direction, arms, 14)
    if skirted:
        body.art(2, 18, SKIRT[direction], palette(person))
    body.blit(head(person, direction), 1, 2)
    if arms == "raise":
        _raised(body, person, direction, 14)
    return _framed(body)


def sitting(person: Figure, direction: str, arms: str = "") -> Canvas:
    if direction == "right":
        return sitting(person, "left", arms).flipped()
    body = Canvas(18, 26)
    _upper(body, person, direction, arms, 15)
    body.art(2, 20, SITTING[direction], palette(person))
    body.blit(head(person, direction), 1, 3)
    if arms == "raise":
        _raised(body, person, direction, 15)
    return _framed(body)


CHIN = 17
"""Rows of a lying frame down to the chin, which lies on the pillow's lower edge."""


def lying(person: Figure, asleep: bool = True) -> Canvas:
    """The head on a pillow and the body's shape under the bed's own quilt. Its foot is the chin."""
    drawn = head(person, "down", asleep=True) if asleep else head(person, "down")
    whole = Canvas(WIDTH, CHIN + 16)
    mound = Canvas(WIDTH, CHIN + 16).rounded(4, CHIN, 11, 15, WHITE)
    mound.pixels[mound.pixels[..., 3] > 0, 3] = 44
    mound.rect(13, CHIN + 2, 2, 12, SHADE, 80).rect(5, CHIN + 14, 9, 1, SHADE, 80).rect(
        5, CHIN, 8, 1, WHITE, 90
    )
    mound.rect(7, CHIN + 4, 1, 8, SHADE, 40)
    return whole.blit(mound, 0, 0).blit(
        drawn.cropped(0, 0, 18, 16).outlined().cropped(0, 0, WIDTH, CHIN), 0, 0
    )


def _upper(body: Canvas, person: Figure, direction: str, arms: str, y: int) -> None:
    """Torso, arms and what is worn over them."""
    if arms == "reach":
        body.art(2, y, REACHING[direction], palette(person))
    else:
        _torso(body, person, direction, 0, y)
    if arms == "raise" and direction != "left":
        side = 13 if direction == "down" else 4
        body.clear(side if side > 9 else 3, y + 2, 2, 3)
    _clothes(body, person, direction, y)


def _raised(body: Canvas, person: Figure, direction: str, y: int) -> None:
    """An arm up beside the head, or forward and up as seen from the side."""
    sleeve, hand = person.top, person.skin[2]
    if direction == "left":
        body.rect(4, y + 1, 2, 2, sleeve[1]).rect(3, y, 2, 2, sleeve[1]).rect(2, y - 2, 2, 3, sleeve[0])
        body.rect(1, y - 4, 2, 2, hand)
        return
    for_down = direction == "down"
    x = 13 if for_down else 3
    step = 1 if for_down else -1
    body.rect(x, y, 2, 2, sleeve[1]).rect(x + step, y - 3, 2, 4, sleeve[1 if for_down else 0])
    body.rect(x + step, y - 5, 2, 2, hand)


def head(person: Figure, direction: str, asleep: bool = False) -> Canvas:
    """18 x 18, the chin at row 13; the template sits one pixel below the top."""
    colours = palette(person)
    hatted = bool(person.extras & HATS) and not asleep
    canvas = Canvas(18, 18).art(1, 1, HEAD[direction], colours)
    for x, y, letter in STYLES.get(person.style, {}).get(direction, ()):
        if y > 4 or not hatted:
            canvas.px(1 + x, 1 + y, colours[letter])
    if person.style == "bun" and not hatted:
        _bun(canvas, person, 8 if direction != "left" else 10)
    if person.style in ("bald", "shaved"):
        _bald(canvas, person, direction)
    if asleep:
        for x in (4, 9):
            canvas.rect(1 + x, 8, 1, 1, person.skin[2]).rect(x, 9, 3, 1, person.skin[0])
    _face(canvas, person, direction, asleep)
    if not asleep:
        _headgear(canvas, person, direction)
    return canvas


def _bun(canvas: Canvas, person: Figure, x: int) -> None:
    canvas.oval(x, 2, 3.2, 2.4, person.hair[1]).rect(x - 2, 4, 4, 1, person.hair[0]).rect(
        x - 2, 1, 2, 1, person.hair[2]
    )


def _bald(canvas: Canvas, person: Figure, direction: str) -> None:
    """A bare crown, with hair left around the ears."""
    bare = canvas.pixels[0:7, :, 3] > 0
    canvas.pixels[0:7][bare, :3] = person.skin[2]
    canvas.px(5, 2, WHITE).px(6, 2, WHITE).px(5, 3, WHITE)
    if direction == "up":
        canvas.rect(3, 7, 11, 2, person.hair[1])


def _face(canvas: Canvas, person: Figure, direction: str, asleep: bool) -> None:
    if direction == "up":
        return
    front = direction == "down"
    if "beard" in person.extras:
        canvas.art(1, 10, BEARD[direction], palette(person))
    if "moustache" in person.extras or "mustache" in person.extras:
        canvas.rect(6 if front else 3, 10, 5 if front else 4, 1, person.hair[1])
    if "earrings" in person.extras:
        for x in (2, 13) if front else (9,):
            canvas.px(x, 10, YELLOW[3])
    if "glasses" in person.extras and not asleep:
        frame = (52, 44, 70)
        for x in (4, 9) if front else (3,):
            canvas.frame(x, 7, 3, 4, frame).rect(x + 1, 8, 1, 2, GLASS)
        if front:
            canvas.rect(7, 8, 2, 1, frame)
        else:
            canvas.rect(6, 8, 4, 1, frame)


def _headgear(canvas: Canvas, person: Figure, direction: str) -> None:
    trim, side = person.trim, direction == "left"
    if person.extras & {"straw hat", "hat", "sun hat"}:
        canvas.clear(0, 0, 18, 5)
        canvas.rect(5 if side else 4, 1, 8, 3, trim[2]).rect(5 if side else 4, 3, 8, 1, person.top[1])
        canvas.rounded(0, 4, 16, 2, trim[1]).rect(1, 4, 14, 1, trim[2])
    elif person.extras & {"cap", "beanie"}:
        canvas.rounded(3 if side else 2, 1, 12, 4, trim[1]).rect(4, 1, 6, 1, trim[2]).rect(
            2, 5, 12, 1, trim[0]
        )
        if side and "cap" in person.extras:
            canvas.rect(0, 5, 5, 1, trim[0])
    elif person.extras & {"headscarf", "hijab"}:
        canvas.rect(2, 2, 12, 4, trim[1]).rect(4, 1, 7, 1, trim[2]).rect(2, 6, 2, 6, trim[1])
        canvas.rect(12 if not side else 9, 6, 2 if not side else 5, 6, trim[0])
        if direction == "up":
            canvas.rect(3, 6, 10, 6, trim[1]).rect(5, 12, 6, 1, trim[0])
    elif person.extras & {"flower", "ribbon", "bow"}:
        canvas.rect(11, 3, 3, 2, trim[2]).px(12, 3, WHITE)


def _torso(body: Canvas, person: Figure, direction: str, step: int, y: int) -> None:
    rows = list(BODY[direction])
    if step and direction == "left":
        rows[4] = "....tTTTTSt....." if step == 1 else "...StTTTTtt....."
    elif step:
        swing = list(rows[4])
        swing[2 if step == 1 else 11] = "."
        rows[4] = "".join(swing)
    body.art(2, y, rows, palette(person))


def _clothes(body: Canvas, person: Figure, direction: str, y: int) -> None:
    side = direction == "left"
    if "apron" in person.extras:
        if direction == "up":
            body.rect(5, y + 3, 8, 1, APRON[1]).rect(8, y + 3, 2, 3, APRON[1])
        elif side:
            body.rect(6, y + 1, 3, 6, APRON[2]).rect(6, y + 6, 3, 1, APRON[1])
        else:
            body.rect(7, y + 1, 4, 5, APRON[2]).rect(6, y + 3, 6, 3, APRON[2]).rect(7, y + 6, 4, 1, APRON[1])
            body.px(7, y, APRON[1]).px(10, y, APRON[1])
    if "scarf" in person.extras:
        width = 6 if side else 8
        body.rect(5, y - 1, width, 2, person.trim[1]).rect(5, y, width, 1, person.trim[0])
        if direction == "down":
            body.rect(11, y, 2, 4, person.trim[1])
    if person.extras & {"satchel", "bag"}:
        if direction == "down":
            for i in range(5):
                body.px(5 + i + i // 3, y + i, BAG[1])
            body.rect(10, y + 4, 4, 4, BAG[1]).rect(10, y + 4, 4, 1, BAG[2])
        elif direction == "up":
            for i in range(5):
                body.px(11 - i, y + i, BAG[1])
            body.rect(4, y + 4, 4, 4, BAG[1]).rect(4, y + 4, 4, 1, BAG[2])
        else:
            body.rect(8, y + 3, 4, 4, BAG[1]).rect(8, y + 3, 4, 1, BAG[2])
    if "tie" in person.extras and direction == "down":
        body.rect(8, y, 2, 1, person.trim[0]).rect(8, y + 1, 2, 3, person.trim[1])


def _framed(body: Canvas) -> Canvas:
    return body.outlined().cropped(0, 0, WIDTH, HEIGHT)
