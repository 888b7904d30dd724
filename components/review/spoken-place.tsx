import { Spoken } from '@/components/ui/layout';
import type { Desk } from './use-desk';

/** Says where the keys have led, for whoever does not see it. */
export function SpokenPlace({ desk: { part, paperIndex } }: { desk: Desk }) {
  const paper = part.papers[paperIndex];
  return (
    <div aria-live="polite">
      <Spoken>
        {part.title}
        {paper && `，${paper.label}`}
      </Spoken>
    </div>
  );
}
