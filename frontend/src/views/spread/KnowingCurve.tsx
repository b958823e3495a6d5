/** Who knows of something over time, live: each dot is somebody who came to know, and leads to the moment. */
import type { Learning } from '../../town/aftermath.ts';
import { curveOf } from '../../town/curve.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

interface Props {
  learnings: readonly Learning[];
  /** Leads to a moment. */
  show: (learning: Learning) => void;
}

export function KnowingCurve({ learnings, show }: Props) {
  const { setting, calendar, tick, past, presentTick } = useDesk().store;
  const known = setting.value;
  if (known === null || learnings.length === 0) return null;
  const says = words().following.curve;
  const { points, from, upto, top, outline } = curveOf(learnings, presentTick.value);
  const moment = (at: number) => calendar.value.moment(at, tick.peek());
  return (
    <figure class="knowing">
      <figcaption>{says.title}</figcaption>
      <div class="plot">
        <svg
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          role="img"
          aria-label={says.label(points.length, moment(from), moment(upto))}
        >
          <path class="below" d={`${outline}V1Z`} />
          <path class="edge" d={outline} vector-effect="non-scaling-stroke" />
        </svg>
        {points.map((point) => {
          const text = says.learns(known.firstNameOf(point.who), moment(point.tick), point.count);
          return (
            <button
              key={point.who}
              class="dot"
              type="button"
              tabIndex={-1}
              style={{ left: `${point.x * 100}%`, bottom: `${point.y * 100}%` }}
              aria-label={text}
              title={text}
              onClick={() => show(point)}
            />
          );
        })}
        {past.value !== null && tick.value >= from && (
          <i class="shown" style={{ left: `${Math.min(1, (tick.value - from) / (upto - from)) * 100}%` }} />
        )}
        <span class="most" aria-hidden="true">
          {top}
        </span>
      </div>
      <p class="ends" aria-hidden="true">
        <span>{moment(from)}</span>
        <span>{moment(upto)}</span>
      </p>
      <details>
        <summary>{says.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{says.when}</th>
              <th scope="col">{says.who}</th>
              <th scope="col">{says.count}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.who}>
                <td>
                  <button class="link" type="button" onClick={() => show(point)}>
                    {moment(point.tick)}
                  </button>
                </td>
                <td>{known.firstNameOf(point.who)}</td>
                <td>{point.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
