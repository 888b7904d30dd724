'use client';

import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { NotPrinted, Row } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { ID_TYPE_LABELS } from '@/lib/forms/rules/id-complaints';
import { isIdType } from '@/lib/forms/rules/choices';
import styles from './paper-template.module.css';

export type PaperTemplateProps = {
  /** The name that the programme's configuration gives the form. */
  readonly kind: string;
  readonly label: string;
  readonly back: string;
  readonly enterprise: { readonly name: string; readonly uscc: string };
  readonly programme: { readonly name: string; readonly year: number };
  readonly payer: string;
  readonly talents: readonly string[];
  readonly talent: { readonly name: string; readonly idType: string; readonly idNumber: string } | null;
};

/** A form to print on A4: what the system knows stands in it, what a hand must add is a line. */
export function PaperTemplate(props: PaperTemplateProps) {
  const Text = TEXTS[props.kind];
  return (
    <>
      <NotPrinted>
        <PageHead
          breadcrumb={[{ label: '附件信息', href: props.back }, { label: props.label }]}
          title={`打印模板：${props.label}`}
          meta="打印后签字或盖章，再扫描或拍照上传。"
          aside={
            <Row>
              <Button variant="primary" icon="print" disabled={!Text} onClick={() => window.print()}>
                打印
              </Button>
            </Row>
          }
        />
      </NotPrinted>
      {Text ? (
        <article className={styles.paper}>
          <Text {...props} />
        </article>
      ) : (
        <EmptyState icon="file" title="这项材料没有模板" why="请按材料要求自行准备。" />
      )}
    </>
  );
}

const TEXTS: Readonly<Record<string, (props: PaperTemplateProps) => React.ReactNode>> = {
  'commitment-letter': CommitmentLetter,
  consent: Consent,
};

function CommitmentLetter({ enterprise, programme, payer, talents }: PaperTemplateProps) {
  return (
    <>
      <h2>承诺书</h2>
      <p className={styles.to}>{payer}：</p>
      <p>
        本单位 {enterprise.name}（统一社会信用代码 {enterprise.uscc}）申请 {programme.year} 年度{programme.name}
        ，引进人才
        {talents.length > 0 ? `${talents.join('、')}，共 ${talents.length} 人` : '见申请名单'}。现承诺：
      </p>
      <ol>
        <li>所填内容和所传材料真实、完整、有效，与原件一致。</li>
        <li>所列人员均与本单位签订劳动合同并实际在岗，没有重复享受本项补贴。</li>
        <li>人员离职或情况变化时，及时如实申报。</li>
        <li>补贴资金按规定使用，接受审核、审计和监督检查。</li>
        <li>如有不实，退回已拨付的资金，并承担相应责任。</li>
      </ol>
      <Signature lines={['法定代表人（签字）', '申报单位（盖章）', '日期　　　　年　　月　　日']} />
    </>
  );
}

function Consent({ enterprise, programme, payer, talent }: PaperTemplateProps) {
  const idType = talent && isIdType(talent.idType) ? ID_TYPE_LABELS[talent.idType] : '证件';
  return (
    <>
      <h2>个人信息处理及公示授权书</h2>
      <p>
        本人 <b>{talent?.name}</b>，{idType}号码 <b>{talent?.idNumber}</b>（完整号码 ______________________），现在{' '}
        {enterprise.name} 工作，知悉该单位以本人申请 {programme.year} 年度{programme.name}。
      </p>
      <ol>
        <li>
          同意 {enterprise.name} 和{payer}
          为审核、公示、拨付和审计的目的，处理本人的姓名、证件号码、手机号码、学历学位、劳动合同、社会保险和薪酬信息。
        </li>
        <li>同意就上述信息向有关部门核实。</li>
        <li>知悉并同意公示单位名称、人才类别、金额和隐去名字的姓名。</li>
        <li>知悉可以查询、更正本人信息，并可以撤回本授权；撤回不影响此前已进行的处理。</li>
      </ol>
      <Signature lines={['本人（签字）', '联系电话', '日期　　　　年　　月　　日']} />
    </>
  );
}

function Signature({ lines }: { lines: readonly string[] }) {
  return (
    <div className={styles.signature}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
