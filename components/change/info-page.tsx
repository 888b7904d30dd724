import type { EnterpriseInfo } from '@/lib/enterprise/change-queries';
import { CHANGE_KIND_WORDS } from '@/lib/enterprise/rules/change-form';
import { CHANGE_STATUS } from '@/lib/enterprise/rules/change-labels';
import { ENTERPRISE_SECTION } from '@/lib/enterprise/rules/registration-form';
import { paths } from '@/lib/kernel/paths';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { Anchor } from '../ui/anchor';
import { Card } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';

const ORDER = ['name', 'uscc', ...ENTERPRISE_SECTION.fields.map(({ id }) => id)];
const LABELS: Readonly<Record<string, string>> = {
  name: '企业名称',
  uscc: '统一社会信用代码',
  ...Object.fromEntries(ENTERPRISE_SECTION.fields.map(({ id, label }) => [id, label])),
};

const day = (at: Date) => formatDay(shanghaiDayOf(at));

/** The registered fields in their order, each with where it came from and since when. */
export function RegisteredFacts({ info }: { info: EnterpriseInfo }) {
  const facts = ORDER.flatMap((field) => info.facts.find((fact) => fact.field === field) ?? []);
  return (
    <Card title="登记信息">
      <DefinitionList
        look="lines"
        items={facts.map(({ field, value, source, at }) => ({
          label: LABELS[field] ?? field,
          value,
          note: `${source}，${day(at)}`,
        }))}
      />
    </Card>
  );
}

/** What it was called, and until when. */
export function FormerNames({ info }: { info: EnterpriseInfo }) {
  if (info.formerNames.length === 0) return null;
  return (
    <Card title="曾用名" foot="此前提交的申请和开具的文书，仍写当时的名称。">
      <DefinitionList
        look="lines"
        items={info.formerNames.map(({ name, until, source }) => ({
          label: `${day(until)}前`,
          value: name,
          note: source,
        }))}
      />
    </Card>
  );
}

/** What waits: open requests, and accounts that still bear a former name. */
export function InfoAttention({ info }: { info: EnterpriseInfo }) {
  return (
    <Stack gap={3}>
      {info.open.map(({ id, kind, status }) => (
        <Notice
          key={id}
          tone={CHANGE_STATUS[status].tone}
          title={`${CHANGE_KIND_WORDS[kind]}：${CHANGE_STATUS[status].word}`}
        >
          <Anchor href={paths.changeRequest(id)}>{status === 'DRAFT' ? '继续填写' : '查看办理情况'}</Anchor>
        </Notice>
      ))}
      {info.otherHolders > 0 && (
        <Notice tone="amber" title={`${info.otherHolders} 个银行账户的户名与企业名称不同`}>
          户名不同不能收款。请到开户行更名后，<Anchor href={paths.contacts()}>新增账户</Anchor>再停用旧的。
        </Notice>
      )}
    </Stack>
  );
}
