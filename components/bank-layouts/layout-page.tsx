import type { HistoryLine } from '@/lib/audit/history-queries';
import type { LayoutVersionDetail } from '@/lib/disbursement/layout-queries';
import { BANK_LAYOUT_STATUS } from '@/lib/disbursement/rules/labels';
import { orderFacts, resultFacts } from '@/lib/disbursement/rules/layout-words';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { HistoryCard } from '../desk/history-card';
import type { Act } from '../disbursement/act-confirm';
import { StatusTag } from '../disbursement/status-tag';
import { StaffHead } from '../frame/staff-frame';
import { ChangeTable } from '../programme-admin/change-table';
import { LinkButton } from '../ui/button';
import { Card, Section } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { Columns, Row, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { LayoutActs } from './layout-acts';
import { SampleResult } from './sample-result';
import { SampleText } from './sample-text';

const PROVIDED = '随系统提供';

type Props = { version: LayoutVersionDetail; publish: Act; discard: Act; retire: Act };

/** One version of a bank's layout: what it changes, what files of it look like, and the acts upon it. */
export function LayoutPage({ version, ...acts }: Props) {
  const { config, preview, changes, publishedAt } = version;
  const by = version.publisherName ?? `${PROVIDED}，`;
  return (
    <Stack gap={4}>
      <StaffHead
        title={`${version.name}　第 ${version.number} 版`}
        note={
          <>
            <StatusTag label={BANK_LAYOUT_STATUS[version.status]} />{' '}
            {publishedAt && `${by} ${formatDayTime(publishedAt)} 发布；`}
            {version.code}，{version.files} 份付款文件用这一版
          </>
        }
        actions={
          <Row gap={2}>
            <LinkButton size="s" variant="plain" icon="arrow-left" href={paths.bankLayouts()}>
              全部格式
            </LinkButton>
            <LinkButton size="s" variant="plain" icon="download" href={paths.bankLayoutFile(version.id)} download>
              下载格式
            </LinkButton>
            <LayoutActs version={version} {...acts} />
          </Row>
        }
      />
      <Standing version={version} />
      <Columns
        sideLabel="经过"
        sideWidth="l"
        main={
          <Stack gap={4}>
            {changes && (
              <Section title={`与第 ${changes.against} 版的差别`} note={`${changes.lines.length} 处`}>
                <ChangeTable caption="与前一版本的差别" changes={changes.lines} />
              </Section>
            )}
            {preview && (
              <Section title="样例付款文件" note="由虚构的三笔写出，已读回核对">
                <SampleText label="样例付款文件" text={preview.paymentFile} />
              </Section>
            )}
            {preview && <SampleResult preview={preview} />}
            {config && (
              <Card title="付款文件">
                <DefinitionList look="lines" items={orderFacts(config.order)} />
              </Card>
            )}
            {config && (
              <Card title="结果文件">
                <DefinitionList look="lines" items={resultFacts(config.result)} />
              </Card>
            )}
          </Stack>
        }
        side={<HistoryCard lines={historyOf(version)} />}
      />
    </Stack>
  );
}

/** A version that came with the system was published by nobody, so the log has nothing of it. */
function historyOf({ history, publisherName, publishedAt }: LayoutVersionDetail): readonly HistoryLine[] {
  if (publisherName || !publishedAt) return history;
  return [...history, { word: '发布', at: publishedAt, by: PROVIDED, reason: null }];
}

function Standing({ version: { status, faults, changes } }: Pick<Props, 'version'>) {
  return (
    <>
      {status === 'DRAFT' && (
        <Notice tone="amber" title="尚未发布">
          {changes
            ? '付款文件还按原来的版本生成。请核对差别和样例，再发布。'
            : '这是新格式，制单人员还选不到。请核对样例，再发布。'}
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice tone="red" title="这份格式不能使用">
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
