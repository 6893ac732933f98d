import { useState } from 'react';
import type { UserDocument } from '../../../../../functions/src/contract/documents.ts';
import { noticesOf, type NoticeKind, type Notices } from '../../../../../functions/src/contract/notices.ts';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import type { Problem } from '../../../shared/callable/toProblem.ts';
import { useToast } from '../../../shared/ui/ToastContext.ts';

interface MyNotices {
  /** As they are stored, under what is being saved. */
  notices: Notices;
  set: (kind: NoticeKind, wanted: boolean) => void;
  problem: Problem | null;
}

/** @param live what is stored of the person; a switch shows at once what was chosen, and goes back where that was refused */
export function useMyNotices(live: UserDocument | null): MyNotices {
  const [chosen, setChosen] = useState<Partial<Notices>>({});
  const [answered, setAnswered] = useState<{ over: UserDocument | null; now: Notices } | null>(null);
  const { run, error } = useCallable('setMyNotices');
  const showToast = useToast();
  // The answer is there a moment before the listener tells the same.
  const stored = answered?.over === live ? answered.now : noticesOf(live);

  const set = async (kind: NoticeKind, wanted: boolean) => {
    setChosen((before) => ({ ...before, [kind]: wanted }));
    const answer = await run({ notices: { [kind]: wanted } });
    setChosen((before) => Object.fromEntries(Object.entries(before).filter(([each]) => each !== kind)));
    if (!answer) return;
    setAnswered({ over: live, now: answer.notices });
    showToast('Saved', 'success');
  };
  return {
    notices: { ...stored, ...chosen },
    set: (kind, wanted) => void set(kind, wanted),
    problem: error,
  };
}
