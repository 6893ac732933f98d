/** The text messages that the Auth emulator would have sent. */
import { suite } from './suite.ts';

/** @returns the code in the newest message to this number. */
export async function lastMessageTo(phoneNumber: string): Promise<string> {
  const response = await fetch(`${suite.authUrl}/emulator/v1/projects/${suite.projectId}/verificationCodes`);
  const { verificationCodes } = (await response.json()) as {
    verificationCodes: { phoneNumber: string; code: string }[];
  };
  return verificationCodes.findLast((each) => each.phoneNumber === phoneNumber)!.code;
}
