'use client';

import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { parsePart, stepOfPart, type PartKey } from '@/lib/application/rules/part-keys';
import { paths } from '@/lib/kernel/paths';
import { useWizard } from './wizard-context';
import styles from './wizard.module.css';

/** After a return: which of the reviewer's comments one is at, its words, and the way to the next one. */
export function FixBar() {
  const { view, draft, target } = useWizard();
  const { comments } = view;
  if (draft.status !== 'RETURNED' || comments.length === 0) return null;
  const found = comments.findIndex(({ part }) => part === target?.part);
  const index = Math.max(0, found);
  const comment = comments[index];
  if (!comment) return null;
  const [before, after] = [comments[index - 1], comments[index + 1]];
  return (
    <div className={styles.fix} data-print="hide">
      <Notice
        tone="amber"
        title={
          <>
            第 {index + 1} 处，共 {comments.length} 处：{comment.label}
          </>
        }
        actions={
          <div className={styles.ways}>
            {before && (
              <LinkButton size="s" variant="plain" href={hrefOf(draft.id, before.part)}>
                上一处
              </LinkButton>
            )}
            {found < 0 && (
              <LinkButton size="s" href={hrefOf(draft.id, comment.part)}>
                去修改
              </LinkButton>
            )}
            {after ? (
              <LinkButton size="s" href={hrefOf(draft.id, after.part)}>
                下一处
              </LinkButton>
            ) : (
              <LinkButton size="s" href={paths.edit(draft.id, 'preview')}>
                去预览
              </LinkButton>
            )}
          </div>
        }
      >
        审核意见：{comment.text}
      </Notice>
    </div>
  );
}

function hrefOf(applicationId: string, key: PartKey): string {
  const part = parsePart(key) ?? { kind: 'whole' as const };
  return paths.edit(applicationId, stepOfPart(part), key);
}
