'use client';

import { Anchor } from '@/components/ui/anchor';
import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import { formatTime } from '@/lib/kernel/shanghai-day';
import { paths } from '@/lib/kernel/paths';
import { useWizard } from './wizard-context';
import styles from './wizard.module.css';

/** Whether what was typed is saved, in words. A failure stands out and says what happens next. */
export function SaveWords() {
  const { state, session } = useWizard();
  const { save } = state;
  switch (save.kind) {
    case 'waiting':
    case 'saving':
      return (
        <Status tone="blue" icon="refresh" look="text">
          正在保存
        </Status>
      );
    case 'saved':
      return (
        <Status tone="green" look="text">
          {save.at ? `已保存 ${formatTime(save.at)}` : '边填边存，内容已保存'}
        </Status>
      );
    case 'failed':
      return (
        <span className={styles.failed} role="alert">
          <Status tone="red">未保存：{save.says}</Status>
          {save.why === 'signed-out' ? (
            <Anchor href={paths.login()} target="_blank">
              在新窗口登录
            </Anchor>
          ) : (
            <Button size="s" variant="quiet" onClick={() => void session.flush()}>
              现在重试
            </Button>
          )}
        </span>
      );
  }
}
