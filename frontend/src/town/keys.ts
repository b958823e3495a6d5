/** Idempotency keys: what is sent again because no answer came is known again, and not done twice. */
import { Refusal } from './api.ts';
import { randomId } from './visitor.ts';

const SERVER_FAILED = 500;

export class Keys {
  private readonly unanswered = new Map<string, string>();

  /** Sends a wish under a key that stays its own until the server has said what became of it. */
  async send<Answer>(wish: unknown, send: (key: string) => Promise<Answer>): Promise<Answer> {
    const written = JSON.stringify(wish);
    const key = this.unanswered.get(written) ?? randomId();
    this.unanswered.set(written, key);
    try {
      const answer = await send(key);
      this.unanswered.delete(written);
      return answer;
    } catch (error) {
      if (error instanceof Refusal && error.status < SERVER_FAILED) this.unanswered.delete(written);
      throw error;
    }
  }
}
