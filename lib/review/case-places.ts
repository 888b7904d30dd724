import 'server-only';
import type { Context } from '@/lib/access/context';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { lastPages, placesIn } from './proof-store';
import type { Places } from './rules/proof-places';
import { provingPaper } from './rules/proving-paper';

/** What reviewers before marked in the files of a case, and on which page they found each field elsewhere. */
export async function placesOf(
  ctx: Context,
  programmeId: string,
  { snapshot, config }: { readonly snapshot: SubmissionSnapshot; readonly config: ProgrammeConfig },
): Promise<Places> {
  const hashes = [...new Set(snapshot.attachments.map(({ sha256 }) => sha256))];
  const [marked, hints] = await Promise.all([
    placesIn(ctx.db, programmeId, hashes),
    lastPages(ctx.db, programmeId, fieldsWithPapers(config)),
  ]);
  return { marked, hints };
}

function fieldsWithPapers({ enterprise, entry, requirements }: ProgrammeConfig) {
  const wantedOf = (sections: typeof entry, per: 'application' | 'entry') =>
    fieldsOf(sections).flatMap((field) => {
      const papers = requirements.filter((one) => one.per === per);
      // Which of them was handed in differs from talent to talent, so that a field may have several.
      return papers.flatMap((paper) =>
        provingPaper(field, [paper], per === 'entry') ? [{ requirementId: paper.id, fieldId: field.id }] : [],
      );
    });
  return [...wantedOf(enterprise, 'application'), ...wantedOf(entry, 'entry')];
}
