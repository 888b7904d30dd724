import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Disclosure } from '@/components/ui/disclosure';
import { Stack } from '@/components/ui/layout';
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
