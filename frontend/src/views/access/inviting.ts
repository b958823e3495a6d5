/** Whether the director's dialog for inviting people is open. */
import { signal } from '@preact/signals';

export const inviting = signal(false);
