// The page's few drawings, all of one pen: 24 by 24, round ends.
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

const DRAWINGS = {
  light: svg`<path d="M9 18h6M10 21h4M8.2 14.6a6 6 0 1 1 7.6 0c-.6.5-.8 1-.8 1.9H9c0-.9-.2-1.4-.8-1.9z"/>`,
  switch: svg`<path d="M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4"/>`,
  cover: svg`<path d="M4 4h16M5 4v15M19 4v15M5 8h14M5 12h14M5 16h14M12 16v4"/>`,
  climate: svg`<path d="M10 13.5V5a2 2 0 1 1 4 0v8.5a4 4 0 1 1-4 0zM12 9v8"/>`,
  lock: svg`<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>`,
  unlock: svg`<path d="M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 6.8-1.2"/>`,
  fan: svg`<circle cx="12" cy="12" r="1.6"/><path
    d="M12 10.4C10 7 10.5 4 13 4s3 3 0 6.8M13.6 12c3.4-2 6.4-1.5 6.4 1s-3 3-6.8 0
      M12 13.6c2 3.4 1.5 6.4-1 6.4s-3-3 0-6.8M10.4 12c-3.4 2-6.4 1.5-6.4-1s3-3 6.8 0"/>`,
  scene: svg`<path d="M12 3l1.9 5.6L20 10l-5 3.7L16.5 20 12 16.3 7.5 20 9 13.7 4 10l6.1-1.4z"/>`,
  setting: svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
  timer: svg`<circle cx="12" cy="13.5" r="7"/><path d="M12 9.5v4l2.5 1.5M10 3h4"/>`,
  list: svg`<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01"/>`,
  send: svg`<path d="M5 12h13M13 6l6 6-6 6"/>`,
  alert: svg`<path d="M12 4l9 16H3zM12 10v4.5M12 17.2h.01"/>`,
  talk: svg`<path d="M4 5h16v11H11l-4 4v-4H4z"/>`,
  tap: svg`<circle cx="12" cy="12" r="3"/><circle cx="12" cy="12" r="7.5"/>`,
  hand: svg`<path d="M8 12V6.5a1.5 1.5 0 0 1 3 0V11M11 10.5V5a1.5 1.5 0 0 1 3 0v6
      M14 11V7a1.5 1.5 0 0 1 3 0v8c0 3.5-2 5.5-5 5.5-2.6 0-3.9-1-5.2-3.3L4.6 13a1.5 1.5 0 0 1 2.6-1.4L8 13"/>`,
  house: svg`<path d="M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof DRAWINGS;

/** Decoration only: what it stands for must be said beside it. */
export function icon(name: IconName, size = 22): TemplateResult {
  return html`<svg width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${DRAWINGS[name]}</svg>`;
}

export function flame(size = 26): TemplateResult {
  return html`<svg width=${size} height=${size} viewBox="0 0 24 24" aria-hidden="true">
    <path fill="#e8702f" d="
      M12.6 1.5c.6 4.3-7 7.6-7 14.1
      a6.5 6.5 0 0 0 13 0c0-3.3-1.8-5.2-2.6-7.9-1.3.7-1.9 1.9-2 3.3-1.9-2.7-.2-6.1-1.4-9.5z"/>
    <path fill="#ffcf8f" d="M12.2 13.6c.3 2-2.5 2.9-2.5 5.2a2.5 2.5 0 0 0 5 0c0-2-1.6-2.8-2.5-5.2z"/></svg>`;
}
