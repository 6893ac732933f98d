import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';

/** The page without a link: it was loaded again, or opened by hand. */
export function MissingLink() {
  return (
    <>
      <ScreenHeading>Open the link in your invitation email</ScreenHeading>
      <Typography sx={{ mt: 1.5 }}>
        For your security, this page doesn't keep the link. Open the email again and use its button, or use
        the link you were given. It still works.
      </Typography>
      <Button variant="outlined" size="large" fullWidth href={pagePaths.root.getHref()} sx={{ mt: 3 }}>
        Already joined? Sign in
      </Button>
    </>
  );
}
