import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { contentHash } from '@/lib/db/content-hash';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as store from '../layout-store';
import { checkBankLayout } from '../rules/bank-layout-check';
import type { LayoutRefusal } from '../rules/layout-refusals';

type Answer = Result<{ readonly versionId: string }, LayoutRefusal>;

/**
 * Reads a bank's layout from a file into the draft version of that code, which it makes where there is none. Everything
 * that is wrong is said at once and nothing is kept; what is right waits to be published.
 */
export async function takeBankLayout(ctx: Context<StaffActor>, { text }: { readonly text: string }): Promise<Answer> {
  authorise(ctx.actor, 'layout.manage');
  const json = readJson(text);
  if (!json.ok) return json;
  const checked = checkBankLayout(json.value);
  if (!checked.ok) return refuse({ code: 'layout-wrong', faults: checked.refusal });
  const config = checked.value;
  const kept = { config, sha256: contentHash(config), takenById: ctx.actor.id, takenAt: ctx.now };
  return transact(ctx, async (tx): Promise<Answer> => {
    await store.lockLayouts(tx.db);
    const layout = await store.layoutOfCode(tx.db, config.code);
    const layoutId = layout?.id ?? (await store.insertLayout(tx.db, config.code, tx.now));
    const published = await store.publishedLayoutVersion(tx.db, layoutId);
    if (published?.sha256 === kept.sha256) return refuse({ code: 'layout-same' });
    const [newest] = layout?.versions ?? [];
    const draft = newest?.status === 'DRAFT' ? newest : null;
    const number = draft?.number ?? (newest?.number ?? 0) + 1;
    if (draft) await store.rewriteLayoutDraft(tx.db, draft.id, kept);
    const versionId = draft?.id ?? (await store.insertLayoutVersion(tx.db, layoutId, number, kept));
    await writeAudit(tx, {
      action: 'bankLayout.take',
      word: draft ? '替换待发布的银行文件格式' : '上传银行文件格式',
      subjectKind: 'bankLayout',
      subjectId: layoutId,
      detail: { code: config.code, number, sha256: kept.sha256 },
    });
    return ok({ versionId });
  });
}

const AROUND = 12;

function readJson(text: string): Result<unknown, LayoutRefusal> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const near = at ? text.slice(Math.max(0, Number(at) - AROUND), Number(at) + AROUND) : '';
    return refuse({ code: 'layout-not-json', at: near });
  }
}
