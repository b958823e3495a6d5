/** What a mind costs in plain words; and whether a model is there to be asked, before a town is founded on it. */
import { useEffect, useState } from 'preact/hooks';
import { modelState, type ModelState } from '../../town/modelState.ts';
import type { MindChoice } from '../../town/generated.ts';
import { words } from '../../words/language.ts';

interface Props {
  mind: MindChoice;
  residents: number;
  chooseBuiltIn: () => void;
}

export function MindCost({ mind, residents, chooseBuiltIn }: Props) {
  const says = words().lobby.founding.cost;
  const [state, setState] = useState<ModelState | null>(null);
  const asks = mind !== 'rules';
  useEffect(() => {
    if (!asks) return;
    let over = false;
    setState(null);
    void modelState().then((found) => {
      if (!over) setState(found);
    });
    return () => {
      over = true;
    };
  }, [asks]);
  if (!asks) return <p class="quiet whole">{says.rules}</p>;
  return (
    <div class="whole mind-cost" aria-live="polite">
      <p class="quiet">{mind === 'auto' ? says.auto : says.model(residents)}</p>
      {state === null && <p class="quiet">{says.looking}</p>}
      {state !== null && !state.fine && (
        <p class="notice bad" role="alert">
          {says.away} {state.words}{' '}
          <button class="plain" type="button" onClick={chooseBuiltIn}>
            {says.takeBuiltIn}
          </button>
        </p>
      )}
      {state?.fine === true && <p class="right">{says.there(state.words)}</p>}
    </div>
  );
}
