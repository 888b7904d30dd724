import type { VersionDetail } from '@/lib/programme/admin-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { standardWord } from '@/lib/programme/rules/amounts';
import type { ProgrammeConfig, SectionConfig } from '@/lib/programme/rules/config';
import type { Act } from '../disbursement/act-confirm';
import { StaffHead } from '../frame/staff-frame';
import { LinkButton } from '../ui/button';
import { Card, Section } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { Row, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { ChangeTable } from './change-table';
import { VersionStatus } from './version-status';
import { WaitingActs } from './waiting-acts';

type Props = { version: VersionDetail; publish: Act; discard: Act };

/** One version of a configuration: what it changes, what it asks for, and the act of publishing it. */
export function VersionPage({ version, publish, discard }: Props) {
  const { config, status, number } = version;
  return (
    <Stack gap={4}>
      <StaffHead
        title={`${config?.name ?? '配置'}　第 ${number} 版`}
        note={
          <>
            <VersionStatus status={status} look="tag" />{' '}
            {version.publishedAt && `${formatDayTime(version.publishedAt)} 发布`}
          </>
        }
        actions={
          <Row gap={2}>
            <LinkButton size="s" variant="plain" icon="arrow-left" href={paths.staffProgramme(version.programmeId)}>
              全部版本
            </LinkButton>
            <LinkButton size="s" variant="plain" icon="download" href={paths.programmeConfig(version.id)} download>
              下载配置
            </LinkButton>
            {status === 'DRAFT' && <Acts version={version} publish={publish} discard={discard} />}
          </Row>
        }
      />
      {status === 'DRAFT' && (
        <Notice tone="amber" title="尚未发布">
          {version.changes
            ? '企业看到的还是原来的版本。请核对下面的差别，再发布。'
            : '这是新事项，企业还看不到。请核对下面的内容，再发布；发布后新增年度，即可受理。'}
        </Notice>
      )}
      {version.faults.length > 0 && (
        <Notice tone="red" title="这份配置不能使用">
          <ul>
            {version.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      )}
      {version.changes && (
        <Section title={`与第 ${version.changes.against} 版的差别`} note={`${version.changes.lines.length} 处`}>
          <ChangeTable caption="与前一版本的差别" changes={version.changes.lines} />
        </Section>
      )}
      {config && <Contents config={config} />}
    </Stack>
  );
}

function Acts({ version, publish, discard }: Props) {
  return (
    <WaitingActs
      what="配置"
      name={version.config?.name ?? ''}
      consequence={
        <>
          <p>此后新的申请按这一版填报，办事指南随即更新；已提交的案件仍按各自的版本办理。</p>
          {version.draftsElsewhere > 0 && (
            <p>{version.draftsElsewhere} 份草稿依据原来的版本，企业打开时会看到差别，自行选择改用。</p>
          )}
        </>
      }
      {...{ version, publish, discard }}
    />
  );
}

function Contents({ config }: { config: ProgrammeConfig }) {
  const { first, final } = config.reviewWorkingDays;
  const paper = (per: 'application' | 'entry') =>
    config.requirements
      .filter((one) => one.per === per)
      .map(({ label, optional }) => label + (optional ? '（选交）' : ''));
  return (
    <Card title="内容一览">
      <DefinitionList
        look="lines"
        items={[
          { label: '简介', value: config.summary },
          { label: '实施主体', value: config.payer },
          {
            label: `${config.categoryWord}与标准`,
            value: config.categories.map((one) => `${one.code} ${one.label} ${standardWord(config, one)}`).join('；'),
          },
          { label: '企业填写', value: sections(config.enterprise) },
          { label: `每名${config.entryWord}填写`, value: sections(config.entry) },
          { label: '每份申请的材料', value: paper('application').join('、') || '无' },
          { label: `每名${config.entryWord}的材料`, value: paper('entry').join('、') || '无' },
          { label: '条件', value: config.eligibility.map(({ says }) => says).join('；') || '无' },
          {
            label: '期限',
            value: `初审 ${first} 个、复审 ${final} 个工作日；补正 ${config.returnWorkingDays} 个工作日；公示 ${config.notice.workingDays} 个工作日`,
          },
          {
            label: '审核理由',
            value: `退回 ${count(config, 'return')} 条，不予支持 ${count(config, 'refuse')} 条`,
          },
        ]}
      />
    </Card>
  );
}

const sections = (all: readonly SectionConfig[]) =>
  all.map(({ title, fields }) => `${title}（${fields.length} 项）`).join('、');

const count = ({ reasons }: ProgrammeConfig, what: 'return' | 'refuse') =>
  reasons.filter((reason) => reason.for === what).length;
