import { demoPerson } from '../../emulators/demo/demoPeople.ts';
import { newMember } from '../support/factories.ts';
import { expectFocus } from '../support/keyboard.ts';
import { settingsPage } from '../support/pages/settingsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { newNorthwind, type Tour } from './stage.ts';

/** A company's settings, for those who change them and for everybody else; and one's own. */
export const changingSettings: Tour = async (open, show) => {
  const northwind = await newNorthwind();
  const tab = await open();
  const settings = settingsPage(tab.page);
  await openSignedIn(tab.page, settings.path(northwind.id), northwind.admin.email);
  await settings.lifetime.waitFor();
  await show('settings', tab.page);
  await settings.chooseTimeZone('New York');
  await settings.replyAddress.fill('people');
  tab.allow(/status of 400 .*\/updateTenantSettings/);
  await settings.save.click();
  await settings.problem.waitFor();
  await expectFocus(settings.replyAddress);
  await tab.page.evaluate(() => window.scrollTo(0, 0));
  await show('settings-mistake', tab.page);

  await tab.page.goto('/account/notices');
  await tab.page.getByRole('switch').first().waitFor();
  await show('notices', tab.page);

  const hrx = await open();
  await openSignedIn(hrx.page, settings.path('acme'), demoPerson('hana').email);
  await settingsPage(hrx.page).seats.waitFor();
  await show('settings-hrx', hrx.page);

  const worker = await newMember(northwind.id);
  const workers = await open();
  await openSignedIn(workers.page, settings.path(northwind.id), worker.email);
  await settingsPage(workers.page).forAdminsAlone.waitFor();
  await show('settings-no-rights', workers.page);
};
