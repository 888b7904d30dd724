import { CheckboxGroup } from '../ui/choice';

export type ProgrammeChoice = { readonly id: string; readonly name: string };
type Props = { programmes: readonly ProgrammeChoice[]; granted: readonly string[] };

/** 可办理事项: one box per programme. */
export function ProgrammeChoices({ programmes, granted }: Props) {
  return (
    <CheckboxGroup
      id="programmeIds"
      name="programmeIds[]"
      legend="可办理事项"
      hint="经办人只能办理勾选的事项，其余只能查看。"
      options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
      defaultValues={granted}
    />
  );
}
