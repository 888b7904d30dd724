'use client';

import { Progress } from '@/components/ui/progress';
import { MAX_APPLICATION_BYTES } from '@/lib/application/rules/upload-limits';
import { formatBytes, MAX_FILE_BYTES, MAX_PIXELS } from '@/lib/files/rules/upload-limits';
import { useWizard } from '../wizard/wizard-context';
import type { Underway } from './use-uploads';
import styles from './attachments.module.css';

const MB = 1024 * 1024;

/** What can be uploaded, said before anything is chosen, and how much room is left; what is on its way takes room too. */
export function UploadLimits({ usedBytes, underway }: { usedBytes: number; underway: readonly Underway[] }) {
  const { draft } = useWizard();
  const attached = draft.attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const moving = underway.filter(({ state }) => state !== 'refused').reduce((sum, { file }) => sum + file.size, 0);
  const used = Math.max(usedBytes, attached + moving);
  return (
    <div className={styles.limits}>
      <span>
        格式 <b>JPG、PNG、HEIC、PDF</b>
      </span>
      <span>
        每个文件 <b>不超过 {formatBytes(MAX_FILE_BYTES)}</b>
      </span>
      <span>
        图片 <b>不超过 {MAX_PIXELS / 10_000} 万像素</b>
      </span>
      <span>可拖放，或点一下所在行后粘贴截图</span>
      <span className={styles.used}>
        已用 {Math.ceil(used / MB)} MB，还可传 {Math.max(0, Math.floor((MAX_APPLICATION_BYTES - used) / MB))} MB
        <Progress label="附件总量" value={used} max={MAX_APPLICATION_BYTES} />
      </span>
    </div>
  );
}
