import { afterEach, expect, it, vi } from 'vitest';
import { api } from '../../src/town/api.ts';
import { session } from '../../src/town/session.ts';

afterEach(() => {
  session.value = null;
  vi.unstubAllGlobals();
});

it('learns who it is where another tab has made the browser somebody else', async () => {
  const me = { role: 'visitor' as const, visitor: 'visitor:me', label: '', expires_at: null };
  session.value = me;
  const problem = { type: 'http://localhost/problems/not-yourself', title: 'Not yourself', status: 403 };
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(
      path === '/api/session'
        ? Response.json({ ...me, visitor: 'visitor:other' })
        : Response.json(problem, { status: 403 }),
    ),
  );
  const leave = { kind: 'leave' as const, visitor: 'visitor:me' };
  await expect(api.give('t-1', 'key', leave)).rejects.toMatchObject({ problem: 'not-yourself' });
  await vi.waitFor(() => expect(session.value?.visitor).toBe('visitor:other'));
});
