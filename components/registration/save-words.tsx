import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import { formatTime } from '@/lib/kernel/shanghai-day';
import type { SaveState } from './saver';
import styles from './registration.module.css';

/** Whether what was typed is on the server, in words. A failure stands out and stays. */
export function SaveWords({ save, retry }: { save: SaveState; retry: () => void }) {
  if (save.kind === 'saving')
    return (
      <Status tone="blue" icon="refresh" look="text">
        正在保存
      </Status>
    );
  if (save.kind === 'saved')
    return (
      <Status tone="green" look="text">
        {save.at ? `已保存 ${formatTime(save.at)}` : '边填边存，七天内可继续'}
      </Status>
    );
  return (
    <span className={styles.failed} role="alert">
      <Status tone="red">未保存：{save.says}</Status>
      {!save.isFinal && (
        <Button size="s" variant="quiet" onClick={retry}>
          现在重试
        </Button>
      )}
    </span>
  );
}
