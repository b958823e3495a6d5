/** The towns of the list as families: those with a common past stand together. */
import type { Town } from '../generated.ts';

export interface ListedFamily {
  /** The one that stands for all of them. */
  main: Town;
  /** The oldest first; one alone where it has no branches. */
  members: readonly Town[];
}

/** `towns`: the newest first. A family stands where its newest one would. */
export function familiesOf(towns: readonly Town[]): readonly ListedFamily[] {
  const families = new Map<string, Town[]>();
  for (const town of towns) families.set(town.root, [town, ...(families.get(town.root) ?? [])]);
  return [...families].flatMap(([root, members]) => {
    const founded = members.find(({ id }) => id === root) ?? members[0];
    const main = members.find(({ id }) => id === founded?.main) ?? founded;
    return main === undefined ? [] : [{ main, members }];
  });
}
