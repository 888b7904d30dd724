import { SearchResults } from '@/components/portal/search-results';
import { findQuestions } from '@/components/portal/find-questions';
import { page } from '@/lib/runtime/page';
import { searchText } from '@/lib/kernel/search-grams';
import { runningNotices } from '@/lib/notice/board-queries';
import { openProgrammes } from '@/lib/programme/queries';
import { FramedPage } from '../(public)/framed-page';

export const metadata = { title: '搜索', robots: { index: false } };

const QUERY_MOST = 50;
const NOTICES_MOST = 50;

/** Programmes, running notices and questions that hold the words. There are few of each, so they are looked through. */
export default page({ who: 'public' }, async ({ ctx, search }) => {
  const query = (search.q ?? '').trim().slice(0, QUERY_MOST);
  const words = searchText(query);
  const holds = (...texts: string[]) => words !== '' && texts.some((text) => searchText(text).includes(words));
  const [programmes, notices] = await Promise.all([openProgrammes(ctx), runningNotices(ctx, NOTICES_MOST)]);
  return (
    <FramedPage query={query}>
      <SearchResults
        query={query}
        programmes={programmes
          .filter(({ name, config }) => holds(name, config.summary, ...config.categories.map(({ label }) => label)))
          .map(({ code, name, config }) => ({ code, name, summary: config.summary }))}
        notices={notices.filter(({ title }) => holds(title)).map(({ id, title, endsOn }) => ({ id, title, endsOn }))}
        questions={findQuestions(programmes, holds)}
      />
    </FramedPage>
  );
});
