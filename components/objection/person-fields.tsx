import { Field } from '../ui/field';
import { TextInput } from '../ui/text-input';

type Words = Readonly<Record<string, string | undefined>>;

/** Who objects, and how to be reached. */
export function PersonFields({ keep, errors }: { keep: Words; errors: Words }) {
  return (
    <>
      <Field id="name" label="姓名" error={errors.name}>
        <TextInput name="name" defaultValue={keep.name} autoComplete="name" required />
      </Field>
      <Field id="telephone" label="联系电话" hint="用于核实和查询进度：查询时须填最后 4 位。" error={errors.telephone}>
        <TextInput name="telephone" defaultValue={keep.telephone} inputMode="tel" autoComplete="tel" required />
      </Field>
      <Field id="email" label="电子邮箱" optional hint="填写后，答复也会发到邮箱。" error={errors.email}>
        <TextInput name="email" defaultValue={keep.email} inputMode="email" autoComplete="email" />
      </Field>
    </>
  );
}
