import { paths } from '@/lib/kernel/paths';
import styles from '../register/register.module.css';
import { Button, LinkButton } from '../ui/button';
import { Spoken } from '../ui/layout';
import { TextInput } from '../ui/text-input';

/** Finds by any part of name or city, or the beginning of a 联行号. */
export function BankSearch({ query }: { query: string }) {
  return (
    <form action={paths.staffBanks()} role="search" className={styles.search}>
      <label>
        <Spoken>开户行、城市或联行号</Spoken>
        <TextInput type="search" name="q" defaultValue={query} placeholder="开户行、城市或联行号" maxLength={100} />
      </label>
      <Button type="submit" size="s" variant="plain" icon="search">
        查找
      </Button>
      {query && (
        <LinkButton size="s" variant="quiet" href={paths.staffBanks()}>
          清除
        </LinkButton>
      )}
    </form>
  );
}
