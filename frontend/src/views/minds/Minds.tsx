/** Who thinks in this town, what that costs, and how the model server is set up. */
import { useEffect, useState } from 'preact/hooks';
import type { Budget, TallyView } from '../../town/generated.ts';
import { MindsLedger } from '../../town/minds.ts';
import { may } from '../../town/session.ts';
import { thinksAbout } from '../../town/words.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { ModelForm } from './ModelForm.tsx';
import { TownsMind } from './TownsMind.tsx';

export function Minds() {
  const { store } = useDesk();
  const [ledger] = useState(() => new MindsLedger(store.id, may('director')));
  useEffect(() => {
    ledger.open();
    return () => ledger.close();
  }, [ledger]);
  const { setting, state } = store;
  const summary = ledger.summary.value;
  const town = state.value;
  if (town === null || setting.value === null) return null;
  const nameOf = setting.value;
  const own = Object.values(town.residents).filter(({ mind }) => mind !== null && mind !== town.mind);
  return (
    <div class="minds">
      <section aria-label="Who thinks">
        <h2>Who thinks</h2>
        <p>
          <b>{words().telling.minds[town.mind].label}.</b> {words().telling.minds[town.mind].words}
          {own.length > 0 &&
            ` ${own.length === 1 ? 'One resident has' : `${own.length} residents have`} a mind of their own.`}
        </p>
        <TownsMind />
      </section>
      {ledger.problem.value !== '' && (
        <p class="wrong" role="alert">
          {ledger.problem.value}
        </p>
      )}
      {summary !== null && (
        <section aria-label="Calls and cost">
          <h2>Calls and cost</h2>
          {summary.by_question.length === 0 ? (
            <p class="quiet">No call of a model so far: the built-in mind has answered everything, for nothing.</p>
          ) : (
            <>
              <Today budget={summary.budget} />
              <Tallies caption="By question" rows={summary.by_question} name={(row) => thinksAbout(row as never)} />
              <Tallies caption="By resident" rows={summary.by_resident} name={(row) => nameOf.firstNameOf(row)} />
            </>
          )}
        </section>
      )}
      {may('director') && <ModelForm ledger={ledger} />}
    </div>
  );
}

/** What was spent today, over all towns, and what is left. */
function Today({ budget }: { budget: Budget }) {
  const left = [
    budget.tokens_left === null ? '' : `${short(budget.tokens_left)} tokens`,
    budget.money_left === null ? '' : money(budget.money_left),
  ].filter((part) => part !== '');
  return (
    <p>
      Today, in all towns: {budget.calls} calls, {short(budget.tokens)} tokens, {money(budget.cost)}.{' '}
      {left.length > 0 ? `Left: ${left.join(', ')}.` : 'There is no limit.'}
      {budget.in_flight !== null && ` ${budget.in_flight} of ${budget.slots} calls are on their way.`}
    </p>
  );
}

function Tallies({
  caption,
  rows,
  name,
}: {
  caption: string;
  rows: readonly TallyView[];
  name: (row: string) => string;
}) {
  return (
    <div class="tallies scrolls">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{caption}</span>
            </th>
            <th scope="col">calls</th>
            <th scope="col">tokens</th>
            <th scope="col">cost</th>
            <th scope="col">median</th>
            <th scope="col" title="Attempts that led to no answer">
              faults
            </th>
            <th scope="col" title="The built-in mind answered in the model’s place">
              stood in
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{name(row.name)}</th>
              <td>{row.calls}</td>
              <td
                title={`${row.input_tokens} in, ${row.cached_tokens} of them from the cache; ${row.output_tokens} out`}
              >
                {short(row.input_tokens + row.output_tokens)}
              </td>
              <td>{money(row.cost)}</td>
              <td>{(row.latency_median_ms / 1000).toFixed(1)} s</td>
              <td class={row.faults > 0 ? 'wrong' : ''}>{row.faults}</td>
              <td class={row.stand_ins > 0 ? 'wrong' : ''}>{row.stand_ins}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const short = (count: number): string =>
  count < 1000 ? `${count}` : count < 1e6 ? `${(count / 1000).toFixed(1)} k` : `${(count / 1e6).toFixed(1)} M`;

const money = (cost: number): string => (cost === 0 ? '0' : cost < 0.01 ? '< 0.01' : cost.toFixed(2));
