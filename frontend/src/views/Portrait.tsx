/** A resident's face. Next to its name it says nothing new, so it is silent for screen readers. */
import { useEffect, useState } from 'preact/hooks';
import { portraitOf } from '../scene/addresses.ts';
import { respite } from '../scene/awaited.ts';

interface Props {
  /** The scenario's. */
  hash: string;
  resident: string;
  /** Side in CSS pixels. */
  size: number;
}

export function Portrait({ hash, resident, size }: Props) {
  const [tries, setTries] = useState(0);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (!missing) return;
    const timer = setTimeout(() => {
      setTries(tries + 1);
      setMissing(false);
    }, respite(tries));
    return () => clearTimeout(timer);
  }, [missing, tries]);
  // In place of what a browser shows for a picture that is not there.
  if (missing)
    return <span class="portrait" style={{ display: 'inline-block', width: `${size}px`, height: `${size}px` }} />;
  const again = tries === 0 ? '' : `?again=${tries}`;
  const source = `${portraitOf(hash, resident)}${again}`;
  return (
    <img
      class="portrait"
      src={source}
      width={size}
      height={size}
      alt=""
      loading="lazy"
      onError={() => setMissing(true)}
    />
  );
}
