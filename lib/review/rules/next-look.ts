import type { PartKey } from '@/lib/application/rules/part-keys';
import { keysOfPart, type DeskPart } from './desk';

export type Place = { readonly partIndex: number; readonly paperIndex: number };

type Seen = {
  readonly looked: ReadonlySet<PartKey>;
  readonly isDecided: (partId: string) => boolean;
};

/**
 * Where a reviewer who is done with what stands on the screen goes on: the next paper of the part that was not looked at,
 * then the next part with something to look at or to decide, round to the beginning. Null when nothing is left elsewhere.
 */
export function nextToLook(parts: readonly DeskPart[], at: Place, { looked, isDecided }: Seen): Place | null {
  const here = parts[at.partIndex];
  const inPart = here ? nextPaper(here, at.paperIndex, looked) : null;
  if (inPart !== null) return { partIndex: at.partIndex, paperIndex: inPart };
  for (let step = 1; step < parts.length; step += 1) {
    const partIndex = (at.partIndex + step) % parts.length;
    const part = parts[partIndex];
    if (!part || !isOpen(part, looked, isDecided)) continue;
    return { partIndex, paperIndex: nextPaper(part, -1, looked) ?? 0 };
  }
  return null;
}

function nextPaper({ papers }: DeskPart, after: number, looked: ReadonlySet<PartKey>): number | null {
  const order = papers.map((_, index) => (after + 1 + index + papers.length) % papers.length);
  return order.find((index) => index !== after && !looked.has(papers[index]?.key ?? '')) ?? null;
}

function isOpen(part: DeskPart, looked: ReadonlySet<PartKey>, isDecided: Seen['isDecided']): boolean {
  const isUndecided = part.talent !== null && !isDecided(part.id);
  return isUndecided || keysOfPart(part).some((key) => !looked.has(key));
}
