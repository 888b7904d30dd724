import type { YearChoice } from '@/lib/statistics/queries';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Select } from '../ui/text-input';
import styles from './statistics.module.css';

/** Which programme and year; an address of its own, so that it can be passed on. */
export function ChooseYear({
  choices,
  chosen,
  at,
}: {
  choices: readonly YearChoice[];
  chosen: YearChoice | null;
  at: string;
}) {
  const valueOf = ({ code, year }: YearChoice) => `${code}.${year}`;
  return (
    <form action={at} className={styles.choose}>
      <Field id="of" label="事项和年度">
        <Select
          name="of"
          defaultValue={chosen ? valueOf(chosen) : undefined}
          options={choices.map((choice) => ({
            value: valueOf(choice),
            label: `${choice.name}，${choice.year} 年度${choice.isOpen ? '（正在受理）' : ''}`,
          }))}
        />
      </Field>
      <Button type="submit" variant="plain">
        查看
      </Button>
    </form>
  );
}

/** Reads back what the form put into the address. */
export function chosenYear(of: string | undefined): { code?: string; year?: number } {
  const match = /^([a-z][a-z0-9-]{1,40})\.(\d{4})$/.exec(of ?? '');
  return match?.[1] ? { code: match[1], year: Number(match[2]) } : {};
}
