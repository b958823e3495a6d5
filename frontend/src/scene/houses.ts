/** Who is in which house, and into which houses somebody before the page looks. Buildings by address. */
import type { Actor } from './actors.ts';
import type { Camera, Point } from './camera.ts';
import type { Looking } from './looking.ts';
import type { Shelter } from './shelter.ts';

export class Houses {
  /** Those with somebody at home, and with somebody awake in them. */
  households = { home: new Set<string>(), awake: new Set<string>() };
  private readonly shelter: Shelter;
  private readonly camera: Camera;
  private readonly looking: Looking;

  constructor(shelter: Shelter, camera: Camera, looking: Looking) {
    this.shelter = shelter;
    this.camera = camera;
    this.looking = looking;
  }

  count(bodies: Iterable<Actor>): void {
    const home = new Set<string>();
    const awake = new Set<string>();
    for (const body of bodies) {
      const house = this.around(body);
      if (house === undefined) continue;
      home.add(house);
      if (!body.asleep) awake.add(house);
    }
    this.households = { home, awake };
  }

  /** Under the pointer, in the view's middle, and around whoever was chosen. */
  lookedInto(chosen: Actor | undefined): Set<string> {
    const { camera } = this;
    const points: Point[] = [{ x: camera.x, y: camera.y }];
    if (this.looking.at !== null) points.push(camera.toWorld(this.looking.at));
    const found = points.map(({ x, y }) => this.shelter.buildingSeenAt(x, y));
    if (chosen !== undefined) found.push(this.around(chosen));
    return new Set(found.filter((house) => house !== undefined));
  }

  private around({ tile: [x, y] }: Actor): string | undefined {
    return this.shelter.buildingAt(Math.round(x), Math.round(y));
  }
}
