/** The director's eye: its switch, and in one line why it looks where it looks. */
import { placeName, theThing } from '../../town/addresses.ts';
import type { Sight } from '../../town/watching/sights.ts';
import { visitorId } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { useDesk, type Desk } from './desk.ts';

export function EyeBar() {
  const desk = useDesk();
  const { eye } = desk;
  const says = words().watching.eye;
  const on = eye.on.value;
  const sight = eye.sight.value;
  return (
    <div class="eye-bar">
      <button
        class="eye-switch"
        type="button"
        aria-pressed={on}
        title={says.hint}
        onClick={() => desk.watchByItself(!on)}
      >
        <span aria-hidden="true">🎬</span> <span class="word">{says.toggle}</span>
      </button>
      {on && (
        <p class="eye-why" data-testid="eye-why" data-reason={sight?.reason}>
          {sight === null ? says.looking : whyText(sight, desk)}
        </p>
      )}
    </div>
  );
}

function whyText(sight: Sight, { store }: Desk): string {
  const { why } = words().watching.eye;
  const { setting, state } = store;
  const known = setting.value;
  if (known === null) return '';
  const visitors = state.value?.visitors;
  const who = sight.who.map((id) => (id === visitorId() ? words().news.you.object : known.firstNameOf(id, visitors)));
  const [first = ''] = who;
  const place = sight.key.startsWith('in ') ? placeName(sight.key.slice('in '.length)) : '';
  switch (sight.reason) {
    case 'gathering':
      return why.gathering(who.length, place);
    case 'occasion':
      return why.occasion(sight.about, who.length, place);
    case 'burning':
    case 'changed':
      return why[sight.reason](theThing(sight.thing ?? ''), sight.about);
    case 'on_the_way':
      return why.on_the_way(first, sight.about);
    case 'at_work':
      return why.at_work(first, sight.about);
    case 'asleep':
      return why.asleep();
    default:
      return why[sight.reason](who);
  }
}
