import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import KeyboardArrowRight from '@mui/icons-material/KeyboardArrowRight';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { pagePaths } from '../../shared/routing/pagePaths.ts';
import { Message } from '../../shared/ui/Message.tsx';
import type { ListedTenant } from './useTenantList.ts';

interface TenantCardsProps {
  tenants: readonly ListedTenant[];
  search: string;
  /** Something to know about the list as a whole. */
  note: string | null;
}

export function TenantCards({ tenants, search, note }: TenantCardsProps) {
  if (tenants.length === 0) {
    return search === '' ? (
      <Message title="No companies yet" icon={<ApartmentOutlined />}>
        New companies appear here.
      </Message>
    ) : (
      <Message title={`No companies match “${search}”`}>Try another part of the name.</Message>
    );
  }
  return (
    <>
      <Typography role="status" variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {tenants.length === 1 ? '1 company' : `${tenants.length} companies`}
        {note && `. ${note}`}
      </Typography>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          p: 0,
          m: 0,
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 18rem), 1fr))',
        }}
      >
        {tenants.map(({ id, name, slug }) => (
          <Card key={id} component="li">
            <CardActionArea
              component={Link}
              to={pagePaths.invitations.getHref(id)}
              sx={{ display: 'flex', alignItems: 'center', gap: 1.5, p: 2 }}
            >
              <ApartmentOutlined color="primary" aria-hidden />
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Typography variant="h3" component="h2" noWrap>
                  {name}
                </Typography>
                <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
                  {slug}
                </Typography>
              </Box>
              <KeyboardArrowRight aria-hidden sx={{ color: 'text.secondary' }} />
            </CardActionArea>
          </Card>
        ))}
      </Box>
    </>
  );
}
