// <hearth-top-bar>: the home's name, the way to each part of the page, and how the page stands with the daemon.
import { LitElement, css, html, nothing } from "lit";

import type { Link } from "../store/state";
import { flame } from "./icons";
import { basics, buttons } from "./shared_styles";
import "./time_text";

const PARTS = [
  ["rooms", "Rooms"],
  ["talk", "Talk"],
  ["timeline", "What happened"],
  ["engine", "Engine"],
] as const;

class TopBar extends LitElement {
  static override styles = [
    basics,
    buttons,
    css`
    header { align-items: center; display: flex; flex-wrap: wrap; gap: 6px 20px; padding: 14px 0 12px; }
    h1 { align-items: center; display: flex; font-size: 1.25rem; font-weight: 700; gap: 8px; letter-spacing: -.01em; }
    .home { color: var(--soft); font-weight: 450; }
    nav { display: flex; flex: 1; gap: 4px; justify-content: flex-end; }
    nav .link { color: var(--soft); padding: 4px 8px; }
    .link-state { align-items: center; display: flex; font-size: .87rem; gap: 7px; white-space: nowrap; }
    .dot { background: var(--edge); border-radius: 50%; height: 9px; width: 9px; }
    .live .dot { background: var(--well); }
    .away .dot { background: var(--bad); border-radius: 2px; }
    @media (max-width: 719px) {
      nav { flex-basis: 100%; justify-content: flex-start; margin-left: -8px; order: 3; }
      .link-state { margin-left: auto; }
    }
  `,
  ];
  static override properties = { link: { attribute: false }, name: {}, go: { attribute: false } };
  declare link: Link;
  declare name: string | undefined;
  declare go: (part: string) => void;

  protected override render() {
    const phase = this.link.phase === "live" ? "live" : this.link.phase === "away" ? "away" : "starting";
    const word = { live: "live", away: "not connected", starting: "connecting …" }[phase];
    return html`<header>
      <h1>${flame()} Hearth ${this.name ? html`<span class="home">${this.name}</span>` : nothing}</h1>
      <nav aria-label="Parts of this page">${PARTS.map(
        ([part, title]) => html`
        <button class="link" @click=${() => this.go(part)}>${title}</button>`,
      )}</nav>
      <span class=${`link-state ${phase}`} role="status"><span class="dot"></span>${word}</span>
    </header>`;
  }
}

/** <hearth-away>: says that the daemon is gone, and when it is tried again. */
class AwayBanner extends LitElement {
  static override styles = [
    basics,
    buttons,
    css`
    .banner {
      align-items: center; background: var(--bad-paper); border: 1px solid var(--bad); border-radius: 12px;
      display: flex; flex-wrap: wrap; gap: 6px 14px; justify-content: space-between; margin-bottom: 14px;
      padding: 10px 16px;
    }
    strong { color: var(--bad); }
  `,
  ];
  static override properties = { link: { attribute: false }, loaded: { type: Boolean }, retry: { attribute: false } };
  declare link: Link;
  declare loaded: boolean;
  declare retry: () => void;

  protected override render() {
    if (this.link.phase !== "away") return nothing;
    const { retryAt } = this.link;
    return html`<div class="banner">
      <p role="alert"><strong>Hearth does not answer.</strong> ${this.loaded ? "What you see is what it last said." : ""}
        The page finds it again by itself.</p>
      <span class="soft">${retryAt === null ? "trying …" : "waiting to try again"}
        <button class="plain" ?disabled=${retryAt === null} @click=${this.retry}>Try now</button></span>
    </div>`;
  }
}

customElements.define("hearth-top-bar", TopBar);
customElements.define("hearth-away", AwayBanner);
