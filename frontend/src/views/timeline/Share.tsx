/** A link to the moment that is shown, its place and whose panel is open. */
import { useRef, useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import { may } from '../../town/session.ts';
import { hashOf, type Moment } from '../../town/timeline/moment.ts';
import { words } from '../../words/language.ts';
import { copyText } from '../access/copyText.ts';
import { pathOf } from '../routes.ts';
import { useDesk } from '../town/desk.ts';
import { LineCard } from './LineCard.tsx';

/** Days for which a viewer's link counts that is made here. */
const DAYS = 30;

export function ShareKey() {
  const desk = useDesk();
  const says = words().timeline.share;
  const [moment, setMoment] = useState<Moment | null>(null);
  return (
    <LineCard
      id="share-moment"
      label={says.title}
      draw="M9 1h6v6l-2.200-2.200L8 9.600 6.400 8l4.800-4.800zM2 3h5v2H4v7h7V9h2v5H2z"
      opened={() => setMoment(desk.momentShown())}
    >
      <h3>{says.title}</h3>
      {moment !== null && <Link key={hashOf(moment)} moment={moment} />}
    </LineCard>
  );
}

function Link({ moment }: { moment: Moment }) {
  const { store } = useDesk();
  const says = words().timeline.share;
  const field = useRef<HTMLInputElement>(null);
  const bare = `${pathOf(store.id)}#${hashOf(moment)}`;
  const [path, setPath] = useState(bare);
  const [said, setSaid] = useState('');
  const { calendar, setting } = store;
  const when = `${calendar.value.weekday(moment.tick)} ${calendar.value.clock(moment.tick)}`;
  const whose = moment.who === null ? null : (setting.value?.firstNameOf(moment.who) ?? null);
  const copy = async () => {
    field.current?.select();
    setSaid((await copyText(location.origin + path)) ? says.copied : says.copyByHand);
  };
  const forViewers = async () => {
    try {
      const made = await api.makeLink({ role: 'viewer', label: says.labelOf(when), days: DAYS });
      setPath(`${made.path.replace(/^\/#/, `${pathOf(store.id)}#`)}&${hashOf(moment)}`);
      setSaid(says.made(DAYS));
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <p class="quiet">{says.what(when, whose)}</p>
      <div class="share-link">
        <input
          ref={field}
          readOnly
          value={location.origin + path}
          aria-label={says.link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button class="speak" type="button" onClick={() => void copy()}>
          {says.copy}
        </button>
      </div>
      <p role="status">{said}</p>
      {path === bare && <p class="quiet">{says.whoCan}</p>}
      {path === bare && may('director') && (
        <button class="chip" type="button" onClick={() => void forViewers()}>
          {says.forViewers}
        </button>
      )}
    </>
  );
}
