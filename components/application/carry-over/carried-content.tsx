import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/choice';
import { DefinitionList } from '@/components/ui/definition-list';
import { Stack } from '@/components/ui/layout';
import { Status } from '@/components/ui/status';
import type { CarryOverView } from '@/lib/application/carry-over-queries';
import type { CarriedPaper } from '@/lib/application/rules/carry-over';
import { formatDay } from '@/lib/kernel/shanghai-day';

/** What was written about the enterprise, and the papers that may serve again, each with its age. */
export function CarriedContent({ view: { answers, papers, people } }: { view: CarryOverView }) {
  const ofPeople = people.flatMap((person) => person.papers);
  const usable = [...papers, ...ofPeople].filter(({ stale }) => stale === null).length;
  return (
    <Card title="填写内容和材料">
      <Stack gap={4}>
        {answers.length > 0 && (
          <>
            <Checkbox
              id="carry-answers"
              name="answers"
              value="yes"
              defaultChecked
              label={`企业填写的内容，${answers.length} 项`}
            />
            <DefinitionList
              look="lines"
              items={answers.map(({ label, shown, writtenOn }) => ({
                label,
                value: (
                  <>
                    {shown} <small>{formatDay(writtenOn)} 填写</small>
                  </>
                ),
              }))}
            />
          </>
        )}
        {papers.length + ofPeople.length > 0 && (
          <>
            <Checkbox
              id="carry-papers"
              name="papers"
              value="yes"
              defaultChecked
              label={`仍有效的材料，${usable} 份（随所选人员带入）`}
            />
            {papers.length > 0 && (
              <DefinitionList
                look="lines"
                items={papers.map((paper) => ({ label: paper.label, value: <Paper paper={paper} /> }))}
              />
            )}
          </>
        )}
      </Stack>
    </Card>
  );
}

function Paper({ paper: { attachment, uploadedOn, stale } }: { paper: CarriedPaper }) {
  return (
    <>
      {attachment.fileName}，{formatDay(uploadedOn)} 上传{' '}
      {stale ? (
        <Status look="text" tone="amber">
          {stale}
        </Status>
      ) : (
        <Status look="text" tone="green">
          可用
        </Status>
      )}
    </>
  );
}
