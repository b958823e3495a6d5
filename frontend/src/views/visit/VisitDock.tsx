/** The lower edge of the map for whoever walks in: a button first, then a form, then what one can do in town. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { may } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { ActingDock } from '../direct/ActingDock.tsx';
import { useDesk } from '../town/desk.ts';
import { Emotes, Uses } from './Deeds.tsx';
import { EnterForm } from './EnterForm.tsx';
import { HeardLog } from './HeardLog.tsx';
import { listenForWalking } from './keys.ts';
import { RefusalNote } from './RefusalNote.tsx';
import { TalkLine } from './TalkLine.tsx';

export function VisitDock() {
  const { store, visitor, acting } = useDesk();
  const [asked, setAsked] = useState(false);
  const inTown = visitor.me.value !== null;
  useEffect(() => {
    if (inTown) setAsked(false);
  }, [inTown]);
  if (!may('visitor') || store.state.value === null) return null;
  if (acting.me.value !== null) return <ActingDock />;
  if (inTown) return <InTown />;
  if (asked) return <EnterForm close={() => setAsked(false)} />;
  const { walkIn, walkInHint, ledOut } = words().visit;
  return (
    <div class="visit-dock">
      {visitor.ledOut.value && (
        <p class="notice visit-note" role="status">
          {ledOut}
        </p>
      )}
      <button class="cta walk-in" type="button" title={walkInHint} onClick={() => setAsked(true)}>
        <span aria-hidden="true">🚶</span> {walkIn}
      </button>
    </div>
  );
}

function InTown() {
  const desk = useDesk();
  const { store, visitor } = desk;
  const line = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Whoever has just come in, walks: the keys are the map's.
    document.getElementById('map')?.focus({ preventScroll: true });
    return listenForWalking(visitor, { talk: () => line.current?.focus(), use: () => void visitor.useNearest() });
  }, [visitor]);
  const said = words().visit;
  const paused = store.clock.value?.paused === true;
  return (
    <section class="visit-dock in-town" aria-label={said.dock}>
      <RefusalNote />
      <div class="visit-card">
        <HeardLog />
        <TalkLine input={line} />
        <Uses />
        <div class="visit-deeds">
          <p class="quiet visit-hint">
            {paused ? said.paused : <span class="by-keys">{said.keys}</span>}
            {!paused && <span class="by-touch">{said.touch}</span>}
          </p>
          <Emotes />
          {desk.followed.value !== visitor.me.value?.id && (
            <button class="chip" type="button" onClick={() => desk.findOneself()}>
              <span aria-hidden="true">🎯</span> <span class="word">{said.findMe}</span>
            </button>
          )}
          <button class="chip" type="button" onClick={() => void visitor.leave()}>
            <span aria-hidden="true">🚪</span> <span class="word">{said.leave}</span>
          </button>
        </div>
      </div>
    </section>
  );
}
