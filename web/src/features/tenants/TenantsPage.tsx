import Search from '@mui/icons-material/Search';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useAuth } from '../../shared/session/AuthContext.ts';
import { ListSkeleton } from '../../shared/ui/ListSkeleton.tsx';
import { Message } from '../../shared/ui/Message.tsx';
import { PageHeading } from '../../shared/ui/PageHeading.tsx';
import { findTenants } from './findTenants.ts';
import { TenantCards } from './TenantCards.tsx';
import { TENANTS_LOADED_MAX, useTenantList } from './useTenantList.ts';

/** Where HRX staff start: every tenant, to search and open. */
export function TenantsPage() {
  const { hrx } = useAuth();
  if (hrx) return <SearchableTenants />;
  return (
    <Message level={1} title="This page is for HRX staff">
      Your companies are in the menu at the top of the page.
    </Message>
  );
}

function SearchableTenants() {
  const list = useTenantList();
  const [search, setSearch] = useState('');

  return (
    <>
      <PageHeading lead="Open a company to invite people and see its invitations.">Companies</PageHeading>
      <TextField
        type="search"
        label="Search companies"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        fullWidth
        slotProps={{
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <Search />
              </InputAdornment>
            ),
          },
        }}
        sx={{ maxWidth: 480, mb: 3 }}
      />
      {list.state === 'loading' && (
        <ListSkeleton label="Loading companies" count={6} itemHeight={80} itemWidth="18rem" />
      )}
      {list.state === 'failed' && (
        <Message
          title="The companies didn't load"
          action={
            <Button variant="contained" onClick={list.retry}>
              Try again
            </Button>
          }
        >
          Check your connection. If it keeps happening, ask if you are still HRX staff.
        </Message>
      )}
      {list.state === 'loaded' && (
        <TenantCards
          tenants={findTenants(list.tenants, search)}
          search={search}
          note={
            list.complete ? null : `Only the first ${TENANTS_LOADED_MAX} companies are shown and searched.`
          }
        />
      )}
    </>
  );
}
