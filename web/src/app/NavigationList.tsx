import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import { NavLink, useLocation } from 'react-router-dom';
import type { NavigationItem } from './navigation.tsx';

interface NavigationListProps {
  items: readonly NavigationItem[];
  onNavigate?: () => void;
}

export function NavigationList({ items, onNavigate }: NavigationListProps) {
  const { pathname } = useLocation();
  return (
    <List component="div" sx={{ p: 1.5 }}>
      {items.map(({ label, to, icon }) => (
        <ListItem key={to} component="div" disablePadding sx={{ mb: 0.5 }}>
          <ListItemButton
            component={NavLink}
            to={to}
            end
            selected={pathname === to}
            {...(onNavigate && { onClick: onNavigate })}
            sx={{
              '&.Mui-selected, &.Mui-selected:hover': {
                bgcolor: 'primary.light',
                fontWeight: 650,
                color: 'text.primary',
              },
            }}
          >
            <ListItemIcon sx={{ minWidth: 40, color: 'primary.main' }}>{icon}</ListItemIcon>
            <ListItemText disableTypography sx={{ fontSize: '0.9375rem' }}>
              {label}
            </ListItemText>
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  );
}
