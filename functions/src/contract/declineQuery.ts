/** In the address of an invitation's page: the reader wants to decline. No zod here. */
export const DECLINE_QUERY = 'decline';
