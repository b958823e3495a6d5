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
  const says = words().minds;
  const own = Object.values(town.residents).filter(({ mind }) => mind !== null && mind !== town.mind);
  return (
    <div class="minds">
      <section aria-label={says.whoThinks}>
        <h2>{says.whoThinks}</h2>
        <p>
          <b>{words().telling.minds[town.mind].label}.</b> {words().telling.minds[town.mind].words}
          {own.length > 0 && ` ${says.ownMinds(own.length)}`}
        </p>
        <TownsMind />
      </section>
      {ledger.problem.value !== '' && (
        <p class="wrong" role="alert">
          {ledger.problem.value}
        </p>
      )}
      {summary !== null && (
        <section aria-label={says.callsAndCost}>
          <h2>{says.callsAndCost}</h2>
          {summary.by_question.length === 0 ? (
            <p class="quiet">{says.noCalls}</p>
          ) : (
            <>
              <Today budget={summary.budget} />
              <Tallies caption={says.byQuestion} rows={summary.by_question} name={(row) => thinksAbout(row as never)} />
              <Tallies caption={says.byResident} rows={summary.by_resident} name={(row) => nameOf.firstNameOf(row)} />
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
  const says = words().minds;
  const left = [
    budget.tokens_left === null ? '' : says.tokensLeft(budget.tokens_left),
    budget.money_left === null ? '' : says.money(budget.money_left),
  ].filter((part) => part !== '');
  return (
    <p>
      {says.today(budget.calls, budget.tokens, says.money(budget.cost))}{' '}
      {left.length > 0 ? says.left(left) : says.noLimit}
      {budget.in_flight !== null && ` ${says.onTheirWay(budget.in_flight, budget.slots)}`}
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
  const says = words().minds;
  const { columns } = says;
  return (
    <div class="tallies scrolls">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{caption}</span>
            </th>
            <th scope="col">{columns.calls}</th>
            <th scope="col">{columns.tokens}</th>
            <th scope="col">{columns.cost}</th>
            <th scope="col">{columns.median}</th>
            <th scope="col" title={columns.faultsHelp}>
              {columns.faults}
            </th>
            <th scope="col" title={columns.stoodInHelp}>
              {columns.stoodIn}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{name(row.name)}</th>
              <td>{says.count(row.calls)}</td>
              <td title={says.tokens(row.input_tokens, row.cached_tokens, row.output_tokens)}>
                {says.rough(row.input_tokens + row.output_tokens)}
              </td>
              <td>{says.money(row.cost)}</td>
              <td>{says.seconds(row.latency_median_ms)}</td>
              <td class={row.faults > 0 ? 'wrong' : ''}>{says.count(row.faults)}</td>
              <td class={row.stand_ins > 0 ? 'wrong' : ''}>{says.count(row.stand_ins)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
