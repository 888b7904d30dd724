import type { Actor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { issuePictureCode } from '@/lib/access/picture-code/issue';
import { answerOf } from '@/lib/access/rules/picture-code';
import { newId } from '@/lib/db/ids';
import { fileObjection } from '@/lib/objection/commands/file-objection';
import { fileObjectionSchema } from '@/lib/objection/rules/objection.schema';
import { done } from './disbursement';

export const OBJECTOR = { name: '郑明义', telephone: '13800000099', email: 'zheng@example.com' };
export const FACTS = '该人员在公示前已离开申报单位，目前在外地工作，社保也已转出，请予核实。';

export type ObjectionPlan = {
  readonly number: string;
  readonly place: number;
  readonly manner?: 'named' | 'anonymous';
  readonly facts?: string;
  readonly ticket?: string;
  readonly fileIds?: readonly string[];
} & Partial<typeof OBJECTOR>;

/** What the public form sends, with a picture code that was read rightly. */
export async function filing(visitor: Context<Actor>, { manner = 'named', ...plan }: ObjectionPlan) {
  const pictureCodeId = newId();
  const { seed } = done('picture', await issuePictureCode(visitor, { id: pictureCodeId, purpose: 'objection' }));
  return fileObjectionSchema.parse({
    ...{ ...OBJECTOR, facts: FACTS, ticket: crypto.randomUUID(), fileIds: [], ...plan, manner },
    ...{ pictureCodeId, pictureCode: answerOf(seed) },
  });
}

/** 提出异议 by somebody at home; answers the objection's id. */
export async function anObjection(visitor: Context<Actor>, plan: ObjectionPlan): Promise<string> {
  const filed = done('fileObjection', await fileObjection(visitor, await filing(visitor, plan)));
  if (filed.kind !== 'objection') throw new Error('it was taken for a hint');
  return filed.id;
}
