import { paths } from '@/lib/kernel/paths';
import { formatDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { Card } from '../ui/card';
import { ItemList, type Item } from '../ui/item-list';
import { Measure } from '../ui/layout';
import { PageEmpty } from '../ui/page-empty';
import { PageHead } from '../ui/page-head';
import type { FoundQuestion } from './find-questions';

export type SearchResultsProps = {
  query: string;
  programmes: readonly { code: string; name: string; summary: string }[];
  notices: readonly { id: string; title: string; endsOn: ShanghaiDay }[];
  questions: readonly FoundQuestion[];
};

/** What was found, by kind; or what to do when nothing was. */
export function SearchResults({ query, programmes, notices, questions }: SearchResultsProps) {
  const count = programmes.length + notices.length + questions.length;
  if (query === '') {
    return <PageEmpty icon="search" title="想找什么" why="在页面上方输入事项、公示或问题的几个字。" />;
  }
  if (count === 0) {
    return (
      <PageEmpty
        icon="search"
        title={`没有找到“${query}”`}
        why="请换个说法或少输几个字，也可以从人才服务、常见问题逐项查看。"
      />
    );
  }
  return (
    <Measure width="read">
      <PageHead title={`搜索“${query}”`} meta={<span>找到 {count} 条</span>} />
      <Group
        title="事项"
        items={programmes.map(({ code, name, summary }) => ({
          key: code,
          title: name,
          href: paths.guide(code),
          note: summary,
        }))}
      />
      <Group
        title="公示"
        items={notices.map(({ id, title, endsOn }) => ({
          key: id,
          title,
          href: paths.notice(id),
          note: `公示至 ${formatDay(endsOn)}`,
        }))}
      />
      <Group
        title="常见问题"
        items={questions.map(({ question, answer, href }) => ({ key: question, title: question, href, note: answer }))}
      />
    </Measure>
  );
}

function Group({ title, items }: { title: string; items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <Card title={title} aside={`${items.length} 条`} flush>
      <ItemList items={items} label={title} />
    </Card>
  );
}
