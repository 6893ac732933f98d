/** What every tour stands on: the people and the tenant that it shows. */
import type { Page } from 'playwright-core';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { patch } from '../support/admin.ts';
import type { OpenTab } from '../support/browser.ts';
import { newTenant, type TestTenant } from '../support/factories.ts';

/**
 * Is told of every page and state that a tour comes to, while it is on the screen.
 *
 * @param name says which, in words that are a file name too
 */
export type Show = (name: string, page: Page) => Promise<void>;

/** Leads through a part of the app, and shows every page and state of it. */
export type Tour = (open: OpenTab, show: Show) => Promise<void>;

/** @returns a tenant of its own whose people have names. */
export async function newNorthwind(): Promise<TestTenant> {
  const tenant = await newTenant();
  const name = 'Northwind Home Care';
  await patch(documentKeys.tenant(tenant.id), { name });
  const names = { firstName: 'Ada', lastName: 'Lindgren' };
  await patch(documentKeys.member(tenant.id, tenant.admin.uid), names);
  return { ...tenant, name };
}
