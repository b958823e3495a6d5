/** A town from above, in the light of its hour. */
import { useEffect, useRef } from 'preact/hooks';
import { awaited } from '../scene/awaited.ts';
import { daylight } from '../scene/daylight.ts';
import { overviewOf } from '../scene/overview.ts';

/** How much of the night is shown: a picture this small must stay clear. */
const SHADE = 0.75;

interface Props {
  /** The scenario's; null of a faulty one, which has no pictures. */
  hash: string | null;
  hour: number;
}

export function Picture({ hash, hour }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (hash === null) return;
    let left = false;
    awaited(
      () => overviewOf(hash),
      () => left,
    ).then(
      (picture) => {
        if (left || canvas.current === null) return;
        canvas.current.width = picture.width;
        canvas.current.height = picture.height;
        canvas.current.getContext('2d')?.drawImage(picture, 0, 0);
      },
      () => undefined, // Without its drawings the card still says all that it has to say.
    );
    return () => {
      left = true;
    };
  }, [hash]);
  const [red, green, blue] = daylight(hour).map((light) => Math.round(255 - (255 - light) * SHADE));
  return (
    <span class="picture">
      <canvas ref={canvas} aria-hidden="true" />
      <i style={{ background: `rgb(${red}, ${green}, ${blue})` }} />
    </span>
  );
}
