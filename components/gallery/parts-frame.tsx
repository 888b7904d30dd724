import type { ReactNode } from 'react';
import { PortalFrame } from '../frame/portal-frame';
import { Stack } from '../ui/layout';
import { PageHead } from '../ui/page-head';
import { Tabs } from '../ui/tabs';
import { park, support } from './samples';

const VIEWS = [
  ['acts', '按钮与提示'],
  ['data', '列表与表格'],
  ['fields', '表单'],
  ['states', '页面状态'],
  ['portal', '门户'],
  ['enterprise', '企业'],
  ['task', '填写'],
  ['staff', '业务人员'],
  ['phone', '手机'],
] as const;

/** The page around a group of parts, with tabs to the others. */
export function PartsFrame({ current, title, content }: { current: string; title: string; content: ReactNode }) {
  return (
    <PortalFrame park={park} support={support}>
      <PageHead breadcrumb={[{ label: '首页', href: '/' }, { label: '组件' }]} title={title} />
      <Stack gap={6}>
        <Tabs
          label="组件"
          items={VIEWS.map(([view, label]) => ({
            label,
            href: `/dev/gallery?view=${view}`,
            current: view === current,
          }))}
        />
        {content}
      </Stack>
    </PortalFrame>
  );
}
