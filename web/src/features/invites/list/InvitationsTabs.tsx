import Box from '@mui/material/Box';
import MuiTab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { TABS, type Tab } from './invitationsView.ts';
import type { TabCounts } from './useTabCounts.ts';

export const TAB_WORDS: Readonly<Record<Tab, string>> = {
  open: 'Open',
  attention: 'Needs attention',
  accepted: 'Accepted',
  ended: 'Ended',
  all: 'All',
};

/** What the list under the tabs is called by them. */
export const TAB_PANEL_ID = 'invitations-of-tab';

interface InvitationsTabsProps {
  tab: Tab;
  counts: TabCounts;
  onTab: (tab: Tab) => void;
}

/** Which invitations are shown, and how many there are of each kind. */
export function InvitationsTabs({ tab, counts, onTab }: InvitationsTabsProps) {
  return (
    <Tabs
      value={tab}
      onChange={(_event, chosen: Tab) => onTab(chosen)}
      aria-label="Which invitations"
      // On a phone they take two lines: what one would have to scroll to is not found.
      sx={{
        minHeight: 44,
        mb: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
        '& .MuiTabs-list': { flexWrap: 'wrap' },
        '& .MuiTabs-indicator': { display: 'none' },
        '& .MuiTab-root': { minHeight: 44, minWidth: 0, px: 1.5, borderBottom: '2px solid transparent' },
        '& .Mui-selected': { borderBottomColor: 'currentColor' },
      }}
    >
      {TABS.map((each) => (
        <MuiTab
          key={each}
          value={each}
          id={tabId(each)}
          aria-controls={TAB_PANEL_ID}
          label={<TabLabel words={TAB_WORDS[each]} count={counts[each]} />}
        />
      ))}
    </Tabs>
  );
}

/** @returns the id of the tab's button, which names the list. */
export function tabId(tab: Tab): string {
  return `invitations-tab-${tab}`;
}

function TabLabel({ words, count }: { words: string; count: number | undefined }) {
  return (
    <span>
      {words}
      {/* Room for two digits from the start: nothing moves when the counts come. */}
      <Box
        component="span"
        sx={{ color: 'text.secondary', ml: 0.75, minWidth: '2ch', display: 'inline-block' }}
      >
        {count}
      </Box>
    </span>
  );
}
