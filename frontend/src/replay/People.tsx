/** Everybody in a replay, and what each does at the shown moment. */
import { doing, emojiOf, whereabouts } from '../town/words.ts';
import { Portrait } from '../views/Portrait.tsx';
import { useShowing } from './showing.ts';

export function People() {
  const showing = useShowing();
  const { projector, setting } = showing;
  const town = projector.state.value;
  const tick = projector.tick.value;
  return (
    <ul class="roster">
      {setting.scenario.residents.flatMap(({ id, name, job }) => {
        const resident = town.residents[id];
        if (resident === undefined) return [];
        return [
          <li key={id}>
            <button class="row" type="button" onClick={() => showing.visit(id)}>
              <Portrait hash={setting.scenario.hash} resident={id} size={48} />
              <span>
                <b>{name}</b>
                {job !== null && <small class="job">{job}</small>}
                <small>
                  {emojiOf(resident)} {doing(resident, town, setting)}
                </small>
                <small class="where">{whereabouts(resident, tick, setting)}</small>
              </span>
            </button>
          </li>,
        ];
      })}
    </ul>
  );
}
