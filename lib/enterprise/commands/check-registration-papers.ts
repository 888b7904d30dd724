import 'server-only';
import type { Context } from '@/lib/access/context';
import type { PaperCheck } from '../rules/paper-check';
import { REGISTRATION_PAPERS } from '../rules/registration-form';
import type { PrintedKind } from '../rules/registration-paper-model';
import { writePaperCheck, type RegistrationRow } from '../registration-store';
import { issueRegistrationPaper } from './print-registration-paper';

/** Said when something was changed after a form was printed, stamped and uploaded. */
const STALE = '打印后资料有修改，表上内容是旧的。请重新打印、盖章后上传。';

/**
 * Compares every uploaded form with what is typed now: a form whose content changed since is marked as an old version.
 * Run before 提交注册, so that nobody hands in a paper that says something else than the form.
 */
export async function checkRegistrationPapers(ctx: Context, row: RegistrationRow): Promise<void> {
  for (const { kind, isPrinted } of REGISTRATION_PAPERS) {
    const paper = row.papers.find((one) => one.kind === kind);
    if (!isPrinted || !paper || paper.paperVersion === null) continue;
    const standing = await issueRegistrationPaper(ctx, row, kind as PrintedKind);
    if (standing.ok && standing.value.version !== paper.paperVersion)
      await writePaperCheck(ctx.db, paper.id, {
        ...(paper.check as unknown as PaperCheck),
        ...{ state: 'other-version', mayKeep: false, verdict: 'refuse', findings: [STALE] },
      });
  }
}
