/** The page's addresses: `/` lists the towns, `/towns/ID` shows one, `/compare/ID/ID` two of a family. */
import { computed, signal } from '@preact/signals';

const path = signal(location.pathname);

addEventListener('popstate', () => {
  path.value = location.pathname;
});

/** The id of the town that the address names; null for the list. */
export const shownTown = computed(() => {
  const found = /^\/towns\/([^/]+)\/?$/.exec(path.value)?.[1];
  return found === undefined ? null : decoded(found);
});

/** The ids of the two towns that the address compares; null for another address. */
export const comparedTowns = computed(() => {
  const found = /^\/compare\/([^/]+)\/([^/]+)\/?$/.exec(path.value)?.slice(1).map(decoded);
  const [one, other] = found ?? [];
  return one == null || other == null ? null : { one, other };
});

/** Null for what is no encoded text. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Whether the address names nothing that the page could show. */
export const unknownAddress = computed(
  () => path.value !== '/' && shownTown.value === null && comparedTowns.value === null,
);

export const pathOf = (town: string) => `/towns/${encodeURIComponent(town)}`;

export const comparisonOf = (one: string, other: string) =>
  `/compare/${encodeURIComponent(one)}/${encodeURIComponent(other)}`;

export function go(to: string): void {
  history.pushState(null, '', to);
  path.value = location.pathname;
  scrollTo(0, 0);
}

/** For links: stays in the page, but leaves new tabs and windows to the browser. */
export function follow(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go((event.currentTarget as HTMLAnchorElement).pathname);
}
