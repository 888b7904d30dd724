import type { ReactNode } from 'react';
import { Row, Stack } from '@/components/ui/layout';
import { LinkButton } from '@/components/ui/button';
import styles from './dev.module.css';

/** The demo's own pages: who can sign in, what was sent, what time it is. */
export default function DevLayout({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <Stack gap={6}>
        <nav aria-label="演示页面">
          <Row gap={2}>
            <LinkButton href="/">首页</LinkButton>
            <LinkButton href="/dev">账号与时钟</LinkButton>
            <LinkButton href="/dev/outbox">短信与邮件</LinkButton>
            <LinkButton href="/dev/keys">CA Key</LinkButton>
            <LinkButton href="/dev/gallery">组件</LinkButton>
          </Row>
        </nav>
        <main>
          <Stack gap={6}>{children}</Stack>
        </main>
      </Stack>
    </div>
  );
}
