/** A family as a tree, and what can be done with each of it. */
import { useState } from 'preact/hooks';
import type { Outcome } from '../../town/actions.ts';
import { LONGEST_NAME } from '../../town/branches/deeds.ts';
import { descendantsOf, type Node } from '../../town/branches/family.ts';
import type { BranchView } from '../../town/generated.ts';
import { may } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { comparisonOf, follow, go, pathOf } from '../routes.ts';
import { useDesk, type Desk } from '../town/desk.ts';

export function Branches({ nodes }: { nodes: readonly Node[] }) {
  if (nodes.length === 0) return null;
  return (
    <ul class="family">
      {nodes.map(({ town, children }) => (
        <li key={town.id}>
          <Branch town={town} />
          <Branches nodes={children} />
        </li>
      ))}
    </ul>
  );
}

type Doing = 'nothing' | 'renaming' | 'dropping';

function Branch({ town }: { town: BranchView }) {
  const desk = useDesk();
  const [doing, setDoing] = useState<Doing>('nothing');
  const [reason, setReason] = useState('');
  const says = words().branches;
  const here = town.id === desk.store.id;
  const attempt = async (what: Promise<Outcome>) => {
    const outcome = await what;
    setReason(outcome.done ? '' : outcome.reason);
    if (outcome.done) setDoing('nothing');
    return outcome.done;
  };
  return (
    <div class={`branch ${here ? 'here' : ''}`}>
      <p class="branch-name">
        {here ? (
          <strong>{town.name}</strong>
        ) : (
          <a href={pathOf(town.id)} onClick={follow} aria-label={says.goTo(town.name)}>
            {town.name}
          </a>
        )}
        {here && <span class="badge-here">{says.here}</span>}
        {town.main && (
          <span class="badge-main" title={says.mainHelp}>
            ★ {says.main}
          </span>
        )}
      </p>
      <p class="branch-facts">{factsOf(town, desk).join(' · ')}</p>
      {reason !== '' && (
        <p class="wrong" role="alert">
          {reason}
        </p>
      )}
      {doing === 'renaming' && <Rename town={town} attempt={attempt} cancel={() => setDoing('nothing')} />}
      {doing === 'dropping' && <Drop town={town} attempt={attempt} cancel={() => setDoing('nothing')} />}
      {doing === 'nothing' && (
        <div class="branch-doings">
          {!here && (
            <a
              class="chip"
              href={comparisonOf(desk.store.id, town.id)}
              onClick={follow}
              aria-label={says.compareOf(town.name)}
            >
              {says.compare}
            </a>
          )}
          {may('director') && (
            <>
              <button
                class="chip"
                type="button"
                aria-label={says.renameOf(town.name)}
                onClick={() => setDoing('renaming')}
              >
                {says.rename}
              </button>
              {!town.main && (
                <button
                  class="chip"
                  type="button"
                  aria-label={says.makeMainOf(town.name)}
                  onClick={() => void attempt(desk.family.makeMain(town.id))}
                >
                  {says.makeMain}
                </button>
              )}
              {town.parent !== null && (
                <button
                  class="chip"
                  type="button"
                  aria-label={says.dropOf(town.name)}
                  onClick={() => setDoing('dropping')}
                >
                  {says.drop}
                </button>
              )}
            </>
          )}
        </div>
      )}
    </div>
  );
}

interface Doings {
  town: BranchView;
  attempt: (what: Promise<Outcome>) => Promise<boolean>;
  cancel: () => void;
}

function Rename({ town, attempt, cancel }: Doings) {
  const { family } = useDesk();
  const [name, setName] = useState(town.name);
  const says = words().branches;
  return (
    <form
      class="branch-form"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(family.rename(town.id, name.trim()));
      }}
    >
      <Field label={says.newName}>
        {(id) => (
          <input
            id={id}
            value={name}
            maxLength={LONGEST_NAME}
            required
            autoFocus
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <button class="cta" type="submit">
        {says.save}
      </button>
      <button class="plain" type="button" onClick={cancel}>
        {says.cancel}
      </button>
    </form>
  );
}

/** Asked for twice: a life goes with it. */
function Drop({ town, attempt, cancel }: Doings) {
  const { family, store } = useDesk();
  const says = words().branches;
  const gone = descendantsOf(town.id, family.members.value);
  const drop = async () => {
    const leaves = [town, ...gone].some(({ id }) => id === store.id);
    const dropped = await attempt(family.drop(town.id));
    if (dropped && leaves) go(town.parent === null ? '/' : pathOf(town.parent));
  };
  return (
    <div class="branch-form sure" role="group" aria-label={says.dropSure(town.name)}>
      <span>{gone.length === 0 ? says.dropAlone : says.dropMany(gone.length)}</span>
      <button class="danger" type="button" onClick={() => void drop()}>
        {says.drop}
      </button>
      <button class="plain" type="button" onClick={cancel}>
        {says.keep}
      </button>
    </div>
  );
}

/** Where it left, and how it goes. */
function factsOf(town: BranchView, desk: Desk): string[] {
  const says = words().branches;
  const moment = momentOf(desk);
  const { fork_tick: fork, step_to: goal } = town;
  const now = moment(town.horizon.tick);
  const left = fork === null ? says.founded : fork < 0 ? says.forkedFirst : says.forked(moment(fork));
  const goes =
    goal !== null && goal > town.horizon.tick
      ? says.livesTo(now, moment(goal))
      : town.paused
        ? says.paused(now)
        : says.running(now);
  return town.undone === null ? [left, goes] : [left, says.without, goes];
}

/** "Monday 08:12" of a tick; all of a family begin at the same one. */
export function momentOf({ store }: Desk): (tick: number) => string {
  const calendar = store.calendar.value;
  return (tick) => `${calendar.weekday(tick)} ${calendar.clock(tick)}`;
}
