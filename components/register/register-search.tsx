import { paths } from '@/lib/kernel/paths';
import { Button, LinkButton } from '../ui/button';
import { Spoken } from '../ui/layout';
import { TextInput } from '../ui/text-input';
import styles from './register.module.css';

/** Finds by USCC, its beginning, or any part of a name. */
export function RegisterSearch({ query }: { query: string }) {
  return (
    <form action={paths.staffRegister()} role="search" className={styles.search}>
      <label>
        <Spoken>统一社会信用代码或企业名称</Spoken>
        <TextInput
          type="search"
          name="q"
          defaultValue={query}
          placeholder="统一社会信用代码或企业名称"
          maxLength={100}
        />
      </label>
      <Button type="submit" size="s" variant="plain" icon="search">
        查找
      </Button>
      {query && (
        <LinkButton size="s" variant="quiet" href={paths.staffRegister()}>
          清除
        </LinkButton>
      )}
    </form>
  );
}
