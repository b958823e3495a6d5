import type { Words } from '../en/index.ts';

/** tests/unit/test_words_for_refusals.py holds it to what the server and the engine refuse. */
export const refusals: Words['refusals'] = {
  names: {
    // Of the engine: what the world does not allow just now.
    StepBlocked: 'Hier geht es nicht weiter.',
    PlaceClosed: 'Hier darfst du gerade nicht hinein: es ist geschlossen oder privat.',
    PlaceFull: 'Hier ist besetzt; warte, bis jemand herauskommt.',
    ResidentAsleep: 'Hier schläft jemand. Sprich mit jemandem, der wach ist, oder warte.',
    WontTalk: 'Man will gerade nicht mit dir reden. Lass etwas Zeit vergehen.',
    TooFar: 'Das ist zu weit weg; geh erst näher heran.',
    AlreadyInTown: 'Du bist schon in der Stadt.',
    NotInTown: 'Du bist nicht mehr in der Stadt.',
    NameTaken: 'So heißt hier schon jemand; wähle einen anderen Namen.',
    TownFull: 'Die Stadt ist voller Besuch; komm wieder, wenn jemand gegangen ist.',
    ObjectTaken: 'Das ist gerade besetzt; warte, bis es frei ist.',
    ObjectUnfit: 'Damit lässt sich das jetzt nicht tun.',
    UnknownUse: 'Dafür ist das nicht da.',
    UnknownResident: 'So jemand wohnt hier nicht.',
    ResidentGone:
      'Diese Person hat die Stadt für immer verlassen. Wähle jemanden, der hier wohnt, oder verzweige davor.',
    LastResident: 'Das ist die letzte Person, die hier wohnt; lass erst jemanden einziehen.',
    UnknownPlace: 'So einen Ort gibt es hier nicht.',
    UnknownObject: 'So ein Ding gibt es hier nicht.',
    StampPassed: 'Dafür ist es zu spät: Die Stadt ist schon weiter. Nimm einen späteren Zeitpunkt.',
    CannotSettle: 'So kann hier niemand einziehen; sieh dir die Angaben noch einmal an.',
    SameResident: 'Das braucht zwei verschiedene Personen.',
    UnknownGoal: 'So ein Ziel hat diese Person nicht; sieh unter „Innenleben“ nach, welche sie hat.',
    UnknownRequest: 'Diese Bitte kennt die Spielleitung nicht mehr; stelle sie noch einmal.',
    NotJudged: 'Die Spielleitung hat noch nicht entschieden oder abgelehnt.',
    AlreadyCarriedOut: 'Das ist schon ausgeführt.',
    UnknownCommitment: 'So etwas hat diese Person nicht vor, oder es ist schon vorbei.',
    AlreadyClosed: 'Das ist schon geschlossen; öffne es erst, um einen anderen Grund zu nennen.',
    NotClosed: 'Das wurde nicht von Hand geschlossen; es gelten die eigenen Öffnungszeiten.',
    SomebodysHome: 'Da wohnt jemand; wähle einen Ort, der niemandes Zuhause ist.',
    AlreadyActedFor: 'Für diese Person handelt gerade schon jemand.',
    NotActingFor: 'Für diese Person handelst du nicht; schlüpfe erst in ihre Rolle.',
    CannotBeDone: 'Das geht gerade nicht; versuche etwas anderes oder später.',
    // Of the page itself.
    NoWay: 'Dorthin führt kein Weg.',
    NobodyNear: 'Niemand ist nah genug, um dich zu hören.',
    Late: 'Die Stadt hat das noch nicht aufgenommen. Vielleicht ist viel los; versuch es noch einmal.',
    Away: 'Der Server antwortet nicht. Nichts ist verloren; versuch es noch einmal, wenn er wieder da ist.',
    // Of the server: who may what, and how much at once.
    'not-signed-in': 'Dazu musst du angemeldet sein. Öffne den Link, den du bekommen hast.',
    'token-refused':
      'Dein Link zählt nicht: Er ist falsch abgeschrieben, abgelaufen oder zurückgenommen. Bitte um einen neuen.',
    'not-allowed': 'Das darfst du in deiner Rolle nicht. Bitte die Regie um einen Link.',
    'not-yourself': 'Sprechen und gehen kannst du nur als du selbst.',
    muted: 'Die Regie hat dir das Wort entzogen. Gehen und zusehen darfst du.',
    removed: 'Du wurdest aus dieser Stadt hinausgeführt. Zusehen darfst du weiter.',
    'foreign-origin': 'Diese Seite kommt nicht vom Server selbst. Öffne die seine.',
    'too-many-requests': 'Das war zu viel auf einmal. Warte einen Augenblick; es ist nichts verloren.',
    'walking-too-fast': 'Nicht so schnell: niemand geht mehr als vier Schritte in der Sekunde.',
    // … what does not fit the town as it is, …
    'name-taken': 'So heißt hier schon jemand; wähle einen anderen Namen.',
    'town-gone': 'Diese Stadt wurde gelöscht. Gründe eine neue.',
    'town-ended': 'Das Leben dieser Stadt ist zu Ende: Zusehen kannst du, ändern lässt sich nichts mehr.',
    'key-reused':
      'Das wurde schon einmal mit anderem Inhalt geschickt. Lade die Seite neu und versuche es noch einmal.',
    'tick-passed': 'Dieser Augenblick ist schon vorbei. Nimm einen späteren.',
    'tick-not-yet': 'So weit hat die Stadt noch nicht gelebt. Nimm einen früheren Augenblick, oder warte.',
    'resident-not-there': 'Zu dieser Zeit war diese Person nicht in der Stadt. Nimm einen anderen Augenblick.',
    'not-one-family': 'Diese beiden Städte haben keine gemeinsame Vergangenheit.',
    'nothing-to-undo': 'Hier gibt es nichts rückgängig zu machen.',
    'town-has-branches': 'Von dieser Stadt gehen Zweige aus. Verwirf erst sie.',
    // … what is not there, …
    'unknown-scenario': 'So ein Szenario gibt es nicht.',
    'unknown-town': 'So eine Stadt gibt es nicht. Die Adresse ist falsch geschrieben, oder die Stadt wurde gelöscht.',
    'unknown-resident': 'So jemand wohnt hier nicht.',
    'unknown-place': 'So einen Ort gibt es hier nicht.',
    'unknown-object': 'So ein Ding gibt es hier nicht.',
    'unknown-bookmark': 'So ein Lesezeichen gibt es nicht; vielleicht hat es jemand entfernt.',
    'unknown-kind': 'So eine Art gibt es nicht.',
    'unknown-visitor': 'Diesen Gast kennt die Stadt nicht.',
    'unknown-token': 'Diesen Link gibt es nicht.',
    'unknown-input': 'Diese Eingabe kennt die Stadt nicht.',
    'unknown-event': 'Dieses Ereignis kennt die Stadt nicht.',
    'unknown-memory': 'Diese Erinnerung hat hier niemand.',
    'unknown-news': 'Diese Neuigkeit gibt es hier nicht.',
    'unknown-call': 'Diesen Aufruf eines Modells gibt es nicht.',
    'unknown-name': 'So eine Adresse hat der Server nicht.',
    'not-found': 'Das gibt es auf diesem Server nicht.',
    // … and what went wrong.
    'day-not-lived': 'Diesen Tag hat die Stadt noch nicht erlebt.',
    'bad-span': 'So ein Stück gibt es nicht: Es endet, ehe es beginnt, oder es ist zu lang.',
    'replay-unready':
      'Es fehlt noch etwas, woraus die Aufzeichnung gemacht wird. Die Regie kann es mit „make setup“ nachholen.',
    'store-unavailable': 'Die Datenbank ist nicht da. Nichts ist verloren; versuche es gleich noch einmal.',
    'service-away': 'Ein Teil des Servers ist nicht da. Nichts ist verloren; versuche es gleich noch einmal.',
    'internal-error': 'Auf dem Server ist etwas schiefgegangen; in seinem Protokoll steht, was.',
    'malformed-json': 'Der Server konnte das nicht lesen. Lade die Seite neu.',
    'method-not-allowed': 'Das geht mit dieser Adresse nicht.',
    'too-large': 'Das ist zu viel auf einmal; kürze es.',
    refused: 'Das nimmt der Server nicht an.',
  },
  faults: {
    'contains control characters; send plain text': 'enthält Steuerzeichen; nimm gewöhnlichen Text',
    "contains marks that change the direction of text or can't be seen; send plain text":
      'enthält unsichtbare Zeichen oder solche, die die Schreibrichtung ändern; nimm gewöhnlichen Text',
    'has accents on top of accents; send plain text': 'häuft Akzente aufeinander; nimm gewöhnlichen Text',
    'is empty; send at least one visible character': 'ist leer; schreibe mindestens ein sichtbares Zeichen',
    "contains markup; use letters, digits, blanks and - ' .":
      "enthält Auszeichnungen; nimm Buchstaben, Ziffern, Leerzeichen und - ' .",
    'has no letter; emoji, digits and signs alone are no name':
      'hat keinen Buchstaben; Emoji, Ziffern und Zeichen allein sind kein Name',
    "contains marks that can't be seen; use letters, digits, blanks and - ' .":
      "enthält unsichtbare Zeichen; nimm Buchstaben, Ziffern, Leerzeichen und - ' .",
    'mixes letters of several scripts that look alike; write it in one':
      'mischt Buchstaben mehrerer Schriften, die sich gleichen; bleibe bei einer',
  },
  unfit: (faults) => `Das passt so nicht: ${faults.join('; ')}.`,
};
