import { describe, expect, it } from 'vitest';
import { Comparing } from '../../src/town/compare/comparing.ts';
import type { CompareView } from '../../src/town/generated.ts';

/** A server that answers when the test says so. */
class AServer {
  readonly asked: number[] = [];
  private readonly answers: ((view: CompareView | Error) => void)[] = [];

  ask = (tick: number): Promise<CompareView> => {
    this.asked.push(tick);
    return new Promise((resolve, reject) => {
      this.answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    });
  };

  async answer(fault?: Error): Promise<void> {
    const at = this.asked[this.asked.length - this.answers.length];
    this.answers.shift()?.(fault ?? ({ at } as CompareView));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

describe('two towns that are compared', () => {
  it('are shown as they were asked for, though they live on quicker than the server answers', async () => {
    const server = new AServer();
    const comparing = new Comparing(server.ask);
    for (const tick of [10, 20, 30]) void comparing.upTo(tick);
    expect(server.asked).toEqual([10]);
    await server.answer();
    expect(comparing.view.value?.at).toBe(10);
    expect(server.asked).toEqual([10, 30]);
    expect(comparing.looking.value).toBe(true);
    await server.answer();
    expect(comparing.view.value?.at).toBe(30);
    expect(comparing.looking.value).toBe(false);
  });

  it('keep what was found when the next look fails, and say why', async () => {
    const server = new AServer();
    const comparing = new Comparing(server.ask);
    void comparing.upTo(10);
    await server.answer();
    void comparing.upTo(20);
    await server.answer(new Error('The server is away.'));
    expect([comparing.view.value?.at, comparing.problem.value]).toEqual([10, 'The server is away.']);
    void comparing.upTo(20);
    await server.answer();
    expect([comparing.view.value?.at, comparing.problem.value]).toEqual([20, '']);
  });

  it('are not shown any more after they were closed', async () => {
    const server = new AServer();
    const comparing = new Comparing(server.ask);
    void comparing.upTo(10);
    comparing.close();
    await server.answer();
    expect(comparing.view.value).toBe(null);
  });
});
