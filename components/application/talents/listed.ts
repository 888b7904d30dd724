'use client';

import { useMemo } from 'react';
import type { AwardLine } from '@/lib/application/rules/award';
import type { TalentView } from '@/lib/application/rules/draft';
import { countByTalent } from '@/lib/application/rules/obstacles';
import type { ListedTalent } from '@/lib/application/rules/talent-list';
import { isIdType } from '@/lib/forms/rules/choices';
import { ID_TYPE_LABELS } from '@/lib/forms/rules/id-complaints';
import { maskIdNumber } from '@/lib/kernel/mask';
import { useWizard } from '../wizard/wizard-context';
import { useExpected } from './expected';

/** A talent as a row or card shows it. */
export type Listed = ListedTalent & {
  readonly talent: TalentView;
  /** Its place in the clerk's order, from 1. */
  readonly place: number;
  readonly line: AwardLine | undefined;
};

/** The whole list with what each brings and lacks. */
export function useListed(): Listed[] {
  const { draft, obstacles } = useWizard();
  const { lines } = useExpected();
  return useMemo(() => {
    const missing = countByTalent(obstacles, 'talents');
    return draft.talents.map((talent, index) => ({
      ...{ id: talent.id, name: talent.name, amountFen: talent.amountFen, talent, place: index + 1 },
      missing: missing[talent.id] ?? 0,
      cutFen: lines[index]?.cutFen ?? 0,
      line: lines[index],
    }));
  }, [draft.talents, obstacles, lines]);
}

/** What a row calls somebody: the name, else the place. */
export const calledName = ({ name, place }: Pick<Listed, 'name' | 'place'>) => name || `第 ${place} 位`;

/** The masked number; its type stands before it unless it is the usual one. */
export function idOf({ idType, sealed, answers }: TalentView): string {
  // While a new number is on its way to the server it stands among the answers.
  const masked = sealed.idNumber?.masked ?? maskIdNumber(answers.idNumber ?? '');
  if (masked === '') return '未填证件号码';
  return idType === 'RESIDENT_ID' || !isIdType(idType) ? masked : `${ID_TYPE_LABELS[idType]} ${masked}`;
}
