import { Button, LinkButton } from '@/components/ui/button';
import { Spoken } from '@/components/ui/layout';
import { TextInput } from '@/components/ui/text-input';
import styles from './queue-table.module.css';

/** Finds by any part of a name, credit code or number; two characters are enough. */
export function QueueSearch({ action, query }: { action: string; query: string }) {
  return (
    <form action={action} role="search" className={styles.search}>
      <label>
        <Spoken>姓名、单位、信用代码、受理编号</Spoken>
        <TextInput
          type="search"
          name="q"
          defaultValue={query}
          minLength={2}
          placeholder="姓名、单位、信用代码、受理编号"
          title="任意两个字即可查找"
        />
      </label>
      <Button type="submit" size="s" variant="plain" icon="search">
        查找
      </Button>
      {query && (
        <LinkButton size="s" variant="quiet" href={action}>
          清除
        </LinkButton>
      )}
    </form>
  );
}
