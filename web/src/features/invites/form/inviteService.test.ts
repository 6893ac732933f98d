import { describe, expect, it, vi } from 'vitest';
import { call } from '../../../shared/callable/call.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { inviteService } from './inviteService.ts';
import { answerThatNoraIsInvited, nora, noraIsInvited } from './nora.ts';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));

const sent = answerThatNoraIsInvited();

describe('inviteService', () => {
  it('answers what the callable answers [API-18]', async () => {
    await expect(inviteService.inviteOrAttachUser(nora)).resolves.toBe(noraIsInvited);
    expect(call).toHaveBeenCalledExactlyOnceWith('inviteUser', expect.objectContaining(nora));
  });

  it.each([
    ['Customer', '1'],
    ['Worker', '2'],
    ['Recruiter', '3'],
    ['Manager', '5'],
    ['Admin', '7'],
  ] as const)("gives %s the role's own level where none is said, and no message", async (role, level) => {
    await inviteService.inviteOrAttachUser({ ...nora, desiredRole: role });
    expect(sent()[0]).toMatchObject({ securityLevel: level, customMessage: null });
  });

  it('keeps a level and a message that are said', async () => {
    await inviteService.inviteRecruiterUser({
      ...nora,
      desiredRole: 'Manager',
      securityLevel: '4',
      customMessage: 'Hello.',
    });
    expect(sent()[0]).toMatchObject({ securityLevel: '4', customMessage: 'Hello.' });
  });

  it('invites recruiters with level 3 and the message of the recruiting team [API-18]', async () => {
    await inviteService.inviteRecruiterUser({ ...nora, desiredRole: 'Recruiter' });
    expect(sent()[0]).toMatchObject({
      desiredRole: 'Recruiter',
      securityLevel: '3',
      customMessage: 'You have been invited to join our recruiting team.',
    });
  });

  it('invites workers with level 2 and the message of the workforce [API-18]', async () => {
    await inviteService.inviteWorkerUser(nora);
    expect(sent()[0]).toMatchObject({
      securityLevel: '2',
      customMessage: 'You have been invited to join our workforce.',
    });
  });

  it("caps a preset's level by the role [AUTH-02]", async () => {
    await inviteService.inviteRecruiterUser({ ...nora, desiredRole: 'Customer' });
    expect(sent()[0]).toMatchObject({ securityLevel: '2' });
  });

  it('throws the sentence for the person', async () => {
    vi.mocked(call).mockRejectedValue(new CallError('invite/not-allowed'));
    await expect(inviteService.inviteOrAttachUser(nora)).rejects.toThrow(
      "You don't have permission to invite people to this company.",
    );
  });
});
