import type { Words } from '../en/index.ts';

const closeness = (value: number): string =>
  value <= -0.6
    ? 'verhasst'
    : value < -0.15
      ? 'fern'
      : value <= 0.15
        ? 'gleichgültig'
        : value < 0.6
          ? 'lieb'
          : 'sehr nah';

/** The residents read the words of the examples: those are the town's, not the page's. */
export const palette: Words['palette'] = {
  looking: 'Was sich alles tun lässt …',
  search: 'Was möchtest du tun?',
  searchExample: 'Feuer, Gerücht, Regen …',
  nothingFound: 'So etwas gibt es nicht. Versuch ein anderes Wort.',
  families: { world: 'Die Welt', minds: 'In einem Kopf', people: 'Leute' },
  back: 'Alles, was sich tun lässt',
  choose: 'Auswählen …',
  nothing: {
    object: 'Erst den Ort wählen',
    closed: 'Kein Ort ist geschlossen',
    resident: 'Erst auswählen, wer',
    commitment: 'Hat keine Verabredung',
  },
  leftOut: {
    place: 'Die ganze Stadt',
    resident: 'Alle',
    source: 'Niemand: es bleibt ein Geheimnis',
    importance: 'Wie die Stadt es bewertet',
    goal: 'Ein neues',
    reason: 'Nichts',
  },
  statuses: { open: 'Offen', reached: 'Erreicht', dropped: 'Aufgegeben' },
  closeness: (value) => `${closeness(value)} (${value.toFixed(2).replace('.', ',')})`,
  preview: 'Vorschau',
  noticed: 'Was bekommen die Leute mit?',
  when: {
    label: 'Wann',
    now: 'Jetzt',
    later: 'Zu einer Uhrzeit',
    clock: 'Uhrzeit in der Stadt',
    thatIs: (day, clock) => `Das ist: ${day}, ${clock}.`,
  },
  doIt: 'Tun',
  schedule: 'Vormerken',
  doing: 'Geschieht …',
  done: (clock) => `Geschehen um ${clock}.`,
  scheduled: (day, clock) => `So wird es sein: ${day}, ${clock}.`,
  look: 'Ansehen',
  whoKnows: 'Wer weiß davon?',
  nobodyYet: 'Noch hat es niemand aufgenommen; lass die Uhr ein wenig laufen.',
  kinds: {
    announce: {
      title: 'Etwas ausrufen',
      does: 'Worte, die alle an einem Ort hören.',
      noticed:
        'Wer wach und dort ist, merkt es sich, reagiert vielleicht und erzählt es weiter. Sonst weiß es niemand.',
      fields: { place: 'Wer es hört', text: 'Worte' },
      examples: { text: 'Free cake at the café!' },
      preview: ({ place, text }) =>
        `${place === '' ? 'Alle, die wach sind,' : `Alle hier (${place})`} hören: „${text}“`,
    },
    set_object: {
      title: 'Ein Ding verändern',
      does: 'Versetzt ein Ding in jeden Zustand, in Worten.',
      noticed: 'Wer es im Blick hat, sieht es, kümmert sich vielleicht darum, sagt es weiter oder geht.',
      fields: { object: 'Ding', state: 'Sein neuer Zustand, in Worten' },
      examples: { state: 'burning' },
      preview: ({ object, state }) => `Von da an ist ${object}: ${state}.`,
    },
    set_weather: {
      title: 'Das Wetter machen',
      does: 'Regen, Schnee, Nebel oder Hitze über der ganzen Stadt.',
      noticed: 'Wer draußen ist, merkt es und geht vielleicht hinein; alle anderen, wenn sie herauskommen.',
      fields: { weather: 'Wetter' },
      examples: {},
      preview: ({ weather }) => `Das Wetter wird: ${weather}.`,
    },
    request: {
      title: 'Die Spielleitung bitten',
      does: 'Um alles, in eigenen Worten; erst wird entschieden.',
      noticed: 'Nichts von der Bitte; was daraus wird, als wäre es von Hand geschehen.',
      fields: { text: 'Was so sein soll', by: 'Wer bittet', at_once: 'Ohne Vorschau' },
      examples: { text: 'Let a storm come up.' },
      preview: ({ text }) => `Die Spielleitung entscheidet: „${text}“`,
    },
    close_place: {
      title: 'Einen Ort schließen',
      does: 'Niemand darf hinein, auch das Personal nicht, bis du ihn wieder öffnest.',
      noticed: 'Wer darin ist, geht. Wer es nicht weiß, kommt an die Tür, liest den Grund und plant neu.',
      fields: { place: 'Ort', reason: 'Was an der Tür steht' },
      examples: { reason: 'a burst pipe' },
      preview: ({ place, reason }) =>
        `Für alle geschlossen: ${place}${reason === '' ? '' : `; an der Tür steht: „${reason}“`}.`,
    },
    open_place: {
      title: 'Einen Ort wieder öffnen',
      does: 'Nimmt zurück, dass du ihn geschlossen hast.',
      noticed: 'Wer draußen in der Nähe ist, sieht es; die anderen finden ihn offen, wenn sie das nächste Mal kommen.',
      fields: { place: 'Ort' },
      examples: {},
      preview: ({ place }) => `Wieder offen, zu den üblichen Zeiten: ${place}.`,
    },
    move_resident: {
      title: 'Jemanden versetzen',
      does: 'Jemand ist von einem Augenblick auf den anderen woanders.',
      noticed:
        'Die Person wundert sich, sieht sich zehn Minuten um und merkt es sich. Gespräche enden; wer schlief, wacht auf.',
      fields: { resident: 'Wen', place: 'Wohin' },
      examples: {},
      preview: ({ resident, place }) => `${resident} ist plötzlich hier: ${place}.`,
    },
    whisper: {
      title: 'Als innere Stimme flüstern',
      does: 'Ein Gedanke, den jemand für den eigenen hält und dem er folgen kann.',
      noticed:
        'Die Person geht vielleicht, wohin er führt, spricht mit jemandem oder nimmt sich etwas vor. Sonst hört ihn niemand.',
      fields: { resident: 'Wem', text: 'Der Gedanke' },
      examples: { text: 'You should invite everybody to dinner.' },
      preview: ({ resident, text }) => `${resident} denkt: „${text}“`,
    },
    plant_memory: {
      title: 'Eine Erinnerung einpflanzen',
      does: 'Jemand erinnert sich von nun an an etwas.',
      noticed: 'Von jemandem gehört, wird es weitererzählt wie Klatsch; als eigene Vergangenheit bleibt es für sich.',
      fields: {
        resident: 'Wem',
        text: 'Woran erinnert wird, als Satz über die Person',
        source: 'Wer es erzählt hat',
        importance: 'Wichtigkeit, 1 bis 10',
      },
      examples: { text: 'The mill will be sold in June.' },
      preview: ({ resident, text, source }) =>
        `${resident} erinnert sich${source === '' ? '' : `, gehört von ${source}`}: „${text}“`,
    },
    edit_goal: {
      title: 'Ein Ziel geben oder ändern',
      does: 'Etwas, das jemand will, neu oder anders.',
      noticed: 'Es steht der Person bei allem vor Augen, was sie entscheidet. Sonst weiß es niemand.',
      fields: { resident: 'Wem', goal: 'Welches Ziel', text: 'Das Ziel', status: 'Was daraus wird' },
      examples: { text: 'win the baking prize' },
      preview: ({ resident, text, status }) =>
        status === 'reached'
          ? `${resident} hat das erreicht: ${text}.`
          : status === 'dropped'
            ? `${resident} gibt das auf: ${text}.`
            : `${resident} hat dieses Ziel: ${text}.`,
    },
    edit_relationship: {
      title: 'Eine Beziehung ändern',
      does: 'Was jemand für einen anderen empfindet. Nur in einer Richtung.',
      noticed:
        'Die Person kennt die andere beim Namen und merkt sich den Satz. Die andere sieht nur, wie man sie behandelt.',
      fields: { resident: 'Wer empfindet', other: 'Für wen', closeness: 'Wie nah', note: 'In einem Satz' },
      examples: { note: 'They went to school together.' },
      preview: ({ resident, other, closeness: close }) =>
        `Für ${resident} ist ${other} ${closeness(Number(close))} (${Number(close).toFixed(2).replace('.', ',')}).`,
    },
    edit_persona: {
      title: 'Umschreiben, wer jemand ist',
      does: 'Wesen, Alter, Geschichte oder Sorgen: alles außer dem Namen.',
      noticed:
        'Niemand erfährt es. Wo sich Wesen oder Sorgen ändern, wird der Tag neu geplant; ein Gespräch geht weiter, und die nächsten Worte sind die der Person, die sie jetzt ist.',
      fields: {
        resident: 'Wen',
        traits: 'Wesen',
        age: 'Alter',
        about: 'Wer sie ist',
        currently: 'Was sie gerade beschäftigt',
        greeting: 'Wie sie grüßt',
      },
      examples: { currently: 'Wants to win the prize for bread.', greeting: 'Ahoy!' },
      preview: ({ resident, ...now }) =>
        `${resident} ist ab jetzt: ${Object.values(now)
          .filter((part) => part !== '')
          .join(' · ')}`,
    },
    set_mind: {
      title: 'Bestimmen, wer denkt',
      does: 'Der eingebaute Verstand, ein Modell, oder was der Augenblick verlangt.',
      noticed: 'Niemand merkt es.',
      fields: { resident: 'Für wen', mind: 'Welcher Verstand' },
      examples: {},
      preview: ({ resident, mind }) => `Wer von nun an für ${resident === '' ? 'alle' : resident} denkt: ${mind}.`,
    },
    speak_as: {
      title: 'In einer Rolle sprechen',
      does: 'Eine Reporterin, ein Prüfer: Worte ohne Körper in der Stadt.',
      noticed:
        'Die Person antwortet, merkt sich Worte und Rolle und erkennt die Rolle wieder. Wer daneben steht, hört mit.',
      fields: { role: 'Wer spricht', to: 'Zu wem', text: 'Worte' },
      examples: { role: 'A reporter', text: 'What is new in town?' },
      preview: ({ role, to, text }) => `${role} sagt zu ${to}: „${text}“`,
    },
    step_into: {
      title: 'In eine Rolle schlüpfen',
      does: 'Du handelst für jemanden; der eigene Verstand entscheidet nichts.',
      noticed: 'Niemand merkt es; die Person erinnert sich an alles als ihr eigenes Tun.',
      fields: { resident: 'In wen', visitor: 'Wer handelt', name: 'Unter welchem Namen' },
      examples: {},
      preview: ({ resident }) => `Du handelst für ${resident}.`,
    },
    make_commitment: {
      title: 'Zwei verabreden',
      does: 'Zwei sind sich einig, zusammen irgendwo zu sein.',
      noticed:
        'Beide erinnern sich daran, planen dafür und denken rechtzeitig daran. Sie halten es ein oder brechen es wissentlich.',
      fields: {
        resident: 'Wer einlädt',
        other: 'Mit wem',
        what: 'Was es ist',
        place: 'Wo',
        start: 'Wann es beginnt',
        minutes: 'Wie lange, in Minuten',
      },
      examples: { what: 'a walk around the pond' },
      preview: ({ resident, other, what, place, start }) =>
        `${resident} und ${other} sind verabredet: ${what}, ${place}, ${start}.`,
    },
    cancel_commitment: {
      title: 'Eine Verabredung absagen',
      does: 'Jemand nimmt zurück, was vereinbart war.',
      noticed:
        'Wer hingegangen wäre, weiß, dass es ausfällt, und plant den Tag neu. Von wem es ausgeht, der sagt für alle ab.',
      fields: { resident: 'Wer absagt', commitment: 'Was' },
      examples: {},
      preview: ({ resident, commitment }) => `${resident} sagt ab: ${commitment}.`,
    },
    add_resident: {
      title: 'Jemanden einziehen lassen',
      does: 'Jemand Neues zieht in die Stadt: per Formular, in Worten oder aus einer Datei.',
      noticed: 'Die Mitbewohner und Bekannten kennen die Person; allen anderen ist sie fremd.',
      fields: { newcomer: 'Wer kommt' },
      examples: {},
      preview: () => 'Jemand zieht ein.',
    },
    remove_resident: {
      title: 'Jemanden fortgehen lassen',
      does: 'Jemand verlässt die Stadt für immer.',
      noticed:
        'Wer in Sichtweite ist, sieht es; wer zusammen wohnt, arbeitet oder verabredet ist, erfährt davon. Erinnerungen bleiben.',
      fields: { resident: 'Wer fortgeht' },
      examples: {},
      preview: ({ resident }) => `${resident} verlässt die Stadt für immer. Gespräche enden, Verabredungen entfallen.`,
    },
  },
};
