import '@zhitongche/ui/tokens.css';
import '@zhitongche/ui/base.css';
import '@zhitongche/ui/layout.css';
import '@zhitongche/ui/input.css';
import { createRoot } from 'react-dom/client';
import { PatternsPage } from './PatternsPage.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<PatternsPage />);
