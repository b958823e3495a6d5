/** What a resident does just now, where and why; and the talk that it is in. */
import { isPlace, nameOf } from '../../town/addresses.ts';
import type { Action, Talk } from '../../town/generated.ts';
import { doing, emojiOf, thinksAbout, VISIBLE_THOUGHTS, whereabouts } from '../../town/words.ts';
import { words } from '../../words/language.ts';
import { Feelings } from '../mind/Feelings.tsx';
import { useDesk } from '../town/desk.ts';

export function Now({ id }: { id: string }) {
  const { store, why } = useDesk();
  const { state, setting, tick } = store;
  const town = state.value;
  const resident = town?.residents[id];
  const known = setting.value;
  if (town === null || resident === undefined || known === null) return null;
  const { action } = resident;
  const says = words().resident;
  const talk = resident.talk === null ? undefined : town.talks[resident.talk];
  const thoughts = Object.values(town.questions).filter(
    ({ resident: thinker, question }) => thinker === id && VISIBLE_THOUGHTS.has(question),
  );
  const activity = doing(resident, town, known);
  return (
    <div class="now">
      <small>{says.rightNow}</small>
      <p class="activity">
        {emojiOf(resident)} {activity.charAt(0).toUpperCase() + activity.slice(1)}
      </p>
      <p>
        <span aria-hidden="true">📍</span> {whereabouts(resident, tick.value, known)}
        {using(action)}
      </p>
      {action !== null && (
        <p class="why">
          {action.why !== '' && (
            <>
              <b>{says.why}</b> {action.why}{' '}
            </>
          )}
          <button class="ask-why" type="button" onClick={() => why.ask({ resident: id, tick: tick.peek() })}>
            {words().mind.why}
          </button>
        </p>
      )}
      <Feelings id={id} />
      {thoughts.map(({ key, question }) => (
        <p key={key} class="thinking">
          {says.thinkingAbout(thinksAbout(question))}
        </p>
      ))}
      {talk !== undefined && <Transcript talk={talk} />}
    </div>
  );
}

function using(action: Action | null): string {
  if (action?.begun == null || action.object === null) return '';
  const name = nameOf(action.object);
  return words().resident.using(name, isPlace(name));
}

function Transcript({ talk }: { talk: Talk }) {
  const { store, why } = useDesk();
  const known = store.setting.value;
  if (known === null) return null;
  return (
    <ol class="transcript" aria-label={words().resident.whatTheySay}>
      {talk.lines.length === 0 && <li class="quiet">{words().resident.justMet}</li>}
      {talk.lines.map((line, number) => (
        <li key={number}>
          <b>{known.firstNameOf(line.speaker, store.state.value?.visitors)}</b> {line.text}{' '}
          {line.seq > 0 && (
            <button class="link" type="button" onClick={() => why.ask({ seq: line.seq })}>
              {words().mind.why}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
