/** One resident of a replay: who it is, what it does at the shown moment, what it said and was told. */
import { useEffect } from 'preact/hooks';
import { doing, emojiOf, whereabouts } from '../town/words.ts';
import { Portrait } from '../views/Portrait.tsx';
import { words } from '../words/language.ts';
import { useShowing } from './showing.ts';
import { ToldList } from './ToldList.tsx';

export function Person({ id }: { id: string }) {
  const showing = useShowing();
  const { projector, setting, following, data } = showing;
  const says = words().replay;
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) showing.select(null);
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [showing]);
  const town = projector.state.value;
  const resident = town.residents[id];
  const person = setting.people.get(id);
  if (person === undefined || resident === undefined) return <p class="quiet">{words().resident.nobody}</p>;
  return (
    <section class="resident" aria-label={person.name} data-testid="resident-panel">
      <header>
        <Portrait hash={setting.scenario.hash} resident={id} size={72} />
        <div>
          <h2>{person.name}</h2>
          <p>{words().resident.jobAndAge(person.job ?? words().resident.atLeisure, person.age)}</p>
          <button
            class="chip"
            type="button"
            aria-pressed={following.value}
            onClick={() => (following.value = !following.value)}
          >
            🎥 {following.value ? words().resident.following : words().resident.follow}
          </button>
        </div>
        <button class="close" type="button" aria-label={says.all} title={says.all} onClick={() => showing.select(null)}>
          ×
        </button>
      </header>
      <div class="resident-body scrolls">
        <p class="doing-now">
          <span aria-hidden="true">{emojiOf(resident)}</span> {doing(resident, town, setting)}
          <small>{whereabouts(resident, projector.tick.value, setting)}</small>
        </p>
        <p class="quiet">{person.about}</p>
        <h3>{says.lines}</h3>
        <ToldList of={id} />
        {data.memories && <Remembered id={id} />}
      </div>
    </section>
  );
}

function Remembered({ id }: { id: string }) {
  const { projector, memories, calendar } = useShowing();
  const says = words().replay;
  const now = projector.tick.value;
  const formed = (memories.get(id) ?? []).filter(({ tick }) => tick <= now).reverse();
  return (
    <>
      <h3>{says.memories}</h3>
      {formed.length === 0 && <p class="quiet">{says.noMemories}</p>}
      <ol class="formed">
        {formed.slice(0, 100).map(({ tick, memory }) => (
          <li key={memory.id}>
            <time>{calendar.clock(tick)}</time> {memory.text}
          </li>
        ))}
      </ol>
    </>
  );
}
