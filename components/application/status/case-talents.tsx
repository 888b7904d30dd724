import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import type { IconName } from '@/components/ui/icon';
import { Status, type Tone } from '@/components/ui/status';
import { CellNote, Table } from '@/components/ui/table';
import type { CaseStatusView } from '@/lib/application/case-queries';
import { parsePart, talentOfPart } from '@/lib/application/rules/part-keys';
import type { SnapshotTalent, SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import { ID_TYPE_LABELS } from '@/lib/forms/rules/id-complaints';
import { isIdType } from '@/lib/forms/rules/choices';
import { parseDecidedLines, type DecidedLine } from './award-lines';

/** The talents of the last submission, with what the review says of each. */
export function CaseTalents({ view, snapshot }: { view: CaseStatusView; snapshot: SubmissionSnapshot }) {
  const decided = new Map(parseDecidedLines(view.awardLines).map((line) => [line.talentId, line]));
  const total = [...decided.values()].reduce((sum, line) => sum + line.grantedFen, 0);
  const { entryWord, categoryWord } = view.config;
  return (
    <Card flush title={entryWord} aside={`${snapshot.talents.length} 人`}>
      <Table
        caption={`${entryWord}，第 ${snapshot.number} 次提交`}
        columns={[
          { key: 'place', title: '序', width: 's' },
          { key: 'who', title: '姓名与证件', onPhone: 'title' },
          { key: 'category', title: categoryWord },
          { key: 'state', title: '审核状态' },
          { key: 'amount', title: decided.size > 0 ? '核定金额' : '补贴标准', align: 'end', nowrap: true },
        ]}
        rows={[
          ...snapshot.talents.map((talent) => ({
            key: talent.id,
            cells: {
              place: talent.position,
              who: (
                <>
                  {talent.name}
                  <CellNote>{idWords(talent)}</CellNote>
                </>
              ),
              category: `${talent.category} ${talent.categoryLabel}`,
              state: <TalentState view={view} talentId={talent.id} line={decided.get(talent.id)} />,
              amount: <Money fen={decided.get(talent.id)?.grantedFen ?? talent.standardFen} />,
            },
          })),
          {
            key: 'total',
            tone: 'total' as const,
            cells: {
              who: decided.size > 0 ? '核定补贴' : '申请金额',
              amount: <Money strong fen={decided.size > 0 ? total : snapshot.award.standardTotalFen} />,
            },
          },
        ]}
      />
    </Card>
  );
}

function idWords({ idType, sealed }: SnapshotTalent): string {
  const masked = sealed.idNumber?.masked ?? '';
  return idType === 'RESIDENT_ID' || !isIdType(idType) ? masked : `${ID_TYPE_LABELS[idType]} ${masked}`;
}

type StateProps = { view: CaseStatusView; talentId: string; line: DecidedLine | undefined };

function TalentState({ view, talentId, line }: StateProps) {
  if (line) return <Decided line={line} />;
  const numbers = view.comments.flatMap(({ part }, index) => {
    const parsed = parsePart(part);
    return parsed && talentOfPart(parsed) === talentId ? [index + 1] : [];
  });
  if (numbers.length > 0) {
    return (
      <Status tone="amber" icon="pen">
        需修改，意见 {numbers.join('、')}
      </Status>
    );
  }
  const { tone, icon, word } = UNDECIDED[view.status] ?? { tone: 'neutral', icon: 'clock', word: '待审核' };
  return (
    <Status tone={tone} icon={icon}>
      {word}
    </Status>
  );
}

/** What is said of a talent whose case ended, or waits, without a line of its own. */
const UNDECIDED: Partial<Record<CaseStatusView['status'], { tone: Tone; icon: IconName; word: string }>> = {
  RETURNED: { tone: 'neutral', icon: 'check-circle', word: '本轮无意见' },
  REJECTED: { tone: 'red', icon: 'close-circle', word: '不予支持' },
  WITHDRAWN: { tone: 'neutral', icon: 'minus', word: '已撤回' },
  EXPIRED: { tone: 'neutral', icon: 'minus', word: '已失效' },
};

function Decided({ line }: { line: DecidedLine }) {
  if (!line.supported) {
    return (
      <>
        <Status tone="red">不予支持</Status>
        {line.reason && <CellNote>{line.reason}</CellNote>}
      </>
    );
  }
  return (
    <>
      <Status tone={line.grantedFen > 0 ? 'green' : 'amber'}>支持</Status>
      {line.note && <CellNote>{line.note}</CellNote>}
    </>
  );
}
