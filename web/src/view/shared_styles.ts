// Styles that several components share.
import { css } from "lit";

export const basics = css`
  :host { display: block; }
  * { box-sizing: border-box; }
  h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  h2 { font-size: 1.05rem; font-weight: 650; letter-spacing: -.005em; }
  :focus-visible { outline: 2.5px solid var(--ember); outline-offset: 2px; border-radius: 8px; }
  .hidden {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .soft { color: var(--soft); }
  .bad { color: var(--bad); }
  svg { display: block; }
`;

export const card = css`
  .card {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: var(--round);
    box-shadow: var(--shadow);
    padding: 14px 16px 16px;
  }
`;

export const buttons = css`
  button, select, input { font: inherit; color: inherit; }
  button { cursor: pointer; }
  button:disabled { cursor: default; opacity: .55; }
  .plain {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 999px;
    padding: 6px 14px;
    min-height: 34px;
  }
  .plain:hover:enabled { border-color: var(--edge); }
  .strong {
    background: var(--ember);
    border: 1px solid var(--ember);
    border-radius: 999px;
    color: var(--on-ember);
    font-weight: 600;
    min-height: 34px;
    padding: 6px 16px;
  }
  .strong:hover:enabled { filter: brightness(1.07); }
  .link {
    background: none;
    border: 0;
    border-radius: 6px;
    color: var(--ember);
    font-weight: 500;
    min-height: 28px;
    padding: 2px 6px;
  }
  .link:hover:enabled { text-decoration: underline; }
  .choices { display: flex; flex-wrap: wrap; gap: 8px; }
`;
