import { StaffHead } from '@/components/frame/staff-frame';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Field } from '@/components/ui/field';
import { Measure, Row, Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { caSetup } from '@/lib/enterprise/ca-setup-queries';
import { CA_NAMES } from '@/lib/enterprise/rules/ca-provider';
import { DOCTOR_STEPS, readDoctorCode } from '@/lib/enterprise/rules/doctor-code';
import { DOCTOR_STEP_WORDS, EXPLAIN_DOCTOR } from '@/lib/enterprise/rules/doctor-words';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '查体检代码' };

/** What a caller reads out from the doctor's page, in words that can be read back to him. */
export default page({ who: 'staff', may: 'staff.home', at: paths.staffCaCodes }, async ({ ctx, search }) => {
  const typed = (search.code ?? '').slice(0, 30);
  const fault = typed ? readDoctorCode(typed) : null;
  const { window } = await caSetup(ctx);
  const words = fault && EXPLAIN_DOCTOR[fault.reason]({ provider: fault.provider, window });
  return (
    <Measure>
      <Stack gap={6}>
        <StaffHead title="查体检代码" note="企业在“CA 体检”页面得到的代码，不含企业和个人信息" />
        <form action={paths.staffCaCodes()}>
          <Row gap={3} align="end">
            <Field id="code" label="体检代码" hint="形如 CA-J07-61-5，短横线、空格和大小写不计">
              <TextInput name="code" defaultValue={typed} maxLength={30} />
            </Field>
            <Button type="submit" variant="primary" icon="search">
              查询
            </Button>
          </Row>
        </form>
        {typed && !fault && (
          <Notice tone="amber" title="没有这样的代码" role="status">
            末位用来核对，多半有一位听错或抄错了。请来电人再读一遍。
          </Notice>
        )}
        {fault && words && (
          <Card title={words.title}>
            <DefinitionList
              look="lines"
              items={[
                { label: 'CA', value: CA_NAMES[fault.provider] },
                {
                  label: '卡在哪一步',
                  value: `第 ${DOCTOR_STEPS.indexOf(fault.step) + 1} 步 ${DOCTOR_STEP_WORDS[fault.step].title}`,
                  note: '在它以前的各步都正常',
                },
                { label: '原因', value: words.why },
                { label: '请来电人', value: words.next.map(({ label }) => label).join('；') },
                { label: '内部原因', value: <code>{fault.reason}</code>, note: '与操作日志中的一致' },
              ]}
            />
          </Card>
        )}
      </Stack>
    </Measure>
  );
});
