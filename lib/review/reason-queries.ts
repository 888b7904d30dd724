import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import * as store from './reason-store';
import type { ReasonPurpose } from './rules/reasons';

export type ReasonLine = {
  readonly id: string;
  readonly purpose: ReasonPurpose;
  readonly programmeId: string | null;
  readonly programmeName: string | null;
  readonly text: string;
  readonly clause: string | null;
  readonly uses: number;
  readonly retiredAt: Date | null;
  readonly version: number;
};

export type ReasonLibrary = {
  readonly lines: readonly ReasonLine[];
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
};

/** 理由库: every reason, in use or retired, with how often it was used. */
export async function reasonLibrary(ctx: Context<StaffActor>): Promise<ReasonLibrary> {
  authorise(ctx.actor, 'reason.manage');
  const [rows, programmes] = await Promise.all([store.allReasons(ctx.db), store.programmesForReasons(ctx.db)]);
  return { lines: rows.map(lineOf), programmes };
}

function lineOf({ id, purpose, programmeId, programme, text, clause, _count, retiredAt, version }: store.ReasonRow) {
  const programmeName = programme?.name ?? null;
  return { id, purpose, programmeId, programmeName, text, clause, uses: _count.uses, retiredAt, version };
}
