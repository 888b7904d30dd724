import { paths } from '@/lib/kernel/paths';
import { Button, LinkButton } from '../ui/button';
import { Row, Spoken } from '../ui/layout';
import { TextInput } from '../ui/text-input';

/** Finds among the waiting receipts by number or enterprise. */
export function ReceiptSearch({ query, sheets = false }: { query: string; sheets?: boolean }) {
  const words = '收据编号、申报单位';
  return (
    <form action={paths.receiptQueue()} role="search">
      {sheets && <input type="hidden" name="view" value="sheets" />}
      <Row>
        <label>
          <Spoken>{words}</Spoken>
          <TextInput type="search" name="q" defaultValue={query} placeholder={words} maxLength={80} />
        </label>
        <Button type="submit" size="s" variant="plain" icon="search">
          查找
        </Button>
        {query && (
          <LinkButton size="s" variant="quiet" href={sheets ? paths.receiptSheets() : paths.receiptQueue()}>
            清除
          </LinkButton>
        )}
      </Row>
    </form>
  );
}
