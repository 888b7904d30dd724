import { BANK_LAYOUTS, STANDARD } from '@/lib/disbursement/rules/bank-layouts';
import { Select } from '../ui/text-input';

const OPTIONS = BANK_LAYOUTS.map(({ code, name }) => ({ value: code, label: name }));

/** In which layout the bank takes the file. */
export function LayoutChoice() {
  return <Select name="layout" aria-label="付款文件格式" options={OPTIONS} defaultValue={STANDARD.code} />;
}
