'use client';

import { useState } from 'react';
import { formatDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/** After signing in under a former name: what to type from now on, and how long the old one opens. */
export function FormerNameNotice({ name, until }: { name: string; until: ShanghaiDay }) {
  const [isRead, setRead] = useState(false);
  if (isRead) return null;
  return (
    <Notice
      role="status"
      title={`贵单位已更名为“${name}”，请今后用新名称登录。`}
      actions={
        <Button size="s" variant="plain" onClick={() => setRead(true)}>
          知道了
        </Button>
      }
    >
      原名称用到 {formatDay(until)}为止，也可以填统一社会信用代码登录。
    </Notice>
  );
}
