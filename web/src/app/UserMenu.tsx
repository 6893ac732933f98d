import Logout from '@mui/icons-material/Logout';
import NotificationsNoneOutlined from '@mui/icons-material/NotificationsNoneOutlined';
import Avatar from '@mui/material/Avatar';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import MenuItem from '@mui/material/MenuItem';
import MenuList from '@mui/material/MenuList';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { pagePaths } from '../shared/routing/pagePaths.ts';
import { useAuth } from '../shared/session/AuthContext.ts';
import { screenReaderOnly } from '../shared/ui/screenReaderOnly.ts';

const MENU_ID = 'user-menu';

/** Who is signed in, what they set for themselves, and the way out. */
export function UserMenu() {
  const { user, hrx, signOut } = useAuth();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = user?.displayName ?? user?.email ?? '';
  const detail = hrx ? 'HRX staff' : user?.email;

  return (
    <>
      <IconButton
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        {...(anchor && { 'aria-controls': MENU_ID })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Box component="span" sx={screenReaderOnly}>
          Account of {name}
        </Box>
        <Avatar
          aria-hidden
          sx={{ width: 34, height: 34, fontSize: '0.875rem', fontWeight: 650, bgcolor: 'primary.main' }}
        >
          {initials(name)}
        </Avatar>
      </IconButton>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        disablePortal
      >
        <Box sx={{ px: 2, pt: 1.5, pb: 1, maxWidth: 280 }}>
          <Typography variant="subtitle2" component="div" sx={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          {detail !== name && (
            <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {detail}
            </Typography>
          )}
        </Box>
        <Divider />
        <MenuList id={MENU_ID} autoFocusItem>
          <MenuItem component={Link} to={pagePaths.notices.getHref()} onClick={() => setAnchor(null)}>
            <ListItemIcon>
              <NotificationsNoneOutlined fontSize="small" />
            </ListItemIcon>
            Email notifications
          </MenuItem>
          <MenuItem onClick={() => void signOut()}>
            <ListItemIcon>
              <Logout fontSize="small" />
            </ListItemIcon>
            Sign out
          </MenuItem>
        </MenuList>
      </Popover>
    </>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
