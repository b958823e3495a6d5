/** How a relationship or a belief came to be what it is, read when it is asked for. */
import { useState } from 'preact/hooks';
import type { Step } from '../../town/histories.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

export function History({ read }: { read: () => Promise<readonly Step[]> }) {
  const { store, why } = useDesk();
  const { calendar, tick } = store;
  const says = words().mind;
  const [steps, setSteps] = useState<readonly Step[] | null>(null);
  const [problem, setProblem] = useState('');
  const look = async () => {
    try {
      // What lies ahead of the moment that is shown has not happened in it.
      const shown = tick.peek();
      setSteps((await read()).filter((step) => step.tick <= shown));
      setProblem('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <details class="history" onToggle={(event) => event.currentTarget.open && void look()}>
      <summary>{says.history}</summary>
      {problem !== '' && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      {steps === null && problem === '' && <p class="quiet">{says.lookingUp}</p>}
      {steps?.length === 0 && <p class="quiet">{says.neverChanged}</p>}
      <ol>
        {steps?.map(({ seq, tick: when, measure, words: reason }) => (
          <li key={seq}>
            <small>
              {calendar.value.moment(when, tick.peek())} · {says.measure(measure)}
            </small>{' '}
            {reason}{' '}
            <button class="ask-why" type="button" onClick={() => why.ask({ seq })}>
              {says.why}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
