import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { Checkbox, RadioGroup } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { PasswordInput } from '@/components/ui/password-input';
import { Select, TextInput } from '@/components/ui/text-input';

const described = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

describe('Field', () => {
  it('ties label, hint and error to the control it holds', () => {
    render(
      <Field id="end" label="合同结束日期" hint="不少于 36 个月。" error="请核对合同。">
        <TextInput name="end" />
      </Field>,
    );
    const input = screen.getByLabelText('合同结束日期');
    expect(input.id).toBe('end');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(described(input)).toBe('请核对合同。 不少于 36 个月。');
  });

  it('says nothing about validity while there is no error, and marks only what is optional', () => {
    render(
      <Field id="fee" label="招聘费用" optional>
        <TextInput name="fee" unit="元" defaultValue="8,000.00" />
      </Field>,
    );
    const input = screen.getByLabelText(/招聘费用/);
    expect(input.hasAttribute('aria-invalid')).toBe(false);
    expect(input.hasAttribute('aria-describedby')).toBe(false);
    expect(screen.getByText('选填')).toBeTruthy();
  });

  it('reaches the control inside a component of several elements', () => {
    render(
      <>
        <Field id="kind" label="证件类型">
          <Select name="kind" options={[{ value: 'resident', label: '居民身份证' }]} placeholder="请选择" />
        </Field>
        <Field id="secret" label="密码" error="请填写密码。">
          <PasswordInput name="secret" />
        </Field>
      </>,
    );
    expect(screen.getByLabelText('证件类型').tagName).toBe('SELECT');
    expect(described(screen.getByLabelText('密码'))).toBe('请填写密码。');
  });
});

describe('RadioGroup and Checkbox', () => {
  it('lands an error summary on the first choice, which carries the id of the group', () => {
    render(
      <RadioGroup
        id="category"
        name="category"
        legend="人才类别"
        error="请选择人才类别。"
        options={[
          { value: 'A', label: 'A 领军人才' },
          { value: 'B', label: 'B 博士' },
        ]}
      />,
    );
    const [first, second] = screen.getAllByRole('radio');
    expect(first?.id).toBe('category');
    expect(second?.id).toBe('category-B');
    expect(first && described(first)).toBe('请选择人才类别。');
    expect(screen.getByRole('group', { name: '人才类别' })).toBeTruthy();
  });

  it('reads the error of a box with the box', () => {
    render(<Checkbox id="agree" name="agree" label="我已阅读并同意" error="请先勾选。" />);
    expect(described(screen.getByLabelText('我已阅读并同意'))).toBe('请先勾选。');
  });
});
