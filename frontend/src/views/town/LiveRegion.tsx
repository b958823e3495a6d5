/** What happens, for those who do not see the map: one polite region, one item at a time. */
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from './desk.ts';
import { newsText } from './newsText.ts';

/** Nothing new is told sooner, so that a fast town does not talk without end. */
const REST_MS = 4000;

export function LiveRegion() {
  const { store } = useDesk();
  const [text, setText] = useState('');
  const newest = store.news.value.at(-1);
  useEffect(() => {
    let told = -1;
    const timer = setInterval(() => {
      const item = store.news.value.at(-1);
      const setting = store.setting.value;
      if (item === undefined || setting === null || item.seq === told) return;
      told = item.seq;
      setText(newsText(item.event, setting, store.state.value));
    }, REST_MS);
    return () => clearInterval(timer);
  }, [store]);
  return (
    <p class="unseen" role="status" aria-live="polite" data-newest={newest?.seq}>
      {text}
    </p>
  );
}
