import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { beginChange } from '@/lib/enterprise/commands/begin-change';
import { receiveChangePaper } from '@/lib/enterprise/commands/receive-change-paper';
import { saveChange } from '@/lib/enterprise/commands/save-change';
import { submitChange } from '@/lib/enterprise/commands/submit-change';
import { CHANGE_PAPERS } from '@/lib/enterprise/rules/change-form';
import { inventedMobile, inventedResidentId } from './answers';
import { done } from './disbursement';
import { paperPicture } from './paper-picture';
import { streamOf } from './stream-of';

type Clerk = Context<EnterpriseActor>;

export type ChangePlan = {
  readonly kind: 'ADMINISTRATOR' | 'ENTERPRISE_INFO';
  readonly answers: Readonly<Record<string, string>>;
};

/** A 管理员变更 or 企业信息变更 with its papers, not handed in; answers its id. */
export async function aChangeDraft(clerk: Clerk, { kind, answers }: ChangePlan): Promise<string> {
  const { id } = done('begin', await beginChange(clerk, { kind }));
  done('save', await saveChange(clerk, { id, answers }));
  for (const paper of CHANGE_PAPERS[kind]) {
    const upload = { id, kind: paper.kind, name: `${paper.label}.jpg` };
    // Every one is looked at for what was printed on it; a small one at once.
    const bytes = paperPicture({ title: paper.label, isSmall: true });
    done('paper', await receiveChangePaper(clerk, upload, streamOf(bytes)));
  }
  return id;
}

/** The same, handed in. */
export async function aChange(clerk: Clerk, plan: ChangePlan): Promise<string> {
  const id = await aChangeDraft(clerk, plan);
  done('submit', await submitChange(clerk, { id }));
  return id;
}

/** What a new administrator is written down with; `seed` tells people apart. */
export function newAdministrator(seed: number) {
  return {
    administratorName: '顾新来',
    administratorIdType: 'RESIDENT_ID',
    administratorIdNumber: inventedResidentId(seed),
    administratorMobile: inventedMobile(seed),
    administratorEmail: `new${seed}@example.com`,
    administratorDepartment: '人事部',
    administratorPosition: '经理',
    authorisedFrom: '2026-11-23',
    authorisedTo: '2028-11-22',
  };
}
