import { LinkButton } from './button';
import { StatePage } from './state-page';

/** There is no such page, or none that this reader may know of. */
export function PageNotFound({ homeHref = '/' }: { homeHref?: string }) {
  return (
    <StatePage
      icon="search"
      tone="neutral"
      title="没有找到这个页面"
      actions={<LinkButton href={homeHref}>返回首页</LinkButton>}
    >
      <p>地址可能有误，或内容已移走。</p>
      <p>请核对地址，或从首页重新进入。</p>
    </StatePage>
  );
}
