import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { formatBytes } from '@/lib/files/rules/upload-limits';
import { talentAnswers, type ContactView, type TalentView } from '@/lib/application/rules/draft';
import type { SnapshotAttachment } from '@/lib/application/rules/snapshot';
import { partLabel } from '@/lib/application/rules/part-keys';
import { readBackAll } from '@/lib/forms/rules/read-back';
import { formatMoney } from '@/lib/kernel/fen';
import { paths } from '@/lib/kernel/paths';
import { categoryOf, standardDerivation, standardFenOf } from '@/lib/programme/rules/amounts';
import type { Answers, CategoryConfig, ProgrammeConfig } from '@/lib/programme/rules/config';

export type Reading = {
  readonly enterprise: { readonly name: string; readonly uscc: string };
  readonly answers: Answers;
  readonly contact: Pick<ContactView, 'name' | 'maskedMobile' | 'maskedEmail'> | null;
  readonly talents: readonly ReadTalent[];
  readonly attachments: readonly Omit<SnapshotAttachment, 'sha256'>[];
};
type ReadTalent = Pick<TalentView, 'id' | 'name' | 'idType' | 'category' | 'answers'> & {
  readonly sealed: Readonly<Record<string, { readonly masked: string }>>;
};

type ReadingProps = { readonly reading: Reading; readonly config: ProgrammeConfig };

/** Everything that an application holds, read in the order of the form; personal values masked. */
export function SubmissionReading({ reading, config }: ReadingProps) {
  const { enterprise, contact, attachments } = reading;
  return (
    <>
      <Card title="申报单位" aside={`${enterprise.name}　${enterprise.uscc}`}>
        <DefinitionList
          columns={2}
          look="lines"
          items={readBackAll(config.enterprise, reading.answers, { config }).flatMap(({ rows }) =>
            rows.map(({ label, text }) => ({ label, value: text })),
          )}
        />
      </Card>
      <Card title="联系信息">
        <DefinitionList
          columns={2}
          look="lines"
          items={[
            { label: '联系人', value: contact?.name },
            { label: '手机', value: contact?.maskedMobile },
            { label: '电子邮箱', value: contact?.maskedEmail },
          ]}
        />
      </Card>
      {reading.talents.map((talent, index) => (
        <Talent key={talent.id} talent={talent} place={index + 1} reading={reading} config={config} />
      ))}
      <Card title="附件" aside={`${attachments.length} 个文件`}>
        <DefinitionList
          look="lines"
          items={attachments.map((file) => ({
            label: `${partLabel({ kind: 'attachment', ...file }, reading, config)}`,
            value: <File file={file} />,
          }))}
        />
      </Card>
    </>
  );
}

function Talent({ talent, place, reading, config }: ReadingProps & { talent: ReadTalent; place: number }) {
  const masked = Object.fromEntries(Object.entries(talent.sealed).map(([id, value]) => [id, value.masked]));
  const answers = talentAnswers(talent);
  const sections = readBackAll(config.entry, answers, { config, masked, outer: reading.answers });
  const category = categoryOf(config, talent.category);
  return (
    <Card
      title={`${config.entryWord} ${place}　${talent.name || '未填姓名'}`}
      aside={category && standardAside(config, category, answers)}
    >
      <DefinitionList
        columns={2}
        look="lines"
        items={sections.flatMap(({ rows }) => rows.map(({ label, text }) => ({ label, value: text })))}
      />
    </Card>
  );
}

function standardAside(config: ReadingProps['config'], { code, label }: CategoryConfig, answers: Answers): string {
  const how = standardDerivation(config, answers);
  return `${code} ${label}，${formatMoney(standardFenOf(config, answers))}${how ? `（${how}）` : ''}`;
}

function File({ file }: { file: Reading['attachments'][number] }) {
  return (
    <>
      <Anchor href={paths.file(file.fileId, 'view')} target="_blank">
        {file.fileName}
      </Anchor>
      ，{formatBytes(file.sizeBytes)}
    </>
  );
}
