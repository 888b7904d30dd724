import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Money } from '@/components/ui/money';
import { Stack } from '@/components/ui/layout';
import { CellNote, Table } from '@/components/ui/table';
import { derivation } from '@/lib/application/rules/award';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import { talentAnswers } from '@/lib/application/rules/draft';
import { readBackAll } from '@/lib/forms/rules/read-back';
import { paths } from '@/lib/kernel/paths';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';

/** What was handed in, read back section by section; personal values masked. */
export function CaseContent({ snapshot, config }: { snapshot: SubmissionSnapshot; config: ProgrammeConfig }) {
  return (
    <Card title={`第 ${snapshot.number} 次提交的内容`}>
      <Stack gap={2}>
        {readBackAll(config.enterprise, snapshot.answers, { config }).map((section) => (
          <Disclosure key={section.id} summary={section.title}>
            <DefinitionList
              columns={2}
              items={section.rows.map((row) => ({ label: row.label, value: row.text || '未填写' }))}
            />
          </Disclosure>
        ))}
        <Disclosure summary="联系信息">
          <DefinitionList
            columns={2}
            items={[
              { label: '联系人', value: snapshot.contact.name },
              { label: '手机', value: snapshot.contact.maskedMobile },
              { label: '电子邮箱', value: snapshot.contact.maskedEmail },
            ]}
          />
        </Disclosure>
        {snapshot.talents.map((talent) => (
          <Disclosure
            key={talent.id}
            summary={`${config.entryWord} ${talent.position}：${talent.name}，${talent.categoryLabel}`}
          >
            <TalentContent talent={talent} snapshot={snapshot} config={config} />
          </Disclosure>
        ))}
        <Disclosure summary={`附件信息，共 ${snapshot.attachments.length} 个文件`}>
          <FileList snapshot={snapshot} config={config} talentId={null} />
        </Disclosure>
      </Stack>
    </Card>
  );
}

type TalentProps = {
  talent: SubmissionSnapshot['talents'][number];
  snapshot: SubmissionSnapshot;
  config: ProgrammeConfig;
};

function TalentContent({ talent, snapshot, config }: TalentProps) {
  const masked = Object.fromEntries(Object.entries(talent.sealed).map(([id, value]) => [id, value.masked]));
  const rows = readBackAll(config.entry, talentAnswers(talent), { config, masked, outer: snapshot.answers }).flatMap(
    (section) => section.rows,
  );
  return (
    <Stack gap={3}>
      <DefinitionList columns={2} items={rows.map((row) => ({ label: row.label, value: row.text || '未填写' }))} />
      <FileList snapshot={snapshot} config={config} talentId={talent.id} />
    </Stack>
  );
}

function FileList({
  snapshot,
  config,
  talentId,
}: {
  snapshot: SubmissionSnapshot;
  config: ProgrammeConfig;
  talentId: string | null;
}) {
  const files = snapshot.attachments.filter((file) => file.talentId === talentId);
  const labelOf = (id: string) => config.requirements.find((one) => one.id === id)?.label ?? '其他材料';
  return (
    <DefinitionList
      items={files.map((file) => ({
        label: labelOf(file.requirementId),
        value: (
          <Anchor href={paths.file(file.fileId, 'view')} target="_blank">
            {file.fileName}
          </Anchor>
        ),
      }))}
    />
  );
}

/** How the amount comes about, line by line: expected before the decision, approved after it. */
export function CaseAmount({ snapshot, approvedFen }: { snapshot: SubmissionSnapshot; approvedFen: number | null }) {
  const lines = derivation(snapshot.award);
  return (
    <Card
      title={approvedFen === null ? '预计补贴' : '核定补贴'}
      aside={approvedFen === null ? '预计不等于核定，以审核结果为准' : undefined}
    >
      <Table
        caption="金额的由来"
        columns={[
          { key: 'label', title: '项目' },
          { key: 'fen', title: '金额（元）', align: 'end' },
        ]}
        rows={[
          ...(approvedFen === null ? lines : []).map((line) => ({
            key: line.label,
            cells: { label: line.label, fen: <Money fen={line.fen} bare strong={line.strong} /> },
          })),
          ...(approvedFen === null
            ? []
            : [
                {
                  key: 'approved',
                  cells: {
                    label: (
                      <>
                        核定补贴<CellNote>逐人核定，见下</CellNote>
                      </>
                    ),
                    fen: <Money fen={approvedFen} bare strong />,
                  },
                },
              ]),
        ]}
      />
    </Card>
  );
}
