/** Where a map opens. */
import type { TownScene } from '../../scene/TownScene.ts';
import type { StateDocument } from '../../town/generated.ts';
import type { Setting } from '../../town/setting.ts';
import { sightsOf } from '../../town/watching/sights.ts';

/** On what is most worth seeing: an empty meadow would say that nobody lives here. */
export function openOnTheBest(scene: TownScene, town: StateDocument, tick: number, setting: Setting): void {
  const [best] = sightsOf(town, tick, [], setting);
  const body = [...scene.bodies].find(({ id }) => id === best?.who[0]);
  if (body !== undefined) scene.lookAt(body);
}
