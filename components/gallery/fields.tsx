import { Card } from '../ui/card';
import { Checkbox, CheckboxGroup, RadioGroup } from '../ui/choice';
import { ErrorSummary } from '../ui/error-summary';
import { Field, Fieldset, ReadField } from '../ui/field';
import { FileButton } from '../ui/file-button';
import { Columns, Grid, Stack } from '../ui/layout';
import { PasswordInput } from '../ui/password-input';
import { SubmitButton } from '../ui/submit-button';
import { DateInput, MonthInput, Select, TextArea, TextInput } from '../ui/text-input';
import { nothing } from './samples';

const CATEGORIES = [
  { value: 'A', label: 'A 领军人才', note: '需领军人才认定文件', aside: '100,000 元' },
  { value: 'B', label: 'B 博士', note: '需学位证书', aside: '50,000 元' },
  { value: 'C', label: 'C 硕士', note: '或高级职称', aside: '20,000 元' },
  { value: 'D', label: 'D 紧缺岗位', note: '在紧缺岗位目录内', aside: '10,000 元', disabled: true },
];

const sideFields = (
  <Card title="登录与附件">
    <Stack>
      <Field id="user" label="用户名" aside="admin、super 或本人用户名">
        <TextInput name="user" defaultValue="super" autoComplete="username" />
      </Field>
      <Field id="password" label="密码" hint="不少于 10 位。">
        <PasswordInput name="password" defaultValue="invented" />
      </Field>
      <RadioGroup
        id="how"
        name="how"
        legend="收取方式"
        look="inline"
        options={[
          { value: 'sms', label: '短信' },
          { value: 'mail', label: '邮件' },
        ]}
        defaultValue="sms"
      />
      <CheckboxGroup
        id="duty"
        name="duty"
        legend="可办理的业务"
        optional
        options={[
          { value: 'apply', label: '补贴申请' },
          { value: 'fund', label: '人才资金拨付申请' },
        ]}
        defaultValues={['fund']}
      />
      <Field id="reason" label="说明" hint="不超过 200 字。">
        <TextArea name="reason" />
      </Field>
      <FileButton id="file" name="file" label="选择文件" accept="image/*,application/pdf" />
      <Checkbox id="agree" name="agree" label="我已阅读并同意申请说明" error="请先阅读并勾选。" />
      <SubmitButton full size="l">
        登录
      </SubmitButton>
    </Stack>
  </Card>
);

const mainFields = (
  <Card title="引进人才">
    <Stack gap={6}>
      <Fieldset legend="身份信息">
        <Grid>
          <Field id="name" label="姓名">
            <TextInput name="name" defaultValue="陈思睿" />
          </Field>
          <Field id="id-type" label="证件类型">
            <Select
              name="idType"
              placeholder="请选择"
              defaultValue="resident"
              options={[
                { value: 'resident', label: '居民身份证' },
                { value: 'passport', label: '护照' },
              ]}
            />
          </Field>
        </Grid>
        <Field id="id-number" label="证件号码" passed="校验通过：校验码、出生日期、行政区划均正确">
          <TextInput name="idNumber" defaultValue="320599 19960815 2825" />
        </Field>
        <Grid>
          <ReadField label="性别" value="女" />
          <ReadField label="出生日期" value="1996年8月15日" source="居民身份证号码，11月23日 14:01" />
        </Grid>
      </Fieldset>
      <RadioGroup
        id="category"
        name="category"
        legend="人才类别"
        aside="选后带出补贴标准"
        options={CATEGORIES}
        defaultValue="C"
      />
      <Fieldset legend="劳动合同与社保" aside="合同期不少于 36 个月">
        <Grid>
          <Field id="contract-start" label="合同开始日期">
            <DateInput name="contractStart" defaultValue="2025-09-01" />
          </Field>
          <Field
            id="contract-end"
            label="合同结束日期"
            error="合同期为 35 个月，少于 36 个月。请核对合同，结束日期应不早于 2028年8月31日。"
          >
            <DateInput name="contractEnd" defaultValue="2028-07-31" />
          </Field>
          <Field id="insured-from" label="社保起始月份">
            <MonthInput name="insuredFrom" />
          </Field>
          <Field id="fee" label="招聘费用" optional>
            <TextInput name="fee" defaultValue="8,000.00" unit="元" inputMode="decimal" />
          </Field>
        </Grid>
      </Fieldset>
    </Stack>
  </Card>
);

export function FieldsGallery() {
  return (
    <form action={nothing} noValidate>
      <ErrorSummary
        items={[
          { label: '合同结束日期应不早于 2028年8月31日', href: '#contract-end' },
          { label: '请选择人才类别', href: '#category' },
        ]}
      />
      <Columns main={mainFields} side={sideFields} sideWidth="l" />
    </form>
  );
}
