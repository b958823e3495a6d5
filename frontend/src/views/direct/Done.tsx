/** What became of an intervention: done or refused, where to look, and who knows of it. */
import { useState } from 'preact/hooks';
import { firstMemory } from '../../town/direct/following.ts';
import type { Offered } from '../../town/direct/offered.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import type { Sent } from './InterventionForm.tsx';

export function Done({ chosen, sent }: { chosen: Offered; sent: Sent }) {
  const desk = useDesk();
  const says = words().palette;
  const { given, values } = sent;
  if (!given.done) {
    return (
      <p class="wrong" role="alert">
        {given.reason}
      </p>
    );
  }
  const calendar = desk.store.calendar.value;
  const said =
    sent.awaits !== ''
      ? words().arming.armed
      : given.waits
        ? says.scheduled(calendar.day(given.tick), calendar.clock(given.tick))
        : says.done(calendar.clock(given.tick));
  const whom = values.resident ?? values.to ?? '';
  return (
    <div class="done">
      <p class="right" role="status">
        {said}
      </p>
      <p class="keys">
        <button class="key" type="button" onClick={() => desk.followInput(given.number)}>
          {words().following.follow}
        </button>
      </p>
      {!given.waits && sent.awaits === '' && (
        <p class="keys">
          {values.object !== undefined && (
            <button class="key" type="button" onClick={() => desk.map.value?.flyToThing(values.object ?? '')}>
              {says.look}
            </button>
          )}
          {whom !== '' && (
            <button class="key" type="button" onClick={() => desk.visit(whom)}>
              {says.look}
            </button>
          )}
          <WhoKnows chosen={chosen} sent={sent} />
        </p>
      )}
    </div>
  );
}

/** Kinds whose words become memories, by which their way can be followed. */
const TOLD = { announce: 'text', whisper: 'text', plant_memory: 'text' } as const;

function WhoKnows({ chosen, sent }: { chosen: Offered; sent: Sent }) {
  const desk = useDesk();
  const says = words().palette;
  const [nobody, setNobody] = useState(false);
  const field = chosen.id in TOLD ? TOLD[chosen.id as keyof typeof TOLD] : null;
  if (field === null) return null;
  const needle = (sent.values[field] ?? '').replace(/\s+/g, ' ').trim();
  const look = async () => {
    const memory = await firstMemory(desk.store.id, sent.after, needle).catch(() => null);
    setNobody(memory === null);
    if (memory !== null) desk.spread.follow({ memory });
  };
  return (
    <>
      <button class="key" type="button" onClick={() => void look()}>
        {says.whoKnows}
      </button>
      {nobody && <span role="status">{says.nobodyYet}</span>}
    </>
  );
}
