import type { DeskRequest } from '@/lib/desk/queries';
import type { ResetRecord, ResetView } from '@/lib/desk/reset-queries';
import { AT_THE_OFFICE } from '@/lib/enterprise/rules/states';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import type { Act } from '../disbursement/act-confirm';
import { Card } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { NumberedList } from '../ui/item-list';
import { Stack } from '../ui/layout';
import { PhoneList, type Reveal } from './phone-list';
import { ResetCheckForm } from './reset-check-form';

type Props = { view: DeskRequest; reset: ResetView; now: Date; propose: Act };

/** Beside a 密码重置, which has no papers: how it was checked, or the form to say so, or how it goes. */
export function ResetPane({ view, reset, now, propose }: Props) {
  const isChecking = isCheckedByMe(view);
  return (
    <Stack gap={4}>
      {reset.record && <Record record={reset.record} isOld={view.status === 'IN_CHECK'} />}
      {isChecking && (
        <ResetCheckForm
          requestId={view.id}
          callees={reset.callees}
          submittedAt={view.submittedAt}
          now={now}
          propose={propose}
        />
      )}
      {!reset.record && !isChecking && <HowItGoes />}
    </Stack>
  );
}

/** The numbers to call, while somebody is to call. */
export function ResetPhones({ view, reset, now, reveal }: Omit<Props, 'propose'> & { reveal: Reveal }) {
  if (!AT_THE_OFFICE.includes(view.status)) return null;
  const mayCall = isCheckedByMe(view) || view.status === 'PROPOSED';
  return <PhoneList requestId={view.id} callees={reset.callees} now={now} reveal={mayCall ? reveal : undefined} />;
}

const isCheckedByMe = (view: DeskRequest) => view.status === 'IN_CHECK' && view.taken?.mine === true;

function HowItGoes() {
  return (
    <Card title="密码重置由两人办理">
      <NumberedList
        items={[
          {
            key: 'call',
            title: '核实',
            note: '开始核对后，回拨登记的电话。优先单位电话或其他联系人，不拨申请人自己报的号码。',
          },
          { key: 'propose', title: '提请', note: '填写核实记录：拨了哪个电话、何时、谁接听、核对了什么。' },
          { key: 'confirm', title: '复核', note: '由另一位综合窗口人员看记录后复核，初始密码发到登记的手机。' },
        ]}
      />
    </Card>
  );
}

function Record({ record, isOld }: { record: ResetRecord; isOld: boolean }) {
  return (
    <Card title={isOld ? '上一次的核实记录' : '核实记录'} aside={`${record.by} ${formatDayTime(record.at)}`}>
      <DefinitionList
        look="lines"
        items={[
          { label: '回拨电话', value: record.calleeName, note: record.maskedNumber },
          { label: '通话时间', value: formatDayTime(record.calledAt) },
          { label: '接听人', value: record.spokenTo },
          { label: '核对内容', value: record.asked.join('；') },
          { label: '核实人', value: record.by },
          ...(record.note ? [{ label: '说明', value: record.note }] : []),
        ]}
      />
    </Card>
  );
}
