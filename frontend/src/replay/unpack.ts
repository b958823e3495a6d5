/** Takes the town out of the file: gzipped JSON in base64, which no browser takes for markup. */
import type { ReplayData } from '../town/generated.ts';

/** The file was cut off or changed on its way. */
export class BrokenFile extends Error {}

/** The browser can't unpack it. */
export class OldBrowser extends Error {}

/** Raises BrokenFile, OldBrowser. */
export async function unpack(packed: string): Promise<ReplayData> {
  if (typeof DecompressionStream === 'undefined') throw new OldBrowser('DecompressionStream');
  try {
    const bytes = Uint8Array.from(atob(packed.trim()), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return (await new Response(stream).json()) as ReplayData;
  } catch (error) {
    throw new BrokenFile(error instanceof Error ? error.message : String(error));
  }
}
