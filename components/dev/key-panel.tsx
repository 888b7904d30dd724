'use client';

import { useCallback, useEffect, useState } from 'react';
import { CA_NAMES, type CaProvider } from '@/lib/enterprise/rules/ca-provider';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Row, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { Status, Tag } from '../ui/status';
import { Table } from '../ui/table';

type DevKey = {
  readonly id: string;
  readonly label: string;
  readonly provider: CaProvider;
  readonly algorithm: string;
  readonly pin: string;
  readonly note: string;
  readonly plugged: boolean;
  readonly left: number;
};
type Defects = Readonly<Record<'garbage' | 'oldVersion' | 'crashMidSign' | 'cancel', boolean>> & { slowMs: number };
type AgentState = { readonly version: string; readonly keys: readonly DevKey[]; readonly defects: Defects };

const DEFECTS: readonly { verb: string; label: string; isOn: (defects: Defects) => boolean }[] = [
  { verb: 'slow', label: '回答很慢', isOn: ({ slowMs }) => slowMs > 0 },
  { verb: 'garbage', label: '回答乱码', isOn: ({ garbage }) => garbage },
  { verb: 'old-version', label: '版本过低', isOn: ({ oldVersion }) => oldVersion },
  { verb: 'crash-mid-sign', label: '签名时崩溃', isOn: ({ crashMidSign }) => crashMidSign },
  { verb: 'cancel', label: '签名时取消', isOn: ({ cancel }) => cancel },
];
const LOOK_EVERY_MS = 2_000;

/** The demo's keys and the agent they hang on: plug, unplug, spoil. Speaks to the agent itself, as a page does. */
export function KeyPanel({ agent }: { agent: string }) {
  const [state, setState] = useState<AgentState | null>(null);
  const [isAway, setAway] = useState(false);
  const ask = useCallback(
    async (verb: string, body: object = {}) => {
      try {
        const init = verb === 'state' ? {} : { method: 'POST', body: JSON.stringify(body) };
        const response = await fetch(`${agent}/control/${verb}`, { ...init, cache: 'no-store' });
        if (response.ok) setState((await response.json()) as AgentState);
        setAway(!response.ok);
      } catch {
        setAway(true);
      }
    },
    [agent],
  );
  useEffect(() => {
    const first = setTimeout(() => void ask('state'));
    const timer = setInterval(() => void ask('state'), LOOK_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [ask]);

  return (
    <Stack gap={6}>
      {isAway && (
        <Notice tone="amber" title="驱动模拟程序没有回答">
          崩溃后会自动重新启动。从其他电脑打开本页的，要在那台电脑上运行它。
        </Notice>
      )}
      <Card title="驱动的毛病" aside={state ? `模拟程序 ${state.version} 版` : undefined}>
        <Row gap={2}>
          {DEFECTS.map(({ verb, label, isOn }) => {
            const on = state ? isOn(state.defects) : false;
            return (
              <Button
                key={verb}
                size="s"
                variant={on ? 'primary' : 'plain'}
                aria-pressed={on}
                onClick={() => void ask(verb)}
              >
                {label}
              </Button>
            );
          })}
          <Button size="s" icon="check" onClick={() => void ask('sound')}>
            恢复正常
          </Button>
          <Button size="s" icon="undo" onClick={() => void ask('reset')}>
            全部还原
          </Button>
        </Row>
      </Card>
      <Card title="Key" flush>
        <Table
          caption="演示用的 Key"
          columns={[
            { key: 'name', title: '证书所有者' },
            { key: 'ca', title: 'CA' },
            { key: 'note', title: '用来看什么' },
            { key: 'pin', title: 'PIN 码' },
            { key: 'state', title: '状态' },
            { key: 'acts', title: '操作' },
          ]}
          rows={(state?.keys ?? []).map((key) => ({ key: key.id, cells: cellsOf(key, ask) }))}
          empty={<EmptyState title="还没有 Key" why="驱动模拟程序启动后会列在这里。" />}
        />
      </Card>
    </Stack>
  );
}

function cellsOf(key: DevKey, ask: (verb: string, body?: object) => Promise<void>) {
  return {
    name: key.label,
    ca: (
      <>
        {CA_NAMES[key.provider]} <Tag>{key.algorithm}</Tag>
      </>
    ),
    note: key.note,
    pin: key.left === 0 ? '已锁定' : `${key.pin}（剩 ${key.left} 次）`,
    state: key.plugged ? <Status tone="green">已插上</Status> : <Status tone="neutral">未插</Status>,
    acts: (
      <Row gap={2}>
        <Button size="s" onClick={() => void ask(key.plugged ? 'unplug' : 'plug', { key: key.id })}>
          {key.plugged ? '拔下' : '插上'}
        </Button>
        <Button size="s" variant="plain" onClick={() => void ask(key.left === 0 ? 'unlock' : 'lock', { key: key.id })}>
          {key.left === 0 ? '解锁' : '锁定'}
        </Button>
      </Row>
    ),
  };
}
