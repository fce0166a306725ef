import { render } from 'preact';

const root = document.getElementById('dashboard');
if (root) render(<main />, root);
