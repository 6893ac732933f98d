/** What the forms for recruiters and workers send with an invitation until somebody writes another message. */
export const PRESET_MESSAGES = {
  recruiter: 'You have been invited to join our recruiting team.',
  workforce: 'You have been invited to join our workforce.',
} as const;

const PRESETS: readonly string[] = Object.values(PRESET_MESSAGES);

/** @returns the message of an invitation where a person wrote it: a preset's sentence is nobody's, and is not quoted. */
export function typedMessage(message: string | null): string | null {
  return message !== null && PRESETS.includes(message.trim()) ? null : message;
}
