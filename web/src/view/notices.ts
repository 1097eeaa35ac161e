// <hearth-notices>: what became of a tap, what the house says by itself; each goes after a while.
import { LitElement, css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Deeds } from "../session/deeds";
import type { Notice } from "../store/state";
import { icon } from "./icons";
import { basics, buttons } from "./shared_styles";

class Notices extends LitElement {
  static override styles = [
    basics,
    buttons,
    css`
    .stack {
      bottom: 16px; display: flex; flex-direction: column; gap: 8px; left: 50%; max-width: calc(100vw - 24px);
      pointer-events: none; position: fixed; transform: translateX(-50%); width: 460px; z-index: 10;
    }
    .notice {
      align-items: center; background: var(--ink); border-radius: 12px;
      box-shadow: 0 6px 24px rgb(0 0 0 / 25%); color: var(--paper); display: flex; flex-wrap: wrap;
      gap: 4px 10px; padding: 8px 8px 8px 16px; pointer-events: auto;
    }
    .text { flex: 1 1 12rem; overflow-wrap: anywhere; padding: 4px 0; }
    .notice .link { color: inherit; text-decoration: underline; text-underline-offset: 3px; }
    .bad { background: var(--bad-paper); border: 1px solid var(--bad); color: var(--bad); }
    .call { background: var(--ember); color: var(--on-ember); font-weight: 600; }
    .notice .plain { background: transparent; border-color: currentColor; color: inherit; }
    .close {
      align-items: center; background: none; border: 0; border-radius: 8px; color: inherit; display: flex;
      height: 32px; justify-content: center; padding: 0; width: 32px;
    }
    .notice :focus-visible { outline-color: currentColor; }
    .choices { padding: 4px 0; }
  `,
  ];
  static override properties = {
    notices: { attribute: false },
    deeds: { attribute: false },
    away: { type: Boolean },
  };
  declare notices: readonly Notice[];
  declare deeds: Deeds;
  declare away: boolean;

  protected override render() {
    return html`<div class="stack" role="status" aria-live="polite" aria-label="Messages">
      ${repeat(
        this.notices,
        (notice) => notice.id,
        (notice) => this.notice(notice),
      )}</div>`;
  }

  private notice(notice: Notice) {
    const { plan } = notice;
    const undo = () => {
      this.deeds.dismiss(notice.id);
      if (plan !== null) void this.deeds.undo(plan);
    };
    return html`<div class=${`notice ${notice.tone}`}>
      <p class="text">${notice.text}</p>
      ${
        notice.choices.length === 0
          ? nothing
          : html`<div class="choices">${notice.choices.map(
              (choice) => html`
        <button class="plain" ?disabled=${this.away}
          @click=${() => void this.deeds.answerNotice(notice, choice)}>${choice}</button>`,
            )}</div>`
      }
      ${plan === null || !notice.undoable ? nothing : html`
        <button class="link" ?disabled=${this.away} @click=${undo}>Undo</button>`}
      <button class="close" aria-label="Dismiss"
        @click=${() => this.deeds.dismiss(notice.id)}>${icon("close", 18)}</button>
    </div>`;
  }
}

customElements.define("hearth-notices", Notices);
