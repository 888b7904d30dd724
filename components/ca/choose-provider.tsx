import { CA_NAMES, CA_PROVIDERS, type CaProvider } from '@/lib/enterprise/rules/ca-provider';
import { paths } from '@/lib/kernel/paths';
import { Anchor } from '../ui/anchor';
import { LinkButton } from '../ui/button';
import { Tag } from '../ui/status';
import { KeyDrawing } from './key-drawing';
import styles from './choose-provider.module.css';

type Facts = { readonly what: string; readonly from: string; readonly keeper: string; readonly sign: string };

/** In the manual's words: what each is, who handed it out, who in the firm usually has it. */
export const CA_FACTS: Readonly<Record<CaProvider, Facts>> = {
  JIANGSU: {
    what: '企业的税务证书',
    from: '办理缴税业务时由税务局发放',
    keeper: '一般在财务手里，每月报税时用',
    sign: '对浏览器没有要求',
  },
  SUZHOU: {
    what: '企业的政务证书',
    from: '办理公积金业务时由公积金中心发放',
    keeper: '一般在人事或行政手里，办公积金时用',
    sign: '本网站支持各种现行浏览器',
  },
};

/** The manual prefers it where both are at hand. */
export const RECOMMENDED: CaProvider = 'JIANGSU';

export type ChooseProviderProps = {
  /** Where choosing one leads. */
  hrefs: Readonly<Record<CaProvider, string>>;
  /** Words on the buttons, after 用江苏CA: 认证. */
  act?: string;
  /** The one in use, marked and without a button. */
  current?: CaProvider;
  headingLevel?: 2 | 3;
};

/** 选择实名认证方式: the two keys side by side, told apart by who has them. */
export function ChooseProvider({ hrefs, act = '认证', current, headingLevel = 3 }: ChooseProviderProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <ul className={styles.choices} aria-label="实名认证方式">
      {CA_PROVIDERS.map((provider) => {
        const facts = CA_FACTS[provider];
        return (
          <li key={provider} className={styles.choice} aria-current={provider === current ? true : undefined}>
            <div className={styles.head}>
              <KeyDrawing provider={provider} />
              <Heading className={styles.name}>
                {CA_NAMES[provider]}
                {provider === RECOMMENDED && <Tag tone="blue">建议优先选择</Tag>}
              </Heading>
            </div>
            <dl className={styles.facts}>
              <div>
                <dt>是什么</dt>
                <dd>{facts.what}</dd>
              </div>
              <div>
                <dt>哪里来</dt>
                <dd>{facts.from}</dd>
              </div>
              <div>
                <dt>找谁要</dt>
                <dd>{facts.keeper}</dd>
              </div>
              <div>
                <dt>浏览器</dt>
                <dd>{facts.sign}</dd>
              </div>
            </dl>
            <div className={styles.acts}>
              {provider !== current && (
                <LinkButton href={hrefs[provider]} variant={provider === RECOMMENDED ? 'primary' : 'secondary'}>
                  用{CA_NAMES[provider]}
                  {act}
                </LinkButton>
              )}
              <Anchor href={paths.caDownload(provider)}>下载{CA_NAMES[provider]}驱动</Anchor>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
