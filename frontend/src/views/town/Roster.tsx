/** All residents and what each does now. */
import { doing, emojiOf, whereabouts } from '../../town/words.ts';
import { words } from '../../words/language.ts';
import { Portrait } from '../Portrait.tsx';
import { useDesk } from './desk.ts';

export function Roster() {
  const desk = useDesk();
  const { state, setting, tick } = desk.store;
  const town = state.value;
  const known = setting.value;
  if (town === null || known === null) return <p class="quiet">{words().town.meeting}</p>;
  return (
    <ul class="roster">
      {known.scenario.residents.map((person) => {
        const resident = town.residents[person.id];
        if (resident === undefined) return null;
        return (
          <li key={person.id}>
            <button class="row" type="button" onClick={() => desk.visit(person.id)}>
              <Portrait hash={known.scenario.hash} resident={person.id} size={48} />
              <span>
                <b>{person.name}</b>
                <small>
                  {emojiOf(resident)} {doing(resident, town, known)}
                </small>
                <small class="where">{whereabouts(resident, tick.value, known)}</small>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
