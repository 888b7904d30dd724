import { Button, LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { Grid } from '../ui/layout';
import { PageEmpty } from '../ui/page-empty';
import { PageError } from '../ui/page-error';
import { PageExpired } from '../ui/page-expired';
import { PageLoading } from '../ui/page-loading';
import { PageNoPermission } from '../ui/page-no-permission';
import { PageNotFound } from '../ui/page-not-found';
import { PageWrongState } from '../ui/page-wrong-state';
import { Status } from '../ui/status';

const STATES = [
  { key: 'loading', page: <PageLoading /> },
  {
    key: 'empty',
    page: (
      <PageEmpty
        title="暂无待拨付资金"
        why="批次下达后会短信通知联系人。"
        action={<LinkButton href="#back">查看已拨付</LinkButton>}
      />
    ),
  },
  {
    key: 'error',
    page: (
      <PageError number="E-20261123-7F3A" phone="400-000-0000" next={<Button variant="primary">重新打开</Button>} />
    ),
  },
  { key: 'expired', page: <PageExpired returnTo="/applications/1" /> },
  {
    key: 'wrong-state',
    page: (
      <PageWrongState
        title="这份申请已提交，不能再修改"
        now={
          <Status tone="blue" look="large">
            审核中
          </Status>
        }
        href="#now"
      />
    ),
  },
  { key: 'no-permission', page: <PageNoPermission /> },
  { key: 'not-found', page: <PageNotFound /> },
];

export function StatesGallery() {
  return (
    <Grid columns={2}>
      {STATES.map((state) => (
        <Card key={state.key}>{state.page}</Card>
      ))}
    </Grid>
  );
}
