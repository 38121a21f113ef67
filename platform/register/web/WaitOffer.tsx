import { Button, Notice } from '@zhitongche/ui';

/** What is taken at that time is waited for with one press. */
export const WaitOffer = ({
  pending,
  onWait,
}: {
  readonly pending: boolean;
  readonly onWait: () => void;
}) => (
  <Notice tone="warn" live title="这个时间已有人预约">
    <p>可以改约其他时间，也可以登记候补：一有人取消，先给排在前面的人预留，并发消息告诉您。</p>
    <Button variant="primary" pending={pending} onPress={onWait}>
      登记候补
    </Button>
  </Notice>
);
