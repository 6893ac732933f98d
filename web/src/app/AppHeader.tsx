import MenuIcon from '@mui/icons-material/Menu';
import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Toolbar from '@mui/material/Toolbar';
import { Link } from 'react-router-dom';
import { pagePaths } from '../shared/routing/pagePaths.ts';
import { Brand } from '../shared/ui/Brand.tsx';
import { TenantSwitcher } from './TenantSwitcher.tsx';
import { UserMenu } from './UserMenu.tsx';

interface AppHeaderProps {
  menuOpen: boolean;
  onMenuOpen: () => void;
}

export function AppHeader({ menuOpen, onMenuOpen }: AppHeaderProps) {
  return (
    <AppBar
      position="sticky"
      color="inherit"
      elevation={0}
      sx={{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', zIndex: 'drawer' }}
    >
      <Toolbar sx={{ gap: { xs: 0.5, sm: 1.5 }, px: { xs: 1, sm: 2 } }}>
        <IconButton
          aria-label="Open menu"
          aria-expanded={menuOpen}
          onClick={onMenuOpen}
          sx={{ display: { md: 'none' } }}
        >
          <MenuIcon />
        </IconButton>
        <Box
          component={Link}
          to={pagePaths.root.getHref()}
          aria-label="HRX Invites home page"
          sx={{ color: 'inherit', textDecoration: 'none', borderRadius: 1, display: 'flex', py: 1 }}
        >
          <Brand />
        </Box>
        <Box sx={{ flex: 1 }} />
        <TenantSwitcher />
        <UserMenu />
      </Toolbar>
    </AppBar>
  );
}
