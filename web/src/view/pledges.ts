// <hearth-pledges>: timers counting down, reminders, and lists.
import { LitElement, css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Pledge } from "../api/types";
import type { Deeds } from "../session/deeds";
import { age, countdown } from "../words/age";
import { icon } from "./icons";
import { basics, buttons, card } from "./shared_styles";
import "./time_text";

class Pledges extends LitElement {
  static override styles = [
    basics,
    card,
    buttons,
    css`
    :host([empty]) { display: none; }
    li { align-items: center; display: flex; gap: 10px; padding: 6px 0; }
    li + li { border-top: 1px solid var(--line); }
    .about { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    .left { font-size: 1.2rem; font-variant-numeric: tabular-nums; font-weight: 650; }
    .sign { color: var(--soft); }
    .list { margin-top: 10px; }
    .list:first-of-type { margin-top: 0; }
    h3 { font-size: .95rem; }
  `,
  ];
  static override properties = {
    pledges: { attribute: false },
    deeds: { attribute: false },
    away: { type: Boolean },
  };
  declare pledges: readonly Pledge[];
  declare deeds: Deeds;
  declare away: boolean;

  protected override render() {
    const timed = this.pledges.filter((pledge) => pledge.kind !== "item");
    const lists = new Map<string, Pledge[]>();
    for (const pledge of this.pledges) {
      if (pledge.kind !== "item") continue;
      const name = pledge.list || "Shopping list";
      lists.set(name, [...(lists.get(name) ?? []), pledge]);
    }
    if (timed.length === 0 && lists.size === 0) return nothing;
    return html`<section class="card" aria-label="Timers and lists">
      ${
        timed.length === 0
          ? nothing
          : html`<h2>Timers</h2><ul>
        ${repeat(
          timed,
          (pledge) => pledge.id,
          (pledge) => this.timed(pledge),
        )}</ul>`
      }
      ${[...lists].map(
        ([name, items]) => html`<div class="list"><h3>${nameOf(name)}</h3><p>
        ${items.map((item) => item.text).join(", ")}</p></div>`,
      )}
    </section>`;
  }

  protected override updated(): void {
    this.toggleAttribute("empty", this.pledges.length === 0);
  }

  private timed(pledge: Pledge) {
    const about =
      pledge.text || (pledge.seconds === undefined ? pledge.kind : `${age(pledge.seconds * 1000)} ${pledge.kind}`);
    const where = pledge.area ? ` · ${pledge.area}` : "";
    return html`<li>
      <span class="sign">${icon("timer")}</span>
      <span class="about">${about}<span class="soft">${where}</span></span>
      <span class="left">${this.left(pledge)}</span>
      <button class="link" aria-label=${`Cancel ${about}`} ?disabled=${this.away}
        @click=${() => void this.deeds.undo(pledge.id)}>Cancel</button>
    </li>`;
  }

  private left(pledge: Pledge) {
    if (pledge.paused) return html`${countdown((pledge.remaining_s ?? 0) * 1000)} <span class="soft">paused</span>`;
    if (pledge.due === undefined) return nothing;
    return html`<hearth-time .at=${pledge.due} as=${pledge.kind === "timer" ? "left" : "clock"}></hearth-time>`;
  }
}

function nameOf(list: string): string {
  return list.charAt(0).toUpperCase() + list.slice(1).replaceAll("_", " ");
}

customElements.define("hearth-pledges", Pledges);
