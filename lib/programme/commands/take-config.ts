import 'server-only';
import type { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { contentHash } from '@/lib/db/content-hash';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { checkProgrammeConfig } from '../rules/config-check';
import type { takeConfigSchema } from '../rules/programme.schema';
import type { ProgrammeRefusal } from '../rules/refusals';
import * as store from '../version-store';

type Taken = { readonly programmeId: string; readonly versionId: string };

/**
 * Reads a configuration file into the draft version of its programme, which it makes where there is none; a code that
 * is not known yet makes a new programme. Everything that is wrong is said at once and nothing is kept. Nobody but
 * administrators sees a draft.
 */
export async function takeConfig(
  ctx: Context<StaffActor>,
  { text }: z.infer<typeof takeConfigSchema>,
): Promise<Result<Taken, ProgrammeRefusal>> {
  authorise(ctx.actor, 'programme.manage');
  const json = readJson(text);
  if (!json.ok) return json;
  const checked = checkProgrammeConfig(json.value);
  if (!checked.ok) return refuse({ code: 'config-wrong', faults: checked.refusal });
  const kept = { config: checked.value, sha256: contentHash(checked.value) };
  return transact(ctx, async (tx): Promise<Result<Taken, ProgrammeRefusal>> => {
    await store.lockProgrammes(tx.db);
    const programme = await store.programmeOfCode(tx.db, kept.config.code);
    const programmeId = programme?.id ?? (await store.insertProgramme(tx.db, kept.config, tx.now));
    const published = await store.publishedOf(tx.db, programmeId);
    if (published?.sha256 === kept.sha256) return refuse({ code: 'config-same' });
    const [newest] = programme?.versions ?? [];
    const draft = newest?.status === 'DRAFT' ? newest : null;
    const number = draft?.number ?? (newest?.number ?? 0) + 1;
    if (draft) await store.rewriteDraft(tx.db, draft.id, kept);
    const versionId = draft?.id ?? (await store.insertVersion(tx.db, programmeId, number, kept));
    await writeAudit(tx, {
      action: 'programme.take-config',
      word: draft ? '替换待发布的配置' : '上传配置',
      subjectKind: 'programme',
      subjectId: programmeId,
      detail: { number, sha256: kept.sha256 },
    });
    return ok({ programmeId, versionId });
  });
}

const AROUND = 12;

function readJson(text: string): Result<unknown, ProgrammeRefusal> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const near = at ? text.slice(Math.max(0, Number(at) - AROUND), Number(at) + AROUND) : '';
    return refuse({ code: 'not-json', at: near });
  }
}
