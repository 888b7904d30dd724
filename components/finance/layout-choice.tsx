import type { LayoutChoices } from '@/lib/disbursement/layout-queries';
import { Select } from '../ui/text-input';

/** In which layout the bank takes the file: the published ones, the one used last for this programme first. */
export function LayoutChoice({ programmeId, choices }: { programmeId: string; choices: LayoutChoices }) {
  return (
    <Select
      name="layoutVersionId"
      aria-label="付款文件格式"
      options={choices.options.map(({ id, label }) => ({ value: id, label }))}
      defaultValue={choices.usual[programmeId]}
    />
  );
}
