/** Who is what to whom at the moment that is shown: a web of all residents, and how it came to be so. */
import { useRef, useState } from 'preact/hooks';
import { layOut, tiesOf, type Place, type Tie } from '../../town/ties/web.ts';
import { words } from '../../words/language.ts';
import { Portrait } from '../Portrait.tsx';
import { useDesk } from '../town/desk.ts';
import { Changes } from './Changes.tsx';

export function TiesPanel() {
  const desk = useDesk();
  const says = words().ties;
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <section class="ties" aria-label={says.title} data-testid="ties-panel">
      <header>
        <button class="plain back" type="button" onClick={() => (desk.tiesOpen.value = false)}>
          ← {words().following.back}
        </button>
        <h2>{says.title}</h2>
      </header>
      <div class="ties-body scrolls">
        <Web chosen={chosen} choose={(id) => setChosen(id === chosen ? null : id)} />
        <p class="quiet">{chosen === null ? says.chooseOne : says.chosen}</p>
        <Changes key={chosen ?? ''} resident={chosen} />
      </div>
    </section>
  );
}

interface WebProps {
  chosen: string | null;
  choose: (id: string) => void;
}

function Web({ chosen, choose }: WebProps) {
  const { setting, state } = useDesk().store;
  const known = setting.value;
  const town = state.value;
  const ties = town === null ? [] : tiesOf(town);
  const places = usePlaces(Object.keys(town?.residents ?? {}), ties);
  if (known === null || town === null) return null;
  const says = words().ties;
  const near = new Set(
    ties.filter(({ one, other }) => one === chosen || other === chosen).flatMap((tie) => [tie.one, tie.other]),
  );
  return (
    <div class="web">
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img" aria-label={says.web(places.size, ties.length)}>
        {ties.map((tie) => (
          <Thread
            key={`${tie.one} ${tie.other}`}
            tie={tie}
            places={places}
            faint={chosen !== null && tie.one !== chosen && tie.other !== chosen}
          />
        ))}
      </svg>
      {[...places].map(([id, { x, y }]) => (
        <button
          key={id}
          type="button"
          class={chosen === null || id === chosen || near.has(id) ? '' : 'faint'}
          style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          aria-pressed={id === chosen}
          aria-label={known.nameOf(id)}
          title={known.nameOf(id)}
          onClick={() => choose(id)}
        >
          <Portrait hash={known.scenario.hash} resident={id} size={28} />
          <span aria-hidden="true">{known.firstNameOf(id)}</span>
        </button>
      ))}
    </div>
  );
}

function Thread({ tie, places, faint }: { tie: Tie; places: ReadonlyMap<string, Place>; faint: boolean }) {
  const [one, other] = [places.get(tie.one), places.get(tie.other)];
  if (one === undefined || other === undefined) return null;
  const mood = tie.closeness < 0 ? 'cold' : 'warm';
  return (
    <line
      class={`${mood} ${tie.mutual ? '' : 'one-sided'} ${faint ? 'faint' : ''}`}
      x1={one.x}
      y1={one.y}
      x2={other.x}
      y2={other.y}
      stroke-width={1 + 4 * Math.abs(tie.closeness)}
      stroke-opacity={0.25 + 0.75 * Math.abs(tie.closeness)}
      vector-effect="non-scaling-stroke"
    />
  );
}

/** Laid out anew only when a tie is another. */
function usePlaces(people: readonly string[], ties: readonly Tie[]): ReadonlyMap<string, Place> {
  const last = useRef({ of: '', places: new Map<string, Place>() });
  const of = [...people, ...ties.map(({ one, other, closeness }) => `${one} ${other} ${closeness.toFixed(2)}`)].join();
  if (last.current.of !== of) {
    const before = new Map([...last.current.places].map(([id, place]) => [id, { ...place }]));
    last.current = { of, places: layOut(people, ties, before) };
  }
  return last.current.places;
}
