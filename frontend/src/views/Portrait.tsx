/** A resident's face. Next to its name it says nothing new, so it is silent for screen readers. */
import { portraitOf } from '../scene/addresses.ts';

interface Props {
  scenario: string;
  resident: string;
  /** Side in CSS pixels. */
  size: number;
}

export function Portrait({ scenario, resident, size }: Props) {
  return <img class="portrait" src={portraitOf(scenario, resident)} width={size} height={size} alt="" loading="lazy" />;
}
