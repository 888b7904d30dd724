import { SHOW_WORDS, type ClearedFilter } from '@/lib/disbursement/rules/cleared-filter';
import { Button, LinkButton } from '../ui/button';
import { Row, Spoken } from '../ui/layout';
import { Select, TextInput } from '../ui/text-input';

export type ClearedSearchProps = {
  here: string;
  programmeId: string;
  year: number;
  filter: ClearedFilter;
};

const SHOWN = Object.entries(SHOW_WORDS).map(([value, label]) => ({ value, label }));

/** Picks among the cleared cases by number, enterprise, and whether they can go into a batch. */
export function ClearedSearch({ here, programmeId, year, filter }: ClearedSearchProps) {
  const words = '受理编号、申报单位';
  return (
    <form action={here} role="search">
      <input type="hidden" name="programme" value={programmeId} />
      <input type="hidden" name="year" value={year} />
      <Row>
        <label>
          <Spoken>{words}</Spoken>
          <TextInput type="search" name="q" defaultValue={filter.q} placeholder={words} maxLength={80} />
        </label>
        <Select name="show" aria-label="可否列入" options={SHOWN} defaultValue={filter.show} />
        <Button type="submit" size="s" variant="plain" icon="search">
          筛选
        </Button>
        {(filter.q || filter.show !== 'all') && (
          <LinkButton size="s" variant="quiet" href={`${here}?programme=${programmeId}&year=${year}`}>
            清除
          </LinkButton>
        )}
      </Row>
    </form>
  );
}
