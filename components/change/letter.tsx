import type { ChangeView } from '@/lib/enterprise/change-queries';
import { CHANGE_FIELDS } from '@/lib/enterprise/rules/change-form';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { formatDay, parseShanghaiDay } from '@/lib/kernel/shanghai-day';
import styles from './letter.module.css';

type Props = {
  view: ChangeView;
  enterprise: { readonly name: string; readonly uscc: string };
  formerAdministrator: string | null;
};

/** 授权委托书 as it is printed and stamped: who hands what to whom, and for how long. */
export function Letter({ view, enterprise, formerAdministrator }: Props) {
  const { answers, sealed, registered } = view;
  const shown = (id: string) => {
    const field = CHANGE_FIELDS.ADMINISTRATOR.find((one) => one.id === id);
    return sealed[id]?.masked ?? (field && answers[id] ? displayAnswer(field, answers[id]) : '＿＿＿＿＿＿');
  };
  const day = (id: string) => {
    const read = parseShanghaiDay(answers[id] ?? '');
    return read.ok ? formatDay(read.value) : '＿＿年＿月＿日';
  };
  return (
    <article className={styles.letter}>
      <h2>授权委托书</h2>
      <p>
        {enterprise.name}（统一社会信用代码 {enterprise.uscc}，法定代表人 {registered.legalRepresentative || '＿＿＿＿'}
        ）授权 {shown('administratorName')}（{shown('administratorDepartment')}，{shown('administratorPosition')}，
        {shown('administratorIdType')} {shown('administratorIdNumber')}，手机 {shown('administratorMobile')}，电子邮箱{' '}
        {shown('administratorEmail')}）为本单位企业管理员，办理本单位在平台上的账号管理和信息变更。
      </p>
      {formerAdministrator && <p>原管理员 {formerAdministrator} 自变更之日起不再担任。</p>}
      <p>
        授权期限自 {day('authorisedFrom')} 至 {day('authorisedTo')}
        。被授权人在授权期限和范围内的操作，本单位予以承认。
      </p>
      <div className={styles.foot}>
        <p>被授权人（签字）：</p>
        <p>法定代表人（签字）：</p>
        <p className={styles.seal}>单位（盖章）：</p>
        <p>日期：　　　　年　　月　　日</p>
      </div>
    </article>
  );
}
