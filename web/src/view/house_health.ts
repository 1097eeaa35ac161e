// <hearth-health>: one line on how the doors and the journal are doing; behind it, everything that is wrong.
import { LitElement, css, html, nothing } from "lit";

import type { DoorHealth, Health } from "../api/types";
import { bytesText, countText } from "../words/engine";
import { troublesOf } from "../words/troubles";
import { basics, card } from "./shared_styles";

class HouseHealth extends LitElement {
  static override styles = [
    basics,
    card,
    css`
    .line { display: flex; flex-wrap: wrap; gap: 4px 18px; padding: 10px 16px; }
    .part { align-items: center; display: flex; gap: 7px; }
    .dot { background: var(--well); border-radius: 50%; flex: none; height: 9px; width: 9px; }
    .wrong .dot { background: var(--bad); border-radius: 2px; }
    .wrong b { color: var(--bad); }
    b { font-weight: 600; }
    details { border-top: 1px solid var(--line); padding: 8px 16px 10px; }
    summary { cursor: pointer; font-weight: 600; }
    li { padding: 3px 0 3px 16px; overflow-wrap: anywhere; }
    .card { padding: 0; font-size: .9rem; }
  `,
  ];
  static override properties = { health: { attribute: false } };
  declare health: Health | null;

  protected override render() {
    const { health } = this;
    if (health === null) return nothing;
    const troubles = troublesOf(health);
    return html`<section class="card" aria-label="Doors and health">
      <div class="line">
        ${health.doors.map(
          (door) => html`<span class=${door.connected ? "part" : "part wrong"}><span class="dot"></span>
          <b>${door.name}</b><span class="soft">${passed(door)}</span></span>`,
        )}
        <span class=${health.journal.ok ? "part" : "part wrong"}><span class="dot"></span><b>journal</b>
          <span class="soft">${countText(health.house.entries)} entries · ${bytesText(health.journal.bytes)}</span>
        </span>
      </div>
      ${
        troubles.length === 0
          ? nothing
          : html`<details>
        <summary>${troubles.length === 1 ? "One thing to look at" : `${troubles.length} things to look at`}</summary>
        <ul>${troubles.map((trouble) => html`<li>${trouble}</li>`)}</ul></details>`
      }
    </section>`;
  }
}

function passed(door: DoorHealth): string {
  return door.connected ? `${countText(door.in)} in · ${countText(door.out)} out` : "not connected";
}

customElements.define("hearth-health", HouseHealth);
