'use client';

import { Status } from '@/components/ui/status';
import { formatTime } from '@/lib/kernel/shanghai-day';
import { useNewestState } from './wizard-context';
import styles from './wizard.module.css';

/** Whether what was typed is saved, in words: 正在保存, 已保存 and when, 未保存. Why not is said by the bar at the head. */
export function SaveWords() {
  const { copy } = useNewestState();
  return (
    <span className={styles.state} data-copy={copy}>
      <Words />
      {copy === 'off' && <span className={styles.copy}>本机副本未开启，内容直接保存到服务器</span>}
    </span>
  );
}

function Words() {
  const { save, pending, trouble } = useNewestState();
  if (trouble && pending.size > 0) return <Status tone="red">未保存</Status>;
  if (save.kind === 'saved' || pending.size === 0) {
    const at = save.kind === 'saved' ? save.at : null;
    return (
      <Status tone="green" look="text">
        {at ? `已保存 ${formatTime(at)}` : '边填边存，内容已保存'}
      </Status>
    );
  }
  return (
    <Status tone="blue" icon="refresh" look="text">
      正在保存
    </Status>
  );
}
