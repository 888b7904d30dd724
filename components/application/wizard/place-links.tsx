'use client';

import { Anchor } from '@/components/ui/anchor';
import { formatPart, partLabel, stepOfPart } from '@/lib/application/rules/part-keys';
import { paths } from '@/lib/kernel/paths';
import type { Place } from '../draft/draft-values';
import { partOf } from '../fields/form-field';
import { useWizard } from './wizard-context';
import styles from './wizard.module.css';

/** Fields by name, each leading to itself. */
export function PlaceLinks({ places }: { places: readonly Place[] }) {
  const { view, draft } = useWizard();
  return (
    <ul className={styles.places}>
      {places.map((place) => {
        const part = partOf(place);
        const key = formatPart(part);
        return (
          <li key={key}>
            <Anchor href={paths.edit(draft.id, stepOfPart(part), key)}>{partLabel(part, draft, view.config)}</Anchor>
          </li>
        );
      })}
    </ul>
  );
}
