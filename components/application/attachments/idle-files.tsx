'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { partLabel } from '@/lib/application/rules/part-keys';
import { idleFiles } from '@/lib/application/rules/requirements';
import { useWizard } from '../wizard/wizard-context';
import type { PaperActs } from './paper-acts';
import styles from './attachments.module.css';

/** Files that nothing asks for since an answer was changed: shown, not handed in, and asked about. */
export function IdleFiles({ acts }: { acts: PaperActs }) {
  const { draft, view } = useWizard();
  const files = idleFiles(draft, view.config);
  if (files.length === 0) return null;
  return (
    <Notice tone="amber" title={`有 ${files.length} 个文件目前不需要，不会随申请提交`}>
      <p>内容改动后，这些材料不再要求。改回原来的内容，它们会自动恢复。</p>
      <ul className={styles.idle}>
        {files.map((file) => (
          <li key={file.id}>
            <span>
              {partLabel({ kind: 'attachment', ...file }, draft, view.config)}：{file.fileName}
            </span>
            <Button size="s" variant="quiet" onClick={() => acts.show(file)}>
              查看
            </Button>
            <Button size="s" variant="quiet" onClick={() => acts.remove(file)}>
              移除
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
